/*
 * The pool's lines, and the scenario's own words: whatever stands between
 * quotes in its file is a phrase somebody may be heard by, or a line somebody
 * says: each is read as a pattern and played back as words, alternatives
 * chosen by chance. What a line then tells and asks is the scenario's own
 * hearing; nothing here knows its answer.
 */
#include "player_parts.h"

#include <string.h>

#include "rehearse/chance.h"

enum { SAMPLES = 6 }; /* of one phrase */

struct sampler {
	const struct scenario *scenario;
	struct strbuf out;
	uint64_t seed, draws;
};

static uint32_t draw(struct sampler *sampler, uint32_t n)
{
	return chance_below(n, sampler->seed, sampler->draws++, 0, 0);
}

static const struct {
	const char *sign, *words;
} stand_ins[] = {
	{ "<when>", "by noon tomorrow" }, { "<time>", "four o'clock" },
	{ "<date>", "14 March" },         { "<number>", "3" },
	{ "<money>", "500 dollars" },     { "<name>", "Joan" },
};

/* {fill} or <class> at the front of the phrase; its length, or 0. */
static size_t put_sign(struct sampler *sampler, struct str phrase)
{
	const struct scenario *scenario = sampler->scenario;

	for (size_t i = 0; i < ARRAY_LEN(stand_ins); i++)
		if (str_starts_with(phrase, str_from(stand_ins[i].sign))) {
			strbuf_add(&sampler->out, str_from(stand_ins[i].words));
			return str_from(stand_ins[i].sign).len;
		}
	for (size_t i = 0; i < scenario->nr_fills; i++) {
		struct str name = scenario->fills[i].name;

		if (phrase.len > name.len + 1 &&
		    str_equal(str_slice(phrase, 1, name.len + 1), name) &&
		    phrase.ptr[name.len + 1] == '}') {
			strbuf_add(&sampler->out, scenario->fills[i].value);
			return name.len + 2;
		}
	}
	if (str_starts_with(phrase, STR("{client}"))) {
		strbuf_add(&sampler->out, scenario->client.first_name);
		return STR("{client}").len;
	}
	return 0;
}

/* The end of the group that opens at `at`, behind its bracket. */
static size_t group_end(struct str phrase, size_t at)
{
	int depth = 0;

	for (; at < phrase.len; at++) {
		depth += phrase.ptr[at] == '(';
		depth -= phrase.ptr[at] == ')';
		if (!depth)
			return at + 1;
	}
	return phrase.len;
}

/* One alternative of what stands between the brackets. */
static struct str choose(struct sampler *sampler, struct str inner)
{
	size_t starts[64] = { 0 }, nr = 1, from, to;
	int depth = 0;
	uint32_t pick;

	for (size_t i = 0; i < inner.len; i++) {
		depth += inner.ptr[i] == '(';
		depth -= inner.ptr[i] == ')';
		if (inner.ptr[i] == '|' && !depth && nr < ARRAY_LEN(starts) - 1)
			starts[nr++] = i + 1;
	}
	pick = draw(sampler, (uint32_t)nr);
	from = starts[pick];
	to = pick + 1 < nr ? starts[pick + 1] - 1 : inner.len;
	return str_slice(inner, from, to);
}

/* Signs are left out, and of the blanks around them one stays. */
static void put_plain(struct strbuf *out, char c)
{
	if (strchr("^$*|)", c))
		return;
	if (c != ' ' || !str_ends_with(strbuf_str(out), STR(" ")))
		strbuf_addc(out, c);
}

/* Groups nest a few levels at most: the pattern language limits them. */
static void put_sample(struct sampler *sampler, struct str phrase)
{
	size_t at = 0;

	while (at < phrase.len) {
		char c = phrase.ptr[at];
		size_t end;

		if (c == '(') {
			struct str inner;

			end = group_end(phrase, at);
			inner = str_slice(phrase, at + 1, end - 1);
			if (end < phrase.len && phrase.ptr[end] == '?') {
				if (draw(sampler, 2))
					put_sample(sampler,
						   choose(sampler, inner));
				end++;
			} else {
				put_sample(sampler, choose(sampler, inner));
			}
			at = end;
			continue;
		}
		if (c == '{' || c == '<') {
			size_t len = put_sign(
				sampler, str_slice(phrase, at, phrase.len));

			if (len) {
				at += len;
				continue;
			}
		}
		if (c == '_')
			strbuf_add(&sampler->out, STR("thing"));
		else if (c == '.' && at + 1 < phrase.len &&
			 phrase.ptr[at + 1] == '.')
			at++;
		else
			put_plain(&sampler->out, c);
		at++;
	}
}

static void add(struct arena *arena, struct player_lines *lines,
		const struct scenario *scenario, struct str text,
		uint64_t behaviours)
{
	struct text parsed = text_parse(arena, text);
	struct heard heard =
		scenario_hear(scenario, scenario->start, &parsed, arena);

	struct player_line line = {
		.text = text,
		.behaviours = behaviours,
		.facts = heard.facts,
		.topics = heard.topics,
		.answers = heard.answers,
		.nr_answers = heard.nr_answers,
	};

	for (size_t i = 0; i < heard.nr_parts; i++)
		if (heard.parts[i].topic >= 0)
			line.answered |= SCRIPT_BIT(heard.parts[i].topic);
	lines->items = arena_grow(arena, lines->items, lines->nr, &lines->alloc,
				  sizeof(*lines->items));
	lines->items[lines->nr++] = line;
}

/* What tells and asks nothing by itself may do so as a question. */
static void add_sample(struct arena *arena, struct player_lines *lines,
		       const struct scenario *scenario, struct str sample)
{
	struct strbuf asked = { 0 };
	struct player_line *last;

	add(arena, lines, scenario, sample, 0);
	last = &lines->items[lines->nr - 1];
	if (last->facts || last->topics || last->nr_answers)
		return;
	strbuf_addf(&asked, STR_FMT "?", STR_ARG(sample));
	lines->nr--;
	add(arena, lines, scenario, arena_take(arena, &asked), 0);
	last = &lines->items[lines->nr - 1];
	if (!last->topics && !last->nr_answers)
		last->text = sample;
}

static void add_samples(struct arena *arena, struct player_lines *lines,
			struct sampler *sampler, struct str phrase)
{
	for (int i = 0; i < SAMPLES; i++) {
		struct str sample;

		strbuf_truncate(&sampler->out, 0);
		put_sample(sampler, phrase);
		sample = str_trim(strbuf_str(&sampler->out));
		if (sample.len)
			add_sample(arena, lines, sampler->scenario,
				   arena_str(arena, sample));
		if (!str_find(phrase, STR("("), 0) ||
		    str_find(phrase, STR("|"), 0) == phrase.len)
			break; /* there is nothing to choose */
	}
}

struct player_lines player_lines_for(struct arena *arena,
				     const struct scenario *scenario,
				     const struct pool *pool, struct str yaml,
				     uint64_t seed)
{
	struct sampler sampler = { .scenario = scenario, .seed = seed };
	struct player_lines lines = { 0 };
	size_t at = 0;

	for (size_t i = 0; i < pool->nr; i++)
		add(arena, &lines, scenario, pool->lines[i].say,
		    pool->lines[i].shows);
	for (;;) {
		size_t open = str_find(yaml, STR("\""), at);
		size_t close = str_find(yaml, STR("\""), open + 1);

		if (close == yaml.len)
			break;
		add_samples(arena, &lines, &sampler,
			    str_slice(yaml, open + 1, close));
		at = close + 1;
	}
	strbuf_release(&sampler.out);
	return lines;
}
