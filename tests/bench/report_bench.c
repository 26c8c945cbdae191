/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_bench.c - the report of 300 entries: gathered and written as a page of the web,
 * and as a PDF beside LibreOffice with that page
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "atelier/app/gather_report.h"
#include "atelier/app/report_writers.h"
#include "atelier/base/helper.h"
#include "bench/bench.h"
#include "support/report_sample.h"

enum { ENTRIES = 300, ROUNDS = 9 };

static void
write_file(const char *path, const struct buffer *bytes)
{
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(buffer_text(bytes), 1, bytes->length, file) != bytes->length ||
        fclose(file) != 0)
        bench_give_up("%s cannot be written", path);
}

/* The meeting of the sample that has a report already, with so many entries of three
 * sentences: findings, questions and quotes. */
static const char *
fill(const struct bench *bench)
{
    static const char sql[] =
        "DELETE FROM report_entry WHERE meeting = 1; UPDATE report SET state = 0;"
        "INSERT INTO report_entry (rev, created_at, created_by, changed_at, changed_by,"
        " meeting, place, indent, kind, text, state) WITH RECURSIVE n(i) AS (SELECT 0"
        " UNION ALL SELECT i + 1 FROM n WHERE i < 299) SELECT 1, 1, 'bench', 1, 'bench',"
        " 1, i * 4294967296, i % 3 = 1, i % 4, 'Entry ' || i || ' says **what counts**, '"
        " || 'and \"why\". A second sentence follows the first; a third: [where]'"
        " || '(https://example.org/' || i || ').', 0 FROM n";
    const char *database = bench_path(bench, "report.db");
    sqlite3 *sqlite;

    (void)bench_run(bench, database, "init", "--sample", NULL);
    if (sqlite3_open(database, &sqlite) != SQLITE_OK ||
        sqlite3_exec(sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s: %s", database, sqlite3_errmsg(sqlite));
    sqlite3_close(sqlite);
    return database;
}

/* Seconds of this process, which waits for nothing: what else the machine does is not the
 * program's. */
static double
processor_time(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double
write_page(const struct bench *bench, size_t *bytes)
{
    struct atelier *at = bench_open(fill(bench));
    const struct report_wish wish = { .meeting = 1 };
    double times[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        struct report_document document = { 0 };
        struct buffer page = { 0 };
        struct error err = { 0 };
        const double begun = processor_time();
        if (!report_gather(at, &wish, &document, &err))
            bench_give_up("%s", err.message);
        report_html(&document, &page);
        times[i] = processor_time() - begun;
        if (document.lines.count != ENTRIES)
            bench_give_up("the report has %zu entries", document.lines.count);
        *bytes = page.length;
        buffer_clear(&page);
        report_document_clear(&document);
    }
    atelier_close(at);
    sort_numbers(times, ROUNDS);
    return number_at(times, ROUNDS, 0.5);
}

/* The pages are made and drawn, by a process of its own. */
static double
print(const struct bench *bench, const struct report_document *document)
{
    const char *request = bench_path(bench, "report.request");
    const char *paper = bench_path(bench, "report.pdf");
    char *program = helper_path("atelier-print");
    char command[1024];
    double times[ROUNDS];

    (void)snprintf(command, sizeof(command), "%s <%s 3>%s >/dev/null", program, request,
                   paper);
    for (int i = 0; i < ROUNDS; i++) {
        struct printed_pages pages = { 0 };
        struct buffer wire = { 0 };
        const double begun = clock_now();
        report_pages(document, &pages);
        printed_pages_add_wire(&wire, &pages);
        write_file(request, &wire);
        if (system(command) != 0) /* paths of our making */
            bench_give_up("the report was not printed");
        times[i] = clock_now() - begun;
        buffer_clear(&wire);
        printed_pages_clear(&pages);
    }
    free(program);
    sort_numbers(times, ROUNDS);
    return number_at(times, ROUNDS, 0.5);
}

/* Seconds; 0 when LibreOffice is not there. */
static double
print_with_office(const struct bench *bench, const char *page)
{
    char command[1024];

    (void)snprintf(command, sizeof(command),
                   "soffice -env:UserInstallation=file://%s/office --headless "
                   "--convert-to pdf --outdir %s %s >/dev/null 2>&1",
                   bench->folder, bench->folder, page);
    if (system(command) != 0) /* the first one fills its folder */
        return 0;
    const double begun = clock_now();
    return system(command) == 0 ? clock_now() - begun : 0;
}

void
bench_report(struct bench *bench)
{
    const char *page = bench_path(bench, "report.html");
    struct report_document document = { 0 };
    struct buffer html = { 0 };
    size_t bytes = 0;
    struct figure web = { .what = "report of 300 entries, gathered and as HTML",
                          .goal = "<= 10 ms" };
    struct figure paper = { .what = "report of 300 entries, as a PDF",
                            .goal = "<= 150 ms, >= 5 x LibreOffice" };

    report_sample_fill(&document, "en");
    report_sample_add_lines(&document, ENTRIES);
    report_html(&document, &html);
    write_file(page, &html);
    buffer_clear(&html);
    const double gathered = write_page(bench, &bytes);
    figure_say(web.value, "%.1f ms", gathered * 1e3);
    figure_say(web.floor, "%zu bytes", bytes);
    web.verdict = gathered <= 0.010;
    figure_print(bench, &web);
    const double ours = print(bench, &document);
    const double theirs = print_with_office(bench, page);
    figure_say(paper.value, "%.0f ms", ours * 1e3);
    paper.verdict = ours <= 0.150 ? VERDICT_UNMEASURED : VERDICT_MISSED;
    if (theirs > 0) {
        figure_say(paper.floor, "LibreOffice %.0f ms", theirs * 1e3);
        paper.ratio = theirs / ours;
        paper.verdict = ours <= 0.150 && paper.ratio >= 5;
    }
    figure_print(bench, &paper);
    report_document_clear(&document);
}
