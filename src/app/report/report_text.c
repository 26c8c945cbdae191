/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_text.c - the report in lines of 80 columns */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/report_writers.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "report/report_lines.h"

enum { COLUMNS = 80, COLUMNS_LEAST = 20, TITLE = 1, SECTION = 2 };

static void
take_line(void *context, const char *start, size_t length)
{
    struct report_lines *lines = context;
    char *line = memory_copy_part(start, length);

    margin_add(&lines->margin, lines->page);
    text_add_printable(lines->page, line);
    buffer_add_char(lines->page, '\n');
    free(line);
}

static void
write_plain(struct report_lines *lines, const char *text)
{
    size_t taken = 0;

    for (size_t i = 0; i < lines->margin.count; i++)
        taken += strlen(lines->margin.marks[i].rest);
    text_wrap(text, taken + COLUMNS_LEAST < COLUMNS ? COLUMNS - taken : COLUMNS_LEAST,
              take_line, lines);
}

static void
write_heading(struct report_lines *lines, int level, const char *text)
{
    const size_t width = text_width(text);

    if (level == SECTION)
        buffer_add_char(lines->page, '\n');
    write_plain(lines, text);
    if (level > SECTION)
        return;
    for (size_t i = 0; i < width && i < COLUMNS; i++)
        buffer_add_char(lines->page, level == TITLE ? '=' : '-');
    buffer_add_char(lines->page, '\n');
}

static void
write_runs(struct report_lines *lines, const struct markdown_run *runs, size_t count)
{
    struct buffer words = { 0 };

    for (size_t i = 0; i < count; i++) {
        if (strcmp(runs[i].text, "\n") == 0) {
            write_plain(lines, buffer_text(&words));
            buffer_reset(&words);
            continue;
        }
        buffer_add(&words, runs[i].text);
        if (markdown_hides_address(runs + i, count - i))
            buffer_addf(&words, " (%s)", runs[i].address);
    }
    write_plain(lines, buffer_text(&words));
    buffer_clear(&words);
}

static void
write_code(struct report_lines *lines, const char *text)
{
    margin_push(&lines->margin, "    ", "    ");
    while (*text) {
        const size_t length = strcspn(text, "\n");
        take_line(lines, text, length);
        text += length + (text[length] == '\n');
    }
    margin_pop(&lines->margin);
}

void
report_text(const struct report_document *document, struct buffer *page)
{
    static const struct report_lines_style style = {
        .heading = write_heading,
        .runs = write_runs,
        .plain = write_plain,
        .strong = write_plain,
        .code = write_code,
        .rule = "* * *",
        .step = "   ",
    };
    struct report_lines lines = { .document = document, .style = &style, .page = page };

    report_lines_write(&lines);
}
