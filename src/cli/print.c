/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print.c - rows on standard output: as a table for people, as JSON for scripts */
#include "print.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "text_output.h"

enum { PAGE_ROWS = 250, GAP = 2 };

json_t *
print_json_value(enum field_kind kind, const char *text)
{
    if (!text)
        return json_null();
    if (field_kind_is_number(kind))
        return json_integer(strtoll(text, NULL, 10));
    return kind == FIELD_BOOLEAN ? json_boolean(text[0] == '1') : json_string(text);
}

static void
add_head(json_t *object, const struct record *head)
{
    char created[INSTANT_TEXT_SIZE];
    instant_format(head->created_at, created);
    char changed[INSTANT_TEXT_SIZE];
    instant_format(head->changed_at, changed);
    json_object_set_new(object, "id", json_integer(head->id));
    json_object_set_new(object, "rev", json_integer(head->rev));
    /* The settings do not know who made them, and when. */
    json_object_set_new(object, "created_at",
                        head->created_by ? json_string(created) : json_null());
    json_object_set_new(object, "created_by",
                        print_json_value(FIELD_TEXT, head->created_by));
    json_object_set_new(object, "changed_at", json_string(changed));
    json_object_set_new(object, "changed_by",
                        print_json_value(FIELD_TEXT, head->changed_by));
}

json_t *
print_json_record(const struct entity *entity, const void *record)
{
    json_t *object = json_object();

    add_head(object, record);
    struct buffer text = { 0 };
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        buffer_reset(&text);
        const char *value =
            field_format(field, record, &text) ? buffer_text(&text) : NULL;
        json_object_set_new(object, field->name, print_json_value(field->kind, value));
    }
    buffer_clear(&text);
    return object;
}

/* Rows that another program wrote may hold what would move the cursor. */
static void
put_json(const json_t *value, size_t flags)
{
    struct buffer safe = { 0 };
    char *dumped = json_dumps(value, flags | JSON_PRESERVE_ORDER);

    erased_mark_say(ERASED_MARK_LANGUAGE, &dumped);
    text_add_json(&safe, dumped ? dumped : "null");
    (void)fputs(buffer_text(&safe), stdout);
    buffer_clear(&safe);
    free(dumped);
}

void
print_json(struct invocation *inv, json_t *value)
{
    if (inv->options->json && !inv->text) {
        put_json(value, JSON_INDENT(2));
        putchar('\n');
    }
    json_decref(value);
}

static void
put_text(struct invocation *inv, const struct buffer *text)
{
    if (!text_output_add(inv, buffer_text(text), text->length))
        (void)fputs(buffer_text(text), stdout);
}

void
print_line(struct invocation *inv, const char *format, ...)
{
    if (inv->options->json && !inv->text)
        return;

    struct buffer raw = { 0 };
    va_list arguments;
    va_start(arguments, format);
    buffer_addv(&raw, format, arguments);
    va_end(arguments);
    erased_mark_say_in(NULL, &raw);
    struct buffer line = { 0 };
    text_add_printable(&line, buffer_text(&raw));
    buffer_add_char(&line, '\n');
    put_text(inv, &line);
    buffer_clear(&raw);
    buffer_clear(&line);
}

void
print_lines(struct invocation *inv, const char *text)
{
    while (*text) {
        const size_t length = strcspn(text, "\n");
        print_line(inv, "%.*s", (int)length, text);
        text += length;
        text += *text ? 1 : 0;
    }
}

void
print_record(struct invocation *inv, const struct entity *entity, const void *record)
{
    if (inv->options->json) {
        print_json(inv, print_json_record(entity, record));
        return;
    }

    const struct record *head = record;
    size_t width = 4;
    for (size_t i = 0; i < entity->field_count; i++) {
        size_t label = text_width(_(entity->fields[i].label));
        width = label > width ? label : width;
    }

    print_line(inv, "%-*s  %" PRId64, (int)width, "id", head->id);
    struct buffer line = { 0 };
    struct buffer value = { 0 };
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (field->flags & FIELD_HIDDEN || field_is_absent(field, record))
            continue;
        buffer_reset(&line);
        buffer_reset(&value);
        text_add_cut(&line, _(field->label), width, true, false);
        display_field(inv->at, field, record, &value);
        print_line(inv, "%s  %s", buffer_text(&line), buffer_text(&value));
    }
    buffer_clear(&line);
    buffer_clear(&value);
}

/* A table whose columns are as wide as the first page wants them. */
struct table {
    struct invocation *inv;
    const struct listing *listing;
    size_t *widths;  /* 0: not shown */
    bool is_without; /* ids: they are none to type */
};

/* The column of the id that commands take in place of the row's, or their count. */
static size_t
typed_column(const struct listing *listing)
{
    size_t c = 0;

    while (c < listing->column_count && !listing->columns[c].is_typed)
        c++;
    return c;
}

/* "Person" where it is not the row's own. */
static const char *
id_label(const struct listing *listing)
{
    return typed_column(listing) < listing->column_count ? _("Person") : "id";
}

static size_t
id_width(const struct listing *listing)
{
    enum { LEAST = 7 };
    const size_t width = text_width(id_label(listing));

    return width > LEAST ? width : LEAST;
}

static void
put_aligned(struct buffer *line, const char *text, size_t width, bool right)
{
    size_t used = text_width(text);
    size_t pad = used < width ? width - used : 0;
    for (size_t i = 0; right && i < pad; i++)
        buffer_add_char(line, ' ');
    buffer_add(line, text);
    for (size_t i = 0; !right && i < pad; i++)
        buffer_add_char(line, ' ');
}

