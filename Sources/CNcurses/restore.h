#ifndef RESTORE_H
#define RESTORE_H

// Gives the terminal back when the program dies.

#include <stdbool.h>

/// Remembers the terminal's modes; to be called before anything changes them. 0, or -1 on failure.
int restore_save_modes(void);

/// Adds a terminal control string to what is sent when the program dies.
void restore_add_output(const char *control);

/// Installs handlers for every fatal signal, and keeps the error output until the terminal is back.
int restore_arm(void);

/// Removes the handlers, sets the terminal's modes and shows the kept error output.
void restore_disarm(void);

/// While false, the terminal is the shell's and dying leaves it alone.
void restore_set_active(bool active);

/// Whether the terminal belongs to another job, so that touching it would stop the program.
bool restore_is_in_background(void);

/// Gives the terminal back at once. Safe in a signal handler.
void restore_now(void);

#endif
