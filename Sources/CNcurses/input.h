#ifndef INPUT_H
#define INPUT_H

// What drawing and input share.

/// The codes that ncurses reports for the sequences around pasted text.
enum { PASTE_BEGIN = 2000, PASTE_END };

/// Sets what ncurses does not set by itself when the terminal is taken, and orders a full redraw.
void cn_enter(void);

#endif
