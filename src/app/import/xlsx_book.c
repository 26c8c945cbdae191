/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_book.c - what the sheets of a workbook share: names, texts, formats of numbers */
#include "import/xlsx_book.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import/xlsx_relation.h"
#include "import/xlsx_text.h"

/* Styles as many as Excel allows.  Formats are numbered from 164 on. */
enum {
    TEXTS_MOST = 64 * 1024 * 1024,
    SHEETS_MOST = 1000,
    STYLES_MOST = 65490,
    FORMATS_MOST = 4096,
    FORMAT_NUMBERS = 65536
};

/* ---- numbers of texts and formats ---- */

/* As strtoul(), which is not called for a few digits alone: each cell has some. */
static bool
read_index(const char *number, unsigned long *index)
{
    enum { DIGITS_MOST = 9 };
    const char *at = number;
    unsigned long read = 0;
    for (; *at >= '0' && *at <= '9' && at < number + DIGITS_MOST; at++)
        read = read * 10 + (unsigned long)(*at - '0');
    *index = read;
    if (at > number && !*at)
        return true;
    char *end;
    *index = strtoul(number, &end, 10);
    return end > number;
}

/* ---- sheets ---- */

struct sheets_reading {
    struct xlsx_book *book;
    bool is_workbook;
    bool started;
};

static void
add_sheet(struct xlsx_book *book, const char **attributes)
{
    const char *name = xlsx_part_attribute(attributes, "name");
    const char *relation = xlsx_part_attribute(attributes, "id");
    const char *state = xlsx_part_attribute(attributes, "state");
    if (!name || !relation || book->sheet_count == SHEETS_MOST)
        return;
    if (state && strcmp(state, "visible") != 0) {
        book->hidden_sheets++;
        return;
    }
    book->sheets = memory_grow(book->sheets, &book->sheet_capacity, book->sheet_count + 1,
                               sizeof(*book->sheets));
    book->sheets[book->sheet_count++] =
        (struct xlsx_sheet){ .name = memory_copy(name),
                             .relation = memory_copy(relation) };
}

static void
start_in_workbook(void *context, const char *name, const char **attributes)
{
    struct sheets_reading *r = context;
    if (!r->started)
        r->is_workbook = strcmp(name, "workbook") == 0;
    r->started = true;
    if (strcmp(name, "workbookPr") == 0)
        r->book->since_1904 = xlsx_part_flag(attributes, "date1904");
    else if (strcmp(name, "sheet") == 0)
        add_sheet(r->book, attributes);
}

/* ---- shared texts ---- */

struct texts_reading {
    struct xlsx_book *book;
    struct xlsx_text text;
    bool too_large;
};

static void
start_in_texts(void *context, const char *name, const char **attributes)
{
    (void)attributes;
    struct texts_reading *r = context;
    if (strcmp(name, "si") == 0)
        xlsx_text_begin(&r->text);
    else
        xlsx_text_start(&r->text, name);
}

static void
end_in_texts(void *context, const char *name)
{
    struct texts_reading *r = context;
    struct xlsx_book *book = r->book;
    xlsx_text_end(&r->text, name);
    if (strcmp(name, "si") != 0)
        return;
    book->text_offsets = memory_grow(book->text_offsets, &book->text_capacity,
                                     book->text_count + 1, sizeof(*book->text_offsets));
    book->text_offsets[book->text_count++] = (uint32_t)book->texts.length;
    xlsx_text_decode(&book->texts, buffer_text(&r->text.text));
    buffer_add_char(&book->texts, '\0');
    r->too_large = book->texts.length > TEXTS_MOST;
}

static void
text_in_texts(void *context, const char *text, int length)
{
    struct texts_reading *r = context;
    xlsx_text_add(&r->text, text, length);
}

static bool
read_texts(struct xlsx_book *book, const char *part, struct error *err)
{
    struct texts_reading r = { .book = book };
    const struct xlsx_reader reader = { .start = start_in_texts,
                                        .end = end_in_texts,
                                        .text = text_in_texts,
                                        .stop = &r.too_large };
    bool ok = xlsx_part_read(book->archive, part, &reader, &r, err);
    buffer_clear(&r.text.text);
    if (ok && r.too_large)
        ok = error_set(err, ERROR_INPUT,
                       _("The texts of this workbook are more than %d MB: that is not a "
                         "list of people."),
                       TEXTS_MOST / 1024 / 1024);
    return ok;
}

const char *
xlsx_book_text(const struct xlsx_book *book, const char *number, size_t *length)
{
    unsigned long index;
    if (!read_index(number, &index) || index >= book->text_count)
        return NULL;
    const size_t next =
        index + 1 < book->text_count ? book->text_offsets[index + 1] : book->texts.length;
    *length = next - 1 - book->text_offsets[index]; /* a zero byte is behind each */
    return book->texts.text + book->text_offsets[index];
}

/* ---- formats ---- */

struct styles_reading {
    struct xlsx_book *book;
    struct xlsx_format *customs; /* that the workbook brings */
    size_t count;
    size_t capacity;
    uint16_t *places; /* by the number of a format: 1 + where in them it is, or 0 */
    bool in_cells;    /* <cellXfs>: not the named styles beside it */
};

