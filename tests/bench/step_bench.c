/* SPDX-License-Identifier: GPL-3.0-or-later */
/* step_bench.c - instructions and system calls of a key, counted one by one under ptrace
 *
 * Counted, not sampled, so that they are the same whatever else the machine does.
 * What is counted goes from the key to the next wait for one.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "bench/line.h"

enum { ROUNDS = 7, STEPS_MOST = 20000000 };

/* What a wait takes longer than. */
static const double waiting = 0.01;

static bool
catch_program(pid_t pid)
{
    int status;

    return ptrace(PTRACE_SEIZE, pid, NULL, (void *)PTRACE_O_TRACESYSGOOD) == 0 &&
           ptrace(PTRACE_INTERRUPT, pid, NULL, NULL) == 0 &&
           waitpid(pid, &status, 0) == pid && WIFSTOPPED(status);
}

/* Lets the program go to its next stop; false when it waited before, or is gone. */
static bool
go_on(pid_t pid, enum __ptrace_request how)
{
    double begun = clock_now();
    int status;

    return ptrace(how, pid, NULL, NULL) == 0 && waitpid(pid, &status, 0) == pid &&
           WIFSTOPPED(status) && clock_now() - begun <= waiting;
}

static long
count_instructions(pid_t pid)
{
    long steps = 0;

    while (steps < STEPS_MOST && (go_on(pid, PTRACE_SINGLESTEP) || steps < 2))
        steps++;
    return steps;
}

/* From the reading of the key to the wait for the next, both counted. */
static long
count_calls(pid_t pid)
{
    struct __ptrace_syscall_info call;
    long calls = 0;

    while (go_on(pid, PTRACE_SYSCALL) || calls == 0) {
        long size = ptrace(PTRACE_GET_SYSCALL_INFO, pid, (void *)sizeof(call), &call);
        if (size <= 0)
            return -1;
        if (call.op == PTRACE_SYSCALL_INFO_ENTRY &&
            (calls > 0 || call.entry.nr == SYS_read))
            calls++;
    }
    return calls;
}

static long
count_key(struct line *line, const char *key, long (*count)(pid_t pid))
{
    long stops;

    if (!catch_program(line->pid))
        return -1;
    line_send(line, key);
    stops = count(line->pid);
    (void)ptrace(PTRACE_DETACH, line->pid, NULL, NULL);
    line_rest(line, 150); /* and the next look for changes is over */
    return stops;
}

static double
measure(struct line *line, long (*count)(pid_t pid))
{
    double counts[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        counts[i] = (double)count_key(line, KEY_DOWN, count);
        line_press(line, KEY_UP);
    }
    sort_numbers(counts, ROUNDS);
    return number_at(counts, ROUNDS, 0.5);
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
    place.calls = measure(line, count_calls);
    place.instructions = measure(line, count_instructions);
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
    static const char *const near[] = { "4", KEY_DOWN, NULL };
    static const char *const far[] = { "4", KEY_END, KEY_UP, KEY_UP, NULL };
    struct place first = measure_at(bench, near);
    struct place last = measure_at(bench, far);

    print_place(bench, "at row 1", &first, &first);
    print_place(bench, "at the end of a million", &last, &first);
}
