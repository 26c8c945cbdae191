/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_fuzz.c - libFuzzer: any archive, or any XML as the sheet of a workbook, is read or
 * refused with a sentence, and each of its rows is text
 */
#include "fuzz.h"

#include <string.h>
#include <unistd.h>

#include "atelier/base/text.h"
#include "import/xlsx_file.h"
#include "support/workbook.h"

static void
require_text(struct table_file *file)
{
    struct table_row row = { 0 };
    struct error err = { 0 };
    for (size_t r = 0; r < file->rows.count; r++) {
        fuzz_require(table_store_row(&file->rows, r, &row, &err), err.message);
        fuzz_require(row.count >= file->rows.width, "a row is as wide as the others");
        for (size_t c = 0; c < row.count; c++)
            fuzz_require(text_is_valid(row.cells[c], strlen(row.cells[c])),
                         "a cell is text");
    }
    fuzz_require(file->sheet, "the sheet has a name");
    table_row_clear(&row);
}

/* Reads the chosen sheet, or the only one; returns false where one has to be chosen. */
static bool
read_sheet(const char *path, const char *sheet, struct table_file *file)
{
    const struct table_kind workbook = { .read = xlsx_file_read };
    const struct table_kind *const kinds[] = { &workbook, NULL };
    struct error err = { 0 };
    if (!table_file_read(file, path, &(struct table_choice){ .sheet = sheet }, kinds,
                         &err))
        fuzz_require(err.kind == ERROR_INPUT && err.message[0], "a sentence says why");
    else if (table_file_waits_for_sheet(file))
        return false;
    else
        require_text(file);
    return true;
}

static void
read_file(const char *path)
{
    struct table_file file = { 0 };
    if (!read_sheet(path, NULL, &file)) {
        fuzz_require(file.sheet_count > 1, "there is a choice");
        for (size_t i = 0; i < file.sheet_count; i++) {
            struct table_file chosen = { 0 };
            fuzz_require(read_sheet(path, file.sheets[i], &chosen), "a sheet is chosen");
            table_file_clear(&chosen);
        }
    }
    table_file_clear(&file);
}

/* The archive is written by its name: what is in memory has none that lasts. */
static void
write_sheet(const char *path, const unsigned char *bytes, size_t size)
{
    const struct workbook_part parts[] = {
        WORKBOOK_RELATIONS,
        WORKBOOK_ONE_SHEET,
        WORKBOOK_USUAL,
        { "xl/styles.xml",
          "<a><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></a>", 0 },
        { "xl/texts.xml", "<sst><si><t>Zoé</t></si></sst>", 0 },
        { "xl/worksheets/sheet1.xml", (const char *)bytes, size },
        { NULL, NULL, 0 },
    };
    fuzz_require(workbook_write(path, parts, NULL), "a workbook is made");
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    char path[] = "/tmp/atelier-xlsx-XXXXXX";
    int fd = mkstemp(path);
    fuzz_require(fd >= 0, "a file is made");
    if (size == 0 || (size >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0)) {
        fuzz_require(write(fd, bytes, size) == (ssize_t)size, "the file is written");
    } else {
        write_sheet(path, bytes, size);
    }
    close(fd);
    read_file(path);
    (void)unlink(path);
    return 0;
}
