#include "text_parts.h"

#include <string.h>

/*
 * One spelling a word. Rules on letters come first; they hold for every
 * beginning of a word as well, so that the `prefix*` of a pattern meets the
 * words it means: iz and yz are written is and ys, our is or, ll is l, but
 * not so near the front that hour, your, call or tell would change. Then
 * whole words are looked up: what the rules don't reach (centre), short ways
 * of writing (pls) and number words.
 */

struct pair {
	const char *from, *to;
};

static const struct pair spellings[] = {
	{ "acknowledgement", "acknowledgment" },
	{ "acknowledgements", "acknowledgments" }, { "aeroplane", "airplane" },
	{ "afterwards", "afterward" }, { "ageing", "aging" },
	{ "aluminium", "aluminum" }, { "amongst", "among" },
	{ "analogue", "analog" }, { "artefact", "artifact" },
	{ "artefacts", "artifacts" }, { "burnt", "burned" },
	{ "calibre", "caliber" }, { "catalogue", "catalog" },
	{ "catalogues", "catalogs" }, { "centre", "center" },
	{ "centred", "centered" }, { "centres", "centers" },
	{ "cosy", "cozy" }, { "defence", "defense" }, { "dialled", "dialed" },
	{ "dialling", "dialing" }, { "dialogue", "dialog" },
	{ "dialogues", "dialogs" }, { "dreamt", "dreamed" },
	{ "duelling", "dueling" }, { "enquire", "inquire" },
	{ "enquired", "inquired" }, { "enquiries", "inquiries" },
	{ "enquiring", "inquiring" }, { "enquiry", "inquiry" },
	{ "fibre", "fiber" }, { "fibres", "fibers" },
	{ "fuelled", "fueled" }, { "fuelling", "fueling" }, { "grey", "gray" },
	{ "jewelery", "jewelry" }, { "judgement", "judgment" },
	{ "judgements", "judgments" }, { "kerb", "curb" },
	{ "leant", "leaned" }, { "learnt", "learned" },
	{ "licence", "license" }, { "licences", "licenses" },
	{ "likeable", "likable" }, { "litre", "liter" },
	{ "litres", "liters" }, { "manoeuvre", "maneuver" },
	{ "metre", "meter" }, { "metres", "meters" }, { "mould", "mold" },
	{ "mum", "mom" }, { "offence", "offense" }, { "okay", "ok" },
	{ "okey", "ok" }, { "plough", "plow" }, { "practise", "practice" },
	{ "practised", "practiced" }, { "practises", "practices" },
	{ "practising", "practicing" }, { "pretence", "pretense" },
	{ "programme", "program" }, { "programmes", "programs" },
	{ "pyjamas", "pajamas" }, { "sceptical", "skeptical" },
	{ "siseable", "sisable" }, { "skillful", "skilful" },
	{ "smelt", "smelled" }, { "spelt", "spelled" },
	{ "spoilt", "spoiled" }, { "storey", "story" },
	{ "storeys", "stories" }, { "sulphur", "sulfur" },
	{ "theatre", "theater" }, { "theatres", "theaters" },
	{ "towards", "toward" }, { "tyre", "tire" }, { "tyres", "tires" },
	{ "whilst", "while" }, { "willful", "wilful" },
};

static const struct pair informals[] = {
	{ "abt", "about" }, { "altho", "although" }, { "appt", "appointment" },
	{ "aye", "yes" }, { "bc", "because" }, { "btwn", "between" },
	{ "cos", "because" }, { "coz", "because" }, { "cud", "could" },
	{ "cuz", "because" }, { "dat", "that" }, { "def", "definitely" },
	{ "em", "them" }, { "hr", "hour" }, { "hrs", "hours" },
	{ "hv", "have" }, { "luv", "love" }, { "min", "minute" },
	{ "mins", "minutes" }, { "msg", "message" }, { "msgs", "messages" },
	{ "nah", "no" }, { "nite", "night" }, { "nope", "no" },
	{ "obvs", "obviously" }, { "pls", "please" }, { "plse", "please" },
	{ "plz", "please" }, { "ppl", "people" }, { "prob", "probably" },
	{ "probs", "probably" }, { "rly", "really" }, { "shud", "should" },
	{ "soz", "sorry" }, { "sry", "sorry" }, { "thanx", "thanks" },
	{ "tho", "though" }, { "thru", "through" }, { "thx", "thanks" },
	{ "til", "until" }, { "tmr", "tomorrow" }, { "tmrw", "tomorrow" },
	{ "tnx", "thanks" }, { "tomorow", "tomorrow" },
	{ "tomoz", "tomorrow" }, { "tonite", "tonight" }, { "ty", "thanks" },
	{ "u", "you" }, { "ur", "your" }, { "wat", "what" }, { "wk", "week" },
	{ "wks", "weeks" }, { "wud", "would" }, { "ya", "you" },
	{ "yea", "yes" }, { "yeah", "yes" }, { "yep", "yes" }, { "yh", "yes" },
	{ "yr", "year" }, { "yrs", "years" }, { "yup", "yes" },
};

