/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.c - an act in words, and what entries and changes own */
#include "atelier/domain/journal.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/question.h"
#include "listing_column.h"

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

/* --- its lists */

static const struct column journal_columns[] = {
    COLUMN("at", N_("When"), FIELD_INSTANT, 16, 16, 1),
    COLUMN("staff", N_("Who"), FIELD_TEXT, 9, 16, 1),
    { .name = "act",
      .label = N_("Act"),
      .kind = FIELD_CHOICE,
      .choices = journal_acts,
      .width = 20,
      .most = 34,
      .priority = 1 },
    HIDDEN("entity", FIELD_TEXT),
    HIDDEN("row", FIELD_NUMBER),
    { .name = "summary",
      .label = N_("What"),
      .kind = FIELD_TEXT,
      .width = 28,
      .priority = 1,
      .words = journal_add_summary },
    { .name = "reason",
      .label = N_("Reason"),
      .kind = FIELD_TEXT,
      .width = 20,
      .most = 40,
      .priority = 3,
      .is_private = true,
      .words = question_add_reasons },
    COLUMN("undone", N_("Undone"), FIELD_BOOLEAN, 6, 7, 4),
    HIDDEN("undoes", FIELD_NUMBER),
    HIDDEN("redoes", FIELD_NUMBER),
    HIDDEN("undone_by", FIELD_NUMBER),
    HIDDEN_CHOICE("taken_act", journal_acts),
    HIDDEN("by_gateway", FIELD_BOOLEAN),
};

const struct listing journal_listing = {
    .kind = LISTING_JOURNAL,
    LISTING_OF(journal_columns),
    .can_search = true,
};

const struct listing row_journal_listing = {
    .kind = LISTING_ROW_JOURNAL,
    LISTING_OF(journal_columns),
    .can_search = true,
};
