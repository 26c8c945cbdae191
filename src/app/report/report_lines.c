/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_lines.c - a report in lines of text */
#include "report/report_lines.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "report/report_outline.h"
#include "report/report_words.h"

enum { TITLE = 1, SECTION = 2, HEADING = 3 };

void
report_lines_part(struct report_lines *lines)
{
    if (lines->begun && !margin_waits(&lines->margin))
        margin_add_blank(&lines->margin, lines->page);
    lines->begun = true;
}

static void
write_heading(struct report_lines *lines, int level, const char *text)
{
    report_lines_part(lines);
    lines->style->heading(lines, level, text);
}

static void
write_plain(struct report_lines *lines, const char *text)
{
    if (!text || !*text)
        return;
    report_lines_part(lines);
    lines->style->plain(lines, text);
}

/* Each of its lines is one; empty ones part paragraphs. */
static void
write_several(struct report_lines *lines, const char *text)
{
    while (text && *text) {
        const size_t length = strcspn(text, "\n");
        char *line = memory_copy_part(text, length);
        write_plain(lines, line);
        free(line);
        text += length + (text[length] == '\n');
    }
}

static void
write_item(struct report_lines *lines, const char *text)
{
    margin_push_item(&lines->margin, -1);
    lines->style->plain(lines, text);
    margin_pop(&lines->margin);
}

/* --- Markdown */

static void
begin_list(struct report_lines *lines)
{
    if (lines->lists++ == 0 && !margin_waits(&lines->margin))
        report_lines_part(lines);
}

static void
end_item(struct report_lines *lines)
{
    if (margin_waits(&lines->margin)) {
        margin_add(&lines->margin, lines->page);
        buffer_add_char(lines->page, '\n');
    }
    margin_pop(&lines->margin);
}

static void
write_rule(struct report_lines *lines)
{
    report_lines_part(lines);
    margin_add(&lines->margin, lines->page);
    buffer_addf(lines->page, "%s\n", lines->style->rule);
}

static void
write_part(struct report_lines *lines, const struct markdown *markdown,
           const struct markdown_part *part)
{
    const struct markdown_run *runs =
        part->runs > 0 ? &markdown->runs.items[part->first] : NULL;

    switch (part->kind) {
    case MARKDOWN_PARAGRAPH:
    case MARKDOWN_HEADING:
        report_lines_part(lines);
        lines->style->runs(lines, runs, part->runs);
        break;
    case MARKDOWN_CODE:
        report_lines_part(lines);
        lines->style->code(lines, runs ? runs->text : "");
        break;
    case MARKDOWN_LINE:
        write_rule(lines);
        break;
    case MARKDOWN_LIST:
        begin_list(lines);
        break;
    case MARKDOWN_LIST_END:
        lines->lists--;
        break;
    case MARKDOWN_ITEM:
        margin_push_item(&lines->margin, part->number);
        break;
    case MARKDOWN_ITEM_END:
        end_item(lines);
        break;
    case MARKDOWN_QUOTE:
        report_lines_part(lines);
        margin_push(&lines->margin, "> ", "> ");
        lines->begun = false;
        break;
    case MARKDOWN_QUOTE_END:
        margin_pop(&lines->margin);
        lines->begun = true;
        break;
    }
}

static void
write_markdown(struct report_lines *lines, const char *text)
{
    struct markdown markdown = { 0 };

    markdown_read(text, lines->document->language, &markdown);
    for (size_t i = 0; i < markdown.parts.count; i++)
        write_part(lines, &markdown, &markdown.parts.items[i]);
    markdown_clear(&markdown);
}

/* --- sections */

static void
section(void *context, const char *name, const char *title)
{
    (void)name;
    write_heading(context, SECTION, title);
}

static void
section_end(void *context)
{
    (void)context;
}

static void
heading(void *context, const char *title)
{
    write_heading(context, HEADING, title);
}

static void
text(void *context, const char *plain)
{
    write_several(context, plain);
}

static void
facts(void *context, const struct report_fact_list *list)
{
    struct report_lines *lines = context;
    struct buffer fact = { 0 };

    report_lines_part(lines);
    for (size_t i = 0; i < list->count; i++) {
        buffer_reset(&fact);
        /* TRANSLATORS: a fact and its value, "Present: 40" */
        buffer_addf(&fact, _("%s: %s"), list->items[i].label ? list->items[i].label : "",
                    list->items[i].value ? list->items[i].value : "");
        write_item(lines, buffer_text(&fact));
    }
    buffer_clear(&fact);
}

