/* A canvas as text: a line a row, blanks at the end left out. */
#ifndef TESTS_DUMP_H
#define TESTS_DUMP_H

#include "tui/canvas.h"

static inline void canvas_dump(const struct canvas *canvas,
			       struct strbuf *out)
{
	const struct cell *cell = canvas->cells;

	for (int y = 0; y < canvas->height; y++) {
		size_t end = out->len;

		for (int x = 0; x < canvas->width; x++, cell++) {
			struct str bytes = { cell->bytes, cell->len };

			strbuf_add(out, bytes);
			if (!str_equal(bytes, STR(" ")))
				end = out->len;
		}
		strbuf_truncate(out, end);
		strbuf_addc(out, '\n');
	}
}

#endif
