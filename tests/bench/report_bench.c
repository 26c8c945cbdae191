/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_bench.c - the report of 300 entries: as a page of the web, and as a PDF beside
 * LibreOffice with that page
 */
#include <stdio.h>
#include <stdlib.h>

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

/* Seconds; the page is left in its file. */
static double
write_page(const struct report_document *document, const char *path)
{
    double times[ROUNDS];
    struct buffer page = { 0 };

    for (int i = 0; i < ROUNDS; i++) {
        buffer_clear(&page);
        const double begun = clock_now();
        report_html(document, &page);
        times[i] = clock_now() - begun;
    }
    write_file(path, &page);
    buffer_clear(&page);
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
    struct figure web = { .what = "report of 300 entries, as HTML", .goal = "<= 10 ms" };
    struct figure paper = { .what = "report of 300 entries, as a PDF",
                            .goal = "<= 150 ms, >= 5 x LibreOffice" };

    report_sample_fill(&document, "en");
    report_sample_add_lines(&document, ENTRIES);
    const double html = write_page(&document, page);
    figure_say(web.value, "%.1f ms", html * 1e3);
    web.verdict = html <= 0.010;
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
