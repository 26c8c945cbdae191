/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_cards.h - badges and place cards as they are printed: every text in its last
 * words
 *
 * As printed_sheet.h: whoever prints them looks nothing up.  A text that is NULL is not
 * printed.
 */
#ifndef ATELIER_DOMAIN_PRINTED_CARDS_H
#define ATELIER_DOMAIN_PRINTED_CARDS_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/domain/card_layout.h"

struct printed_card {
    char *name;
    char *organisation;
    char *function;
    char *category; /* and the role, of who is no participant */
    char *code;     /* for a scanner: drawn as a QR code, and its digits below */
};

struct printed_card_list {
    struct printed_card *items;
    size_t count;
    size_t capacity;
};

struct printed_cards {
    char *language;
    char *title;   /* of the document */
    char *made_at; /* 2027-03-12T16:40:00Z */
    char *heading; /* above each name: the meeting */
    char *when;    /* below it */
    struct card_layout layout;
    int64_t folds; /* 1: a place card, folded in its middle, with its name on both sides;
                    * 0: a badge */
    struct printed_card_list people;
};

enum { PRINTED_CARDS_MOST = 100000 };

struct printed_card *printed_cards_add(struct printed_cards *cards);
void printed_cards_clear(struct printed_cards *cards);

/* Calls who was erased so in the language of the cards. */
void printed_cards_say_erased(struct printed_cards *cards);

/* Over the wire, as printed_wire.h has it. */
void printed_cards_add_wire(struct buffer *wire, const struct printed_cards *cards);
bool printed_cards_is_wire(const char *bytes, size_t length);
bool printed_cards_read_wire(const char *bytes, size_t length,
                             struct printed_cards *cards, struct error *err);

#endif
