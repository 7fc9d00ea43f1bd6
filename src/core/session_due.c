/*
 * Which questions of a turn are to be answered, and by what: by the topic or
 * the answer that covers most words of it, if it has something to say to that.
 * Among equals an answer goes before a topic, since it has one thing to say and
 * no other use, and what stands first in the file before what follows.
 *
 * Who says much and asks at the end is answered at the end: of the last two
 * questions each is due; without a question what was said last.
 */
#include "session_parts.h"

/* An answer that covers so many words of the sentence; -1: none. */
struct fit {
	int answer;
	uint32_t words;
};

/* Who asks for the kind of question has read the word that makes it one, and
 * all that stands between it and the phrase. */
static struct fit fit_of(const struct session *session, const struct text *text,
			 const struct heard_answer *heard)
{
	const struct entries *answers = &session->scenario->answers;
	const struct condition *condition =
		answers->items[heard->answer].condition;
	uint32_t from = sentence_asks_from(text,
					   &text->sentences[heard->sentence]);
	struct fit fit = { heard->answer, heard->end - heard->first };

	if (condition_uses(condition).asks && from < heard->first)
		fit.words = heard->end - from;
	return fit;
}

/* The best fit among answers that can be given. */
static struct fit best_answer(struct session *session, const struct text *text,
			      const struct heard *heard, uint32_t sentence)
{
	struct script answers = session_answers(session);
	struct fit best = { -1, 0 };

	for (size_t i = 0; i < heard->nr_answers; i++) {
		const struct heard_answer *answer = &heard->answers[i];
		struct fit fit = fit_of(session, text, answer);

		if (answer->sentence != sentence || fit.words < best.words ||
		    (fit.words == best.words && fit.answer > best.answer))
			continue;
		if (script_counts(session, &answers, (size_t)fit.answer))
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

static struct due due_for(struct session *session, const struct text *text,
			  const struct heard *heard, uint32_t sentence)
{
	const struct heard_topic *topic = &heard->of_sentence[sentence];
	struct fit best = best_answer(session, text, heard, sentence);

	if (best.answer >= 0 && (best.words >= topic->words ||
				 !has_line_now(session, topic->topic)))
		return (struct due){ -1, best.answer, session->now.asking };
	return (struct due){ topic->topic, -1, session->now.asking };
}

void session_find_due(struct session *session, const struct text *text,
		      const struct heard *heard)
{
	enum asking asking = session->now.asking;
	int at = DUE_MOST;

	for (int i = 0; i < DUE_MOST; i++)
		session->due[i] = (struct due){ -1, -1, asking };
	for (uint32_t s = text->nr_sentences; s-- && at;) {
		struct due due;

		session->now.asking = sentence_asking(text, &text->sentences[s]);
		if (asking != ASKING_NOTHING &&
		    session->now.asking == ASKING_NOTHING)
			continue;
		due = due_for(session, text, heard, s);
		if (due.topic < 0 && due.answer < 0)
			continue;
		if (at < DUE_MOST && due.topic == session->due[at].topic &&
		    due.answer == session->due[at].answer)
			continue;
		session->due[--at] = due;
		if (asking == ASKING_NOTHING)
			break;
	}
	session->now.asking = asking;
}
