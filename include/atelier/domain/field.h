/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field.h - what a row is made of, said once for forms, columns, options and JSON
 *
 * A noun declares each of its fields in one table: its name (the column's, the
 * option's and the JSON key's), its label, its kind and where it
 * lies in the noun's struct.  Storage, forms, the command line, the history and
 * the comparison of two versions all read that table.
 */
#ifndef ATELIER_DOMAIN_FIELD_H
#define ATELIER_DOMAIN_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/civil.h"
#include "atelier/base/error.h"

/* The member that a field of each kind lies in stands behind it. */
enum field_kind {
    FIELD_TEXT,       /* char *, one line; NULL when absent, never "" */
    FIELD_LINES,      /* char *, several lines */
    FIELD_EMAIL,      /* char * */
    FIELD_PHONE,      /* char * */
    FIELD_ZONE,       /* char *, an IANA name */
    FIELD_NUMBER,     /* int64_t, NUMBER_NONE when absent */
    FIELD_DURATION,   /* int64_t, minutes, NUMBER_NONE when absent */
    FIELD_BOOLEAN,    /* bool */
    FIELD_DATE,       /* struct date, zeroed when absent */
    FIELD_LOCAL_TIME, /* struct local_time, zeroed when absent */
    FIELD_INSTANT,    /* instant, INSTANT_NONE when absent */
    FIELD_CHOICE,     /* an enum counted from 0, named by the field's choices */
    FIELD_REFERENCE   /* int64_t, the id of a row of another noun; 0 when absent */
};

#define NUMBER_NONE INT64_MIN
#define INSTANT_NONE NUMBER_NONE /* one value: code may treat both alike */

enum field_flag {
    FIELD_REQUIRED = 1,
    FIELD_DERIVED = 2, /* worked out by the program: shown, stored, never typed */
    FIELD_HIDDEN = 4,  /* stored and exported as JSON, on no form */
    FIELD_MAIN = 8, /* on the short form that creates a row while doing something else */
    FIELD_CAPITALS = 16, /* a code: small letters are taken as capitals */
    FIELD_CONCERNS = 32, /* a reference: what is done to this row concerns that one, whose
                            history tells it */
    FIELD_COMPUTED = 64, /* follows from the other fields: the journal leaves it out */
    FIELD_COUNTED = 128, /* only ever rises: an undo does not bring it back */
    FIELD_TOGETHER = 256,   /* means something only together with the others so marked: an
                               undo brings all of them back, or none */
    FIELD_PEOPLE = 512,     /* a number of people or seats: nobody types more than a hall
                               holds; what is stored already stays */
    FIELD_PRIVATE = 1024,   /* of a person, for those alone who work with it (rule 13) */
    FIELD_COLOUR = 2048,    /* a text: the name of a colour that calendars know */
    FIELD_OWN_WORDS = 4096, /* label, help and choices are somebody's own words, and not
                               translated */
    FIELD_INDENTED = 8192,  /* of several lines: the blanks before a line stay */
    FIELD_NAMES = 16384     /* a text: the name of a row that it refers to, one of those
                               that are there or a new one */
};

/* One value of a choice.  A table of them ends with a NULL name. */
struct choice {
    const char *name;  /* stored and exported: "accepted" */
    const char *label; /* N_("accepted"), shown through _() */
};

struct field {
    const char *name;
    const char *label;
    const char *help; /* an example or a sentence beside the field, or NULL */
    enum field_kind kind;
    unsigned flags;
    size_t offset;
    const struct choice *choices; /* FIELD_CHOICE; of a text: words that the program
                                   * writes, shown as these */
    int refers_to;                /* FIELD_REFERENCE, FIELD_NAMES: an enum entity_kind */
};

/*
 * The canonical text of a value: what is exported and compared, and stored
 * where no number will do.  ISO dates, decimal numbers, choice names, "1" or "0", RFC
 * 3339 instants. Adds nothing and returns false when the value is absent.
 */
bool field_format(const struct field *field, const void *record, struct buffer *buffer);

/* How many characters a text of the field may have. */
size_t field_most(const struct field *field);

/* Reads canonical text into the record; NULL or "" makes it absent.  Text is
 * tidied (text_tidy), an e-mail needs its @ and its domain, a number is whole and one of
 * people no more than a hall holds, a duration may also be written as people do
 * (when_parse_duration).
 * ERROR_INPUT with the field's name otherwise; the record is then untouched. */
bool field_parse(const struct field *field, void *record, const char *text,
                 struct error *err);

/* Sets exactly the value that field_format() gave, without judging it; NULL makes it
 * absent.  False when the text is not a value of the field. */
bool field_restore(const struct field *field, void *record, const char *text);

/* Whether values of the kind are written as numbers: with digits alone, to the right, in
 * JSON without quotes. */
bool field_kind_is_number(enum field_kind kind);

bool field_is_absent(const struct field *field, const void *record);
bool field_equal(const struct field *field, const void *a, const void *b);

/* Borrowed access for code that knows the kind. */
const char *field_text(const struct field *field, const void *record);
int64_t
field_number(const struct field *field,
             const void *record); /* also references, choices, booleans, instants */
void field_set_number(const struct field *field, void *record, int64_t number);
void field_set_text(const struct field *field, void *record,
                    const char *text); /* copies */
struct date field_date(const struct field *field, const void *record);
struct local_time field_local_time(const struct field *field, const void *record);

/* Whether a choice has that number. */
bool choice_is_one(const struct choice *choices, int64_t number);

/* -1 when no choice has that name. */
int choice_find(const struct choice *choices, const char *name);
/* The same for what a person typed: also the word that the screen shows in their
 * language, accents and case aside. */
int choice_find_word(const struct choice *choices, const char *text);

#endif
