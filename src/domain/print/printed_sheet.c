/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_sheet.c - an attendance sheet as it is printed: its lists, and whose they are
 */
#include "atelier/domain/printed_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/erased_mark.h"

struct printed_slot *
printed_sheet_add_slot(struct printed_sheet *sheet)
{
    struct printed_slot_list *list = &sheet->slots;

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count] = (struct printed_slot){ 0 };
    return &list->items[list->count++];
}

struct printed_fact *
printed_sheet_add_fact(struct printed_sheet *sheet)
{
    struct printed_fact_list *list = &sheet->facts;

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count] = (struct printed_fact){ 0 };
    return &list->items[list->count++];
}

struct printed_signer *
printed_sheet_add_signer(struct printed_sheet *sheet)
{
    struct printed_signer_list *list = &sheet->signers;

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count] = (struct printed_signer){ 0 };
    return &list->items[list->count++];
}

struct printed_person *
printed_sheet_add_person(struct printed_sheet *sheet)
{
    struct printed_person_list *list = &sheet->people;

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count] = (struct printed_person){ 0 };
    return &list->items[list->count++];
}

void
printed_sheet_part(struct printed_sheet *sheet)
{
    struct printed_person_list *list = &sheet->people;
    if (list->count == 0)
        return;
    struct printed_person *parted = memory_new(list->count, sizeof(*parted));
    size_t count = 0;
    for (int remote = 0; remote < 2; remote++)
        for (size_t i = 0; i < list->count; i++)
            if (list->items[i].remote == (remote != 0))
                parted[count++] = list->items[i];
    memcpy(list->items, parted, count * sizeof(*parted));
    free(parted);
}

/* Every text of it, which the visitor may replace by another, or by NULL. */
static void
each_text(struct printed_sheet *sheet, void (*visit)(const char *language, char **text))
{
    char **const own[] = {
        &sheet->kind,           &sheet->title,
        &sheet->group,          &sheet->made_at,
        &sheet->version,        &sheet->page,
        &sheet->name_heading,   &sheet->organisation_heading,
        &sheet->remote_heading, &sheet->blank_heading,
        &sheet->signer_heading, &sheet->remote_word,
        &sheet->office.name,    &sheet->office.address,
        &sheet->office.funding,
    };
    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
        visit(sheet->language, own[i]);
    for (size_t i = 0; i < sheet->slots.count; i++) {
        visit(sheet->language, &sheet->slots.items[i].label);
        visit(sheet->language, &sheet->slots.items[i].hours);
    }
    for (size_t i = 0; i < sheet->facts.count; i++) {
        visit(sheet->language, &sheet->facts.items[i].label);
        visit(sheet->language, &sheet->facts.items[i].value);
    }
    for (size_t i = 0; i < sheet->signers.count; i++) {
        visit(sheet->language, &sheet->signers.items[i].role);
        visit(sheet->language, &sheet->signers.items[i].name);
        visit(sheet->language, &sheet->signers.items[i].family);
        visit(sheet->language, &sheet->signers.items[i].given);
    }
    for (size_t i = 0; i < sheet->people.count; i++) {
        struct printed_person *person = &sheet->people.items[i];
        char **const texts[] = { &person->name,     &person->family,
                                 &person->given,    &person->organisation,
                                 &person->function, &person->category };
        for (size_t j = 0; j < sizeof(texts) / sizeof(texts[0]); j++)
            visit(sheet->language, texts[j]);
    }
}

void
printed_sheet_say_erased(struct printed_sheet *sheet)
{
    each_text(sheet, erased_mark_say);
}

static void
free_text(const char *language, char **text)
{
    (void)language;
    free(*text);
}

void
printed_sheet_clear(struct printed_sheet *sheet)
{
    each_text(sheet, free_text);
    free(sheet->language);
    buffer_clear(&sheet->office.logo);
    free(sheet->slots.items);
    free(sheet->facts.items);
    free(sheet->signers.items);
    free(sheet->people.items);
    *sheet = (struct printed_sheet){ 0 };
}
