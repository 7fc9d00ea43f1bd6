/* What the files of a group share. */
#ifndef CORE_GROUP_PARTS_H
#define CORE_GROUP_PARTS_H

#include "rehearse/group.h"

struct group {
	const struct group_input *input;
	struct str *labels; /* of people */
	struct str *warnings;
	size_t nr_warnings;
};

#endif
