#include "text_parts.h"

#include <string.h>

/*
 * Forms of verbs: the irregular ones by a table, the others by their ending
 * and the list of verbs. An unknown word in -ed passes for a past form.
 */

enum {
	PAST = IS_PAST,
	DONE = IS_DONE,
	BOTH = IS_PAST | IS_DONE,
	ING = IS_ING,
};

struct irregular {
	const char *form, *base;
	uint32_t kinds;
};

static const struct irregular irregulars[] = {
	{ "arisen", "arise", DONE }, { "arose", "arise", PAST },
	{ "ate", "eat", PAST }, { "awoke", "awake", PAST },
	{ "awoken", "awake", DONE }, { "beat", "beat", PAST },
	{ "beaten", "beat", DONE }, { "became", "become", PAST },
	{ "become", "become", DONE }, { "began", "begin", PAST },
	{ "begun", "begin", DONE }, { "bent", "bend", BOTH },
	{ "bet", "bet", BOTH }, { "bid", "bid", BOTH },
	{ "bit", "bite", PAST }, { "bitten", "bite", DONE },
	{ "bled", "bleed", BOTH }, { "blew", "blow", PAST },
	{ "blown", "blow", DONE }, { "bore", "bear", PAST },
	{ "borne", "bear", DONE }, { "bought", "buy", BOTH },
	{ "bound", "bind", BOTH }, { "broadcast", "broadcast", BOTH },
	{ "broke", "break", PAST }, { "broken", "break", DONE },
	{ "brought", "bring", BOTH }, { "built", "build", BOTH },
	{ "burst", "burst", BOTH }, { "came", "come", PAST },
	{ "cast", "cast", BOTH }, { "caught", "catch", BOTH },
	{ "chose", "choose", PAST }, { "chosen", "choose", DONE },
	{ "come", "come", DONE }, { "cost", "cost", BOTH },
	{ "crept", "creep", BOTH }, { "cut", "cut", BOTH },
	{ "dealt", "deal", BOTH }, { "done", "do", DONE },
	{ "drank", "drink", PAST }, { "drawn", "draw", DONE },
	{ "drew", "draw", PAST }, { "driven", "drive", DONE },
	{ "drove", "drive", PAST }, { "drunk", "drink", DONE },
	{ "dug", "dig", BOTH }, { "dying", "die", ING },
	{ "eaten", "eat", DONE }, { "fallen", "fall", DONE },
	{ "fed", "feed", BOTH }, { "fell", "fall", PAST },
	{ "felt", "feel", BOTH }, { "fit", "fit", BOTH },
	{ "fled", "flee", BOTH }, { "flew", "fly", PAST },
	{ "flown", "fly", DONE }, { "forbade", "forbid", PAST },
	{ "forbidden", "forbid", DONE }, { "forecast", "forecast", BOTH },
	{ "foresaw", "foresee", PAST }, { "foreseen", "foresee", DONE },
	{ "forgave", "forgive", PAST }, { "forgiven", "forgive", DONE },
	{ "forgot", "forget", PAST }, { "forgotten", "forget", DONE },
	{ "fought", "fight", BOTH }, { "found", "find", BOTH },
	{ "froze", "freeze", PAST }, { "frozen", "freeze", DONE },
	{ "gave", "give", PAST }, { "given", "give", DONE },
	{ "gone", "go", DONE }, { "got", "get", BOTH },
	{ "gotten", "get", DONE }, { "grew", "grow", PAST },
	{ "grown", "grow", DONE }, { "heard", "hear", BOTH },
	{ "held", "hold", BOTH }, { "hid", "hide", PAST },
	{ "hidden", "hide", DONE }, { "hit", "hit", BOTH },
	{ "hung", "hang", BOTH }, { "hurt", "hurt", BOTH },
	{ "kept", "keep", BOTH }, { "knew", "know", PAST },
	{ "known", "know", DONE }, { "laid", "lay", BOTH },
	{ "led", "lead", BOTH }, { "left", "leave", BOTH },
	{ "lent", "lend", BOTH }, { "let", "let", BOTH },
	{ "lied", "lie", BOTH }, { "lit", "light", BOTH },
	{ "lost", "lose", BOTH }, { "lying", "lie", ING },
	{ "made", "make", BOTH }, { "meant", "mean", BOTH },
	{ "met", "meet", BOTH }, { "misheard", "mishear", BOTH },
	{ "misled", "mislead", BOTH }, { "misread", "misread", BOTH },
	{ "misspoke", "misspeak", PAST }, { "misspoken", "misspeak", DONE },
	{ "mistaken", "mistake", DONE }, { "mistook", "mistake", PAST },
	{ "misunderstood", "misunderstand", BOTH },
	{ "outdid", "outdo", PAST }, { "outdone", "outdo", DONE },
	{ "outgrew", "outgrow", PAST }, { "outgrown", "outgrow", DONE },
	{ "overcame", "overcome", PAST }, { "overcome", "overcome", DONE },
	{ "overdid", "overdo", PAST }, { "overdone", "overdo", DONE },
	{ "overheard", "overhear", BOTH }, { "overran", "overrun", PAST },
	{ "overrun", "overrun", DONE }, { "oversaw", "oversee", PAST },
	{ "overseen", "oversee", DONE }, { "overslept", "oversleep", BOTH },
	{ "owed", "owe", BOTH }, { "owing", "owe", ING },
	{ "paid", "pay", BOTH }, { "proved", "prove", PAST },
	{ "proven", "prove", DONE }, { "put", "put", BOTH },
	{ "quit", "quit", BOTH }, { "ran", "run", PAST },
	{ "rang", "ring", PAST }, { "read", "read", BOTH },
	{ "rebuilt", "rebuild", BOTH }, { "redid", "redo", PAST },
	{ "redone", "redo", DONE }, { "resent", "resend", BOTH },
	{ "reset", "reset", BOTH }, { "rethought", "rethink", BOTH },
	{ "rewritten", "rewrite", DONE }, { "rewrote", "rewrite", PAST },
	{ "ridden", "ride", DONE }, { "risen", "rise", DONE },
	{ "rode", "ride", PAST }, { "rose", "rise", PAST },
	{ "run", "run", DONE }, { "rung", "ring", DONE },
	{ "said", "say", BOTH }, { "sang", "sing", PAST },
	{ "sank", "sink", PAST }, { "sat", "sit", BOTH },
	{ "saw", "see", PAST }, { "seen", "see", DONE },
	{ "sent", "send", BOTH }, { "set", "set", BOTH },
	{ "shaken", "shake", DONE }, { "shone", "shine", BOTH },
	{ "shook", "shake", PAST }, { "shot", "shoot", BOTH },
	{ "showed", "show", PAST }, { "shown", "show", DONE },
	{ "shrank", "shrink", PAST }, { "shrunk", "shrink", DONE },
	{ "shut", "shut", BOTH }, { "slept", "sleep", BOTH },
	{ "slid", "slide", BOTH }, { "sold", "sell", BOTH },
	{ "sought", "seek", BOTH }, { "spent", "spend", BOTH },
	{ "split", "split", BOTH }, { "spoke", "speak", PAST },
	{ "spoken", "speak", DONE }, { "spread", "spread", BOTH },
	{ "stole", "steal", PAST }, { "stolen", "steal", DONE },
	{ "stood", "stand", BOTH }, { "struck", "strike", BOTH },
	{ "stuck", "stick", BOTH }, { "sung", "sing", DONE },
	{ "sunk", "sink", DONE }, { "swam", "swim", PAST },
	{ "swept", "sweep", BOTH }, { "swore", "swear", PAST },
	{ "sworn", "swear", DONE }, { "swum", "swim", DONE },
	{ "swung", "swing", BOTH }, { "taken", "take", DONE },
	{ "taught", "teach", BOTH }, { "thought", "think", BOTH },
	{ "threw", "throw", PAST }, { "thrown", "throw", DONE },
	{ "told", "tell", BOTH }, { "took", "take", PAST },
	{ "tore", "tear", PAST }, { "torn", "tear", DONE },
	{ "undercut", "undercut", BOTH }, { "undergone", "undergo", DONE },
	{ "understood", "understand", BOTH }, { "underwent", "undergo", PAST },
	{ "undid", "undo", PAST }, { "undone", "undo", DONE },
	{ "upheld", "uphold", BOTH }, { "upset", "upset", BOTH },
	{ "used", "use", BOTH }, { "using", "use", ING },
	{ "went", "go", PAST }, { "withdrawn", "withdraw", DONE },
	{ "withdrew", "withdraw", PAST }, { "withheld", "withhold", BOTH },
	{ "woke", "wake", PAST }, { "woken", "wake", DONE },
	{ "won", "win", BOTH }, { "wore", "wear", PAST },
	{ "worn", "wear", DONE }, { "wound", "wind", BOTH },
	{ "written", "write", DONE }, { "wrote", "write", PAST },
};

