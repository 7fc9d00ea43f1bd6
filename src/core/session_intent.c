/*
 * Two small readings of what a user types: which act words mean where only
 * acts are offered ("I'd rather ring her than write"), and whether a turn is
 * nothing but a request to go on ("And then?").
 *
 * An act is only taken from words about the client, not from words to the
 * client: "I should have called you" is said. When in doubt they are said,
 * for nothing typed may get lost.
 */
#include "session_parts.h"
#include "text_parts.h"

#include <string.h>

enum {
	ABOUT_MAX = 15, /* words; longer is no announcement of an act */
	PHRASE_MAX = 6,
};

/* As phrase_end() reads them; of those at the same word the first counts. */
static const struct {
	enum act act;
	const char *words;
} intent_phrases[] = {
	{ ACT_WAIT, "let it ring" },
	{ ACT_WAIT, "let the phone ring" },
	{ ACT_WAIT, "not pick up" },
	{ ACT_WAIT, "not answer" },
	{ ACT_WAIT, "not yet" },
	{ ACT_WAIT, "not now" },
	{ ACT_WAIT, "wait $" },
	{ ACT_WAIT, "wait until" },
	{ ACT_WAIT, "wait till" },
	{ ACT_WAIT, "wait for" },
	{ ACT_WAIT, "wait and" },
	{ ACT_WAIT, "wait a" },
	{ ACT_WAIT, "waiting" },
	{ ACT_WAIT, "hold off" },
	{ ACT_WAIT, "do nothing" },
	{ ACT_WAIT, "sleep on" },
	{ ACT_WAIT, "put it off" },
	{ ACT_WAIT, "think about it" },
	{ ACT_WAIT, "postpone*" },
	{ ACT_WAIT, "ignor*" },
	{ ACT_WAIT, "decline*" },
	{ ACT_WAIT, "later $" },
	{ ACT_DELEGATE, "delegat*" },
	{ ACT_DELEGATE, "get someone" },
	{ ACT_DELEGATE, "get somebody" },
	{ ACT_DELEGATE, "hand it" },
	{ ACT_DELEGATE, "hand this" },
	{ ACT_DELEGATE, "pass it" },
	{ ACT_DELEGATE, "pass this" },
	{ ACT_DELEGATE, "colleague*" },
	{ ACT_DELEGATE, "someone else" },
	{ ACT_DELEGATE, "somebody else" },
	{ ACT_VOICEMAIL, "leave a message" },
	{ ACT_VOICEMAIL, "leave _ a message" },
	{ ACT_VOICEMAIL, "leave a voicemail" },
	{ ACT_VOICEMAIL, "leave _ a voicemail" },
	{ ACT_VOICEMAIL, "voicemail*" },
	{ ACT_VOICEMAIL, "voice mail*" },
	{ ACT_VOICEMAIL, "mailbox*" },
	{ ACT_VOICEMAIL, "answering machine" },
	{ ACT_MESSAGE, "write _ a text" },
	{ ACT_MESSAGE, "write _ a message" },
	{ ACT_MESSAGE, "write a text" },
	{ ACT_MESSAGE, "write a message" },
	{ ACT_MESSAGE, "text" },
	{ ACT_MESSAGE, "texting" },
	{ ACT_MESSAGE, "message*" },
	{ ACT_MESSAGE, "messaging" },
	{ ACT_MESSAGE, "sms" },
	{ ACT_MESSAGE, "whatsapp" },
	{ ACT_MESSAGE, "chat" },
	{ ACT_MEET, "meet" },
	{ ACT_MEET, "meeting" },
	{ ACT_MEET, "visit*" },
	{ ACT_MEET, "in person" },
	{ ACT_MEET, "face to face" },
	{ ACT_MEET, "go and see" },
	{ ACT_MEET, "go see" },
	{ ACT_MEET, "see her" },
	{ ACT_MEET, "see him" },
	{ ACT_MEET, "see them" },
	{ ACT_MEET, "drive" },
	{ ACT_MEET, "drop by" },
	{ ACT_MEET, "drop in" },
	{ ACT_MEET, "stop by" },
	{ ACT_MEET, "go over" },
	{ ACT_MEET, "walk over" },
	{ ACT_MEET, "go there" },
	{ ACT_EMAIL, "email*" },
	{ ACT_EMAIL, "e-mail*" },
	{ ACT_EMAIL, "e mail*" },
	{ ACT_EMAIL, "mail" },
	{ ACT_EMAIL, "mailing" },
	{ ACT_EMAIL, "write" },
	{ ACT_EMAIL, "writing" },
	{ ACT_EMAIL, "drop _ a line" },
	{ ACT_CALL, "call" },
	{ ACT_CALL, "calling" },
	{ ACT_CALL, "ring" },
	{ ACT_CALL, "ringing" },
	{ ACT_CALL, "phone" },
	{ ACT_CALL, "phoning" },
	{ ACT_CALL, "telephone" },
	{ ACT_CALL, "dial*" },
	{ ACT_CALL, "pick up" },
	{ ACT_CALL, "pick it up" },
	{ ACT_CALL, "answer" },
	{ ACT_CALL, "take it" },
	{ ACT_CALL, "talk to" },
	{ ACT_CALL, "speak to" },
	{ ACT_CALL, "speak with" },
};

