/*
 * The thing a call is about, out of what was typed for it. Asked for a thing,
 * people tell what happened: "the newsletter went to the wrong list", "we lost
 * their photos". A template's sentences need a name: "something went wrong
 * with the newsletter", "... with the photos".
 *
 * Of a clause it is the subject, or what the verb is about when the subject is
 * somebody; whose it is, is left out, since both sides will speak of it. What
 * has no verb is a name already; without one the template's own will do.
 */
#include "own_line.h"

#include "rehearse/named.h"
#include "text_parts.h"

enum {
	IS_ANY_VERB = IS_AUX | IS_VERB | IS_THIRD | IS_PAST | IS_DONE | IS_ING,
	/* may stand between a verb and its object */
	IS_BETWEEN = IS_ANY_VERB | IS_ADVERB | IS_NEGATOR | IS_OBJECT |
		     IS_PRONOUN | IS_SUB | IS_PREP,
	/* ends an object: "the invoices to", "a bath we fitted", "a logo is" */
	IS_BEHIND = IS_PREP | IS_SUB | IS_WH | IS_JOIN | IS_PRONOUN |
		    IS_OBJECT | IS_AUX,
};

/* Words of the text, end exclusive. */
struct span {
	uint32_t first, end;
};

static uint32_t word_kinds(const struct text *text, uint32_t at)
{
	struct str key = text->words[at].key;

	return lexicon_kinds(key) | verb_kinds(key);
}

static bool key_is(const struct text *text, uint32_t at, const char *key)
{
	return str_equal(text->words[at].key, str_from(key));
}

/* "leaking", "framed"; not "cut" */
static bool is_verb_form(const struct text *text, uint32_t at)
{
	uint32_t kinds = verb_kinds(text->words[at].key);

	return kinds & (IS_ING | IS_DONE) && !(kinds & IS_NOUNISH);
}

static bool is_name(const struct text *text, struct span part)
{
	uint32_t last = part.end - 1;

	return part.first < part.end &&
	       !(text->words[last].classes & (WORD_WHEN | WORD_NUMBER)) &&
	       !(lexicon_kinds(text->words[last].key) &
		 (IS_DET | IS_PRONOUN | IS_OBJECT | IS_PREP | IS_NEGATOR |
		  IS_AUX)) &&
	       (part.first < last || !is_verb_form(text, last));
}

/* Not "the brief again", "the doors still", "the dresses not | finished". */
static struct span without_adverbs(const struct text *text, struct span part)
{
	while (part.first < part.end &&
	       word_kinds(text, part.end - 1) & (IS_ADVERB | IS_NEGATOR))
		part.end--;
	return part;
}

/* "the doors that came scratched": the doors */
static struct span subject_of(const struct text *text,
			      const struct clause *clause)
{
	struct span part = { clause->subject_at, clause->subject_at };

	while (part.end < clause->verb_at && !key_is(text, part.end, "that") &&
	       !(word_kinds(text, part.end) & IS_WH))
		part.end++;
	return without_adverbs(text, part);
}

/* "drive the minibus anymore, insurance" */
static bool stands_behind_comma(const struct text *text, uint32_t at)
{
	size_t end = text->words[at - 1].end;

	return end < text->source.len && text->source.ptr[end] == ',';
}

/* Not in "the Tuesday class". */
static bool is_time(const struct text *text, uint32_t at)
{
	return text->words[at].classes & WORD_WHEN &&
	       !(lexicon_kinds(text->words[at - 1].key) & IS_DET);
}

/* "gave her cat | the wrong pills": of two objects the second is the thing. */
static bool begins_object(const struct text *text, uint32_t at)
{
	return lexicon_kinds(text->words[at].key) & IS_DET &&
	       !key_is(text, at - 1, "of") && !key_is(text, at - 1, "all") &&
	       !(lexicon_kinds(text->words[at - 1].key) & IS_DET);
}

/* "wants the garage | painted", "let the nephew | go" */
static struct span without_deed(const struct text *text,
				const struct clause *clause, struct span part)
{
	uint32_t kinds, last = part.end - 1;

	if (part.end < part.first + 3 ||
	    !(lexicon_kinds(text->words[part.first].key) & IS_DET))
		return part;
	kinds = verb_kinds(text->words[last].key);
	if ((kinds & IS_DONE && !(kinds & IS_NOUNISH)) ||
	    (kinds & IS_VERB && key_is(text, clause->verb_at, "let")))
		part.end--;
	return part;
}

