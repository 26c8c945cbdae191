/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_window.h - a database for the tests of lists, and a window over each of them */
#ifndef ATELIER_TESTS_LISTING_WINDOW_H
#define ATELIER_TESTS_LISTING_WINDOW_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/listing_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static struct listing_page page;

static inline void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    page = (struct listing_page){ 0 };
}

static inline void
tear_down(void)
{
    listing_page_clear(&page);
    database_close(db);
}

/* The query on its day, or else on one of 2026. */
static inline struct listing_query
dated(const struct listing_query *query)
{
    struct listing_query asked = *query;

    if (date_is_none(asked.today))
        asked.today = (struct date){ 2026, 11, 28 };
    if (asked.now == 0)
        asked.now = local_time_to_instant((struct local_time){ .date = asked.today });
    return asked;
}

/* Into `page`; the key may be one of what it held. */
static inline void
fetch(const struct listing_query *query, enum listing_direction direction,
      const struct listing_key *key, size_t count)
{
    const struct listing_query asked = dated(query);
    struct listing_key from = { 0 };

    if (key != NULL)
        listing_key_copy(&from, key);
    listing_page_clear(&page);
    ck_assert_msg(listing_table_fetch(db, &asked, direction, key != NULL ? &from : NULL,
                                      count, &page, &err),
                  "%s", err.message);
    listing_key_clear(&from);
}

static inline size_t
column(enum listing_kind kind, const char *name)
{
    const struct listing *listing = listing_get(kind);

    for (size_t i = 0; i < listing->column_count; i++)
        if (strcmp(listing->columns[i].name, name) == 0)
            return i;
    ck_abort_msg("no column %s", name);
}

/* The cell, "-" when there is none. */
static const char *
cell(enum listing_kind kind, size_t row, const char *name)
{
    ck_assert_uint_lt(row, page.count);
    const char *text = page.rows[row].cells[column(kind, name)];
    return text != NULL ? text : "-";
}

/* One column of the whole list in one text: "Ader Bost Caux". */
static inline char *
all(const struct listing_query *query, const char *name)
{
    struct buffer text = { 0 };

    fetch(query, LISTING_FIRST, NULL, 1000);
    for (size_t i = 0; i < page.count; i++)
        buffer_addf(&text, "%s%s", i > 0 ? " " : "", cell(query->kind, i, name));
    buffer_add(&text, "");
    return buffer_take(&text);
}

static inline void
assert_all(const struct listing_query *query, const char *name, const char *expected)
{
    char *found = all(query, name);

    ck_assert_str_eq(found, expected);
    free(found);
}

static inline int64_t
add_person(const char *family, const char *given)
{
    return rows_add(db, &person_entity, "family", family, "given", given, NULL);
}

static inline int64_t
add_group(const char *code)
{
    return rows_add(db, &working_group_entity, "code", code, "name", code, NULL);
}

/* Walks a list forwards and backwards by pages of every size, and finds the
 * same rows, each once, with the flags right. */
static inline void
assert_window(const struct listing_query *query)
{
    const struct listing_query asked = dated(query);
    int64_t ids[64];
    size_t total;
    int64_t counted;

    fetch(query, LISTING_FIRST, NULL, 64);
    total = page.count;
    ck_assert(!page.more_before && !page.more_after);
    for (size_t i = 0; i < total; i++)
        ids[i] = page.rows[i].id;
    ck_assert_uint_gt(total, 1);
    ck_assert(listing_table_count(db, &asked, 1000, &counted, &err));
    ck_assert_int_eq(counted, (int64_t)total);
    ck_assert(listing_table_count(db, &asked, 1, &counted, &err));
    ck_assert_int_eq(counted, 1);

    for (size_t size = 1; size <= total + 1; size++) {
        struct listing_key key = { 0 };
        size_t seen = 0;

        for (fetch(query, LISTING_FIRST, NULL, size); page.count > 0;
             fetch(query, LISTING_AFTER, &key, size)) {
            ck_assert(page.more_before == (seen > 0));
            for (size_t i = 0; i < page.count; i++)
                ck_assert_int_eq(page.rows[i].id, ids[seen++]);
            ck_assert(page.more_after == (seen < total));
            listing_key_copy(&key, &page.rows[page.count - 1].key);
        }
        ck_assert_uint_eq(seen, total);
        ck_assert(page.more_before && !page.more_after);

        for (fetch(query, LISTING_LAST, NULL, size); page.count > 0;
             fetch(query, LISTING_BEFORE, &key, size)) {
            ck_assert(page.more_after == (seen < total));
            for (size_t i = page.count; i > 0; i--)
                ck_assert_int_eq(page.rows[i - 1].id, ids[--seen]);
            ck_assert(page.more_before == (seen > 0));
            listing_key_copy(&key, &page.rows[0].key);
        }
        ck_assert_uint_eq(seen, 0);
        ck_assert(page.more_after && !page.more_before);
        listing_key_clear(&key);
    }

    for (size_t i = 0; i < total; i++) {
        struct listing_key key = { 0 };

        ck_assert_msg(listing_table_locate(db, &asked, ids[i], &key, &err), "%s",
                      err.message);
        fetch(query, LISTING_FROM, &key, 1);
        ck_assert_uint_eq(page.count, 1);
        ck_assert_int_eq(page.rows[0].id, ids[i]);
        ck_assert(page.more_before == (i > 0));
        ck_assert(page.more_after == (i + 1 < total));
        listing_key_clear(&key);
    }
}

#endif
