/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.c - an act in words, and what entries and changes own */
#include "atelier/domain/journal.h"

#include <stdlib.h>

#include "atelier/base/language.h"

const char *
journal_act_label(const char *act)
{
    enum act known;

    return act_find(act, &known) ? _(journal_acts[known].label) : act;
}

void
journal_entry_clear(struct journal_entry *entry)
{
    free(entry->staff);
    free(entry->act);
    free(entry->summary);
    free(entry->reason);
    *entry = (struct journal_entry){ 0 };
}

void
journal_change_list_clear(struct journal_change_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].title);
        free(list->items[i].before);
        free(list->items[i].after);
    }
    free(list->items);
    *list = (struct journal_change_list){ 0 };
}
