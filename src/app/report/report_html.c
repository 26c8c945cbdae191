/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_html.c - the report as one page of the web that stands alone */
#include <inttypes.h>

#include "atelier/app/report_writers.h"
#include "atelier/base/language.h"
#include "report/html_text.h"
#include "report/report_html_head.h"
#include "report/report_outline.h"
#include "report/report_words.h"

enum {
    HEADING_OF_SECTION = 3,
    HEADING_BELOW = 4,
    STEP = 20 /* points of the page to the right, of an entry that belongs to another */
};

struct html {
    const struct report_document *document;
    struct buffer *page;
};

/* --- sections */

static void
write_section(void *context, const char *name, const char *title)
{
    struct buffer *page = ((struct html *)context)->page;

    buffer_addf(page, "<section id=\"%s\">\n", name);
    html_add_between(page, "<h2>", title, "</h2>\n");
}

static void
write_section_end(void *context)
{
    buffer_add(((struct html *)context)->page, "</section>\n");
}

static void
write_heading(void *context, const char *title)
{
    html_add_between(((struct html *)context)->page, "<h3>", title, "</h3>\n");
}

static void
write_text(void *context, const char *text)
{
    html_add_paragraphs(((struct html *)context)->page, text);
}

static void
write_facts(void *context, const struct report_fact_list *facts)
{
    struct buffer *page = ((struct html *)context)->page;

    buffer_add(page, "<dl>\n");
    for (size_t i = 0; i < facts->count; i++) {
        html_add_between(page, "<dt>", facts->items[i].label, "</dt>\n");
        html_add_between(page, "<dd>", facts->items[i].value, "</dd>\n");
    }
    buffer_add(page, "</dl>\n");
}

/* --- tables */

static void
add_heads(struct buffer *page, const char *first, const char *second, const char *third)
{
    buffer_add(page, "<thead>\n<tr>");
    html_add_between(page, "<th scope=\"col\">", first, "</th>");
    html_add_between(page, "<th scope=\"col\">", second, "</th>");
    html_add_between(page, "<th scope=\"col\">", third, "</th>");
    buffer_add(page, "</tr>\n</thead>\n<tbody>\n");
}

static void
add_people(struct buffer *page, const struct report_organisation *organisation)
{
    struct buffer text = { 0 };

    for (size_t i = 0; i < organisation->people.count; i++) {
        buffer_reset(&text);
        report_words_add_person(&organisation->people.items[i], &text);
        html_add_between(page, i > 0 ? "<br>\n" : "", buffer_text(&text), "");
    }
    if (organisation->people.count == 0 && organisation->count > 0) {
        report_words_add_count(organisation->count, &text);
        html_add_between(page, "<span class=\"whole\">", buffer_text(&text), "</span>");
    }
    buffer_clear(&text);
}

static void
write_people(void *context, const char *title,
             const struct report_organisation_list *list)
{
    struct buffer *page = ((struct html *)context)->page;

    html_add_between(page, "<table class=\"people\">\n<caption>", title, "</caption>\n");
    add_heads(page, _("Organisation"), _("Category"), _("People"));
    for (size_t i = 0; i < list->count; i++) {
        const struct report_organisation *organisation = &list->items[i];
        html_add_between(page, "<tr><th scope=\"row\">", organisation->name, "</th>");
        html_add_between(page, "<td>", organisation->category, "</td><td>");
        add_people(page, organisation);
        buffer_add(page, "</td></tr>\n");
    }
    buffer_add(page, "</tbody>\n</table>\n");
}

