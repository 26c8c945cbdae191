/* SPDX-License-Identifier: GPL-3.0-or-later */
/* step_bench.c - instructions and system calls of a key, counted one by one */
#include <stdio.h>
#include <string.h>

#include "bench/line.h"
#include "support/tracer.h"

enum { ROUNDS = 7 };

static long
count_key(struct line *line, const char *key, long (*count)(pid_t pid))
{
    long stops;

    if (!tracer_catch(line->pid))
        return -1;
    line_send(line, key);
    stops = count(line->pid);
    tracer_release(line->pid);
    line_rest(line, 150); /* and the next look for changes is over */
    return stops;
}

static double
measure(struct line *line, int rounds, long (*count)(pid_t pid))
{
    double counts[ROUNDS];

    for (int i = 0; i < rounds; i++) {
        counts[i] = (double)count_key(line, KEY_DOWN, count);
        line_press(line, KEY_UP);
    }
    sort_numbers(counts, (size_t)rounds);
    return number_at(counts, (size_t)rounds, 0.5);
}

struct place {
    double instructions, calls;
};

static struct place
measure_at(const struct bench *bench, const char *const keys[])
{
    struct line *line = line_start(bench, bench->crowd, 24, 80);
    struct place place;

    for (size_t i = 0; keys[i] != NULL; i++)
        line_press(line, keys[i]);
    place.calls = measure(line, ROUNDS, tracer_calls);
    place.instructions = measure(line, 1, tracer_instructions);
    line_end(line);
    return place;
}

static void
print_place(struct bench *bench, const char *where, const struct place *place,
            const struct place *first)
{
    char what[64];
    struct figure figure = { .what = what, .goal = "<= 250,000" };

    (void)snprintf(what, sizeof(what), "Down, instructions, %s", where);
    figure_say(figure.value, "%.0f", place->instructions);
    figure.ratio = place->instructions / first->instructions;
    figure.verdict = place->instructions < 0         ? VERDICT_UNMEASURED
                     : place->instructions <= 250000 ? VERDICT_MET
                                                     : VERDICT_MISSED;
    figure_print(bench, &figure);
    (void)snprintf(what, sizeof(what), "Down, system calls, %s", where);
    figure.goal = "<= 6";
    figure_say(figure.value, "%.0f", place->calls);
    figure.ratio = place->calls / first->calls;
    figure.verdict = place->calls < 0    ? VERDICT_UNMEASURED
                     : place->calls <= 6 ? VERDICT_MET
                                         : VERDICT_MISSED;
    figure_print(bench, &figure);
}

void
bench_steps(struct bench *bench)
{
    static const char *const near[] = { "5", KEY_DOWN, NULL };
    static const char *const far[] = { "5", KEY_END, KEY_UP, KEY_UP, NULL };
    struct place first = measure_at(bench, near);
    struct place last = measure_at(bench, far);

    print_place(bench, "at row 1", &first, &first);
    print_place(bench, "at the end of a million", &last, &first);
}
