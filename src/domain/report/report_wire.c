/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_wire.c - a report, kept and read again: the records of printed_wire.h
 *
 * The first text of each thing comes under its letter, those behind it as its next ones;
 * numbers follow what they are of.
 */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/report_document.h"
#include "print/wire_reader.h"
#include "report/report_texts.h"

static const char report_begin[] = "atelier report 1\n";

enum report_record {
    RECORD_DOCUMENT = 'D',
    RECORD_FACT = 'F',
    RECORD_PRESENT = 'P',
    RECORD_REPRESENTED = 'S',
    RECORD_REMOTE = 'R',
    RECORD_EXCUSED = 'X',
    RECORD_PERSON = 'N', /* of the organisation before it */
    RECORD_PART = 'W',
    RECORD_PROJECT = 'J',
    RECORD_LINE = 'L',
    RECORD_CARRIED = 'C',
    RECORD_COUNT = 'c', /* of the organisation before it */
    RECORD_KIND = 'k',  /* of the line before it, as the next one */
    RECORD_INDENT = 'i'
};

enum { COUNT_MOST = 1000000 };

/* --- writing */

static void
put(struct buffer *wire, char letter, char **const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        wire_put(wire, i == 0 ? letter : WIRE_NEXT, *texts[i]);
}

static void
put_organisations(struct buffer *wire, char letter,
                  const struct report_organisation_list *list)
{
    report_texts texts;

    for (size_t i = 0; i < list->count; i++) {
        struct report_organisation *own = &list->items[i];
        put(wire, letter, texts, report_texts_of_organisation(own, texts));
        wire_put_number(wire, RECORD_COUNT, own->count);
        for (size_t j = 0; j < own->people.count; j++)
            put(wire, RECORD_PERSON, texts,
                report_texts_of_person(&own->people.items[j], texts));
    }
}

static void
put_lines(struct buffer *wire, char letter, const struct report_line_list *list)
{
    report_texts texts;

    for (size_t i = 0; i < list->count; i++) {
        put(wire, letter, texts, report_texts_of_line(&list->items[i], texts));
        wire_put_number(wire, RECORD_KIND, list->items[i].kind);
        wire_put_number(wire, RECORD_INDENT, list->items[i].indent);
    }
}

void
report_document_add_wire(struct buffer *wire, const struct report_document *document)
{
    struct report_document own = *document; /* its texts are only looked at */
    report_texts texts;

    buffer_add(wire, report_begin);
    put(wire, RECORD_DOCUMENT, texts, report_texts_of_document(&own, texts));
    wire_put_bytes(wire, &document->logo);
    for (size_t i = 0; i < own.facts.count; i++)
        put(wire, RECORD_FACT, texts, report_texts_of_fact(&own.facts.items[i], texts));
    put_organisations(wire, RECORD_PRESENT, &own.present);
    put_organisations(wire, RECORD_REPRESENTED, &own.represented);
    put_organisations(wire, RECORD_REMOTE, &own.remote);
    put_organisations(wire, RECORD_EXCUSED, &own.excused);
    for (size_t i = 0; i < own.parts.count; i++)
        put(wire, RECORD_PART, texts, report_texts_of_part(&own.parts.items[i], texts));
    for (size_t i = 0; i < own.projects.count; i++)
        put(wire, RECORD_PROJECT, texts,
            report_texts_of_project(&own.projects.items[i], texts));
    put_lines(wire, RECORD_LINE, &own.lines);
    put_lines(wire, RECORD_CARRIED, &own.carried);
    wire_put(wire, WIRE_END, NULL);
}

/* --- reading */

struct reading {
    struct wire_reader reader;
    struct report_document *document;
    struct report_organisation *organisation; /* begun last, and the line; or NULL */
    struct report_line *line;
};

static void
take(struct reading *r, char **const *texts, size_t count)
{
    wire_take(&r->reader, texts[0]);
    wire_expect(&r->reader, texts + 1, count - 1);
}

static bool
take_organisation(struct reading *r, struct report_organisation_list *list,
                  struct error *err)
{
    report_texts texts;

