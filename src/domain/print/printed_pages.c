/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_pages.c - pages of texts and tables as they are printed, and how they come over
 */
#include "atelier/domain/printed_pages.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/erased_mark.h"
#include "print/wire_reader.h"

static const char pages_begin[] = "atelier pages 1\n";

enum pages_record {
    RECORD_LANGUAGE = 'L',
    RECORD_TITLE = 'T',
    RECORD_MADE_AT = 'D',
    RECORD_FOOT = 'F',
    RECORD_PAGE = 'P',
    RECORD_LANDSCAPE = 'W',
    RECORD_OFFICE = 'O'
};

enum { WIDTH_MOST = 1000 };

void
printed_pages_add(struct printed_pages *pages, enum printed_block_kind kind,
                  const char *text, const char *more)
{
    pages->blocks.items =
        memory_grow(pages->blocks.items, &pages->blocks.capacity, pages->blocks.count + 1,
                    sizeof(*pages->blocks.items));
    struct printed_block *block = &pages->blocks.items[pages->blocks.count++];
    *block = (struct printed_block){ kind, memory_copy(text), memory_copy(more) };
    erased_mark_say(pages->language, &block->text);
    erased_mark_say(pages->language, &block->more);
}

void
printed_pages_clear(struct printed_pages *pages)
{
    for (size_t i = 0; i < pages->blocks.count; i++) {
        free(pages->blocks.items[i].text);
        free(pages->blocks.items[i].more);
    }
    free(pages->blocks.items);
    free(pages->language);
    free(pages->title);
    free(pages->made_at);
    free(pages->foot);
    free(pages->page);
    printed_office_clear(&pages->office);
    *pages = (struct printed_pages){ 0 };
}

size_t
printed_columns_read(const char *text, int64_t widths[PRINTED_COLUMNS_MOST])
{
    size_t count = 0;

    while (text && *text) {
        int64_t width = 0;
        while (*text >= '0' && *text <= '9' && width <= WIDTH_MOST)
            width = width * 10 + (*text++ - '0');
        if (width == 0 || width > WIDTH_MOST || count == PRINTED_COLUMNS_MOST)
            return 0;
        widths[count++] = width;
        if (*text == ' ')
            text++;
        else if (*text)
            return 0;
    }
    return count;
}

void
printed_pages_add_wire(struct buffer *wire, const struct printed_pages *pages)
{
    buffer_add(wire, pages_begin);
    wire_put(wire, RECORD_LANGUAGE, pages->language);
    wire_put(wire, RECORD_TITLE, pages->title);
    wire_put(wire, RECORD_MADE_AT, pages->made_at);
    wire_put(wire, RECORD_FOOT, pages->foot);
    wire_put(wire, RECORD_PAGE, pages->page);
    wire_put_number(wire, RECORD_LANDSCAPE, pages->landscape);
    wire_put(wire, RECORD_OFFICE, pages->office.name);
    wire_put(wire, WIRE_NEXT, pages->office.address);
    wire_put(wire, WIRE_NEXT, pages->office.funding);
    wire_put_bytes(wire, &pages->office.logo);
    for (size_t i = 0; i < pages->blocks.count; i++) {
        const struct printed_block *block = &pages->blocks.items[i];
        wire_put(wire, (char)block->kind, block->text);
        if (block->more)
            wire_put(wire, WIRE_NEXT, block->more);
    }
    wire_put(wire, WIRE_END, NULL);
}

/* A cell stands in a row, and a row in columns that are known. */
static bool
is_in_place(const struct printed_pages *pages, const struct printed_block *block)
{
    int64_t widths[PRINTED_COLUMNS_MOST];

    if (block->kind == BLOCK_COLUMNS)
        return printed_columns_read(block->text, widths) > 0;
    if (block->kind == BLOCK_INDENT)
        return block->text && strspn(block->text, "0123456789") == strlen(block->text) &&
               strtol(block->text, NULL, 10) <= PRINTED_INDENT_MOST;
    if (block->kind != BLOCK_CELL)
        return true;
    const enum printed_block_kind before =
        pages->blocks.count > 1 ? pages->blocks.items[pages->blocks.count - 2].kind
                                : BLOCK_PAGE;
    return before == BLOCK_ROW || before == BLOCK_HEADS || before == BLOCK_CELL;
}

static bool
take_block(struct wire_reader *reader, struct printed_pages *pages, struct error *err)
{
    if (!strchr("btlhxqfcRregsnpmi", reader->letter))
        return wire_refuse(err);
    if (pages->blocks.count == PRINTED_BLOCKS_MOST)
        return wire_refuse_much(err);
    printed_pages_add(pages, (enum printed_block_kind)reader->letter, NULL, NULL);
    struct printed_block *block = &pages->blocks.items[pages->blocks.count - 1];
    wire_take(reader, &block->text);
    wire_expect(reader, (char **[]){ &block->more }, 1);
    return is_in_place(pages, block) || wire_refuse(err);
}

static bool
take_record(struct wire_reader *reader, struct printed_pages *pages, struct error *err)
{
    if (reader->letter == WIRE_NEXT)
        return wire_take_next(reader, err);
    wire_expect(reader, NULL, 0);
    switch (reader->letter) {
    case RECORD_LANGUAGE:
        wire_take(reader, &pages->language);
        return true;
    case RECORD_TITLE:
        wire_take(reader, &pages->title);
        return true;
    case RECORD_MADE_AT:
        wire_take(reader, &pages->made_at);
        return true;
    case RECORD_FOOT:
        wire_take(reader, &pages->foot);
        return true;
    case RECORD_PAGE:
        wire_take(reader, &pages->page);
        return true;
    case RECORD_LANDSCAPE:
        return wire_take_number(reader, 1, &pages->landscape, err);
    case RECORD_OFFICE:
        wire_take(reader, &pages->office.name);
        wire_expect(reader, (char **[]){ &pages->office.address, &pages->office.funding },
                    2);
        return true;
    case WIRE_BYTES:
        wire_take_bytes(reader, &pages->office.logo);
        return true;
    default:
        return take_block(reader, pages, err);
    }
}

bool
printed_pages_is_wire(const char *bytes, size_t length)
{
    return wire_begins(bytes, length, pages_begin);
}

bool
printed_pages_read_wire(const char *bytes, size_t length, struct printed_pages *pages,
                        struct error *err)
{
    if (!printed_pages_is_wire(bytes, length))
        return wire_refuse(err);
    struct wire_reader reader = wire_start(bytes, length, pages_begin);
    reader.text_most = PRINTED_PROSE_MOST;
    bool ok;
    while ((ok = wire_read(&reader, err)) && reader.letter != WIRE_END)
        if (!take_record(&reader, pages, err))
            return false;
    return ok && (reader.left == 0 || wire_refuse(err));
}
