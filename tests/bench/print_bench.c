/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_bench.c - the attendance sheet and the badges of 500 people, each as a process,
 * beside the same list printed by LibreOffice
 */
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"

enum { PEOPLE = 500, ROUNDS = 5 };

/* Names that are nobody else's, from few cities: nothing of it is to be decided. */
static void
write_list(const char *path)
{
    FILE *file = fopen(path, "w");

    if (!file)
        bench_give_up("%s cannot be written", path);
    (void)fputs("Nom;Prénom;Organisation;Fonction\n", file);
    for (int i = 0; i < PEOPLE; i++)
        (void)fprintf(file, "Martin%c%c;Hélène;Ville de Lille-%d;Chargée de mission\n",
                      'a' + i / 26, 'a' + i % 26, i % 40);
    if (fclose(file) != 0)
        bench_give_up("%s cannot be written", path);
}

/* An office with one meeting of so many. */
static void
make_office(const struct bench *bench, const char *database, const char *list)
{
    (void)bench_run(bench, database, "init", NULL);
    (void)bench_run(bench, database, "group", "add", "URB", "--name=Towns", NULL);
    (void)bench_run(bench, database, "meeting", "add", "--group=URB", "--title=Streets",
                    "--start=2030-03-16 9:30", "--seats=1000", NULL);
    write_list(list);
    (void)bench_run(bench, database, "person", "import", list, "--meeting=1", NULL);
}

static double
print(const struct bench *bench, const char *database, const char *what)
{
    const char *path = bench_path(bench, "paper.pdf");
    double times[ROUNDS];

    for (int i = 0; i < ROUNDS; i++)
        times[i] = bench_run(bench, database, "attendance", what, "1", "--output", path,
                             "--replace", NULL);
    sort_numbers(times, ROUNDS);
    return number_at(times, ROUNDS, 0.5);
}

/* Seconds; 0 when LibreOffice is not there. */
static double
print_with_office(const struct bench *bench, const char *list)
{
    char command[1024];

    (void)snprintf(command, sizeof(command),
                   "soffice -env:UserInstallation=file://%s/office --headless "
                   "--convert-to pdf --outdir %s %s >/dev/null 2>&1",
                   bench->folder, bench->folder, list);
    if (system(command) != 0) /* the first one fills its folder; paths of our making */
        return 0;
    const double begun = clock_now();
    return system(command) == 0 ? clock_now() - begun : 0;
}

static void
say_sheet(struct bench *bench, double ours, double theirs)
{
    struct figure figure = { .what = "attendance sheet of 500 people, as a PDF",
                             .goal = "<= 150 ms, >= 5 x LibreOffice" };

    figure_say(figure.value, "%.0f ms", ours * 1e3);
    figure.verdict = ours <= 0.150 ? VERDICT_UNMEASURED : VERDICT_MISSED;
    if (theirs > 0) {
        figure_say(figure.floor, "LibreOffice %.0f ms", theirs * 1e3);
        figure.ratio = theirs / ours;
        figure.verdict = ours <= 0.150 && figure.ratio >= 5;
    }
    figure_print(bench, &figure);
}

void
bench_print(struct bench *bench)
{
    const char *database = bench_path(bench, "paper.db");
    const char *list = bench_path(bench, "paper.csv");
    struct figure badges = { .what = "500 badges with codes, as a PDF",
                             .goal = "<= 500 ms" };

    make_office(bench, database, list);
    say_sheet(bench, print(bench, database, "sheet"), print_with_office(bench, list));
    const double seconds = print(bench, database, "badges");
    figure_say(badges.value, "%.0f ms", seconds * 1e3);
    badges.verdict = seconds <= 0.5;
    figure_print(bench, &badges);
}