    if (list->count == REPORT_ITEMS_MOST)
        return wire_refuse_much(err);
    r->organisation = report_document_add_organisation(list);
    take(r, texts, report_texts_of_organisation(r->organisation, texts));
    return true;
}

static bool
take_person(struct reading *r, struct error *err)
{
    report_texts texts;

    if (!r->organisation)
        return wire_refuse(err);
    if (r->organisation->people.count == REPORT_ITEMS_MOST)
        return wire_refuse_much(err);
    take(r, texts,
         report_texts_of_person(report_document_add_person(r->organisation), texts));
    return true;
}

static bool
take_line(struct reading *r, struct report_line_list *list, struct error *err)
{
    report_texts texts;

    if (list->count == REPORT_ITEMS_MOST)
        return wire_refuse_much(err);
    r->line = report_document_add_line(list);
    take(r, texts, report_texts_of_line(r->line, texts));
    return true;
}

static bool
take_number(const struct reading *r, struct error *err)
{
    switch (r->reader.letter) {
    case RECORD_COUNT:
        return r->organisation ? wire_take_number(&r->reader, COUNT_MOST,
                                                  &r->organisation->count, err)
                               : wire_refuse(err);
    case RECORD_KIND:
        return r->line ? wire_take_number(&r->reader, ENTRY_KIND_COUNT - 1,
                                          &r->line->kind, err)
                       : wire_refuse(err);
    case RECORD_INDENT:
        return r->line ? wire_take_number(&r->reader, REPORT_INDENT_MOST,
                                          &r->line->indent, err)
                       : wire_refuse(err);
    default:
        return wire_refuse(err);
    }
}

static bool
take_simple(struct reading *r, struct error *err)
{
    struct report_document *document = r->document;
    report_texts texts;

    if (document->facts.count == REPORT_ITEMS_MOST ||
        document->parts.count == REPORT_ITEMS_MOST ||
        document->projects.count == REPORT_ITEMS_MOST)
        return wire_refuse_much(err);
    switch (r->reader.letter) {
    case RECORD_FACT:
        take(r, texts, report_texts_of_fact(report_document_add_fact(document), texts));
        return true;
    case RECORD_PART:
        take(r, texts, report_texts_of_part(report_document_add_part(document), texts));
        return true;
    case RECORD_PROJECT:
        take(r, texts,
             report_texts_of_project(report_document_add_project(document), texts));
        return true;
    case WIRE_BYTES:
        wire_take_bytes(&r->reader, &document->logo);
        return true;
    default:
        return take_number(r, err);
    }
}

static bool
take_record(struct reading *r, struct error *err)
{
    struct report_document *document = r->document;
    report_texts texts;

    if (r->reader.letter == WIRE_NEXT)
        return wire_take_next(&r->reader, err);
    wire_expect(&r->reader, NULL, 0);
    switch (r->reader.letter) {
    case RECORD_DOCUMENT:
        take(r, texts, report_texts_of_document(document, texts));
        return true;
    case RECORD_PRESENT:
        return take_organisation(r, &document->present, err);
    case RECORD_REPRESENTED:
        return take_organisation(r, &document->represented, err);
    case RECORD_REMOTE:
        return take_organisation(r, &document->remote, err);
    case RECORD_EXCUSED:
        return take_organisation(r, &document->excused, err);
    case RECORD_PERSON:
        return take_person(r, err);
    case RECORD_LINE:
        return take_line(r, &document->lines, err);
    case RECORD_CARRIED:
        return take_line(r, &document->carried, err);
    default:
        return take_simple(r, err);
    }
}

bool
report_document_read_wire(const char *bytes, size_t length,
                          struct report_document *document, struct error *err)
{
    if (!wire_begins(bytes, length, report_begin))
        return wire_refuse(err);
    struct reading r = { .reader = wire_start(bytes, length, report_begin),
                         .document = document };
    r.reader.text_most = REPORT_TEXT_MOST;
    bool ok;
    while ((ok = wire_read(&r.reader, err)) && r.reader.letter != WIRE_END)
        if (!take_record(&r, err))
            return false;
    return ok && (r.reader.left == 0 || wire_refuse(err));
}
