/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment_bench.c - workshops assigned by wish, beside GLPK's glpsol on the same model
 *
 * The peer solves a linear program in stages: how many can be seated; then, with that
 * kept, how many first wishes; then second ones, and so on.  The matrix of such a model
 * makes every corner a whole number, so that no search for whole numbers is needed.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/wish_file.h"

enum { ROUNDS = 11, SLOTS = 200, STAGES = 6 };

/* How many are seated, then how many got each rank. */
struct counts {
    long of[STAGES];
};

/* --- the peer */

static void
write_sum(FILE *file, const struct congress *congress, size_t stage)
{
    const char *sign = "";

    for (size_t i = 0; i < congress->input.wish_count; i++)
        for (size_t j = 0; j < congress->wishes[i].count; j++)
            if (stage == 0 || j + 1 == stage) {
                (void)fprintf(file, "%s x%zu_%zu\n", sign, i, j);
                sign = "+";
            }
}

/* Who wishes for the workshop; of one category, or with 0 all of them. */
static void
write_row(FILE *file, const struct congress *congress, size_t workshop, int64_t category,
          int64_t most)
{
    const char *sign = "";

    for (size_t i = 0; i < congress->input.wish_count; i++)
        for (size_t j = 0; j < congress->wishes[i].count; j++)
            if (congress->choices[i][j] == congress->workshops[workshop].id &&
                (category == 0 || congress->people[i].category == category)) {
                (void)fprintf(file, "%s x%zu_%zu\n", sign, i, j);
                sign = "+";
            }
    if (sign[0] != '\0')
        (void)fprintf(file, "<= %" PRId64 "\n", most);
}

/* CPLEX's form of a linear program. */
static void
write_model(const struct congress *congress, const char *path, size_t stage,
            const struct counts *counts)
{
    FILE *file = fopen(path, "w");

    if (!file)
        bench_give_up("%s cannot be written", path);
    (void)fprintf(file, "Maximize\n");
    write_sum(file, congress, stage);
    (void)fprintf(file, "Subject To\n");
    for (size_t i = 0; i < stage; i++) {
        write_sum(file, congress, i);
        (void)fprintf(file, "= %ld\n", counts->of[i]);
    }
    for (size_t i = 0; i < congress->input.wish_count; i++) {
        for (size_t j = 0; j < congress->wishes[i].count; j++)
            (void)fprintf(file, "%s x%zu_%zu", j == 0 ? "" : " +", i, j);
        (void)fprintf(file, " <= 1\n");
    }
    for (size_t i = 0; i < congress->input.workshop_count; i++) {
        const struct seat_limit *limit = &congress->limit_items[i][0];
        write_row(file, congress, i, 0, congress->workshops[i].seats);
        if (congress->limits[i].count > 0)
            write_row(file, congress, i, limit->category, limit->people);
    }
    (void)fprintf(file, "End\n");
    if (fclose(file) != 0)
        bench_give_up("%s cannot be written", path);
}

/* Runs a program with its output in a file or thrown away; the seconds, or below 0. */
static double
run(char *const arguments[], const char *output)
{
    const double begun = clock_now();
    int status = 0;

    const pid_t pid = fork();
    if (pid == 0) {
        if (!freopen(output ? output : "/dev/null", "w", stdout))
            _exit(127);
        execvp(arguments[0], arguments);
        _exit(127);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0)
        return -1;
    return clock_now() - begun;
}

/* glpsol's "Objective:  obj = 483 (MAXimum)". */
static long
read_objective(const char *path)
{
    FILE *file = fopen(path, "r");
    char line[200];
    double objective = -1;

    while (file && fgets(line, sizeof line, file)) {
        const char *value = strchr(line, '=');
        if (strncmp(line, "Objective:", 10) == 0 && value)
            objective = strtod(value + 1, NULL);
    }
    if (file)
        (void)fclose(file);
    return (long)(objective + 0.5);
}

/* The seconds of all stages together, without those of writing the models. */
static double
peer_seconds(const struct bench *bench, const struct congress *congress,
             struct counts *counts)
{
    char model[128];
    char solution[128];
    char program[] = "glpsol";
    char lp[] = "--lp";
    char out[] = "-o";
    char *const arguments[] = { program, lp, model, out, solution, NULL };
    double seconds = 0;

    (void)snprintf(model, sizeof model, "%s", bench_path(bench, "wishes.lp"));
    (void)snprintf(solution, sizeof solution, "%s", bench_path(bench, "wishes.sol"));
    for (size_t stage = 0; stage < STAGES; stage++) {
        write_model(congress, model, stage, counts);
        const double time = run(arguments, NULL);
        if (time < 0)
            bench_give_up("glpsol failed");
        seconds += time;
        counts->of[stage] = read_objective(solution);
    }
    return seconds;
}

