/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_pages.c - the report as pages on paper */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/report_writers.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "report/markdown.h"
#include "report/report_outline.h"
#include "report/report_words.h"

struct paper {
    const struct report_document *document;
    struct printed_pages *pages;
    int indent; /* of what is written now */
    int quotes;
    bool set; /* the last two are */
};

static void
add(struct paper *paper, enum printed_block_kind kind, const char *text, const char *more)
{
    printed_pages_add(paper->pages, kind, text, more);
}

static void
add_known(struct paper *paper, enum printed_block_kind kind, const char *text)
{
    if (text && *text)
        add(paper, kind, text, NULL);
}

/* --- sections */

static void
write_section(void *context, const char *name, const char *title)
{
    (void)name;
    add(context, BLOCK_SECTION, title, NULL);
}

static void
write_section_end(void *context)
{
    (void)context;
}

static void
write_heading(void *context, const char *title)
{
    add(context, BLOCK_HEADING, title, NULL);
}

static void
write_text(void *context, const char *text)
{
    add_known(context, BLOCK_PROSE, text);
}

static void
write_facts(void *context, const struct report_fact_list *facts)
{
    struct paper *paper = context;

    add(paper, BLOCK_COLUMNS, "30 70", NULL);
    for (size_t i = 0; i < facts->count; i++) {
        add(paper, BLOCK_ROW, NULL, NULL);
        add(paper, BLOCK_CELL, facts->items[i].label, NULL);
        add(paper, BLOCK_CELL, facts->items[i].value, NULL);
    }
}

/* --- tables */

static void
add_heads(struct paper *paper, const char *widths, const char *const *heads)
{
    add(paper, BLOCK_COLUMNS, widths, NULL);
    add(paper, BLOCK_HEADS, NULL, NULL);
    for (size_t i = 0; i < 3; i++)
        add(paper, BLOCK_CELL, heads[i], NULL);
}

static void
add_organisation(struct paper *paper, const struct report_organisation *organisation)
{
    struct buffer people = { 0 };

    for (size_t i = 0; i < organisation->people.count; i++) {
        buffer_add(&people, i > 0 ? "\n" : "");
        report_words_add_person(&organisation->people.items[i], &people);
    }
    if (organisation->people.count == 0 && organisation->count > 0)
        buffer_addf(&people, "%" PRId64, organisation->count);
    add(paper, BLOCK_ROW, NULL, NULL);
    add(paper, BLOCK_CELL, organisation->name, NULL);
    add(paper, BLOCK_CELL, organisation->category, NULL);
    add(paper, BLOCK_CELL, buffer_text(&people), NULL);
    buffer_clear(&people);
}

static void
write_people(void *context, const char *title,
             const struct report_organisation_list *list)
{
    struct paper *paper = context;
    const char *const heads[] = { _("Organisation"), _("Category"), _("People") };

    add(paper, BLOCK_HEADING, title, NULL);
    add_heads(paper, report_outline_has_names(list) ? "45 30 50" : "60 45 20", heads);
    for (size_t i = 0; i < list->count; i++)
        add_organisation(paper, &list->items[i]);
}

static void
write_programme(void *context, const struct report_part_list *parts)
{
    struct paper *paper = context;
    const char *const heads[] = { _("Hours"), _("Programme"), _("Room") };
    struct buffer people = { 0 };

    add_heads(paper, "22 75 35", heads);
    for (size_t i = 0; i < parts->count; i++) {
        const struct report_part *part = &parts->items[i];
        buffer_reset(&people);
        report_words_add_people(part, &people);
        add(paper, BLOCK_ROW, NULL, NULL);
        add(paper, BLOCK_CELL, part->hours, NULL);
        add(paper, BLOCK_CELL, part->title,
            people.length > 0 ? buffer_text(&people) : NULL);
        add(paper, BLOCK_CELL, part->room, NULL);
    }
    buffer_clear(&people);
}

/* --- Markdown */

