/*
 * What comes back after words: one response, then where the talk goes.
 *
 * The scene's `listen` entry is chosen first, by what held when the words
 * were said. Then the responders are asked in turn whether they have
 * something to say instead of it. Who speaks takes the place of an entry
 * without `if` altogether; of an entry with `if` it takes only the line. But
 * who tells something and asks as well hears both: what the entry says to the
 * one, then the answer to the other; before parting the answer comes first.
 *
 * No question is passed over: what no topic hears goes to the topic for any
 * other question. Beside something told it comes first, since it was said
 * last, and the entry leads on. Where the talk would end with it the farewell
 * waits: nobody hangs up on a question. It comes as soon as nothing is asked.
 *
 * A remark comes where nothing else speaks to the words: no reaction, answer
 * or entry that asks for what they tell or do. It goes before the topic for
 * any other question: "I couldn't say" is no answer to a dismissal.
 *
 * What else was told gets a nod, if there is room (session_nod.c): first, but
 * for a reaction.
 *
 * Two lines are as much as one takes in, three where something is asked. What
 * leads on is counted first: a second topic, then a reaction or a pushback,
 * stay unsaid for its sake. A promise that nothing else speaks to is said back
 * in a line more.
 */
#include "session_parts.h"

enum {
	ANSWERS_IN_A_ROW = 2, /* then the entry speaks as well */
	LINES_A_TURN = 2,
	LINES_WHEN_ASKED = 3,
};

