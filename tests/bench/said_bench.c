/* SPDX-License-Identifier: GPL-3.0-or-later */
/* said_bench.c - one more letter in a search over 2,000 reports of 100 entries, beside
 * reading all of them
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "atelier/app/browse.h"
#include "atelier/base/memory.h"
#include "bench/bench.h"
#include "search/search_due.h"
#include "search/search_text.h"
#include "session/session.h"

enum {
    REPORTS = 2000,
    ENTRIES = 100,
    ABOVE = 1000000, /* ids: those of the sample are below */
    WORDS = 6000,
    WORD_BYTES = 24,
    ROUNDS = 3,
    HITS = 60,
    TIMES_MOST = 4000
};

/* Made-up words, of which the first are used most, as in any language. */
struct vocabulary {
    char words[WORDS][WORD_BYTES];
    double shares[WORDS]; /* of this and those before */
    uint64_t state;
};

/* What a letter asks for. */
enum asked {
    ASKED_FIRST,   /* the first hits in the reports */
    ASKED_CTRL_F,  /* with those of all other nouns, as Ctrl-F does */
    ASKED_COUNTED, /* and how many there are, as it does when nobody types */
    ASKED_COUNT
};

struct times {
    double rows[TIMES_MOST]; /* ms */
    size_t count;
    double most;
    double worst[ASKED_COUNT];
    char slowest[32];
};

static size_t
draw(struct vocabulary *all, size_t below)
{
    all->state = all->state * 6364136223846793005U + 1442695040888963407U;
    return (size_t)((all->state >> 33) % below);
}

static void
make_words(struct vocabulary *all)
{
    static const char *const parts[] = { "mo",   "bi",   "li",  "té",  "fi", "nan",
                                         "ce",   "ment", "par", "ti",  "ci", "pa",
                                         "tion", "ter",  "ri",  "toi", "re", "ag",
                                         "glo",  "mé",   "pro", "jet", "eu", "ro",
                                         "de",   "la",   "con", "qua", "ur", "so",
                                         "cial", "ha",   "e",   "gie", "com" };
    double sum = 0;

    for (size_t i = 0; i < WORDS; i++) {
        const size_t count = 1 + draw(all, 5);
        for (size_t part = 0; part < count; part++)
            (void)strcat(all->words[i],
                         parts[draw(all, sizeof(parts) / sizeof(parts[0]))]);
        sum += 1.0 / (double)(i + 3);
        all->shares[i] = sum;
    }
}

static const char *
draw_word(struct vocabulary *all)
{
    const double share = (double)draw(all, 1 << 30) / (1 << 30) * all->shares[WORDS - 1];
    size_t low = 0;
    size_t high = WORDS - 1;

    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (all->shares[middle] < share)
            low = middle + 1;
        else
            high = middle;
    }
    return all->words[low];
}

