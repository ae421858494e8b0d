#include "ingest/pdf/inlines.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "ingest/pdf/addresses.h"
#include "ingest/pdf/geometry.h"
#include "ingest/pdf/hyphen_forms.h"
#include "ingest/pdf/leaders.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"
#include "ingest/text.h"

namespace sop::pdf {
namespace {

// In sizes. Words that stand this far apart are two words, whatever Poppler says; it cuts words at 0.1.
constexpr double space_gap = 0.12;
// A space is 0.2 to 0.35 wide. In justified text it may be any width, but then all spaces of the line are as wide.
constexpr double tab_gap = 1.0;
constexpr double tab_over_space = 2.0;
// What a justified line leaves free at its end: the margin of its cell, and what its width was rounded by.
constexpr double justified_room = 1.0;

// Where the next line's first word had had room and this much more, a line was ended on purpose. In sizes.
constexpr double ended_room = 1.5;

// A word that was cut at the side of its cell ends there, but for the cell's margin, which is as wide on its left (6
// points in Word where that is not seen), and the next letter. Where that letter's width is not known: in sizes.
constexpr double cell_margin = 6;
constexpr double letter = 0.5;
// Margins and widths are rounded; in points.
constexpr double rounding = 0.5;

// Bytes that are looked at again at each line end.
constexpr std::size_t longest_address = 2'000;

constexpr std::string_view empty_box = "☐", ticked_box = "☒";

// A word in its place, with what stands before it.
struct Piece {
    std::string_view text;
    std::uint16_t style = plain;
    ControlIndex control = no_control;
    std::string_view before;  // "", " ", a tab or a line's end
    const std::string* note = nullptr;
};

// A word of a line, and the word that it has the white space before it in common with, both by their places.
struct Place {
    std::size_t word, gap;
};

// The words of `line` from number `skipped` on as they are read: words of Hebrew and Arabic beside each other from
// right to left.
std::vector<Place> reading_order(const Line& line, const std::vector<Word>& words, std::size_t skipped) {
    std::vector<Place> order;
    order.reserve(line.words.size());
    const auto turns = [&](std::size_t at) { return is_right_to_left(first_character(words[line.words[at]].text)); };
    for (std::size_t first = skipped; first < line.words.size();) {
        std::size_t end = first;
        while (end < line.words.size() && turns(end)) ++end;
        for (std::size_t at = first; at < end; ++at)
            order.push_back({first + end - 1 - at, at == first ? first : first + end - at});
        if (end == first) order.push_back({first, first}), ++end;
        first = end;
    }
    return order;
}

// The end of a full line before the last piece: the begin of its word, perhaps.
struct Begun {
    std::string text;
    std::size_t pieces = 0;  // with the first behind them
    bool is_joined = false;  // known as one word with it
};

// The labels that someone typed before the items of a list that is one paragraph.
class TypedLabels {
public:
    // `word` starts the text.
    void start(std::string_view word) {
        if (word == "-" || word == "–" || word == "*" || word == "•") dash_ = word;
        number_ = number_of(word);
    }

    // Whether `word`, which starts another line, is the label of the next item.
    bool goes_on(std::string_view word) {
        if (!dash_.empty()) return word == dash_;
        const std::optional<Number> next = number_of(word);
        if (!number_ || !next || next->end != number_->end || next->value != number_->value + 1) return false;
        number_ = next;
        return true;
    }

private:
    struct Number {
        int value = 0;
        char end = 0;
    };

    // "3.", "3)"
    static std::optional<Number> number_of(std::string_view word) {
        Number number;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number.value);
        if (error != std::errc() || number.value > most_items || end + 1 != word.data() + word.size()) return {};
        number.end = *end;
        return *end == '.' || *end == ')' ? std::optional(number) : std::nullopt;
    }

    static constexpr int most_items = 99;

    std::string_view dash_;
    std::optional<Number> number_;
};

class Pieces {
public:
    Pieces(const Surroundings& around, bool is_tagged) : around_(around), is_tagged_(is_tagged) {}

    void add(const Line& line, std::size_t skipped, bool is_last);
    std::vector<Inline> take();

private:
    double least_gap(const Line& line, std::size_t skipped, bool is_last) const;
    std::string_view gap(const Line& line, std::size_t at, double least) const;
    LineEnd join_line(const Word& first, bool is_first_alone);
    void follow(Piece& piece, LineEnd end);
    Piece piece_of(const Line& line, WordIndex index) const;

