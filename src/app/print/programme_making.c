/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_making.c - the programme of a meeting as pages: by the hour, what is where */
#include <stdlib.h>

#include "atelier/app/browse_programme.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "print/meeting_place.h"
#include "print/pages_making.h"
#include "session/session.h"

/* Who leads and speaks. */
static void
add_people(const struct programme_part *part, struct buffer *text)
{
    if (part->leader_name && programme_part_is_item(part))
        buffer_add(text, part->leader_name);
    else if (part->leader_name)
        buffer_addf(text, _("led by %s"), part->leader_name);
    if (part->speakers)
        buffer_addf(text, "%s%s %s", text->length > 0 ? "; " : "", _("with"),
                    part->speakers);
    if (part->holder)
        buffer_addf(text, _("; project of %s"), part->holder);
}

static void
add_part(struct printed_pages *pages, const struct programme_part *part)
{
    struct buffer hours = { 0 };
    struct buffer people = { 0 };

    when_format_hours(part->start, part->end, &hours);
    add_people(part, &people);
    printed_pages_add(pages, BLOCK_ROW, NULL, NULL);
    printed_pages_add(pages, BLOCK_CELL, buffer_text(&hours), NULL);
    printed_pages_add(pages, BLOCK_CELL, part->title,
                      people.length > 0 ? buffer_text(&people) : NULL);
    printed_pages_add(pages, BLOCK_CELL, part->room_name, NULL);
    buffer_clear(&hours);
    buffer_clear(&people);
}

static void
add_day(struct printed_pages *pages, struct date day)
{
    struct buffer text = { 0 };

    when_format_date(day, WHEN_LONG, &text);
    printed_pages_add(pages, BLOCK_HEADING, buffer_text(&text), NULL);
    printed_pages_add(pages, BLOCK_COLUMNS, "22 75 35", NULL);
    printed_pages_add(pages, BLOCK_HEADS, NULL, NULL);
    printed_pages_add(pages, BLOCK_CELL, _("Hours"), NULL);
    printed_pages_add(pages, BLOCK_CELL, _("Programme"), NULL);
    printed_pages_add(pages, BLOCK_CELL, _("Room"), NULL);
    buffer_clear(&text);
}

/* What takes place, by the hour: a programme is sorted. */
static size_t
add_parts(struct printed_pages *pages, const struct programme *programme)
{
    struct date day = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < programme->count; i++) {
        const struct programme_part *part = &programme->parts[i];
        if (!programme_part_is_item(part) && part->state != WORKSHOP_PLANNED)
            continue;
        if (date_compare(part->start.date, day) != 0)
            add_day(pages, part->start.date);
        day = part->start.date;
        add_part(pages, part);
        count++;
    }
    return count;
}

static bool
add_head(struct atelier *at, const struct meeting *meeting, struct printed_pages *pages,
         struct error *err)
{
    struct buffer text = { 0 };
    struct buffer where = { 0 };
    const bool ok = meeting_place_add(at, meeting, &where, err);

    pages->title = memory_copy(meeting->title);
    pages->page = memory_copy(_("Page"));
    printed_pages_add(pages, BLOCK_QUIET, _("Programme"), NULL);
    printed_pages_add(pages, BLOCK_TITLE, meeting->title, NULL);
    when_format_span(meeting->start, meeting->end, &text);
    display_elsewhere(at, meeting->zone, &text);
    if (where.length > 0)
        buffer_addf(&text, ", %s", buffer_text(&where));
    printed_pages_add(pages, BLOCK_LEAD, buffer_text(&text), NULL);
    buffer_clear(&where);
    buffer_clear(&text);
    return ok;
}

bool
programme_making_read(struct atelier *at, const struct pages_request *request,
                      struct printed_pages *pages, struct error *err)
{
    struct programme programme = { 0 };
    struct meeting *meeting = record_new(&meeting_entity);
    const struct row_ref place = { ENTITY_MEETING, request->meeting };
    bool ok = atelier_may(at, MAY_READ_DAY, place, err) &&
              row_load(at->db, &meeting_entity, request->meeting, meeting, err) &&
              browse_programme(at, meeting, &programme, err);

    if (ok) {
        ok = add_head(at, meeting, pages, err) &&
             (add_parts(pages, &programme) > 0 ||
              error_set(err, ERROR_RULE,
                        _("Nothing is planned in this meeting: it has no programme to "
                          "print.")));
    }
    programme_clear(&programme);
    record_free(&meeting_entity, meeting);
    return ok;
}
