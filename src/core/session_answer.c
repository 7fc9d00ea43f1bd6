/*
 * What comes back after words: one response, then where the talk goes.
 *
 * The scene's `listen` entry is chosen first, by what held when the words
 * were said. Then the responders are asked in turn whether they have
 * something to say instead of it. Who speaks takes the place of an entry
 * without `if` altogether; of an entry with `if` it takes only the line.
 *
 * Three lines are as much as one takes in. What leads on is counted first:
 * a second topic, then a reaction or a pushback, stay unsaid for its sake.
 */
#include "session_parts.h"

enum {
	PRESS_NEUTRAL = 40, /* the mean of a principle not yet seen */
	TOPICS_A_TURN = 2,
	ANSWERS_IN_A_ROW = 2, /* then the entry speaks as well */
	LINES_A_TURN = 3,
};

/* A pushback speaks at most once in so many turns; 0: never. */
static const int press_every[LEVEL_NR] = {
	[LEVEL_FIRM] = 3,
	[LEVEL_TOUGH] = 2,
};

/* What the responders look at, and what they decide. */
struct response {
	const struct text *text;
	const struct entry *entry; /* listen's; NULL: none counts */
	int room;                  /* lines left by what leads on */
	struct go go;              /* of the response, then of the turn */
	bool go_first;             /* it wins over the entry's */
	bool answered;             /* a topic answered */
	bool welcomed; /* a reaction took it well and leads nowhere */
};

/* Done again where it led before: the scene's next line, if it has one, and
 * if nothing in it fits what else was said. */
static bool leads_on_here(struct session *session,
			  const struct response *response, const struct go *go)
{
	struct script client = session_client(session, session->scene);
	int i;

	if (go->kind != GO_SCENE ||
	    (response->entry && response->entry->condition))
		return false;
	i = script_first(session, &client);
	return i >= 0 && script_has_line(&client, (size_t)i) &&
	       client.entries->items[i].go.kind == GO_NOWHERE;
}

/* Anything but a request to go on. */
static bool asks(const struct text *text)
{
	enum asking asking = text_asking(text);

	return asking != ASKING_NOTHING &&
	       (asking != ASKING_TELL || !text_is_follow_up(text));
}

/* What is not said for want of room can be said another time. An answer that
 * may follow goes before it. */
static bool has_room(const struct response *response, bool welcomed)
{
	return response->room > (welcomed && asks(response->text));
}

static bool react(struct session *session, struct response *response)
{
	struct script reactions = session_reactions(session);

	for (size_t i = 0; i < reactions.entries->nr; i++) {
		const struct entry *entry = &reactions.entries->items[i];
		bool speaks;

		if (session_leads_here(session, &entry->go) &&
		    !leads_on_here(session, response, &entry->go))
			continue;
		if (!script_counts(session, &reactions, i))
			continue;
		speaks = script_has_line(&reactions, i) ||
			 entry->go.kind != GO_NOWHERE;
		response->go = entry->go;
		response->go_first = entry->go.kind != GO_NOWHERE;
		response->welcomed = !response->go_first && entry->trust >= 0 &&
				     entry->patience >= 0;
		session_use(session, &reactions, i,
			    response->go_first ||
				    has_room(response, response->welcomed));
		return speaks; /* a mood alone leaves the word to others */
	}
	return false;
}

static bool settle(struct session *session, struct response *response)
{
	struct script pushbacks = session_pushbacks(session);
	const struct entry *entry;

	if (session->met < 0)
		return false;
	entry = &pushbacks.entries->items[session->met];
	session_note(session, "pushback %d met (line %u)", session->met + 1,
		     entry->line);
	if (!entry->met.len || !has_room(response, true))
		return false;
	session_count_use(session, &pushbacks, (size_t)session->met, USE_MET);
	session_hear(session, entry->met, 0);
	return true;
}

/* The topic says its next line, if it has one. */
static bool answer_topic(struct session *session, size_t topic,
			 struct response *response)
{
	struct script say = session_topic(session, topic);
	int i = script_first(session, &say);

	if (i < 0)
		return false;
	session_use(session, &say, (size_t)i, true);
	if (response->go.kind == GO_NOWHERE)
		response->go = say.entries->items[i].go;
	session->topic = (int)topic;
	return true;
}

/* The topic for any other question: where the entry has no `if`, or where it
 * would move on in silence and leave the question standing. */
static bool answer_otherwise(struct session *session, bool asked,
			     struct response *response)
{
	const struct entry *entry = response->entry;
	int topic = session->scenario->otherwise;

	if (!asked || topic < 0 || !entry)
		return false;
	if (entry->condition && (entry->nr_say || !asks(response->text)))
		return false;
	session->now.asked |= (uint64_t)1 << topic;
	session->now.just_asked |= (uint64_t)1 << topic;
	return answer_topic(session, (size_t)topic, response);
}

