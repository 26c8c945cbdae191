/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence.c - the fields of a mark, what one row must keep to, and which may follow
 * which
 */
#include "atelier/domain/presence.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

/* What a mark says; a list of meetings shows it, too. */
#define MARK_WORDS                                                                       \
    [PRESENCE_PRESENT] = { "present", N_("present") },                                   \
    [PRESENCE_LEFT] = { "left", N_("left") },                                            \
    [PRESENCE_SIGNED] = { "signed", N_("signed") },                                      \
    [PRESENCE_EXCUSED] = { "excused", N_("excused") },                                   \
    [PRESENCE_ABSENT] = { "absent", N_("absent") },                                      \
    [PRESENCE_ANNULLED] = { "annulled", N_("annulled") }

const struct choice presence_kinds[] = {
    MARK_WORDS,
    { NULL, NULL },
};

const struct choice presence_at_meetings[] = {
    MARK_WORDS,
    [PRESENCE_TO_COME] = { "to_come", N_("to come") },
    [PRESENCE_CALLED_OFF] = { "cancelled", N_("cancelled") },
    [PRESENCE_PUT_OFF] = { "postponed", N_("postponed") },
    { NULL, NULL },
};

/* What the program writes; another text is somebody's own. */
static const struct choice presence_means[] = {
    { "door", N_("door") },
    { "desk", N_("desk") },
    { "sheet", N_("sheet") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct presence, registration),
        .label = N_("Registration"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_REGISTRATION,
    },
    {
        FIELD_OF(struct presence, slot),
        .label = N_("Slot"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED,
        .refers_to = ENTITY_SLOT,
    },
    {
        FIELD_OF(struct presence, kind),
        .label = N_("Presence"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN,
        .choices = presence_kinds,
    },
    {
        FIELD_OF(struct presence, remote),
        .label = N_("Remote"),
        .kind = FIELD_BOOLEAN,
    },
    {
        FIELD_OF(struct presence, at),
        .label = N_("Marked at"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_REQUIRED | FIELD_DERIVED,
    },
    {
        FIELD_OF(struct presence, by),
        .label = N_("Marked by"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED,
    },
    {
        FIELD_OF(struct presence, means),
        .label = N_("Means"),
        .help = N_("e.g. door, sheet"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED,
        .choices = presence_means,
    },
    {
        FIELD_OF(struct presence, reason),
        .label = N_("Reason"),
        .kind = FIELD_TEXT,
        .flags = FIELD_PRIVATE,
    },
};

static bool
presence_check(const void *record, struct error *err)
{
    const struct presence *presence = record;

    if (presence->kind == PRESENCE_ANNULLED && !presence->reason)
        return error_set_field(err, ERROR_RULE, "reason",
                               _("A mark is annulled for a reason; say which."));
    if (presence->remote && !presence_was_there(presence->kind))
        return error_set_field(err, ERROR_INPUT, "remote",
                               _("Only who is there can be there remotely."));
    return true;
}

static void
presence_title(const void *record, struct buffer *buffer)
{
    const struct presence *presence = record;

    buffer_add(buffer, _(presence_kinds[presence->kind].label));
}

static bool
annuls(const void *record)
{
    return ((const struct presence *)record)->kind == PRESENCE_ANNULLED;
}

static const struct mark marks[] = {
    { "annuls", annuls },
    { 0 },
};

const struct entity presence_entity = {
    .kind = ENTITY_PRESENCE,
    .number = 12,
    .name = "presence",
    .label = N_("Mark of presence"),
    .plural = N_("Marks of presence"),
    .another = N_("New mark of presence"),
    ENTITY_OF(struct presence, fields),
    .check = presence_check,
    .title = presence_title,
    .marks = marks,
    .listing = LISTING_PRESENCE,
    .only_by_id = true,
};

bool
presence_is_expected(const struct registration *registration,
                     const struct seat_rule *rule)
{
    return registration->state == REGISTRATION_ACCEPTED ||
           rule->takes[registration->state][registration->role];
}

bool
presence_was_there(enum presence_kind kind)
{
    return kind == PRESENCE_PRESENT || kind == PRESENCE_LEFT || kind == PRESENCE_SIGNED;
}

unsigned
presence_kinds_there(void)
{
    unsigned kinds = 0;

    for (int kind = PRESENCE_PRESENT; kind < PRESENCE_KIND_COUNT; kind++)
        if (presence_was_there((enum presence_kind)kind))
            kinds |= 1U << kind;
    return kinds;
}

const char *
presence_word(enum presence_kind kind, bool remote)
{
    return kind == PRESENCE_PRESENT && remote ? _("remote")
                                              : _(presence_kinds[kind].label);
}

const char *
presence_column_word(enum presence_kind kind, bool remote)
{
    if (kind != PRESENCE_PRESENT)
        return _(presence_kinds[kind].label);
    return remote ? language_in_context("presence", NC_("presence", "remote"))
                  : language_in_context("presence", NC_("presence", "here"));
}

static bool
follow_nothing(enum presence_kind kind, struct error *err)
{
    if (kind == PRESENCE_ANNULLED)
        return error_set(err, ERROR_RULE,
                         _("This person has no mark in this slot: there is nothing to "
                           "annul."));
    if (kind == PRESENCE_LEFT)
        return error_set_field(err, ERROR_RULE, "kind",
                               _("Nobody has seen this person come; mark them present "
                                 "first."));
    return true;
}

enum presence_verdict
presence_follow(const struct presence *last, enum presence_kind kind, bool remote,
                struct error *err)
{
    if (!last || last->head.id == 0 || last->kind == PRESENCE_ANNULLED)
        return follow_nothing(kind, err) ? PRESENCE_WRITTEN : PRESENCE_REFUSED;
    if (last->remote == remote && (last->kind == kind || (last->kind == PRESENCE_SIGNED &&
                                                          kind == PRESENCE_PRESENT)))
        return PRESENCE_UNCHANGED;
    if (kind == PRESENCE_ANNULLED)
        return PRESENCE_WRITTEN;
    if (kind == PRESENCE_LEFT && !presence_was_there(last->kind))
        return follow_nothing(kind, err) ? PRESENCE_WRITTEN : PRESENCE_REFUSED;
    if (presence_was_there(last->kind) && !presence_was_there(kind)) {
        error_set_field(err, ERROR_RULE, "kind",
                        _("%s has marked this person as there; annul that mark first."),
                        last->by ? last->by : "");
        return PRESENCE_REFUSED;
    }
    return PRESENCE_WRITTEN;
}

void
presence_list_clear(struct presence_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&presence_entity, &list->items[i]);
    free(list->items);
    *list = (struct presence_list){ 0 };
}

static bool
is_same_mark(const struct presence *a, const struct presence *b)
{
    for (size_t i = 0; i < presence_entity.field_count; i++)
        if (!field_equal(&presence_entity.fields[i], a, b))
            return false;
    return true;
}

bool
presence_list_equal(const struct presence_list *a, const struct presence_list *b)
{
    bool equal = a->count == b->count;

    for (size_t i = 0; equal && i < a->count; i++)
        equal = is_same_mark(&a->items[i], &b->items[i]);
    return equal;
}

/* --- its lists */

/* The id is the mark's. */
const char *const presence_was_undone = N_("It was undone.");

/* What the program wrote is read in the language of whoever reads it. */
static void
add_reason(const char *stored, struct buffer *buffer)
{
    buffer_add(buffer, strcmp(stored, presence_was_undone) == 0 ? _(presence_was_undone)
                                                                : stored);
}

static const struct column presence_columns[] = {
    HIDDEN("registration", FIELD_REFERENCE),
    TYPED("person"),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 16, 0, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 12, 24, 1),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 18, 34, 4),
    HIDDEN("slot", FIELD_REFERENCE),
    COLUMN("slot_label", N_("Slot"), FIELD_TEXT, 12, 24, 1),
    CHOICE("kind", N_("Presence"), presence_kinds, 8, 1),
    COLUMN("remote", N_("Remote"), FIELD_BOOLEAN, 8, 10, 5),
    COLUMN("at", N_("Marked at"), FIELD_INSTANT, 16, 21, 1),
    COLUMN("by", N_("Marked by"), FIELD_TEXT, 10, 16, 2),
    { .name = "means",
      .label = N_("Means"),
      .kind = FIELD_TEXT,
      .width = 8,
      .most = 12,
      .priority = 6,
      .choices = presence_means },
    { .name = "reason",
      .label = N_("Reason"),
      .kind = FIELD_TEXT,
      .width = 20,
      .most = 40,
      .priority = 3,
      .is_private = true,
      .words = add_reason },
};

const struct listing presence_listing = {
    .kind = LISTING_PRESENCE,
    LISTING_OF(presence_columns),
    .can_search = true,
};
