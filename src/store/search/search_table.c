/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_table.c - one search over all that searched.def lists */
#include "atelier/store/search_table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "search/search_query.h"
#include "search/search_text.h"
#include "search/searched.h"

#define SQL_COUNT                                                                        \
    "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :match"               \
    " AND search.rowid BETWEEN :first AND :last LIMIT :most)"

enum { RANKED_MOST = 400, COUNTED_MOST = 10000 };

static void
add_hit(struct database *db, enum entity_kind entity, sqlite3_stmt *statement,
        struct search_hit_list *list)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct search_hit *hit = &list->items[list->count++];
    hit->entity = entity;
    hit->row = sqlite3_column_int64(statement, 0);
    struct buffer title = { 0 };
    row_title(db, entity_get(entity), hit->row, &title);
    hit->title = buffer_take(&title);
    hit->detail = connection_column_copy(statement, 1);
    const bool is_dated = sqlite3_column_count(statement) > 2;
    hit->start = is_dated ? connection_column_copy(statement, 2) : NULL;
    hit->zone = is_dated ? connection_column_copy(statement, 3) : NULL;
}

/* What one noun is asked for. */
struct asking {
    struct database *db;
    enum entity_kind entity;
    const char *match; /* NULL: the first, whatever they hold */
    struct date today;
    bool counts;
};

static bool
is_in(const struct search_hit_list *list, int64_t row)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].row == row)
            return true;
    return false;
}

/* Adds the first of them in the order of the index, as far as they are not there. */
static bool
gather(const struct asking *asking, struct search_rank_span span, size_t most,
       struct search_hit_list *list, struct error *err)
{
    const struct search_source *source = searched_source(asking->entity);
    sqlite3_stmt *statement =
        connection_prepare(asking->db, asking->match ? source->hits : source->first, err);
    const bool anew = list->count == 0;
    char day[DATE_TEXT_SIZE];
    bool row = false;

    if (!statement)
        return false;
    date_format(asking->today, day);
    connection_bind_text(statement, ":today", day);
    connection_bind_text(statement, ":match", asking->match);
    connection_bind_number(statement, ":first", span.first);
    connection_bind_number(statement, ":last", span.last);
    connection_bind_number(statement, ":most", (int64_t)most);
    bool ok;
    while ((ok = connection_step(statement, &row, err)) && row)
        if (anew || !is_in(list, sqlite3_column_int64(statement, 0)))
            add_hit(asking->db, asking->entity, statement, list);
    connection_release(statement);
    return ok;
}

/* How many there are, people aside that were merged. */
static bool
count(const struct asking *asking, struct search_rank_span span, size_t *found,
      struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(asking->db, SQL_COUNT, err);
    bool row = false;

    if (!statement)
        return false;
    connection_bind_text(statement, ":match", asking->match);
    connection_bind_number(statement, ":first", span.first);
    connection_bind_number(statement, ":last", span.last);
    connection_bind_number(statement, ":most", COUNTED_MOST);
    const bool ok = connection_step(statement, &row, err);
    if (ok && row)
        *found = (size_t)sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}

/* The places of those whose name begins with the first word that was typed. */
static struct search_rank_span
beginning(enum entity_kind entity, const char *text)
{
    char *folded = fold_copy(text);

    folded[strcspn(folded, " ")] = '\0';
    const struct search_rank_span span = search_rank_of_beginning(entity, folded);
    free(folded);
    return span;
}

/* The index knows ten letters of a name: of people of one long name, and of rooms that
 * all begin "Salle des", it does not know the order. */
static void
order(const struct asking *asking, struct search_hit_list *hits)
{
    if (searched_source(asking->entity)->order != SEARCH_BY_START)
        search_hit_list_by_name(hits);
}

/* Those that begin as typed, which are side by side in the index, and of the others so
 * many that the best of them are there for all that people type; ranked. */