static const struct pair numbers[] = {
	{ "eight", "8" }, { "eighteen", "18" }, { "eighty", "80" },
	{ "eleven", "11" }, { "fifteen", "15" }, { "fifty", "50" },
	{ "five", "5" }, { "forty", "40" }, { "four", "4" },
	{ "fourteen", "14" }, { "fourty", "40" }, { "hundred", "100" },
	{ "million", "1000000" }, { "nine", "9" }, { "nineteen", "19" },
	{ "ninety", "90" }, { "one", "1" }, { "seven", "7" },
	{ "seventeen", "17" }, { "seventy", "70" }, { "six", "6" },
	{ "sixteen", "16" }, { "sixty", "60" }, { "ten", "10" },
	{ "thirteen", "13" }, { "thirty", "30" }, { "thousand", "1000" },
	{ "three", "3" }, { "twelve", "12" }, { "twenty", "20" },
	{ "two", "2" }, { "zero", "0" },
};

static int compare_entry(struct str key, const char *entry)
{
	for (size_t i = 0; i < key.len; i++) {
		/* the end of the entry is smaller than any letter */
		int order = (unsigned char)key.ptr[i] -
			    (unsigned char)entry[i];

		if (order)
			return order;
	}
	return entry[key.len] ? -1 : 0;
}

const void *table_find(const void *entries, size_t nr, size_t size,
		       struct str key)
{
	const char *table = entries;
	size_t low = 0, high = nr;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const void *entry = table + middle * size;
		int order = compare_entry(key, *(const char *const *)entry);

		if (!order)
			return entry;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* ---- letters ------------------------------------------------------------ */

/* Capitals of two bytes whose small letter has two bytes as well. */
static uint32_t lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xc0 && c <= 0xde && c != 0xd7)
		return c + 32;
	if (c == 0x178)
		return 0xff;
	/* Latin Extended-A: pairs, the capital even in some rows, else odd */
	if ((c >= 0x100 && c <= 0x12f) || (c >= 0x132 && c <= 0x137) ||
	    (c >= 0x14a && c <= 0x177))
		return c | 1;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e))
		return c + (c & 1);
	return c;
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2bc;
}

/* Adds one small letter under the spelling rules; the new length. */
static size_t add_letter(char *out, size_t len, char c)
{
	char before = len ? out[len - 1] : '\0';

	if (c == 'z' && (before == 'i' || before == 'y'))
		c = 's';
	if (c == 'r' && before == 'u' && len >= 4 && out[len - 2] == 'o')
		len--;
	/* "you'll" is two words, which the rules of one are not for */
	if (c == 'l' && before == 'l' && len >= 5 && out[len - 2] != '\'')
		return len;
	out[len] = c;
	return len + 1;
}

/* Small letters by the rules; never longer than raw. */
static size_t spell_letters(struct str raw, char *room)
{
	size_t at = 0, len = 0;

	while (at < raw.len) {
		size_t from = at;
		uint32_t c = lower(utf8_next(raw, &at));

		if (is_apostrophe(c)) {
			room[len++] = '\'';
		} else if (c < 0x80) {
			len = add_letter(room, len, (char)c);
		} else if (c < 0x800 && at - from == 2) {
			room[len++] = (char)(0xc0 | c >> 6);
			room[len++] = (char)(0x80 | (c & 0x3f));
		} else {
			memmove(room + len, raw.ptr + from, at - from);
			len += at - from;
		}
	}
	return len;
}

/* ---- words -------------------------------------------------------------- */

/* e-mail, re-send, co-operate: the hyphen is a habit, not a border. */
static struct str join_prefix(struct str key, char *room)
{
	static const char *const prefixes[] = { "e-", "re-", "co-" };

	for (size_t i = 0; i < ARRAY_LEN(prefixes); i++) {
		size_t len = strlen(prefixes[i]);

		if (!str_starts_with(key, str_from(prefixes[i])) ||
		    key.len == len)
			continue;
		memmove(room + len - 1, room + len, key.len - len);
		key.len--;
		return key;
	}
	return key;
}

static const char *number_word(struct str key)
{
	const struct pair *pair = TABLE_FIND(numbers, key);

	return pair ? pair->to : NULL;
}

/* twenty-five: a ten and a unit with a hyphen between. */
static bool join_number(struct str *key, char *room)
{
	size_t hyphen = str_find(*key, STR("-"), 0);
	const char *ten, *unit;

	if (hyphen == key->len)
		return false;
	ten = number_word(str_slice(*key, 0, hyphen));
	unit = number_word(str_slice(*key, hyphen + 1, key->len));
	if (!ten || !unit || strlen(ten) != 2 || ten[0] < '2' ||
	    strlen(unit) != 1)
		return false;
	room[0] = ten[0];
	room[1] = unit[0];
	*key = (struct str){ room, 2 };
	return true;
}

static struct str drop_possessive(struct str key)
{
	struct str host;

	if (str_ends_with(key, STR("'s")) && !contraction_find(key, &host))
		key.len -= 2;
	while (key.len > 1 && key.ptr[key.len - 1] == '\'')
		key.len--;
	return key;
}

struct str key_spell(struct str raw, char *room, bool *spelt)
{
	struct str key = { room, spell_letters(raw, room) };
	const struct pair *pair;
	const char *digits;

	*spelt = false;
	key = drop_possessive(key);
	if (join_number(&key, room)) {
		*spelt = true;
		return key;
	}
	key = join_prefix(key, room);
	digits = number_word(key);
	if (digits) {
		*spelt = true;
		return str_from(digits);
	}
	pair = TABLE_FIND(spellings, key);
	if (!pair)
		pair = TABLE_FIND(informals, key);
	return pair ? str_from(pair->to) : key;
}

void text_key(struct strbuf *out, struct str word)
{
	char room[KEY_MAX];
	bool spelt;

	if (word.len > sizeof(room)) {
		strbuf_add(out, word);
		return;
	}
	strbuf_add(out, key_spell(word, room, &spelt));
}
