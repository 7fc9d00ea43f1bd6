/* The vocabularies of rubric files alone. */
#include <assert.h>

#include "rehearse/rubric.h"

static const char *const news_names[] = { "none", "owed", "told" };
static_assert(ARRAY_LEN(news_names) == NEWS_NR, "names");
const struct terms news_terms = {
	.what = "a state of the news",
	.names = news_names,
	.nr = NEWS_NR,
};

static const char *const opener_names[] = { "me", "client" };
static_assert(ARRAY_LEN(opener_names) == OPENER_NR, "names");
const struct terms opener_terms = {
	.what = "who opened the talk",
	.names = opener_names,
	.nr = OPENER_NR,
};

static const char *const subject_names[] = {
	"self", "client", "named", "other", "none",
};
static_assert(ARRAY_LEN(subject_names) == SUBJECT_NR, "names");
const struct terms subject_terms = {
	.what = "a subject",
	.names = subject_names,
	.nr = SUBJECT_NR,
};

static const char *const tense_names[] = {
	"past", "present", "future", "none",
};
static_assert(ARRAY_LEN(tense_names) == TENSE_NR, "names");
const struct terms tense_terms = {
	.what = "a tense",
	.names = tense_names,
	.nr = TENSE_NR,
};

static const char *const mood_names[] = {
	"statement", "question", "tag", "command",
};
static_assert(ARRAY_LEN(mood_names) == MOOD_NR, "names");
const struct terms mood_terms = {
	.what = "a mood",
	.names = mood_names,
	.nr = MOOD_NR,
};

static const char *const scope_names[] = {
	"negated", "condition", "question", "quote", "wish", "but", "unsaid",
};
static_assert(ARRAY_LEN(scope_names) == SCOPE_NR, "names");
const struct terms scope_terms = {
	.what = "a scope",
	.names = scope_names,
	.nr = SCOPE_NR,
};
