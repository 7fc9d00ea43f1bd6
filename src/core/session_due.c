/*
 * Which questions of a turn are to be answered, and by what: by the topic or
 * the answer that covers most words of it, if it has something to say to that.
 * Among equals an answer goes before a topic, since it has one thing to say and
 * no other use, and what stands first in the file before what follows.
 *
 * Who says much and asks at the end is answered at the end: of the last two
 * questions each is due; without a question what was said last. One that
 * nothing hears goes to the topic for any other.
 */
#include "session_parts.h"

/* An answer that covers so many words of the sentence; -1: none. */
struct fit {
	int answer;
	uint32_t words;
};

static bool is_for_this_alone(const struct condition *condition,
			      enum asking asking)
{
	uint32_t asks = condition_uses(condition).asks;

	for (enum asking kind = 0; kind < ASKING_NR; kind++)
		if (asking_is(asking, kind))
			asks &= ~(1u << kind);
	return !asks && condition_uses(condition).asks;
}

/* A phrase that reads the word which makes it a question was written for such
 * questions, and so was a condition for this kind alone; any other may know the
 * thing and not give what is asked. */
static bool gives(struct session *session, const struct script *script, int i,
		  bool reads_question)
{
	const struct entry *entry;
	struct text line;

	if (i < 0)
		return false;
	entry = &script->entries->items[i];
	if (reads_question ||
	    is_for_this_alone(entry->condition, session->now.asking) ||
	    !script_has_line(script, (size_t)i))
		return true;
	line = text_parse(&session->scratch, entry->say[script->uses[i]]);
	return text_gives(&line, session->now.asking);
}

/* Who asks for the kind of question has read the word that makes it one, and
 * all that stands between it and the phrase. */
static struct fit fit_of(struct session *session, uint32_t from,
			 const struct heard_answer *heard)
{
	struct script answers = session_answers(session);
	const struct condition *condition =
		answers.entries->items[heard->answer].condition;
	struct fit fit = { heard->answer, heard->end - heard->first };

	if (!script_counts(session, &answers, (size_t)heard->answer) ||
	    !gives(session, &answers, heard->answer, heard->first <= from))
		return (struct fit){ -1, 0 };
	if (condition_uses(condition).asks && from < heard->first)
		fit.words = heard->end - from;
	return fit;
}

/* The best fit among answers that can be given. */
static struct fit best_answer(struct session *session,
			      const struct heard *heard,
			      const struct part *part, uint32_t from)
{
	struct fit best = { -1, 0 };

	for (size_t i = 0; i < heard->nr_answers; i++) {
		const struct heard_answer *answer = &heard->answers[i];
		struct fit fit;

		if (answer->first < part->first || answer->first >= part->end)
			continue;
		fit = fit_of(session, from, answer);
		if (fit.words > best.words ||
		    (fit.words && fit.words == best.words &&
		     fit.answer < best.answer))
			best = fit;
	}
	return best;
}

/* A topic may have nothing to say to this kind of question. */
static bool has_line_now(struct session *session, int topic)
{
	struct script say;

	if (topic < 0)
		return false;
	say = session_topic(session, (size_t)topic);
	return script_first(session, &say) >= 0;
}

static bool topic_gives(struct session *session, const struct heard_part *part,
			uint32_t from)
{
	struct script say = session_topic(session, (size_t)part->topic);

	return gives(session, &say, script_first(session, &say),
		     part->first <= from);
}

static struct due due_for(struct session *session, const struct text *text,
			  const struct heard *heard,
			  const struct heard_part *part)
{
	uint32_t from = part_asks_from(text, &part->part);
	struct fit best = best_answer(session, heard, &part->part, from);
	struct due due = { -1, -1, session->now.asking };

	if (best.answer >= 0 && (best.words >= part->end - part->first ||
				 !has_line_now(session, part->topic)))
		due.answer = best.answer;
	else if (!has_line_now(session, part->topic) ||
		 topic_gives(session, part, from))
		due.topic = part->topic;
	return due;
}

