/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish_cell.h - the workshops that a cell of a spreadsheet names, and a list of wishes as
 * it is shown
 *
 * Pure rules: the caller knows the workshops of the meeting and its slots.
 */
#ifndef ATELIER_DOMAIN_WISH_CELL_H
#define ATELIER_DOMAIN_WISH_CELL_H

#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"

/* What there is to wish for; borrowed. */
struct wish_menu {
    const struct workshop_list *workshops; /* by the hour */
    const struct slot_list *slots;
};

/* Workshops by their ids, the best first. */
struct wish_list {
    int64_t *items;
    size_t count;
    size_t capacity;
};

void wish_list_clear(struct wish_list *list);

/*
 * Adds what a cell names: workshops one a line, or parted by semicolons, commas, bars or
 * strokes, which a title may hold as well.  Each is named by its title or a part of it
 * that no other one has, accents, case and blanks aside, by its place among all, or its
 * id; with its slot or hours before or behind, which tell apart what is given twice, and
 * else the heading may: “Atelier du matin”.  What is named again is taken once, and told.
 * False when one of them is not found, or is several or cancelled: *why is a sentence
 * with the titles that there are.
 */
bool wish_cell_read(const struct wish_menu *menu, const char *heading, const char *cell,
                    struct wish_list *list, struct buffer *told, struct buffer *why);

/* Adds a line for each slot of these: "Morning: Trams, Parks". */
void wish_list_add_text(const struct wish_menu *menu, const struct wish_list *list,
                        struct buffer *text);

/* Whether the second text says what the first one holds already, and what becomes of it:
 * the list of a slot is replaced as a whole, those of the others stay.  NULL: nothing is
 * known.  The caller frees. */
bool wish_text_is_held(const char *known, const char *value);
char *wish_text_after(const char *known, const char *value);

#endif
