#ifndef SIGNALS_H
#define SIGNALS_H

// Signals that ask for something become flags, and a pipe that wakes poll().

#include <stdbool.h>

/// Installs the handlers: before ncurses, which installs its own only where there are none.
int signals_start(void);

/// Puts back what was there before.
void signals_stop(void);

/// Readable while a signal waits to be taken.
int signals_descriptor(void);

/// Empties the pipe; to be called before the flags are taken.
void signals_drain(void);

/// Whether the signal has come since it was last taken.
bool signals_take(int signal);

/// The signal among those that ask to end which has come and was not taken yet; 0 if none.
int signals_asking_to_end(void);

/// Lets SIGTSTP stop the program, and returns when it was continued.
void signals_stop_program(void);

#endif
