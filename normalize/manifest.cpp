#include "normalize/manifest.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "normalize/csv.h"
#include "normalize/dates.h"
#include "normalize/versions.h"

namespace sop {
namespace {

// A name in the two forms it is looked up by; the second cannot be a file's name, as it has a slash.
std::string lower_key(std::string_view name) {
    std::string key = "/";
    for (const char c : name) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return key;
}

[[noreturn]] void refuse(std::size_t row, std::string_view what) {
    // Of the rows below the header, from 1; empty lines do not count.
    throw ListError("rij " + std::to_string(row + 1) + ": " + std::string(what));
}

void add(std::vector<ManifestEntry>& entries, const ManifestEntry& entry) {
    if (std::ranges::find(entries, entry) == entries.end()) entries.push_back(entry);
}

}  // namespace

Manifest::Manifest(std::string_view text) {
    const Csv csv(text);
    const auto file = csv.find_column({"bestandsnaam", "bestand"});
    const auto code = csv.find_column({"vestigingscode", "vestigingsnummer"});
    const auto brin = csv.find_column({"brin", "brinnummer"});
    const auto name = csv.find_column({"naam", "schoolnaam", "school"});
    const auto board = csv.find_column({"bestuur", "bestuursnaam"});
    const auto board_number = csv.find_column({"bestuursnummer"});
    const auto year = csv.find_column({"schooljaar"});
    if (!file) throw ListError("geen kolom bestandsnaam");
    if (!code && !brin && !name && !board && !board_number && !year)
        throw ListError("geen kolom vestigingscode, brin, naam, bestuur, bestuursnummer of schooljaar");

    const auto as_text = [](const std::string& cell) { return cell.empty() ? std::nullopt : Tekst(cell); };
    for (std::size_t row = 0; row < csv.size(); ++row) {
        std::string_view path = csv.cell(row, file);
        path.remove_prefix(path.find_last_of("/\\") + 1);
        if (path.empty()) refuse(row, "geen bestandsnaam");
        ManifestEntry entry{{}, as_text(csv.cell(row, name)), {as_text(csv.cell(row, board)), {}}, {}};
        for (const auto column : {code, brin}) {
            const std::string& cell = csv.cell(row, column);
            if (cell.empty() || (column == brin && entry.code)) continue;
            entry.code = parse_brin(cell);
            if (!entry.code) refuse(row, "\"" + cell + "\" is geen BRIN of vestigingscode");
        }
        if (const std::string& cell = csv.cell(row, board_number); !cell.empty()) {
            entry.bestuur.nummer = parse_board_number(cell);
            if (!entry.bestuur.nummer) refuse(row, "\"" + cell + "\" is geen bestuursnummer");
        }
        if (const std::string& cell = csv.cell(row, year); !cell.empty()) {
            entry.schooljaar = parse_school_year(cell);
            if (!entry.schooljaar) refuse(row, "\"" + cell + "\" is geen schooljaar");
        }
        if (!entries_.contains(lower_key(path))) names_.emplace_back(path);
        add(entries_[std::string(path)], entry);
        add(entries_[lower_key(path)], entry);
    }
}

std::vector<std::string> Manifest::unmatched(const std::vector<std::string>& file_names) const {
    std::unordered_set<std::string> keys;
    for (const std::string& name : file_names) keys.insert(lower_key(name));
    std::vector<std::string> left;
    for (const std::string& name : names_)
        if (!keys.contains(lower_key(name))) left.push_back(name);
    return left;
}

std::vector<ManifestEntry> Manifest::find(std::string_view file_name) const {
    for (const std::string& key : {std::string(file_name), lower_key(file_name)})
        if (const auto entry = entries_.find(key); entry != entries_.end()) return entry->second;
    return {};
}

}  // namespace sop
