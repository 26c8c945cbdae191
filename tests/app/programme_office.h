/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_office.h - meetings over the nights when clocks change, and what lies in them
 */
#ifndef ATELIER_TESTS_PROGRAMME_OFFICE_H
#define ATELIER_TESTS_PROGRAMME_OFFICE_H

#include <check.h>

#include "atelier/app/edit.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/workshop.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SPRING "2027-03-28 "
#define AUTUMN "2027-10-31 "
#define SQL_WORKSHOP                                                                     \
    "SELECT start, datetime(start_at, 'unixepoch'), \"end\","                            \
    " datetime(end_at, 'unixepoch') FROM workshop ORDER BY id DESC LIMIT 1"

static struct atelier *at;
static struct error err;
static int64_t group;
static int64_t spring, autumn; /* meetings over the night */
static struct questions sheet;

static inline void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    spring = office_add(at, &meeting_entity, "group", rows_number(group), "title", "S",
                        "start", "2027-03-27 20:00", "end", SPRING "08:00", NULL);
    autumn = office_add(at, &meeting_entity, "group", rows_number(group), "title", "A",
                        "start", "2027-10-30 20:00", "end", AUTUMN "08:00", NULL);
    err = (struct error){ 0 };
}

static inline void
tear_down(void)
{
    questions_clear(&sheet);
    office_end(at);
}

static inline struct questions *
answer(enum question_clock clock)
{
    questions_clear(&sheet);
    question_reply(&sheet, QUESTION_CLOCK, clock, NULL);
    return &sheet;
}

/* A row of the meeting with these hours; `id` is 0 for a new one. */
static inline bool
write_row(const struct entity *entity, int64_t id, int64_t meeting, const char *start,
          const char *end, struct questions *questions)
{
    struct record *record = record_new(entity);

    err = (struct error){ 0 };
    if (id != 0) {
        ck_assert(edit_load(at, entity, id, record, &err));
    } else {
        field_set_number(entity_field(entity, "meeting"), record, meeting);
        if (entity != &slot_entity)
            field_set_text(entity_field(entity, "title"), record, "Night");
    }
    ck_assert(field_parse(entity_field(entity, "start"), record, start, &err));
    ck_assert(field_parse(entity_field(entity, "end"), record, end, &err));
    const bool ok = id != 0 ? edit_change_asked(at, entity, record, questions, &err)
                            : edit_add(at, entity, record, questions, &err);
    record_free(entity, record);
    return ok;
}

static inline void
expect_asked(const char *field)
{
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_CLOCK);
    ck_assert_str_eq(err.field ? err.field : "", field);
}

#endif
