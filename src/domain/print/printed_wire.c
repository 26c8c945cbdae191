/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_wire.c - what is to be printed, from atelier to atelier-print */
#include "atelier/domain/printed_wire.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

static const char sheet_begin[] = "atelier attendance 1\n";

/* Texts of the sheet, a letter each. */
struct wire_text {
    char letter;
    size_t offset;
};

#define TEXT_OF(letter, member)                                                          \
    {                                                                                    \
        (letter), offsetof(struct printed_sheet, member)                                 \
    }

static const struct wire_text sheet_texts[] = {
    TEXT_OF('l', language),       TEXT_OF('k', kind),
    TEXT_OF('o', office),         TEXT_OF('a', address),
    TEXT_OF('f', funding),        TEXT_OF('t', title),
    TEXT_OF('g', group),          TEXT_OF('d', made_at),
    TEXT_OF('v', version),        TEXT_OF('p', page),
    TEXT_OF('n', name_heading),   TEXT_OF('i', organisation_heading),
    TEXT_OF('r', remote_heading), TEXT_OF('b', blank_heading),
    TEXT_OF('s', signer_heading), TEXT_OF('w', remote_word),
};

enum { SHEET_TEXTS = sizeof(sheet_texts) / sizeof(sheet_texts[0]) };

/* A record of one of these begins it, with its first text; that of a digit is its next.
 */
enum wire_record {
    RECORD_SLOT = 'S',
    RECORD_FACT = 'F',
    RECORD_SIGNER = 'G',
    RECORD_PERSON = 'P',
    RECORD_PERSON_REMOTE = 'Q',
    RECORD_NEXT = '+',
    RECORD_BLANK = 'B',
    RECORD_END = '.'
};

static char **
text_at(const struct printed_sheet *sheet, const struct wire_text *text)
{
    return (char **)(void *)((char *)(uintptr_t)sheet + text->offset);
}

/* --- writing */

static void
put(struct buffer *wire, char letter, const char *text)
{
    const size_t length = text ? strlen(text) : 0;

    buffer_addf(wire, "%c%zu:", letter, length);
    buffer_add_part(wire, text ? text : "", length);
}

static void
put_person(struct buffer *wire, const struct printed_person *person)
{
    put(wire, person->remote ? RECORD_PERSON_REMOTE : RECORD_PERSON, person->name);
    put(wire, RECORD_NEXT, person->organisation);
    put(wire, RECORD_NEXT, person->function);
    put(wire, RECORD_NEXT, person->category);
}

void
printed_wire_add_sheet(struct buffer *wire, const struct printed_sheet *sheet)
{
    buffer_add(wire, sheet_begin);
    for (size_t i = 0; i < SHEET_TEXTS; i++)
        if (*text_at(sheet, &sheet_texts[i]))
            put(wire, sheet_texts[i].letter, *text_at(sheet, &sheet_texts[i]));
    for (size_t i = 0; i < sheet->facts.count; i++) {
        put(wire, RECORD_FACT, sheet->facts.items[i].label);
        put(wire, RECORD_NEXT, sheet->facts.items[i].value);
    }
    for (size_t i = 0; i < sheet->slots.count; i++) {
        put(wire, RECORD_SLOT, sheet->slots.items[i].label);
        put(wire, RECORD_NEXT, sheet->slots.items[i].hours);
    }
    for (size_t i = 0; i < sheet->signers.count; i++) {
        put(wire, RECORD_SIGNER, sheet->signers.items[i].role);
        put(wire, RECORD_NEXT, sheet->signers.items[i].name);
    }
    for (size_t i = 0; i < sheet->people.count; i++)
        put_person(wire, &sheet->people.items[i]);
    char blank[24];
    (void)snprintf(blank, sizeof(blank), "%" PRId64, sheet->blank);
    put(wire, RECORD_BLANK, blank);
    put(wire, RECORD_END, "");
}

/* --- reading */

enum { NEXT_MOST = 3 }; /* texts of a person behind the name */

struct wire_reader {
    const char *at;
    size_t left;
    char letter;
    const char *text;
    size_t length;
    /* Where the texts of the row that was begun go; NULL behind the last. */
    char **next[NEXT_MOST + 1];
    size_t next_at;
};

static bool
refuse(struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("What came to be printed is not whole; try again."));
}

static bool
refuse_much(struct error *err)
{
    return error_set(err, ERROR_INPUT, _("That is too much for one document."));
}

