/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_bench.c - fifty thousand people of one import taken back, in one act */
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/undo.h"
#include "bench/bench.h"

enum { ROWS = 50000 };

struct outcome {
    double seconds;
    double busy; /* seconds of processor time */
    long grown;  /* KiB at its largest, above what the process began with */
    bool done;
};

static void
take_back(const struct bench *bench, struct outcome *outcome)
{
    const long before = peak_begin();
    struct journal_entry entry = { 0 };
    struct error err = { 0 };
    struct atelier *at = bench_open(bench->large);
    const double begun = clock_now();
    const double busy = clock_of_process(getpid());

    if (!undo_last(at, NULL, &entry, &err))
        bench_give_up("%s", err.message);
    outcome->seconds = clock_now() - begun;
    outcome->busy = clock_of_process(getpid()) - busy;
    outcome->grown = peak_of_process(getpid()) - before;
    outcome->done = true;
    journal_entry_clear(&entry);
    atelier_close(at);
}

/* In a process of its own, so that its memory is its own. */
static struct outcome
take_back_apart(const struct bench *bench)
{
    struct outcome *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (shared == MAP_FAILED)
        bench_give_up("no memory");
    pid_t pid = fork();
    if (pid == 0) {
        take_back(bench, shared);
        _exit(0);
    }
    (void)waitpid(pid, NULL, 0);
    const struct outcome outcome = *shared;
    (void)munmap(shared, sizeof *shared);
    if (!outcome.done)
        bench_give_up("the import was not undone");
    return outcome;
}

void
bench_undo(struct bench *bench)
{
    struct figure figure = { .what = "undo of an import of 50,000 rows",
                             .goal = "<= 3 s" };

    import_people(bench, "Taken", ROWS);
    const struct outcome outcome = take_back_apart(bench);
    figure_say(figure.value, "%.2f s", outcome.seconds);
    figure.verdict = outcome.seconds <= 3;
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  of it, processor time",
                              .verdict = VERDICT_NONE,
                              .goal = "" };
    figure_say(figure.value, "%.2f s", outcome.busy);
    figure_print(bench, &figure);
    figure = (struct figure){ .what = "  its memory", .goal = "<= 16 MiB" };
    figure_say(figure.value, "%.1f MiB", (double)outcome.grown / 1024);
    figure.verdict = outcome.grown <= 16 * 1024;
    figure_print(bench, &figure);
}
