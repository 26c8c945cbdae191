/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_bench.c - a workbook of 50,000 rows, beside a library that many programs use
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/import_people.h"
#include "bench/bench.h"
#include "bench/guest_list.h"

enum { ROWS = 50000, ROUNDS = 3 };

static const char read_sheet[] =
    "import sys, time\n"
    "import openpyxl\n"
    "begun = time.monotonic()\n"
    "sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active\n"
    "rows = sum(1 for row in sheet.iter_rows(values_only=True))\n"
    "assert rows == int(sys.argv[2]), rows\n"
    "print(time.monotonic() - begun)\n";

/* Seconds without what Python takes to start; 0 when openpyxl is not there. */
static double
read_with_python(const char *python, const char *path)
{
    char command[2048];
    char answer[64] = "";

    (void)snprintf(command, sizeof(command), "%s -c '%s' %s %d 2>/dev/null", python,
                   read_sheet, path, ROWS + 1);
    FILE *pipe = popen(command, "r"); /* a fixed text, and a path of our own making */
    if (pipe == NULL)
        return 0;
    bool told = fgets(answer, sizeof(answer), pipe) != NULL;
    return pclose(pipe) == 0 && told ? strtod(answer, NULL) : 0;
}

/* The first python3 of the search path need not be the one that has the library. */
static double
read_with_openpyxl(const char *path)
{
    const double seconds = read_with_python("/usr/bin/python3", path);

    return seconds > 0 ? seconds : read_with_python("python3", path);
}

static double
read_with_ours(const struct bench *bench, const char *path)
{
    struct atelier *at = bench_open(bench->small);
    const double seconds = import_open_seconds(at, path, ROUNDS);

    atelier_close(at);
    return seconds;
}

void
bench_workbook(struct bench *bench)
{
    struct figure figure = { .what = "workbook of 50,000 rows, 10 columns, read",
                             .goal = ">= 12 x openpyxl" };
    const char *path = bench_path(bench, "guests.xlsx");

    guest_list_write_xlsx(path, ROWS);
    double ours = read_with_ours(bench, path);
    double theirs = read_with_openpyxl(path);
    figure_say(figure.value, "%.0f ms", ours * 1e3);
    figure.verdict = VERDICT_UNMEASURED;
    if (theirs > 0) {
        figure_say(figure.floor, "openpyxl %.0f ms", theirs * 1e3);
        figure.ratio = theirs / ours;
        figure.verdict = figure.ratio >= 12;
    }
    figure_print(bench, &figure);
}
