/* SPDX-License-Identifier: GPL-3.0-or-later */
/* item.c - the fields of a part that all of a meeting share, and what one row must keep
 * to
 */
#include "atelier/domain/item.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/domain/part_hours.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice item_kinds[] = {
    [ITEM_PLENARY] = { "plenary", N_("plenary") },
    [ITEM_BREAK] = { "break", N_("break") },
    [ITEM_PROJECT] = { "project", N_("project") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct item, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct item, kind),
        .label = N_("Kind"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_MAIN,
        .choices = item_kinds,
    },
    {
        FIELD_OF(struct item, title),
        .label = N_("Title"),
        .help = N_("e.g. Opening; of a project: its own"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct item, start),
        .label = N_("Start"),
        .help = N_("e.g. 9:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct item, end),
        .label = N_("End"),
        .help = N_("e.g. 10:15"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct item, room),
        .label = N_("Room"),
        .help = N_("empty: that of the meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .refers_to = ENTITY_ROOM,
    },
    {
        FIELD_OF(struct item, speaker),
        .label = N_("Speaker"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct item, project),
        .label = N_("Project"),
        .help = N_("which one is presented"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_PROJECT,
    },
    {
        FIELD_OF(struct item, description),
        .label = N_("Description"),
        .kind = FIELD_LINES,
    },
};

static bool
item_check(const void *record, struct error *err)
{
    const struct item *item = record;

    if (!part_hours_check(item->start, item->end, err))
        return false;
    if (item->project != 0 && item->kind != ITEM_PROJECT)
        return error_set_field(
            err, ERROR_RULE, "kind",
            _("A project is presented here: choose the kind “project”, or leave the "
              "project empty."));
    if (item->project == 0 && item->kind == ITEM_PROJECT)
        return error_set_field(err, ERROR_INPUT, "project",
                               _("Say which project is presented."));
    return true;
}

static void
item_title(const void *record, struct buffer *buffer)
{
    const struct item *item = record;

    buffer_add(buffer, item->title ? item->title : _(item_kinds[item->kind].label));
}

const struct entity item_entity = {
    .kind = ENTITY_ITEM,
    .number = 20,
    .name = "item",
    .label = N_("Item"),
    .plural = N_("Items"),
    .another = N_("New item"),
    ENTITY_OF(struct item, fields),
    .check = item_check,
    .title = item_title,
    .listing = LISTING_ITEM,
    .only_by_id = true,
    .unknown_id = N_("No item has the id %s.  “atelier item list MEETING” shows them."),
    .unknown_name =
        N_("An item is named by its id, not “%s”.  “atelier item list MEETING” shows "
           "them."),
};

void
item_list_clear(struct item_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&item_entity, &list->items[i]);
    free(list->items);
    *list = (struct item_list){ 0 };
}

/* --- its lists */

static const struct column item_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    MOMENT("start", N_("Start"), 1),
    MOMENT("end", N_("End"), 3),
    CHOICE("kind", N_("Kind"), item_kinds, 9, 1),
    COLUMN("title", N_("Title"), FIELD_TEXT, 26, 0, 1),
    HIDDEN("room", FIELD_REFERENCE),
    COLUMN("room_name", N_("Room"), FIELD_TEXT, 16, 30, 2),
    HIDDEN("speaker", FIELD_REFERENCE),
    COLUMN("speaker_name", N_("Speaker"), FIELD_TEXT, 20, 34, 3),
    HIDDEN("project", FIELD_REFERENCE),
    COLUMN("holder_name", N_("Holder"), FIELD_TEXT, 20, 34, 4),
    COLUMN("territory", N_("Territory"), FIELD_TEXT, 16, 30, 5),
};

const struct listing item_listing = {
    .kind = LISTING_ITEM,
    LISTING_OF(item_columns),
    .can_search = true,
};
