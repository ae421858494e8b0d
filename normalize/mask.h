// Masking of personal data in the texts of one record.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/fold.h"
#include "normalize/record.h"

namespace sop {

// Knows the names of the persons of a record, so that what one place tells ("directeur Anna Bos") is masked at all
// others ("Anna", "mw. Bos").
class Mask {
public:
    explicit Mask(const SopRecord& record);

    // `text` with "[naam]", "[e-mail]", "[telefoon]", "[bsn]", "[nummer]" and "<5" for what find_personal_data() finds
    // and for the names and numbers that are known: whole names whatever their case, and single words of them with a
    // capital.
    // Names of the school, its board, its partnership, its street and its place stay.
    std::string operator()(std::string_view text);

    // What was masked so far, each text once, numbers of pupils left out; and how many places.
    const std::set<std::string>& masked() const { return masked_; }
    int count() const { return count_; }

private:
    // Folded words in a row; a lone one needs a capital.
    using Row = std::vector<std::string>;
    using Names = std::unordered_map<std::string, std::vector<Row>>;  // by their first word

    void collect(std::string_view text);
    void collect(const std::vector<Blok>& blocks);
    void collect_address(std::string_view address, std::string_view text);
    void add_person(std::string_view name);
    void add_name(Row words);
    Names::const_iterator find_rows(std::string_view text, const Words& words, std::size_t at) const;
    bool is_behind_article(std::string_view text, const Words& words, std::size_t at) const;
    bool opens_sentence(std::string_view text, const Words& words, std::size_t at) const;
    void protect(const Tekst& name);

    Names names_;
    std::set<std::string> articled_;  // words of names behind an article: "wit" of "de Wit"
    std::vector<Row> protected_;
    std::set<std::string> masked_;
    int count_ = 0;
};

}  // namespace sop
