/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_due.c - the rows whose words have to be made anew before the transaction ends */
#include "search/search_due.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "database/connection.h"
#include "search/searched.h"
#include "source/search_source.h"

/* What was written, and the noun whose words it may change. */
struct writing {
    struct database *db;
    const struct entity *entity;
    const void *before;
    const void *after;
    enum entity_kind searched;
};

void
search_due_add(struct database *db, enum entity_kind entity, int64_t row)
{
    struct search_due_list *list = &db->due;
    const struct search_due due = { entity, row };

    if (row == 0)
        return;
    if (list->count > 0 && list->items[list->count - 1].entity == due.entity &&
        list->items[list->count - 1].row == row)
        return;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] = due;
}

static void
note(const struct writing *writing, int64_t row)
{
    search_due_add(writing->db, writing->searched, row);
}

/* Whether a field that words are made of was written. */
static bool
is_concerned(const struct writing *writing, const struct search_cause *cause)
{
    if (!writing->before || !writing->after)
        return true;
    for (size_t i = 0; i < SEARCH_FIELDS && cause->fields[i]; i++) {
        const struct field *field = entity_field(writing->entity, cause->fields[i]);
        if (!field || !field_equal(field, writing->before, writing->after))
            return true;
    }
    return false;
}

static void
note_reference(const struct writing *writing, const char *name)
{
    const struct field *field = entity_field(writing->entity, name);

    if (field && writing->before)
        note(writing, field_number(field, writing->before));
    if (field && writing->after)
        note(writing, field_number(field, writing->after));
}

static bool
note_rows(const struct writing *writing, const char *sql, int64_t id, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(writing->db, sql, err);
    bool there = false;
    bool ok = statement;

    if (statement)
        connection_bind_number(statement, ":id", id);
    while (ok && (ok = connection_step(statement, &there, err)) && there)
        note(writing, sqlite3_column_int64(statement, 0));
    connection_release(statement);
    return ok;
}

static bool
follow(const struct writing *writing, const struct search_cause *cause, struct error *err)
{
    const struct record *head = writing->after ? writing->after : writing->before;

    if (!is_concerned(writing, cause))
        return true;
    if (cause->rows)
        return note_rows(writing, cause->rows, head->id, err);
    if (cause->reference)
        note_reference(writing, cause->reference);
    else
        note(writing, head->id);
    return true;
}

bool
search_due_follow(struct database *db, const struct entity *entity, const void *before,
                  const void *after, struct error *err)
{
    struct writing writing = {
        .db = db, .entity = entity, .before = before, .after = after
    };
    bool ok = true;

    for (int i = 0; ok && i < SEARCHED_COUNT; i++) {
        writing.searched = searched_kind((enum searched)i);
        const struct search_source *source = searched_source(writing.searched);
        for (size_t c = 0; ok && c < SEARCH_CAUSES && source->causes[c].fields[0]; c++)
            if (source->causes[c].noun == entity->kind)
                ok = follow(&writing, &source->causes[c], err);
    }
    return ok;
}

static int
compare(const void *a, const void *b)
{
    const struct search_due *left = a;
    const struct search_due *right = b;

    if (left->entity != right->entity)
        return left->entity < right->entity ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

void
search_due_sort(struct search_due_list *list)
{
    size_t kept = 0;

    if (list->count == 0)
        return;
    qsort(list->items, list->count, sizeof list->items[0], compare);
    for (size_t i = 1; i < list->count; i++)
        if (compare(&list->items[kept], &list->items[i]) != 0)
            list->items[++kept] = list->items[i];
    list->count = kept + 1;
}

void
search_due_clear(struct search_due_list *list)
{
    free(list->items);
    *list = (struct search_due_list){ 0 };
}