static bool
read_record(struct wire_reader *reader, struct error *err)
{
    if (reader->left == 0)
        return refuse(err);
    reader->letter = *reader->at++;
    reader->left--;
    size_t length = 0;
    bool has_digit = false;
    while (reader->left > 0 && *reader->at >= '0' && *reader->at <= '9') {
        length = length * 10 + (size_t)(*reader->at - '0');
        if (length > PRINTED_TEXT_MOST)
            return refuse_much(err);
        has_digit = true;
        reader->at++;
        reader->left--;
    }
    if (!has_digit || reader->left == 0 || *reader->at != ':' ||
        length > reader->left - 1 || !text_is_valid(reader->at + 1, length))
        return refuse(err);
    reader->text = reader->at + 1;
    reader->length = length;
    reader->at += length + 1;
    reader->left -= length + 1;
    return true;
}

/* A text of no byte is none. */
static void
take(const struct wire_reader *reader, char **text)
{
    free(*text);
    *text = reader->length > 0 ? memory_copy_part(reader->text, reader->length) : NULL;
}

static void
expect(struct wire_reader *reader, char **first, char **second, char **third)
{
    reader->next[0] = first;
    reader->next[1] = second;
    reader->next[2] = third;
    reader->next_at = 0;
}

static bool
take_slot(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    if (sheet->slots.count == PRINTED_SLOTS_MOST)
        return refuse_much(err);
    struct printed_slot *slot = printed_sheet_add_slot(sheet);
    take(reader, &slot->label);
    expect(reader, &slot->hours, NULL, NULL);
    return true;
}

static bool
take_fact(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    if (sheet->facts.count == PRINTED_FACTS_MOST)
        return refuse_much(err);
    struct printed_fact *fact = printed_sheet_add_fact(sheet);
    take(reader, &fact->label);
    expect(reader, &fact->value, NULL, NULL);
    return true;
}

static bool
take_signer(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    if (sheet->signers.count == PRINTED_SIGNERS_MOST)
        return refuse_much(err);
    struct printed_signer *signer = printed_sheet_add_signer(sheet);
    take(reader, &signer->role);
    expect(reader, &signer->name, NULL, NULL);
    return true;
}

/* Who is remote stands behind the others. */
static bool
take_person(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    const struct printed_person_list *list = &sheet->people;
    const bool remote = reader->letter == RECORD_PERSON_REMOTE;

    if (list->count == PRINTED_PEOPLE_MOST)
        return refuse_much(err);
    if (!remote && list->count > 0 && list->items[list->count - 1].remote)
        return refuse(err);
    struct printed_person *person = printed_sheet_add_person(sheet);
    person->remote = remote;
    take(reader, &person->name);
    expect(reader, &person->organisation, &person->function, &person->category);
    return true;
}

static bool
take_next(struct wire_reader *reader, struct error *err)
{
    char **text = reader->next[reader->next_at];

    if (!text)
        return refuse(err);
    take(reader, text);
    reader->next_at++;
    return true;
}

static bool
take_blank(const struct wire_reader *reader, struct printed_sheet *sheet,
           struct error *err)
{
    int64_t blank = 0;

    for (size_t i = 0; i < reader->length; i++) {
        if (reader->text[i] < '0' || reader->text[i] > '9')
            return refuse(err);
        blank = blank * 10 + (reader->text[i] - '0');
        if (blank > PRINTED_BLANK_MOST)
            return refuse_much(err);
    }
    sheet->blank = blank;
    return true;
}

static bool
take_text(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    for (size_t i = 0; i < SHEET_TEXTS; i++)
        if (sheet_texts[i].letter == reader->letter) {
            take(reader, text_at(sheet, &sheet_texts[i]));
            return true;
        }
    return refuse(err);
}

static bool
take_record(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    if (reader->letter == RECORD_NEXT)
        return take_next(reader, err);
    expect(reader, NULL, NULL, NULL);
    switch (reader->letter) {
    case RECORD_SLOT:
        return take_slot(reader, sheet, err);
    case RECORD_FACT:
        return take_fact(reader, sheet, err);
    case RECORD_SIGNER:
        return take_signer(reader, sheet, err);
    case RECORD_PERSON:
    case RECORD_PERSON_REMOTE:
        return take_person(reader, sheet, err);
    case RECORD_BLANK:
        return take_blank(reader, sheet, err);
    default:
        return take_text(reader, sheet, err);
    }
}

bool
printed_wire_is_sheet(const char *bytes, size_t length)
{
    return length >= strlen(sheet_begin) &&
           memcmp(bytes, sheet_begin, strlen(sheet_begin)) == 0;
}

bool
printed_wire_read_sheet(const char *bytes, size_t length, struct printed_sheet *sheet,
                        struct error *err)
{
    if (!printed_wire_is_sheet(bytes, length))
        return refuse(err);
    struct wire_reader reader = { .at = bytes + strlen(sheet_begin),
                                  .left = length - strlen(sheet_begin) };
    bool ok;
    while ((ok = read_record(&reader, err)) && reader.letter != RECORD_END)
        if (!take_record(&reader, sheet, err))
            return false;
    return ok && (reader.left == 0 || refuse(err));
}
