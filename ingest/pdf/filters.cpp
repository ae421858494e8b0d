#include "ingest/pdf/filters.h"

#include "ingest/pdf/objects.h"  // before other headers of QPDF

#include <zlib.h>

#include <array>
#include <memory>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFStreamFilter.hh>
#include <stdexcept>
#include <vector>

namespace sop::pdf {
namespace {

using Byte = unsigned char;

thread_local DecodeBudget* current_budget = nullptr;

// Ends the decoding of one stream; QPDF turns it into a warning.
struct OverLimit : std::runtime_error {
    OverLimit() : std::runtime_error("stream over its limit") {}
};

// Passes on what a decoder makes and charges it to the budget.
class Decoder : public Pipeline {
public:
    Decoder(const char* name, Pipeline* target)
        : Pipeline(name, target),
          budget_(current_budget),
          left_(budget_ ? budget_->stream_bytes : PdfLimits{}.stream_bytes) {
        if (budget_ && budget_->filters == 0) throw OverLimit();
        if (budget_) --budget_->filters;
    }
    ~Decoder() override {
        if (budget_) ++budget_->filters;
    }

protected:
    void emit(const Byte* data, std::size_t size) {
        const bool is_used_up = budget_ && size > budget_->remaining;
        if (is_used_up) budget_->remaining = 0;
        if (size > left_ || is_used_up) {
            if (budget_) budget_->is_exceeded = true;
            throw OverLimit();
        }
        left_ -= size;
        if (budget_) budget_->remaining -= size;
        getNext()->write(data, size);
    }

private:
    DecodeBudget* budget_;
    std::size_t left_;
};

// Damaged data gives what could be read before the damage, as other readers do.
class Inflate final : public Decoder {
public:
    explicit Inflate(Pipeline* target) : Decoder("inflate", target), out_(1 << 15) {
        is_open_ = inflateInit(&zlib_) == Z_OK;
    }
    ~Inflate() override { inflateEnd(&zlib_); }

    void write(const Byte* data, std::size_t size) override {
        zlib_.next_in = const_cast<Byte*>(data);  // zlib does not write to it
        zlib_.avail_in = static_cast<uInt>(size);
        while (is_open_) {
            zlib_.next_out = out_.data();
            zlib_.avail_out = static_cast<uInt>(out_.size());
            const int status = inflate(&zlib_, Z_NO_FLUSH);
            is_open_ = status == Z_OK;
            const std::size_t made = out_.size() - zlib_.avail_out;
            if (made > 0) emit(out_.data(), made);
            if (zlib_.avail_out > 0) return is_open_ = is_open_ || status == Z_BUF_ERROR, void();
        }
    }
    void finish() override { getNext()->finish(); }

private:
    z_stream zlib_{};
    std::vector<Byte> out_;
    bool is_open_ = false;
};

// 7.4.4.2: codes of 9 to 12 bits, high bit first.
class Lzw final : public Decoder {
public:
    Lzw(Pipeline* target, bool early_change) : Decoder("lzw", target), early_(early_change ? 1 : 0) {}

    void write(const Byte* data, std::size_t size) override {
        for (std::size_t i = 0; i < size && is_open_; ++i) {
            bits_ = bits_ << 8 | data[i];
            count_ += 8;
            while (count_ >= width_ && is_open_) {
                count_ -= width_;
                take(bits_ >> count_ & ((1u << width_) - 1));
            }
        }
    }
    void finish() override { getNext()->finish(); }

private:
    static constexpr unsigned clear = 256, end = 257, table_size = 4096;

    void take(unsigned code) {
        if (code == clear) {
            next_code_ = 258;
            width_ = 9;
            previous_ = clear;
            return;
        }
        const bool is_new = code == next_code_ && previous_ != clear;
        if (code == end || (code >= next_code_ && !is_new)) return is_open_ = false, void();
        // The string of a code is its prefix's string and one byte; the one being defined ends as it begins.
        std::size_t at = text_.size();
        for (unsigned c = is_new ? previous_ : code;; c = prefix_[c]) {
            text_[--at] = c < clear ? static_cast<Byte>(c) : suffix_[c];
            if (c < clear || at == 1) break;
        }
        const Byte first = text_[at];
        if (previous_ != clear && next_code_ < table_size) {
            prefix_[next_code_] = static_cast<std::uint16_t>(previous_);
            suffix_[next_code_++] = first;
        }
        emit(text_.data() + at, text_.size() - at);
        if (is_new) emit(&first, 1);
        previous_ = code;
        while (width_ < 12 && next_code_ + early_ >= 1u << width_) ++width_;
    }

