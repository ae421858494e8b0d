// What content refers to by name (ISO 32000-1, 7.8.3), read once.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "ingest/pdf/colors.h"
#include "ingest/pdf/filters.h"
#include "ingest/pdf/fonts.h"
#include "ingest/pdf/objects.h"

namespace sop::pdf {

class Resources;

// A page asks for more than a limit allows: it is skipped.
struct PageOverLimit {};

// A form (8.10), decoded.
struct Form {
    std::string content;
    Matrix matrix;
    std::optional<Rectangle> bounds;
    std::shared_ptr<Resources> resources;  // null: those of the content that paints it
    QPDFObjGen id;
    bool has_own_marks = false;  // /StructParents: marked content is numbered in the form, not in the page
};

struct External {
    Object object;
    bool is_form = false, is_image = false;
    bool is_hidden = false;
};

// Parameters of an ExtGState dictionary (8.4.5) that matter here.
struct GraphicsParameters {
    std::optional<double> line_width, fill_alpha, stroke_alpha, font_size;
    const LoadedFont* font = nullptr;
    std::optional<Object> soft_mask;  // a form
};

// A property list of marked content (14.6.2).
struct Properties {
    int mcid = no_mcid;
    bool is_hidden = false;  // optional content that is switched off
};

// What the pages of a document share.
class SharedResources {
public:
    SharedResources(const PdfLimits& pdf_limits, const Object& catalog);

    // All throw PageOverLimit.
    const LoadedFont& font(const Object& dictionary);
    std::shared_ptr<const Form> form(const Object& stream);
    // Of a group or a membership dictionary (8.11.2): whether a reader sees what it marks.
    bool is_hidden(const Object& optional_content) const;
    // What Poppler reads with a colour space, a function or a shading, and all that they refer to: that it is little
    // and not nested deeply.
    void check_parts(const Object& object);

    // Charged by each look-up; the page's scan sets it anew.
    int lookups_left = 0;
    void count_lookup() {
        if (--lookups_left < 0) throw PageOverLimit();
    }

    const PdfLimits limits;
    DecodeBudget budget;
    std::size_t operators_left;
    std::size_t field_work_left;

private:
    std::set<QPDFObjGen> hidden_;
    std::map<QPDFObjGen, LoadedFont> fonts_;
    std::list<LoadedFont> direct_fonts_;
    std::map<QPDFObjGen, std::shared_ptr<const Form>> forms_;
    std::set<QPDFObjGen> bounded_;  // objects that check_parts() has seen
    std::size_t cached_bytes_ = 0;
    Inflated inflated_fonts_;
};

// The resources of one content stream. What they do not have is null.
class Resources {
public:
    Resources(const Object& dictionary, SharedResources& shared) : dictionary_(dictionary), shared_(shared) {}

    const LoadedFont* font(std::string_view name);
    const ColorSpace* color_space(std::string_view name);
    const External* external(std::string_view name);
    const GraphicsParameters* parameters(std::string_view name);
    const Properties* properties(std::string_view name);
    void check_shading(std::string_view name);
    // Poppler reads all fonts of a dictionary as soon as one is used.
    void check_fonts();

private:
    template <class Value>
    using Table = std::map<std::string, std::optional<Value>, std::less<>>;

    template <class Value, class Load>
    const Value* find(Table<Value>& table, const char* category, std::string_view name, Load load);

    Object dictionary_;
    SharedResources& shared_;
    Table<const LoadedFont*> fonts_;
    Table<ColorSpace> color_spaces_;
    Table<External> externals_;
    Table<GraphicsParameters> parameters_;
    Table<Properties> properties_;
    bool fonts_checked_ = false;
};

}  // namespace sop::pdf
