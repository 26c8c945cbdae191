/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_office.h - one meeting that is planned and changed as a form would */
#ifndef ATELIER_TESTS_PLAN_OFFICE_H
#define ATELIER_TESTS_PLAN_OFFICE_H

#include <check.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;
static unsigned warnings;
static int64_t group;
static struct meeting *meeting;
static struct questions sheet;

static inline void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = record_new(&meeting_entity);
    err = (struct error){ 0 };
}

static inline void
tear_down(void)
{
    questions_clear(&sheet);
    record_free(&meeting_entity, meeting);
    office_end(at);
}

static inline struct local_time
local(const char *text)
{
    struct local_time time;
    ck_assert(local_time_parse(text, &time));
    return time;
}

static inline void
set_times(const char *start, const char *end)
{
    meeting->start = local(start);
    meeting->end = local(end);
}

/* A sheet that says which hour is meant. */
static inline struct questions *
answer(enum question_clock clock)
{
    questions_clear(&sheet);
    question_reply(&sheet, QUESTION_CLOCK, clock, NULL);
    return &sheet;
}

static inline bool
plan(const char *start, const char *end, struct questions *answers)
{
    set_times(start, end);
    ck_assert(plan_prepare(at, group, meeting, &err));
    return plan_add(at, meeting, answers, &warnings, &err);
}

static inline void
expect_instants(const char *start, const char *end)
{
    char text[INSTANT_TEXT_SIZE];

    instant_format(meeting->start_at, text);
    ck_assert_str_eq(text, start);
    instant_format(meeting->end_at, text);
    ck_assert_str_eq(text, end);
}

/* A confirmed meeting, loaded as a form would. */
static inline void
load(int64_t id)
{
    ck_assert_msg(edit_load(at, &meeting_entity, id, meeting, &err), "%s", err.message);
}

static inline bool
change(void)
{
    return plan_change(at, meeting, NULL, &warnings, &err);
}

static inline bool
act(enum meeting_act what, const char *reason)
{
    return plan_act(at, meeting->head.id, what, reason, &err);
}

#endif
