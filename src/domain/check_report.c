/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_report.c - the sentences of a check, as many as a person will read */
#include "atelier/domain/check_report.h"

#include <stdarg.h>
#include <stdlib.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

void
check_report_clear(struct check_report *report)
{
    for (size_t i = 0; i < report->count; i++)
        free(report->problems[i]);
    free(report->problems);
    *report = (struct check_report){ 0 };
}

/* A file with ten thousand problems is told from one with a hundred by nobody. */
enum { PROBLEMS_MOST = 100 };

__attribute__((format(printf, 3, 0))) static void
add(struct check_report *report, const char *advice, const char *format,
    va_list arguments)
{
    if (report->count > PROBLEMS_MOST)
        return;
    struct buffer sentence = { 0 };
    if (report->count == PROBLEMS_MOST) {
        buffer_add(&sentence, _("There are more problems than these."));
    } else {
        buffer_addv(&sentence, format, arguments);
        buffer_add(&sentence, advice);
    }
    report->problems = memory_grow(report->problems, &report->capacity, report->count + 1,
                                   sizeof report->problems[0]);
    report->problems[report->count++] = buffer_take(&sentence);
}

void
check_report_add(struct check_report *report, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(report, NULL, format, arguments);
    va_end(arguments);
}

void
check_report_add_damage(struct check_report *report, const char *format, ...)
{
    struct buffer advice = { 0 };

    buffer_addf(&advice, "  %s",
                _("Keep this file, and go back to a backup: “atelier restore FILE”."));
    va_list arguments;
    va_start(arguments, format);
    add(report, buffer_text(&advice), format, arguments);
    va_end(arguments);
    buffer_clear(&advice);
}
