/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_table_test.c - what is told of an erasure that cannot be finished */
#include "atelier/store/erase_table.h"

#include "database/connection.h"
#include "support/suite.h"

/* The names of who was erased would stay in it, and nobody would be told. */
START_TEST(a_search_index_that_cannot_be_overwritten__is_told)
{
    static const char *const indexes[] = { "search", "search_text" };

    for (size_t i = 0; i < sizeof indexes / sizeof indexes[0]; i++) {
        struct buffer sql = { 0 };
        struct error err = { 0 };
        bool left = false;
        struct database *db = database_open(":memory:", DATABASE_CREATE, false, &err);

        ck_assert_msg(db != NULL, "%s", err.message);
        ck_assert_msg(erase_table_finish(db, &left, &err), "%s", err.message);
        buffer_addf(&sql, "DROP TABLE %s", indexes[i]);
        ck_assert_msg(connection_execute(db, buffer_text(&sql), &err), "%s", err.message);
        ck_assert(!erase_table_finish(db, &left, &err));
        ck_assert_str_ne(err.message, "");
        buffer_clear(&sql);
        database_close(db);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_search_index_that_cannot_be_overwritten__is_told);
}

SUITE_MAIN("erase_table")
