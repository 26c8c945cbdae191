/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.c - an act in words, and what entries and changes own */
#include "atelier/domain/journal.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"

const char *
journal_act_label(const char *act)
{
    enum act known;

    return act_find(act, &known) ? _(journal_acts[known].label) : act;
}

void
journal_add_act(const struct journal_entry *entry, struct buffer *buffer)
{
    struct buffer about = { 0 };

    journal_add_summary(entry->summary, &about);
    buffer_add(buffer, journal_act_label(entry->act));
    if (about.length > 0)
        text_add_aside(buffer, buffer_text(&about));
    buffer_clear(&about);
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

int64_t
journal_entry_taken(const struct journal_entry *entry)
{
    return entry->undoes != 0 ? entry->undoes : entry->redoes;
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

const char *
journal_change_list_untold(const struct journal_change_list *list)
{
    if (list->withheld == 0)
        return NULL;
    return list->count > 0 ? _("The rest of what it changed is not for your role.")
                           : _("What it changed is not for your role.");
}

bool
journal_change_is_shown(const struct journal_change_list *list,
                        const struct journal_change *change)
{
    if (!(change->field->flags & FIELD_HIDDEN))
        return true;
    for (size_t i = 0; i < list->count; i++)
        if (!(list->items[i].field->flags & FIELD_HIDDEN))
            return false;
    return true;
}
