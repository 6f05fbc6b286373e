#ifndef CNCURSES_H
#define CNCURSES_H

// ncurses for Swift: numbers and pointers only, because curses.h is macros and globals that Swift
// cannot see. There is one terminal, and all but signals happens on one thread.

#include <stdbool.h>
#include <stdint.h>

/// What cn_start answers.
enum {
  CN_OK = 0,
  /// Standard input or output is no terminal.
  CN_NO_TERMINAL,
  /// TERM is not set.
  CN_NO_NAME,
  /// The terminal database does not know TERM.
  CN_UNKNOWN_NAME,
  /// The terminal cannot place the cursor, like `dumb`.
  CN_TOO_SIMPLE,
  /// The system refused memory or a descriptor.
  CN_FAILED,
};

/// What cn_event.kind says.
enum {
  /// The time was up.
  CN_TICK = 0,
  /// A character; code is its Unicode scalar, control characters included.
  CN_CHARACTER,
  /// A key without a character; code is one of CN_KEY_.
  CN_KEY,
  /// The size changed.
  CN_RESIZED,
  /// The program was stopped and goes on; everything is to be drawn again.
  CN_RESUMED,
  /// Someone asks to stop for a while, by SIGTSTP.
  CN_STOP_ASKED,
  /// The terminal is gone.
  CN_HANG_UP,
  /// Someone asks to end; code is the signal: SIGTERM, SIGHUP, SIGINT or SIGQUIT.
  CN_SIGNAL,
};

enum {
  CN_KEY_OTHER = 0,
  CN_KEY_UP,
  CN_KEY_DOWN,
  CN_KEY_LEFT,
  CN_KEY_RIGHT,
  CN_KEY_PAGE_UP,
  CN_KEY_PAGE_DOWN,
  CN_KEY_HOME,
  CN_KEY_END,
  CN_KEY_BACKSPACE,
  CN_KEY_DELETE,
  CN_KEY_ENTER,
  CN_KEY_BACK_TAB,
  CN_KEY_PASTE_BEGIN,
  CN_KEY_PASTE_END,
};

/// Attributes of a style, to be added up.
enum {
  CN_BOLD = 1,
  CN_DIM = 2,
  CN_UNDERLINE = 4,
  CN_REVERSE = 8,
};

typedef struct {
  int32_t kind;
  int32_t code;
} cn_event;

/// Takes the terminal over: full screen, raw keys, handlers that give it back however the program
/// ends, and error output kept until then.
/// - colors: false leaves every colour out.
int32_t cn_start(bool colors);

/// Gives the terminal back and shows what was written to the error output. May be called twice.
void cn_stop(void);

/// Stops the whole job like Ctrl-Z elsewhere, with the terminal given back, until it is continued.
void cn_suspend(void);

/// How many colours there are: 0, 8, 256 …
int32_t cn_colors(void);

/// Whether the locale's characters are UTF-8; known after cn_start.
bool cn_is_utf8(void);

/// Columns of a scalar by the locale: 0, 1, 2, or -1 for one that it does not know.
int32_t cn_columns(uint32_t scalar);

/// The terminal's size in columns and rows, asked anew.
void cn_size(int32_t *columns, int32_t *rows);

/// Sets style `index` (0 to 63); colours are 0 and more, -1 for the terminal's own.
void cn_set_style(int32_t index, uint32_t attributes, int32_t foreground, int32_t background);

/// Writes `count` scalars into row y from column x on in a style; shown by cn_show.
void cn_put(int32_t y, int32_t x, const uint32_t *text, int32_t count, int32_t style);

/// Blanks all cells.
void cn_clear(void);

/// Sends what has changed; the cursor is hidden where x or y is negative.
void cn_show(int32_t cursor_x, int32_t cursor_y);

/// Waits for the next event at most `milliseconds`, without limit if negative.
cn_event cn_next(int32_t milliseconds);

/// Ends the program by this signal, so that its parent sees the true reason. The terminal must have
/// been given back.
_Noreturn void cn_end_by_signal(int32_t signal);

#endif
