#include "ingest/document.h"

#include <array>

namespace sop {
namespace {

// Text of one paragraph; keeps "~~" marks around adjoining struck texts as one.
class PlainText {
public:
    PlainText(std::string& out, TextOf what) : out_(out), what_(what) {}
    ~PlainText() { mark_struck(false); }
    PlainText(const PlainText&) = delete;
    PlainText& operator=(const PlainText&) = delete;

    void operator()(const Text& text) {
        if (text.text.empty() || !shows(text.style)) return;
        mark_struck((text.style & struck) != 0);
        out_ += text.text;
    }
    void operator()(const Checkbox& box) {
        if (!shows(box.style)) return;
        mark_struck((box.style & struck) != 0);
        out_ += box.checked ? "☒ " : "☐ ";
    }
    void operator()(const LineBreak&) { out_ += '\n'; }
    void operator()(const NoteMark&) {}
    void operator()(const Picture&) {}

private:
    bool shows(std::uint16_t style) const {
        if (what_ == TextOf::everything) return true;
        return !(style & (hidden | placeholder)) && !(what_ == TextOf::value && (style & struck));
    }
    void mark_struck(bool on) {
        if (what_ != TextOf::reader || on == struck_) return;
        out_ += "~~";
        struck_ = on;
    }

    std::string& out_;
    TextOf what_;
    bool struck_ = false;
};

void append(std::string& out, const std::vector<Inline>& inlines, TextOf what) {
    PlainText text(out, what);
    for (const Inline& piece : inlines) std::visit(text, piece);
}

void append(std::string& out, const std::vector<Block>& blocks, TextOf what);

void append(std::string& out, const Table& table, TextOf what) {
    bool first_row = true;
    for (const Row& row : table.rows) {
        if (!first_row) out += '\n';
        first_row = false;
        bool first_cell = true;
        for (const Cell& cell : row.cells) {
            if (!first_cell) out += '\t';
            first_cell = false;
            append(out, cell.blocks, what);
        }
    }
}

void append(std::string& out, const std::vector<Block>& blocks, TextOf what) {
    bool first = true;
    for (const Block& block : blocks) {
        if (!first) out += '\n';
        first = false;
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            if (paragraph->list) out += "- ";
            append(out, paragraph->inlines, what);
        } else {
            append(out, std::get<Table>(block.content), what);
        }
    }
}

}  // namespace

std::string_view name_of(TextLayer layer) {
    constexpr std::array<std::string_view, 5> names{"volledig", "gedeeltelijk", "ocr", "geen", "beschadigd"};
    return names[static_cast<std::size_t>(layer)];
}

std::string plain_text(const std::vector<Inline>& inlines, TextOf what) {
    std::string out;
    append(out, inlines, what);
    return out;
}

std::string plain_text(const std::vector<Block>& blocks, TextOf what) {
    std::string out;
    append(out, blocks, what);
    return out;
}

}  // namespace sop
