/* The vectors of FIPS 180-4 and a text longer than a block. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "rehearse/sha256.h"

static void check_digest(struct str bytes, const char *expected)
{
	struct sha256 sha;
	char hex[65];

	sha256_init(&sha);
	sha256_add(&sha, bytes);
	sha256_hex(&sha, hex);
	assert_string_equal(expected, hex);
}

static void test_published_vectors(void **state)
{
	(void)state;
	check_digest(STR(""), "e3b0c44298fc1c149afbf4c8996fb924"
			      "27ae41e4649b934ca495991b7852b855");
	check_digest(STR("abc"), "ba7816bf8f01cfea414140de5dae2223"
				 "b00361a396177a9cb410ff61f20015ad");
	check_digest(STR("abcdbcdecdefdefgefghfghighijhijk"
			 "ijkljklmklmnlmnomnopnopq"),
		     "248d6a61d20638b8e5c026930c3e6039"
		     "a33ce45964ff2167f6ecedd419db06c1");
}

static void test_digest_leaves_the_state_as_it_is(void **state)
{
	struct sha256 sha;
	char first[65], again[65];

	(void)state;
	sha256_init(&sha);
	sha256_add(&sha, STR("ab"));
	sha256_hex(&sha, first);
	sha256_hex(&sha, again);
	assert_string_equal(first, again);
	sha256_add(&sha, STR("c"));
	sha256_hex(&sha, again);
	assert_string_equal("ba7816bf8f01cfea414140de5dae2223"
			    "b00361a396177a9cb410ff61f20015ad", again);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_published_vectors),
		cmocka_unit_test(test_digest_leaves_the_state_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
