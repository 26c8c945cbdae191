/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_concern.c - the acts that a row's history tells: on itself, and on what belongs
 * to it */
#include "journal/journal_concern.h"

#include <stdlib.h>

/* A way from rows of one noun to the row that they concern. */
struct way {
    const struct entity *entity;
    const char *ids; /* SQL of the ids of those of the noun that concern it */
    size_t most;     /* of the rows that belong to it, by noun; 0: all */
    int depth;       /* how often what belongs to it is followed */
};

static void add_belonging(struct buffer *sql, const struct way *to);

/* Rows that belong to it now, all their acts; and of rows that were removed, or came to
 * belong to another, the acts up to then. */
static void
add_field(struct buffer *sql, const struct entity *entity, const struct field *field,
          const struct way *to)
{
    struct buffer present = { 0 };
    struct buffer left = { 0 };

    buffer_addf(&present, "SELECT id FROM \"%s\" WHERE \"%s\" IN (%s)", entity->name,
                field->name, to->ids);
    if (to->most > 0) {
        char *all = buffer_take(&present);

        /* +id: else all rows would be read from the newest on */
        buffer_addf(&present, "SELECT id FROM (%s ORDER BY +id DESC LIMIT %zu)", all,
                    to->most);
        free(all);
    }
    buffer_addf(&left,
                "FROM journal_change l INDEXED BY journal_change_left WHERE l.leaves = 1 "
                "AND l.entity = %d"
                " AND CAST(l.before ->> '$.\"%s\"' AS INTEGER) IN (%s)",
                entity->number, field->name, to->ids);
    buffer_addf(sql,
                " UNION SELECT c.journal FROM (%s) part CROSS JOIN journal_change c"
                " ON c.entity = %d AND c.row = part.id",
                buffer_text(&present), entity->number);
    buffer_addf(sql,
                " UNION SELECT c.journal FROM (SELECT l.row, l.journal %s) gone"
                " CROSS JOIN journal_change c ON c.entity = %d AND c.row = gone.row"
                " AND c.journal <= gone.journal",
                buffer_text(&left), entity->number);
    /* What people name has a history of its own. */
    buffer_addf(&present, " UNION SELECT l.row %s", buffer_text(&left));
    const struct way way = { entity, buffer_text(&present), to->most, to->depth - 1 };
    if (entity->only_by_id)
        add_belonging(sql, &way);
    buffer_clear(&present);
    buffer_clear(&left);
}

static void
add_belonging(struct buffer *sql, const struct way *to)
{
    for (int kind = 0; kind < ENTITY_COUNT && to->depth > 0; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        for (size_t i = 0; i < entity->field_count; i++) {
            const struct field *field = &entity->fields[i];
            if ((field->flags & FIELD_CONCERNS) &&
                field->refers_to == (int)to->entity->kind)
                add_field(sql, entity, field, to);
        }
    }
}

static void
add_concern(struct buffer *sql, const struct way *way)
{
    buffer_addf(sql,
                "SELECT journal FROM journal_change WHERE entity = %d AND row IN (%s)",
                way->entity->number, way->ids);
    add_belonging(sql, way);
}

void
journal_concern_add_sql(struct buffer *sql, const struct entity *entity, const char *rows)
{
    enum { DEPTH_MOST = 3 }; /* a noun that concerns itself would have no end */

    add_concern(sql, &(struct way){ entity, rows, 0, DEPTH_MOST });
}

void
journal_concern_add_newest(struct buffer *sql, const struct entity *entity,
                           const char *rows, size_t most, int depth)
{
    add_concern(sql, &(struct way){ entity, rows, most, depth });
}