/* A day apart; of the first meeting all but the day stays. */
static void
add_meetings(const char *database)
{
    static const char sql[] =
        "CREATE TEMP TABLE one AS SELECT * FROM meeting ORDER BY id LIMIT 1;"
        "CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
        " SELECT i + 1 FROM n WHERE i < 2000) SELECT i FROM n;"
        "CREATE TEMP TABLE many AS SELECT n.i, one.* FROM n, one;"
        "UPDATE many SET id = 100000 + i, number = 1000 + i,"
        " ics_uid = i,"
        " start_at = start_at + 86400 * i, end_at = end_at + 86400 * i;"
        "ALTER TABLE many DROP COLUMN i; INSERT INTO meeting SELECT * FROM many";
    sqlite3 *sqlite;

    if (sqlite3_open(database, &sqlite) != SQLITE_OK ||
        sqlite3_exec(sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s: %s", database, sqlite3_errmsg(sqlite));
    sqlite3_close(sqlite);
}

static void
add_text(struct vocabulary *all, struct buffer *text)
{
    buffer_reset(text);
    for (size_t i = 6 + draw(all, 30); i > 0; i--)
        buffer_addf(text, "%s ", draw_word(all));
}

static void
add_entries(const char *database, struct vocabulary *all)
{
    sqlite3 *sqlite;
    sqlite3_stmt *statement;
    struct buffer text = { 0 };

    if (sqlite3_open(database, &sqlite) != SQLITE_OK ||
        sqlite3_exec(sqlite, "BEGIN", NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(sqlite,
                           "INSERT INTO report_entry (id, rev, created_at, created_by,"
                           " changed_at, changed_by, meeting, place, indent, kind, text,"
                           " state) VALUES (?1, 1, 1, 'bench', 1, 'bench', ?2, ?1, 0, 0,"
                           " ?3, 0)",
                           -1, &statement, NULL) != SQLITE_OK)
        bench_give_up("%s: %s", database, sqlite3_errmsg(sqlite));
    for (int64_t i = 0; i < (int64_t)REPORTS * ENTRIES; i++) {
        add_text(all, &text);
        sqlite3_bind_int64(statement, 1, ABOVE + i);
        sqlite3_bind_int64(statement, 2, 100001 + i / ENTRIES);
        sqlite3_bind_text(statement, 3, buffer_text(&text), -1, SQLITE_TRANSIENT);
        if (sqlite3_step(statement) != SQLITE_DONE)
            bench_give_up("%s: %s", database, sqlite3_errmsg(sqlite));
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    (void)sqlite3_exec(sqlite, "COMMIT", NULL, NULL, NULL);
    sqlite3_close(sqlite);
    buffer_clear(&text);
}

/* As the upgrade does. */
static double
index_entries(struct atelier *at)
{
    const double begun = clock_now();
    struct error err = { 0 };

    if (!transaction_begin(at->db, &err))
        bench_give_up("%s", err.message);
    for (int64_t i = 0; i < (int64_t)REPORTS * ENTRIES; i++)
        search_due_add(at->db, ENTITY_REPORT_ENTRY, ABOVE + i);
    if (!transaction_commit(at->db, &err))
        bench_give_up("%s", err.message);
    return clock_now() - begun;
}

/* Seconds of this process: it waits for nothing, and what else the machine does is not
 * the program's. */
static double
processor_time(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool
ask(struct atelier *at, enum asked asked, const char *text, struct search_hit_list *hits,
    struct error *err)
{
    if (asked == ASKED_FIRST)
        return search_text_find(at->db, text, &(struct search_text_wish){ .most = HITS },
                                hits, err);
    return (asked == ASKED_COUNTED ? browse_search : browse_search_first)(at, text, HITS,
                                                                          hits, err);
}

/* Of several rounds the least. */
static double
time_search(struct atelier *at, enum asked asked, const char *text)
{
    double least = 0;

    for (int round = 0; round < ROUNDS; round++) {
        struct search_hit_list hits = { 0 };
        struct error err = { 0 };
        const double begun = processor_time();
        if (!ask(at, asked, text, &hits, &err))
            bench_give_up("%s", err.message);
        const double ms = (processor_time() - begun) * 1e3;
        least = least <= 0 || ms < least ? ms : least;
        search_hit_list_clear(&hits);
    }
    return least;
}

static void
time_text(struct atelier *at, const char *text, struct times *times)
{
    const double least = time_search(at, ASKED_FIRST, text);

    for (enum asked asked = ASKED_CTRL_F; asked < ASKED_COUNT; asked++) {
        const double ms = time_search(at, asked, text);
        double *worst = &times->worst[asked];
        *worst = ms > *worst ? ms : *worst;
    }
    if (least > times->most) {
        times->most = least;
        figure_say(times->slowest, "at “%.20s”", text);
    }
    if (times->count < TIMES_MOST)
        times->rows[times->count++] = least;
}

/* Letter by letter, behind what stands there. */
static void
type(struct atelier *at, const char *before, const char *word, struct times *times)
{
    for (size_t length = 1; length <= strlen(word); length++) {
        char text[128];
        (void)snprintf(text, sizeof(text), "%s%.*s", before, (int)length, word);
        time_text(at, text, times);
    }
}

static void
print(struct bench *bench, const char *what, struct times *times)
{
    struct figure figure = { .what = what, .goal = "each <= 5 ms" };
    struct figure counted = { .what = "  all of Ctrl-F, and counted: worst",
                              .goal = "",
                              .verdict = VERDICT_NONE };

    sort_numbers(times->rows, times->count);
    figure_say(figure.value, "%.2f, %.2f ms", number_at(times->rows, times->count, 0.5),
               times->most);
    figure_say(figure.floor, "%s", times->slowest);
    figure.verdict = times->most <= 5;
    figure_print(bench, &figure);
    figure_say(counted.value, "%.2f, %.2f ms", times->worst[ASKED_CTRL_F],
               times->worst[ASKED_COUNTED]);
    figure_print(bench, &counted);
    *times = (struct times){ .count = 0 };
}

static void
print_all(struct bench *bench, struct atelier *at, struct vocabulary *all)
{
    enum { OFTEN = 40, SELDOM = 4000, PHRASES = 40 };
    static struct times times;

    for (char letter[] = "a"; *letter <= 'z'; (*letter)++)
        type(at, "", letter, &times);
    for (size_t i = 0; i < OFTEN; i++)
        type(at, "", all->words[i], &times);
    print(bench, "a letter, words that stand everywhere: p50, worst", &times);
    for (size_t i = 0; i < OFTEN; i++)
        type(at, "", all->words[SELDOM + i], &times);
    type(at, "", "xyzzy", &times);
    print(bench, "words that are rare: p50, worst", &times);
    for (size_t i = 0; i < PHRASES; i++) {
        char before[128] = "";
        for (size_t word = 0; word < 3; word++) {
            (void)strcat(before, all->words[draw(all, word == 2 ? 600 : OFTEN)]);
            (void)strcat(before, " ");
        }
        type(at, before, all->words[draw(all, SELDOM)], &times);
    }
    print(bench, "the fourth word: p50, worst", &times);
}

void
bench_said(struct bench *bench)
{
    struct vocabulary *all = memory_new(1, sizeof(struct vocabulary));
    const char *database = bench_path(bench, "said.db");
    struct figure figure = { .what = "200,000 entries indexed",
                             .goal = "",
                             .verdict = VERDICT_NONE };

    (void)bench_run(bench, database, "init", "--sample", NULL);
    make_words(all);
    add_meetings(database);
    add_entries(database, all);
    struct atelier *at = bench_open(database);
    figure_say(figure.value, "%.1f s", index_entries(at));
    figure_print(bench, &figure);
    print_all(bench, at, all);
    atelier_close(at);
    free(all);
}