/* Where the next texts stand, unless they stand there already. */
static void
set_place(struct paper *paper, int indent, int quotes)
{
    char text[16];
    const int bounded = indent < PRINTED_INDENT_MOST ? indent : PRINTED_INDENT_MOST;

    if (paper->set && paper->indent == bounded && (paper->quotes > 0) == (quotes > 0))
        return;
    (void)snprintf(text, sizeof(text), "%d", bounded);
    add(paper, BLOCK_INDENT, text, quotes > 0 ? "|" : NULL);
    paper->indent = bounded;
    paper->quotes = quotes;
    paper->set = true;
}

static void
add_marks(struct buffer *text, unsigned style)
{
    if (style & MARKDOWN_BOLD)
        buffer_add_char(text, PRINTED_BOLD);
    if (style & MARKDOWN_ITALIC)
        buffer_add_char(text, PRINTED_ITALIC);
    if (style & MARKDOWN_MONO)
        buffer_add_char(text, PRINTED_MONO);
}

static void
add_runs(struct buffer *text, const struct markdown_run *runs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_marks(text, runs[i].style);
        buffer_add(text, runs[i].text);
        add_marks(text, runs[i].style);
        if (markdown_hides_address(runs + i, count - i))
            buffer_addf(text, " (%s)", runs[i].address);
    }
}

/* Where lists and quotes stand in a text, and the mark of the item that has begun. */
struct place {
    int indent;
    int quotes;
    char mark[16];
};

static void
write_paragraph(struct paper *paper, const struct markdown *markdown,
                const struct markdown_part *part, struct place *place)
{
    struct buffer text = { 0 };

    if (part->runs > 0)
        add_runs(&text, &markdown->runs.items[part->first], part->runs);
    set_place(paper, place->indent, place->quotes);
    if (part->kind == MARKDOWN_HEADING)
        add(paper, BLOCK_LABEL, buffer_text(&text), NULL);
    else if (place->mark[0])
        add(paper, BLOCK_ITEM, buffer_text(&text), place->mark);
    else
        add(paper, BLOCK_PROSE, buffer_text(&text), NULL);
    place->mark[0] = '\0';
    buffer_clear(&text);
}

static void
begin_item(struct place *place, int number)
{
    if (number < 0)
        (void)snprintf(place->mark, sizeof(place->mark), "•");
    else
        (void)snprintf(place->mark, sizeof(place->mark), "%d.", number);
}

static void
write_part(struct paper *paper, const struct markdown *markdown,
           const struct markdown_part *part, struct place *place)
{
    switch (part->kind) {
    case MARKDOWN_PARAGRAPH:
    case MARKDOWN_HEADING:
    case MARKDOWN_CODE:
        write_paragraph(paper, markdown, part, place);
        break;
    case MARKDOWN_LINE:
        set_place(paper, place->indent, place->quotes);
        add(paper, BLOCK_PROSE, "* * *", NULL);
        break;
    case MARKDOWN_LIST:
        place->indent++;
        break;
    case MARKDOWN_LIST_END:
        place->indent--;
        break;
    case MARKDOWN_ITEM:
        begin_item(place, part->number);
        break;
    case MARKDOWN_ITEM_END:
        place->mark[0] = '\0';
        break;
    case MARKDOWN_QUOTE:
        place->quotes++;
        break;
    case MARKDOWN_QUOTE_END:
        place->quotes--;
        break;
    }
}

static void
write_markdown(struct paper *paper, const char *text, int indent, int quotes)
{
    struct markdown markdown = { 0 };
    struct place place = { .indent = indent, .quotes = quotes };

    markdown_read(text, paper->document->language, &markdown);
    for (size_t i = 0; i < markdown.parts.count; i++)
        write_part(paper, &markdown, &markdown.parts.items[i], &place);
    markdown_clear(&markdown);
}

/* --- entries */

