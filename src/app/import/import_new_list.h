/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_new_list.h - names of a file that the office does not have, each once */
#ifndef ATELIER_APP_IMPORT_NEW_LIST_H
#define ATELIER_APP_IMPORT_NEW_LIST_H

#include "atelier/app/import_people.h"

struct import_new_list {
    struct import_new_name *names;
    size_t count;
    size_t capacity;
    size_t taken;     /* names that a row that is taken brings */
    uint32_t *places; /* of the names, by their hash: their numbers, or 0 */
    size_t place_count;
};

/* The number of a name, from 1, however it is spelt; 0 when it was not noted. */
uint32_t import_new_list_find(const struct import_new_list *list, const char *name);

/* Notes a name that was not; its number. */
uint32_t import_new_list_add(struct import_new_list *list, const char *name);

/* A row brings the name with this number, or no longer. */
void import_new_list_count(struct import_new_list *list, uint32_t number, bool brings);

void import_new_list_clear(struct import_new_list *list);

#endif
