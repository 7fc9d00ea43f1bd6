/*
 * The script's mechanics: using up entries, entering scenes, detours,
 * endings.
 *
 * Detours. `back` leads to the scene the detour began in. A detour begins
 * where a reaction (a pushback, a topic) leads elsewhere, or an entry leads
 * from outside of any detour into a scene with a `back`; it is over with
 * `back`, or as soon as the talk is on the main line again: in a scene that
 * the start reaches by entries and acts alone and that has no `back`. What
 * was left half-way by going on along the main line is never come back to.
 */
#include "session_parts.h"

#include <stdarg.h>
#include <stdio.h>

#include "rehearse/utf8.h"

static struct script script_at(struct session *session,
			       const struct entries *entries, uint32_t first,
			       const char *name, struct str of)
{
	return (struct script){ entries, session->uses + first, name, of };
}

struct script session_client(struct session *session, int scene)
{
	const struct scene *at = &session->scenario->scenes[scene];

	return script_at(session, &at->client, session->scenes[scene].first_use,
			 "client", at->id);
}

struct script session_listen(struct session *session, int scene)
{
	const struct scene *at = &session->scenario->scenes[scene];
	uint32_t first =
		session->scenes[scene].first_use + (uint32_t)at->client.nr;

	return script_at(session, &at->listen, first, "listen", at->id);
}

struct script session_topic(struct session *session, size_t topic)
{
	const struct topic *of = &session->scenario->topics[topic];

	return script_at(session, &of->say, session->topic_use[topic], "topic",
			 of->id);
}

struct script session_answers(struct session *session)
{
	return script_at(session, &session->scenario->answers,
			 session->first_answer_use, "answer", STR(""));
}

struct script session_reactions(struct session *session)
{
	return script_at(session, &session->scenario->reactions,
			 session->first_reaction_use, "reaction", STR(""));
}

struct script session_nods(struct session *session)
{
	return script_at(session, &session->scenario->nods,
			 session->first_nod_use, "nod", STR(""));
}

struct script session_remarks(struct session *session)
{
	return script_at(session, &session->scenario->remarks,
			 session->first_remark_use, "remark", STR(""));
}

struct script session_pushbacks(struct session *session)
{
	return script_at(session, &session->scenario->pushbacks,
			 session->first_pushback_use, "pushback", STR(""));
}

/* ---- entries ----------------------------------------------------------- */

void session_note(struct session *session, const char *format, ...)
{
	char note[240];
	va_list args;

	va_start(args, format);
	vsnprintf(note, sizeof(note), format, args);
	va_end(args);
	if (session->why.len)
		strbuf_add(&session->why, STR("; "));
	strbuf_add(&session->why, str_from(note));
}

static int within(int low, int value, int high)
{
	return value < low ? low : value > high ? high : value;
}

void session_move_mood(struct session *session, struct mood_move move)
{
	struct condition_state *now = &session->now;
	int trust = now->trust, patience = now->patience;

	now->trust = within(0, trust + move.trust, 100);
	now->patience = within(0, patience + move.patience, 100);
	move.trust = now->trust - trust;
	move.patience = now->patience - patience;
	if (!move.trust && !move.patience)
		return;
	session->moves =
		arena_grow(&session->arena, session->moves, session->nr_moves,
			   &session->alloc_moves, sizeof(*session->moves));
	session->moves[session->nr_moves++] = move;
}

void session_add_line(struct session *session, enum speaker speaker,
		      struct str text)
{
	session->lines =
		arena_grow(&session->arena, session->lines, session->nr_lines,
			   &session->alloc_lines, sizeof(*session->lines));
	session->lines[session->nr_lines++] =
		(struct heard_line){ speaker, text };
}

/* Asking the evaluator for the score so far is the dear part of a
 * condition, and few ask. */
static bool holds(struct session *session, const struct condition *condition)
{
	struct str source;

	if (!condition)
		return true;
	source = condition_source(condition);
	if (!session->score_known &&
	    str_find(source, STR("score"), 0) < source.len) {
		session->now.score =
			talk_summary(session->talk, &session->scratch).score;
		session->score_known = true;
	}
	session_trace_condition(session, condition);
	return condition_holds(condition, &session->now);
}

/* An entry without lines acts once, as if it had one. */
static uint32_t entry_uses(const struct entry *entry)
{
	return entry->nr_say ? (uint32_t)entry->nr_say : 1;
}

bool script_has_line(const struct script *script, size_t i)
{
	return script->uses[i] < script->entries->items[i].nr_say;
}

/* Does it take up words that this turn has none of? */
static bool lacks_words(const struct session *session, struct str line)
{
	size_t first = 0, end;
	enum line_slot slot;

	for (; line_slot(line, &first, &end, &slot); first = end)
		if (!session->slots[slot].len)
			return true;
	return false;
}