static void
write_project(void *context, const struct report_project *project)
{
    struct paper *paper = context;
    struct buffer holder = { 0 };

    add(paper, BLOCK_HEADING, project->title, NULL);
    report_words_add_holder(project, &holder);
    add_known(paper, BLOCK_QUIET, buffer_text(&holder));
    write_markdown(paper, project->summary, 0, 0);
    set_place(paper, 0, 0);
    buffer_clear(&holder);
}

static void
write_line(void *context, const struct report_line *line, const char *label,
           bool has_heading)
{
    struct paper *paper = context;
    const bool is_quote = line->kind == ENTRY_QUOTE;
    const int indent = (int)line->indent;
    struct buffer note = { 0 };

    (void)has_heading;
    set_place(paper, indent, 0);
    if (label)
        add(paper, BLOCK_LABEL, label, NULL);
    write_markdown(paper, line->text, indent, is_quote);
    if (is_quote && line->said_by) {
        buffer_addf(&note, "— %s", line->said_by);
        set_place(paper, indent, 1);
        add(paper, BLOCK_PROSE, buffer_text(&note), NULL);
        buffer_reset(&note);
    }
    report_words_add_note(line, &note);
    set_place(paper, indent, 0);
    if (note.length > 0) {
        char marked[2] = { PRINTED_ITALIC, '\0' };
        buffer_add(&note, marked);
        struct buffer whole = { 0 };
        buffer_addf(&whole, "%s%s", marked, buffer_text(&note));
        add(paper, BLOCK_PROSE, buffer_text(&whole), NULL);
        buffer_clear(&whole);
    }
    set_place(paper, 0, 0);
    buffer_clear(&note);
}

static void
write_contact(void *context)
{
    struct paper *paper = context;
    const struct report_document *document = paper->document;

    add_known(paper, BLOCK_PROSE, document->contact_name);
    add_known(paper, BLOCK_PROSE, document->contact_email);
    add_known(paper, BLOCK_PROSE, document->contact_phone);
    add_known(paper, BLOCK_PROSE, document->website);
}

/* --- all of it */

static void
fill_office(const struct report_document *document, struct printed_office *office)
{
    office->name = memory_copy(document->office);
    office->address = memory_copy(document->address);
    office->funding = memory_copy(document->funding);
    buffer_add_part(&office->logo, buffer_text(&document->logo), document->logo.length);
}

static void
write_head(struct paper *paper)
{
    const struct report_document *document = paper->document;
    struct buffer words = { 0 };

    add_known(paper, BLOCK_LEAD, document->group);
    add(paper, BLOCK_TITLE, document->title ? document->title : _("Report"), NULL);
    add_known(paper, BLOCK_LEAD, document->theme);
    report_words_add_when(document, &words);
    if (document->place)
        buffer_addf(&words, "%s%s", words.length > 0 ? "\n" : "", document->place);
    add_known(paper, BLOCK_TEXT, buffer_text(&words));
    buffer_reset(&words);
    report_words_add_standing(document, &words);
    add_known(paper, BLOCK_QUIET, buffer_text(&words));
    paper->pages->foot = memory_copy(words.length > 0 ? buffer_text(&words) : NULL);
    add_known(paper, BLOCK_PROSE, document->description);
    buffer_clear(&words);
}

void
report_pages(const struct report_document *document, struct printed_pages *pages)
{
    static const struct report_writer writer = {
        .section = write_section,
        .section_end = write_section_end,
        .heading = write_heading,
        .text = write_text,
        .facts = write_facts,
        .people = write_people,
        .programme = write_programme,
        .project = write_project,
        .line = write_line,
        .contact = write_contact,
    };
    struct paper paper = { .document = document, .pages = pages };
    char *spoken = report_words_begin(document);

    pages->language = memory_copy(document->language);
    pages->title = memory_copy(document->title ? document->title : _("Report"));
    pages->made_at = memory_copy(document->made_at);
    pages->page = memory_copy(_("Page"));
    fill_office(document, &pages->office);
    write_head(&paper);
    report_outline_write(document, &writer, &paper);
    report_words_end(spoken);
}
