/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_store.c - rows of cells, poured once and read in any order */
#include "import/table_store.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/encoded_word.h"

/* Read and written so many bytes at a time, for the rows behind one another. */
enum { PART = 16384, MARKS_IN_MEMORY = 32768 /* bytes */ };

bool
table_store_open(struct table_store *store, struct error *err)
{
    store->marks = paged_list_new(sizeof(struct table_mark), MARKS_IN_MEMORY);
    store->cells = spool_open(err);
    return store->cells;
}

void
table_store_clear(struct table_store *store)
{
    spool_close(store->cells);
    buffer_clear(&store->row);
    buffer_clear(&store->pending);
    free(store->window);
    paged_list_free(store->marks);
    *store = (struct table_store){ 0 };
}

/* What was copied out of an e-mail is read as its reader shows it. */
static void
decode_words(struct table_store *store, size_t begin)
{
    char *plain = encoded_word_decode(store->row.text + begin);

    if (!plain)
        return;
    store->row.length = begin;
    buffer_add_part(&store->row, plain, strlen(plain) + 1);
    free(plain);
}

void
table_store_add_cell(struct table_store *store, const char *text, size_t length)
{
    const size_t begin = store->row.length;

    buffer_add_part(&store->row, text, length);
    buffer_add_char(&store->row, '\0');
    if (memchr(text, '=', length) && strstr(store->row.text + begin, "=?"))
        decode_words(store, begin);
    store->begun = store->begun || !text_is_blank(store->row.text + begin);
}

static bool
write_pending(struct table_store *store, struct error *err)
{
    bool ok =
        spool_add(store->cells, buffer_text(&store->pending), store->pending.length, err);
    buffer_reset(&store->pending);
    return ok;
}

static void
add_mark(struct table_store *store, struct table_mark mark)
{
    paged_list_grow(store->marks, ++store->count);
    *(struct table_mark *)paged_list_edit(store->marks, store->count - 1) = mark;
}

static struct table_mark
mark_of(const struct table_store *store, size_t index)
{
    return *(const struct table_mark *)paged_list_get(store->marks, index);
}

int64_t
table_store_line(const struct table_store *store, size_t index)
{
    return mark_of(store, index).line;
}

static bool
end_row(struct table_store *store, int64_t line, bool refused, struct error *err)
{
    bool ok = true;
    if (store->begun) {
        uint64_t offset = spool_size(store->cells) + store->pending.length;
        if (offset + store->row.length > UINT32_MAX)
            return error_set(err, ERROR_INPUT,
                             _("That is more text than a list of people "
                               "holds."));
        add_mark(store, (struct table_mark){ .offset = (uint32_t)offset,
                                             .line = (uint32_t)line & INT32_MAX,
                                             .refused = refused });
        buffer_add_part(&store->pending, buffer_text(&store->row), store->row.length);
        ok = !store->watch || store->watch(store->context, buffer_text(&store->row),
                                           store->row.length, line, err);
    }
    buffer_reset(&store->row);
    store->begun = false;
    return ok && (store->pending.length < PART || write_pending(store, err));
}

bool
table_store_end_row(struct table_store *store, int64_t line, struct error *err)
{
    return end_row(store, line, false, err);
}

bool
table_store_refuse_row(struct table_store *store, int64_t line, const char *why,
                       struct error *err)
{
    table_store_add_cell(store, why, strlen(why));
    return end_row(store, line, true, err);
}

bool
table_store_finish(struct table_store *store, struct error *err)
{
    bool ok = write_pending(store, err);
    buffer_clear(&store->row);
    buffer_clear(&store->pending);
    return ok;
}

/* The bytes of the store from an offset on, by way of the window. */
static const char *
borrow_bytes(struct table_store *store, uint64_t offset, size_t length, struct error *err)
{
    size_t most = length > PART ? length : PART;
    if (offset >= store->window_start &&
        offset + length <= store->window_start + store->window_length)
        return store->window + (offset - store->window_start);
    store->window = memory_grow(store->window, &store->window_capacity, most, 1);
    store->window_start = offset;
    store->window_length = 0;
    if (!spool_read(store->cells, offset, store->window, most, &store->window_length,
                    err))
        return NULL;
    return store->window;
}

static void
append_cell(struct table_row *row, char *cell)
{
    row->cells =
        memory_grow(row->cells, &row->capacity, row->count + 1, sizeof(*row->cells));
    row->cells[row->count++] = cell;
}

bool
table_store_row(struct table_store *store, size_t index, struct table_row *row,
                struct error *err)
{
    const struct table_mark mark = mark_of(store, index);
    uint64_t end = index + 1 < store->count ? mark_of(store, index + 1).offset
                                            : spool_size(store->cells);
    size_t length = (size_t)(end - mark.offset);
    const char *bytes = borrow_bytes(store, mark.offset, length, err);
    if (!bytes)
        return false;

    row->text = memory_grow(row->text, &row->text_capacity, length + 1, 1);
    memcpy(row->text, bytes, length);
    row->text[length] = '\0';
    row->count = 0;
    row->line = mark.line;
    for (char *cell = row->text; cell < row->text + length; cell += strlen(cell) + 1)
        append_cell(row, cell);
    row->refusal = mark.refused ? row->cells[--row->count] : NULL;
    while (row->count < store->width)
        append_cell(row, row->text + length);
    return true;
}

void
table_row_clear(struct table_row *row)
{
    free(row->cells);
    free(row->text);
    *row = (struct table_row){ 0 };
}
