#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "cncurses.h"
#include "restore.h"

static const int handled[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
enum { HANDLED_COUNT = sizeof handled / sizeof handled[0] };

static struct sigaction previous[HANDLED_COUNT];
static struct sigaction previous_pipe;
static int wake[2] = {-1, -1};
static volatile sig_atomic_t waiting[NSIG];

static void on_signal(int signal) {
  int saved_errno = errno;
  bool asks_to_end = signal == SIGTERM || signal == SIGINT || signal == SIGQUIT;
  if (asks_to_end && waiting[signal]) {
    // Asked twice, and the program has not even looked: it hangs.
    restore_now();
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigaction(signal, &action, NULL);
    raise(signal);
  }
  waiting[signal] = 1;
  // A full pipe wakes as well as one more byte would.
  if (write(wake[1], "", 1) < 0) {}
  errno = saved_errno;
}

int signals_start(void) {
  if (pipe2(wake, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  memset((void *)waiting, 0, sizeof waiting);
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < HANDLED_COUNT; i++) sigaction(handled[i], &action, &previous[i]);
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &previous_pipe);
  return 0;
}

void signals_stop(void) {
  if (wake[0] < 0) return;
  for (int i = 0; i < HANDLED_COUNT; i++) sigaction(handled[i], &previous[i], NULL);
  sigaction(SIGPIPE, &previous_pipe, NULL);
  close(wake[0]);
  close(wake[1]);
  wake[0] = wake[1] = -1;
}

int signals_descriptor(void) { return wake[0]; }

void signals_drain(void) {
  char buffer[64];
  while (read(wake[0], buffer, sizeof buffer) > 0) {}
}

bool signals_take(int signal) {
  if (!waiting[signal]) return false;
  waiting[signal] = 0;
  return true;
}

int signals_asking_to_end(void) {
  static const int ends[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    if (waiting[ends[i]]) return ends[i];
  }
  return 0;
}

void signals_stop_program(void) {
  struct sigaction ours;
  struct sigaction stop = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &stop, &ours);
  // The whole job stops, as the terminal itself would do it.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  signals_take(SIGTSTP);
  signals_take(SIGCONT);
}

void cn_end_by_signal(int32_t signal_number) {
  signal(signal_number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal_number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(signal_number);
  _exit(128 + signal_number);
}
