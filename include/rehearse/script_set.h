/*
 * Some of the facts of a script, of its topics or of what is hidden in it, as
 * bits by their numbers. A number, so that C's operators join sets, part them
 * and compare them; gcc and clang have one of 128 bits on 64-bit machines.
 *
 * Layer: core.
 */
#ifndef REHEARSE_SCRIPT_SET_H
#define REHEARSE_SCRIPT_SET_H

enum { SCRIPT_SET_MAX = 128 };
__extension__ typedef unsigned __int128 script_set;
#define SCRIPT_BIT(number) ((script_set)1 << (number))

int script_set_count(script_set set); /* core/scenario.c */

#endif