/* Words that announce what one is about to do. */
static const char *const announcing[] = {
	"i",        "we",      "will",     "would", "shall",  "should",
	"must",     "can",     "could",    "may",   "might",  "let",
	"me",       "us",      "have",     "had",   "to",     "am",
	"is",       "going",   "go",       "want",  "need",   "like",
	"think",    "guess",   "better",   "best",  "rather", "prefer",
	"it",       "ok",      "okay",     "right", "so",     "well",
	"now",      "then",    "first",    "just",  "simply", "please",
	"maybe",    "perhaps", "probably", "and",   "yes",    "sure",
	"try",      "plan",    "the",      "a",     "an",     "immediately",
	"straight", "away",    "today",    "do",    "make",   "give",
	"send",     "by",      "about",    "what",  "how",    "not",
	"than",     "instead", "of",       "sit",
};

static const char *const third_person[] = {
	"she", "her", "he", "him", "they", "them", "client", "customer",
};

/* What somebody else is to do; `whom` is that word of the phrase, from 0. */
static const struct {
	const char *words;
	uint32_t whom;
} delegations[] = {
	{ "ask _ to", 1 },
	{ "ask the _", 2 },
	{ "ask my _", 2 },
	{ "ask our _", 2 },
	{ "ask a _", 2 },
	{ "get _ to", 1 },
	{ "have _ call", 1 },
	{ "have _ ring", 1 },
	{ "have _ phone", 1 },
	{ "have _ write", 1 },
	{ "let _ call", 1 },
	{ "let _ ring", 1 },
	{ "let _ handle", 1 },
	{ "let _ do", 1 },
	{ "send _ to", 1 },
};

/* No third person: `have to call`, `let me ring`, `ask her to`. */
static const char *const nobody_else[] = {
	"to", "me", "us", "it", "her", "him", "them", "you", "myself",
};

static const char *const second_person[] = {
	"you", "your", "yours", "yourself", "yourselves",
};

static const char *const greetings[] = {
	"hi", "hello", "hey", "dear", "good", "thanks", "thank", "sorry",
};

#define AMONG(key, words) str_is_one_of((key), (words), ARRAY_LEN(words))

static bool is_negated(const struct text *text, uint32_t at)
{
	static const char *const before[] = {
		"not", "no", "never", "than", "without",
	};
	static const char *const articles[] = { "a", "an", "the", "any" };

	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];

		if (scope->kind == SCOPE_NEGATED && scope->opener < at &&
		    scope->first <= at && at < scope->end)
			return true;
	}
	if (at && AMONG(text->words[at - 1].key, articles))
		at--;
	if (at && AMONG(text->words[at - 1].key, before))
		return true;
	return at >= 2 && phrase_end(text, at - 2, "instead of");
}

/* Said to the client, not about what to do. */
static bool is_addressed(const struct session *session, const struct text *text)
{
	struct str name = session->scenario->client.first_name;
	struct str first = str_slice(text->source, text->words[0].start,
				     text->words[0].end);

	for (uint32_t i = 0; i < text->nr_words; i++)
		if (AMONG(text->words[i].key, second_person))
			return true;
	if (AMONG(text->words[0].key, greetings))
		return true;
	return str_equal_nocase(first, name) &&
	       text->words[0].end < text->source.len &&
	       strchr(",:;.!", text->source.ptr[text->words[0].end]);
}

static bool is_about_client(const struct session *session,
			    const struct text *text)
{
	struct str name = session->scenario->client.first_name;

	if (text->nr_words > ABOUT_MAX)
		return false;
	for (uint32_t i = 0; i < text->nr_words; i++) {
		const struct word *word = &text->words[i];
		struct str as_typed =
			str_slice(text->source, word->start, word->end);

		if (AMONG(word->key, third_person) ||
		    str_equal_nocase(as_typed, name))
			return true;
	}
	return false;
}

