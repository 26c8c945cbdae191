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

/* Desks that pause between two people; the same by bare SQL is the floor. */
static struct crew *
work_with_pauses(struct bench *bench, struct crew_work work, double *rate)
{
    struct crew *crew;

    work.context = bench->large;
    work.pause = PAUSE;
    *rate = crew_rate(ALL, 5, &work, &crew);
    return crew;
}

static void
print_wait(struct bench *bench, const char *what, double ours, double bare, double most,
           const char *goal)
{
    struct figure figure = { .what = what, .goal = goal };

    figure_say(figure.value, "%.1f ms", ours * 1e3);
    figure_say(figure.floor, "%.1f ms", bare * 1e3);
    figure.ratio = ours / bare;
    figure.verdict = ours * 1e3 <= most;
    figure_print(bench, &figure);
}

static void
measure_staff(struct bench *bench)
{
    char what[64];
    double rate;
    double bare_rate;
    struct crew *bare = work_with_pauses(bench, registrar_of_sql, &bare_rate);
    struct crew *ours = work_with_pauses(bench, registrar_of_app, &rate);

    (void)snprintf(what, sizeof(what),
                   "64 processes, 50 ms pauses (%.0f /s, bare %.0f): p99", rate,
                   bare_rate);
    print_wait(bench, what, crew_time_at(ours, 0.99), crew_time_at(bare, 0.99), 30,
               "<= 30 ms");
    print_wait(bench, "  the longest", crew_time_at(ours, 1), crew_time_at(bare, 1), 100,
               "<= 100 ms");
    print_failures(bench, ours);
    crew_free(ours);
    crew_free(bare);
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