/* What a verb hands on to its forms. */
enum { INHERITED = IS_NOUNISH | IS_COMPLEMENT };

struct str verb_base(struct str key)
{
	const struct irregular *form = TABLE_FIND(irregulars, key);

	return form ? str_from(form->base) : STR("");
}

/* The kinds of the verb that key is without its last `nr` letters. */
static uint32_t stem_kinds(struct str key, size_t nr)
{
	char room[KEY_MAX + 1];
	struct str stem = str_slice(key, 0, key.len - nr);
	uint32_t kinds = verb_list_kinds(stem);

	if (kinds & IS_VERB)
		return kinds;
	if (stem.len > 2 && stem.ptr[stem.len - 1] == stem.ptr[stem.len - 2])
		kinds = verb_list_kinds(str_slice(stem, 0, stem.len - 1));
	if (kinds & IS_VERB)
		return kinds;
	memcpy(room, stem.ptr, stem.len);
	room[stem.len] = 'e';
	kinds = verb_list_kinds((struct str){ room, stem.len + 1 });
	if (kinds & IS_VERB || !stem.len || room[stem.len - 1] != 'i')
		return kinds;
	room[stem.len - 1] = 'y';
	return verb_list_kinds((struct str){ room, stem.len });
}

static bool is_guess(struct str key)
{
	return key.len > 4 && str_ends_with(key, STR("ed")) &&
	       !str_ends_with(key, STR("eed"));
}

