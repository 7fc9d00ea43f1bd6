/*
 * Words of a turn that the one who hears it may take up, as they would say
 * them: "Who does your beds?" "My beds? ..."; "He's with you by the end of
 * my shift." "By the end of your shift. I've got that down."
 *
 * Layer: core.
 */
#ifndef REHEARSE_NAMED_H
#define REHEARSE_NAMED_H

#include "rehearse/asking.h"

/* The thing the last question is about, written to out; false: none. */
bool text_asked_thing(const struct text *text, struct strbuf *out);

/* The time that is named for something to come, written to out; false: none,
 * or too long to be repeated. */
bool text_named_time(const struct text *text, struct strbuf *out);

#endif
