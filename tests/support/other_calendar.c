/* SPDX-License-Identifier: GPL-3.0-or-later */
/* other_calendar.c - a calendar of another program, imported by an office of the tests */
#include "support/other_calendar.h"

#include <check.h>
#include <string.h>

#include "atelier/app/export_calendar.h"

#include "support/paper.h"

struct calendar_import *
other_calendar_judge(struct atelier *at, const char *text,
                     const struct calendar_import_choice *choice)
{
    struct error err = { 0 };
    struct calendar_import *import =
        calendar_import_open(at, paper_write("other.ics", text), choice, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert_msg(calendar_import_judge(import, NULL, NULL, &err), "%s", err.message);
    return import;
}

void
other_calendar_take(struct atelier *at, const char *text,
                    const struct calendar_import_choice *choice,
                    struct calendar_import_outcome *outcome)
{
    struct error err = { 0 };
    struct calendar_import *import = other_calendar_judge(at, text, choice);

    ck_assert_msg(calendar_import_run(import, NULL, NULL, outcome, &err), "%s",
                  err.message);
    calendar_import_free(import);
}

void
other_calendar_expect(const struct calendar_import *import, const char *expected)
{
    struct buffer told = { 0 };

    for (size_t i = 0; i < calendar_import_row_count(import); i++) {
        const struct calendar_import_row *row = calendar_import_row(import, i);
        buffer_add(&told, import_verdicts[row->verdict].name);
        if (row->reason)
            buffer_addf(&told, ": %s", row->reason);
        for (size_t c = 0; c < row->change_count; c++) {
            const struct calendar_import_change *change = &row->changes[c];
            buffer_addf(&told, " [%s %s > %s]", change->field->name,
                        change->before ? change->before : "-",
                        change->after ? change->after : "-");
        }
        for (size_t s = 0; s < row->stay_count; s++) {
            const struct calendar_import_change *stay = &row->stays[s];
            buffer_addf(&told, " [%s stays %s, not %s]", stay->field->name,
                        stay->before ? stay->before : "-",
                        stay->after ? stay->after : "-");
        }
        buffer_add(&told, "\n");
    }
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
}

static bool
keep(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

char *
other_calendar_exported(struct atelier *at, struct row_ref scope)
{
    struct buffer text = { 0 };
    struct error err = { 0 };
    int64_t meetings;

    ck_assert_msg(export_calendar(at, scope, keep, &text, &meetings, &err), "%s",
                  err.message);
    return buffer_take(&text);
}

void
other_calendar_set(char *text, const char *from, const char *to)
{
    char *found = strstr(text, from);

    ck_assert_uint_eq(strlen(from), strlen(to));
    ck_assert_ptr_nonnull(found);
    for (; found; found = strstr(found + strlen(to), from))
        memcpy(found, to, strlen(to));
}
