#include "ingest/pdf/content.h"

#include "ingest/pdf/content_machine.h"
#include "ingest/pdf/inline_image.h"

namespace sop::pdf {
namespace {

// An operator's letters in one number, for the switch.
constexpr std::uint32_t pack(std::string_view name) {
    std::uint32_t packed = 0;
    for (const char c : name) packed = packed << 8 | static_cast<unsigned char>(c);
    return packed;
}
constexpr std::uint32_t operator""_op(const char* name, std::size_t size) { return pack({name, size}); }

}  // namespace

void ContentReader::Machine::read(std::string_view content, Resources& resources) {
    const GraphicsState state = state_;
    run(content, resources);
    state_ = state;
}

void ContentReader::Machine::run(std::string_view content, Resources& resources) {
    constexpr std::size_t max_operands = 64;  // a DeviceN colour has 32 (8.6.6.5); before an operator, more are rubbish
    content_bytes_ += content.size();
    if (content_bytes_ > shared_.limits.page_content_bytes) throw PageOverLimit();
    resources.check_fonts();
    Resources* const outer = resources_;
    resources_ = &resources;
    operands_.clear();
    Tokens tokens(content);
    for (Token token = tokens.next(); token.kind != Kind::end; token = tokens.next()) {
        switch (token.kind) {
            case Kind::keyword:
                execute(token.text, tokens);
                operands_.clear();
                break;
            case Kind::array_open:
                array_.clear();
                for (Token item = tokens.next(); item.kind != Kind::array_close && item.kind != Kind::end;
                     item = tokens.next())
                    if (item.kind == Kind::array_open || item.kind == Kind::dict_open)
                        tokens.skip_nested();
                    else
                        array_.push_back(item);
                operands_.push_back(token);
                break;
            case Kind::dict_open:
                token.text = tokens.skip_nested();
                [[fallthrough]];
            default:
                if (operands_.size() < max_operands) operands_.push_back(token);
        }
    }
    resources_ = outer;
}

void ContentReader::Machine::execute(std::string_view name, Tokens& tokens) {
    if (++operators_ > shared_.limits.page_operators || shared_.operators_left == 0) throw PageOverLimit();
    --shared_.operators_left;
    if ((marked_steps_ += marked_.size()) > shared_.limits.marked_steps) throw PageOverLimit();
    if (name.size() > 3) return;
    TextState& text = state_.text;
    switch (pack(name)) {
        // 8.4.4: graphics state
        case "q"_op:
            if (saved_.size() >= static_cast<std::size_t>(shared_.limits.state_depth)) throw PageOverLimit();
            saved_.push_back(state_);
            break;
        case "Q"_op:
            if (saved_.size() > saved_base_) {
                state_ = saved_.back();
                saved_.pop_back();
            }
            break;
        case "cm"_op:
            if (has(6)) state_.matrix = matrix() * state_.matrix;
            break;
        case "w"_op:
            state_.line_width = number(0, 1);
            break;
        case "gs"_op:
            set_parameters();
            break;

        // 8.5.2: path construction
        case "m"_op:
            if (has(2)) path_.move_to(point(0, 2));
            break;
        case "l"_op:
            if (has(2)) path_.line_to(point(0, 2));
            break;
        case "c"_op:
            if (has(6)) path_.curve_to(point(0, 6), point(2, 6), point(4, 6));
            break;
        case "v"_op:
            if (has(4)) path_.curve_to(path_.current(), point(0, 4), point(2, 4));
            break;
        case "y"_op:
            if (has(4)) path_.curve_to(point(0, 4), point(2, 4), point(2, 4));
            break;
        case "h"_op:
            path_.close();
            break;
        case "re"_op:
            if (has(4)) path_.rectangle(number(0, 4), number(1, 4), number(2, 4), number(3, 4), state_.matrix);
            break;

        // 8.5.3 and 8.5.4: path painting and clipping
        case "S"_op:
            paint(false, true, false);
            break;
        case "s"_op:
            path_.close(), paint(false, true, false);
            break;
        case "f"_op:
        case "F"_op:
            paint(true, false, false);
            break;
        case "f*"_op:
            paint(true, false, true);
            break;
        case "B"_op:
            paint(true, true, false);
            break;
        case "B*"_op:
            paint(true, true, true);
            break;
        case "b"_op:
            path_.close(), paint(true, true, false);
            break;
        case "b*"_op:
            path_.close(), paint(true, true, true);
            break;
        case "n"_op:
            paint(false, false, false);
            break;
        case "W"_op:
            pending_clip_ = Clip::nonzero;
            break;
        case "W*"_op:
            pending_clip_ = Clip::even_odd;
            break;

        // 8.6.8: colours
        case "g"_op:
            set_device_color(false, 1);
            break;
        case "G"_op:
            set_device_color(true, 1);
            break;
        case "rg"_op:
            set_device_color(false, 3);
            break;
        case "RG"_op:
            set_device_color(true, 3);
            break;
        case "k"_op:
            set_device_color(false, 4);
            break;
        case "K"_op:
            set_device_color(true, 4);
            break;
        case "cs"_op:
            set_color_space(false);
            break;
        case "CS"_op:
            set_color_space(true);
            break;
        case "sc"_op:
        case "scn"_op:
            set_color(false);
            break;
        case "SC"_op:
        case "SCN"_op:
            set_color(true);
            break;

        // 8.7.4
        case "sh"_op:
            resources_->check_shading(this->name(0, 1));
            break;

        // 8.8 to 8.10: external objects and inline images
        case "Do"_op:
            paint_external();
            break;
        case "BI"_op:
            tokens.move_to(end_of_inline_image(tokens.text(), tokens.position()));
            paint_image();
            break;

        // 9.3 and 9.4: text
        case "BT"_op:
            text_.begin();
            break;
        case "Tc"_op:
            text.character_space = number(0, 1);
            break;
        case "Tw"_op:
            text.word_space = number(0, 1);
            break;
        case "Tz"_op:
            text.scale = number(0, 1) / 100;
            break;
        case "TL"_op:
            text.leading = number(0, 1);
            break;
        case "Ts"_op:
            text.rise = number(0, 1);
            break;
        case "Tr"_op:
            text.mode = static_cast<int>(number(0, 1));
            break;
        case "Tf"_op:
            if (!has(2)) break;
            text.font = resources_->font(this->name(0, 2));
            text.size = number(1, 2);
            break;
        case "Td"_op:
            text_.move_line(number(0, 2), number(1, 2));
            break;
        case "TD"_op:
            text.leading = -number(1, 2);
            text_.move_line(number(0, 2), number(1, 2));
            break;
        case "T*"_op:
            text_.move_line(0, -text.leading);
            break;
        case "Tm"_op:
            if (has(6)) text_.set_matrix(matrix());
            break;
        case "Tj"_op:
            show_string(operand(0, 1));
            end_show();
            break;
        case "TJ"_op:
            show_array();
            break;
        case "\""_op:
            text.word_space = number(0, 3);
            text.character_space = number(1, 3);
            [[fallthrough]];
        case "'"_op:
            text_.move_line(0, -text.leading);
            show_string(operand(0, 1));
            end_show();
            break;

        // 14.6: marked content
        case "BMC"_op:
            begin_marked(false);
            break;
        case "BDC"_op:
            begin_marked(true);
            break;
        case "EMC"_op:
            if (marked_.size() > marked_base_) marked_.pop_back();
            break;
        default:
            break;
    }
}

ContentReader::ContentReader(SharedResources& shared, const Matrix& to_page, Page& page, Shapes& shapes)
    : machine_(std::make_unique<Machine>(shared, to_page, page, shapes)) {}
ContentReader::~ContentReader() = default;

void ContentReader::read(std::string_view content, Resources& resources) { machine_->read(content, resources); }
void ContentReader::read_form(const Form& form, const Matrix& matrix, Resources& resources, Take take) {
    machine_->read_form(form, matrix, resources, take);
}

}  // namespace sop::pdf
