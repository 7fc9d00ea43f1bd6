/*
 * An objection: a finding of the last turn is wrong, and why. The score
 * stays; the transcript keeps the finding, the reason, and that one objects,
 * for whoever looks after the rubric.
 */
#include "dialogue.h"

#include <stdlib.h>

enum object_action { OBJECT_UP, OBJECT_DOWN, OBJECT_DONE, OBJECT_BACK };

static const struct binding bindings[] = {
	{ "Enter", OBJECT_DONE, "object", "object to the marked finding", 0 },
	{ "Down", OBJECT_DOWN, "next", "mark the next finding", 0 },
	{ "Tab", OBJECT_DOWN, NULL, NULL, 0 },
	{ "Up", OBJECT_UP, NULL, "mark the finding before", 0 },
	{ "S-Tab", OBJECT_UP, NULL, NULL, 0 },
	{ "Esc", OBJECT_BACK, "back", "back without objecting", 0 },
	{ "C-c", OBJECT_BACK, NULL, NULL, 0 },
};

struct object_state {
	struct tui *tui;
	struct rehearsal *rehearsal;
	int marked;
	struct edit reason;
	struct error error;
	bool failed;
};

static const struct verdict *verdict_of(const struct object_state *object)
{
	return session_last(rehearsal_session(object->rehearsal))->verdict;
}

/* A rule found twice is objected to once, a remark without points not. */
static bool is_listed(const struct verdict *verdict, size_t i)
{
	if (!verdict->findings[i].raw)
		return false;
	for (size_t before = 0; before < i; before++)
		if (verdict->findings[before].rule == verdict->findings[i].rule)
			return false;
	return true;
}

/* The finding at that place of the list, or NULL behind its end. */
static const struct finding *finding_at(const struct object_state *object,
					int place)
{
	const struct verdict *verdict = verdict_of(object);

	for (size_t i = 0; i < verdict->nr_findings; i++)
		if (is_listed(verdict, i) && !place--)
			return &verdict->findings[i];
	return NULL;
}

static void object_title(const void *state, struct strbuf *left,
			 struct strbuf *right)
{
	(void)state;
	(void)right;
	strbuf_add(left, STR("Which finding is wrong?"));
}

static unsigned object_modes(const void *state)
{
	(void)state;
	return MODE_TYPING;
}

static void add_finding(const struct object_state *object, struct page *page,
			const struct finding *finding, bool marked)
{
	const struct rubric *rubric = object->tui->options->rubric;
	const struct rule *rule = &rubric->rules[finding->rule];
	int turn = session_last(rehearsal_session(object->rehearsal))->number;
	bool waived = play_waived(object->rehearsal->play, turn, finding->rule);
	size_t from = page->nr;
	struct str text = arena_printf(
		page->arena, "%s " STR_FMT "%s", finding->raw < 0 ? "-" : "+",
		STR_ARG(rubric_string(rubric, rule->says)),
		waived ? " (you objected)" : "");

	if (finding->quote.len)
		text = arena_printf(page->arena, STR_FMT " \"" STR_FMT "\"",
				    STR_ARG(text), STR_ARG(finding->quote));
	page_label(page, STYLE_KEY, marked ? STR(">") : STR(""), 2,
		   STYLE_NORMAL, text);
	if (marked)
		page_select(page, from);
}

static void object_draw(void *state, struct canvas *canvas, struct area area)
{
	struct object_state *object = state;
	const struct finding *finding;
	struct page page;
	int top = 0;

	area.x += 1;
	area.width -= 2;
	page = page_start(&object->tui->frame, area.width);
	finding = finding_at(object, 0);
	for (int i = 0; finding; finding = finding_at(object, ++i))
		add_finding(object, &page, finding, i == object->marked);
	page_gap(&page);
	page_text(&page, 0, STYLE_NORMAL,
		  STR("Why is it wrong? The score stays as it is; your reason "
		      "is kept in the transcript."));
	page_field(&page, 2, &object->reason, true, NULL, 0);
	if (object->failed)
		page_text(&page, 0, STYLE_TROUBLE,
			  str_from(object->error.text));
	page_draw_scrolled(&page, canvas, area, &top, true);
}

static struct next done(struct object_state *object)
{
	const struct rubric *rubric = object->tui->options->rubric;
	const struct finding *finding = finding_at(object, object->marked);

	object->failed = !play_waive(
		object->rehearsal->play,
		rubric_string(rubric, rubric->rules[finding->rule].id),
		edit_text(&object->reason), &object->error);
	return object->failed ? STAY : (struct next){ .kind = NEXT_BACK };
}

static struct next object_action(void *state, int action)
{
	struct object_state *object = state;

	switch ((enum object_action)action) {
	case OBJECT_UP:
		object->marked -= object->marked > 0;
		break;
	case OBJECT_DOWN:
		object->marked +=
			finding_at(object, object->marked + 1) != NULL;
		break;
	case OBJECT_DONE:
		return done(object);
	case OBJECT_BACK:
		return (struct next){ .kind = NEXT_BACK };
	}
	return STAY;
}

static struct next object_input(void *state, const struct key *key)
{
	struct object_state *object = state;

	edit_key(&object->reason, key);
	object->failed = false;
	return STAY;
}

static void object_release(void *state)
{
	struct object_state *object = state;

	edit_release(&object->reason);
	free(object);
}

static const struct view object_view = {
	.name = "Objecting",
	.bindings = BINDINGS(bindings),
	.title = object_title,
	.modes = object_modes,
	.draw = object_draw,
	.action = object_action,
	.input = object_input,
	.release = object_release,
};

struct screen view_object(struct tui *tui, struct rehearsal *rehearsal)
{
	struct object_state *state = memory_new(sizeof(*state));

	*state = (struct object_state){
		.tui = tui,
		.rehearsal = rehearsal,
		.reason = { .limit = 400, .one_line = true },
	};
	return (struct screen){ &object_view, state };
}

bool view_object_opens(const struct rehearsal *rehearsal)
{
	const struct turn *last = session_last(rehearsal_session(rehearsal));

	for (size_t i = 0; i < last->verdict->nr_findings; i++)
		if (is_listed(last->verdict, i))
			return true;
	return false;
}
