/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_preview.c - the accents of a file, as another encoding would read them */
#include <string.h>

#include "import/import_state.h"

enum { ROWS_MOST = 500, WORDS_MOST = 4 };

/* Adds the words that have more than ASCII; returns how many there are now. */
static int
add_words(const char *cell, int words, struct buffer *text)
{
    const char *const blanks = " \t\n";
    while (*cell && words < WORDS_MOST) {
        size_t length = strcspn(cell, blanks);
        bool plain = true;
        for (size_t i = 0; i < length; i++)
            plain = plain && (unsigned char)cell[i] < 0x80;
        if (!plain) {
            buffer_add(text, words++ ? " " : "");
            buffer_add_part(text, cell, length);
        }
        cell += length + strspn(cell + length, blanks);
    }
    return words;
}

void
import_add_preview(const struct import *import, const char *encoding, struct buffer *text)
{
    struct table_file file = { 0 };
    struct table_row row = { 0 };
    struct error ignored = { 0 };
    const struct table_choice choice = { .encoding = encoding };
    int words = 0;
    bool ok = table_file_read(&file, import->path, &choice, &ignored);
    for (size_t i = 0; ok && i < file.rows.count && i < ROWS_MOST; i++) {
        ok = table_store_row(&file.rows, i, &row, &ignored);
        for (size_t c = 0; ok && c < row.count; c++)
            words = add_words(row.cells[c], words, text);
    }
    table_row_clear(&row);
    table_file_clear(&file);
}
