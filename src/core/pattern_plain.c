/*
 * Plain phrases, read as people mean them: what carries no content is left
 * out, endings are forgiven, a few other words may stand between.
 */
#include "pattern_parts.h"
#include "rehearse/text.h"

enum { DAYS = 31, MONTHS = 12 };

struct phrase {
	struct arena *arena;
	const struct text *text;
	bool all; /* keep small words too: there are no others */
	struct node **nodes;
	size_t nr, alloc;
	uint32_t dropped; /* small words since the last node */
};

bool sign_at(struct str source, size_t at)
{
	char c = source.ptr[at];
	char next = at + 1 < source.len ? source.ptr[at + 1] : ' ';

	if (c == '.')
		return next == '.';
	if (c == '$') /* before a figure it is money */
		return !(next >= '0' && next <= '9');
	return c == '*' || c == '(' || c == ')' || c == '|' || c == '?' ||
	       c == '^' || c == '<' || c == '>';
}

bool pattern_is_plain(struct str source)
{
	for (size_t i = 0; i < source.len; i++)
		if (sign_at(source, i))
			return false;
	return true;
}

static struct node *node_new(struct arena *arena, enum node_kind kind,
			     uint32_t value)
{
	struct node *node = ARENA_NEW(arena, struct node);

	node->kind = kind;
	node->value = value;
	return node;
}

static void date_add(struct arena *arena, struct node *choice, unsigned day,
		     unsigned month)
{
	choice->kids[choice->nr_kids++] =
		node_new(arena, NODE_VALUE, word_value_date(day, month));
}

/*
 * The 14th of March is also "the 14th", and "the 14th" may be the 14th of
 * any month: of a date all the values that agree with it, NULL of another.
 */
static struct node *date_node(struct arena *arena, uint32_t value)
{
	for (unsigned day = 1; day <= DAYS; day++)
		for (unsigned month = 0; month <= MONTHS; month++) {
			struct node *choice;

			if (word_value_date(day, month) != value)
				continue;
			choice = node_new(arena, NODE_CHOICE, 0);
			choice->kids =
				ARENA_ARRAY(arena, struct node *, MONTHS + 1);
			date_add(arena, choice, day, 0);
			if (month)
				date_add(arena, choice, day, month);
			for (unsigned i = 1; !month && i <= MONTHS; i++)
				date_add(arena, choice, day, i);
			return choice;
		}
	return NULL;
}

static bool is_dated(const struct word *word)
{
	return word->value && (word->classes & (WORD_DATE | WORD_TIME));
}

static struct node *word_node(struct arena *arena, const struct word *word,
			      bool exact)
{
	struct node *node;

	if (is_dated(word)) {
		node = date_node(arena, word->value);
		return node ? node : node_new(arena, NODE_VALUE, word->value);
	}
	if (!exact && !(word->classes & (WORD_NUMBER | WORD_NEGATOR)))
		return node_new(arena, NODE_STEM, word->stem);
	node = node_new(arena, NODE_WORD, 0);
	node->key = word->key;
	return node;
}

static bool is_kept(const struct phrase *phrase, const struct word *word)
{
	return phrase->all || is_dated(word) || !(word->classes & WORD_SMALL) ||
	       (word->classes & (WORD_NUMBER | WORD_NEGATOR));
}

static void phrase_add(struct phrase *phrase, struct node *node)
{
	phrase->nodes = arena_grow(phrase->arena, phrase->nodes, phrase->nr,
				   &phrase->alloc, sizeof(*phrase->nodes));
	phrase->nodes[phrase->nr++] = node;
}

static void phrase_word(struct phrase *phrase, uint32_t at)
{
	const struct word *word = &phrase->text->words[at];
	const struct word *before = word - 1;

	/* a span such as "the 14th of March" is one value */
	if (at && is_dated(before) && is_dated(word) &&
	    before->value == word->value)
		return;
	if (!is_kept(phrase, word)) {
		phrase->dropped++;
		return;
	}
	/* what was left out of the phrase doesn't use up its two words */
	if (phrase->nr && !phrase->all)
		phrase_add(phrase, node_new(phrase->arena, NODE_GAP,
					    PLAIN_GAP + phrase->dropped));
	phrase->dropped = 0;
	phrase_add(phrase, word_node(phrase->arena, word, phrase->all));
}

struct node *plain_node(struct arena *arena, struct str source)
{
	struct text text = text_parse(arena, source);
	struct phrase phrase = { .arena = arena, .text = &text, .all = true };
	struct node *sequence;
	bool content = false;

	for (uint32_t i = 0; i < text.nr_words; i++)
		content |= !(text.words[i].classes & WORD_SMALL) ||
			   (text.words[i].classes & WORD_NUMBER) ||
			   is_dated(&text.words[i]);
	phrase.all = !content;
	for (uint32_t i = 0; i < text.nr_words; i++)
		phrase_word(&phrase, i);
	if (!phrase.nr)
		return NULL;
	if (phrase.nr == 1)
		return phrase.nodes[0];
	sequence = node_new(arena, NODE_SEQUENCE, 0);
	sequence->kids = phrase.nodes;
	sequence->nr_kids = phrase.nr;
	return sequence;
}

bool pattern_plain(struct arena *arena, struct str source,
		   struct pattern *pattern, struct error *err)
{
	struct node *root;

	if (source.len > PATTERN_MAX_BYTES)
		return error_at(err, STR(""), 0, 1,
				"This phrase is longer than %d bytes. Make "
				"two of it.",
				PATTERN_MAX_BYTES);
	root = plain_node(arena, source);
	if (!root)
		return error_at(err, STR(""), 0, 1,
				"There are no words in this phrase.");
	*pattern = (struct pattern){ .root = root };
	return true;
}
