#include "app/progress.h"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace sop {
namespace {

constexpr std::size_t bar_width = 30;

}  // namespace

ProgressBar::ProgressBar(std::size_t total) : total_(total), on_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    if (on_terminal_) std::fputs("\r\x1b[K", stderr);
}

void ProgressBar::show(std::size_t done) const {
    if (!on_terminal_ || total_ == 0) return;
    const std::size_t filled = bar_width * done / total_;
    const std::string line = "\r[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " +
                             std::to_string(done) + " van " + std::to_string(total_) + "\x1b[K";
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

}  // namespace sop
