/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_room_name.h - whether the words of a calendar may be what a room is called */
#ifndef ATELIER_APP_IMPORT_ROOM_NAME_H
#define ATELIER_APP_IMPORT_ROOM_NAME_H

#include <stdbool.h>

/* Whether a place without a venue tells how to dial in, or that it is not known yet; its
 * words are folded. */
bool import_room_is_nowhere(const char *folded);

/* Whether a room may be called so in a venue that is known: "Zoom Room B", but not
 * "Zoom", a link, a telephone number or "-". */
bool import_room_may_be_called(const char *text);

/* Whether a place says no more than that people take part from afar: "Microsoft Teams
 * Meeting", "En ligne", "by phone". */
bool import_room_is_remote(const char *text);

#endif
