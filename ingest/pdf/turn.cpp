#include "ingest/pdf/turn.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Quarter turns clockwise of most characters that are seen; 0 where no direction has more than half of them.
int direction_of(const Page& page) {
    std::array<std::size_t, 4> characters{};
    std::size_t all = 0;
    for (const Word& word : page.words) {
        if (word.is_artifact) continue;
        const std::size_t count = characters_of(word.text);
        characters[static_cast<std::size_t>(word.rotation)] += count;
        all += count;
    }
    for (std::size_t direction = 1; direction < characters.size(); ++direction)
        if (2 * characters[direction] > all) return static_cast<int>(direction);
    return 0;
}

// The turn of a page of `width` x `height` whose text runs in `direction`.
class Turn {
public:
    Turn(int direction, double width, double height) : direction_(direction), width_(width), height_(height) {}

    // upright() turns about the page's top left; this moves the page back to where it starts at 0.
    void operator()(Box& box) const {
        box = upright(box, direction_);
        const double right = direction_ == 2 ? width_ : direction_ == 3 ? height_ : 0;
        const double down = direction_ == 1 ? width_ : direction_ == 2 ? height_ : 0;
        box = {box.left + right, box.top + down, box.right + right, box.bottom + down};
    }

    void operator()(int& rotation) const { rotation = (rotation + 4 - direction_) % 4; }

    void operator()(Ruling& ruling) const {
        Box box = ruling.is_horizontal ? Box{ruling.from, ruling.position, ruling.to, ruling.position}
                                       : Box{ruling.position, ruling.from, ruling.position, ruling.to};
        (*this)(box);
        if (direction_ != 2) ruling.is_horizontal = !ruling.is_horizontal;
        ruling.position = ruling.is_horizontal ? box.top : box.left;
        ruling.from = ruling.is_horizontal ? box.left : box.top;
        ruling.to = ruling.is_horizontal ? box.right : box.bottom;
    }

    // `edges` are places along the text.
    void operator()(Word& word) const {
        const bool is_level = word.rotation % 2 == 0;
        for (double& edge : word.edges) {
            Box box = is_level ? Box{edge, 0, edge, 0} : Box{0, edge, 0, edge};
            (*this)(box);
            edge = is_level == (direction_ % 2 == 0) ? box.left : box.top;
        }
        (*this)(word.box);
        (*this)(word.rotation);
    }

private:
    int direction_;
    double width_, height_;
};

}  // namespace

void turn_upright(Page& page) {
    const int direction = direction_of(page);
    if (direction == 0) return;
    const Turn turn(direction, page.width, page.height);
    for (Word& word : page.words) turn(word);
    for (TextRun& run : page.runs) {
        turn(run.box);
        turn(run.rotation);
    }
    for (Ruling& ruling : page.rulings) turn(ruling);
    std::sort(page.rulings.begin(), page.rulings.end(), [](const Ruling& a, const Ruling& b) {
        return std::tuple(!a.is_horizontal, a.position, a.from) < std::tuple(!b.is_horizontal, b.position, b.from);
    });
    for (Fill& fill : page.fills) turn(fill.box);
    for (Box& clip : page.clips) turn(clip);
    for (Image& image : page.images) turn(image.box);
    for (Mark& mark : page.marks) turn(mark.box);
    for (Widget& widget : page.widgets) turn(widget.box);
    if (direction != 2) std::swap(page.width, page.height);
    page.turned = direction;
}

Box as_shown(const Page& page, const Box& box) {
    if (page.turned == 0) return box;
    Box shown = box;
    Turn(4 - page.turned, page.width, page.height)(shown);
    return shown;
}

}  // namespace sop::pdf
