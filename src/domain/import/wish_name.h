/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wish_name.h - which workshops a few words of a cell may mean */
#ifndef ATELIER_DOMAIN_WISH_NAME_H
#define ATELIER_DOMAIN_WISH_NAME_H

#include "atelier/domain/wish_cell.h"

/* Workshops by their place in the menu. */
struct wish_match {
    size_t *items; /* the caller frees */
    size_t count;
    bool whole; /* the whole title is there, not a part of it */
};

/* None, one, or those among which the words do not tell. */
struct wish_match wish_name_find(const struct wish_menu *menu, const char *heading,
                                 const char *words);

/* "Trams", and where another one is called so, "Trams (Morning)". */
void wish_name_add(const struct wish_menu *menu, size_t index, struct buffer *text);

/* The slot of a workshop; NULL: it has hours of its own. */
const struct slot *wish_name_slot(const struct wish_menu *menu, size_t index);

#endif
