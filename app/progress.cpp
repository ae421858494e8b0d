#include "app/progress.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace sop {
namespace {

using std::chrono::duration;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t bar_width = 24;
constexpr auto window = seconds(10);
constexpr auto first_guess = seconds(1);              // before that, too little has been seen
constexpr auto between_drawings = milliseconds(100);  // more often nobody sees

std::string time_left(double left) {
    if (left < 60) return std::to_string(std::lround(std::ceil(left))) + " s";
    const long minutes = std::lround(left / 60);
    if (minutes < 60) return std::to_string(minutes) + " min";
    return std::to_string(minutes / 60) + " u " + std::to_string(minutes % 60) + " min";
}

std::string rate_of(double rate) {
    if (rate >= 1) return std::to_string(std::lround(rate)) + " per seconde";
    return std::to_string(std::lround(rate * 60)) + " per minuut";
}

}  // namespace

std::string Progress::line(std::size_t done, Time now) {
    looks_.push_back({now, done});
    // The first look that is kept lies a window back, or the run is younger.
    while (looks_.size() > 2 && now - looks_[1].time >= window) looks_.pop_front();
    const std::size_t filled = total_ == 0 ? bar_width : bar_width * done / total_;
    std::string text = "[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " +
                       std::to_string(done) + " van " + std::to_string(total_);
    const duration<double> seen = now - looks_.front().time;
    const double rate = static_cast<double>(done - looks_.front().done) / seen.count();
    if (seen < first_guess || rate <= 0) return text;
    return text + ", " + rate_of(rate) + ", nog " + time_left(static_cast<double>(total_ - done) / rate);
}

ProgressBar::ProgressBar(std::size_t total)
    : total_(total), progress_(total), on_terminal_(::isatty(STDERR_FILENO) == 1) {
    if (on_terminal_) progress_.line(0, std::chrono::steady_clock::now());
}

ProgressBar::~ProgressBar() {
    if (on_terminal_) std::fputs("\r\x1b[K", stderr);
}

void ProgressBar::show(std::size_t done) {
    if (!on_terminal_ || total_ == 0) return;
    const auto now = std::chrono::steady_clock::now();
    if (done < total_ && now - drawn_ < between_drawings) return;
    drawn_ = now;
    const std::string line = "\r" + progress_.line(done, now) + "\x1b[K";
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

}  // namespace sop
