/*
 * SHA-256 (FIPS 180-4): names a scenario, a rubric and every state of a
 * transcript by its bytes. It shows damage and edits; it proves nothing
 * about who typed.
 *
 * Layer: core.
 */
#ifndef REHEARSE_SHA256_H
#define REHEARSE_SHA256_H

#include "rehearse/str.h"

struct sha256 {
	uint32_t state[8];
	uint64_t length; /* bytes so far */
	unsigned char block[64];
};

void sha256_init(struct sha256 *sha);
void sha256_add(struct sha256 *sha, struct str bytes);
/* The digest in lower-case hex and a NUL. The state is left as it is, so
 * that a growing file can be named after every event. */
void sha256_hex(const struct sha256 *sha, char hex[65]);

/* What a file is called by: "sha256:", the digest of its bytes and a NUL. */
enum { SHA256_NAME = 72 };
void sha256_name(struct str bytes, char name[SHA256_NAME]);

#endif
