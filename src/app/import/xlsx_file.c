/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_file.c - a workbook of a spreadsheet, as the rows of one of its sheets */
#include "import/xlsx_file.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "import/spool_zip.h"
#include "import/xlsx_book.h"
#include "import/xlsx_sheet.h"

static void
add_sheet_name(struct table_file *file, const char *name)
{
    file->sheets = memory_grow(file->sheets, &file->sheet_capacity, file->sheet_count + 1,
                               sizeof(*file->sheets));
    file->sheets[file->sheet_count++] = memory_copy(name);
}

/* Names the sheets that hold something; *chosen is the one to read, NULL when there is
 * none. */
static bool
list_sheets(const struct xlsx_book *book, struct table_file *file,
            const struct xlsx_sheet **chosen, struct error *err)
{
    const char *wanted = file->choice.sheet;
    *chosen = NULL;
    for (size_t i = 0; i < book->sheet_count; i++) {
        const struct xlsx_sheet *sheet = &book->sheets[i];
        bool has = false;
        if (!sheet->part)
            continue;
        if (!xlsx_sheet_has_text(book, sheet->part, &has, err))
            return false;
        if (has)
            add_sheet_name(file, sheet->name);
        if (has && (wanted ? strcmp(wanted, sheet->name) == 0 : !*chosen))
            *chosen = sheet;
    }
    return true;
}

static bool
refuse_sheet(const struct table_file *file, struct error *err)
{
    if (file->sheet_count == 0)
        return error_set(err, ERROR_INPUT, _("No sheet of this workbook has rows."));
    struct buffer names = { 0 };
    for (size_t i = 0; i < file->sheet_count; i++)
        buffer_addf(&names, "%s%s", i ? ", " : "", file->sheets[i]);
    error_set_field(err, ERROR_INPUT, "sheet",
                    _("The workbook has no sheet “%s” with rows.  It has: %s."),
                    file->choice.sheet, buffer_text(&names));
    buffer_clear(&names);
    return false;
}

static bool
read_book(struct xlsx_book *book, zip_t *archive, struct table_file *file,
          struct error *err)
{
    const struct xlsx_sheet *chosen;
    if (!xlsx_book_read(book, archive, err) || !list_sheets(book, file, &chosen, err))
        return false;
    if (!chosen)
        return refuse_sheet(file, err);
    file->sheet = memory_copy(chosen->name);
    return xlsx_sheet_pour(book, chosen->part, file, err);
}

static bool
xlsx_file_read(struct table_file *file, struct spool **bytes, struct error *err)
{
    zip_t *archive = spool_zip_open(*bytes, err);
    if (!archive)
        return false;
    struct xlsx_book book = { 0 };
    file->encoding = memory_copy("XLSX");
    bool ok = read_book(&book, archive, file, err);
    xlsx_book_clear(&book);
    zip_discard(archive);
    return ok;
}

static bool
xlsx_file_knows(const char *bytes, size_t length)
{
    return length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

const struct table_kind xlsx_file_kind = { .knows = xlsx_file_knows,
                                           .read = xlsx_file_read };
