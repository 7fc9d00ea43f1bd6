/* --opening line by line: what became of a try. */
#include "plain_parts.h"

bool plain_has_try(const struct plain *plain)
{
	return plain->options->opening && opening_try(plain->play);
}

void plain_try_again(struct plain *plain)
{
	struct error err;

	if (plain_has_try(plain) &&
	    !opening_again(&plain->tries, plain->play, &err))
		plain_complain(plain, err.text);
}

static void show_changes(struct plain *plain)
{
	const struct opening *tries = &plain->tries;
	const struct rubric *rubric =
		talk_rubric(session_talk(play_session(plain->play)));
	struct str principles = STR("");
	bool scores = plain->options->scores;
	const struct change *changes;
	size_t nr;

	if (scores)
		principles = changes_of_principles(tries->before, tries->last,
						   &plain->arena);
	if (principles.len)
		plain_wrapped(plain, "      ", principles);
	changes = changes_between(tries->before, tries->last, rubric, scores,
				  &plain->arena, &nr);
	for (size_t i = 0; i < nr; i++) {
		struct str name = terms_name(&change_terms,
					     (int)changes[i].kind);
		struct str label = arena_printf(&plain->arena,
						"      " STR_FMT ":%*s",
						STR_ARG(name),
						6 - (int)name.len, "");

		plain_wrapped(plain, label.ptr,
			      change_words(&changes[i], rubric, scores,
					   &plain->arena));
	}
	if (!nr && !principles.len)
		output_text(plain->output, STR("      nothing changed\n"));
}

void plain_show_try(struct plain *plain)
{
	struct str heading;

	if (!plain->options->opening ||
	    !opening_count(&plain->tries, plain->play))
		return;
	heading = opening_heading(&plain->tries, plain->options->scores,
				  &plain->arena);
	output_printf(plain->output, "    " STR_FMT "\n", STR_ARG(heading));
	if (plain->tries.before)
		show_changes(plain);
}

void plain_show_tries(struct plain *plain)
{
	struct str tries = opening_tries(&plain->tries, &plain->arena);

	if (tries.len && plain->options->scores)
		output_printf(plain->output, "\n" STR_FMT "\n",
			      STR_ARG(tries));
}
