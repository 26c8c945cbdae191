/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_document.h - the report of a meeting as it is published, in its last words
 *
 * What app knows, put into words: days, names and states are texts of the language, and
 * whoever writes it as a page looks nothing up.  It holds nothing that may not be read by
 * everybody.  A text that is NULL is not written.
 */
#ifndef ATELIER_DOMAIN_REPORT_DOCUMENT_H
#define ATELIER_DOMAIN_REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/domain/report_entry.h"

struct report_fact {
    char *label;
    char *value;
};

struct report_person {
    char *name;
    char *function;
};

struct report_person_list {
    struct report_person *items;
    size_t count;
    size_t capacity;
};

struct report_organisation {
    char *name;
    char *category;
    int64_t count;                    /* how many came of it */
    struct report_person_list people; /* none where names may not stand */
};

/* Of the programme: a workshop or an item. */
struct report_part {
    char *title;
    char *hours;
    char *room;
    char *leaders;
    char *speakers;
};

struct report_project {
    char *title;
    char *holder;
    char *territory;
    char *summary; /* Markdown */
};

/* An entry.  One that is indented deeper than the one above it belongs to that. */
struct report_line {
    int64_t kind; /* an enum report_entry_kind */
    int64_t indent;
    char *text;     /* Markdown */
    char *about;    /* the workshop, item or project */
    char *owner;    /* a person or an organisation */
    char *due;      /* "30 June 2017" */
    char *said_by;  /* of a quote */
    char *from;     /* of one from before: the meeting and its day */
    char *standing; /* of one that was settled: "done", "dropped: no budget" */
};

struct report_fact_list {
    struct report_fact *items;
    size_t count;
    size_t capacity;
};
struct report_organisation_list {
    struct report_organisation *items;
    size_t count;
    size_t capacity;
};
struct report_part_list {
    struct report_part *items;
    size_t count;
    size_t capacity;
};
struct report_project_list {
    struct report_project *items;
    size_t count;
    size_t capacity;
};
struct report_line_list {
    struct report_line *items;
    size_t count;
    size_t capacity;
};

struct report_document {
    char *language; /* "fr": of all texts, and of the headings around them */
    char *made_at;  /* 2017-03-17T16:40:00Z, for the document's own date */

    char *office;       /* whose page it is */
    char *about_office; /* what the network is, in lines */
    char *address;
    char *funding;
    struct buffer logo; /* a PNG, or nothing */
    char *contact_name;
    char *contact_email;
    char *contact_phone;
    char *website;
    char *page_address; /* where this page will stand, https://...; NULL: not known */

    char *group;
    char *title;
    char *theme;
    char *description;
    char *day;   /* "Thursday 16 March 2017" */
    char *hours; /* "09:30–16:30" */
    char *place;
    char *start_iso; /* 2017-03-16T09:30:00+01:00 */
    char *end_iso;
    char *mode; /* of schema.org: "offline", "online", "mixed" */

    char *number;   /* "Report no. 4" */
    char *version;  /* "Version 2" */
    char *standing; /* "Draft", "Final, 18 March 2017" */
    char *approval; /* what is proposed of the last report, or was approved */

    struct report_fact_list facts; /* figures: who came, of whom; one a line */
    char *present_title;           /* of those present; NULL: that they were */
    struct report_organisation_list present;
    struct report_organisation_list represented;
    struct report_organisation_list remote;
    struct report_organisation_list excused;
    struct report_part_list parts;
    struct report_project_list projects;
    struct report_line_list lines;
    struct report_line_list carried; /* from before: open, or settled since */
};

enum {
    REPORT_TEXT_MOST = 20000,  /* bytes */
    REPORT_ITEMS_MOST = 20000, /* of one list */
    REPORT_INDENT_MOST = 3
};

void report_document_clear(struct report_document *document);

/* Every text of it, which the visitor may replace by another, or by NULL. */
void report_document_each_text(struct report_document *document,
                               void (*visit)(void *context, char **text), void *context);

/* Each adds an empty one, which the caller fills with texts that the document then owns.
 */
struct report_fact *report_document_add_fact(struct report_document *document);
struct report_organisation *
report_document_add_organisation(struct report_organisation_list *list);
struct report_person *
report_document_add_person(struct report_organisation *organisation);
struct report_part *report_document_add_part(struct report_document *document);
struct report_project *report_document_add_project(struct report_document *document);
struct report_line *report_document_add_line(struct report_line_list *list);

/* Over the wire, as printed_wire.h has it: how a report is kept that became final. */
void report_document_add_wire(struct buffer *wire,
                              const struct report_document *document);

/* Reads into an empty one, which the caller clears.  ERROR_INPUT: it is not whole, or too
 * much. */
bool report_document_read_wire(const char *bytes, size_t length,
                               struct report_document *document, struct error *err);

#endif
