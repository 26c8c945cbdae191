/* SPDX-License-Identifier: GPL-3.0-or-later */
/* count_bench.c - how many there are, among a million registrations: of the meetings of a
 * page, by category and year, by organisation; and of who came, with half a million marks
 * in a copy
 */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "atelier/app/browse.h"
#include "bench/bench.h"
#include "bench/lot.h"
#include "bench/who_came.h"
#include "database/connection.h"
#include "session/session.h"

enum { ROUNDS = 21, MEETINGS = 40 };

/* Half of those who accepted, at every meeting where nobody was marked yet: the marks,
 * and their counters as a recount says. */
static const char add_marks[] =
    "BEGIN; INSERT INTO presence (rev, created_at, created_by, changed_at, changed_by,"
    " registration, slot, kind, at, \"by\", remote) SELECT 1, 0, 'bench', 0, 'bench', "
    "r.id,"
    " (SELECT min(id) FROM slot WHERE meeting = m.id), 4 * (r.id % 20 = 0), m.end_at,"
    " 'bench', r.id % 20 = 2 FROM meeting m CROSS JOIN registration r ON r.meeting = m.id"
    " WHERE r.state = 4 AND r.id % 2 = 0 AND m.id NOT IN (SELECT meeting FROM"
    " presence_count); INSERT INTO presence_count (meeting, kind, remote, state, "
    "category,"
    " people) SELECT r.meeting, p.kind, p.remote, r.state, coalesce(r.category, 0),"
    " count(*) FROM presence p CROSS JOIN registration r ON r.id = p.registration"
    " WHERE p.created_by = 'bench' GROUP BY 1, 2, 3, 4, 5;"
    " INSERT OR REPLACE INTO presence_slot_count SELECT slot, sum(kind = 0),"
    " sum(remote), sum(kind = 0), 0, 0, sum(kind = 4) FROM presence"
    " WHERE created_by = 'bench' GROUP BY slot; COMMIT;";

/* A slot for those meetings that have none. */
static const char add_slots[] =
    "INSERT INTO slot (rev, created_at, created_by, changed_at, changed_by, meeting,"
    " label, start, \"end\") SELECT 1, 0, 'bench', 0, 'bench', id, 'All', start, \"end\""
    " FROM meeting WHERE id NOT IN (SELECT meeting FROM slot)";

/* From what is kept of each kind of people. */
static const char by_category[] =
    "SELECT substr(m.start, 1, 4) AS year, h.category, sum(h.people) FROM head_count h"
    " JOIN meeting m ON m.id = h.meeting WHERE h.workshop = 0 GROUP BY 1, 2";

/* From the index, which is as long as the table. */
static const char by_organisation[] =
    "SELECT organisation, count(*) FILTER (WHERE state = 4), count(*) FROM registration"
    " WHERE organisation IS NOT NULL GROUP BY organisation";

static void
print(struct bench *bench, const char *what, double seconds, double most_ms,
      const char *goal)
{
    struct figure figure = { .what = what, .goal = goal };

    figure_say(figure.value, most_ms < 1 ? "%.3f ms" : "%.1f ms", seconds * 1e3);
    figure.verdict = seconds * 1e3 <= most_ms;
    figure_print(bench, &figure);
}

static double
median(double times[static ROUNDS])
{
    sort_numbers(times, ROUNDS);
    return number_at(times, ROUNDS, 0.5);
}

static double
count_meetings(struct atelier *at, const char *path)
{
    double times[ROUNDS];
    struct lot lot;

    lot_init(&lot, path, 3);
    for (int i = 0; i < ROUNDS; i++) {
        int64_t ids[MEETINGS];
        int64_t nobody;
        for (int k = 0; k < MEETINGS; k++)
            lot_draw(&lot, &ids[k], &nobody);
        const double begun = clock_now();
        for (int k = 0; k < MEETINGS; k++) {
            struct error err = { 0 };
            struct seats seats;
            if (!browse_seats(at, ids[k], &seats, &err))
                bench_give_up("%s", err.message);
        }
        times[i] = clock_now() - begun;
    }
    lot_clear(&lot);
    return median(times);
}

static double
run(sqlite3 *sqlite, const char *sql)
{
    double times[ROUNDS];
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) != SQLITE_OK)
        bench_give_up("%s", sqlite3_errmsg(sqlite));
    for (int i = 0; i < ROUNDS; i++) {
        const double begun = clock_now();
        while (sqlite3_step(statement) == SQLITE_ROW)
            ;
        times[i] = clock_now() - begun;
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    return median(times);
}

/* By no act of the program, which would write a million lines of the journal. */
static void
write_marks(const char *path)
{
    sqlite3 *sqlite = NULL;

    if (sqlite3_open(path, &sqlite) != SQLITE_OK ||
        sqlite3_exec(sqlite, add_slots, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_exec(sqlite, add_marks, NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s", sqlite3_errmsg(sqlite));
    sqlite3_close(sqlite);
}

static double
count_who_came(struct atelier *at, bool (*count)(struct atelier *at, struct error *err))
{
    double times[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        struct error err = { 0 };
        const double begun = clock_now();
        if (!count(at, &err))
            bench_give_up("%s", err.message);
        times[i] = clock_now() - begun;
    }
    return median(times);
}

static void
open_lists(struct bench *bench, struct atelier *at)
{
    struct error err = { 0 };
    char which[96] = "";
    char what[128];
    double slowest;

    if (!who_came_slowest_list(at, clock_now, &slowest, which, sizeof which, &err))
        bench_give_up("%s", err.message);
    (void)snprintf(what, sizeof what, "the list behind a figure (%s)", which);
    print(bench, what, slowest, 30, "<= 30 ms");
}

static void
count_marks(struct bench *bench)
{
    const char *path = bench_path(bench, "marked.db");

    (void)bench_run(bench, bench->large, "backup", path, NULL);
    write_marks(path);
    struct atelier *at = bench_open(path);
    print(bench, "who came, by year and category",
          count_who_came(at, who_came_by_category_and_year), 50, "<= 50 ms");
    print(bench, "who came, by organisation",
          count_who_came(at, who_came_by_organisation), 600, "<= 600 ms");
    open_lists(bench, at);
    atelier_close(at);
    (void)unlink(path);
}

void
bench_counts(struct bench *bench)
{
    struct atelier *at = bench_open(bench->large);

    print(bench, "seats of 40 meetings", count_meetings(at, bench->large), 0.3,
          "<= 0.3 ms");
    print(bench, "people by year and category", run(at->db->sqlite, by_category), 15,
          "<= 15 ms");
    print(bench, "people by organisation", run(at->db->sqlite, by_organisation), 250,
          "<= 250 ms");
    atelier_close(at);
    count_marks(bench);
}
