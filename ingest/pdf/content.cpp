#include "ingest/pdf/content.h"

#include <array>
#include <span>
#include <string>
#include <tuple>

#include "ingest/pdf/inline_image.h"
#include "ingest/pdf/marked_content.h"
#include "ingest/pdf/text_painter.h"
#include "ingest/pdf/tokens.h"

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

class ContentReader::Machine {
public:
    Machine(SharedResources& shared, const Matrix& to_page, Page& page, Shapes& shapes)
        : shared_(shared), page_(page), shapes_(shapes), text_(page) {
        state_.matrix = to_page;
        state_.clip = {0, 0, page.width, page.height};
    }

    void read(std::string_view content, Resources& resources);
    void read_form(const Form& form, const Matrix& matrix, Resources& resources, Take take);

private:
    using Kind = Token::Kind;

    // What BMC and BDC open and EMC closes (14.6).
    struct Marked {
        int mcid = no_mcid;
        bool is_artifact = false, is_hidden = false;
    };

    void run(std::string_view content, Resources& resources);
    void execute(std::string_view name, Tokens& tokens);
    void show_string(const Token& token);
    void end_show();
    void show_array();
    void paint(bool fill, bool stroke, bool even_odd);
    void set_color(bool is_stroke);
    void set_device_color(bool is_stroke, std::size_t components);
    void set_color_space(bool is_stroke);
    void set_parameters();
    void paint_external();
    void paint_form(const Form& form, Resources& resources, Take take);
    void paint_image();
    void begin_marked(bool has_properties);

    // The n-th operand from the left of `count`; operators take the last ones where there are more.
    const Token& operand(std::size_t n, std::size_t count) const {
        static const Token missing;
        return operands_.size() >= count ? operands_[operands_.size() - count + n] : missing;
    }
    double number(std::size_t n, std::size_t count) const { return operand(n, count).number; }
    bool has(std::size_t count) const { return operands_.size() >= count; }
    std::string_view name(std::size_t n, std::size_t count) const {
        return operand(n, count).kind == Kind::name ? operand(n, count).text : std::string_view();
    }
    Matrix matrix() const {
        return {number(0, 6), number(1, 6), number(2, 6), number(3, 6), number(4, 6), number(5, 6)};
    }
    Point point(std::size_t n, std::size_t count) const {
        return state_.matrix.apply({number(n, count), number(n + 1, count)});
    }
    bool paints_shapes() const { return take_ == Take::all && !marked_.back().is_hidden; }

    SharedResources& shared_;
    Page& page_;
    Shapes& shapes_;
    Resources* resources_ = nullptr;
    Take take_ = Take::all;
    GraphicsState state_;
    std::vector<GraphicsState> saved_;
    std::vector<Marked> marked_{Marked{}};
    std::size_t saved_base_ = 0, marked_base_ = 1;  // of the form at hand: it closes nothing that it did not open
    QPDFObjGen form_with_marks_;                    // the form at hand numbers its own content
    TextPainter text_;
    Path path_;
    enum class Clip { none, nonzero, even_odd } pending_clip_ = Clip::none;
    std::vector<Token> operands_;
    std::vector<Token> array_;  // items of the array among the operands; operators take no more than one
    std::string buffer_;
    std::vector<QPDFObjGen> open_forms_;
    std::size_t operators_ = 0, content_bytes_ = 0;
    int form_calls_ = 0;
};

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

void ContentReader::Machine::show_string(const Token& token) {
    if (token.kind == Kind::string || token.kind == Kind::hex_string) text_.show(string_bytes(token, buffer_), state_);
}

void ContentReader::Machine::show_array() {
    for (const Token& item : array_)
        if (item.kind == Kind::number)
            text_.shift(item.number, state_);
        else
            show_string(item);
    array_.clear();
    end_show();
}

void ContentReader::Machine::end_show() {
    if (take_ == Take::nothing) {
        text_.end_run(state_, {no_mcid, true, true});
    } else {
        const Marked& marked = marked_.back();
        text_.end_run(state_, {marked.mcid, marked.is_artifact, marked.is_hidden});
    }
    if (text_.characters() > shared_.limits.page_characters || text_.words() > shared_.limits.page_words)
        throw PageOverLimit();
}

void ContentReader::Machine::paint(bool fill, bool stroke, bool even_odd) {
    if (!path_.is_empty()) {
        if (paints_shapes()) {
            if (fill && state_.fill_alpha > 0) shapes_.fill(path_, even_odd, state_.fill_color, state_.clip);
            if (stroke && state_.stroke_alpha > 0)
                shapes_.stroke(path_, state_.line_width * state_.matrix.scale(), state_.stroke_color, state_.clip);
        }
        if (pending_clip_ != Clip::none) {
            const Box page{0, 0, page_.width, page_.height};
            state_.clip = intersection(state_.clip, path_.box());
            state_.is_clip_rectangle = path_.subpaths().size() == 1 && path_.is_rectangle(path_.subpaths()[0]) &&
                                       !contains(state_.clip, page, 1);
        }
    }
    pending_clip_ = Clip::none;
    path_.clear();
}

void ContentReader::Machine::set_device_color(bool is_stroke, std::size_t components) {
    if (!has(components)) return;
    (is_stroke ? state_.stroke_space : state_.fill_space) = nullptr;
    std::array<double, 4> color{};
    for (std::size_t i = 0; i < components; ++i) color[i] = number(i, components);
    (is_stroke ? state_.stroke_color : state_.fill_color) = device_color(std::span(color).first(components));
}

