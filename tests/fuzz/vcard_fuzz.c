/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_fuzz.c - libFuzzer: any file of address cards is read or refused with a sentence,
 * and each row is a whole one, of text, that names a line of the file
 */
#include "fuzz.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "import/vcard_kind.h"
#include "import/vcard_row.h"

/* Reads the bytes as a file without a name. */
static bool
read_bytes(const void *bytes, size_t size, struct table_file *file, struct error *err)
{
    const struct table_kind *const kinds[] = { &vcard_kind, NULL };
    char path[64];
    int fd = memfd_create("vcard", MFD_CLOEXEC);

    fuzz_require(fd >= 0 && write(fd, bytes, size) == (ssize_t)size, "a file is made");
    (void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    bool ok = table_file_read(file, path, &(struct table_choice){ 0 }, kinds, err);
    close(fd);
    return ok;
}

static int64_t
count_lines(const unsigned char *bytes, size_t size)
{
    int64_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += bytes[i] == '\n' || bytes[i] == '\r';
    return lines;
}

static void
require_text(const char *text)
{
    fuzz_require(!text || text_is_valid(text, strlen(text)), "a text is UTF-8");
}

static void
require_sound(const struct table_row *cells)
{
    enum import_target targets[VCARD_COLUMNS];
    memcpy(targets, vcard_row_holds, sizeof(targets));
    const struct import_mapping mapping = { .targets = targets, .count = VCARD_COLUMNS };
    struct import_row row = { 0 };

    fuzz_require(cells->count == VCARD_COLUMNS, "a row has all columns");
    for (size_t c = 0; c < cells->count; c++)
        require_text(cells->cells[c]);
    fuzz_require(!cells->refusal || *cells->refusal, "refused, but why?");
    (void)import_row_read(&row, &mapping, (const char *const *)cells->cells, cells->count,
                          cells->line);
    fuzz_require(row.verdict != IMPORT_REFUSED || row.reason, "refused, but why?");
    fuzz_require(cells->refusal || row.verdict == IMPORT_REFUSED ||
                     row.values[IMPORT_FAMILY],
                 "who is taken has a name");
    import_row_clear(&row);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct table_file file = { 0 };
    struct table_row row = { 0 };
    struct error err = { 0 };
    int64_t lines = count_lines(bytes, size);

    if (read_bytes(bytes, size, &file, &err)) {
        int64_t before = 0;
        for (size_t i = 1; i < file.rows.count; i++) { /* behind the headings */
            fuzz_require(table_store_row(&file.rows, i, &row, &err), err.message);
            fuzz_require(row.line > before && row.line <= lines, "cards come in order");
            before = row.line;
            require_sound(&row);
        }
    } else {
        fuzz_require(err.kind == ERROR_INPUT && err.message[0], "a sentence says why");
    }
    table_row_clear(&row);
    table_file_clear(&file);
    return 0;
}
