/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading.h - what the heading of one column says */
#ifndef ATELIER_DOMAIN_HEADING_H
#define ATELIER_DOMAIN_HEADING_H

#include "atelier/domain/import.h"
#include "import/heading_word.h"

enum heading_kind {
    HEADING_UNKNOWN,
    HEADING_FIELD, /* says a target */
    HEADING_NAME,  /* a bare “Name”: family, given or both */
    HEADING_PART, /* what is joined to a target: “Tussenvoegsel”, “Segundo apellido” */
    HEADING_ELSE /* is about something or somebody else, whatever stands below it */
};

/* How strong a heading is that is taken where no better one is found: “Contact”; and one
 * that says nothing else. */
enum { HEADING_FAINT = 20, HEADING_WHOLE = 100 };

struct heading {
    enum heading_kind kind;
    enum import_target target; /* of a field or a part */
    int strength;  /* of a field: 100 and more for one that says nothing else; of a name:
                    * 0, more for who comes, less for who only sends */
    bool in_order; /* of both names: says which comes first */
    bool spare;    /* “E-mail 2”, “E-mail privé”, and no more */
};

/* Reads the words that heading_word.def has, accents and case aside; NULL says nothing.
 */
struct heading heading_read(const struct heading_words *known, const char *text);

#endif
