/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_card.h - one address card, line by line: the best of each property is kept */
#ifndef ATELIER_APP_VCARD_CARD_H
#define ATELIER_APP_VCARD_CARD_H

#include "atelier/base/buffer.h"
#include "import/vcard_line.h"

enum { VCARD_PHONES_MOST = 6 };

/* What a card is about, which need not be a person. */
enum vcard_kind { VCARD_PERSON, VCARD_MEMBERS, VCARD_ORGANISATION, VCARD_THING };

/* What a card may hold that an import does not take. */
enum vcard_left {
    VCARD_LEFT_EMAILS,
    VCARD_LEFT_PHONES,
    VCARD_LEFT_ADDRESSES,
    VCARD_LEFT_CATEGORIES,
    VCARD_LEFT_NICKNAMES,
    VCARD_LEFT_PAGES,
    VCARD_LEFT_BIRTHDAYS,
    VCARD_LEFT_COUNT
};
/* "other e-mail addresses", to be translated */
extern const char *const vcard_card_left_words[VCARD_LEFT_COUNT];

/* A value, and how far it stands behind others of its property: 0 is the first. */
struct vcard_ranked {
    char *text; /* NULL: none */
    unsigned rank;
};

/* A zeroed struct is an empty card. */
struct vcard_card {
    struct vcard_ranked values[VCARD_OTHER]; /* the best of each property */
    struct vcard_ranked phones[VCARD_PHONES_MOST];
    struct buffer notes;
    bool left[VCARD_LEFT_COUNT];
    size_t size; /* bytes of its values */
    bool is_old; /* 2.1 */
    enum vcard_kind kind;
    bool shown_as_company;
    bool too_long;
};

/* Takes a line of the card; `encoding` is that of bytes whose line does not name it. */
void vcard_card_take(struct vcard_card *card, const struct vcard_line *line,
                     const char *encoding);

void vcard_card_clear(struct vcard_card *card);

#endif
