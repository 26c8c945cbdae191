/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_bench.c - what a page of a list costs, wherever it stands
 *
 * Usage: listing_bench FILE [PEOPLE [MEETINGS [REGISTRATIONS]]].  Makes the file when it
 * is not there; 20,000 people, 2,000 meetings and 1,000,000 registrations unless told
 * otherwise. Prints the median and the worst of 21 pages of 40 rows, in microseconds.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "atelier/base/fold.h"
#include "atelier/domain/entity.h"
#include "atelier/store/listing_table.h"
#include "atelier/store/today_table.h"
#include "database/connection.h"

enum { ROUNDS = 21, ROWS = 40, GROUPS = 40, ORGANISATIONS = 2000, DAY = 86400 };

static const char head[] = "1, 1700000000, 'bench', 1700000000, 'bench'";

struct sizes {
    long people;
    long meetings;
    long registrations;
};

static void
give_up(const char *why)
{
    (void)fprintf(stderr, "listing_bench: %s\n", why);
    exit(EXIT_FAILURE);
}

static void
run(sqlite3 *sqlite, const char *sql)
{
    if (sqlite3_exec(sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
        give_up(sqlite3_errmsg(sqlite));
}

static void
run_numbered(sqlite3 *sqlite, const char *insert, long count, const char *select)
{
    char *sql =
        sqlite3_mprintf("%s WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
                        " FROM n WHERE i < %ld) SELECT i, %s, %s FROM n",
                        insert, count, head, select);

    run(sqlite, sql);
    sqlite3_free(sql);
    run(sqlite,
        "INSERT INTO head_count (meeting, workshop, state, role, category, people)"
        " SELECT meeting, 0, state, role, 0, count(*) FROM registration"
        " GROUP BY meeting, state, role");
}

static void
make_name(long number, char name[32])
{
    static const char *const parts[] = { "ba", "cor", "dé",  "el",  "fau", "gri",
                                         "ho", "jan", "ké",  "lam", "mü",  "no",
                                         "pé", "ri",  "sau", "ter" };
    unsigned long chance = (unsigned long)number * 2654435761UL;

    name[0] = '\0';
    for (int i = 0; i < 4; i++)
        strcat(name, parts[(chance >> (8 + 4 * i)) % 16]);
}

static void
add_people(sqlite3 *sqlite, long count)
{
    sqlite3_stmt *statement;

    if (sqlite3_prepare_v2(
            sqlite,
            "INSERT INTO person (id, rev, created_at, created_by, changed_at,"
            " changed_by, family, given, email, consent, sort_key)"
            " VALUES (?1, 1, 0, 'bench', 0, 'bench', ?2, ?3,"
            " 'p' || ?1 || '@example.org', 0, ?4)",
            -1, &statement, NULL) != SQLITE_OK)
        give_up(sqlite3_errmsg(sqlite));
    for (long i = 1; i <= count; i++) {
        char family[32], given[32];

        make_name(i, family);
        make_name(i / 3 + 77, given);
        char *key = fold_sort_key(family, given);
        sqlite3_bind_int64(statement, 1, i);
        sqlite3_bind_text(statement, 2, family, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 3, given, -1, SQLITE_STATIC);
        sqlite3_bind_text(statement, 4, key, -1, SQLITE_STATIC);
        if (sqlite3_step(statement) != SQLITE_DONE)
            give_up(sqlite3_errmsg(sqlite));
        sqlite3_reset(statement);
        free(key);
    }
    sqlite3_finalize(statement);
}

static void
fill(const char *path, const struct sizes *sizes)
{
    sqlite3 *sqlite;
    char select[600];

    if (sqlite3_open(path, &sqlite) != SQLITE_OK)
        give_up("cannot open the file");
    run(sqlite, "BEGIN");
    run_numbered(sqlite,
                 "INSERT INTO organisation (id, rev, created_at, created_by, changed_at,"
                 " changed_by, name, sort_key)",
                 ORGANISATIONS, "'Town ' || i, 'town ' || i || char(1)");
    add_people(sqlite, sizes->people);
    (void)snprintf(select, sizeof select, "i, i * 7919 %% %d + 1, 'officer', 1",
                   (int)ORGANISATIONS);
    run_numbered(sqlite,
                 "INSERT INTO affiliation (id, rev, created_at, created_by, changed_at,"
                 " changed_by, person, organisation, function, main)",
                 sizes->people, select);
    run_numbered(sqlite,
                 "INSERT INTO working_group (id, rev, created_at, created_by, changed_at,"
                 " changed_by, code, name, zone)",
                 GROUPS, "printf('G%03d', i), 'Group ' || i, 'UTC'");
    (void)snprintf(select, sizeof select, "i %% %d + 1, i * 31 %% %ld + 1, 0",
                   (int)GROUPS, sizes->people);
    run_numbered(sqlite,
                 "INSERT INTO membership (id, rev, created_at, created_by, changed_at,"
                 " changed_by, \"group\", person, role)",
                 GROUPS * 50L, select);
    (void)snprintf(select, sizeof select,
                   "i %% %d + 1, 'Meeting ' || i,"
                   " strftime('%%Y-%%m-%%d 09:00', 'now', (i - %ld) || ' days'),"
                   " strftime('%%Y-%%m-%%d 11:00', 'now', (i - %ld) || ' days'), 'UTC',"
                   " 0, iif(i < %ld, 4, 1), 600, 0, 0,"
                   " (unixepoch() / %d + i - %ld) * %d + 32400,"
                   " (unixepoch() / %d + i - %ld) * %d + 39600, 'uid-' || i, 0,"
                   " iif(i < %ld, NULL, 1), 1",
                   (int)GROUPS, sizes->meetings / 2, sizes->meetings / 2,
                   sizes->meetings / 2, (int)DAY, sizes->meetings / 2, (int)DAY, (int)DAY,
                   sizes->meetings / 2, (int)DAY, sizes->meetings / 2);
    run_numbered(
        sqlite,
        "INSERT INTO meeting (id, rev, created_at, created_by, changed_at,"
        " changed_by, \"group\", title, start, \"end\", zone, mode, state, seats,"
        " approval, waiting_list, start_at, end_at, ics_uid, ics_sequence, undecided,"
        " needs_room)",
        sizes->meetings, select);
    char *sql = sqlite3_mprintf(
        "INSERT INTO registration (id, rev, created_at, created_by, changed_at, "
        "changed_by,"
        " meeting, person, family, given, role, state, previous_state, source, sort_key,"
        " live) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
        "%ld)"
        " SELECT i, %s, i %% %ld + 1, p.id, p.family, p.given, 0, 4, 0, 0, p.sort_key, 1"
        " FROM n CROSS JOIN person p ON p.id = (i / %ld + i * 37) %% %ld + 1"
        " WHERE true ON CONFLICT DO NOTHING",
        sizes->registrations, head, sizes->meetings, sizes->meetings, sizes->people);
    run(sqlite, sql);
    sqlite3_free(sql);
    run_numbered(sqlite,
                 "INSERT INTO category (id, rev, created_at, created_by, changed_at,"
                 " changed_by, name)",
                 8, "'Category ' || i");
    run(sqlite,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
        " INSERT INTO journal (id, at, staff, act, entity, row, summary)"
        " SELECT i, i, 'bench', 'person.change', 3, 1, 'x' FROM n");
    run(sqlite, "INSERT INTO journal_change (entity, row, journal, kind, leaves, before)"
                " SELECT 3, 1, id, 1, 0, '{\"note\":null}' FROM journal");
    run(sqlite, "COMMIT");
    sqlite3_close(sqlite);
}

static double
now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int
compare_times(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

static void
measure(struct database *db, const char *name, const struct listing_query *query,
        enum listing_direction direction, const struct listing_key *key)
{
    struct listing_page page = { 0 };
    double times[ROUNDS];
    struct error err;
    size_t rows = 0;

    for (int i = 0; i < ROUNDS; i++) {
        double begun = now();
        if (!listing_table_fetch(db, query, direction, key, ROWS, &page, &err))
            give_up(err.message);
        times[i] = now() - begun;
        rows = page.count;
        listing_page_clear(&page);
    }
    qsort(times, ROUNDS, sizeof times[0], compare_times);
    printf("%-34s %4zu rows %9.0f us, worst %9.0f\n", name, rows, times[ROUNDS / 2],
           times[ROUNDS - 1]);
}

/* At the first row, around a row, at the last. */
static void
measure_places(struct database *db, const char *name, struct listing_query query,
               int64_t id)
{
    struct listing_key key = { 0 };
    char label[64];
    struct error err;

    query.now = time(NULL);
    query.today = local_time_from_instant(query.now).date;
    (void)snprintf(label, sizeof label, "%s, first", name);
    measure(db, label, &query, LISTING_FIRST, NULL);
    if (listing_table_locate(db, &query, id, &key, &err)) {
        (void)snprintf(label, sizeof label, "%s, after", name);
        measure(db, label, &query, LISTING_AFTER, &key);
        (void)snprintf(label, sizeof label, "%s, before", name);
        measure(db, label, &query, LISTING_BEFORE, &key);
    }
    (void)snprintf(label, sizeof label, "%s, last", name);
    measure(db, label, &query, LISTING_LAST, NULL);
    listing_key_clear(&key);
}

static void
measure_today(struct database *db)
{
    struct today_list list = { 0 };
    struct error err;
    double begun = now();

    if (!today_table_load(db, time(NULL), 50, NULL, &list, &err))
        give_up(err.message);
    printf("%-34s %4zu rows %9.0f us\n", "today", list.count, now() - begun);
    today_list_clear(&list);
}

static void
measure_all(struct database *db)
{
    static const char *const words[] = { "b",     "ba",     "bac", "mueller",
                                         "mu te", "sauter", "p77" };
    const instant today = time(NULL);

    measure_places(db, "people", (struct listing_query){ .kind = LISTING_PERSON }, 5000);
    measure_places(db, "organisations",
                   (struct listing_query){ .kind = LISTING_ORGANISATION }, 500);
    measure_places(db, "meetings", (struct listing_query){ .kind = LISTING_MEETING },
                   500);
    measure_places(
        db, "meetings to come",
        (struct listing_query){ .kind = LISTING_MEETING_TO_COME, .from = today }, 1500);
    measure_places(db, "meetings of a group",
                   (struct listing_query){ .kind = LISTING_GROUP_MEETING, .scope = 1 },
                   800);
    measure_places(db, "meetings found",
                   (struct listing_query){ .kind = LISTING_MEETING, .search = "meeting" },
                   500);
    for (int order = 0; order < 3; order++)
        measure_places(db, "registrations",
                       (struct listing_query){
                           .kind = LISTING_REGISTRATION, .scope = 1001, .order = order },
                       101000);
    measure_places(db, "registrations found",
                   (struct listing_query){
                       .kind = LISTING_REGISTRATION, .scope = 1001, .search = "mu" },
                   0);
    measure_places(db, "meetings of a person",
                   (struct listing_query){ .kind = LISTING_PERSON_MEETING, .scope = 99 },
                   0);
    measure_places(db, "groups", (struct listing_query){ .kind = LISTING_WORKING_GROUP },
                   20);
    measure_places(db, "members",
                   (struct listing_query){ .kind = LISTING_MEMBERSHIP, .scope = 7 }, 6);
    measure_places(
        db, "people of a town",
        (struct listing_query){ .kind = LISTING_ORGANISATION_PERSON, .scope = 7 }, 0);
    measure_places(db, "journal", (struct listing_query){ .kind = LISTING_JOURNAL },
                   25000);
    measure_places(db, "journal of a row",
                   (struct listing_query){
                       .kind = LISTING_ROW_JOURNAL, .scope = 1, .entity = ENTITY_PERSON },
                   25000);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        measure_places(
            db, words[i],
            (struct listing_query){ .kind = LISTING_PERSON, .search = words[i] }, 0);
    measure_today(db);
}

/* They are made at the end of an operation. */
static void
make_words(struct database *db, const struct sizes *sizes)
{
    const struct {
        enum entity_kind entity;
        int64_t rows;
    } nouns[] = { { ENTITY_PERSON, sizes->people },
                  { ENTITY_ORGANISATION, ORGANISATIONS },
                  { ENTITY_WORKING_GROUP, GROUPS },
                  { ENTITY_MEETING, sizes->meetings } };
    struct error err;

    if (!transaction_begin(db, &err))
        give_up(err.message);
    for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++)
        for (int64_t row = 1; row <= nouns[i].rows; row++)
            search_due_add(db, nouns[i].entity, row);
    if (!transaction_commit(db, &err))
        give_up(err.message);
}

int
main(int argc, char **argv)
{
    const struct sizes sizes = {
        .people = argc > 2 ? strtol(argv[2], NULL, 10) : 20000,
        .meetings = argc > 3 ? strtol(argv[3], NULL, 10) : 2000,
        .registrations = argc > 4 ? strtol(argv[4], NULL, 10) : 1000000,
    };
    struct error err;

    if (argc < 2)
        give_up("name a file");
    bool fresh = access(argv[1], F_OK) != 0;
    struct database *db =
        database_open(argv[1], fresh ? DATABASE_CREATE : DATABASE_OPEN, false, &err);
    if (db == NULL)
        give_up(err.message);
    if (fresh) {
        fill(argv[1], &sizes);
        make_words(db, &sizes);
    }
    measure_all(db);
    database_close(db);
    return EXIT_SUCCESS;
}
