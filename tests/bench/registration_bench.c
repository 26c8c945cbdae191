/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_bench.c - registrations a second, alone and among many, and who waits how
 * long */
#include <stdio.h>

#include "bench/bench.h"
#include "bench/crew.h"
#include "bench/registrar.h"

enum { BLOCKS = 3, SECONDS = 2, MANY = 16, ALL = 64, PAUSE = 50 };

static void
print_failures(struct bench *bench, const struct crew *crew)
{
    const char *why = "";
    struct figure figure = { .what = "  registrations that failed", .goal = "none" };
    size_t failures = crew_failures(crew, &why);

    figure_say(figure.value, "%zu", failures);
    figure.verdict = failures == 0;
    figure_print(bench, &figure);
    if (failures > 0)
        printf("    %s\n", why);
}

/* Both in turn, so that a slow moment of the disk is everybody's. */
static struct crew *
compare(struct bench *bench, size_t count, double goal, const char *what,
        const char *goal_text)
{
    struct figure figure = { .what = what, .goal = goal_text };
    struct crew_work app = registrar_of_app;
    struct crew_work sql = registrar_of_sql;
    struct crew *crew = NULL;
    double ours[BLOCKS];
    double bare[BLOCKS];

    app.context = sql.context = bench->large;
    for (int i = 0; i < BLOCKS; i++) {
        bare[i] = crew_rate(count, SECONDS, &sql, &crew);
        crew_free(crew);
        ours[i] = crew_rate(count, SECONDS, &app, &crew);
        if (i + 1 < BLOCKS)
            crew_free(crew);
    }
    sort_numbers(ours, BLOCKS);
    sort_numbers(bare, BLOCKS);
    figure_say(figure.value, "%.0f /s", number_at(ours, BLOCKS, 0.5));
    figure_say(figure.floor, "%.0f /s", number_at(bare, BLOCKS, 0.5));
    figure.ratio = number_at(ours, BLOCKS, 0.5) / number_at(bare, BLOCKS, 0.5);
    figure.verdict = figure.ratio >= goal;
    figure_print(bench, &figure);
    print_failures(bench, crew);
    return crew;
}

static void
measure_staff(struct bench *bench)
{
    struct figure figure = { .what = "64 processes, 50 ms pauses: p99 of a registration",
                             .goal = "<= 30 ms" };
    struct crew_work app = registrar_of_app;
    struct crew *crew;

    app.context = bench->large;
    app.pause = PAUSE;
    double rate = crew_rate(ALL, 5, &app, &crew);
    double time = crew_time_at(crew, 0.99) * 1e3;
    figure_say(figure.value, "%.1f ms", time);
    figure_say(figure.floor, "at %.0f /s", rate);
    figure.verdict = time <= 30;
    figure_print(bench, &figure);

    time = crew_time_at(crew, 1) * 1e3;
    figure = (struct figure){ .what = "  the longest", .goal = "<= 100 ms" };
    figure_say(figure.value, "%.1f ms", time);
    figure.verdict = time <= 100;
    figure_print(bench, &figure);
    print_failures(bench, crew);
    crew_free(crew);
}

void
bench_registration(struct bench *bench)
{
    struct figure figure = { .what = "  fairness among the 16 (Jain)",
                             .goal = ">= 0.95" };
    struct crew *crew =
        compare(bench, 1, 0.75, "a registration through the program", ">= 0.75 x bare");

    crew_free(crew);
    crew = compare(bench, MANY, 0.65, "the same by 16 processes", ">= 0.65 x bare");
    figure_say(figure.value, "%.3f", crew_fairness(crew));
    figure.verdict = crew_fairness(crew) >= 0.95;
    figure_print(bench, &figure);
    crew_free(crew);
    measure_staff(bench);
}