static bool
add_hits(const struct asking *asking, const struct search_query *query, const char *text,
         size_t most, struct search_hit_list *list, struct error *err)
{
    struct search_hit_list hits = { 0 };
    size_t found = 0;
    bool ok = searched_source(asking->entity)->order == SEARCH_BY_START ||
              gather(asking, beginning(asking->entity, text), most, &hits, err);

    ok = ok && gather(asking, query->span, RANKED_MOST, &hits, err) &&
         (hits.count < RANKED_MOST || !asking->counts ||
          count(asking, query->span, &found, err));
    list->has_uncounted |= hits.count >= RANKED_MOST && !asking->counts;
    found = found > hits.count ? found : hits.count;
    if (ok) {
        order(asking, &hits);
        search_hit_list_rank(&hits, text, most);
    }
    for (size_t i = 0; ok && i < hits.count; i++) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        list->items[list->count++] = hits.items[i];
        hits.items[i] = (struct search_hit){ 0 };
    }
    list->found += ok ? found : 0;
    search_hit_list_clear(&hits);
    return ok;
}

/* What is typed, and how it is to be found. */
struct typed {
    const char *text;
    bool by_phone;
    struct date today;
    size_t most;
    bool counts;
};

static bool
find(struct database *db, enum entity_kind entity, const struct typed *typed,
     struct search_hit_list *list, struct error *err)
{
    struct search_query query;

    if (searched_source(entity)->is_text)
        return search_text_find(
            db, typed->text,
            &(struct search_text_wish){ .most = typed->most, .counts = typed->counts },
            list, err);
    if (!search_query_init(&query, entity, typed->text,
                           &(struct search_ways){ typed->by_phone, NULL }))
        return true;
    const struct asking asking = { db, entity, query.match, typed->today, typed->counts };
    const bool ok = add_hits(&asking, &query, typed->text, typed->most, list, err);
    search_query_clear(&query);
    return ok;
}

static bool
find_all(struct database *db, const struct typed *typed, struct search_hit_list *list,
         struct error *err)
{
    search_hit_list_clear(list);
    for (int i = 0; i < SEARCHED_COUNT; i++)
        if (!find(db, searched_kind((enum searched)i), typed, list, err))
            return false;
    if (list->count > 0)
        search_hit_list_rank(list, typed->text, SIZE_MAX);
    return true;
}

bool
search_table_find(struct database *db, const char *text, bool by_phone, struct date today,
                  size_t most, struct search_hit_list *list, struct error *err)
{
    const struct typed typed = { text, by_phone, today, most, .counts = true };

    return find_all(db, &typed, list, err);
}

bool
search_table_find_first(struct database *db, const char *text, bool by_phone,
                        struct date today, size_t most, struct search_hit_list *list,
                        struct error *err)
{
    const struct typed typed = { text, by_phone, today, most, .counts = false };

    return find_all(db, &typed, list, err);
}

bool
search_table_has_few(enum entity_kind entity)
{
    const struct search_source *source = searched_source(entity);

    return source && source->first;
}

bool
search_table_first(struct database *db, enum entity_kind entity, size_t most,
                   struct search_hit_list *list, struct error *err)
{
    const struct asking asking = { .db = db, .entity = entity };
    struct search_rank_span span = { 0 };

    search_hit_list_clear(list);
    if (!search_table_has_few(entity) || !search_rank_of_entity(entity, &span))
        return true;
    const bool ok = gather(&asking, span, most + 1, list, err);
    list->has_uncounted = list->count > most;
    order(&asking, list);
    search_hit_list_rank(list, "", most);
    list->found = list->count;
    return ok;
}

bool
search_table_find_in(struct database *db, enum entity_kind entity, const char *text,
                     bool by_phone, struct date today, size_t most,
                     struct search_hit_list *list, struct error *err)
{
    const struct typed typed = { text, by_phone, today, most, .counts = true };

    search_hit_list_clear(list);
    return !searched_source(entity) || find(db, entity, &typed, list, err);
}

void
search_table_set_today(struct database *db, struct date today)
{
    db->today = today;
}

bool
search_table_find_said(struct database *db, const char *text, int64_t group, size_t most,
                       struct search_hit_list *list, struct error *err)
{
    search_hit_list_clear(list);
    return search_text_find(
        db, text, &(struct search_text_wish){ group, most, .counts = true }, list, err);
}