void ContentReader::Machine::set_color(bool is_stroke) {
    std::array<double, 32> color{};
    std::size_t size = 0;
    for (const Token& token : operands_)
        if (token.kind == Kind::number && size < color.size()) color[size++] = token.number;
    const auto components = std::span(color).first(size);
    const ColorSpace* space = is_stroke ? state_.stroke_space : state_.fill_space;
    (is_stroke ? state_.stroke_color : state_.fill_color) =
        space ? color_of(*space, components) : device_color(components);
}

// 8.6.8: a new space starts with black, a pattern with nothing to be seen yet.
void ContentReader::Machine::set_color_space(bool is_stroke) {
    (is_stroke ? state_.stroke_space : state_.fill_space) = resources_->color_space(name(0, 1));
    (is_stroke ? state_.stroke_color : state_.fill_color) = black;
}

void ContentReader::Machine::set_parameters() {
    const GraphicsParameters* parameters = resources_->parameters(name(0, 1));
    if (!parameters) return;
    state_.line_width = parameters->line_width.value_or(state_.line_width);
    state_.fill_alpha = parameters->fill_alpha.value_or(state_.fill_alpha);
    state_.stroke_alpha = parameters->stroke_alpha.value_or(state_.stroke_alpha);
    if (parameters->font) {
        state_.text.font = parameters->font;
        state_.text.size = parameters->font_size.value_or(state_.text.size);
    }
    // Nothing of a mask is seen, but Poppler runs it: what it costs counts.
    if (parameters->soft_mask) paint_form(*shared_.form(*parameters->soft_mask), *resources_, Take::nothing);
}

void ContentReader::Machine::paint_external() {
    const External* external = resources_->external(name(0, 1));
    if (!external) return;
    if (external->is_form)
        paint_form(*shared_.form(external->object), *resources_, external->is_hidden ? Take::nothing : take_);
    else if (external->is_image && !external->is_hidden)
        paint_image();
}

void ContentReader::Machine::paint_form(const Form& form, Resources& resources, Take take) {
    if (++form_calls_ > shared_.limits.form_calls) throw PageOverLimit();
    if (std::find(open_forms_.begin(), open_forms_.end(), form.id) != open_forms_.end()) return;
    if (open_forms_.size() >= static_cast<std::size_t>(shared_.limits.form_depth)) throw PageOverLimit();

    const auto outer = std::tuple(state_, take_, saved_base_, marked_base_, form_with_marks_);
    const Path outer_path = path_;
    open_forms_.push_back(form.id);
    saved_base_ = saved_.size();
    marked_.push_back(marked_.back());
    marked_base_ = marked_.size();
    take_ = take;
    if (form.has_own_marks) form_with_marks_ = form.id;
    path_.clear();
    state_.matrix = form.matrix * state_.matrix;
    if (form.bounds) state_.clip = intersection(state_.clip, bounds(*form.bounds, state_.matrix));
    state_.is_clip_rectangle = false;

    run(form.content, form.resources ? *form.resources : resources);

    open_forms_.pop_back();
    saved_.resize(saved_base_);
    marked_.resize(marked_base_ - 1);
    std::tie(state_, take_, saved_base_, marked_base_, form_with_marks_) = outer;
    path_ = outer_path;
}

void ContentReader::Machine::read_form(const Form& form, const Matrix& matrix, Resources& resources, Take take) {
    const GraphicsState state = state_;
    state_.matrix = matrix * state_.matrix;
    resources_ = &resources;
    paint_form(form, resources, take);
    state_ = state;
}

// 8.9.5: an image fills the unit square.
void ContentReader::Machine::paint_image() {
    if (take_ != Take::all || marked_.back().is_hidden || state_.fill_alpha <= 0) return;
    const Box box = intersection(bounds({0, 0, 1, 1}, state_.matrix), state_.clip);
    if (box.right <= box.left || box.bottom <= box.top || shapes_.image(box)) return;
    if (page_.images.size() < shared_.limits.page_shapes)
        page_.images.push_back({box, marked_.back().mcid, marked_.back().is_artifact});
}

void ContentReader::Machine::begin_marked(bool has_properties) {
    Marked marked = marked_.back();
    const std::string_view tag = name(0, has_properties ? 2 : 1);
    if (tag == "Artifact") marked.is_artifact = true;
    if (has_properties) {
        const Token& list = operand(1, 2);
        int mcid = no_mcid;
        if (list.kind == Kind::name) {
            if (const Properties* properties = resources_->properties(list.text)) {
                mcid = properties->mcid;
                marked.is_hidden = marked.is_hidden || (tag == "OC" && properties->is_hidden);
            }
        } else if (list.kind == Kind::dict_open) {
            Tokens tokens(list.text);
            for (Token token = tokens.next(); token.kind != Kind::end; token = tokens.next())
                if (token.kind == Kind::name && token.text == "MCID") mcid = static_cast<int>(tokens.next().number);
        }
        if (mcid >= 0) marked.mcid = form_with_marks_.getObj() > 0 ? mcid_of_form(form_with_marks_, mcid) : mcid;
    }
    marked_.push_back(marked);
}

ContentReader::ContentReader(SharedResources& shared, const Matrix& to_page, Page& page, Shapes& shapes)
    : machine_(std::make_unique<Machine>(shared, to_page, page, shapes)) {}
ContentReader::~ContentReader() = default;

void ContentReader::read(std::string_view content, Resources& resources) { machine_->read(content, resources); }
void ContentReader::read_form(const Form& form, const Matrix& matrix, Resources& resources, Take take) {
    machine_->read_form(form, matrix, resources, take);
}

}  // namespace sop::pdf
