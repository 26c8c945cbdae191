/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_search.c - is every row found by its words, and by no others? */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "maintenance/maintenance_check.h"
#include "search/search_index.h"
#include "search/search_words.h"
#include "search/searched.h"

#define SQL_WORDS(TABLE)                                                                 \
    "SELECT r.row, s.words FROM search_rank r LEFT JOIN " TABLE                          \
    " s ON s.rowid = r.rank WHERE r.entity = :entity"

/* Rows that are not in the index, and index rows that are of no row. */
#define SQL_MISSING                                                                      \
    "SELECT count(*) FROM \"%w\" t WHERE NOT EXISTS"                                     \
    " (SELECT 1 FROM search_rank WHERE entity = '%q' AND row = t.id)"
#define SQL_STRAY                                                                        \
    "SELECT count(*) FROM search_rank r WHERE entity = '%q' AND NOT EXISTS"              \
    " (SELECT 1 FROM \"%w\" WHERE id = r.row)"
static const char sql_unnamed[] =
    "SELECT count(*) FROM (SELECT rowid, row FROM search"
    " UNION ALL SELECT rowid, row FROM search_text) s WHERE NOT EXISTS"
    " (SELECT 1 FROM search_rank WHERE row = s.row AND rank = s.rowid AND entity IN (NULL"
#define SEARCHED(KIND, name) ", '" #name "'"
#include "search/searched.def"
#undef SEARCHED
    "))";

/* The number that the SQL, which is freed, answers. */
static bool
count(struct database *db, char *sql, int64_t *number, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    bool row = false;
    const bool ok = statement && connection_step(statement, &row, err);

    if (row)
        *number = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    sqlite3_free(sql);
    return ok;
}

static void
tell(struct check_report *report, const struct entity *entity, int64_t number)
{
    if (number > 0)
        check_report_add_damage(report,
                                ngettext("%s: %" PRId64 " row is not found by its words.",
                                         "%s: %" PRId64
                                         " rows are not found by their words.",
                                         (unsigned long)number),
                                _(entity->plural), number);
}

static bool
check_presence(struct database *db, const struct entity *entity,
               struct check_report *report, struct error *err)
{
    int64_t missing = 0;
    int64_t stray = 0;

    if (!count(db, sqlite3_mprintf(SQL_MISSING, entity->name, entity->name), &missing,
               err) ||
        !count(db, sqlite3_mprintf(SQL_STRAY, entity->name, entity->name), &stray, err))
        return false;
    tell(report, entity, missing + stray);
    return true;
}

/* Posts end by themselves while nobody writes, so a row may still be found by
 * an organisation that it has left since. */
static bool
words_agree(struct database *db, const struct entity *entity, int64_t row,
            const char *words, bool *agree, struct error *err)
{
    struct search_entry now = { 0 };
    struct search_entry ever = { 0 };
    const bool ok = search_entry_make(&now, db, entity->kind, row, false, err) &&
                    search_entry_make(&ever, db, entity->kind, row, true, err);

    *agree = ok && words && search_words_cover(words, buffer_text(&now.words)) &&
             search_words_cover(buffer_text(&ever.words), words);
    search_entry_clear(&ever);
    search_entry_clear(&now);
    return ok;
}

static bool
check_words(struct database *db, const struct entity *entity, struct check_report *report,
            struct error *err)
{
    const char *sql = searched_source(entity->kind)->is_text ? SQL_WORDS("search_text")
                                                             : SQL_WORDS("search");
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    bool ok = statement;

    if (!ok)
        return false;
    connection_bind_text(statement, ":entity", entity->name);
    int64_t wrong = 0;
    bool row = false;
    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        bool agree = false;
        ok = words_agree(db, entity, sqlite3_column_int64(statement, 0),
                         connection_column_text(statement, 1), &agree, err);
        wrong += agree ? 0 : 1;
    }
    connection_release(statement);
    tell(report, entity, wrong);
    return ok;
}

bool
maintenance_check_search(struct database *db, bool thorough, struct check_report *report,
                         struct error *err)
{
    for (int kind = 0; kind < ENTITY_COUNT; kind++) {
        const struct entity *entity = entity_get((enum entity_kind)kind);
        struct search_rank_span span;
        if (!search_rank_of_entity(entity->kind, &span))
            continue;
        if (!check_presence(db, entity, report, err) ||
            (thorough && !check_words(db, entity, report, err)))
            return false;
    }
    int64_t unnamed = 0;
    if (!count(db, sqlite3_mprintf("%s", sql_unnamed), &unnamed, err))
        return false;
    if (unnamed > 0)
        check_report_add_damage(report,
                                _("The search index holds rows that belong to nothing."));
    return true;
}