    unsigned early_, bits_ = 0, width_ = 9, count_ = 0, next_code_ = 258, previous_ = clear;
    bool is_open_ = true;
    std::array<std::uint16_t, table_size> prefix_{};
    std::array<Byte, table_size> suffix_{}, text_{};
};

// 7.4.5
class RunLength final : public Decoder {
public:
    explicit RunLength(Pipeline* target) : Decoder("run length", target) {}

    void write(const Byte* data, std::size_t size) override {
        for (std::size_t i = 0; i < size && length_ != end;) {
            if (copy_ > 0) {
                const std::size_t run = std::min(copy_, size - i);
                emit(data + i, run);
                copy_ -= run;
                i += run;
            } else if (length_ > end) {
                std::array<Byte, 128> run;
                run.fill(data[i++]);
                emit(run.data(), 257 - length_);
                length_ = 0;
            } else {
                length_ = data[i++];
                if (length_ < end) copy_ = length_ + 1;
            }
        }
    }
    void finish() override { getNext()->finish(); }

private:
    static constexpr unsigned end = 128;
    unsigned length_ = 0;
    std::size_t copy_ = 0;
};

struct Prediction {
    int predictor = 1;
    std::size_t row = 1, pixel = 1;  // bytes
};

// Undoes PNG's row filters and TIFF's horizontal differences of whole bytes (7.4.4.4).
class Predictor final : public Pipeline {
public:
    Predictor(Pipeline* target, const Prediction& prediction)
        : Pipeline("predictor", target),
          pixel_(prediction.pixel),
          is_png_(prediction.predictor >= 10),
          above_(prediction.row),
          row_(prediction.row) {}

    void write(const Byte* data, std::size_t size) override {
        for (std::size_t i = 0; i < size;) {
            if (is_png_ && filter_ < 0) {
                filter_ = data[i++];
                continue;
            }
            const std::size_t part = std::min(row_.size() - filled_, size - i);
            std::copy_n(data + i, part, row_.begin() + static_cast<std::ptrdiff_t>(filled_));
            filled_ += part;
            i += part;
            if (filled_ == row_.size()) flush_row();
        }
    }
    void finish() override {
        if (filled_ > 0) flush_row();
        getNext()->finish();
    }

private:
    void flush_row() {
        const std::size_t size = filled_;
        for (std::size_t i = 0; i < size; ++i) {
            const int left = i < pixel_ ? 0 : row_[i - pixel_], up = above_[i],
                      corner = i < pixel_ ? 0 : above_[i - pixel_];
            int guess = 0;
            if (!is_png_ || filter_ == 1)
                guess = left;
            else if (filter_ == 2)
                guess = up;
            else if (filter_ == 3)
                guess = (left + up) / 2;
            else if (filter_ == 4)
                guess = paeth(left, up, corner);
            row_[i] = static_cast<Byte>(row_[i] + guess);
        }
        getNext()->write(row_.data(), size);
        std::swap(row_, above_);
        filled_ = 0;
        filter_ = -1;
    }

    static int paeth(int left, int up, int corner) {
        const int to_left = std::abs(up - corner), to_up = std::abs(left - corner),
                  to_corner = std::abs(left + up - 2 * corner);
        if (to_left <= to_up && to_left <= to_corner) return left;
        return to_up <= to_corner ? up : corner;
    }

    std::size_t pixel_;
    bool is_png_;
    std::vector<Byte> above_, row_;
    std::size_t filled_ = 0;
    int filter_ = -1;  // of the row that is being read; -1: not read yet
};

enum class Kind { flate, lzw, run_length };

class BoundedFilter final : public QPDFStreamFilter {
public:
    explicit BoundedFilter(Kind kind) : kind_(kind) {}