static bool is_same(const struct due *a, const struct due *b)
{
	return a->topic == b->topic && a->answer == b->answer;
}

/* "How is your season, are you booked up?" asks once more for the same. */
static bool asks_again(const struct text *text, const struct part *part)
{
	const struct sentence *sentence = &text->sentences[part->sentence];
	enum asking asking = part_asking(text, part);

	return part->first > sentence->first &&
	       (asking_is(asking, ASKING_WHETHER) ||
		asking == ASKING_EITHER);
}

/* Behind a comma alone: "What about Monday, what had you planned for it?" Not
 * what one would do oneself: "How do you tell them, shall I write to them?" */
static bool goes_on(const struct text *text, const struct part *part)
{
	return part->first > text->sentences[part->sentence].first &&
	       !str_equal(text->words[part->first].key, STR("and")) &&
	       part_asking(text, part) != ASKING_OFFER;
}

static bool is_heard(const struct due *due)
{
	return due->topic >= 0 || due->answer >= 0;
}

/* A question that nothing hears and that names what it wants (who, when, shall
 * I) is one even before another. */
static bool stands_alone(enum asking asking)
{
	return asking != ASKING_NOTHING &&
	       !asking_is(asking, ASKING_WHETHER) &&
	       asking != ASKING_FAVOUR && asking != ASKING_TELL;
}

/*
 * Neither is passed over for having been asked with something else: the last
 * question, nor the one before it. "What is it? Is it the noise?" asks one
 * thing. Where nothing at all is heard the last one is met as any other, and
 * the one before it if it is of another kind: nobody says "I don't know what"
 * twice.
 */
static void add_unheard(struct session *session, enum asking last,
			enum asking before)
{
	const int any_other = session->scenario->otherwise;
	struct due *due = session->due;

	if (last != ASKING_NOTHING && last != ASKING_TELL &&
	    (is_heard(&due[1]) || stands_alone(before))) {
		due[0] = due[1];
		due[1] = (struct due){ any_other, -1, last };
	}
	if (is_heard(&due[1]) && !is_heard(&due[0]) && stands_alone(before) &&
	    stands_alone(due[1].asking) && before != due[1].asking)
		due[0] = (struct due){ any_other, -1, before };
}

void session_find_due(struct session *session, const struct text *text,
		      const struct heard *heard)
{
	enum asking asking = session->now.asking;
	enum asking unheard[DUE_MOST] = { ASKING_NOTHING, ASKING_NOTHING };
	uint32_t answered = UINT32_MAX; /* a sentence that asks one thing */
	int at = DUE_MOST, asked = 0;

	for (int i = 0; i < DUE_MOST; i++)
		session->due[i] = (struct due){ -1, -1, asking };
	for (size_t p = heard->nr_parts; p-- && at;) {
		const struct heard_part *part = &heard->parts[p];
		struct due due;

		session->now.asking = part_asking(text, &part->part);
		if ((asking != ASKING_NOTHING &&
		     session->now.asking == ASKING_NOTHING) ||
		    part->part.sentence == answered)
			continue;
		due = due_for(session, text, heard, part);
		if (++asked <= DUE_MOST && !is_heard(&due) &&
		    !asks_again(text, &part->part) &&
		    !goes_on(text, &part->part))
			unheard[asked - 1] = session->now.asking;
		if (!is_heard(&due) ||
		    (at < DUE_MOST && is_same(&due, &session->due[at])))
			continue;
		session->due[--at] = due;
		/* "How did you manage, did you write it down?" */
		if (asks_again(text, &part->part) && goes_on(text, &part->part))
			answered = part->part.sentence;
		if (asking == ASKING_NOTHING)
			break;
	}
	session->now.asking = asking;
	add_unheard(session, unheard[0], unheard[1]);
}
