/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.c - the acts in words, and what entries and changes own */
#include "atelier/domain/journal.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "listing_column.h"

const struct choice journal_acts[] = {
    { "affiliation.add", N_("added a post") },
    { "affiliation.change", N_("changed a post") },
    { "affiliation.remove", N_("removed a post") },
    { "category.add", N_("added a category") },
    { "category.change", N_("changed a category") },
    { "category.remove", N_("removed a category") },
    { "database.create", N_("created the database") },
    { "database.restore", N_("restored a backup") },
    { "meeting.add", N_("planned a meeting") },
    { "meeting.cancel", N_("cancelled a meeting") },
    { "meeting.change", N_("changed a meeting") },
    { "meeting.close", N_("closed a meeting") },
    { "meeting.confirm", N_("confirmed a meeting") },
    { "meeting.convene", N_("convened a meeting") },
    { "meeting.hold", N_("noted a meeting as held") },
    { "meeting.move", N_("moved a meeting") },
    { "meeting.postpone", N_("postponed a meeting") },
    { "meeting.remove", N_("removed a meeting") },
    { "membership.add", N_("added a member") },
    { "membership.change", N_("changed a membership") },
    { "membership.join", N_("added a member") },
    { "membership.leave", N_("ended a membership") },
    { "membership.remove", N_("removed a membership") },
    { "organisation.add", N_("added an organisation") },
    { "organisation.change", N_("changed an organisation") },
    { "organisation.remove", N_("removed an organisation") },
    { "person.add", N_("added a person") },
    { "person.change", N_("changed a person") },
    { "person.erase", N_("erased a person") },
    { "person.import", N_("imported people") },
    { "person.merge", N_("merged two people") },
    { "person.remove", N_("removed a person") },
    { "presence.add", N_("marked a presence") },
    { "presence.annul", N_("annulled a presence") },
    { "presence.change", N_("changed a presence") },
    { "presence.open", N_("opened the presence of a meeting") },
    { "presence.remove", N_("removed a presence") },
    { "registration.accept", N_("accepted a registration") },
    { "registration.add", N_("registered a person") },
    { "registration.change", N_("changed a registration") },
    { "registration.decline", N_("noted a refusal to come") },
    { "registration.excuse", N_("noted an excuse") },
    { "registration.overbook", N_("overbooked a meeting") },
    { "registration.promote", N_("gave out a freed seat") },
    { "registration.refuse", N_("refused a registration") },
    { "registration.remove", N_("removed a registration") },
    { "registration.revive", N_("revived a registration") },
    { "registration.substitute", N_("substituted a person") },
    { "registration.withdraw", N_("withdrew a registration") },
    { "room.add", N_("added a room") },
    { "room.change", N_("changed a room") },
    { "room.remove", N_("removed a room") },
    { "sample.fill", N_("added the sample") },
    { "settings.change", N_("changed the settings") },
    { "slot.add", N_("added a slot") },
    { "slot.change", N_("changed a slot") },
    { "slot.remove", N_("removed a slot") },
    { "staff.add", N_("added a colleague") },
    { "staff.change", N_("changed a colleague") },
    { "staff.remove", N_("removed a colleague") },
    { "undo", N_("undid") },
    { "venue.add", N_("added a venue") },
    { "venue.change", N_("changed a venue") },
    { "venue.remove", N_("removed a venue") },
    { "working_group.add", N_("added a group") },
    { "working_group.change", N_("changed a group") },
    { "working_group.remove", N_("removed a group") },
    { NULL, NULL },
};

const char *
journal_act_label(const char *act)
{
    int known = choice_find(journal_acts, act);

    return known >= 0 ? _(journal_acts[known].label) : act;
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

/* --- its lists */

static const struct column journal_columns[] = {
    COLUMN("at", N_("When"), FIELD_INSTANT, 16, 16, 1),
    COLUMN("staff", N_("Who"), FIELD_TEXT, 9, 16, 1),
    { .name = "act",
      .label = N_("Act"),
      .kind = FIELD_CHOICE,
      .choices = journal_acts,
      .width = 22,
      .most = 34,
      .priority = 1 },
    HIDDEN("entity", FIELD_TEXT),
    HIDDEN("row", FIELD_NUMBER),
    COLUMN("summary", N_("What"), FIELD_TEXT, 20, 0, 1),
    COLUMN("reason", N_("Reason"), FIELD_TEXT, 20, 40, 3),
    COLUMN("undone", N_("Undone"), FIELD_BOOLEAN, 6, 7, 2),
    HIDDEN("undoes", FIELD_NUMBER),
    HIDDEN("undone_by", FIELD_NUMBER),
};

const struct listing journal_listing = {
    .kind = LISTING_JOURNAL,
    LISTING_OF(journal_columns),
};

const struct listing row_journal_listing = {
    .kind = LISTING_ROW_JOURNAL,
    LISTING_OF(journal_columns),
};
