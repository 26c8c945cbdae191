/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.c - a list of people that is imported by a test */
#include "support/sheet.h"

#include <check.h>

struct import *
sheet_judged(struct atelier *at, const char *path, int64_t meeting)
{
    struct error err = { 0 };
    struct import *import = import_open(at, path, meeting, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    sheet_judge(import);
    return import;
}

void
sheet_judge(struct import *import)
{
    struct error err = { 0 };

    ck_assert_msg(import_judge(import, NULL, NULL, &err), "%s", err.message);
}

struct import_outcome
sheet_run(struct import *import)
{
    struct import_outcome outcome;
    struct error err = { 0 };

    ck_assert_msg(import_run(import, NULL, NULL, &outcome, &err), "%s", err.message);
    return outcome;
}

const struct import_row *
sheet_row(struct import *import, size_t index)
{
    static struct import_row rows[8];
    static size_t next;
    struct import_row *row = &rows[next++ % 8];
    struct error err = { 0 };

    ck_assert_msg(import_row_load(import, index, row, &err), "%s", err.message);
    return row;
}

void
sheet_expect_reason(struct import *import, size_t index, const char *expected)
{
    const char *reason = sheet_row(import, index)->reason;

    ck_assert_str_eq(reason ? reason : "", expected);
}
