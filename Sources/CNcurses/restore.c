#define _GNU_SOURCE
#include "restore.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// A Swift trap is SIGILL on x86-64 and SIGTRAP on arm64; a stack overflow is SIGSEGV.
static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0], STACK_SIZE = 64 * 1024 };

static struct sigaction previous[FATAL_COUNT];
static struct termios saved_modes;
static char output[256];
static size_t output_length;
static volatile sig_atomic_t is_active;
static bool is_armed;
static bool chains_handlers;
static char *signal_stack;
/// The true error output, and the file in memory that stands in for it; -1: not replaced.
static int true_error = -1;
static int kept_error = -1;

int restore_save_modes(void) {
  output_length = 0;
  return tcgetattr(STDIN_FILENO, &saved_modes);
}

void restore_add_output(const char *control) {
  if (control == NULL || control == (const char *)-1) return;
  while (*control != '\0' && output_length < sizeof output) {
    // `$<5>` is a delay for terminals of another age.
    if (control[0] == '$' && control[1] == '<') {
      const char *end = strchr(control, '>');
      if (end != NULL) {
        control = end + 1;
        continue;
      }
    }
    output[output_length++] = *control++;
  }
}

/// Writes all of it; what cannot be written is lost.
static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

/// Puts the true error output back and copies to it what was kept.
static void release_error_output(void) {
  if (kept_error < 0) return;
  char buffer[512];
  off_t offset = 0;
  ssize_t count;
  dup2(true_error, STDERR_FILENO);
  while ((count = pread(kept_error, buffer, sizeof buffer, offset)) > 0) {
    write_all(STDERR_FILENO, buffer, (size_t)count);
    offset += count;
  }
  close(kept_error);
  close(true_error);
  kept_error = true_error = -1;
}

static void keep_error_output(void) {
  // Error output that goes into a file or a pipe does not disturb the screen.
  if (!isatty(STDERR_FILENO)) return;
  kept_error = memfd_create("error output", MFD_CLOEXEC);
  true_error = dup(STDERR_FILENO);
  if (kept_error < 0 || true_error < 0 || dup2(kept_error, STDERR_FILENO) < 0) {
    if (kept_error >= 0) close(kept_error);
    if (true_error >= 0) close(true_error);
    kept_error = true_error = -1;
  }
}

bool restore_is_in_background(void) {
  pid_t foreground = tcgetpgrp(STDIN_FILENO);
  return foreground > 0 && foreground != getpgrp();
}

void restore_now(void) {
  if (is_active) {
    is_active = 0;
    if (!restore_is_in_background()) {
      write_all(STDOUT_FILENO, output, output_length);
      tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
    }
  }
  release_error_output();
}

static void on_fatal(int signal, siginfo_t *info, void *context) {
  (void)context;
  restore_now();
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (fatal[i] != signal) continue;
    if (chains_handlers) {
      sigaction(signal, &previous[i], NULL);
    } else {
      struct sigaction action = {.sa_handler = SIG_DFL};
      sigaction(signal, &action, NULL);
    }
  }
  // A fault happens again on return, now without this handler; a sent signal must be sent again.
  if (info->si_code <= 0) raise(signal);
}

int restore_arm(void) {
  if (is_armed) return 0;
  // A stack overflow leaves no stack for a handler. The stack stays for the life of the thread.
  if (signal_stack == NULL) {
    signal_stack = malloc(STACK_SIZE);
    stack_t stack = {.ss_sp = signal_stack, .ss_size = STACK_SIZE};
    if (signal_stack == NULL || sigaltstack(&stack, NULL) != 0) return -1;
  }
  // Swift's own backtracer asks questions on the terminal; it is wanted only where it was ordered.
  chains_handlers = getenv("SWIFT_BACKTRACE") != NULL;
  keep_error_output();
  struct sigaction action = {.sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &previous[i]);
  is_armed = true;
  is_active = 1;
  return 0;
}

void restore_disarm(void) {
  if (!is_armed) return;
  is_armed = false;
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &previous[i], NULL);
  if (is_active) {
    is_active = 0;
    if (!restore_is_in_background()) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  }
  release_error_output();
}

void restore_set_active(bool active) { is_active = active; }