    // False where the parameters make no sense: QPDF then leaves the stream as it is.
    bool setDecodeParms(QPDFObjectHandle parameters) override {
        if (parameters.isNull() || kind_ == Kind::run_length) return true;
        if (!parameters.isDictionary()) return false;
        const auto number = [&](const char* key, long long missing) {
            QPDFObjectHandle value = parameters.getKey(key);
            return value.isInteger() ? value.getIntValue() : missing;
        };
        early_change_ = number("/EarlyChange", 1) != 0;
        const long long predictor = number("/Predictor", 1), columns = number("/Columns", 1),
                        colors = number("/Colors", 1), bits = number("/BitsPerComponent", 8);
        if (predictor == 1) return true;
        const auto most =
            static_cast<long long>(current_budget ? current_budget->predictor_row : PdfLimits{}.predictor_row);
        if (predictor < 1 || predictor > 15 || (predictor > 2 && predictor < 10) || columns < 1 || columns > most ||
            colors < 1 || colors > 32 || bits < 1 || bits > 16 || (predictor == 2 && bits != 8))
            return false;
        const long long row = (columns * colors * bits + 7) / 8;
        prediction_ = {static_cast<int>(predictor), static_cast<std::size_t>(row),
                       static_cast<std::size_t>((colors * bits + 7) / 8)};
        return row <= most;
    }

    Pipeline* getDecodePipeline(Pipeline* next) override {
        if (prediction_.predictor > 1) {
            predictor_ = std::make_unique<Predictor>(next, prediction_);
            next = predictor_.get();
        }
        switch (kind_) {
            case Kind::flate:
                decoder_ = std::make_unique<Inflate>(next);
                break;
            case Kind::lzw:
                decoder_ = std::make_unique<Lzw>(next, early_change_);
                break;
            case Kind::run_length:
                decoder_ = std::make_unique<RunLength>(next);
                break;
        }
        return decoder_.get();
    }

    bool isSpecializedCompression() override { return kind_ == Kind::run_length; }

private:
    Kind kind_;
    bool early_change_ = true;
    Prediction prediction_;
    std::unique_ptr<Pipeline> predictor_, decoder_;
};

class Sink final : public Pipeline {
public:
    Sink(std::string& out, std::size_t limit) : Pipeline("sink", nullptr), out_(out), limit_(limit) {}
    void write(const Byte* data, std::size_t size) override {
        const std::size_t part = std::min(size, limit_ - out_.size());
        out_.append(reinterpret_cast<const char*>(data), part);
        if (part < size) {
            over_limit = true;
            throw OverLimit();
        }
    }
    void finish() override {}
    bool over_limit = false;

private:
    std::string& out_;
    std::size_t limit_;
};

}  // namespace

BudgetScope::BudgetScope(DecodeBudget& budget) : outer_(current_budget) { current_budget = &budget; }
BudgetScope::~BudgetScope() { current_budget = outer_; }

void register_filters() {
    static const bool registered = [] {
        const auto add = [](const char* name, Kind kind) {
            QPDF::registerStreamFilter(name, [kind] { return std::make_shared<BoundedFilter>(kind); });
        };
        add("/FlateDecode", Kind::flate);
        add("/LZWDecode", Kind::lzw);
        add("/RunLengthDecode", Kind::run_length);
        return true;
    }();
    static_cast<void>(registered);
}

Decoded decode(QPDFObjectHandle stream, std::size_t limit) {
    Decoded result;
    if (!stream.isStream()) return {{}, false, false};
    const bool was_exceeded = current_budget && current_budget->is_exceeded;
    if (current_budget) current_budget->is_exceeded = false;
    Sink sink(result.bytes, limit);
    try {
        bool is_filtered = false;
        constexpr bool quietly = true;
        // Asked with no pipeline, QPDF only says whether it could decode.
        result.is_readable =
            stream.pipeStreamData(nullptr, &is_filtered, 0, qpdf_dl_specialized, quietly) && is_filtered;
        if (result.is_readable) stream.pipeStreamData(&sink, &is_filtered, 0, qpdf_dl_specialized, quietly);
    } catch (const std::exception&) {  // OverLimit of a chain of filters; damage that QPDF does not survive
    }
    result.over_limit = sink.over_limit;
    if (current_budget) {
        result.over_limit = result.over_limit || current_budget->is_exceeded;
        current_budget->is_exceeded = current_budget->is_exceeded || was_exceeded;
    }
    return result;
}

Decoded raw_bytes(QPDFObjectHandle stream, std::size_t limit) {
    Decoded result;
    if (!stream.isStream()) return {{}, false, false};
    Sink sink(result.bytes, limit);
    try {
        bool is_filtered = false;
        stream.pipeStreamData(&sink, &is_filtered, 0, qpdf_dl_none, true);
    } catch (const std::exception&) {
        result.is_readable = false;
    }
    result.over_limit = sink.over_limit;
    return result;
}

}  // namespace sop::pdf
