/*
 * What every screen has: a title row above, a hint row below, drawn from the
 * bindings, and a notice when the window is too small for anything else.
 */
#ifndef TUI_CHROME_H
#define TUI_CHROME_H

#include "canvas.h"
#include "keys.h"

enum { CHROME_MIN_WIDTH = 40, CHROME_MIN_HEIGHT = 10 };

bool chrome_fits(const struct canvas *canvas);
void chrome_too_small(struct canvas *canvas);
/* The part on the left gives way when both do not fit. */
void chrome_title(struct canvas *canvas, struct str left, struct str right);
void chrome_hints(struct canvas *canvas, struct bindings bindings,
		  unsigned modes);
/* What lies between. */
struct area chrome_body(const struct canvas *canvas);

#endif
