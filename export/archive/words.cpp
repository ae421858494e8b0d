#include "export/archive/words.h"

#include <sqlite3.h>

#include <array>
#include <memory>
#include <new>

namespace sop {
namespace {

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// FTS5 gives its tokenizers to who has a database.
class Tokenizer {
public:
    Tokenizer() {
        sqlite3* database = nullptr;
        const int opened = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE, nullptr);
        database_.reset(database);
        sqlite3_stmt* statement = nullptr;
        if (opened != SQLITE_OK ||
            sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK)
            throw std::bad_alloc();
        const std::unique_ptr<sqlite3_stmt, Close> owner(statement);
        fts5_api* api = nullptr;
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
        void* context = nullptr;
        std::array<const char*, 2> arguments{"remove_diacritics", "2"};
        if (api == nullptr || api->xFindTokenizer(api, "unicode61", &context, &functions_) != SQLITE_OK ||
            functions_.xCreate(context, arguments.data(), static_cast<int>(arguments.size()), &tokenizer_) != SQLITE_OK)
            throw std::bad_alloc();
    }
    ~Tokenizer() { functions_.xDelete(tokenizer_); }
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;

    std::vector<Word> words_of(std::string_view text) const {
        std::vector<Word> words;
        // No exception crosses SQLite: what cannot be kept ends the text.
        const auto add = [](void* to, int, const char* word, int size, int begin, int end) {
            try {
                static_cast<std::vector<Word>*>(to)->push_back({std::string(word, static_cast<std::size_t>(size)),
                                                                static_cast<std::size_t>(begin),
                                                                static_cast<std::size_t>(end)});
                return SQLITE_OK;
            } catch (const std::bad_alloc&) {
                return SQLITE_NOMEM;
            }
        };
        if (functions_.xTokenize(tokenizer_, &words, FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()),
                                 add) != SQLITE_OK)
            throw std::bad_alloc();
        return words;
    }

private:
    std::unique_ptr<sqlite3, Close> database_;
    fts5_tokenizer functions_{};
    Fts5Tokenizer* tokenizer_ = nullptr;
};

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    static const Tokenizer tokenizer;
    return text.empty() ? std::vector<Word>() : tokenizer.words_of(text);
}

}  // namespace sop
