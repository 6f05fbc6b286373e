#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "input.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "cncurses.h"
#include "signals.h"

static int32_t key_of(wint_t code) {
  switch (code) {
    case KEY_UP: return CN_KEY_UP;
    case KEY_DOWN: return CN_KEY_DOWN;
    case KEY_LEFT: return CN_KEY_LEFT;
    case KEY_RIGHT: return CN_KEY_RIGHT;
    case KEY_PPAGE: return CN_KEY_PAGE_UP;
    case KEY_NPAGE: return CN_KEY_PAGE_DOWN;
    case KEY_HOME: return CN_KEY_HOME;
    case KEY_END: return CN_KEY_END;
    case KEY_BACKSPACE: return CN_KEY_BACKSPACE;
    case KEY_DC: return CN_KEY_DELETE;
    case KEY_ENTER: return CN_KEY_ENTER;
    case KEY_BTAB: return CN_KEY_BACK_TAB;
    case PASTE_BEGIN: return CN_KEY_PASTE_BEGIN;
    case PASTE_END: return CN_KEY_PASTE_END;
    default: return CN_KEY_OTHER;
  }
}

/// Takes what signals have asked for; false if nothing.
static bool take_signal(cn_event *event) {
  int end = signals_asking_to_end();
  if (end != 0) {
    signals_take(end);
    *event = (cn_event){.kind = CN_SIGNAL, .code = end};
    return true;
  }
  if (signals_take(SIGTSTP)) {
    event->kind = CN_STOP_ASKED;
    return true;
  }
  if (signals_take(SIGCONT)) {
    // Stopped by someone else: whoever had the terminal meanwhile has changed its modes.
    reset_prog_mode();
    cn_enter();
    event->kind = CN_RESUMED;
    return true;
  }
  if (signals_take(SIGWINCH)) {
    event->kind = CN_RESIZED;
    return true;
  }
  return false;
}

/// Takes a key that has arrived; false if none has, or not whole.
static bool take_key(cn_event *event) {
  wint_t code = 0;
  int result = wget_wch(stdscr, &code);
  if (result == ERR || (result == KEY_CODE_YES && code == KEY_RESIZE)) return false;
  event->kind = result == KEY_CODE_YES ? CN_KEY : CN_CHARACTER;
  event->code = result == KEY_CODE_YES ? key_of(code) : (int32_t)code;
  return true;
}

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

cn_event cn_next(int32_t milliseconds) {
  cn_event event = {.kind = CN_TICK};
  int64_t deadline = milliseconds_now() + milliseconds;
  for (int empty_reads = 0; empty_reads < 100;) {
    if (take_signal(&event) || take_key(&event)) return event;
    int64_t left = milliseconds < 0 ? -1 : deadline - milliseconds_now();
    if (milliseconds >= 0 && left < 0) left = 0;
    struct pollfd sources[] = {
      {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = signals_descriptor(), .events = POLLIN}};
    int ready = poll(sources, 2, (int)left);
    if (ready == 0) return event;
    if (ready < 0) {
      if (errno == EINTR) continue;
      break;
    }
    if (sources[1].revents & POLLIN) {
      signals_drain();
      continue;
    }
    if (take_key(&event)) return event;
    // Without a terminal every read fails at once, for ever.
    if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) break;
    empty_reads++;
  }
  event.kind = CN_HANG_UP;
  return event;
}