/* The entry's next line that can be said; its number of lines: none. */
static size_t next_line(const struct session *session,
			const struct script *script, size_t i)
{
	const struct entry *entry = &script->entries->items[i];
	size_t line = script->uses[i];

	while (line < entry->nr_say && lacks_words(session, entry->say[line]))
		line++;
	return line;
}

/* It has lines left, but each of them lacks words. */
static bool has_no_words(const struct session *session,
			 const struct script *script, size_t i)
{
	return script_has_line(script, i) &&
	       next_line(session, script, i) ==
		       script->entries->items[i].nr_say;
}

static bool begins_sentence(struct str line, size_t at)
{
	struct str before = str_trim(str_slice(line, 0, at));

	if (str_ends_with(before, STR("'")) || str_ends_with(before, STR("\"")))
		before = str_trim(str_slice(before, 0, before.len - 1));
	return !before.len || str_ends_with(before, STR(".")) ||
	       str_ends_with(before, STR("!")) ||
	       str_ends_with(before, STR("?"));
}

/* The line with this turn's words in its slots. */
static struct str take_up(struct session *session, struct str line)
{
	struct strbuf out = { 0 };
	size_t done = 0, first = 0, end;
	enum line_slot slot;

	for (; line_slot(line, &first, &end, &slot); first = done = end) {
		strbuf_add(&out, str_slice(line, done, first));
		if (begins_sentence(line, first))
			utf8_add_capitalised(&out, session->slots[slot]);
		else
			strbuf_add(&out, session->slots[slot]);
	}
	if (done) {
		strbuf_add(&out, str_slice(line, done, line.len));
		line = arena_str(&session->arena, strbuf_str(&out));
	}
	strbuf_release(&out);
	return line;
}

bool script_counts(struct session *session, const struct script *script,
		   size_t i)
{
	const struct entry *entry = &script->entries->items[i];

	if (has_no_words(session, script, i))
		return false;
	if (entry->go.kind == GO_NOWHERE &&
	    script->uses[i] >= entry_uses(entry))
		return false;
	return holds(session, entry->condition);
}

int script_first(struct session *session, const struct script *script)
{
	for (size_t i = 0; i < script->entries->nr; i++)
		if (script_counts(session, script, i))
			return (int)i;
	return -1;
}

static void reveal(struct session *session, const struct entry *entry)
{
	script_set bit;

	if (entry->reveals < 0)
		return;
	bit = SCRIPT_BIT(entry->reveals);
	session->now.just_knows |= bit & ~session->now.knows;
	session->now.knows |= bit;
}

void session_count_use(struct session *session, const struct script *script,
		       size_t i, int line)
{
	session->used = arena_grow(&session->arena, session->used,
				   session->nr_used, &session->alloc_used,
				   sizeof(*session->used));
	session->used[session->nr_used++] = (struct use){
		.entry = (uint32_t)(script->uses + i - session->uses),
		.line = line,
	};
}

void session_use(struct session *session, const struct script *script, size_t i,
		 bool aloud)
{
	const struct entry *entry = &script->entries->items[i];
	size_t line = next_line(session, script, i);
	bool speaks = aloud && line < entry->nr_say;
	const struct mood_move move = {
		.trust = entry->trust,
		.patience = entry->patience,
		.line = speaks ? take_up(session, entry->say[line]) : STR(""),
	};

	session_note(session, "%s %zu%s" STR_FMT " (line %u)%s", script->name,
		     i + 1, script->of.len ? " of " : "", STR_ARG(script->of),
		     entry->line, aloud || !entry->nr_say ? "" : " unspoken");
	session_count_use(session, script, i,
			  speaks ? (int)line : USE_SILENT);
	if (speaks) {
		session_hear(session, move.line, entry->means);
		spoken_add(&session->spoken, entry);
	}
	/* what a line would reveal waits until it is said */
	if (aloud || !entry->nr_say) {
		if (speaks)
			script->uses[i] = (uint32_t)line + 1;
		else if (script->uses[i] < entry_uses(entry))
			script->uses[i]++;
		reveal(session, entry);
	}
	session_move_mood(session, move);
	if (entry->trust || entry->patience)
		strbuf_addf(&session->why, ": trust %+d patience %+d",
			    entry->trust, entry->patience);
}

/* ---- scenes and endings ------------------------------------------------ */

static void end_with(struct session *session, int ending)
{
	const struct ending *reached = &session->scenario->endings[ending];

	session->scene = -1;
	session->ending = ending;
	session_note(session, "ending " STR_FMT, STR_ARG(reached->id));
	if (reached->say.len)
		session_add_line(session, SPEAKER_NARRATOR, reached->say);
}

void session_run_out(struct session *session)
{
	session_note(session, session->now.patience ? "no turns left"
						    : "no patience left");
	end_with(session, (int)session->scenario->nr_endings - 1);
}

