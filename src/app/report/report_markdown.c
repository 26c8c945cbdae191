/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_markdown.c - the report as CommonMark, which reads it again as it was meant */
#include <string.h>

#include "atelier/app/report_writers.h"
#include "report/report_lines.h"

/* --- words */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What would begin a heading, a list or a rule there. */
static bool
begins_block(const char *text, bool is_start)
{
    if (!is_start)
        return false;
    const size_t digits = strspn(text, "0123456789");
    return strchr("#+-=~", text[0]) ||
           (digits > 0 && text[digits] && strchr(".)", text[digits]));
}

static void
add_words(struct buffer *page, const char *text, bool is_start)
{
    for (; *text; text++) {
        if (begins_block(text, is_start)) {
            while (is_digit(*text))
                buffer_add_char(page, *text++);
            buffer_add_char(page, '\\');
        } else if (strchr("\\`*_[]<>&|", *text)) {
            buffer_add_char(page, '\\');
        }
        buffer_add_char(page, *text == '\n' ? ' ' : *text);
        is_start = is_start && (*text == ' ' || *text == '\n');
    }
}

static size_t
longest_of(const char *text, char sign)
{
    size_t longest = 0;
    size_t own = 0;

    for (; *text; text++) {
        own = *text == sign ? own + 1 : 0;
        longest = own > longest ? own : longest;
    }
    return longest;
}

static void
add_fence(struct buffer *page, size_t length)
{
    for (size_t i = 0; i < length; i++)
        buffer_add_char(page, '`');
}

static void
add_code(struct buffer *page, const char *text)
{
    const size_t fence = longest_of(text, '`') + 1;
    const bool is_padded =
        text[0] == '`' || (text[0] && text[strlen(text) - 1] == '`') || text[0] == ' ';

    add_fence(page, fence);
    buffer_add(page, is_padded ? " " : "");
    buffer_add(page, text);
    buffer_add(page, is_padded ? " " : "");
    add_fence(page, fence);
}

/* --- a paragraph */

/* Bold and italic that are open, the outer one first. */
struct open {
    unsigned styles[2];
    size_t count;
};

static void
add_mark(struct buffer *page, unsigned style)
{
    buffer_add(page, style == MARKDOWN_BOLD ? "**" : "*");
}

/* Ends those that the style does not have, and those that are within them. */
static void
close_styles(struct buffer *page, struct open *open, unsigned style)
{
    size_t kept = 0;

    while (kept < open->count && style & open->styles[kept])
        kept++;
    while (open->count > kept)
        add_mark(page, open->styles[--open->count]);
}

static void
open_style(struct buffer *page, struct open *open, unsigned style)
{
    for (size_t i = 0; i < open->count; i++)
        if (open->styles[i] == style)
            return;
    open->styles[open->count++] = style;
    add_mark(page, style);
}

/* How many runs from here on have it. */
static size_t
lasts(const struct markdown_run *runs, size_t count, unsigned style)
{
    size_t own = 0;

    while (own < count && runs[own].style & style)
        own++;
    return own;
}

static void
open_styles(struct buffer *page, struct open *open, const struct markdown_run *runs,
            size_t count)
{
    const size_t bold = lasts(runs, count, MARKDOWN_BOLD);
    const size_t italic = lasts(runs, count, MARKDOWN_ITALIC);

    if (bold > 0 && bold >= italic)
        open_style(page, open, MARKDOWN_BOLD);
    if (italic > 0)
        open_style(page, open, MARKDOWN_ITALIC);
    if (bold > 0)
        open_style(page, open, MARKDOWN_BOLD);
}

static bool
is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : !a && !b;
}

/* The end of a link stands within no style that began before it: all are ended there. */
static void
change_link(struct buffer *page, struct open *open, const char *before, const char *next)
{
    if (is_same(before, next))
        return;
    close_styles(page, open, 0);
    if (before)
        buffer_addf(page, "](<%s>)", before);
    if (next)
        buffer_add_char(page, '[');
}

static void
write_runs(struct report_lines *lines, const struct markdown_run *runs, size_t count)
{
    struct buffer *page = lines->page;
    struct open open = { { 0 }, 0 };
    const char *address = NULL;
    bool is_start = true;

    margin_add(&lines->margin, page);
    for (size_t i = 0; i < count; i++) {
        const bool is_line = strcmp(runs[i].text, "\n") == 0;
        const unsigned style = runs[i].style & (MARKDOWN_BOLD | MARKDOWN_ITALIC);
        change_link(page, &open, address, runs[i].address);
        address = runs[i].address;
        close_styles(page, &open, style);
        if (is_line) {
            buffer_add(page, "\\\n");
            margin_add(&lines->margin, page);
        } else {
            open_styles(page, &open, runs + i, count - i);
            if (runs[i].style & MARKDOWN_MONO)
                add_code(page, runs[i].text);
            else
                add_words(page, runs[i].text, is_start);
        }
        is_start = is_line;
    }
    change_link(page, &open, address, NULL);
    close_styles(page, &open, 0);
    buffer_add_char(page, '\n');
}

static void
write_plain(struct report_lines *lines, const char *text)
{
    margin_add(&lines->margin, lines->page);
    add_words(lines->page, text, true);
    buffer_add_char(lines->page, '\n');
}

static void
write_strong(struct report_lines *lines, const char *text)
{
    margin_add(&lines->margin, lines->page);
    buffer_add(lines->page, "**");
    add_words(lines->page, text, false);
    buffer_add(lines->page, "**\n");
}

static void
write_heading(struct report_lines *lines, int level, const char *text)
{
    margin_add(&lines->margin, lines->page);
    for (int i = 0; i < level; i++)
        buffer_add_char(lines->page, '#');
    buffer_add_char(lines->page, ' ');
    add_words(lines->page, text, true);
    buffer_add_char(lines->page, '\n');
}

static void
write_code(struct report_lines *lines, const char *text)
{
    const size_t longest = longest_of(text, '`');
    const size_t fence = longest < 3 ? 3 : longest + 1;

    margin_add(&lines->margin, lines->page);
    add_fence(lines->page, fence);
    buffer_add_char(lines->page, '\n');
    while (*text) {
        const size_t length = strcspn(text, "\n");
        margin_add(&lines->margin, lines->page);
        buffer_add_part(lines->page, text, length);
        buffer_add_char(lines->page, '\n');
        text += length + (text[length] == '\n');
    }
    margin_add(&lines->margin, lines->page);
    add_fence(lines->page, fence);
    buffer_add_char(lines->page, '\n');
}

void
report_markdown(const struct report_document *document, struct buffer *page)
{
    static const struct report_lines_style style = {
        .heading = write_heading,
        .runs = write_runs,
        .plain = write_plain,
        .strong = write_strong,
        .code = write_code,
        .rule = "***",
        .step = "",
    };
    struct report_lines lines = { .document = document, .style = &style, .page = page };

    report_lines_write(&lines);
}
