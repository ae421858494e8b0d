#include "extract/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "ingest/text.h"

namespace sop {
namespace {

// A mistake found while the parser runs; the file's name is added outside.
struct Mistake {
    int line, column;
    std::string_view sentence;
};

// Builds the tree from the parser's events. It refuses depth before the parser goes deeper: yaml-cpp recurses.
class Builder : public YAML::EventHandler {
public:
    Yaml take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(mark, "", anchor, Yaml::Kind::empty); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_anchor(mark); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        add(mark, tag, anchor, Yaml::Kind::scalar).text = value;
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Yaml::Kind::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Yaml::Kind::map);
    }
    void OnMapEnd() override { close(); }

private:
    [[noreturn]] static void refuse(const YAML::Mark& mark, std::string_view sentence) {
        throw Mistake{mark.line + 1, mark.column + 1, sentence};
    }
    [[noreturn]] static void refuse_anchor(const YAML::Mark& mark) {
        refuse(mark,
               "Verwijzingen (& en *) worden niet gelezen; schrijf de waarde uit, of zet de tekst tussen "
               "aanhalingstekens.");
    }
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Yaml::Kind kind) {
        if (open_.size() >= yaml_depth) refuse(mark, "Het bestand is te diep genest.");
        open_.push_back(make(mark, tag, anchor, kind));
    }
    void close() {
        Yaml done = std::move(open_.back());
        open_.pop_back();
        place(std::move(done));
    }
    Yaml& add(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Yaml::Kind kind) {
        return place(make(mark, tag, anchor, kind));
    }
    static Yaml make(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Yaml::Kind kind) {
        if (anchor != 0) refuse_anchor(mark);
        // "?" and "!" say plain and quoted; "" stands for a null.
        if (tag != "" && tag != "?" && tag != "!")
            refuse(mark, "Typeaanduidingen (!) worden niet gelezen; zet de tekst tussen aanhalingstekens.");
        Yaml node;
        node.kind = kind;
        node.line = mark.line + 1;
        node.column = mark.column + 1;
        return node;
    }
    // Puts a finished node into the one that is open. Entries of a map come as key, value, key, value.
    Yaml& place(Yaml node) {
        if (open_.empty()) return root_ = std::move(node);
        Yaml& parent = open_.back();
        if (parent.kind == Yaml::Kind::list) return parent.items.emplace_back(std::move(node));
        if (!has_key_[depth()]) {
            if (node.kind != Yaml::Kind::scalar)
                throw Mistake{node.line, node.column, "Een sleutel moet een woord zijn."};
            has_key_[depth()] = true;
            parent.entries.push_back({std::move(node), {}});
            return parent.entries.back().key;
        }
        has_key_[depth()] = false;
        return parent.entries.back().value = std::move(node);
    }
    std::size_t depth() const { return open_.size(); }

    Yaml root_;
    std::vector<Yaml> open_;
    std::vector<bool> has_key_ = std::vector<bool>(yaml_depth + 1, false);
};

bool is_indented_by_tab(std::string_view text, int line) {
    for (; line > 0 && !text.empty(); --line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find_first_not_of(" \t")).find('\t') != std::string_view::npos;
}

}  // namespace

YamlError::YamlError(std::string_view file, int line, int column, std::string_view sentence)
    : std::runtime_error(std::string(file) + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " +
                         std::string(sentence)) {}

Yaml read_yaml(std::string_view text, std::string_view file) {
    if (text.size() > yaml_bytes) throw YamlError(file, 1, 1, "Het bestand is te groot voor een sjabloon.");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!is_utf8(text) || text.find('\0') != std::string_view::npos)
        throw YamlError(file, 1, 1, "Het bestand is geen tekst in UTF-8; sla het op met die tekencodering.");
    Builder builder;
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) throw YamlError(file, 1, 1, "Het bestand is leeg.");
        if (parser) throw YamlError(file, 1, 1, "Het bestand bevat meer dan één document; splits het.");
    } catch (const Mistake& mistake) {
        throw YamlError(file, mistake.line, mistake.column, mistake.sentence);
    } catch (const YAML::Exception& error) {
        if (is_indented_by_tab(text, error.mark.line))
            throw YamlError(file, error.mark.line + 1, 1,
                            "Deze regel springt in met een tab; YAML kent daar alleen spaties.");
        throw YamlError(file, error.mark.line + 1, error.mark.column + 1,
                        "Dit is geen geldige YAML; kijk naar het inspringen, de dubbele punten en de "
                        "aanhalingstekens op en boven deze regel.");
    }
    return builder.take();
}

}  // namespace sop