static int first_ending(struct session *session)
{
	const struct scenario *scenario = session->scenario;
	int last = (int)scenario->nr_endings - 1;

	for (int i = 0; i < last; i++)
		if (holds(session, scenario->endings[i].condition))
			return i;
	return last;
}

/*
 * Where a go leads: the scene, or -1 when the talk has ended. Keeps the book
 * of detours.
 */
static int follow(struct session *session, const struct go *go, bool aside)
{
	const struct scenario *scenario = session->scenario;
	const struct scene_state *target;

	switch (go->kind) {
	case GO_NOWHERE:
		return session->scene;
	case GO_ENDING:
		end_with(session, go->index);
		return -1;
	case GO_END:
		end_with(session, first_ending(session));
		return -1;
	case GO_BACK:
		if (!session->nr_detours) /* started in the detour itself */
			return scenario->start;
		return session->detours[--session->nr_detours];
	case GO_SCENE:
		break;
	}
	target = &session->scenes[go->index];
	if (target->on_main_line) {
		session->nr_detours = 0;
	} else if (go->index != session->scene &&
		   (aside || (!session->nr_detours && target->comes_back))) {
		session->detours = arena_grow(
			&session->arena, session->detours, session->nr_detours,
			&session->alloc_detours, sizeof(*session->detours));
		session->detours[session->nr_detours++] = session->scene;
	}
	return go->index;
}

bool session_leads_here(const struct session *session, const struct go *go)
{
	if (go->kind == GO_BACK)
		return !session->nr_detours;
	return go->kind == GO_SCENE && go->index == session->scene;
}

static bool client_has_spoken(const struct session *session)
{
	for (size_t i = 0; i < session->nr_lines; i++)
		if (session->lines[i].speaker == SPEAKER_CLIENT)
			return true;
	return false;
}

/* What the client says on entering; returns where it goes on to, if so. */
static const struct go *greet(struct session *session)
{
	struct scene_state *state = &session->scenes[session->scene];
	struct script client = session_client(session, session->scene);
	int i = script_first(session, &client);
	const struct entry *entry;

	if (i < 0) {
		/* said again rather than nothing at all */
		if (state->last_line.len && !client_has_spoken(session)) {
			session_note(session, "client again");
			session_hear(session, state->last_line,
				     state->last_means);
		}
		return NULL;
	}
	entry = &client.entries->items[i];
	if (script_has_line(&client, (size_t)i)) {
		state->last_line = entry->say[client.uses[i]];
		state->last_means = entry->means;
	}
	session_use(session, &client, (size_t)i, true);
	return entry->go.kind == GO_NOWHERE ? NULL : &entry->go;
}

void session_enter(struct session *session, int scene)
{
	const struct scenario *scenario = session->scenario;
	/* a chain without a turn in between never needs a scene twice */
	size_t hops = scenario->nr_scenes;

	while (scene >= 0) {
		const struct scene *entered = &scenario->scenes[scene];
		int patience = session->now.patience;
		const struct go *go;

		session->scene = scene;
		session->farewell = -1;
		if (entered->channel != CHANNEL_NONE)
			session->channel = entered->channel;
		session->now.channel = session->channel;
		if (!session->scenes[scene].visits++ && entered->narrator.len)
			session_add_line(session, SPEAKER_NARRATOR, entered->narrator);
		go = greet(session);
		if (!session->now.patience && patience) {
			session_run_out(session);
			return;
		}
		if (!go || !hops--)
			return;
		scene = follow(session, go, false);
	}
}

void session_go(struct session *session, const struct go *go, bool aside)
{
	int scene;

	if (go->kind == GO_NOWHERE)
		return;
	scene = follow(session, go, aside);
	if (scene >= 0)
		session_enter(session, scene);
}

/* ---- detours ----------------------------------------------------------- */

void session_plan_detours(struct session *session)
{
	const struct scenario *scenario = session->scenario;
	int *queue = ARENA_ARRAY(&session->arena, int, scenario->nr_scenes);
	bool *seen = ARENA_ARRAY(&session->arena, bool, scenario->nr_scenes);
	size_t nr = 0;

	queue[nr++] = scenario->start;
	seen[scenario->start] = true;
	for (size_t done = 0; done < nr; done++) {
		const struct scene *scene = &scenario->scenes[queue[done]];
		const struct go *go;

		for (size_t i = 0; (go = scene_way(scene, i)); i++) {
			if (go->kind != GO_SCENE || seen[go->index])
				continue;
			seen[go->index] = true;
			queue[nr++] = go->index;
		}
	}
	for (size_t s = 0; s < scenario->nr_scenes; s++) {
		const struct scene *scene = &scenario->scenes[s];
		struct scene_state *state = &session->scenes[s];
		const struct go *go;

		for (size_t i = 0; (go = scene_way(scene, i)); i++)
			state->comes_back |= go->kind == GO_BACK;
		state->on_main_line = seen[s] && !state->comes_back;
	}
}
