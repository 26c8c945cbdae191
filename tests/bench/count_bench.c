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
#include "atelier/app/browse_statistics.h"
#include "bench/bench.h"
#include "bench/lot.h"
#include "database/connection.h"
#include "session/session.h"

enum { ROUNDS = 21, MEETINGS = 40 };

/* Half of the people of every meeting but a tenth: the marks, and their counters as a
 * recount says. */
static const char add_marks[] =
    "BEGIN; INSERT INTO presence (rev, created_at, created_by, changed_at, changed_by,"
    " registration, slot, kind, at, \"by\", remote) SELECT 1, m.end_at, 'bench', "
    "m.end_at,"
    " 'bench', r.id, s.id, iif(r.id % 20 = 0, 4, 0), m.end_at, 'bench', r.id % 20 = 2"
    " FROM slot s CROSS JOIN meeting m ON m.id = s.meeting CROSS JOIN registration r"
    " ON r.meeting = m.id WHERE r.state = 4 AND r.id % 2 = 0;"
    "INSERT INTO presence_count (meeting, kind, remote, state, category, people)"
    " SELECT r.meeting, p.kind, p.remote, r.state, coalesce(r.category, 0), count(*)"
    " FROM presence p CROSS JOIN registration r ON r.id = p.registration"
    " WHERE p.\"by\" = 'bench' GROUP BY 1, 2, 3, 4, 5; COMMIT;";

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

static void
execute(sqlite3 *sqlite, const char *sql)
{
    if (sqlite3_exec(sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s", sqlite3_errmsg(sqlite));
}

static double
count_who_came(struct atelier *at, const struct statistics_wish *wish)
{
    double times[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        struct statistics statistics = { 0 };
        struct error err = { 0 };
        const double begun = clock_now();
        if (!browse_statistics(at, wish, &statistics, &err))
            bench_give_up("%s", err.message);
        times[i] = clock_now() - begun;
        if (statistics.total.figures[FIGURE_PRESENT] == 0)
            bench_give_up("Nobody came.");
        statistics_clear(&statistics);
    }
    return median(times);
}

static void
count_marks(struct bench *bench)
{
    const char *path = bench_path(bench, "marked.db");
    const struct statistics_scope all = { .last = { 9999, 12, 31 } };
    const struct statistics_wish by_year = { .scope = all,
                                             .by = STATISTICS_BY_CATEGORY,
                                             .each = STATISTICS_EACH_YEAR };
    const struct statistics_wish by_organisation_each = {
        .scope = all, .by = STATISTICS_BY_ORGANISATION
    };

    (void)bench_run(bench, bench->large, "backup", path, NULL);
    struct atelier *at = bench_open(path);
    execute(at->db->sqlite, add_slots);
    execute(at->db->sqlite, add_marks);
    print(bench, "who came, by year and category", count_who_came(at, &by_year), 50,
          "<= 50 ms");
    print(bench, "who came, by organisation", count_who_came(at, &by_organisation_each),
          600, "<= 600 ms");
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
