#include "export/archive/ranking.h"

#include <algorithm>
#include <cmath>

#include "export/archive/words.h"

namespace sop {
namespace {

constexpr std::size_t excerpt_words = 16;
constexpr int first_of_group = 1000;  // against another one of the same group, which counts 1
constexpr double k1 = 1.2, b = 0.75, least_weight = 1e-6;

// Where a group stands in a text.
struct Instance {
    std::size_t at = 0, group = 0;
};

bool stands_at(const WordGroup& group, const std::vector<Word>& words, std::size_t at) {
    const std::size_t size = group.words.size();
    if (at + size > words.size()) return false;
    for (std::size_t i = 0; i < size; ++i) {
        const bool is_begin = group.is_prefix && i + 1 == size;
        const std::string& word = words[at + i].folded;
        if (is_begin ? !word.starts_with(group.words[i]) : word != group.words[i]) return false;
    }
    return true;
}

std::vector<Instance> instances_of(std::span<const WordGroup> groups, const std::vector<Word>& words) {
    std::vector<Instance> instances;
    for (std::size_t at = 0; at < words.size(); ++at)
        for (std::size_t group = 0; group < groups.size(); ++group)
            if (stands_at(groups[group], words, at)) instances.push_back({at, group});
    return instances;
}

// Some words of a text, from an instance on, and what they are worth.
struct Window {
    int score = 0;
    std::size_t begin = 0, last = 0;  // of its instances
};

Window window_at(std::span<const Instance> instances, std::size_t first, std::span<const WordGroup> groups) {
    Window window{.score = 0, .begin = instances[first].at, .last = 0};
    std::vector<bool> is_seen(groups.size());
    for (std::size_t i = first; i < instances.size() && instances[i].at < window.begin + excerpt_words; ++i) {
        const std::size_t group = instances[i].group;
        window.score += is_seen[group] ? 1 : first_of_group;
        is_seen[group] = true;
        window.last = std::max(window.last, instances[i].at + groups[group].words.size());
    }
    return window;
}

// The words of the window with as many before as behind it.
std::string excerpt_of(std::string_view text, const std::vector<Word>& words, const Window& window) {
    const std::size_t found = window.last - window.begin;
    const std::size_t before = found < excerpt_words ? (excerpt_words - found) / 2 : 0;
    std::size_t begin = window.begin - std::min(before, window.begin);
    if (begin + excerpt_words > words.size()) begin = words.size() - std::min(words.size(), excerpt_words);
    const std::size_t end = std::min(begin + excerpt_words, words.size());
    const std::size_t first = begin == 0 ? 0 : words[begin].begin;
    const bool is_end = end == words.size();
    std::string excerpt(text.substr(first, is_end ? std::string_view::npos : words[end - 1].end - first));
    if (begin > 0) excerpt.insert(0, "…");
    if (!is_end) excerpt += "…";
    return excerpt;
}

}  // namespace

std::optional<GroupMatch> match_groups(std::span<const WordGroup> groups, std::span<const std::string_view> texts) {
    GroupMatch match{.counts = std::vector<double>(groups.size()), .words = 0, .excerpt = {}};
    int best = 0;
    for (const std::string_view text : texts) {
        const std::vector<Word> words = words_of(text);
        match.words += static_cast<double>(words.size());
        const std::vector<Instance> instances = instances_of(groups, words);
        Window window;
        for (std::size_t i = 0; i < instances.size(); ++i) {
            match.counts[instances[i].group] += 1;
            const Window other = window_at(instances, i, groups);
            if (other.score > window.score) window = other;
        }
        if (window.score <= best) continue;
        best = window.score;
        match.excerpt = excerpt_of(text, words, window);
    }
    if (groups.empty() || std::ranges::count(match.counts, 0.0) != 0) return std::nullopt;
    return match;
}

double score_of(const GroupMatch& match, const SearchTotals& totals) {
    const double average = totals.words / totals.documents;
    double score = 0;
    for (std::size_t group = 0; group < match.counts.size(); ++group) {
        const double hits = totals.hits[group], count = match.counts[group];
        const double weight = std::log((totals.documents - hits + 0.5) / (hits + 0.5));
        score +=
            std::max(weight, least_weight) * (count * (k1 + 1.0)) / (count + k1 * (1 - b + b * match.words / average));
    }
    return score;
}

}  // namespace sop
