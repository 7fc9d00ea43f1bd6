#include "text_parts.h"

/*
 * Contractions, with and without their apostrophe. What is also a word of
 * its own (its, ill, were, well, shell, id, wed) is left alone, and so is a
 * 's that may be a possessive.
 */

struct contraction {
	const char *word;
	const char *parts[CONTRACTION_MAX + 1];
};

static const struct contraction contractions[] = {
	{ "ain't", { "is", "not" } }, { "aint", { "is", "not" } },
	{ "alot", { "a", "lot" } }, { "arent", { "are", "not" } },
	{ "c'mon", { "come", "on" } }, { "can't", { "can", "not" } },
	{ "cannot", { "can", "not" } }, { "cant", { "can", "not" } },
	{ "coulda", { "could", "have" } },
	{ "couldn't've", { "could", "not", "have" } },
	{ "couldnt", { "could", "not" } }, { "couldve", { "could", "have" } },
	{ "cya", { "see", "you" } }, { "d'you", { "do", "you" } },
	{ "didnt", { "did", "not" } }, { "doesnt", { "does", "not" } },
	{ "dont", { "do", "not" } }, { "dunno", { "do", "not", "know" } },
	{ "gimme", { "give", "me" } }, { "gonna", { "going", "to" } },
	{ "gotta", { "got", "to" } }, { "hadnt", { "had", "not" } },
	{ "hafta", { "have", "to" } }, { "hasnt", { "has", "not" } },
	{ "havent", { "have", "not" } }, { "heres", { "here", "is" } },
	{ "hes", { "he", "is" } }, { "hows", { "how", "is" } },
	{ "i'd've", { "i", "would", "have" } }, { "im", { "i", "am" } },
	{ "imma", { "i", "am", "going", "to" } },
	{ "innit", { "is", "it", "not" } }, { "isnt", { "is", "not" } },
	{ "itll", { "it", "will" } }, { "ive", { "i", "have" } },
	{ "kinda", { "kind", "of" } }, { "lemme", { "let", "me" } },
	{ "let's", { "let", "us" } }, { "lets", { "let", "us" } },
	{ "mightve", { "might", "have" } }, { "mustnt", { "must", "not" } },
	{ "mustve", { "must", "have" } }, { "neednt", { "need", "not" } },
	{ "outta", { "out", "of" } }, { "shan't", { "shall", "not" } },
	{ "shes", { "she", "is" } }, { "shoulda", { "should", "have" } },
	{ "shouldn't've", { "should", "not", "have" } },
	{ "shouldnt", { "should", "not" } },
	{ "shouldve", { "should", "have" } }, { "sorta", { "sort", "of" } },
	{ "thankyou", { "thank", "you" } }, { "thatll", { "that", "will" } },
	{ "thats", { "that", "is" } }, { "theres", { "there", "is" } },
	{ "theyll", { "they", "will" } }, { "theyre", { "they", "are" } },
	{ "theyve", { "they", "have" } }, { "tryna", { "trying", "to" } },
	{ "wanna", { "want", "to" } }, { "wasnt", { "was", "not" } },
	{ "we'd've", { "we", "would", "have" } },
	{ "werent", { "were", "not" } }, { "weve", { "we", "have" } },
	{ "whatcha", { "what", "are", "you" } },
	{ "wheres", { "where", "is" } }, { "won't", { "will", "not" } },
	{ "wont", { "will", "not" } }, { "woulda", { "would", "have" } },
	{ "wouldn't've", { "would", "not", "have" } },
	{ "wouldnt", { "would", "not" } }, { "wouldve", { "would", "have" } },
	{ "y'all", { "you", "all" } }, { "yall", { "you", "all" } },
	{ "youll", { "you", "will" } }, { "youre", { "you", "are" } },
	{ "youve", { "you", "have" } },
};

static const struct contraction endings[] = {
	{ "n't", { "not" } }, { "'ll", { "will" } }, { "'re", { "are" } },
	{ "'ve", { "have" } }, { "'d", { "would" } }, { "'m", { "am" } },
};

/* Behind these 's is short for is. */
static const char *const is_hosts[] = {
	"everybody", "everyone", "everything", "he", "here", "how", "it",
	"nobody", "nothing", "she", "somebody", "someone", "something", "that",
	"there", "this", "what", "when", "where", "who", "why",
};

static const char *const is_parts[] = { "is", NULL };

const char *const *contraction_find(struct str key, struct str *host)
{
	const struct contraction *whole;

	*host = STR("");
	whole = TABLE_FIND(contractions, key);
	if (whole)
		return whole->parts;
	if (str_find(key, STR("'"), 0) == key.len)
		return NULL;
	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		struct str ending = str_from(endings[i].word);

		if (key.len > ending.len && str_ends_with(key, ending)) {
			*host = str_slice(key, 0, key.len - ending.len);
			return endings[i].parts;
		}
	}
	if (!str_ends_with(key, STR("'s")))
		return NULL;
	*host = str_slice(key, 0, key.len - 2);
	return TABLE_FIND(is_hosts, *host) ? is_parts : NULL;
}
