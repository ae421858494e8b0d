// Shows strings: where each stands (ISO 32000-1, 9.4).
#pragma once

#include <string_view>

#include "ingest/pdf/graphics.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

// What a run carries beside its look.
struct RunContext {
    int mcid = no_mcid;
    bool is_artifact = false;
    bool is_hidden = false;
};

class TextPainter {
public:
    explicit TextPainter(Page& page) : page_(page) {}

    // 9.4.1 and 9.4.2
    void begin() { line_ = matrix_ = {}; }
    void set_matrix(const Matrix& matrix) { line_ = matrix_ = matrix; }
    void move_line(double x, double y) { line_ = matrix_ = Matrix{1, 0, 0, 1, x, y} * line_; }

    // One showing operator: strings and the gaps between them (thousandths of an em), then the run.
    void show(std::string_view bytes, const GraphicsState& state);
    void shift(double amount, const GraphicsState& state);
    void end_run(const GraphicsState& state, const RunContext& context);

    std::size_t characters() const { return characters_; }
    // Upper bound of the words shown so far.
    std::size_t words() const { return words_; }

private:
    int font_index(const LoadedFont& font, bool is_emboldened);

    Page& page_;
    Matrix matrix_, line_;
    double at_ = 0;  // from the run's start, in text space, along the writing direction
    double seen_from_ = 0, seen_to_ = 0;
    bool is_seen_ = false;  // the run has a character that is no space
    std::size_t characters_ = 0, words_ = 0;
    Point last_end_{};  // of the last run, on the page
    struct UsedFont {
        const LoadedFont* font;
        bool is_emboldened;
        int index;
    };
    std::vector<UsedFont> fonts_;
};

}  // namespace sop::pdf
