#include "ingest/pdf/rebuild.h"

#include <algorithm>
#include <map>
#include <vector>

#include "ingest/pdf/filters.h"
#include "ingest/pdf/object_stream.h"
#include "ingest/pdf/objects.h"
#include "ingest/pdf/tokens.h"

namespace sop::pdf {
namespace {

using Kind = Token::Kind;

// Bytes that the dictionaries of a file are read in; objects that are not closed run into each other.
using Work = std::size_t;

// What the dictionary at the start of an object says.
struct Facts {
    std::string type;              // "Page", "Pages", "Catalog", "ObjStm", "XRef"
    std::string_view pages, root;  // references
    std::string_view encrypt, id;  // of a cross-reference stream that served as trailer
    bool has_parent = false;
};

Facts facts_of(std::string_view object, Work& work) {
    constexpr std::size_t longest_dictionary = 1 << 16;
    Facts facts;
    Tokens tokens(object.substr(0, std::min(longest_dictionary, work)));
    if (tokens.next().kind != Kind::dict_open) return facts;
    for (Token key = tokens.next(); key.kind == Kind::name; key = tokens.next()) {
        const std::string_view value = tokens.value();
        if (key.text == "Type" && value.starts_with('/')) facts.type = value.substr(1);
        if (key.text == "Pages") facts.pages = value;
        if (key.text == "Root") facts.root = value;
        if (key.text == "Encrypt") facts.encrypt = value;
        if (key.text == "ID") facts.id = value;
        if (key.text == "Parent") facts.has_parent = true;
    }
    work -= tokens.position();
    return facts;
}

struct Found {
    int id = 0;
    Facts facts;
};

// "12 0 obj": the last object of an id counts, as later revisions stand behind earlier ones.
std::vector<Found> find_objects(std::string_view bytes, const PdfLimits& limits, Work& work) {
    std::vector<Found> found;
    const auto digits_before = [&](std::size_t at) {
        std::size_t start = at;
        while (start > 0 && bytes[start - 1] >= '0' && bytes[start - 1] <= '9' && at - start < 10) --start;
        return start;
    };
    const auto space_before = [&](std::size_t at) {
        while (at > 0 && is_space(bytes[at - 1])) --at;
        return at;
    };
    for (std::size_t at = bytes.find("obj"); at != std::string_view::npos; at = bytes.find("obj", at + 3)) {
        const std::size_t generation_end = space_before(at), generation = digits_before(generation_end);
        const std::size_t id_end = space_before(generation), id = digits_before(id_end);
        if (generation == generation_end || id_end == generation || id == id_end || found.size() >= limits.objects)
            continue;
        Tokens number(bytes.substr(id, id_end - id));
        found.push_back({static_cast<int>(number.next().number), facts_of(bytes.substr(at + 3), work)});
    }
    return found;
}

std::string reference(int id) { return std::to_string(id) + " 0 R"; }
std::string object_text(int id, std::string_view body) {
    std::string text = "\n" + std::to_string(id) + " 0 obj\n";
    return text.append(body).append("\nendobj\n");
}

std::string trailer(int root, int size, const Facts& last) {
    std::string text = "\ntrailer\n<< /Root " + reference(root) + " /Size " + std::to_string(size);
    if (!last.encrypt.empty()) text.append(" /Encrypt ").append(last.encrypt);
    if (!last.id.empty()) text.append(" /ID ").append(last.id);
    return text + " >>\nstartxref\n0\n%%EOF\n";
}

// The objects of all object streams (7.5.7), written as objects of their own.
std::string unpack_streams(const std::string& readable, const std::vector<Found>& found, const PdfLimits& limits,
                           std::vector<Found>& unpacked, Work& work) {
    std::string text;
    QPDF qpdf;
    qpdf.setSuppressWarnings(true);
    qpdf.processMemoryFile("", readable.data(), readable.size(), "");
    for (const Found& stream : found) {
        if (stream.facts.type != "ObjStm") continue;
        Object object = qpdf.getObjectByID(stream.id, 0);
        const std::string data = decode(object, limits.stream_bytes).bytes;
        const auto places = object_places(object, data, limits.objects - std::min(unpacked.size(), limits.objects));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto [id, start] = places[i];
            const std::size_t end = i + 1 < places.size() ? places[i + 1].second : data.size();
            if (start >= end || end > data.size()) continue;
            const std::string_view body = std::string_view(data).substr(start, end - start);
            text += object_text(id, body);
            Facts facts = facts_of(body, work);
            // The views are into `data`, which goes; of what is in a stream only the type and the parent matter.
            unpacked.push_back({id, {facts.type, facts.pages.empty() ? "" : "-", {}, {}, {}, facts.has_parent}});
            if (text.size() > limits.decoded_bytes) return text;
        }
    }
    return text;
}

}  // namespace

std::string rebuild(std::string_view bytes, const PdfLimits& limits) {
    Work work = 2 * bytes.size() + limits.stream_bytes / 4;
    std::vector<Found> found = find_objects(bytes, limits, work);
    Facts last;  // of what served as trailer
    int next_id = 1;
    for (const Found& object : found) {
        next_id = std::max(next_id, object.id + 1);
        if (object.facts.type == "XRef") last = object.facts;
    }
    std::string text(bytes);
    // QPDF takes the first trailer it finds, and these have led nowhere.
    constexpr std::string_view keyword = "trailer";
    for (std::size_t at = bytes.find(keyword); at != std::string_view::npos; at = bytes.find(keyword, at + 1)) {
        if (const Facts facts = facts_of(bytes.substr(at + keyword.size()), work); !facts.encrypt.empty()) last = facts;
        text[at] = 'T';
    }
    if (std::any_of(found.begin(), found.end(), [](const Found& f) { return f.facts.type == "ObjStm"; })) {
        std::string readable = text;
        readable += object_text(next_id, "<< /Type /Catalog /Pages " + reference(next_id + 1) + " >>");
        readable +=
            object_text(next_id + 1, "<< /Type /Pages /Kids [] /Count 0 >>") + trailer(next_id, next_id + 2, last);
        try {
            std::vector<Found> unpacked;
            text += unpack_streams(readable, found, limits, unpacked, work);
            found.insert(found.end(), unpacked.begin(), unpacked.end());
        } catch (const QPDFExc&) {  // then without them
        }
        for (const Found& object : found) next_id = std::max(next_id, object.id + 1);
    }

    // What an id is at last; pages in the order they stand in.
    std::map<int, const Facts*> facts;
    for (const Found& object : found) facts[object.id] = &object.facts;
    const auto is_last = [&](const Found& object, std::string_view type) {
        return facts.at(object.id) == &object.facts && object.facts.type == type;
    };
    int root = 0, pages = 0;
    std::string kids;
    int count = 0;
    for (const Found& object : found) {
        if (is_last(object, "Catalog") && !object.facts.pages.empty()) root = object.id;
        if (is_last(object, "Pages") && !object.facts.has_parent) pages = object.id;
        if (is_last(object, "Page")) {
            kids += reference(object.id) + " ";
            ++count;
        }
    }
    if (count == 0) return {};
    if (root == 0 || pages == 0) {
        root = next_id;
        text += object_text(root, "<< /Type /Catalog /Pages " + reference(root + 1) + " >>");
        text += object_text(root + 1, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(count) + " >>");
    }
    return text + trailer(root, next_id + 2, last);
}

}  // namespace sop::pdf
