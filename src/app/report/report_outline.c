/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_outline.c - what stands in a report, and in which order */
#include "report/report_outline.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/report_entry.h"
#include "report/report_words.h"

struct outline {
    const struct report_document *document;
    const struct report_writer *writer;
    void *page;
};

bool
report_outline_has_names(const struct report_organisation_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].people.count > 0)
            return true;
    return false;
}

bool
report_outline_has_contact(const struct report_document *document)
{
    return document->contact_name || document->contact_email || document->contact_phone ||
           document->website;
}

/* --- who came, and to what */

static void
write_network(const struct outline *o)
{
    const struct report_document *document = o->document;

    if (!document->about_office)
        return;
    o->writer->section(o->page, "network",
                       document->office ? document->office : _("The network"));
    o->writer->text(o->page, document->about_office);
    o->writer->section_end(o->page);
}

static void
write_people(const struct outline *o)
{
    const struct report_document *document = o->document;
    const struct {
        const char *title;
        const struct report_organisation_list *list;
    } parts[] = {
        { document->present_title ? document->present_title : _("Present"),
          &document->present },
        { _("Represented"), &document->represented },
        { _("Remote"), &document->remote },
        { language_in_context("report", NC_("report", "Excused")), &document->excused },
    };
    size_t count = document->facts.count;

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        count += parts[i].list->count;
    if (count == 0)
        return;
    o->writer->section(o->page, "people", _("Who came"));
    if (document->facts.count > 0)
        o->writer->facts(o->page, &document->facts);
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (parts[i].list->count > 0)
            o->writer->people(o->page, parts[i].title, parts[i].list);
    o->writer->section_end(o->page);
}

static void
write_programme(const struct outline *o)
{
    const struct report_document *document = o->document;

    if (document->parts.count > 0) {
        o->writer->section(o->page, "programme", _("Programme"));
        o->writer->programme(o->page, &document->parts);
        o->writer->section_end(o->page);
    }
    if (document->projects.count == 0)
        return;
    o->writer->section(o->page, "projects", _("Projects presented"));
    for (size_t i = 0; i < document->projects.count; i++)
        o->writer->project(o->page, &document->projects.items[i]);
    o->writer->section_end(o->page);
}

/* --- what was said */

/* What a line is.  A finding is what is said without a word, but behind what had one it
 * would read as a part of that; what belongs to it stands further in. */
static const char *
label_of(const struct report_line *line, const struct report_line *above)
{
    const char *label = report_words_kind(line->kind);

    if (!label && line->kind == ENTRY_FINDING && above && line->indent <= above->indent &&
        report_words_kind(above->kind))
        label = _("Finding");
    return label;
}

/* Of each line which stands at the head of it: the nearest above that is indented less,
 * and so on up. */
static size_t *
find_heads(const struct report_line_list *lines)
{
    size_t *heads = memory_new(lines->count + 1, sizeof(*heads));

    for (size_t i = 0; i < lines->count; i++) {
        const bool is_below =
            i > 0 && lines->items[i].indent > lines->items[heads[i - 1]].indent;
        heads[i] = is_below ? heads[i - 1] : i;
    }
    return heads;
}

static bool
is_about(const struct report_line *line, const char *about)
{
    return about && line->about ? strcmp(line->about, about) == 0
                                : !about && !line->about;
}

/* Those of one thing that it was about; true when there was one.  Written ones are marked
 * by a head behind the last. */
static bool
write_about(const struct outline *o, size_t *heads, const char *about, bool is_conclusion)
{
    const struct report_line_list *lines = &o->document->lines;
    const struct report_line *above = NULL;

    for (size_t i = 0; i < lines->count; i++) {
        if (heads[i] == lines->count)
            continue;
        const struct report_line *head = &lines->items[heads[i]];
        if ((head->kind == ENTRY_CONCLUSION) != is_conclusion ||
            (!is_conclusion && !is_about(head, about)))
            continue;
        if (!above && about)
            o->writer->heading(o->page, about);
        const struct report_line *line = &lines->items[i];
        o->writer->line(o->page, line, label_of(line, above), about != NULL);
        above = line;
        heads[i] = lines->count;
    }
    return above;
}

static size_t
count_heads(const struct report_line_list *lines, const size_t *heads, bool is_conclusion)
{
    size_t count = 0;

    for (size_t i = 0; i < lines->count; i++)
        count += heads[i] < lines->count &&
                 (lines->items[heads[i]].kind == ENTRY_CONCLUSION) == is_conclusion;
    return count;
}

/* What was about nothing first, then each thing in the order in which it came up. */
static void
write_discussion(const struct outline *o, size_t *heads)
{
    const struct report_line_list *lines = &o->document->lines;

    if (lines->count == 0)
        o->writer->text(o->page, _("Nothing has been written down yet."));
    if (count_heads(lines, heads, false) == 0)
        return;
    o->writer->section(o->page, "said", _("What was said"));
    (void)write_about(o, heads, NULL, false);
    for (size_t i = 0; i < lines->count; i++)
        if (heads[i] == i && lines->items[i].kind != ENTRY_CONCLUSION)
            (void)write_about(o, heads, lines->items[i].about, false);
    o->writer->section_end(o->page);
}

static void
write_carried(const struct outline *o)
{
    const struct report_document *document = o->document;

    if (document->carried.count == 0 && !document->approval)
        return;
    o->writer->section(o->page, "carried", _("From earlier meetings"));
    if (document->approval)
        o->writer->text(o->page, document->approval);
    for (size_t i = 0; i < document->carried.count; i++) {
        const struct report_line *line = &document->carried.items[i];
        o->writer->line(o->page, line, report_words_kind(line->kind), false);
    }
    o->writer->section_end(o->page);
}

static void
write_conclusion(const struct outline *o, size_t *heads)
{
    if (count_heads(&o->document->lines, heads, true) == 0)
        return;
    o->writer->section(o->page, "conclusion", _("Conclusion"));
    (void)write_about(o, heads, NULL, true);
    o->writer->section_end(o->page);
}

void
report_outline_write(const struct report_document *document,
                     const struct report_writer *writer, void *page)
{
    const struct outline o = { document, writer, page };
    size_t *heads = find_heads(&document->lines);

    write_network(&o);
    write_people(&o);
    write_programme(&o);
    write_discussion(&o, heads);
    write_carried(&o);
    write_conclusion(&o, heads);
    free(heads);
    if (writer->contact && report_outline_has_contact(document)) {
        writer->section(page, "contact", _("Contact"));
        writer->contact(page);
        writer->section_end(page);
    }
}
