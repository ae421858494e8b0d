#include "ingest/pdf/scan.h"

#include <algorithm>
#include <array>
#include <new>
#include <string>
#include <tuple>

#include "ingest/pdf/content.h"
#include "ingest/pdf/forms.h"
#include "ingest/pdf/marks.h"
#include "ingest/pdf/rulings.h"

namespace sop::pdf {
namespace {

// From the file's coordinates to the page as shown: the crop box turned by /Rotate, y downward.
Matrix page_matrix(const PageNode& node) {
    const Rectangle& box = node.crop_box;
    switch (node.rotation) {
        case 1:
            return {0, 1, 1, 0, -box.bottom, -box.left};
        case 2:
            return {-1, 0, 0, 1, box.right, -box.bottom};
        case 3:
            return {0, -1, -1, 0, box.top, box.right};
        default:
            return {1, 0, 0, -1, -box.left, box.top};
    }
}

// All content streams as one (7.8.2); between two of them is white space.
std::string content_of(const PageNode& node, const PdfLimits& limits) {
    std::string content;
    const auto add = [&](const Object& stream) {
        if (!Object(stream).isStream()) return;
        const Decoded decoded = decode(stream, limits.page_content_bytes - content.size());
        if (decoded.over_limit || !decoded.is_readable) throw PageOverLimit();
        content += decoded.bytes;
        if (content.size() < limits.page_content_bytes) content += '\n';
    };
    const Object contents = get(node.object, "/Contents");
    if (!Object(contents).isArray()) {
        add(contents);
        return content;
    }
    if (size_of(contents) > limits.page_resources) throw PageOverLimit();  // Poppler reads them all
    for (int i = 0; i < size_of(contents); ++i) add(item(contents, i));
    return content;
}

// Marks over text: their shapes are no lines and no shading of a table.
constexpr std::array<std::string_view, 5> text_markup{"Highlight", "Underline", "StrikeOut", "Squiggly", "Link"};

Take take_of(const std::string& subtype) {
    const bool is_text_only = subtype == "Widget" || std::count(text_markup.begin(), text_markup.end(), subtype) > 0;
    return is_text_only ? Take::text_only : Take::all;
}

// 12.5.5: the appearance's box, turned by its matrix, is fitted into the annotation's rectangle.
Matrix appearance_matrix(const Form& form, const Rectangle& target) {
    const Box box = bounds(form.bounds.value_or(target), form.matrix);
    const double width = width_of(box), height = height_of(box);
    const double x = width > 0 ? target.width() / width : 1, y = height > 0 ? target.height() / height : 1;
    return {x, 0, 0, y, target.left - box.left * x, target.bottom - box.top * y};
}

class PageScan {
public:
    PageScan(const PageNode& node, SharedResources& shared, Page& page)
        : node_(node),
          shared_(shared),
          page_(page),
          matrix_(page_matrix(node)),
          shapes_({0, 0, page.width, page.height}, shared.limits.page_shapes),
          reader_(shared, matrix_, page, shapes_),
          resources_(node.resources, shared) {}

    void run() {
        shared_.lookups_left = shared_.limits.page_resources;
        reader_.read(content_of(node_, shared_.limits), resources_);
        read_annotations();
        finish_shapes();
    }

private:
    void read_annotations() {
        const Object annotations = get(node_.object, "/Annots");
        for (int i = 0; i < size_of(annotations); ++i) {
            shared_.count_lookup();
            const Object annotation = item(annotations, i);
            const auto rectangle = rectangle_of(get(annotation, "/Rect"));
            if (!rectangle || is_hidden_annotation(annotation) || shared_.is_hidden(get(annotation, "/OC"))) continue;
            const std::string subtype = name_of(get(annotation, "/Subtype"));
            const std::size_t runs = page_.runs.size();
            if (Object stream = appearance_of(annotation); stream.isStream()) {
                const auto form = shared_.form(stream);
                reader_.read_form(*form, appearance_matrix(*form, *rectangle), resources_, take_of(subtype));
            } else if (subtype == "FreeText") {
                page_.has_free_text = true;
            }
            if (subtype != "Widget" || page_.widgets.size() >= static_cast<std::size_t>(shared_.limits.fields))
                continue;
            Widget widget = read_widget(annotation, shared_.limits, shared_.field_work_left);
            widget.box = bounds(*rectangle, matrix_);
            widget.is_shown = page_.runs.size() > runs;
            page_.widgets.push_back(std::move(widget));
        }
    }

    void finish_shapes() {
        if (shapes_.is_over_limit()) return;
        add_squares_of_lines(shapes_);
        page_.rulings = join_rulings(std::move(shapes_.rulings));
        page_.fills = std::move(shapes_.fills);
        page_.marks = find_marks(shapes_, page_.runs, page_.rulings, page_.fills);
        // A widget's own frame is drawn by the page in some forms.
        std::erase_if(page_.marks, [&](const Mark& mark) {
            return std::any_of(page_.widgets.begin(), page_.widgets.end(),
                               [&](const Widget& widget) { return touches(widget.box, mark.box, -1); });
        });
        const auto order = [](const Box& b) { return std::tie(b.top, b.left, b.bottom, b.right); };
        std::sort(page_.clips.begin(), page_.clips.end(),
                  [&](const Box& a, const Box& b) { return order(a) < order(b); });
        page_.clips.erase(std::unique(page_.clips.begin(), page_.clips.end()), page_.clips.end());
    }

    const PageNode& node_;
    SharedResources& shared_;
    Page& page_;
    Matrix matrix_;
    Shapes shapes_;
    ContentReader reader_;
    Resources resources_;
};

Page empty_page(const PageNode& node, int number) {
    Page page;
    page.number = number;
    const bool is_turned = node.rotation % 2 == 1;
    page.width = is_turned ? node.crop_box.height() : node.crop_box.width();
    page.height = is_turned ? node.crop_box.width() : node.crop_box.height();
    return page;
}

}  // namespace

Page scan_page(const PageNode& node, int number, SharedResources& shared, std::vector<Diagnostic>& diagnostics) {
    Page page = empty_page(node, number);
    std::string message;
    const auto is_used_up = [&] { return shared.operators_left == 0 || shared.budget.remaining == 0; };
    try {
        if (is_used_up()) throw PageOverLimit();
        PageScan(node, shared, page).run();
        return page;
    } catch (const PageOverLimit&) {
        message =
            is_used_up()
                ? "Het document gaat over een grens die de verwerking beschermt; de overige pagina's zijn overgeslagen"
                : "Pagina " + std::to_string(number) +
                      " gaat over een grens die de verwerking beschermt en is overgeslagen";
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {  // damage that QPDF does not survive
        message = "Pagina " + std::to_string(number) + " is beschadigd en is overgeslagen";
    }
    page = empty_page(node, number);
    page.is_skipped = true;
    Origin origin;
    origin.page = number;
    add_diagnostic(diagnostics, {"PAGINA_OVERGESLAGEN", Severity::warning, message + ".", origin, 1});
    return page;
}

}  // namespace sop::pdf
