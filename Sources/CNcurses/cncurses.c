#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "cncurses.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "input.h"
#include "restore.h"
#include "signals.h"

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "a wide character is a Unicode scalar");

// term.h defines macros named like ordinary words, so these two are declared by hand.
extern int setupterm(const char *name, int descriptor, int *error);
extern struct term *cur_term;
extern int del_curterm(struct term *);

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
enum { STYLES = 64 };

static SCREEN *screen;
static bool is_utf8;
static bool has_paste;
static bool is_suspended;
static struct {
  attr_t attributes;
  int pair;
} styles[STYLES];

/// Takes the locale's characters; where the environment says nothing, UTF-8.
static void choose_locale(void) {
  const char *found = setlocale(LC_CTYPE, "");
  const char *set = nl_langinfo(CODESET);
  if (found == NULL || strcmp(set, "ANSI_X3.4-1968") == 0) setlocale(LC_CTYPE, "C.UTF-8");
  is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// Asks the terminal database about TERM without touching the terminal.
static int32_t check_terminal(void) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == '\0') return CN_NO_NAME;
  int error = 0;
  if (setupterm(NULL, STDOUT_FILENO, &error) != OK) return CN_UNKNOWN_NAME;
  bool places_cursor = tigetstr("cup") != NULL;
  has_paste = tigetstr("smcup") != NULL && strcmp(name, "linux") != 0;
  if (has_paste) restore_add_output(PASTE_OFF);
  const char *controls[] = {"rmkx", "sgr0", "op", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++) {
    restore_add_output(tigetstr(controls[i]));
  }
  del_curterm(cur_term);
  return places_cursor ? CN_OK : CN_TOO_SIMPLE;
}

/// Sends a control string that does not pass through ncurses, whose own output is buffered apart.
static void send_control(const char *control) {
  if (write(STDOUT_FILENO, control, strlen(control)) < 0) return;
}

void cn_enter(void) {
  if (has_paste) send_control(PASTE_ON);
  clearok(curscr, TRUE);
}

int32_t cn_start(bool colors) {
  if (screen != NULL) return CN_FAILED;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NO_TERMINAL;
  choose_locale();
  if (restore_save_modes() != 0) return CN_NO_TERMINAL;
  int32_t problem = check_terminal();
  if (problem != CN_OK) return problem;
  if (signals_start() != 0) return CN_FAILED;
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL || restore_arm() != 0) {
    cn_stop();
    return CN_FAILED;
  }
  static bool is_registered;
  if (!is_registered) is_registered = atexit(cn_stop) == 0;

  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  set_escdelay(25);
  define_key("\033[200~", PASTE_BEGIN);
  define_key("\033[201~", PASTE_END);
  curs_set(0);
  if (colors && has_colors()) {
    start_color();
    use_default_colors();
  }
  memset(styles, 0, sizeof styles);
  cn_enter();
  return CN_OK;
}

void cn_stop(void) {
  if (screen != NULL) {
    if (!is_suspended && !restore_is_in_background()) {
      if (has_paste) send_control(PASTE_OFF);
      endwin();
    }
    delscreen(screen);
    screen = NULL;
    is_suspended = false;
  }
  restore_disarm();
  signals_stop();
}

void cn_suspend(void) {
  if (screen == NULL) return;
  def_prog_mode();
  if (has_paste) send_control(PASTE_OFF);
  endwin();
  restore_set_active(false);
  is_suspended = true;
  signals_stop_program();
  // Continued only to be ended, a job is still in the background and has no use for the terminal.
  if (signals_asking_to_end() != 0 && restore_is_in_background()) return;
  is_suspended = false;
  restore_set_active(true);
  reset_prog_mode();
  cn_enter();
  refresh();
}

int32_t cn_colors(void) { return screen != NULL && has_colors() ? COLORS : 0; }

bool cn_is_utf8(void) { return is_utf8; }

int32_t cn_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_size(int32_t *columns, int32_t *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0
      && (size.ws_col != COLS || size.ws_row != LINES)) {
    resize_term(size.ws_row, size.ws_col);
    // Terminals move their text about on a resize, each in its own way.
    clearok(curscr, TRUE);
  }
  *columns = COLS;
  *rows = LINES;
}

void cn_set_style(int32_t index, uint32_t attributes, int32_t foreground, int32_t background) {
  if (index < 0 || index >= STYLES) return;
  attr_t set = A_NORMAL;
  if (attributes & CN_BOLD) set |= A_BOLD;
  if (attributes & CN_DIM) set |= A_DIM;
  if (attributes & CN_UNDERLINE) set |= A_UNDERLINE;
  if (attributes & CN_REVERSE) set |= A_REVERSE;
  int pair = 0;
  if ((foreground >= 0 || background >= 0) && COLORS > 0) pair = alloc_pair(foreground, background);
  styles[index].attributes = set;
  styles[index].pair = pair < 0 ? 0 : pair;
}

void cn_put(int32_t y, int32_t x, const uint32_t *text, int32_t count, int32_t style) {
  if (style < 0 || style >= STYLES) style = 0;
  int pair = styles[style].pair;
  wattr_set(stdscr, styles[style].attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
  mvwaddnwstr(stdscr, y, x, (const wchar_t *)text, count);
}

void cn_clear(void) {
  wattr_set(stdscr, A_NORMAL, 0, NULL);
  werase(stdscr);
}

void cn_show(int32_t cursor_x, int32_t cursor_y) {
  // Drawing would take the terminal away from whoever has it now.
  if (screen == NULL || is_suspended) return;
  bool shown = cursor_x >= 0 && cursor_y >= 0;
  curs_set(shown ? 1 : 0);
  if (shown) wmove(stdscr, cursor_y, cursor_x);
  refresh();
}