/* Behind the verb, and others that go with it: "forgot to file the return". */
static struct span object_of(const struct text *text,
			     const struct clause *clause)
{
	uint32_t end = text->sentences[clause->sentence].end;
	struct span part = { clause->verb_at + 1, 0 };

	while (part.first + 1 < end &&
	       !(word_kinds(text, part.first) & IS_DET) &&
	       (word_kinds(text, part.first) & IS_BETWEEN ||
		key_is(text, part.first, "to")))
		part.first++;
	part.end = part.first < end ? part.first + 1 : part.first;
	while (part.end < end &&
	       (key_is(text, part.end, "of") ||
		key_is(text, part.end - 1, "of") ||
		!(word_kinds(text, part.end) & IS_BEHIND)) &&
	       !is_time(text, part.end) &&
	       !stands_behind_comma(text, part.end)) {
		if (begins_object(text, part.end))
			part.first = part.end;
		part.end++;
	}
	return without_deed(text, clause, without_adverbs(text, part));
}

/* Who did it, not what it was done to. */
static bool is_somebody(const struct text *text, const struct clause *clause,
			struct str client)
{
	static const char *const persons[] = {
		"apprentice", "assistant", "boy", "builder", "cleaner",
		"client", "colleague", "company", "courier", "crew",
		"customer", "customers", "driver", "electrician", "firm",
		"fitter", "gardener", "guests", "guy", "intern", "lad", "lads",
		"mechanic", "neighbour", "nurse", "painter", "parents",
		"people", "plumber", "roofer", "staff", "supplier", "team",
		"technician", "tenants", "trainee", "waiter",
	};
	struct str last;

	if (clause->subject_at >= clause->verb_at ||
	    clause->subject != SUBJECT_OTHER ||
	    lexicon_kinds(text->words[clause->subject_at].key) & IS_PRONOUN)
		return true;
	last = text->words[clause->verb_at - 1].key;
	if (str_is_one_of(last, persons, ARRAY_LEN(persons)))
		return true;
	str_cut(&client, ' ', &last);
	return str_equal_nocase(text->words[clause->subject_at].key, last);
}

/* "Is it about we failed?" */
static bool is_of_a_pronoun(const struct text *text,
			    const struct clause *clause)
{
	return clause->subject_at < clause->verb_at &&
	       lexicon_kinds(text->words[clause->subject_at].key) & IS_PRONOUN;
}

/* "the pool closes": the pool is a name in any case. */
static bool is_told(const struct text *text, const struct clause *clause)
{
	return verb_kinds(text->words[clause->verb_at].key) & IS_THIRD &&
	       lexicon_kinds(text->words[clause->first].key) & IS_DET;
}

/* "Marek's leaving", as "we're leaving" is not. */
static bool is_owned(const struct text *text, uint32_t verb)
{
	return verb &&
	       !(lexicon_kinds(text->words[verb - 1].key) & IS_PRONOUN) &&
	       (text->words[verb].start == text->words[verb - 1].start ||
		text_owns(text, verb - 1));
}

/* "a second set", "the old felt": the word that looks like a verb is the
 * noun. */
static bool is_described(const struct text *text, uint32_t verb)
{
	static const char *const before[] = {
		"big",   "extra", "final", "first", "full",  "last",
		"large", "left",  "little", "main", "new",   "old",
		"other", "right", "second", "short", "small", "third",
		"whole", "wrong",
	};

	return verb > 1 && lexicon_kinds(text->words[verb - 2].key) & IS_DET &&
	       (str_is_one_of(text->words[verb - 1].key, before,
			      ARRAY_LEN(before)) ||
		text->words[verb - 1].classes & WORD_NUMBER);
}

/* "washing the dogs", "setting up the shop"; not "leaking tap" */
static bool is_doing(const struct text *text, const struct clause *clause)
{
	uint32_t verb = clause->verb_at;

	return !verb && text->nr_words > 1 &&
	       verb_kinds(text->words[0].key) & IS_ING &&
	       lexicon_kinds(text->words[1].key) & (IS_DET | IS_PREP);
}

/* "the wedding suits": what ends a line like a verb is its noun, but for what
 * things do by themselves ("the pool closes"). */
static bool ends_a_name(const struct text *text, const struct clause *clause)
{
	static const char *const done[] = {
		"arrives", "begins", "breaks", "changes", "closes", "comes",
		"crashes", "dies", "drops", "ends", "fails", "falls", "goes",
		"grows", "leaks", "leaves", "moves", "opens", "rises", "runs",
		"shrinks", "shuts", "sinks", "slips", "smells", "stands",
		"starts", "sticks", "stops", "works",
	};
	uint32_t verb = clause->verb_at;

	return verb + 1 == text->nr_words && verb > clause->first + 1 &&
	       lexicon_kinds(text->words[clause->first].key) & IS_DET &&
	       verb_kinds(text->words[verb].key) & IS_THIRD &&
	       !str_is_one_of(text->words[verb].key, done, ARRAY_LEN(done));
}

