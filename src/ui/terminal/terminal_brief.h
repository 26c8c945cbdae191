/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_brief.h - the description of a terminal, with the shortest words for the same
 */
#ifndef ATELIER_UI_TERMINAL_BRIEF_H
#define ATELIER_UI_TERMINAL_BRIEF_H

enum { TERMINAL_CHARSET_SIZE = 8 };

/*
 * The system's description of that type, which terminal_type_find() has opened, as a
 * value of TERMINFO, so that curses says in fewer bytes what it says most: an end of bold
 * or a colour, and a row down.  Closes it.
 *
 * The letters of the terminal are never changed for others here; what its end of bold
 * does about them goes to `charset`, to be sent once.  NULL where nothing is shorter; the
 * caller frees it.
 */
char *terminal_brief(const char *type, char charset[TERMINAL_CHARSET_SIZE]);

#endif