/* FORMAT_NUMBERS when there is none. */
static unsigned long
format_number(const char **attributes)
{
    const char *text = xlsx_part_attribute(attributes, "numFmtId");
    unsigned long number = text ? strtoul(text, NULL, 10) : FORMAT_NUMBERS;
    return number < FORMAT_NUMBERS ? number : FORMAT_NUMBERS;
}

static void
add_custom(struct styles_reading *r, const char **attributes)
{
    unsigned long number = format_number(attributes);
    const char *code = xlsx_part_attribute(attributes, "formatCode");
    if (r->count == FORMATS_MOST || number == FORMAT_NUMBERS || !code)
        return;
    r->customs = memory_grow(r->customs, &r->capacity, r->count + 1, sizeof(*r->customs));
    r->customs[r->count++] = xlsx_format_custom(code);
    r->places[number] = (uint16_t)r->count;
}

static void
add_style(struct styles_reading *r, const char **attributes)
{
    struct xlsx_book *book = r->book;
    if (book->format_count == STYLES_MOST)
        return;
    unsigned long number = format_number(attributes);
    size_t place = number < FORMAT_NUMBERS ? r->places[number] : 0;
    book->formats = memory_grow(book->formats, &book->format_capacity,
                                book->format_count + 1, sizeof(*book->formats));
    book->formats[book->format_count++] =
        place > 0 ? r->customs[place - 1] : xlsx_format_builtin((long)number);
}

static void
start_in_styles(void *context, const char *name, const char **attributes)
{
    struct styles_reading *r = context;
    if (strcmp(name, "numFmt") == 0)
        add_custom(r, attributes);
    else if (strcmp(name, "cellXfs") == 0)
        r->in_cells = true;
    else if (strcmp(name, "xf") == 0 && r->in_cells)
        add_style(r, attributes);
}

static void
end_in_styles(void *context, const char *name)
{
    struct styles_reading *r = context;
    if (strcmp(name, "cellXfs") == 0)
        r->in_cells = false;
}

static bool
read_styles(struct xlsx_book *book, const char *part, struct error *err)
{
    static const struct xlsx_reader reader = { .start = start_in_styles,
                                               .end = end_in_styles };
    struct styles_reading r = { .book = book,
                                .places = memory_new(FORMAT_NUMBERS, sizeof(*r.places)) };
    bool ok = xlsx_part_read(book->archive, part, &reader, &r, err);
    free(r.places);
    free(r.customs);
    return ok;
}

const struct xlsx_format *
xlsx_book_format(const struct xlsx_book *book, const char *number)
{
    static const struct xlsx_format plain = { 0 };
    unsigned long index = 0;
    if (number)
        (void)read_index(number, &index);
    return index < book->format_count ? &book->formats[index] : &plain;
}

/* ---- the book ---- */

static bool
refuse_archive(struct error *err)
{
    return error_set(
        err, ERROR_INPUT,
        _("This file is an archive, but not an .xlsx workbook.  Open it in a "
          "spreadsheet and save it as .xlsx or CSV."));
}

static void
find_parts(struct xlsx_book *book, const struct xlsx_relation_list *relations)
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        struct xlsx_sheet *sheet = &book->sheets[i];
        for (size_t j = 0; j < relations->count; j++)
            if (strcmp(relations->items[j].id, sheet->relation) == 0 &&
                strcmp(relations->items[j].type, "worksheet") == 0)
                memory_replace(&sheet->part, relations->items[j].target);
    }
}

static bool
read_workbook(struct xlsx_book *book, const char *part, struct error *err)
{
    static const struct xlsx_reader reader = { .start = start_in_workbook };
    struct sheets_reading r = { .book = book };
    if (!xlsx_part_read(book->archive, part, &reader, &r, err))
        return false;
    if (!r.is_workbook)
        return refuse_archive(err);
    struct xlsx_relation_list relations = { 0 };
    bool ok = xlsx_relation_list_read(&relations, book->archive, part, err);
    const char *texts = xlsx_relation_by_type(&relations, "sharedStrings");
    const char *styles = xlsx_relation_by_type(&relations, "styles");
    ok = ok && (!texts || read_texts(book, texts, err)) &&
         (!styles || read_styles(book, styles, err));
    find_parts(book, &relations);
    xlsx_relation_list_clear(&relations);
    return ok;
}

bool
xlsx_book_read(struct xlsx_book *book, const struct xlsx_archive *archive,
               struct error *err)
{
    book->archive = archive;
    if (!xlsx_part_exists(archive, "_rels/.rels"))
        return refuse_archive(err);
    struct xlsx_relation_list relations = { 0 };
    bool ok = xlsx_relation_list_read(&relations, archive, "", err);
    const char *part = xlsx_relation_by_type(&relations, "officeDocument");
    size_t length = part ? strlen(part) : 0;
    if (ok && (length < 4 || strcmp(part + length - 4, ".xml") != 0))
        ok = refuse_archive(err); /* .xlsb is not XML */
    ok = ok && read_workbook(book, part, err);
    xlsx_relation_list_clear(&relations);
    return ok;
}

void
xlsx_book_clear(struct xlsx_book *book)
{
    for (size_t i = 0; i < book->sheet_count; i++) {
        free(book->sheets[i].name);
        free(book->sheets[i].relation);
        free(book->sheets[i].part);
    }
    free(book->sheets);
    buffer_clear(&book->texts);
    free(book->text_offsets);
    free(book->formats);
    *book = (struct xlsx_book){ 0 };
}