/* What the responders look at, and what they decide. */
struct response {
	struct script listen;
	int index;                 /* of the entry in it; -1: none counts */
	const struct entry *entry; /* the same; NULL: none counts */
	bool asks;                 /* anything but a request to go on */
	int room;                  /* lines left by what leads on */
	bool first;                /* the entry speaks as well as a responder */
	struct go go;              /* of the response, then of the turn */
	bool go_first;             /* it wins over the entry's */
	bool answered;             /* a topic answered */
	bool tag;                  /* what is asked last is whether one agrees */
	bool welcomed; /* a reaction took it well and leads nowhere */
	bool nodded, remarked;
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

/* What is not said for want of room can be said another time. An answer that
 * may follow goes before it. */
static bool has_room(const struct response *response, bool welcomed)
{
	return response->room > (welcomed && response->asks);
}

static bool react(struct session *session, struct response *response)
{
	struct script reactions = session_reactions(session);

	for (size_t i = 0; i < reactions.entries->nr; i++) {
		const struct entry *entry = &reactions.entries->items[i];
		bool speaks, aloud;

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
		aloud = response->go_first ||
			has_room(response, response->welcomed);
		session_use(session, &reactions, i, aloud);
		/* a mood alone leaves the word to others */
		return speaks && aloud;
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

/*
 * Does the entry itself speak to what is asked? By its condition: it asks for
 * the topic, the kind of question, or an offer that was put as a question.
 */
static bool meets_question(const struct session *session,
			   const struct response *response)
{
	const uint64_t asking = BEHAVIOUR_BIT(BEHAVIOUR_QUESTION) |
				BEHAVIOUR_BIT(BEHAVIOUR_OPEN_QUESTION) |
				BEHAVIOUR_BIT(BEHAVIOUR_CLARIFICATION) |
				BEHAVIOUR_BIT(BEHAVIOUR_INVITES_RESPONSE) |
				BEHAVIOUR_BIT(BEHAVIOUR_ASKS_FOR_IDEAS) |
				BEHAVIOUR_BIT(BEHAVIOUR_AGREEMENT_CHECK) |
				BEHAVIOUR_BIT(BEHAVIOUR_ASKS_FEEDBACK);
	struct condition_uses uses = condition_uses(response->entry->condition);
	uint64_t did = uses.did & session->now.did;

	if (session->now.asking == ASKING_OFFER && did)
		return true;
	return uses.asks || uses.asked & session->now.just_asked ||
	       did & asking;
}

/* The same, and with a line that is said. */
static bool meets_question_aloud(const struct session *session,
				 const struct response *response)
{
	const struct entry *entry = response->entry;

	return entry && entry->condition && entry->nr_say &&
	       meets_question(session, response);
}

/* Whoever is told something and asked something speaks to both; two questions
 * leave no room for it. */
static bool speaks_first(const struct session *session,
			 const struct response *response)
{
	return response->asks && response->entry && session->due[0].topic < 0 &&
	       session->due[0].answer < 0 && response->entry->condition &&
	       script_has_line(&response->listen, (size_t)response->index) &&
	       !meets_question(session, response);
}

/* By the topic for any other question. */
static bool answer_any_other(struct session *session, struct response *response)
{
	size_t topic = (size_t)session->scenario->otherwise;

	session->now.asked |= SCRIPT_BIT(topic);
	session->now.just_asked |= SCRIPT_BIT(topic);
	return answer_topic(session, topic, response);
}

/* Has the entry nothing to say to these words in particular, by itself or
 * where it leads? */
static bool gives_way(struct session *session, const struct response *response)
{
	const struct entry *entry = response->entry;
	bool speaks;

	if (!entry || !entry->condition)
		return true;
	speaks = script_has_line(&response->listen, (size_t)response->index);
	if (session_is_about_this(session, entry))
		return !speaks && !session_lines_ahead(session, &entry->go, NULL);
	return !speaks || !session_leads_out(session, &entry->go);
}

/* The client remarks on how it was said. */
static bool remark(struct session *session)
{
	struct script remarks = session_remarks(session);
	int i = script_first(session, &remarks);

	if (i < 0)
		return false;
	session_use(session, &remarks, (size_t)i, true);
	return true;
}

/* Not where it would be the last word of the talk. */
static bool answer_otherwise(struct session *session, struct response *response)
{
	const struct entry *entry = response->entry;

	if (session->scenario->otherwise < 0 || !entry ||
	    !(response->asks || session->now.just_asked))
		return false;
	/* what was said to the rest of it is the nod */
	if (response->tag && (response->welcomed || session->new_told))
		return false;
	if (entry->condition &&
	    (!response->asks || response->room <= 0 ||
	     (session_leads_out(session, &entry->go) &&
	      !session_lines_ahead(session, &entry->go, NULL)) ||
	     (entry->nr_say && meets_question(session, response))))
		return false;
	return answer_any_other(session, response);
}

static bool answer_due(struct session *session, const struct due *due,
		       struct response *response)
{
	struct script answers = session_answers(session);

	if (due->topic >= 0 && due->topic == session->scenario->otherwise)
		return !meets_question_aloud(session, response) &&
		       answer_any_other(session, response);
	if (due->topic >= 0)
		return answer_topic(session, (size_t)due->topic, response);
	if (due->answer < 0)
		return false;
	session_use(session, &answers, (size_t)due->answer, true);
	session->topic = -1;
	return true;
}

/* What is due has nothing left to say: any other topic that was heard. */
static bool answer_instead(struct session *session, struct response *response)
{
	script_set asked = session->now.just_asked;

	if (session->due[DUE_MOST - 1].topic < 0)
		return false;
	for (size_t t = 0; t < session->scenario->nr_topics; t++)
		if (asked >> t & 1 && (int)t != session->scenario->otherwise &&
		    answer_topic(session, t, response))
			return true;
	return false;
}

/* What is due, one even where there is no room. */
static bool answer_what_is_due(struct session *session,
			       struct response *response)
{
	int most = response->room < DUE_MOST ? 1 : DUE_MOST;
	enum asking asking = session->now.asking;
	int answers = 0;

	for (int i = 0; i < DUE_MOST && answers < most; i++) {
		session->now.asking = session->due[i].asking;
		answers += answer_due(session, &session->due[i], response);
	}
	session->now.asking = asking;
	response->answered = answers || answer_instead(session, response);
	return response->answered;
}

static bool press(struct session *session, struct response *response)
{
	const struct entry *pushback;

	if (!has_room(response, false))
		return false;
	pushback = session_press(session, response->entry);
	if (pushback)
		response->go = pushback->go;
	return pushback;
}

static bool tell(struct session *session, struct response *response)
{
	if (answer_what_is_due(session, response))
		return true;
	if (response->room > 0 && !response->welcomed && !response->nodded &&
	    (response->first || gives_way(session, response)) &&
	    remark(session)) {
		response->remarked = true;
		return true;
	}
	response->answered = answer_otherwise(session, response);
	return response->answered;
}

static int count_due(const struct session *session)
{
	int due = 0;

	for (int i = 0; i < DUE_MOST; i++)
		due += session->due[i].topic >= 0 ||
		       session->due[i].answer >= 0;
	return due;
}

/* Will the entry say its line besides? */
static bool speaks_as_well(struct session *session,
			   const struct response *response)
{
	return response->entry && !response->welcomed &&
	       (response->first ||
		(!response->asks && !count_due(session) &&
		 !gives_way(session, response))) &&
	       script_has_line(&response->listen, (size_t)response->index);
}

/* Leaves room for a reaction that was said, for answers, for the entry. */
static void nod(struct session *session, struct response *response)
{
	struct spoken ahead = { 0 };
	int due = count_due(session);
	int most = response->room - response->welcomed -
		   (due ? due : response->asks);
	int said, ahead_lines = 0;
	bool as_well = speaks_as_well(session, response);
	enum nods allowed = NODS_OF_FACTS;

	if (response->entry && response->entry->condition)
		ahead_lines = session_lines_ahead(
			session, &response->entry->go, &ahead);
	if (as_well) {
		spoken_add(&ahead, response->entry);
		most -= !response->first; /* counted already */
	}
	/* how it was said is taken in beside a question, or by itself */
	if (response->asks || (!as_well && !ahead_lines))
		allowed = NODS_OF_MANNER;
	/* beside something else one is enough */
	if (most > 1 && (due || response->asks || response->welcomed ||
			 ahead_lines || as_well))
		most = 1;
	/* a promise is worth a line more */
	if (!most && !response->asks) {
		most = 1;
		allowed = NODS_OF_PROMISES;
	}
	said = session_nod(session, &ahead, most, allowed);
	response->room -= said;
	response->nodded = said;
}

/* One response; but whoever meets a pushback or tells something, and asks
 * something as well, gets both heard. */
static bool respond(struct session *session, struct response *response)
{
	if (react(session, response) ||
	    (response->welcomed = settle(session, response))) {
		response->first = false;
		if (response->welcomed)
			nod(session, response);
		if (response->welcomed && response->asks)
			tell(session, response);
		return true;
	}
	/* rather than nod to words, or remark on them, a tough client presses */
	if (session->options.level == LEVEL_TOUGH && !response->asks &&
	    !count_due(session) && press(session, response))
		return true;
	nod(session, response);
	if (response->first) {
		bool before =
			session_leads_out(session, &response->entry->go) ||
			!count_due(session);

		if (before)
			tell(session, response);
		session_use(session, &response->listen, (size_t)response->index,
			    true);
		if (!before)
			tell(session, response);
		return true;
	}
	return tell(session, response) || press(session, response) ||
	       (response->nodded && gives_way(session, response));
}

/* The lines left to responders when what leads on has had its own: the entry,
 * if it speaks as well, and the scenes it leads to. */
static int room_left(struct session *session, struct response *response)
{
	int lines = response->asks ? LINES_WHEN_ASKED : LINES_A_TURN;
	const struct entry *entry = response->entry;
	bool as_well = session->answers >= ANSWERS_IN_A_ROW;

	if (!entry || (!entry->condition && !as_well))
		return lines;
	lines -= session_lines_ahead(session, &entry->go, NULL);
	response->first = lines > 1 && speaks_first(session, response);
	if (as_well || response->first)
		lines -= script_has_line(&response->listen,
					 (size_t)response->index);
	return lines;
}

/* The entry that has waited for the last question, or the first that counts. */
static int choose_entry(struct session *session, const struct script *listen,
			bool asks)
{
	return session->farewell >= 0 && !asks ? session->farewell
					       : script_first(session, listen);
}

/* Nobody hangs up on a question that no topic hears: it is met, and the entry
 * that would end the talk waits for the next words. */
static bool wait_with_farewell(struct session *session,
			       struct response *response)
{
	const struct entry *entry = response->entry;

	if (!response->asks || session_is_mute(session) || !entry ||
	    !entry->condition || session->scenario->otherwise < 0 ||
	    count_due(session) ||
	    !session_leads_out(session, &entry->go) ||
	    session_lines_ahead(session, &entry->go, NULL) ||
	    meets_question(session, response) ||
	    !(remark(session) || answer_any_other(session, response)))
		return false;
	session->farewell = response->index;
	return true;
}

static void move_on(struct session *session, const struct go *go, bool aside)
{
	if (!session->now.patience)
		session_run_out(session);
	else
		session_go(session, go, aside);
}

void session_answer(struct session *session, const struct text *text)
{
	struct script listen = session_listen(session, session->scene);
	bool asked = text_asks_more(text);
	int i = choose_entry(session, &listen, asked);
	struct response response = {
		.listen = listen,
		.index = i,
		.entry = i < 0 ? NULL : &listen.entries->items[i],
		.asks = asked,
		.tag = text_ends_in_tag(text),
	};
	const struct entry *entry = response.entry;
	bool aloud, counts, aside = true;

	if (wait_with_farewell(session, &response)) {
		move_on(session, &response.go, aside);
		return;
	}
	response.room = room_left(session, &response);
	aloud = counts =
		session_is_mute(session) || !respond(session, &response);
	if (!response.answered)
		session->topic = -1;
	session->answers = (response.answered || response.remarked) &&
					   !response.first
				   ? session->answers + 1
				   : 0;
	if (session->answers > ANSWERS_IN_A_ROW) {
		counts = true;
		aloud = response.room > 0;
	}
	if (counts)
		session->answers = 0;
	if (entry && (counts || entry->condition)) {
		if (!response.first)
			session_use(session, &listen, (size_t)i, aloud);
		if (!response.go_first && entry->go.kind != GO_NOWHERE) {
			response.go = entry->go;
			aside = false;
		}
	}
	move_on(session, &response.go, aside);
}
