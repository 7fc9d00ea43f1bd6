#include "text_parts.h"

void find_scopes(struct draft *draft)
{
	(void)draft;
}
