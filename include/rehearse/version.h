/*
 * The program's own version, as transcripts and outputs carry it.
 *
 * Layer: core.
 */
#ifndef REHEARSE_VERSION_H
#define REHEARSE_VERSION_H

#define REHEARSE_VERSION "1.0.0"
#define REHEARSE_ENGINE "rehearse " REHEARSE_VERSION

#endif
