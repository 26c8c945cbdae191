/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_file.c - a workbook of a spreadsheet, as the rows of one of its sheets */
#include "import/xlsx_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
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

/* A sheet that cannot be read is named too: whoever chooses it hears why, and the others
 * can be chosen. */
static bool
holds_something(const struct xlsx_book *book, const struct xlsx_sheet *sheet)
{
    bool has;
    return sheet->part && (!xlsx_sheet_has_text(book, sheet->part, &has, NULL) || has);
}

/* A sheet is also called by its name in other capitals, or by its number. */
static bool
is_alike(const char *wanted, const char *name, size_t number)
{
    char *folded = fold_copy(wanted);
    char *own = fold_copy(name);
    char digits[24];

    (void)snprintf(digits, sizeof(digits), "%zu", number);
    const bool is = strcmp(folded, own) == 0 || strcmp(wanted, digits) == 0;
    free(folded);
    free(own);
    return is;
}

/* Names the sheets that hold something: the one to read is the one that was chosen, or
 * the only one; else NULL. */
static const struct xlsx_sheet *
list_sheets(const struct xlsx_book *book, struct table_file *file)
{
    const char *wanted = file->choice.sheet;
    const struct xlsx_sheet *chosen = NULL;
    const struct xlsx_sheet *alike = NULL;
    for (size_t i = 0; i < book->sheet_count; i++) {
        const struct xlsx_sheet *sheet = &book->sheets[i];
        if (!holds_something(book, sheet))
            continue;
        add_sheet_name(file, sheet->name);
        if (!chosen && (!wanted || strcmp(wanted, sheet->name) == 0))
            chosen = sheet;
        if (!alike && wanted && is_alike(wanted, sheet->name, file->sheet_count))
            alike = sheet;
    }
    if (!chosen)
        chosen = alike;
    return wanted || file->sheet_count == 1 ? chosen : NULL;
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

/* Of several sheets, the sentence names the one that it is about. */
static bool
blame_sheet(const struct table_file *file, const struct error *why, struct error *err)
{
    if (file->sheet_count == 1 || why->kind != ERROR_INPUT)
        return error_pass(err, why);
    return error_set(err, ERROR_INPUT, _("Sheet “%s”: %s"), file->sheet, why->message);
}

static bool
read_book(struct xlsx_book *book, const struct xlsx_archive *archive,
          struct table_file *file, struct error *err)
{
    struct error why = { 0 };
    if (!xlsx_book_read(book, archive, err))
        return false;
    const struct xlsx_sheet *chosen = list_sheets(book, file);
    if (table_file_waits_for_sheet(file))
        return true;
    if (!chosen)
        return refuse_sheet(file, err);
    file->sheet = memory_copy(chosen->name);
    return xlsx_sheet_pour(book, chosen->part, file, &why) ||
           blame_sheet(file, &why, err);
}

bool
xlsx_file_read(struct table_file *file, struct spool **bytes, struct error *err)
{
    struct xlsx_archive archive = { .zip = spool_zip_open(*bytes, err) };
    if (!archive.zip)
        return false;
    archive.unpack = xlsx_unpack_new();
    struct xlsx_book book = { 0 };
    file->encoding = memory_copy("XLSX");
    bool ok = read_book(&book, &archive, file, err);
    xlsx_book_clear(&book);
    xlsx_unpack_free(archive.unpack);
    zip_discard(archive.zip);
    return ok;
}
