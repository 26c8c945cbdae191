/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_sheet.h - an attendance sheet as it is printed: every text in its last words
 *
 * What app knows, put into words for paper; whoever prints it looks nothing up and
 * translates nothing.  A text that is NULL is not printed.
 */
#ifndef ATELIER_DOMAIN_PRINTED_SHEET_H
#define ATELIER_DOMAIN_PRINTED_SHEET_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/domain/printed_office.h"

/* A column to sign in. */
struct printed_slot {
    char *label;
    char *hours;
};

/* What stands above the table: "Place", "Salle du Conseil, Lille". */
struct printed_fact {
    char *label;
    char *value;
};

/* Who signs for the meeting: "Chair", "Colas, Léo". */
struct printed_signer {
    char *role;
    char *name;   /* NULL: a line without a name */
    char *family; /* of that name, for sheet_rows.h; not printed */
    char *given;
};

/* Whoever is expected, as copied on the registration (rule 7). */
struct printed_person {
    int64_t registration; /* whose row it is; not printed */
    char *name;
    char *family; /* of that name, for sheet_rows.h; not printed */
    char *given;
    char *organisation;
    char *function;
    char *category; /* and the role, of who is no participant */
    bool remote;    /* stands apart, and signs nothing here */
};

struct printed_slot_list {
    struct printed_slot *items;
    size_t count;
    size_t capacity;
};
struct printed_fact_list {
    struct printed_fact *items;
    size_t count;
    size_t capacity;
};
struct printed_signer_list {
    struct printed_signer *items;
    size_t count;
    size_t capacity;
};
struct printed_person_list {
    struct printed_person *items;
    size_t count;
    size_t capacity;
};

struct printed_sheet {
    char *language; /* "fr": how the scripts are written that depend on it */
    char *kind;     /* what the paper is called: "Attendance sheet" */
    struct printed_office office;
    char *title;
    char *group;
    char *made_at; /* 2027-03-12T16:40:00Z, for the document's own date */
    char *version; /* the foot: version and hour of printing */
    char *page;    /* "Page", before 1/3 */

    /* Above the columns and the parts of the table. */
    char *name_heading;
    char *organisation_heading;
    char *remote_heading;
    char *blank_heading;
    char *signer_heading;
    char *remote_word; /* in place of a signature */

    struct printed_fact_list facts;
    struct printed_signer_list signers;
    struct printed_slot_list slots;
    struct printed_person_list people; /* those who are remote behind the others */
    int64_t blank;                     /* rows for who comes unexpected */
};

/* The greatest that is printed: more is a mistake. */
enum {
    PRINTED_TEXT_MOST = 4000, /* bytes */
    PRINTED_SLOTS_MOST = 60,
    PRINTED_SIGNERS_MOST = 100,
    PRINTED_FACTS_MOST = 40,
    PRINTED_PEOPLE_MOST = 100000,
    PRINTED_BLANK_MOST = 500
};

void printed_sheet_clear(struct printed_sheet *sheet);

/* Calls who was erased so in the language of the sheet, wherever they stand on it. */
void printed_sheet_say_erased(struct printed_sheet *sheet);

/* Each adds an empty one, which the caller fills with texts that the sheet then owns. */
struct printed_slot *printed_sheet_add_slot(struct printed_sheet *sheet);
struct printed_fact *printed_sheet_add_fact(struct printed_sheet *sheet);
struct printed_signer *printed_sheet_add_signer(struct printed_sheet *sheet);
struct printed_person *printed_sheet_add_person(struct printed_sheet *sheet);

/* Puts who is remote behind the others; each part stays in its order. */
void printed_sheet_part(struct printed_sheet *sheet);

#endif
