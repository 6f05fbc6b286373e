#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

/// Starts a program on a new pseudo-terminal, as leader of a session of its own.
/// - arguments, environment: each ends with NULL.
/// - terminal: set to the descriptor of the terminal's other end.
/// - Returns: the process id, or -1.
int pty_start(
  const char *path, char *const arguments[], char *const environment[], int columns, int rows,
  int *terminal);

/// Sets the size; the program gets SIGWINCH.
int pty_resize(int terminal, int columns, int rows);

/// A descriptor that is readable once the process has ended, or -1.
int pty_process_descriptor(int process);

#endif
