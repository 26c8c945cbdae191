/* SPDX-License-Identifier: GPL-3.0-or-later */
/* certificate_making.c - certificates of attendance: the slots and hours in which
 * somebody was marked as present */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/domain/whole_name.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/attended_table.h"
#include "atelier/store/row_table.h"
#include "print/meeting_place.h"
#include "print/pages_making.h"
#include "session/session.h"

struct making {
    struct atelier *at;
    struct printed_pages *pages;
    struct meeting meeting;
    struct working_group group;
    struct buffer place;
    struct row_choice only;
    int64_t person; /* whose certificate it is now; 0: nobody's yet */
    int64_t count;
    int64_t minutes;
};

static int64_t
minutes_of(struct local_time time)
{
    enum { DAY = 24 * 60, HOUR = 60 };

    return date_to_days(time.date) * DAY + time.hour * HOUR + time.minute;
}

/* --- one certificate */

static void
add(struct making *m, enum printed_block_kind kind, const char *text, const char *more)
{
    printed_pages_add(m->pages, kind, text, more);
}

static void
add_name(struct making *m, const struct attended_slot *slot)
{
    struct buffer name = { 0 };
    struct buffer post = { 0 };

    whole_name_add_said(slot->family, slot->given, &name);
    add(m, BLOCK_TITLE, buffer_text(&name), NULL);
    if (slot->function)
        buffer_add(&post, slot->function);
    if (slot->organisation)
        buffer_addf(&post, "%s%s", post.length > 0 ? ", " : "", slot->organisation);
    if (post.length > 0)
        add(m, BLOCK_LEAD, buffer_text(&post), NULL);
    buffer_clear(&name);
    buffer_clear(&post);
}

static void
add_meeting(struct making *m)
{
    struct buffer text = { 0 };

    add(m, BLOCK_TEXT, _("took part in the meeting"), NULL);
    add(m, BLOCK_HEADING, m->meeting.title, NULL);
    buffer_add(&text, m->group.code);
    if (m->group.name && strcmp(m->group.name, m->group.code) != 0)
        buffer_addf(&text, " · %s", m->group.name);
    add(m, BLOCK_TEXT, buffer_text(&text), NULL);
    buffer_reset(&text);
    when_format_span(m->meeting.start, m->meeting.end, &text);
    display_elsewhere(m->at, m->meeting.zone, &text);
    add(m, BLOCK_FACT, _("Date and hours"), buffer_text(&text));
    if (m->place.length > 0)
        add(m, BLOCK_FACT, _("Place"), buffer_text(&m->place));
    buffer_clear(&text);
}

static void
begin(struct making *m, const struct attended_slot *slot)
{
    m->person = slot->person;
    m->count++;
    m->minutes = 0;
    add(m, BLOCK_PAGE, NULL, NULL);
    add(m, BLOCK_LEAD, _("Certificate of attendance"), NULL);
    add(m, BLOCK_TEXT, _("We certify that"), NULL);
    add_name(m, slot);
    add_meeting(m);
    add(m, BLOCK_COLUMNS, "40 34 26 20", NULL);
    add(m, BLOCK_HEADS, NULL, NULL);
    add(m, BLOCK_CELL, _("Slot"), NULL);
    add(m, BLOCK_CELL, _("Day"), NULL);
    add(m, BLOCK_CELL, _("Hours"), NULL);
    add(m, BLOCK_CELL, _("Presence"), NULL);
}

static void
end(struct making *m)
{
    struct buffer text = { 0 };
    struct buffer hours = { 0 };

    if (!m->person)
        return;
    when_format_duration(m->minutes, &hours);
    buffer_addf(&text, _("In all: %s"), buffer_text(&hours));
    add(m, BLOCK_HEADING, buffer_text(&text), NULL);
    add(m, BLOCK_QUIET, _("By the hours of the slots in which presence was noted."),
        NULL);
    buffer_reset(&text);
    buffer_reset(&hours);
    when_format_date(atelier_today(m->at), WHEN_LONG, &hours);
    buffer_addf(&text, _("Issued on %s"), buffer_text(&hours));
    add(m, BLOCK_SIGNER, buffer_text(&text), _("Signature"));
    buffer_clear(&text);
    buffer_clear(&hours);
}

static void
take_slot(void *context, const struct attended_slot *slot)
{
    struct making *m = context;
    struct buffer day = { 0 };
    struct buffer hours = { 0 };

    if (!row_choice_takes(&m->only, slot->person))
        return;
    if (slot->person != m->person) {
        end(m);
        begin(m, slot);
    }
    m->minutes += minutes_of(slot->end) - minutes_of(slot->start);
    when_format_date(slot->start.date, WHEN_SHORT, &day);
    when_format_hours(slot->start, slot->end, &hours);
    add(m, BLOCK_ROW, NULL, NULL);
    add(m, BLOCK_CELL, slot->label, NULL);
    add(m, BLOCK_CELL, buffer_text(&day), NULL);
    add(m, BLOCK_CELL, buffer_text(&hours), NULL);
    add(m, BLOCK_CELL, slot->remote ? _("remote") : _("in the room"), NULL);
    buffer_clear(&day);
    buffer_clear(&hours);
}

/* --- all of them */

/* 0: not one alone. */
static int64_t
only_one(const struct pages_request *request)
{
    return request->only.count == 1 ? request->only.ids[0] : 0;
}

static bool
refuse_nobody(struct atelier *at, const struct pages_request *request, struct error *err)
{
    struct buffer name = { 0 };

    if (only_one(request))
        display_title(at, ENTITY_PERSON, only_one(request), &name);
    if (request->only.count > 1)
        error_set(err, ERROR_RULE,
                  _("None of them is marked as present at this meeting: there is nothing "
                    "to certify."));
    else if (name.length > 0)
        error_set(err, ERROR_RULE,
                  _("%s is not marked as present at this meeting: there is nothing to "
                    "certify."),
                  buffer_text(&name));
    else
        error_set(err, ERROR_RULE,
                  _("Nobody is marked as present at this meeting: there is nothing to "
                    "certify."));
    buffer_clear(&name);
    return false;
}

bool
certificate_making_read(struct atelier *at, const struct pages_request *request,
                        struct printed_pages *pages, int64_t *count, struct error *err)
{
    const struct row_ref place = { ENTITY_MEETING, request->meeting };
    struct making m = { .at = at, .pages = pages, .only = request->only };

    if (!atelier_may(at, ACT_SHEET_ADD_NEEDS, place, err))
        return false;
    record_init(&meeting_entity, &m.meeting);
    record_init(&working_group_entity, &m.group);
    bool ok = row_load(at->db, &meeting_entity, request->meeting, &m.meeting, err) &&
              row_load(at->db, &working_group_entity, m.meeting.group, &m.group, err) &&
              meeting_place_add(at, &m.meeting, &m.place, err) &&
              attended_table_each(at->db, request->meeting, only_one(request), take_slot,
                                  &m, err);
    if (ok) {
        end(&m);
        pages->title = memory_copy(_("Certificate of attendance"));
        *count = m.count;
        ok = m.count > 0 || refuse_nobody(at, request, err);
    }
    record_clear(&meeting_entity, &m.meeting);
    record_clear(&working_group_entity, &m.group);
    buffer_clear(&m.place);
    return ok;
}