static bool
is_peer_here(void)
{
    char program[] = "glpsol";
    char version[] = "--version";
    char *const arguments[] = { program, version, NULL };

    return run(arguments, NULL) >= 0;
}

/* --- ours */

static double
own_seconds(const struct bench *bench, const struct congress *congress,
            struct counts *counts)
{
    char program[512];
    char wishes[128];
    char output[128];
    char *const arguments[] = { program, wishes, NULL };

    (void)snprintf(program, sizeof program, "%s/tests/bench/assigner",
                   getenv("ATELIER_LIBEXECDIR"));
    (void)snprintf(wishes, sizeof wishes, "%s", bench_path(bench, "wishes"));
    (void)snprintf(output, sizeof output, "%s", bench_path(bench, "wishes.out"));
    FILE *file = fopen(wishes, "w");
    if (!file)
        bench_give_up("%s cannot be written", wishes);
    wish_file_write(congress, file);
    (void)fclose(file);
    const double seconds = run(arguments, output);
    file = fopen(output, "r");
    if (seconds < 0 || !file)
        bench_give_up("the assigner failed");
    char line[200] = "";
    char *next = fgets(line, sizeof line, file);
    (void)fclose(file);
    *counts = (struct counts){ 0 };
    for (size_t i = 0; next && i < STAGES; i++)
        counts->of[i] = strtol(next, &next, 10);
    return seconds;
}

/* --- the two figures */

static struct congress *
make_slot(uint64_t seed, unsigned workshops, unsigned seats, size_t people, bool limited)
{
    struct congress *congress = congress_new();

    congress_begin(seed);
    for (unsigned i = 0; i < workshops; i++) {
        congress_add_workshop(congress, 1 + i, 1, seats / 2 + congress_below(seats));
        if (limited)
            congress_add_limit(congress, SEAT_LIMIT_MOST, SEAT_LIMIT_CATEGORY,
                               1 + congress_below(3), congress_below(seats / 2));
    }
    congress_add_crowd(congress, people, STAGES - 1, 1000);
    return congress;
}

static void
measure_speed(struct bench *bench, bool has_peer)
{
    struct figure figure = { .what = "assigning 500 people to 40 workshops, beside GLPK",
                             .goal = "<= 20 ms, >= 3 x faster" };
    struct congress *congress = make_slot(7, 40, 12, 500, false);
    double ours[ROUNDS];
    double theirs[ROUNDS] = { 0 };
    struct counts counts = { 0 };

    for (int i = 0; i < ROUNDS; i++) {
        ours[i] = own_seconds(bench, congress, &counts);
        if (has_peer)
            theirs[i] = peer_seconds(bench, congress, &counts);
    }
    sort_numbers(ours, ROUNDS);
    sort_numbers(theirs, ROUNDS);
    const double own = number_at(ours, ROUNDS, 0.5);
    const double peer = number_at(theirs, ROUNDS, 0.5);
    figure_say(figure.value, "%.1f ms", own * 1e3);
    if (has_peer) {
        figure_say(figure.floor, "%.1f ms", peer * 1e3);
        figure.ratio = peer / own;
        figure.verdict = own <= 0.020 && figure.ratio >= 3;
    } else {
        figure_say(figure.floor, "no glpsol here");
        figure.verdict = own <= 0.020 ? VERDICT_UNMEASURED : VERDICT_MISSED;
    }
    figure_print(bench, &figure);
    free(congress);
}

static void
measure_sameness(struct bench *bench, bool has_peer)
{
    struct figure figure = { .what = "seats and ranks of 200 slots, beside GLPK",
                             .goal = "all the same",
                             .value = "not measured",
                             .floor = "no glpsol here",
                             .verdict = VERDICT_UNMEASURED };
    int same = 0;

    for (unsigned i = 0; has_peer && i < SLOTS; i++) {
        struct congress *congress =
            make_slot(1000 + i, 6 + i % 10, 6, 40 + i % 50, i % 2 == 1);
        struct counts ours = { 0 };
        struct counts theirs = { 0 };
        (void)own_seconds(bench, congress, &ours);
        (void)peer_seconds(bench, congress, &theirs);
        same += memcmp(&ours, &theirs, sizeof ours) == 0;
        free(congress);
    }
    if (has_peer) {
        figure_say(figure.value, "%d alike", same);
        figure_say(figure.floor, "%d slots", SLOTS);
        figure.verdict = same == SLOTS;
    }
    figure_print(bench, &figure);
}

void
bench_assignment(struct bench *bench)
{
    const bool has_peer = is_peer_here();

    measure_speed(bench, has_peer);
    measure_sameness(bench, has_peer);
}