/* misses, watches, goes, tries; sites is no form of sit. */
static bool takes_es(struct str key)
{
	struct str stem = str_slice(key, 0, key.len - 2);
	char last = stem.len ? stem.ptr[stem.len - 1] : '\0';

	return last == 's' || last == 'x' || last == 'h' || last == 'o' ||
	       last == 'i' || last == 'z';
}

static uint32_t regular_kinds(struct str key)
{
	static const struct {
		const char *ending;
		uint32_t kinds;
	} endings[] = {
		{ "es", IS_THIRD }, { "s", IS_THIRD }, { "ed", BOTH },
		{ "ing", ING },
	};

	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		struct str ending = str_from(endings[i].ending);
		uint32_t kinds;

		if (key.len < ending.len + 2 || !str_ends_with(key, ending))
			continue;
		if (i == 0 && !takes_es(key))
			continue;
		kinds = stem_kinds(key, ending.len);
		if (kinds & IS_VERB)
			return endings[i].kinds | (kinds & INHERITED);
	}
	return is_guess(key) ? BOTH : 0;
}

uint32_t verb_kinds(struct str key)
{
	const struct irregular *form;
	uint32_t kinds;

	if (key.len > KEY_MAX)
		return 0;
	kinds = verb_list_kinds(key);
	form = TABLE_FIND(irregulars, key);
	if (form)
		kinds |= form->kinds |
			 (verb_list_kinds(str_from(form->base)) & INHERITED);
	return kinds ? kinds : regular_kinds(key);
}