/* "Marek's leaving" is a name, too, and so is "price increase". */
static bool may_be_name(const struct text *text, const struct clause *clause)
{
	uint32_t kinds = verb_kinds(text->words[clause->verb_at].key);

	return (kinds & IS_NOUNISH && !(kinds & (IS_PAST | IS_ING)) &&
		!is_told(text, clause)) ||
	       is_owned(text, clause->verb_at) ||
	       is_described(text, clause->verb_at) ||
	       ends_a_name(text, clause) || is_doing(text, clause);
}

/* Does it say what happened, rather than name something? */
static bool tells(struct str line, struct arena *arena)
{
	struct text text = text_parse(arena, line);

	return text.nr_clauses && text.clauses->verb_at < text.clauses->end &&
	       !may_be_name(&text, text.clauses);
}

/* "engine's broke", "the cellist's broken her wrist" */
static bool has_broken(struct str line, struct arena *arena)
{
	struct text text = text_parse(arena, line);

	for (uint32_t at = 1; at < text.nr_words; at++)
		if (is_owned(&text, at) &&
		    verb_kinds(text.words[at].key) & (IS_PAST | IS_DONE))
			return true;
	return false;
}

/* "lessons up" from 28: lessons */
static struct str without_direction(struct str name)
{
	static const char *const ways[] = { " up", " down" };

	for (size_t i = 0; i < ARRAY_LEN(ways); i++)
		if (str_ends_with(name, str_from(ways[i])))
			name.len -= str_from(ways[i]).len;
	return name;
}

/* "The fee, up from 900" is about the fee, and "the books, the blues came out
 * purple" about the books, but "doors, sills and shutters" about all three. */
static struct str without_tail(struct str line, struct arena *arena)
{
	size_t figures = line_figures_at(line);
	size_t comma = str_find(line, STR(", "), 0);
	struct str name = str_slice(line, 0, comma);
	struct str rest = str_slice(line, comma, line.len);

	if (!rest.len && figures < line.len)
		return without_direction(str_slice(line, 0, figures));
	if (!rest.len)
		return line_without_delay(line);
	rest = str_slice(rest, STR(", ").len, rest.len);
	if (str_find(rest, STR(" and "), 0) == rest.len ||
	    tells(rest, arena) || has_broken(rest, arena))
		return name;
	return line;
}

/* "prices", not "address" */
static bool is_many(struct str name)
{
	return str_ends_with(name, STR("s")) && !str_ends_with(name, STR("ss"));
}

/* "delivery slipped": the delivery; "service contract goes up": the service
 * contract; "prices go up": the prices. */
static struct str with_article(const struct text *text, struct span part,
			       struct str name, struct arena *arena)
{
	const uint32_t never = IS_DET | IS_PRONOUN | IS_PREP | IS_OBJECT;
	const struct word *first = &text->words[part.first];

	if (lexicon_kinds(first->key) & never || first->classes & WORD_NUMBER ||
	    (part.end > part.first + 1 && verb_kinds(first->key) & IS_ING) ||
	    text_owns(text, part.first) ||
	    name.ptr[0] < 'a' || name.ptr[0] > 'z')
		return name;
	return arena_printf(arena, "the " STR_FMT, STR_ARG(name));
}

/* "The puppies got the wrong vaccine": it is about the vaccine, which was to be
 * another one; not "came to the wrong door", "are the wrong colour". */
static bool is_wrong_one(const struct text *text, struct span object)
{
	struct str before;

	if (object.first + 2 >= object.end || !object.first ||
	    !key_is(text, object.first + 1, "wrong"))
		return false;
	before = text->words[object.first - 1].key;
	return str_equal(before, STR("got")) || str_equal(before, STR("had")) ||
	       (verb_kinds(before) & IS_ANY_VERB &&
		!(lexicon_kinds(before) & IS_AUX));
}

static struct span thing_of(const struct text *text,
			    const struct clause *clause, struct str client)
{
	struct span object = object_of(text, clause), part = { 0 };

	if (is_somebody(text, clause, client) || is_wrong_one(text, object))
		part = object;
	if (!is_name(text, part) && clause->subject_at < clause->verb_at)
		part = subject_of(text, clause);
	return part;
}

/* Without the "wrong" behind its determiner. */
static struct str name_of(const struct text *text, struct span part,
			  struct arena *arena)
{
	struct str source = text->source;
	size_t first = text->words[part.first].start;
	size_t end = text->words[part.end - 1].end;

	if (part.first + 2 >= part.end ||
	    !key_is(text, part.first + 1, "wrong"))
		return str_slice(source, first, end);
	return arena_printf(
		arena, STR_FMT " " STR_FMT,
		STR_ARG(str_slice(source, first, text->words[part.first].end)),
		STR_ARG(str_slice(source, text->words[part.first + 2].start,
				  end)));
}

