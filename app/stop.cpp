#include "app/stop.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <initializer_list>

namespace sop {
namespace {

volatile std::sig_atomic_t asked_by = 0;
int event = -1;

void ask(int signal) {
    const int error = errno;
    asked_by = signal;
    const std::uint64_t one = 1;
    static_cast<void>(::write(event, &one, sizeof one));
    errno = error;
}

}  // namespace

void stop_on_signals() {
    event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct sigaction action {};
    action.sa_handler = ask;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGTERM, SIGINT}) {
        struct sigaction before {};
        ::sigaction(signal, nullptr, &before);
        // A shell lets what it starts in the background ignore the keyboard.
        if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);
    }
}

int stop_signal() { return asked_by; }

int stop_descriptor() { return event; }

void end_by_signal() { ::raise(asked_by); }

}  // namespace sop
