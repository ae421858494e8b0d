// The machine that runs content streams; for content.cpp and content_machine.cpp only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/pdf/content.h"
#include "ingest/pdf/graphics.h"
#include "ingest/pdf/path.h"
#include "ingest/pdf/text_painter.h"
#include "ingest/pdf/tokens.h"

namespace sop::pdf {

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
    std::size_t operators_ = 0, content_bytes_ = 0, marked_steps_ = 0;
    int form_calls_ = 0;
};

}  // namespace sop::pdf