static void
write_programme(void *context, const struct report_part_list *parts)
{
    struct buffer *page = ((struct html *)context)->page;
    struct buffer people = { 0 };

    buffer_add(page, "<table>\n");
    add_heads(page, _("Hours"), _("Programme"), _("Room"));
    for (size_t i = 0; i < parts->count; i++) {
        const struct report_part *part = &parts->items[i];
        html_add_between(page, "<tr><td>", part->hours, "</td>");
        html_add_between(page, "<th scope=\"row\">", part->title, "");
        buffer_reset(&people);
        report_words_add_people(part, &people);
        if (people.length > 0)
            html_add_between(page, "<br>\n<span class=\"quiet\">", buffer_text(&people),
                             "</span>");
        html_add_between(page, "</th><td>", part->room, "</td></tr>\n");
    }
    buffer_add(page, "</tbody>\n</table>\n");
    buffer_clear(&people);
}

static void
write_project(void *context, const struct report_project *project)
{
    const struct html *html = context;
    struct buffer holder = { 0 };
    struct markdown summary = { 0 };

    html_add_between(html->page, "<h3>", project->title, "</h3>\n");
    report_words_add_holder(project, &holder);
    if (holder.length > 0)
        html_add_between(html->page, "<p class=\"quiet\">", buffer_text(&holder),
                         "</p>\n");
    markdown_read(project->summary, html->document->language, &summary);
    html_add_markdown(html->page, &summary, HEADING_BELOW);
    markdown_clear(&summary);
    buffer_clear(&holder);
}

/* --- entries */

static const char *
class_of(const struct report_line *line)
{
    static const char *const classes[] = {
        [ENTRY_FINDING] = "finding",
        [ENTRY_QUESTION] = "question",
        [ENTRY_ATTENTION] = "attention",
        [ENTRY_QUOTE] = "quote",
        [ENTRY_RECOMMENDATION] = "recommendation",
        [ENTRY_DECISION] = "decision",
        [ENTRY_CONCLUSION] = "conclusion",
        [ENTRY_REMARK] = "remark",
    };
    _Static_assert(sizeof classes / sizeof classes[0] == ENTRY_KIND_COUNT,
                   "each kind has a class");

    return line->kind >= 0 && line->kind < ENTRY_KIND_COUNT ? classes[line->kind] : "";
}

static void
add_text(const struct html *html, const struct report_line *line, int level)
{
    struct markdown text = { 0 };
    const bool is_quote = line->kind == ENTRY_QUOTE;

    markdown_read(line->text, html->document->language, &text);
    buffer_add(html->page, is_quote ? "<blockquote>\n" : "");
    html_add_markdown(html->page, &text, level);
    if (is_quote && line->said_by)
        html_add_between(html->page, "<p>— <cite>", line->said_by, "</cite></p>\n");
    buffer_add(html->page, is_quote ? "</blockquote>\n" : "");
    markdown_clear(&text);
}

static void
write_line(void *context, const struct report_line *line, const char *label,
           bool has_heading)
{
    const struct html *html = context;
    struct buffer note = { 0 };

    buffer_addf(html->page, "<div class=\"entry %s\"", class_of(line));
    if (line->indent > 0) /* here and in points: all that word processors know */
        buffer_addf(html->page, " style=\"margin-left:%" PRId64 "px\"",
                    line->indent * STEP);
    buffer_add(html->page, ">\n");
    if (label)
        html_add_between(html->page, "<p class=\"label\"><strong>", label,
                         "</strong></p>\n");
    add_text(html, line, has_heading ? HEADING_BELOW : HEADING_OF_SECTION);
    report_words_add_note(line, &note);
    if (note.length > 0)
        html_add_between(html->page, "<p class=\"note\">", buffer_text(&note), "</p>\n");
    buffer_add(html->page, "</div>\n");
    buffer_clear(&note);
}

void
report_html(const struct report_document *document, struct buffer *page)
{
    report_html_in_site(document, NULL, page);
}

void
report_html_in_site(const struct report_document *document, const struct report_way *way,
                    struct buffer *page)
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
    };
    struct html html = { document, page };
    char *spoken = report_words_begin(document);

    report_html_begin(document, way, page);
    report_outline_write(document, &writer, &html);
    report_html_end(document, page);
    report_words_end(spoken);
}
