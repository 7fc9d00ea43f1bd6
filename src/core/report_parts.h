/* What report_text.c and report_played.c share. */
#ifndef CORE_REPORT_PARTS_H
#define CORE_REPORT_PARTS_H

#include "rehearse/report.h"

struct printer {
	const struct report *report;
	const struct rubric *rubric;
	struct strbuf *out;
	struct arena arena; /* scratch */
	unsigned width;
	bool scores, heard, ascii;
};

/* Wraps text at the width; every line begins with indent blanks. */
void print_wrapped(struct printer *p, unsigned indent, struct str first,
		   struct str text);
void print_title(struct printer *p, const char *title);

/* Of a rehearsal: points left on the table, and what moved the client. */
void print_better(struct printer *p);
void print_moods(struct printer *p);

#endif