/* The act of a suggestion whose own words these are. */
static enum act act_of_text(const struct session *session, struct str line)
{
	const struct scene *scene = &session->scenario->scenes[session->scene];

	for (size_t i = 0; i < scene->nr_replies; i++)
		if (scene->replies[i].act != ACT_NONE &&
		    str_equal_nocase(str_trim(scene->replies[i].text), line))
			return scene->replies[i].act;
	return ACT_NONE;
}

static bool is_offered(const struct session *session, enum act act)
{
	const struct scene *scene = &session->scenario->scenes[session->scene];

	for (size_t i = 0; i < scene->nr_replies; i++)
		if (scene->replies[i].act == act)
			return true;
	return false;
}

/* The act that the words from `at` on name. */
static enum act act_at(const struct text *text, uint32_t at)
{
	for (size_t i = 0; i < ARRAY_LEN(intent_phrases); i++)
		if (phrase_end(text, at, intent_phrases[i].words))
			return intent_phrases[i].act;
	for (size_t i = 0; i < ARRAY_LEN(delegations); i++)
		if (phrase_end(text, at, delegations[i].words) &&
		    !AMONG(text->words[at + delegations[i].whom].key,
			   nobody_else))
			return ACT_DELEGATE;
	return ACT_NONE;
}

/* The first act the words name that is offered; else what they name. */
static struct intent read_intent(const struct session *session,
				 const struct text *text)
{
	struct intent intent = { INTENT_SAY, ACT_NONE };
	bool about = is_about_client(session, text);

	for (uint32_t at = 0; at < text->nr_words; at++) {
		enum act act = act_at(text, at);

		if (act == ACT_NONE) {
			if (!about && !AMONG(text->words[at].key, announcing))
				break;
			continue;
		}
		if (intent.kind == INTENT_SAY)
			intent.kind = INTENT_UNCLEAR;
		if (!is_negated(text, at) && is_offered(session, act))
			return (struct intent){ INTENT_ACT, act };
	}
	return intent;
}

struct intent session_intent(const struct session *session, struct str line)
{
	enum act act = act_of_text(session, line);
	struct intent intent = { INTENT_SAY, ACT_NONE };
	struct arena arena = { 0 };
	struct text text;

	if (act != ACT_NONE)
		return (struct intent){ INTENT_ACT, act };
	text = text_parse(&arena, line);
	if (text.nr_words && !is_addressed(session, &text))
		intent = read_intent(session, &text);
	arena_release(&arena);
	return intent;
}

/* ---- follow-ups -------------------------------------------------------- */

static const char *const follow_ups[] = {
	"and",
	"and then",
	"then",
	"then what",
	"what then",
	"what next",
	"what happened then",
	"what happened next",
	"and after that",
	"after that",
	"tell me more",
	"tell me",
	"say more",
	"more",
	"go on",
	"do go on",
	"keep going",
	"continue",
	"carry on",
	"why",
	"why not",
	"why is that",
	"why that",
	"how so",
	"how come",
	"how",
	"which",
	"in what way",
	"such as",
	"like what",
	"what else",
	"what more",
	"meaning",
	"what do you mean",
	"what does that mean",
	"for example",
	"i am listening",
	"can you tell me more",
	"could you tell me more",
	"would you tell me more",
	"can you say more",
	"could you say more",
	"tell me more about it",
	"tell me more about that",
	"what about it",
	"explain",
	"can you explain",
	"could you explain",
	"because",
};

static const char *const before_follow_up[] = {
	"ok",     "okay", "oh",   "right",  "and",  "but", "so",
	"please", "yes",  "well", "really", "sure", "all", "i",
	"see",    "no",   "hm",   "hmm",    "ah",
};

bool text_is_follow_up(const struct text *text)
{
	uint32_t end = text->nr_words;

	if (end && str_equal(text->words[end - 1].key, STR("please")))
		end--;
	for (uint32_t at = 0; at < end && end - at <= 2 * PHRASE_MAX; at++) {
		for (size_t i = 0; i < ARRAY_LEN(follow_ups); i++)
			if (phrase_end(text, at, follow_ups[i]) == end)
				return true;
		if (!AMONG(text->words[at].key, before_follow_up))
			return false;
	}
	return false;
}

bool text_asks_more(const struct text *text)
{
	enum asking asking = text_asking(text);

	return asking != ASKING_NOTHING &&
	       (asking != ASKING_TELL || !text_is_follow_up(text));
}
