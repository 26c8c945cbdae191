/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_cards.c - badges and place cards as they are printed, and how they come over */
#include "atelier/domain/printed_cards.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/erased_mark.h"
#include "print/wire_reader.h"

static const char cards_begin[] = "atelier cards 2\n";

enum cards_record {
    RECORD_LANGUAGE = 'l',
    RECORD_TITLE = 't',
    RECORD_MADE_AT = 'd',
    RECORD_HEADING = 'h',
    RECORD_WHEN = 'w',
    RECORD_WIDTH = 'W',
    RECORD_HEIGHT = 'H',
    RECORD_ACROSS = 'A',
    RECORD_DOWN = 'D',
    RECORD_LEFT = 'L',
    RECORD_TOP = 'T',
    RECORD_GAP_X = 'X',
    RECORD_GAP_Y = 'Y',
    RECORD_FOLDS = 'F',
    RECORD_CARD = 'P'
};

struct printed_card *
printed_cards_add(struct printed_cards *cards)
{
    struct printed_card_list *list = &cards->people;

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count] = (struct printed_card){ 0 };
    return &list->items[list->count++];
}

/* Every text of them, but for the language. */
static void
each_text(struct printed_cards *cards, void (*visit)(const char *language, char **text))
{
    char **const own[] = { &cards->title, &cards->made_at, &cards->heading,
                           &cards->when };

    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
        visit(cards->language, own[i]);
    for (size_t i = 0; i < cards->people.count; i++) {
        struct printed_card *card = &cards->people.items[i];
        char **const texts[] = { &card->name, &card->organisation, &card->function,
                                 &card->category, &card->code };
        for (size_t j = 0; j < sizeof(texts) / sizeof(texts[0]); j++)
            visit(cards->language, texts[j]);
    }
}

void
printed_cards_say_erased(struct printed_cards *cards)
{
    each_text(cards, erased_mark_say);
}

static void
free_text(const char *language, char **text)
{
    (void)language;
    free(*text);
}

void
printed_cards_clear(struct printed_cards *cards)
{
    each_text(cards, free_text);
    free(cards->people.items);
    free(cards->language);
    *cards = (struct printed_cards){ 0 };
}

static void
put_layout(struct buffer *wire, const struct card_layout *layout)
{
    wire_put_number(wire, RECORD_WIDTH, layout->width);
    wire_put_number(wire, RECORD_HEIGHT, layout->height);
    wire_put_number(wire, RECORD_ACROSS, layout->across);
    wire_put_number(wire, RECORD_DOWN, layout->down);
    wire_put_number(wire, RECORD_LEFT, layout->left);
    wire_put_number(wire, RECORD_TOP, layout->top);
    wire_put_number(wire, RECORD_GAP_X, layout->gap_x);
    wire_put_number(wire, RECORD_GAP_Y, layout->gap_y);
}

void
printed_cards_add_wire(struct buffer *wire, const struct printed_cards *cards)
{
    buffer_add(wire, cards_begin);
    wire_put(wire, RECORD_LANGUAGE, cards->language);
    wire_put(wire, RECORD_TITLE, cards->title);
    wire_put(wire, RECORD_MADE_AT, cards->made_at);
    wire_put(wire, RECORD_HEADING, cards->heading);
    wire_put(wire, RECORD_WHEN, cards->when);
    put_layout(wire, &cards->layout);
    wire_put_number(wire, RECORD_FOLDS, cards->folds);
    for (size_t i = 0; i < cards->people.count; i++) {
        const struct printed_card *card = &cards->people.items[i];
        wire_put(wire, RECORD_CARD, card->name);
        wire_put(wire, WIRE_NEXT, card->organisation);
        wire_put(wire, WIRE_NEXT, card->function);
        wire_put(wire, WIRE_NEXT, card->category);
        wire_put(wire, WIRE_NEXT, card->code);
    }
    wire_put(wire, WIRE_END, NULL);
}

static bool
take_card(struct wire_reader *reader, struct printed_cards *cards, struct error *err)
{
    if (cards->people.count == PRINTED_CARDS_MOST)
        return wire_refuse_much(err);
    struct printed_card *card = printed_cards_add(cards);
    wire_take(reader, &card->name);
    wire_expect(
        reader,
        (char **[]){ &card->organisation, &card->function, &card->category, &card->code },
        4);
    return true;
}

static bool
take_length(struct wire_reader *reader, struct card_layout *layout, struct error *err)
{
    const struct {
        char letter;
        int64_t *length;
    } lengths[] = {
        { RECORD_WIDTH, &layout->width },   { RECORD_HEIGHT, &layout->height },
        { RECORD_ACROSS, &layout->across }, { RECORD_DOWN, &layout->down },
        { RECORD_LEFT, &layout->left },     { RECORD_TOP, &layout->top },
        { RECORD_GAP_X, &layout->gap_x },   { RECORD_GAP_Y, &layout->gap_y },
    };

    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        if (lengths[i].letter == reader->letter)
            return wire_take_number(reader, CARD_PAGE_HEIGHT, lengths[i].length, err);
    return wire_refuse(err);
}

static bool
take_record(struct wire_reader *reader, struct printed_cards *cards, struct error *err)
{
    if (reader->letter == WIRE_NEXT)
        return wire_take_next(reader, err);
    wire_expect(reader, NULL, 0);
    switch (reader->letter) {
    case RECORD_LANGUAGE:
        wire_take(reader, &cards->language);
        return true;
    case RECORD_TITLE:
        wire_take(reader, &cards->title);
        return true;
    case RECORD_MADE_AT:
        wire_take(reader, &cards->made_at);
        return true;
    case RECORD_HEADING:
        wire_take(reader, &cards->heading);
        return true;
    case RECORD_WHEN:
        wire_take(reader, &cards->when);
        return true;
    case RECORD_FOLDS:
        return wire_take_number(reader, 1, &cards->folds, err);
    case RECORD_CARD:
        return take_card(reader, cards, err);
    default:
        return take_length(reader, &cards->layout, err);
    }
}

bool
printed_cards_is_wire(const char *bytes, size_t length)
{
    return wire_begins(bytes, length, cards_begin);
}

bool
printed_cards_read_wire(const char *bytes, size_t length, struct printed_cards *cards,
                        struct error *err)
{
    if (!printed_cards_is_wire(bytes, length))
        return wire_refuse(err);
    struct wire_reader reader = wire_start(bytes, length, cards_begin);
    bool ok;
    while ((ok = wire_read(&reader, err)) && reader.letter != WIRE_END)
        if (!take_record(&reader, cards, err))
            return false;
    return ok &&
           ((reader.left == 0 && card_layout_fits(&cards->layout)) || wire_refuse(err));
}