static void
put_id(const struct table *table, const struct listing_row *row, struct buffer *line)
{
    const size_t typed = typed_column(table->listing);
    char id[24];

    (void)snprintf(id, sizeof(id), row->id > 0 ? "%" PRId64 : "-", row->id);
    const char *shown = typed == table->listing->column_count ? id : row->cells[typed];
    put_aligned(line, shown ? shown : "-", id_width(table->listing), true);
}

static void
add_cell(struct atelier *at, const struct column *column, const char *cell,
         struct buffer *text)
{
    struct buffer shown = { 0 };
    if (cell)
        display_cell(at, column, cell, &shown);
    text_add_printable(text, buffer_text(&shown));
    buffer_clear(&shown);
}

/* What is typed there, such as a question, may name who was erased. */
static void
add_label(const struct column *column, struct buffer *text)
{
    buffer_reset(text);
    if (column->is_own_label)
        erased_mark_show(column->label, text);
    else
        buffer_add(text, _(column->label));
}

/* Whether rows behind the page may have what none of its own has. */
static bool
may_follow(const struct table *table, const struct listing_page *page,
           const struct column *column)
{
    return page->more_after &&
           (column->kind != FIELD_ZONE || display_has_elsewhere(table->inv->at));
}

static void
measure(struct table *table, const struct listing_page *page)
{
    struct buffer text = { 0 };
    for (size_t c = 0; c < table->listing->column_count; c++) {
        const struct column *column = &table->listing->columns[c];
        if (column->priority == 0)
            continue;
        size_t width = 0;
        for (size_t r = 0; r < page->count; r++) {
            buffer_reset(&text);
            add_cell(table->inv->at, column, page->rows[r].cells[c], &text);
            size_t cell = text_width(buffer_text(&text));
            width = cell > width ? cell : width;
        }
        if (width == 0 && column->is_seldom && !may_follow(table, page, column))
            continue;
        add_label(column, &text);
        const size_t label = text_width(buffer_text(&text));
        table->widths[c] = width > label ? width : label;
    }
    buffer_clear(&text);
}

static void
end_line(const struct table *table, struct buffer *line)
{
    while (line->length > 0 && line->text[line->length - 1] == ' ')
        line->text[--line->length] = '\0';
    buffer_add_char(line, '\n');
    put_text(table->inv, line);
    buffer_reset(line);
}

static void
put_gap(struct buffer *line)
{
    for (int i = 0; line->length > 0 && i < GAP; i++)
        buffer_add_char(line, ' ');
}

static void
put_heading(const struct table *table)
{
    struct buffer line = { 0 };
    struct buffer label = { 0 };
    if (!table->is_without)
        put_aligned(&line, id_label(table->listing), id_width(table->listing), true);
    for (size_t c = 0; c < table->listing->column_count; c++) {
        const struct column *column = &table->listing->columns[c];
        if (table->widths[c] == 0)
            continue;
        put_gap(&line);
        add_label(column, &label);
        put_aligned(&line, buffer_text(&label), table->widths[c],
                    field_kind_is_number(column->kind));
    }
    end_line(table, &line);
    buffer_clear(&label);
    buffer_clear(&line);
}

static void
put_rows(const struct table *table, const struct listing_page *page, size_t count)
{
    struct buffer line = { 0 };
    struct buffer cell = { 0 };
    for (size_t r = 0; r < count; r++) {
        if (!table->is_without)
            put_id(table, &page->rows[r], &line);
        for (size_t c = 0; c < table->listing->column_count; c++) {
            const struct column *column = &table->listing->columns[c];
            if (table->widths[c] == 0)
                continue;
            buffer_reset(&cell);
            add_cell(table->inv->at, column, page->rows[r].cells[c], &cell);
            put_gap(&line);
            put_aligned(&line, buffer_text(&cell), table->widths[c],
                        field_kind_is_number(column->kind));
        }
        end_line(table, &line);
    }
    buffer_clear(&line);
    buffer_clear(&cell);
}

bool
print_listing(struct invocation *inv, const struct listing_query *query, int64_t most,
              struct error *err)
{
    struct table table = { .inv = inv, .listing = listing_get(query->kind) };

    table.widths = memory_new(table.listing->column_count, sizeof(*table.widths));
    struct listing_page page = { 0 };
    struct listing_key key = { 0 };
    enum listing_direction direction = LISTING_FIRST;
    int64_t printed = 0;
    bool ok;
    do {
        size_t wanted = PAGE_ROWS;
        if (most > 0 && most - printed < PAGE_ROWS)
            wanted = (size_t)(most - printed);
        listing_page_clear(&page);
        ok = listing_fetch(inv->at, query, direction, &key, wanted, &page, err);
        if (!ok || page.count == 0)
            break;
        if (direction == LISTING_FIRST) {
            measure(&table, &page);
            put_heading(&table);
        }
        put_rows(&table, &page, page.count);
        printed += (int64_t)page.count;
        direction = LISTING_AFTER;
        listing_key_clear(&key);
        listing_key_copy(&key, &page.rows[page.count - 1].key);
    } while (page.more_after && (most == 0 || printed < most));

    if (ok && printed == 0)
        (void)fputs(_("There is nothing in this list.\n"), stderr);
    listing_page_clear(&page);
    listing_key_clear(&key);
    free(table.widths);
    return ok;
}

void
print_page(struct invocation *inv, const struct listing *listing,
           const struct listing_page *page)
{
    struct table table = { .inv = inv, .listing = listing, .is_without = true };

    if (page->count == 0) {
        (void)fputs(_("There is nothing in this list.\n"), stderr);
        return;
    }
    table.widths = memory_new(listing->column_count, sizeof(*table.widths));
    measure(&table, page);
    put_heading(&table);
    put_rows(&table, page, page->count);
    free(table.widths);
}
