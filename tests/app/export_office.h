/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_office.h - an office for the tests of calendars: two meetings of two groups, a
 * person on the list of the first, and what their calendars say
 */
#ifndef ATELIER_TESTS_EXPORT_OFFICE_H
#define ATELIER_TESTS_EXPORT_OFFICE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/change_settings.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/room.h"
#include "atelier/domain/setting.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

static struct atelier *at;
static int64_t group;
static int64_t meeting;
static int64_t other;  /* of another group */
static int64_t person; /* on the list of the first */

static inline void
begin(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE);
    other = office_add_meeting(at, office_add_group(at, "NUM"), "2027-04-20 14:00", 20);
    person = office_add(at, &person_entity, "family", "Durand", "given", "Paul", "email",
                        "paul@example.org", NULL);
    office_register(at, meeting, person);
}

static inline void
end(void)
{
    office_end(at);
}

static inline bool
keep(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

/* The caller frees. */
static inline char *
exported_by(struct atelier *who, struct row_ref scope, int64_t expected)
{
    struct buffer text = { 0 };
    struct error err = { 0 };
    int64_t events;

    ck_assert_msg(export_calendar(who, scope, keep, &text, &events, &err), "%s",
                  err.message);
    ck_assert_int_eq(events, expected);
    return buffer_take(&text);
}

/* Whether a line stands in the calendar of everything. */
static inline bool
says(const char *line)
{
    char *text = exported_by(at, ROW_NONE, 2);
    bool found = strstr(text, line) != NULL;

    free(text);
    return found;
}

/* The value of a property of the first meeting's event, in one of a few static buffers.
 */
static inline const char *
value(const char *name)
{
    static char values[4][200];
    static unsigned next;
    char *found = values[next++ % 4];
    char *text = exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1);
    const char *line = strstr(strstr(text, "BEGIN:VEVENT"), name);

    found[0] = '\0';
    if (line != NULL)
        (void)snprintf(found, sizeof values[0], "%.*s", (int)strcspn(line, "\r"), line);
    free(text);
    return found;
}

static inline void
set_setting(const char *name, const char *value)
{
    struct settings settings;
    struct error err = { 0 };

    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(at));
    ck_assert(field_parse(entity_field(&settings_entity, name), &settings, value, &err));
    ck_assert_msg(settings_change(at, &settings, &err), "%s", err.message);
    record_clear(&settings_entity, &settings);
}

static inline void
undo(void)
{
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

#endif
