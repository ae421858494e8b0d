#include "ingest/pdf/page_tree.h"

#include <set>

namespace sop::pdf {
namespace {

// Poppler's size of a page that has none: US Letter.
constexpr Rectangle default_box{0, 0, 612, 792};
// 14.11.2 allows 14,400 (200 inches); larger ones serve no reader.
constexpr double longest_side = 200'000;

bool is_usable(const Rectangle& box) {
    return box.width() > 0 && box.height() > 0 && box.width() <= longest_side && box.height() <= longest_side;
}

struct Inherited {
    Object resources = Object::newNull(), media_box = Object::newNull(), crop_box = Object::newNull(),
           rotation = Object::newNull();
};

class Walk {
public:
    Walk(const PdfLimits& limits, PageTree& tree) : limits_(limits), tree_(tree) {}

    void visit(const Object& node, Inherited inherited, int depth) {
        Object object = node;
        if (!object.isDictionary()) return irregular();
        if (object.isIndirect()) {
            if (!seen_.insert(object.getObjGen()).second) return irregular();
        } else {
            irregular();
        }
        if (++nodes_ > limits_.page_nodes || depth > limits_.page_tree_depth) {
            tree_.is_over_limit = true;
            return irregular();
        }
        const auto inherit = [&](Object& value, const char* key) {
            if (const Object own = get(object, key); !Object(own).isNull()) value = own;
        };
        inherit(inherited.resources, "/Resources");
        inherit(inherited.media_box, "/MediaBox");
        inherit(inherited.crop_box, "/CropBox");
        inherit(inherited.rotation, "/Rotate");
        const Object kids = get(object, "/Kids");
        if (!Object(kids).isArray()) return add_page(object, inherited);
        for (int i = 0; i < size_of(kids); ++i) {
            if (tree_.is_over_limit) return;
            visit(item(kids, i), inherited, depth + 1);
        }
    }

private:
    void irregular() { tree_.is_regular = false; }

    void add_page(const Object& object, const Inherited& inherited) {
        // A node that says it is none and has nothing of a page.
        if (name_of(get(object, "/Type")) == "Pages") return irregular();
        if (tree_.pages.size() >= static_cast<std::size_t>(limits_.pages)) {
            tree_.is_over_limit = true;
            return irregular();
        }
        PageNode page;
        page.object = object;
        page.resources = inherited.resources;
        const Rectangle media = rectangle_of(inherited.media_box).value_or(default_box);
        page.media_box = is_usable(media) ? media : default_box;
        const Rectangle crop = rectangle_of(inherited.crop_box).value_or(page.media_box);
        page.crop_box = {std::max(crop.left, page.media_box.left), std::max(crop.bottom, page.media_box.bottom),
                         std::min(crop.right, page.media_box.right), std::min(crop.top, page.media_box.top)};
        if (!is_usable(page.crop_box)) page.crop_box = page.media_box;
        page.rotation = (int_of(inherited.rotation, 0) / 90 % 4 + 4) % 4;
        tree_.pages.push_back(std::move(page));
    }

    const PdfLimits& limits_;
    PageTree& tree_;
    std::set<QPDFObjGen> seen_;
    int nodes_ = 0;
};

}  // namespace

PageTree read_page_tree(const Object& root, const PdfLimits& limits) {
    PageTree tree;
    Walk(limits, tree).visit(root, {}, 0);
    if (int_of(get(root, "/Count"), -1) != static_cast<int>(tree.pages.size())) tree.is_regular = false;
    return tree;
}

}  // namespace sop::pdf
