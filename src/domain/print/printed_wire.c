/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_wire.c - what is to be printed, from atelier to atelier-print */
#include "atelier/domain/printed_wire.h"

#include <stdint.h>

#include "print/wire_reader.h"

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
    TEXT_OF('o', office.name),    TEXT_OF('a', office.address),
    TEXT_OF('f', office.funding), TEXT_OF('t', title),
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
    RECORD_BLANK = 'B'
};

static char **
text_at(const struct printed_sheet *sheet, const struct wire_text *text)
{
    return (char **)(void *)((char *)(uintptr_t)sheet + text->offset);
}

/* --- writing */

static void
put_person(struct buffer *wire, const struct printed_person *person)
{
    wire_put(wire, person->remote ? RECORD_PERSON_REMOTE : RECORD_PERSON, person->name);
    wire_put(wire, WIRE_NEXT, person->organisation);
    wire_put(wire, WIRE_NEXT, person->function);
    wire_put(wire, WIRE_NEXT, person->category);
}

void
printed_wire_add_sheet(struct buffer *wire, const struct printed_sheet *sheet)
{
    buffer_add(wire, sheet_begin);
    for (size_t i = 0; i < SHEET_TEXTS; i++)
        if (*text_at(sheet, &sheet_texts[i]))
            wire_put(wire, sheet_texts[i].letter, *text_at(sheet, &sheet_texts[i]));
    wire_put_bytes(wire, &sheet->office.logo);
    for (size_t i = 0; i < sheet->facts.count; i++) {
        wire_put(wire, RECORD_FACT, sheet->facts.items[i].label);
        wire_put(wire, WIRE_NEXT, sheet->facts.items[i].value);
    }
    for (size_t i = 0; i < sheet->slots.count; i++) {
        wire_put(wire, RECORD_SLOT, sheet->slots.items[i].label);
        wire_put(wire, WIRE_NEXT, sheet->slots.items[i].hours);
    }
    for (size_t i = 0; i < sheet->signers.count; i++) {
        wire_put(wire, RECORD_SIGNER, sheet->signers.items[i].role);
        wire_put(wire, WIRE_NEXT, sheet->signers.items[i].name);
    }
    for (size_t i = 0; i < sheet->people.count; i++)
        put_person(wire, &sheet->people.items[i]);
    wire_put_number(wire, RECORD_BLANK, sheet->blank);
    wire_put(wire, WIRE_END, "");
}

/* --- reading */

static bool
take_slot(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    if (sheet->slots.count == PRINTED_SLOTS_MOST)
        return wire_refuse_much(err);
    struct printed_slot *slot = printed_sheet_add_slot(sheet);
    wire_take(reader, &slot->label);
    wire_expect(reader, (char **[]){ &slot->hours }, 1);
    return true;
}

static bool
take_fact(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    if (sheet->facts.count == PRINTED_FACTS_MOST)
        return wire_refuse_much(err);
    struct printed_fact *fact = printed_sheet_add_fact(sheet);
    wire_take(reader, &fact->label);
    wire_expect(reader, (char **[]){ &fact->value }, 1);
    return true;
}

static bool
take_signer(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    if (sheet->signers.count == PRINTED_SIGNERS_MOST)
        return wire_refuse_much(err);
    struct printed_signer *signer = printed_sheet_add_signer(sheet);
    wire_take(reader, &signer->role);
    wire_expect(reader, (char **[]){ &signer->name }, 1);
    return true;
}

/* Who is remote stands behind the others. */
static bool
take_person(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    const struct printed_person_list *list = &sheet->people;
    const bool remote = reader->letter == RECORD_PERSON_REMOTE;

    if (list->count == PRINTED_PEOPLE_MOST)
        return wire_refuse_much(err);
    if (!remote && list->count > 0 && list->items[list->count - 1].remote)
        return wire_refuse(err);
    struct printed_person *person = printed_sheet_add_person(sheet);
    person->remote = remote;
    wire_take(reader, &person->name);
    wire_expect(
        reader,
        (char **[]){ &person->organisation, &person->function, &person->category }, 3);
    return true;
}

static bool
take_text(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    for (size_t i = 0; i < SHEET_TEXTS; i++)
        if (sheet_texts[i].letter == reader->letter) {
            wire_take(reader, text_at(sheet, &sheet_texts[i]));
            return true;
        }
    return wire_refuse(err);
}

static bool
take_record(struct wire_reader *reader, struct printed_sheet *sheet, struct error *err)
{
    if (reader->letter == WIRE_NEXT)
        return wire_take_next(reader, err);
    wire_expect(reader, NULL, 0);
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
    case WIRE_BYTES:
        wire_take_bytes(reader, &sheet->office.logo);
        return true;
    case RECORD_BLANK:
        return wire_take_number(reader, PRINTED_BLANK_MOST, &sheet->blank, err);
    default:
        return take_text(reader, sheet, err);
    }
}

bool
printed_wire_is_sheet(const char *bytes, size_t length)
{
    return wire_begins(bytes, length, sheet_begin);
}

bool
printed_wire_read_sheet(const char *bytes, size_t length, struct printed_sheet *sheet,
                        struct error *err)
{
    if (!printed_wire_is_sheet(bytes, length))
        return wire_refuse(err);
    struct wire_reader reader = wire_start(bytes, length, sheet_begin);
    bool ok;
    while ((ok = wire_read(&reader, err)) && reader.letter != WIRE_END)
        if (!take_record(&reader, sheet, err))
            return false;
    return ok && (reader.left == 0 || wire_refuse(err));
}
