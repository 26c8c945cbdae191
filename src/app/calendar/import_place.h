/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_place.h - which room of the office a LOCATION names */
#ifndef ATELIER_APP_IMPORT_PLACE_H
#define ATELIER_APP_IMPORT_PLACE_H

#include "atelier/app/import_calendar.h"

struct import_room {
    int64_t id;
    int64_t venue;
    char *name; /* folded */
    char *full; /* folded, with the venue */
};

struct import_venue {
    int64_t id;
    char *name; /* folded */
    size_t rooms;
    int64_t room; /* the last of them */
};

struct import_place_list {
    struct import_room *rooms;
    size_t room_count;
    size_t room_capacity;
    struct import_venue *venues;
    size_t venue_count;
    size_t venue_capacity;
    struct calendar_import_place *items; /* that are none of the rooms */
    size_t count;
    size_t capacity;
    size_t listed; /* the first of them, which are no rooms in their venue either */
    struct calendar_import_place **sorted; /* the same by name, once they are folded */
};

enum { PLACE_CUTS = 9 };

/* Where a place may end: at a comma or a line break, and at its own end.  An address that
 * has more of them is not looked at further. */
struct place_cut_list {
    size_t at[PLACE_CUTS];
    size_t count;
};

bool import_place_list_load(struct import_place_list *list, struct atelier *at,
                            struct error *err);
void import_place_list_clear(struct import_place_list *list);

/* The room that is called so, with its venue, behind which an address may stand, or alone
 * where one room alone has that name, or the only one of the venue that is called so,
 * which is told; else 0, and the place is noted. */
int64_t import_place_find(struct import_place_list *list, const char *location,
                          bool *by_venue);

/* How many rows have a place is counted anew: from none on, row by row, and then they are
 * put in order. */
void import_place_list_forget_rows(struct import_place_list *list);
void import_place_count_row(struct import_place_list *list, const char *location);

/* Puts them in order, those of no row and those that are rooms in their venue last. */
void import_place_list_order(struct import_place_list *list);

/* Of what was noted: each place once, whatever its case and accents, those of the most
 * rows first. */
void import_place_list_fold(struct import_place_list *list);

/* What was noted under that name; NULL: nothing. */
const struct calendar_import_place *
import_place_noted(const struct import_place_list *list, const char *location);

/* The only venue of that name, which is folded; NULL: none, or several. */
const struct import_venue *import_place_venue(const struct import_place_list *list,
                                              const char *folded);

/* Whether the first words are a venue, which more words may make another. */
bool import_place_begins_with_venue(const struct import_place_list *list,
                                    const char *folded);

struct place_cut_list import_place_cuts(const char *text);

/* What stands from one byte to another, folded, as a text that the caller frees. */
char *import_place_between(const char *text, size_t from, size_t to);

/* Another room, as if it had been loaded. */
void import_place_add_room(struct import_place_list *list, int64_t id, int64_t venue,
                           const char *name);

#endif
