/*
 * --opening and --again line by line: some words said again, and what became
 * of them against those before.
 */
#include "plain_parts.h"

/* ---- only the turns that lost points ------------------------------------ */

static const struct retry *retry_of(const struct plain *plain)
{
	return again_retry(&plain->again);
}

static struct str turn_text(struct plain *plain, const struct retry *retry)
{
	struct str text = retry_text(retry, plain->options->scores,
				     &plain->arena);

	return arena_printf(&plain->arena, "turn %d: " STR_FMT, retry->turn,
			    STR_ARG(text));
}

/* Where one is, and what one said there. */
static void show_retry(struct plain *plain)
{
	const struct retry *retry = retry_of(plain);
	struct str heading = again_heading(&plain->again, &plain->arena);
	struct str then = STR("You said then: ");

	if (retry->before->scored && plain->options->scores)
		then = arena_printf(&plain->arena, "You said then (%d): ",
				    retry->before->score);
	output_printf(plain->output, "\n---- " STR_FMT "\n", STR_ARG(heading));
	plain_show_moment(plain);
	output_text(plain->output, STR("\n"));
	plain_wrapped(plain, then.ptr, retry->said);
	plain->shown_for = SIZE_MAX;
}

void plain_begin_again(struct plain *plain)
{
	struct error err;

	again_of(&plain->again, plain->options->played);
	plain_show_title(plain);
	output_printf(plain->output, "Only the turns that lost points: %zu. "
		      "Each begins where it was.\n", plain->again.nr);
	if (!again_begin(&plain->again, plain->play, &err))
		plain_complain(plain, err.text);
	show_retry(plain);
}

void plain_next_turn(struct plain *plain)
{
	struct error err;

	if (!again_next(&plain->again, plain->play, &err))
		plain_complain(plain, err.text);
	plain->leaving = !retry_of(plain);
	if (!plain->leaving)
		show_retry(plain);
}

/* ---- a try -------------------------------------------------------------- */

bool plain_has_try(const struct plain *plain)
{
	if (plain->again.nr)
		return again_answer(&plain->again, plain->play);
	return plain->options->opening && opening_try(plain->play);
}

static bool take_back(struct plain *plain, struct error *err)
{
	if (plain->again.nr)
		return again_take_back(&plain->again, plain->play, err);
	return opening_again(&plain->tries, plain->play, err);
}

void plain_try_again(struct plain *plain)
{
	struct error err;

	if (!plain_has_try(plain))
		return;
	if (plain->again.nr && !plain->options->interactive)
		plain_next_turn(plain);
	else if (!take_back(plain, &err))
		plain_complain(plain, err.text);
}

/* Returns whether there is any. */
static bool show_principles(struct plain *plain, const struct verdict *before,
			    const struct verdict *after)
{
	struct str principles = STR("");

	if (plain->options->scores)
		principles = changes_of_principles(before, after,
						   &plain->arena);
	if (principles.len)
		plain_wrapped(plain, "      ", principles);
	return principles.len > 0;
}

static void show_changes(struct plain *plain, const struct verdict *before,
			 const struct verdict *after)
{
	const struct rubric *rubric =
		talk_rubric(session_talk(play_session(plain->play)));
	bool any = show_principles(plain, before, after);
	bool scores = plain->options->scores;
	const struct change *changes;
	size_t nr;

	changes = changes_between(before, after, rubric, scores, &plain->arena,
				  &nr);
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
	if (!nr && !any)
		output_text(plain->output, STR("      nothing changed\n"));
}

static void show_heading(struct plain *plain, struct str heading)
{
	output_printf(plain->output, "    " STR_FMT "\n", STR_ARG(heading));
}

void plain_show_try(struct plain *plain)
{
	const struct opening *tries = &plain->tries;
	const struct retry *retry = retry_of(plain);

	if (again_count(&plain->again, plain->play)) {
		show_heading(plain, turn_text(plain, retry));
		/* other words at all: one by one nothing compares */
		show_principles(plain, retry->before, retry->after);
	}
	if (!plain->options->opening ||
	    !opening_count(&plain->tries, plain->play))
		return;
	show_heading(plain, opening_heading(tries, plain->options->scores,
					    &plain->arena));
	if (tries->before)
		show_changes(plain, tries->before, tries->last);
}

void plain_show_tries(struct plain *plain)
{
	struct str tries = opening_tries(&plain->tries, &plain->arena);
	bool scores = plain->options->scores;

	if (tries.len && scores)
		output_printf(plain->output, "\n" STR_FMT "\n",
			      STR_ARG(tries));
	if (plain->again.nr)
		output_text(plain->output, STR("\n----\nThe turns that lost "
					       "points, and again\n"));
	for (size_t i = 0; i < plain->again.nr; i++)
		output_printf(plain->output, "  " STR_FMT "\n",
			      STR_ARG(turn_text(plain,
						&plain->again.retries[i])));
}
