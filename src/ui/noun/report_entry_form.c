/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_entry_form.c - the form of an entry of a report, which is about one thing and
 * has one owner */
#include <string.h>

#include "atelier/domain/report_entry.h"
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", NULL };

/* What was chosen last is meant. */
static void
changed(struct ui *ui, struct noun_saving *saving, void *record,
        const struct field *field)
{
    struct report_entry *entry = record;

    (void)ui;
    (void)saving;
    if (strcmp(field->name, "workshop") == 0 && entry->workshop != 0)
        entry->item = entry->project = 0;
    else if (strcmp(field->name, "item") == 0 && entry->item != 0)
        entry->workshop = entry->project = 0;
    else if (strcmp(field->name, "project") == 0 && entry->project != 0)
        entry->workshop = entry->item = 0;
    else if (strcmp(field->name, "owner_person") == 0 && entry->owner_person != 0)
        entry->owner_organisation = 0;
    else if (strcmp(field->name, "owner_organisation") == 0 &&
             entry->owner_organisation != 0)
        entry->owner_person = 0;
}

/* What its line cannot say comes first: whose words a quote is, who is to do what. */
static const char *
begin_at(const void *row)
{
    const struct report_entry *entry = row;

    if (entry->kind == ENTRY_QUOTE && !entry->said_by)
        return "said_by";
    if (report_entry_is_carried(entry->kind) && entry->owner_person == 0 &&
        entry->owner_organisation == 0)
        return "owner_person";
    return NULL;
}

const struct noun_form report_entry_form = {
    .fixed = fixed,
    .begin_at = begin_at,
    .changed = changed,
};