    bool join_cut_word(Piece& last, const Word& first, bool is_first_alone);
    bool is_line_full(const Word& last, const Word& first) const;
    bool is_wider_than_cell(const Word& last, const Word& first) const;
    bool is_cut_without_side(const Piece& last, const Word& first) const;
    bool is_ended(const Line& line, const Word& first) const;
    bool is_row_below(const Line& line, std::size_t skipped) const;

    const Surroundings& around_;
    bool is_tagged_;
    std::vector<Piece> pieces_;
    std::deque<std::string> repaired_;  // words that stand otherwise in the text; pieces look at them
    std::size_t on_line_ = 0;           // pieces of the last line
    Begun begun_;
    TypedLabels labels_;
    std::string address_;         // that the last line ended with, from the line it starts on
    const Word* last_ = nullptr;  // of the last line
    const Line* last_line_ = nullptr;
    std::optional<double> column_;  // left of what stands behind a tab on the last line
    int page_ = 0;                  // of the last line
};

// The narrowest space of the line; no more than a tab's unless the line may be justified: it is full, and text follows.
double Pieces::least_gap(const Line& line, std::size_t skipped, bool is_last) const {
    const std::vector<Word>& words = around_.pages[static_cast<std::size_t>(line.page)].words;
    const bool is_full = !is_last && line.room && *line.room < justified_room * line.size;
    double least = is_full ? std::numeric_limits<double>::infinity() : tab_gap;
    for (std::size_t i = skipped + 1; i < line.words.size(); ++i) {
        const double gap =
            gap_between(words[line.words[i - 1]], words[line.words[i]]) / std::max(words[line.words[i]].size, 1.0);
        if (gap > space_gap) least = std::min(least, gap);
    }
    return least;
}

// What stands before word number `at` of `line`.
std::string_view Pieces::gap(const Line& line, std::size_t at, double least) const {
    const std::vector<Word>& words = around_.pages[static_cast<std::size_t>(line.page)].words;
    const Word &left = words[line.words[at - 1]], &right = words[line.words[at]];
    const double gap = gap_between(left, right) / std::max(std::max(left.size, right.size), 1.0);
    // A tick box and its text are apart by design.
    const bool is_box = left.text == empty_box || left.text == ticked_box;
    if (gap > tab_gap && gap > tab_over_space * least && !is_box) return "\t";
    return left.space_after || gap > space_gap ? " " : "";
}

Piece Pieces::piece_of(const Line& line, WordIndex index) const {
    const auto page_index = static_cast<std::size_t>(line.page);
    const Page& page = around_.pages[page_index];
    const Word& word = page.words[index];
    Piece piece;
    piece.text = word.text;
    piece.control = around_.widgets.control_of(line.page, index);
    if (word.font >= 0 && static_cast<std::size_t>(word.font) < page.fonts.size()) {
        const Font& font = page.fonts[static_cast<std::size_t>(word.font)];
        if (font.bold) piece.style |= bold;
        if (font.italic) piece.style |= italic;
    }
    const Box& box = line.box;
    piece.style |= around_.decor.style_of(line.page, word, box.left, box.right);
    if (word.is_raised) {
        const NoteIds& notes = around_.notes[page_index];
        if (const auto note = notes.find(word.text); note != notes.end())
            piece.note = &note->second;
        else
            piece.style |= superscript;
    }
    return piece;
}

// Takes the line end's hyphen from the text so far; says how `first`, the next line's, goes on. Where it is alone on
// its line it is no conjunction.
LineEnd Pieces::join_line(const Word& first, bool is_first_alone) {
    Piece& last = pieces_.back();
    const bool is_full = is_line_full(*last_, first), is_alone = on_line_ == 1;
    if (last.note || !is_alone || address_.size() > longest_address) address_.clear();
    if (last.note) return LineEnd::space;
    address_ += last.text;
    if (is_cut_address(address_, first.text, {is_full, is_alone})) return LineEnd::joined;
    if (is_full && is_letter(last_character(last.text)) && is_small(first_character(first.text))) {
        if (join_cut_word(last, first, is_first_alone)) return LineEnd::joined;
    } else {
        begun_ = {};
        if (is_alone && is_cut_without_side(last, first)) return LineEnd::joined;
    }
    // What an address over several lines starts with tells what its middle is: "www.passend-|onderwijs-|almere.nl".
    const LineEnd end = line_end(is_address(address_) ? address_ : last.text, first.text, around_.vocabulary);
    if (end == LineEnd::hyphen_gone || end == LineEnd::trema_back) last.text = without_hyphen(last.text);
    if (end != LineEnd::joined) address_.clear();
    return end;
}

// Whether `first` goes on with the word that ends a full line, which may have begun lines before: "wo|ordenschatprogra|
// mma".
bool Pieces::join_cut_word(Piece& last, const Word& first, bool is_first_alone) {
    if (!is_first_alone && may_be_conjunction(last.text, first.text, around_.vocabulary)) return false;
    const bool is_alone = on_line_ == 1;
    const bool has_begun = is_alone && begun_.pieces == pieces_.size() && !begun_.text.empty();
    const std::string whole = has_begun ? begun_.text + std::string(last.text) : std::string(last.text);
    const Vocabulary& vocabulary = around_.vocabulary;
    if (has_begun && is_cut_word(whole, first.text, false, vocabulary)) {
        last.before = {};
        begun_ = {whole, pieces_.size() + 1, true};
        return true;
    }
    const std::string stem = begun_.is_joined && has_begun ? whole : std::string(last.text);
    const bool has_no_room = is_alone || is_wider_than_cell(*last_, first);
    const bool is_cut = is_cut_word(stem, first.text, has_no_room, vocabulary) ||
                        (has_no_room && is_cut_unknown(stem, first.text, vocabulary));
    begun_ = {is_cut ? stem : whole, pieces_.size() + 1, is_cut};
    return is_cut;
}

// A word that a cell has no room for is cut where the line is full.
bool Pieces::is_line_full(const Word& last, const Word& first) const {
    if (last.rotation != 0 || first.rotation != 0) return false;
    Decor& decor = around_.decor;
    if (decor.has_space_behind(page_, last)) return false;
    const std::optional<double> side = decor.side_right_of(page_, last);
    const double next = first.edges.size() > 1 ? first.edges[1] - first.edges[0] : letter * first.size;
    if (!side) return false;
    const std::optional<double> start = decor.side_left_of(page_, last);
    const double margin = start ? std::min(last.box.left - *start, cell_margin) : cell_margin;
    return last.box.right + next + margin + rounding > *side;
}

// Whether a word of these two has no room on a line of its own in the cell. Most printers cut it then on a new line,
// some on the line where it begins.
bool Pieces::is_wider_than_cell(const Word& last, const Word& first) const {
    const std::optional<double> start = around_.decor.side_left_of(page_, last);
    const std::optional<double> side = around_.decor.side_right_of(page_, last);
    if (!start || !side) return false;
    const double margin = std::clamp(last_line_->box.left - *start, 0.0, cell_margin);
    return width_of(last.box) + width_of(first.box) + rounding > *side - *start - 2 * margin;
}

// Whether `first` goes on with the word of the last line in a cell whose sides are not drawn.
bool Pieces::is_cut_without_side(const Piece& last, const Word& first) const {
    if (last_->rotation != 0 || first.rotation != 0 || around_.decor.side_right_of(page_, *last_)) return false;
    return is_cut_half(last.text, first.text, around_.vocabulary) && !around_.decor.has_space_behind(page_, *last_);
}

// Whether the writer ended the last line: `first`, of the line below it, had had room there.
bool Pieces::is_ended(const Line& line, const Word& first) const {
    if (!is_tagged_ || !last_line_->room || line.rotation != 0) return false;
    if (last_line_->page == line.page && line.box.top < last_line_->box.top) return false;  // the next column
    return *last_line_->room > least_width_of(first) + ended_room * line.size;
}

// Whether two words start at one place.
bool is_same(double left, double other) {
    constexpr double rounding_of_printers = 0.5;  // points
    return std::abs(left - other) < rounding_of_printers;
}

// Whether `line` is another row of labels and values: a word that is not its first starts right below what stands
// behind a tab on the last line. What goes on with a value starts at the line's begin.
bool Pieces::is_row_below(const Line& line, std::size_t skipped) const {
    if (!column_ || line.page != page_ || line.rotation != 0 || line.box.top < last_line_->box.top) return false;
    const std::vector<Word>& words = around_.pages[static_cast<std::size_t>(line.page)].words;
    for (std::size_t i = skipped + 1; i < line.words.size(); ++i)
        if (is_same(words[line.words[i]].box.left, *column_)) return true;
    return false;
}

// `piece` is the first of a line after another.
void Pieces::follow(Piece& piece, LineEnd end) {
    if (end == LineEnd::space) piece.before = " ";
    if (end == LineEnd::trema_back) piece.text = repaired_.emplace_back(with_trema(piece.text));
}

void Pieces::add(const Line& line, std::size_t skipped, bool is_last) {
    if (skipped >= line.words.size()) return;
    const double least = least_gap(line, skipped, is_last);
    const std::vector<Word>& words = around_.pages[static_cast<std::size_t>(line.page)].words;
    const std::vector<Place> order = reading_order(line, words, skipped);
    const std::optional<Leader> leader = find_leader(line, words, skipped);
    const bool is_row = is_row_below(line, skipped);
    if (!is_row) column_.reset();
    for (const auto& [i, gap_at] : order) {
        const bool is_first = i == order.front().word;
        if (leader && i >= leader->first && i < leader->end) continue;
        Piece piece = piece_of(line, line.words[i]);
        if (leader && i == leader->end)
            piece.before = "\t";
        else if (!is_first) {
            const double left = words[line.words[i]].box.left;
            piece.before = is_row && is_same(left, *column_) ? "\t" : gap(line, gap_at, least);
            if (piece.before == "\t" && !column_) column_ = left;
        } else if (!pieces_.empty()) {
            const Word& first = words[line.words[i]];
            const LineEnd end = join_line(first, order.size() == 1);
            follow(piece, end);
            const bool is_item = is_tagged_ && labels_.goes_on(first.text);
            if (end == LineEnd::space && (is_item || is_row || is_ended(line, first))) piece.before = "\n";
        } else {
            labels_.start(words[line.words[i]].text);
        }
        pieces_.push_back(piece);
    }
    on_line_ = line.words.size() - skipped;
    last_ = &words[line.words.back()];
    last_line_ = &line;
    page_ = line.page;
}

// Writes pieces as inlines.
class Writer {
public:
    void write(const Piece& piece) {
        space(piece);
        if (piece.note) {
            flush();
            inlines_.push_back(NoteMark{*piece.note});
        } else {
            text(piece);
        }
    }
    std::vector<Inline> take() {
        flush();
        return std::move(inlines_);
    }

private:
    // A space belongs to both its words: it looks and is filled in as far as both do.
    void space(const Piece& piece) {
        if (piece.before.empty() || (inlines_.empty() && text_.text.empty())) return;
        const std::uint16_t style = style_ & piece.style;
        const ControlIndex control = control_ == piece.control ? control_ : no_control;
        if (piece.before == "\n") {
            flush();
            inlines_.push_back(LineBreak{});
            return;
        }
        append(piece.before, style, control);
    }
    void text(const Piece& piece) {
        std::string_view rest = piece.text;
        while (!rest.empty()) {
            const std::size_t box = std::min({rest.find(empty_box), rest.find(ticked_box), rest.size()});
            if (box > 0) append(rest.substr(0, box), piece.style, piece.control);
            rest.remove_prefix(box);
            if (rest.empty()) break;
            flush();
            inlines_.push_back(Checkbox{rest.starts_with(ticked_box), piece.style, piece.control});
            rest.remove_prefix(empty_box.size());
        }
        style_ = piece.style;
        control_ = piece.control;
    }
    void append(std::string_view text, std::uint16_t style, ControlIndex control) {
        if (!text_.text.empty() && (text_.style != style || text_.control != control)) flush();
        text_.style = style;
        text_.control = control;
        text_.text += text;
    }
    void flush() {
        if (text_.text.empty()) return;
        text_.text = clean_text(text_.text);  // NFC over the joints, soft hyphens
        if (!text_.text.empty()) inlines_.push_back(std::move(text_));
        text_ = {};
    }

    std::vector<Inline> inlines_;
    Text text_;
    std::uint16_t style_ = plain;
    ControlIndex control_ = no_control;
};

std::vector<Inline> Pieces::take() {
    Writer writer;
    for (const Piece& piece : pieces_) writer.write(piece);
    return writer.take();
}

}  // namespace

std::vector<Inline> inlines_of(const std::vector<Line>& lines, int skipped, bool is_tagged,
                               const Surroundings& around) {
    Pieces pieces(around, is_tagged);
    auto label = static_cast<std::size_t>(std::max(skipped, 0));
    for (const Line& line : lines) {
        pieces.add(line, label, &line == &lines.back());
        label -= std::min(label, line.words.size());
    }
    return pieces.take();
}

}  // namespace sop::pdf
