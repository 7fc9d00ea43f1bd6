/* The words of the schemas are those of the program, every one of them. */
#include "loading.h"

#include <jansson.h>

#include "rehearse/embedded.h"
#include "rehearse/transcript.h"

/* The definitions that list words. */
static const struct {
	const char *name;
	const struct terms *terms; /* NULL: a table of the readers' own */
} vocabularies[] = {
	{ "act", &act_terms },
	{ "band", &band_terms },
	{ "behaviour", &behaviour_terms },
	{ "channel", &channel_terms },
	{ "client_act", &client_act_terms },
	{ "ending_kind", &ending_kind_terms },
	{ "event", &event_terms },
	{ "fault", &fault_terms },
	{ "kind", &kind_terms },
	{ "level", &level_terms },
	{ "measure", &measure_terms },
	{ "mood", &mood_terms },
	{ "news", &news_terms },
	{ "polarity", NULL },
	{ "position", NULL },
	{ "principle", &principle_terms },
	{ "scope", &scope_terms },
	{ "situation", &situation_terms },
	{ "slot", NULL },
	{ "stage", &stage_terms },
	{ "subject", &subject_terms },
	{ "tense", &tense_terms },
	{ "yes_or_no", NULL },
};

static void check_words(struct str schema, const char *name,
			const json_t *words)
{
	const struct terms *terms;
	size_t i = 0;

	while (i < ARRAY_LEN(vocabularies) &&
	       strcmp(vocabularies[i].name, name))
		i++;
	if (i == ARRAY_LEN(vocabularies))
		fail_msg(STR_FMT ": '%s' is compared with nothing",
			 STR_ARG(schema), name);
	terms = vocabularies[i].terms;
	for (i = 0; terms && (int)i < terms->nr; i++) {
		const char *word =
			json_string_value(json_array_get(words, i));

		if (!word || strcmp(word, terms->names[i]))
			fail_msg(STR_FMT ": word %zu of '%s' is %s, not %s",
				 STR_ARG(schema), i + 1, name,
				 word ? word : "missing", terms->names[i]);
	}
	if (terms)
		assert_int_equal(json_array_size(words), terms->nr);
}

static void test_words_are_the_programs(void **state)
{
	const struct embedded *own = embedded();

	(void)state;
	assert_true(own->nr_schemas > 0);
	for (size_t i = 0; i < own->nr_schemas; i++) {
		const struct embedded_schema *schema = &own->schemas[i];
		json_t *root = json_loadb(schema->bytes.ptr, schema->bytes.len,
					  JSON_REJECT_DUPLICATES, NULL);
		json_t *definition;
		const char *name;

		assert_non_null(root);
		json_object_foreach(json_object_get(root, "definitions"),
				    name, definition) {
			json_t *words = json_object_get(definition, "enum");

			if (words)
				check_words(schema->id, name, words);
		}
		json_decref(root);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_are_the_programs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
