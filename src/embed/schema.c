#include "embed_parts.h"

#include "rehearse/library.h"
#include "rehearse/rubric.h"
#include "rehearse/scenario.h"
#include "rehearse/transcript.h"

/* What "enum": "channel" in a schema stands for. */
static const struct {
	const char *name;
	const struct terms *terms;
} vocabularies[] = {
	{ "act", &act_terms },
	{ "band", &band_terms },
	{ "behaviour", &behaviour_terms },
	{ "channel", &channel_terms },
	{ "client_act", &client_act_terms },
	{ "ending_kind", &ending_kind_terms },
	{ "event", &event_terms },
	{ "fault", &fault_terms },
	{ "hints", &hints_terms },
	{ "kind", &kind_terms },
	{ "level", &level_terms },
	{ "measure", &measure_terms },
	{ "mood", &mood_terms },
	{ "news", &news_terms },
	{ "opener", &opener_terms },
	{ "principle", &principle_terms },
	{ "scope", &scope_terms },
	{ "situation", &situation_terms },
	{ "stage", &stage_terms },
	{ "subject", &subject_terms },
	{ "tense", &tense_terms },
};

static bool add_words(struct strbuf *out, struct str name)
{
	const struct terms *terms = NULL;

	for (size_t i = 0; i < ARRAY_LEN(vocabularies); i++)
		if (str_equal(name, str_from(vocabularies[i].name)))
			terms = vocabularies[i].terms;
	if (!terms)
		return false;
	strbuf_addc(out, '[');
	for (int i = 0; i < terms->nr; i++)
		strbuf_addf(out, "%s\"%s\"", i ? ", " : "", terms->names[i]);
	strbuf_addc(out, ']');
	return true;
}

bool schema_fill(struct strbuf *out, struct str schema)
{
	const struct str mark = STR("\"enum\": \"");
	struct str name;

	for (;;) {
		size_t at = str_find(schema, mark, 0);

		strbuf_add(out, str_slice(schema, 0, at));
		if (at == schema.len)
			return true;
		schema = str_slice(schema, at + mark.len, schema.len);
		strbuf_add(out, STR("\"enum\": "));
		if (!str_cut(&schema, '"', &name) || !add_words(out, name))
			return false;
	}
}
