#define _GNU_SOURCE
#include "cpseudoterminal.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int pty_start(
  const char *path, char *const arguments[], char *const environment[], int columns, int rows,
  int *terminal) {
  struct winsize size = {.ws_col = columns, .ws_row = rows};
  int process = forkpty(terminal, NULL, NULL, &size);
  if (process == 0) {
    // Between fork and exec of a process with threads only such calls are safe.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    // Another test's terminal must not be held open here.
    close_range(3, ~0U, 0);
    execve(path, arguments, environment);
    _exit(127);
  }
  if (process > 0) fcntl(*terminal, F_SETFD, FD_CLOEXEC);
  return process;
}

int pty_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_col = columns, .ws_row = rows};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int pty_process_descriptor(int process) { return syscall(SYS_pidfd_open, process, 0); }
