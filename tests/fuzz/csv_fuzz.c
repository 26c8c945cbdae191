/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_fuzz.c - libFuzzer: any file is read or refused with a sentence, its rows are
 * judged soundly, and what is written is read again as it was
 */
#include "fuzz.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "atelier/base/csv_cell.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"
#include "import/csv_file.h"
#include "import/text_twice.h"

enum { ROWS_JUDGED = 40 };

/* Reads the bytes as a file without a name. */
static bool
read_bytes(const void *bytes, size_t size, struct table_file *file, struct error *err)
{
    const struct table_kind *const kinds[] = { &csv_file_kind, NULL };
    char path[64];
    int fd = memfd_create("csv", MFD_CLOEXEC);

    fuzz_require(fd >= 0 && write(fd, bytes, size) == (ssize_t)size, "a file is made");
    (void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    bool ok = table_file_read(file, path, &(struct table_choice){ 0 }, kinds, err);
    close(fd);
    return ok;
}

static void
require_row(struct table_file *file, size_t index, struct table_row *row)
{
    struct error err = { 0 };

    fuzz_require(table_store_row(&file->rows, index, row, &err), err.message);
}

/* A sign that shows nothing stood within what was encoded twice: without it, that is
 * mended. */
static bool
is_mended(const char *cell)
{
    struct text_twice twice = { 0 };
    struct buffer undone = { 0 };
    const bool is = text_twice_undo(&twice, cell, strlen(cell), &undone);

    text_twice_clear(&twice);
    buffer_clear(&undone);
    return is;
}

static void
require_same(struct table_file *file, struct table_file *again, size_t index)
{
    struct table_row row = { 0 };
    struct table_row other = { 0 };

    require_row(file, index, &row);
    require_row(again, index, &other);
    fuzz_require(other.count == row.count, "as many cells");
    for (size_t c = 0; c < row.count; c++)
        fuzz_require(strcmp(other.cells[c], row.cells[c]) == 0 || is_mended(row.cells[c]),
                     "a cell is read as it was written");
    table_row_clear(&row);
    table_row_clear(&other);
}

/* A row that is one cell with a separator in it: written again, it is taken for one that
 * was quoted whole, as it seems. */
static bool
seems_wrapped(struct table_file *file)
{
    struct table_row row = { 0 };
    bool is = false;

    for (size_t r = 0; !is && r < file->rows.count; r++) {
        require_row(file, r, &row);
        is = row.count == 1 && strpbrk(row.cells[0], ";,\t|");
    }
    table_row_clear(&row);
    return is;
}

/* Whether a list of addresses without a heading was read, which gets one. */
static bool
got_heading(struct table_file *file)
{
    struct table_row row = { 0 };
    bool is = false;

    if (file->rows.count > 0) {
        require_row(file, 0, &row);
        is = row.count == 1 && strcmp(row.cells[0], "E-mail") == 0;
    }
    table_row_clear(&row);
    return is;
}

static void
write_again(struct table_file *file)
{
    struct buffer text = { 0 };
    struct table_file again = { 0 };
    struct table_row row = { 0 };
    struct error err = { 0 };
    char separator[] = { file->delimiter, '\0' };

    /* As the files of refused rows begin. */
    buffer_add(&text, "\xef\xbb\xbf");

    for (size_t r = 0; r < file->rows.count; r++) {
        require_row(file, r, &row);
        for (size_t c = 0; c < row.count; c++) {
            buffer_add(&text, c ? separator : "");
            csv_cell_add(&text, row.cells[c], file->delimiter);
        }
        buffer_add(&text, "\r\n");
    }
    fuzz_require(read_bytes(buffer_text(&text), text.length, &again, &err), err.message);
    /* Once its quotation marks are mended, what seemed a table may be such a list. */
    if (got_heading(&again) == got_heading(file)) {
        fuzz_require(again.rows.count == file->rows.count,
                     "as many rows as were written");
        for (size_t r = file->rows.count; r-- > 0;) /* in any order */
            require_same(file, &again, r);
    }
    table_row_clear(&row);
    table_file_clear(&again);
    buffer_clear(&text);
}

static void
require_sound(const struct import_row *row, const struct import_mapping *mapping)
{
    fuzz_require(row->verdict < IMPORT_VERDICT_COUNT, "each row has a verdict");
    fuzz_require(row->column == IMPORT_NO_COLUMN || row->column < mapping->count,
                 "a reason is about a column that is there");
    fuzz_require(row->verdict != IMPORT_REFUSED || row->reason, "refused, but why?");
    fuzz_require(row->verdict != IMPORT_DOUBTFUL || row->reason, "doubtful, but why?");
    fuzz_require(!row->reason || text_is_valid(row->reason, strlen(row->reason)),
                 "a reason is text");
    for (size_t i = 0; i < IMPORT_TARGET_COUNT; i++)
        fuzz_require(!row->values[i] ||
                         text_is_valid(row->values[i], strlen(row->values[i])),
                     "a value is text");
}

static void
fill_person(const struct import_row *row)
{
    struct person *person = record_new(&person_entity);
    struct error err = { 0 };

    if (import_row_apply(row, person, &err))
        fuzz_require(person->family && *person->family, "a person has a name");
    record_free(&person_entity, person);
}

/* Each row against those before it, as if they were known. */
static void
judge(struct table_file *file, const struct import_mapping *mapping)
{
    struct import_row rows[ROWS_JUDGED] = { 0 };
    struct import_candidate candidates[ROWS_JUDGED];
    struct table_row cells = { 0 };
    size_t known = 0;
    size_t count = file->rows.count < ROWS_JUDGED ? file->rows.count : ROWS_JUDGED;

    for (size_t r = 0; r < count; r++) {
        require_row(file, r, &cells);
        bool readable = import_row_read(
            &rows[r], mapping, (const char *const *)cells.cells, cells.count, cells.line);
        if (readable) {
            import_row_judge(&rows[r], candidates, known);
            if (rows[r].verdict == IMPORT_DOUBTFUL)
                import_row_settle_new(&rows[r]);
            fill_person(&rows[r]);
            candidates[known++] = import_row_candidate(&rows[r]);
        }
        require_sound(&rows[r], mapping);
    }
    for (size_t r = 0; r < count; r++)
        import_row_clear(&rows[r]);
    table_row_clear(&cells);
}

static void
import(struct table_file *file)
{
    struct import_mapping mapping = { 0 };
    struct table_row first = { 0 };
    struct error err = { 0 };

    require_row(file, 0, &first);
    import_mapping_guess(&mapping, (const char *const *)first.cells, first.count);
    fuzz_require(mapping.count == first.count, "each column means something or nothing");
    if (!import_mapping_check(&mapping, &err)) {
        /* As a person would who sees it. */
        for (size_t i = 0; i < mapping.count; i++)
            mapping.targets[i] = IMPORT_NOTHING;
        mapping.targets[0] = IMPORT_NAME_GIVEN_FIRST;
        if (mapping.count > 1)
            mapping.targets[1] = IMPORT_EMAIL;
        if (mapping.count > 2)
            mapping.targets[2] = IMPORT_PHONE;
    }
    judge(file, &mapping);
    table_row_clear(&first);
    import_mapping_clear(&mapping);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct table_file file = { 0 };
    struct error err = { 0 };

    if (read_bytes(bytes, size, &file, &err)) {
        if (!seems_wrapped(&file))
            write_again(&file);
        import(&file);
    } else {
        fuzz_require(err.kind == ERROR_INPUT && err.message[0], "a sentence says why");
    }
    table_file_clear(&file);
    return 0;
}