static void
people(void *context, const char *title, const struct report_organisation_list *list)
{
    struct report_lines *lines = context;
    struct buffer line = { 0 };

    report_lines_part(lines);
    lines->style->strong(lines, title);
    report_lines_part(lines);
    for (size_t i = 0; i < list->count; i++) {
        const struct report_organisation *organisation = &list->items[i];
        buffer_reset(&line);
        buffer_add(&line, organisation->name);
        if (organisation->category)
            buffer_addf(&line, " (%s)", organisation->category);
        for (size_t j = 0; j < organisation->people.count; j++) {
            buffer_add(&line, j > 0 ? "; " : " · ");
            report_words_add_person(&organisation->people.items[j], &line);
        }
        if (organisation->people.count == 0 && organisation->count > 0)
            buffer_addf(&line, " · %" PRId64, organisation->count);
        write_item(lines, buffer_text(&line));
    }
    buffer_clear(&line);
}

static void
programme(void *context, const struct report_part_list *parts)
{
    struct report_lines *lines = context;
    struct buffer line = { 0 };

    report_lines_part(lines);
    for (size_t i = 0; i < parts->count; i++) {
        const struct report_part *part = &parts->items[i];
        buffer_reset(&line);
        if (part->hours)
            buffer_addf(&line, "%s ", part->hours);
        buffer_add(&line, part->title);
        if (part->room)
            buffer_addf(&line, " · %s", part->room);
        if (part->leaders || part->speakers)
            buffer_add(&line, " · ");
        report_words_add_people(part, &line);
        write_item(lines, buffer_text(&line));
    }
    buffer_clear(&line);
}

static void
project(void *context, const struct report_project *own)
{
    struct report_lines *lines = context;
    struct buffer holder = { 0 };

    write_heading(lines, HEADING, own->title ? own->title : "");
    report_words_add_holder(own, &holder);
    write_plain(lines, buffer_text(&holder));
    write_markdown(lines, own->summary);
    buffer_clear(&holder);
}

static void
line(void *context, const struct report_line *own, const char *label, bool has_heading)
{
    struct report_lines *lines = context;
    const bool is_quote = own->kind == ENTRY_QUOTE;
    struct buffer note = { 0 };

    (void)has_heading;
    for (int64_t i = 0; i < own->indent && i < REPORT_INDENT_MOST; i++)
        margin_push(&lines->margin, lines->style->step, lines->style->step);
    if (label) {
        report_lines_part(lines);
        lines->style->strong(lines, label);
    }
    if (is_quote) {
        report_lines_part(lines);
        margin_push(&lines->margin, "> ", "> ");
        lines->begun = false;
    }
    write_markdown(lines, own->text);
    if (is_quote && own->said_by) {
        buffer_addf(&note, "— %s", own->said_by);
        write_plain(lines, buffer_text(&note));
        buffer_reset(&note);
    }
    if (is_quote)
        margin_pop(&lines->margin);
    report_words_add_note(own, &note);
    write_plain(lines, buffer_text(&note));
    for (int64_t i = 0; i < own->indent && i < REPORT_INDENT_MOST; i++)
        margin_pop(&lines->margin);
    buffer_clear(&note);
}

static void
contact(void *context)
{
    struct report_lines *lines = context;
    const struct report_document *document = lines->document;

    write_plain(lines, document->contact_name);
    write_plain(lines, document->contact_email);
    write_plain(lines, document->contact_phone);
    write_plain(lines, document->website);
}

/* --- all of it */

static void
write_head(struct report_lines *lines)
{
    const struct report_document *document = lines->document;
    struct buffer words = { 0 };

    write_heading(lines, TITLE, document->title ? document->title : _("Report"));
    write_plain(lines, document->theme);
    report_words_add_when(document, &words);
    write_plain(lines, buffer_text(&words));
    write_plain(lines, document->place);
    write_plain(lines, document->group);
    buffer_reset(&words);
    report_words_add_standing(document, &words);
    write_plain(lines, buffer_text(&words));
    write_several(lines, document->description);
    buffer_clear(&words);
}

void
report_lines_write(struct report_lines *lines)
{
    static const struct report_writer writer = {
        .section = section,
        .section_end = section_end,
        .heading = heading,
        .text = text,
        .facts = facts,
        .people = people,
        .programme = programme,
        .project = project,
        .line = line,
        .contact = contact,
    };
    char *spoken = report_words_begin(lines->document);

    write_head(lines);
    report_outline_write(lines->document, &writer, lines);
    if (lines->document->page_address)
        write_plain(lines, lines->document->page_address);
    write_several(lines, lines->document->funding);
    report_words_end(spoken);
}