/* At most so many topics answer, one even where there is no room. */
static bool tell(struct session *session, struct response *response, int most)
{
	const struct scenario *scenario = session->scenario;
	uint64_t asked = session->now.just_asked;
	int answers = 0;

	if (response->room < most)
		most = 1;
	for (size_t t = 0; t < scenario->nr_topics; t++)
		if (asked >> t & 1 && (int)t != scenario->otherwise &&
		    answers < most && answer_topic(session, t, response))
			answers++;
	if (!answers &&
	    answer_otherwise(session, asked || asks(response->text), response))
		answers++;
	response->answered = answers > 0;
	return answers > 0;
}

/* sum/count below other's, exactly; without a count PRESS_NEUTRAL. */
static bool mean_below(const struct session *session, int principle, int other)
{
	int a = session->counts[principle], b = session->counts[other];
	long sum_a = a ? session->sums[principle] : PRESS_NEUTRAL;
	long sum_b = b ? session->sums[other] : PRESS_NEUTRAL;

	return sum_a * (b ? b : 1) < sum_b * (a ? a : 1);
}

/*
 * Who reaches an entry with `if` has done what it asks for, and is not pressed
 * on top of it. A tough client does press where the entry says nothing itself,
 * but not on the first words, nor when the talk ends with it: nobody asks and
 * hangs up.
 */
static bool holds_the_floor(const struct session *session,
			    const struct entry *entry)
{
	if (!entry || !entry->condition)
		return false;
	return session->options.level != LEVEL_TOUGH || entry->nr_say ||
	       session->now.turn == 1 ||
	       session_leads_out(session, &entry->go);
}

static bool press(struct session *session, struct response *response)
{
	struct script pushbacks = session_pushbacks(session);
	int every = press_every[session->options.level];
	int best = -1;

	if (!every || !has_room(response, false) ||
	    holds_the_floor(session, response->entry) ||
	    (session->pressed_turn &&
	     session->now.turn - session->pressed_turn < every))
		return false;
	for (size_t i = 0; i < pushbacks.entries->nr; i++) {
		const struct entry *items = pushbacks.entries->items;

		if (!script_has_line(&pushbacks, i) ||
		    !script_counts(session, &pushbacks, i))
			continue;
		if (best < 0 ||
		    mean_below(session, items[i].probes, items[best].probes))
			best = (int)i;
	}
	if (best < 0)
		return false;
	session_use(session, &pushbacks, (size_t)best, true);
	response->go = pushbacks.entries->items[best].go;
	session->pressing = best;
	session->pressed_turn = session->now.turn;
	return true;
}

/* One response; but whoever meets a pushback or tells something welcome, and
 * asks something as well, gets both heard. */
static bool respond(struct session *session, struct response *response)
{
	bool responded = false;

	if (!session_is_mute(session)) {
		responded = react(session, response);
		if (!responded)
			responded = response->welcomed =
				settle(session, response);
		if (responded && response->welcomed && asks(response->text))
			tell(session, response, TOPICS_A_TURN - 1);
		responded = responded ||
			    tell(session, response, TOPICS_A_TURN) ||
			    press(session, response);
	}
	if (!response->answered)
		session->topic = -1;
	return responded;
}

/* What the client has to say on the way there, as things stand. */
static int lines_ahead(struct session *session, const struct go *go)
{
	size_t hops = session->scenario->nr_scenes;
	struct strbuf *trace = session->trace;
	int lines = 0;

	session->trace = NULL; /* asked again when it happens */
	while (go->kind == GO_SCENE && hops--) {
		struct script client = session_client(session, go->index);
		int i = script_first(session, &client);

		if (i < 0)
			break;
		lines += script_has_line(&client, (size_t)i);
		go = &client.entries->items[i].go;
	}
	session->trace = trace;
	return lines;
}

/* The lines left to responders when what leads on has had its own: the entry,
 * if it speaks as well, and the scenes it leads to. */
static int room_left(struct session *session, const struct script *listen,
		     int i)
{
	const struct entry *entry;
	bool as_well = session->answers >= ANSWERS_IN_A_ROW;

	if (i < 0)
		return LINES_A_TURN;
	entry = &listen->entries->items[i];
	if (!entry->condition && !as_well)
		return LINES_A_TURN;
	return LINES_A_TURN - (as_well && script_has_line(listen, (size_t)i)) -
	       lines_ahead(session, &entry->go);
}

void session_answer(struct session *session, const struct text *text)
{
	struct script listen = session_listen(session, session->scene);
	int i = script_first(session, &listen);
	struct response response = {
		.text = text,
		.entry = i < 0 ? NULL : &listen.entries->items[i],
		.room = room_left(session, &listen, i),
	};
	const struct entry *entry = response.entry;
	bool aloud = !respond(session, &response);
	bool counts = aloud, aside = true;

	session->answers = response.answered ? session->answers + 1 : 0;
	if (session->answers > ANSWERS_IN_A_ROW) {
		counts = true;
		aloud = response.room > 0;
	}
	if (counts)
		session->answers = 0;
	if (entry && (counts || entry->condition)) {
		session_use(session, &listen, (size_t)i, aloud);
		if (!response.go_first && entry->go.kind != GO_NOWHERE) {
			response.go = entry->go;
			aside = false;
		}
	}
	if (!session->now.patience)
		session_run_out(session);
	else
		session_go(session, &response.go, aside);
}
