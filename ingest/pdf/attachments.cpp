#include "ingest/pdf/attachments.h"

#include <set>

#include "ingest/text.h"

namespace sop::pdf {
namespace {

class NameTree {
public:
    NameTree(const PdfLimits& limits, std::vector<EmbeddedFile>& files) : limits_(limits), files_(files) {}

    void visit(const Object& object, int depth) {
        if (depth > limits_.field_depth || (object.isIndirect() && !seen_.insert(object.getObjGen()).second)) return;
        const Object names = get(object, "/Names"), kids = get(object, "/Kids");
        for (int i = 0; i + 1 < size_of(names) && !is_full(); i += 2) add(item(names, i), item(names, i + 1));
        for (int i = 0; i < size_of(kids) && !is_full(); ++i) visit(item(kids, i), depth + 1);
    }

private:
    bool is_full() const {
        return files_.size() >= static_cast<std::size_t>(limits_.attachments) || visited_ > limits_.page_nodes;
    }

    void add(const Object& key, const Object& specification) {
        ++visited_;
        constexpr std::size_t longest_name = 255;
        Object stream = Object::newNull();
        for (const char* which : {"/UF", "/F"})
            if (stream.isNull()) stream = get(get(specification, "/EF"), which);
        if (!stream.isStream()) return;
        std::string name;
        for (const char* which : {"/UF", "/F"})
            if (name.empty()) name = text_of(get(specification, which), longest_name);
        files_.push_back({collapse_spaces(name.empty() ? text_of(key, longest_name) : name), stream});
    }

    const PdfLimits& limits_;
    std::vector<EmbeddedFile>& files_;
    std::set<QPDFObjGen> seen_;
    int visited_ = 0;
};

}  // namespace

std::vector<EmbeddedFile> find_embedded_files(const Object& catalog, const PdfLimits& limits) {
    std::vector<EmbeddedFile> files;
    NameTree(limits, files).visit(get(get(catalog, "/Names"), "/EmbeddedFiles"), 0);
    return files;
}

}  // namespace sop::pdf
