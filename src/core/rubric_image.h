/* What the maker and the reader of a rubric's image agree on. */
#ifndef CORE_RUBRIC_IMAGE_H
#define CORE_RUBRIC_IMAGE_H

/* "RUB" and the version of the layout: an image never outlives the program
 * it was built into. */
#define RUBRIC_MAGIC 0x52554202u

#endif
