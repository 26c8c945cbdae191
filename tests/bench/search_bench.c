/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_bench.c - one more letter in a person search, and in the other lists */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "bench/bench.h"

enum { ROUNDS = 5, ROWS = 20, TIMES_MOST = 600, COUNTED_MOST = 10000 };

struct times {
    double rows[TIMES_MOST];   /* until the rows are there, ms */
    double prefix[TIMES_MOST]; /* the floor: names that begin so, from their index */
    size_t count;
};

/* Of several rounds the least: what else the machine did is not the program's. */
static void
keep_least(double *time, double begun)
{
    double now = (clock_now() - begun) * 1e3;

    if (*time <= 0 || now < *time)
        *time = now;
}

static void
time_prefix(sqlite3_stmt *statement, const char *text, struct times *times)
{
    double begun = clock_now();

    sqlite3_bind_text(statement, 1, text, -1, SQLITE_STATIC);
    while (sqlite3_step(statement) == SQLITE_ROW)
        (void)sqlite3_column_text(statement, 0);
    sqlite3_reset(statement);
    keep_least(&times->prefix[times->count], begun);
}

static void
time_rows(struct atelier *at, const char *text, struct times *times)
{
    struct listing_query query = { .kind = LISTING_PERSON, .search = text };
    struct listing_page page = { 0 };
    struct error err = { 0 };
    double begun = clock_now();

    if (!listing_fetch(at, &query, LISTING_FIRST, NULL, ROWS, &page, &err))
        bench_give_up("%s", err.message);
    keep_least(&times->rows[times->count], begun);
    listing_page_clear(&page);
}

static void
measure(const char *database, struct times *times)
{
    static const char *const words[] = { "marie",   "abadie", "mueller", "jan",
                                         "p77",     "sauter", "xyzzy",   "fau gri",
                                         "example", "ba mu",  "organ" };
    struct atelier *at = bench_open(database);
    sqlite3 *sqlite;
    sqlite3_stmt *statement;

    if (sqlite3_open_v2(database, &sqlite, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(sqlite,
                           "SELECT family, given, email, id FROM person"
                           " WHERE sort_key >= ?1 ORDER BY sort_key, id LIMIT 20",
                           -1, &statement, NULL) != SQLITE_OK)
        bench_give_up("%s: %s", database, sqlite3_errmsg(sqlite));
    for (int round = 0; round < ROUNDS; round++) {
        times->count = 0;
        for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
            for (size_t length = 1; length <= strlen(words[i]); length++) {
                char text[32];
                (void)snprintf(text, sizeof(text), "%.*s", (int)length, words[i]);
                time_rows(at, text, times);
                time_prefix(statement, text, times);
                times->count++;
            }
    }
    sqlite3_finalize(statement);
    sqlite3_close(sqlite);
    atelier_close(at);
    sort_numbers(times->rows, times->count);
    sort_numbers(times->prefix, times->count);
}

static void
print(struct bench *bench, const char *database, const char *what, double most,
      const char *goal)
{
    struct figure figure = { .what = what, .goal = goal };
    struct times times = { .count = 0 };

    measure(database, &times);
    double slowest = number_at(times.rows, times.count, 0.99);
    figure_say(figure.value, "%.2f, %.2f ms", number_at(times.rows, times.count, 0.5),
               slowest);
    figure_say(figure.floor, "prefix %.3f ms",
               number_at(times.prefix, times.count, 0.99));
    figure.ratio = slowest / number_at(times.prefix, times.count, 0.99);
    figure.verdict = slowest <= most;
    figure_print(bench, &figure);
}

/* The first rows and how many there are, as a list asks at each letter; the slowest of
 * the letters of a word, and the word up to it. */
static double
measure_list(struct atelier *at, enum listing_kind kind, int64_t scope, char slowest[32])
{
    static const char *const words[] = { "martin", "accepted", "ateliers", "de la" };
    double most = 0;

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        for (size_t length = 1; length <= strlen(words[i]); length++) {
            char text[32];
            double least = 0;
            (void)snprintf(text, sizeof(text), "%.*s", (int)length, words[i]);
            for (int round = 0; round < 3; round++) {
                const struct listing_query query = { .kind = kind,
                                                     .scope = scope,
                                                     .search = text };
                struct listing_page page = { 0 };
                struct error err = { 0 };
                int64_t count = 0;
                double begun = clock_now();
                if (!listing_fetch(at, &query, LISTING_FIRST, NULL, 2 * ROWS, &page,
                                   &err) ||
                    !listing_count(at, &query, COUNTED_MOST, &count, &err))
                    bench_give_up("%s", err.message);
                keep_least(&least, begun);
                listing_page_clear(&page);
            }
            if (least > most) {
                most = least;
                figure_say(slowest, "at “%s”", text);
            }
        }
    return most;
}

static void
print_lists(struct bench *bench)
{
    static const struct {
        enum listing_kind kind;
        int64_t scope;
        const char *what;
    } lists[] = {
        { LISTING_PERSON, 0, "people" },
        { LISTING_ORGANISATION, 0, "organisations" },
        { LISTING_WORKING_GROUP, 0, "groups" },
        { LISTING_MEETING, 0, "meetings, the past ones too" },
        { LISTING_ROOM, 0, "rooms" },
        { LISTING_REGISTRATION, 1, "who comes to a meeting" },
        { LISTING_MEMBERSHIP, 1, "members of a group" },
        { LISTING_JOURNAL, 0, "the history of everything" },
    };
    struct atelier *at = bench_open(bench->large);

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        char what[64];
        struct figure figure = { .what = what, .goal = "<= 30 ms" };

        (void)snprintf(what, sizeof(what), "one more letter, %s", lists[i].what);
        double most = measure_list(at, lists[i].kind, lists[i].scope, figure.floor);
        figure_say(figure.value, "%.1f ms", most);
        figure.verdict = most <= 30;
        figure_print(bench, &figure);
    }
    atelier_close(at);
}

void
bench_search(struct bench *bench)
{
    print_lists(bench);
    print(bench, bench->large, "one more letter, 20,000 people: p50, p99", 1,
          "p99 <= 1 ms");
    print(bench, bench->crowd, "one more letter, 1,000,000 people: p50, p99", 5,
          "p99 <= 5 ms");
}