/* "garden wall": nothing but words of a name */
static bool is_bare_name(const struct text *text)
{
	const uint32_t never = IS_PREP | IS_ADVERB | IS_JOIN | IS_SMALL |
			       IS_NEGATOR | IS_WH | IS_PRONOUN;

	for (uint32_t i = 0; i < text->nr_words; i++) {
		const struct word *word = &text->words[i];

		if (lexicon_kinds(word->key) & never || text_owns(text, i) ||
		    word->classes & (WORD_NUMBER | WORD_WHEN) ||
		    text->source.ptr[word->start] < 'a' ||
		    text->source.ptr[word->start] > 'z')
			return false;
	}
	return text->nr_words;
}

/* "roof on plot 9", "wedding": the roof, the wedding. */
static struct str with_article_of_a_name(const struct text *text,
					 struct arena *arena)
{
	const uint32_t never = IS_DET | IS_PRONOUN | IS_PREP | IS_ADVERB |
			       IS_OBJECT | IS_SMALL;
	struct str line = text->source;
	bool named = text->nr_words == 1 || is_bare_name(text) ||
		     (text->nr_words > 2 &&
		      lexicon_kinds(text->words[1].key) & IS_PREP);

	if (!named || lexicon_kinds(text->words[0].key) & never ||
	    verb_kinds(text->words[0].key) & IS_ING ||
	    text->words[0].classes & WORD_NUMBER)
		return line;
	return with_article(text, (struct span){ 0, 1 }, line, arena);
}

/* "two dresses still | not finished", "the sofa | we covered", "the texts |
 * sound stiff"; not "I did | not send it", "what | we agreed" */
static struct str without_clause(struct str line, struct arena *arena)
{
	static const char *const begins[] = {
		" not ", " we ", " I ", " that we ", " that I ",
		" which ", " shows the ", " shows wrong", " reads wrong",
	};
	static const char *const seem[] = { " look ", " smell ", " sound " };
	const uint32_t never = IS_WH | IS_SUB | IS_JOIN;
	struct str name = line;
	struct text text;
	uint32_t last;

	for (size_t i = 0; i < ARRAY_LEN(begins); i++)
		name.len = str_find(name, str_from(begins[i]), 0);
	for (size_t i = 0; i < ARRAY_LEN(seem); i++) {
		size_t at = str_find(name, str_from(seem[i]), 0);

		if (is_many(str_slice(name, 0, at)))
			name.len = at;
	}
	if (str_ends_with(name, STR(" still")))
		name.len -= STR(" still").len;
	name = line_without(name, "", " ,");
	text = text_parse(arena, name);
	last = text.nr_words - 1;
	if (name.len == line.len || !text.nr_clauses ||
	    text.clauses->verb_at < text.clauses->end ||
	    !is_name(&text, (struct span){ 0, text.nr_words }) ||
	    lexicon_kinds(text.words[last].key) & never)
		return line;
	return name;
}

/* "we paid all the staff twice": it is about the pay, not about them. */
static struct str given_to_people(const struct text *text,
				  const struct clause *clause, struct span part)
{
	static const struct {
		const char *verb, *thing;
	} deeds[] = {
		{ "paid", "the payments" },   { "charged", "the bill" },
		{ "billed", "the bill" },     { "invoiced", "the invoice" },
		{ "overcharged", "the bill" }, { "overpaid", "the payments" },
		{ "booked", "the booking" },  { "told", "the message" },
	};
	static const char *const people[] = {
		"customers", "everybody", "everyone", "guests", "members",
		"people", "staff", "team", "tenants", "volunteers", "workers",
	};
	struct str last = text->words[part.end - 1].key;

	if (part.end == part.first ||
	    !str_is_one_of(last, people, ARRAY_LEN(people)))
		return STR("");
	for (size_t i = 0; i < ARRAY_LEN(deeds); i++)
		if (key_is(text, clause->verb_at, deeds[i].verb))
			return str_from(deeds[i].thing);
	return STR("");
}

struct str own_thing(struct str line, struct str client, struct arena *arena)
{
	const struct clause *clause;
	struct str given;
	struct span part;
	struct text text;

	line = without_tail(without_clause(line, arena), arena);
	text = text_parse(arena, line);
	clause = text.clauses;
	if (!text.nr_clauses || clause->verb_at == clause->end ||
	    may_be_name(&text, clause))
		return own_said_of_both(with_article_of_a_name(&text, arena),
					arena);
	if (clause->mood == MOOD_QUESTION || clause->mood == MOOD_TAG)
		return STR("");
	part = thing_of(&text, clause, client);
	given = given_to_people(&text, clause, part);
	if (given.len)
		return given;
	if (is_name(&text, part))
		line = with_article(&text, part, name_of(&text, part, arena),
				    arena);
	else if (is_of_a_pronoun(&text, clause))
		return STR("");
	return own_said_of_both(line, arena);
}
