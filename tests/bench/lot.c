/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lot.c - reads what there is once, then draws */
#include "bench/lot.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench/bench.h"

#define SQL_MEETINGS "SELECT id FROM meeting WHERE title GLOB 'Meeting [0-9]*'"
#define SQL_PEOPLE                                                                       \
    "SELECT min(id), max(id) - min(id) + 1 FROM person"                                  \
    " WHERE email LIKE 'p%@large.example.org'"

void
lot_init(struct lot *lot, const char *database, size_t seed)
{
    sqlite3 *sqlite;
    sqlite3_stmt *statement;

    /* Not what another process has drawn already. */
    seed += (size_t)getpid() * 0x9e3779b97f4a7c15U;
    *lot = (struct lot){ .meetings = calloc(4000, sizeof(int64_t)),
                         .state = 88172645463325252U + seed };
    if (sqlite3_open_v2(database, &sqlite, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(sqlite, SQL_MEETINGS, -1, &statement, NULL) != SQLITE_OK)
        bench_give_up("%s: %s", database, sqlite3_errmsg(sqlite));
    while (sqlite3_step(statement) == SQLITE_ROW && lot->meeting_count < 4000)
        lot->meetings[lot->meeting_count++] = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    if (sqlite3_prepare_v2(sqlite, SQL_PEOPLE, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        lot->first_person = sqlite3_column_int64(statement, 0);
        lot->person_count = sqlite3_column_int64(statement, 1);
    }
    sqlite3_finalize(statement);
    sqlite3_close(sqlite);
    if (lot->meeting_count == 0 || lot->person_count == 0)
        bench_give_up("%s is no large sample", database);
}

static uint64_t
draw(struct lot *lot)
{
    lot->state ^= lot->state << 13;
    lot->state ^= lot->state >> 7;
    lot->state ^= lot->state << 17;
    return lot->state >> 8;
}

void
lot_draw(struct lot *lot, int64_t *meeting, int64_t *person)
{
    *meeting = lot->meetings[draw(lot) % lot->meeting_count];
    *person = lot->first_person + (int64_t)(draw(lot) % (uint64_t)lot->person_count);
}

void
lot_clear(struct lot *lot)
{
    free(lot->meetings);
    lot->meetings = NULL;
}
