/*
 * Whatever stands between quotes in a scenario is a phrase somebody may
 * be heard by, or a line somebody says: each is read as a pattern and played
 * back as words, alternatives chosen by chance. What a line then tells and
 * asks is the scenario's own hearing; nothing here knows its answer.
 */
#include "player_parts.h"

#include "rehearse/chance.h"

enum { SAMPLES = 3 }; /* of one phrase */

#define B(name) BEHAVIOUR_BIT(BEHAVIOUR_##name)

static const struct {
	uint64_t behaviours;
	const char *text;
} written[] = {
	{ B(OWNERSHIP), "That is on us, we missed it." },
	{ B(OWNERSHIP), "I got this wrong, and it is my responsibility." },
	{ B(OWNERSHIP) | B(APOLOGY),
	  "I'm sorry. I made the mistake and I should have told you." },
	{ B(APOLOGY), "I'm sorry about this." },
	{ B(APOLOGY) | B(EMPATHY),
	  "I apologise; I can see how hard this makes your week." },
	{ B(EMPATHY), "I can hear how much this worries you." },
	{ B(VALIDATION), "You're right to be angry about this." },
	{ B(VALIDATION), "You have every right to be upset." },
	{ B(NON_APOLOGY), "I'm sorry if you feel that way." },
	{ B(NON_APOLOGY), "We apologise if anyone was inconvenienced." },
	{ B(BLAME), "You should have sent us the text on time." },
	{ B(BLAME), "This is your fault, your team caused the delay." },
	{ B(DEFEND), "We did nothing wrong, we followed the process." },
	{ B(DEFEND), "With respect, that's not fair, we did our best." },
	{ B(BELITTLE), "Calm down, it's only a small thing." },
	{ B(BELITTLE), "You're overreacting, it's no big deal." },
	{ B(HOSTILE), "That's a stupid thing to say. Shut up." },
	{ B(SARCASM), "Oh great, thanks a lot for your wonderful help." },
	{ B(DODGE), "That is hard to say at this point." },
	{ B(EVADE), "I'd rather not go into that." },
	{ B(EXCUSE), "We were very busy and the system was down." },
	{ B(PASSES_ON), "That's not my department, ask somebody else." },
	{ B(PASSES_ON),
	  "I'll find out who is responsible and pass you on to them." },
	{ B(PUT_OFF), "Let's talk about this some other time." },
	{ B(OVERPROMISE), "This will never happen again, I guarantee it." },
	{ B(OVERPROMISE), "I promise you it will be perfect, a hundred "
			  "percent, no matter what." },
	{ B(OVER_APOLOGY), "I'm so sorry, I'm really so terribly sorry, "
			   "I'm so very sorry, please forgive me." },
	{ B(VAGUE_COMMITMENT), "We'll get to it as soon as possible." },
	{ B(DATED_COMMITMENT), "I will send you the plan by noon tomorrow." },
	{ B(DATED_COMMITMENT), "I'll ring you on Thursday at four." },
	{ B(OFFER), "I can offer you a discount and an extra day of work." },
	{ B(OFFER), "What I can do is pay for it myself. I'd be glad to." },
	{ B(OPTIONS), "We have two options: ship a part of it now, or all "
		      "of it later. Which do you prefer?" },
	{ B(ALTERNATIVE), "I can't do that, but instead we could deliver "
			  "the first part on Monday." },
	{ B(ASKS_FOR_IDEAS), "What would you suggest? How would you do it?" },
	{ B(BUILDS_ON_IDEA), "That's a good idea, and we could add a check "
			     "to it." },
	{ B(BUILDS_ON_IDEA), "Yes, let's do it your way; your idea works." },
	{ B(DISMISSES_IDEA), "No, that won't work." },
	{ B(DISMISSES_IDEA), "That's not realistic, your idea makes no "
			     "sense." },
	{ B(BOUNDARY), "That isn't part of our contract, and I won't do it "
		       "for free." },
	{ B(BOUNDARY), "No. That's outside what we agreed." },
	{ B(RECAP), "So, to sum up: you get the page by four, and I call "
		    "you at five. Did I miss anything?" },
	{ B(RECAP), "To make sure we both have the same: part one on "
		    "Monday, the rest on the 24th." },
	{ B(AGREEMENT_CHECK), "Does that work for you? Are we agreed?" },
	{ B(GOODBYE), "I have to go now. Goodbye." },
	{ B(GOODBYE), "Bye, talk to you later." },
	{ B(LEARNING), "Next time we will check this before we promise a "
		       "date; I have learned that." },
	{ B(LEARNING), "From now on I'll ring you the day I see a risk." },
	{ B(ASKS_FEEDBACK), "What could we have done better? I'd like to "
			    "know." },
	{ B(HONEST_UNKNOWN), "I don't know that yet. I'll find out." },
	{ B(REFLECTION), "So what you're saying is that you had to find it "
			 "yourself." },
	{ B(INVITES_RESPONSE), "Tell me how this looks from where you "
			       "stand." },
	{ B(OPEN_QUESTION), "What does this mean for you?" },
	{ B(QUESTION), "Is there anything else?" },
	{ B(STATUS_UPDATE), "Here is where we stand: two parts of three "
			    "are done." },
	{ B(NEXT_STEP), "The next step is a full test of all records." },
	{ B(GOOD_NEWS), "There is good news, too: the pilot went well." },
	{ B(REASSURANCE), "Nothing is lost, your data is safe." },
	{ B(THANKS), "Thank you for telling me." },
	{ B(JARGON), "We'll leverage our synergies to ideate on the "
		     "deliverables going forward." },
	{ B(EXPLANATION), "It happened because the test came too late." },
	{ B(BEST_INTEREST), "I want what's best for you in this." },
	{ B(UNCLEAR), "Hm, well, sort of." },
	{ 0, "Yes." },
	{ 0, "No." },
	{ 0, "We do." },
	{ 0, "I see." },
	{ 0, "The weather is nice today." },
	{ 0, "Okay. And then?" },
	{ 0, "Where is it? What colour is it?" },
};

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
		else if (c != '^' && c != '$' && c != '*' && c != '|' &&
			 c != ')')
			strbuf_addc(&sampler->out, c);
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

	lines->items = arena_grow(arena, lines->items, lines->nr, &lines->alloc,
				  sizeof(*lines->items));
	lines->items[lines->nr++] = (struct player_line){
		.text = text,
		.behaviours = behaviours,
		.facts = heard.facts,
		.topics = heard.topics,
	};
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
			add(arena, lines, sampler->scenario,
			    arena_str(arena, sample), 0);
		if (!str_find(phrase, STR("("), 0) ||
		    str_find(phrase, STR("|"), 0) == phrase.len)
			break; /* there is nothing to choose */
	}
}

struct player_lines player_lines_for(struct arena *arena,
				   const struct scenario *scenario,
				   struct str yaml, uint64_t seed)
{
	struct sampler sampler = { .scenario = scenario, .seed = seed };
	struct player_lines lines = { 0 };
	size_t at = 0;

	for (size_t i = 0; i < ARRAY_LEN(written); i++)
		add(arena, &lines, scenario, str_from(written[i].text),
		    written[i].behaviours);
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
