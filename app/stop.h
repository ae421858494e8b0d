// Somebody asks a run to stop: SIGTERM, or SIGINT from a terminal. It stops between two files, so that what has been
// done is kept and told of. Who asks twice ends the program there and then.
#pragma once

namespace sop {

// From now on the first such signal only asks.
void stop_on_signals();

// The signal that asked; 0: none has.
int stop_signal();

// A descriptor to poll(2): readable once somebody has asked; -1, which poll() passes over, before stop_on_signals().
int stop_descriptor();

// Ends the program as the signal would have: a script that called it then stops as well.
void end_by_signal();

}  // namespace sop
