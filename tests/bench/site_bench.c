/* SPDX-License-Identifier: GPL-3.0-or-later */
/* site_bench.c - the site of 2,000 meetings whose reports are final: written for the
 * first time, and when nothing changed
 */
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>

#include "atelier/base/buffer.h"
#include "atelier/domain/report_document.h"
#include "bench/bench.h"
#include "support/report_sample.h"

enum { MEETINGS = 2000, ROUNDS = 5 };

#define SQL_MEETINGS                                                                     \
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"    \
    " INSERT INTO meeting (rev, created_at, created_by, changed_at, changed_by,"         \
    " \"group\", number, title, start, \"end\", zone, mode, state, approval,"            \
    " waiting_list, start_at, end_at, ics_uid, ics_sequence, cancelled_draft)"           \
    " SELECT m.rev, m.created_at, m.created_by, m.changed_at, m.changed_by, m.\"group\"" \
    ", 1000 + i, 'Meeting ' || i, m.start, m.\"end\", m.zone, m.mode, 4, m.approval,"    \
    " m.waiting_list, m.start_at, m.end_at, 'site-' || i || '@example.org', 0, 0"        \
    " FROM n, (SELECT * FROM meeting WHERE state = 4 ORDER BY id LIMIT 1) m"
#define SQL_REPORTS                                                                      \
    "INSERT INTO report (rev, created_at, created_by, changed_at, changed_by, meeting,"  \
    " state, version, number, final_at) SELECT 1, 1, 'bench', 1, 'bench', id, 2, 1,"     \
    " number, 4000000000 FROM meeting WHERE ics_uid GLOB 'site-*'"
#define SQL_EDITIONS                                                                     \
    "INSERT INTO report_edition (report, version, final_at, final_by, language,"         \
    " document) SELECT id, 1, final_at, 'bench', 'en', :document FROM report"            \
    " WHERE created_by = 'bench'"

static void
run(sqlite3 *sqlite, const char *sql, const struct buffer *document)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) != SQLITE_OK)
        bench_give_up("the site: %s", sqlite3_errmsg(sqlite));
    if (sqlite3_bind_parameter_count(statement) > 0)
        (void)sqlite3_bind_text(statement, 1, buffer_text(document),
                                (int)document->length, SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE)
        bench_give_up("the site: %s", sqlite3_errmsg(sqlite));
    (void)sqlite3_finalize(statement);
}

/* A sample of its own, with so many meetings more. */
static const char *
fill(const struct bench *bench)
{
    const char *database = bench_path(bench, "site.db");
    struct report_document document = { 0 };
    struct buffer wire = { 0 };
    sqlite3 *sqlite;

    (void)bench_run(bench, database, "init", "--sample", NULL);
    report_sample_fill(&document, "en");
    report_document_add_wire(&wire, &document);
    if (sqlite3_open_v2(database, &sqlite, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
        bench_give_up("%s cannot be opened", database);
    run(sqlite, "BEGIN", NULL);
    run(sqlite, SQL_MEETINGS, NULL);
    run(sqlite, SQL_REPORTS, NULL);
    run(sqlite, SQL_EDITIONS, &wire);
    run(sqlite, "COMMIT", NULL);
    (void)sqlite3_close(sqlite);
    buffer_clear(&wire);
    report_document_clear(&document);
    return database;
}

/* The pages, the lists and the calendars. */
static void
expect_all(const char *site)
{
    DIR *names = opendir(site);
    int count = 0;

    while (names && readdir(names))
        count++;
    if (names)
        (void)closedir(names);
    if (count < MEETINGS)
        bench_give_up("the site has %d files only", count);
}

void
bench_site(struct bench *bench)
{
    const char *database = fill(bench);
    const char *site = bench_path(bench, "site");
    struct figure first = { .what = "site of 2,000 meetings, first time",
                            .goal = "<= 3 s" };
    struct figure again = { .what = "  when nothing changed", .goal = "<= 50 ms" };
    double times[ROUNDS];

    const double written =
        bench_run(bench, database, "report", "publish", "--directory", site, NULL);
    expect_all(site);
    figure_say(first.value, "%.2f s", written);
    first.verdict = written <= 3;
    figure_print(bench, &first);
    for (int i = 0; i < ROUNDS; i++)
        times[i] =
            bench_run(bench, database, "report", "publish", "--directory", site, NULL);
    sort_numbers(times, ROUNDS);
    figure_say(again.value, "%.0f ms", number_at(times, ROUNDS, 0.5) * 1e3);
    again.verdict = number_at(times, ROUNDS, 0.5) <= 0.050;
    figure_print(bench, &again);
}
