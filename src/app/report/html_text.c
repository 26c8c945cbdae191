/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html_text.c - texts in a page of the web: none of them can be taken for its code */
#include "report/html_text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/text.h"

/* --- plain texts */

static void
add_escaped(struct buffer *page, const char *text)
{
    for (;;) {
        size_t plain = 0;
        while ((unsigned char)text[plain] >= ' ' && !strchr("&<>\"'\x7F", text[plain]))
            plain++;
        buffer_add_part(page, text, plain);
        text += plain;
        switch (*text++) {
        case '\0':
            return;
        case '&':
            buffer_add(page, "&amp;");
            break;
        case '<':
            buffer_add(page, "&lt;");
            break;
        case '>':
            buffer_add(page, "&gt;");
            break;
        case '"':
            buffer_add(page, "&quot;");
            break;
        case '\'':
            buffer_add(page, "&#39;");
            break;
        case '\n':
        case '\t':
            buffer_add_char(page, text[-1]);
            break;
        default: /* no page may hold the other controls */
            break;
        }
    }
}

void
html_add(struct buffer *page, const char *text)
{
    if (!text)
        return;
    if (text_is_valid(text, strlen(text))) {
        add_escaped(page, text);
        return;
    }
    char *sound = text_tidy_lines(text);
    add_escaped(page, sound);
    free(sound);
}

void
html_add_between(struct buffer *page, const char *before, const char *text,
                 const char *behind)
{
    buffer_add(page, before);
    html_add(page, text);
    buffer_add(page, behind);
}

void
html_add_paragraphs(struct buffer *page, const char *text)
{
    bool is_open = false;

    while (text && *text) {
        const size_t length = strcspn(text, "\n");
        if (length > 0) {
            struct buffer line = { 0 };
            buffer_add_part(&line, text, length);
            buffer_add(page, is_open ? "<br>\n" : "<p>");
            html_add(page, buffer_text(&line));
            buffer_clear(&line);
        } else if (is_open) {
            buffer_add(page, "</p>\n");
        }
        is_open = length > 0;
        text += length + (text[length] == '\n');
    }
    if (is_open)
        buffer_add(page, "</p>\n");
}

void
html_add_encoded(struct buffer *page, const char *text)
{
    for (const char *c = text; c && *c; c++)
        if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
            (*c >= '0' && *c <= '9') || strchr("-._~", *c))
            buffer_add_char(page, *c);
        else
            buffer_addf(page, "%%%02X", (unsigned char)*c);
}

/* --- Markdown */

static void
add_run(struct buffer *page, const struct markdown_run *run)
{
    if (strcmp(run->text, "\n") == 0) {
        buffer_add(page, "<br>\n");
        return;
    }
    if (run->address) {
        buffer_add(page, "<a href=\"");
        html_add(page, run->address);
        buffer_add(page, "\">");
    }
    buffer_add(page, run->style & MARKDOWN_BOLD ? "<strong>" : "");
    buffer_add(page, run->style & MARKDOWN_ITALIC ? "<em>" : "");
    buffer_add(page, run->style & MARKDOWN_MONO ? "<code>" : "");
    html_add(page, run->text);
    buffer_add(page, run->style & MARKDOWN_MONO ? "</code>" : "");
    buffer_add(page, run->style & MARKDOWN_ITALIC ? "</em>" : "");
    buffer_add(page, run->style & MARKDOWN_BOLD ? "</strong>" : "");
    buffer_add(page, run->address ? "</a>" : "");
}

static void
add_runs(struct buffer *page, const struct markdown *markdown,
         const struct markdown_part *part)
{
    for (size_t i = 0; i < part->runs; i++)
        add_run(page, &markdown->runs.items[part->first + i]);
}

static void
add_list(struct buffer *page, int first)
{
    if (first < 0)
        buffer_add(page, "<ul>\n");
    else if (first == 1)
        buffer_add(page, "<ol>\n");
    else
        buffer_addf(page, "<ol start=\"%d\">\n", first);
}

/* Lists that are open, whether they are numbered; markdown_read() begins no more. */
struct lists {
    bool is_numbered[MARKDOWN_DEPTH_MOST];
    size_t count;
};

static void
add_part(struct buffer *page, const struct markdown *markdown,
         const struct markdown_part *part, int level, struct lists *lists)
{
    switch (part->kind) {
    case MARKDOWN_PARAGRAPH:
        buffer_add(page, "<p>");
        add_runs(page, markdown, part);
        buffer_add(page, "</p>\n");
        break;
    case MARKDOWN_HEADING:
        buffer_addf(page, "<h%d>", level);
        add_runs(page, markdown, part);
        buffer_addf(page, "</h%d>\n", level);
        break;
    case MARKDOWN_CODE:
        buffer_add(page, "<pre>");
        add_runs(page, markdown, part);
        buffer_add(page, "</pre>\n");
        break;
    case MARKDOWN_LINE:
        buffer_add(page, "<hr>\n");
        break;
    case MARKDOWN_LIST:
        lists->is_numbered[lists->count++] = part->number >= 0;
        add_list(page, part->number);
        break;
    case MARKDOWN_LIST_END:
        buffer_add(page, lists->is_numbered[--lists->count] ? "</ol>\n" : "</ul>\n");
        break;
    case MARKDOWN_ITEM:
        buffer_add(page, "<li>");
        break;
    case MARKDOWN_ITEM_END:
        buffer_add(page, "</li>\n");
        break;
    case MARKDOWN_QUOTE:
        buffer_add(page, "<blockquote>\n");
        break;
    case MARKDOWN_QUOTE_END:
        buffer_add(page, "</blockquote>\n");
        break;
    }
}

void
html_add_markdown(struct buffer *page, const struct markdown *markdown, int level)
{
    struct lists lists = { 0 };

    for (size_t i = 0; i < markdown->parts.count; i++)
        add_part(page, markdown, &markdown->parts.items[i], level, &lists);
}
