/* SPDX-License-Identifier: GPL-3.0-or-later */
/* surroundings.h - what a confined session takes from whoever started it: little */
#ifndef ATELIER_BASE_SURROUNDINGS_H
#define ATELIER_BASE_SURROUNDINGS_H

/*
 * To be called before anything else looks at the environment.
 *
 * What kind of terminal there is, the language and the colours stay, where they are short
 * words that name no file; all else is gone, for us and for the programs that we start.
 * Where no encoding is named it is UTF-8.
 * Nothing stops the program, to leave a shell behind, and a crash writes no copy of what
 * it knew of people.
 */
void surroundings_confine(void);

#endif
