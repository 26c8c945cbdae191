/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crew.c - forked workers and what they write down in shared memory */
#include "bench/crew.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench/bench.h"

static void
rest(double seconds)
{
    struct timespec time = { .tv_sec = (time_t)seconds,
                             .tv_nsec =
                                 (long)((seconds - (double)(time_t)seconds) * 1e9) };

    (void)nanosleep(&time, NULL);
}

static _Noreturn void
labour(struct crew *crew, struct crew_member *me, const struct crew_work *work)
{
    void *worker = work->open(work->context, me->index);
    unsigned seed = (unsigned)me->index + 1;

    while (!crew->go)
        rest(0.001);
    while (!crew->stop) {
        char why[200] = "";
        double begun = clock_now();
        bool ok = work->deed(worker, why);
        double time = clock_now() - begun;

        if (ok)
            me->times[me->done++ % CREW_TIMES] = time;
        else if (me->failed++ == 0)
            memcpy(me->why, why, sizeof(why));
        if (work->pause > 0)
            rest((double)(rand_r(&seed) % (2 * work->pause)) / 1e3);
    }
    _exit(0);
}

struct crew *
crew_start(size_t count, const struct crew_work *work)
{
    struct crew *crew = mmap(NULL, sizeof(*crew), PROT_READ | PROT_WRITE,
                             MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (crew == MAP_FAILED)
        bench_give_up("no memory");
    crew->count = count;
    for (size_t i = 0; i < count; i++) {
        crew->members[i].index = i;
        crew->pids[i] = fork();
        if (crew->pids[i] == 0)
            labour(crew, &crew->members[i], work);
    }
    rest(0.3); /* all have opened */
    crew->go = true;
    return crew;
}

void
crew_stop(struct crew *crew)
{
    crew->stop = true;
    for (size_t i = 0; i < crew->count; i++)
        (void)waitpid(crew->pids[i], NULL, 0);
}

void
crew_free(struct crew *crew)
{
    (void)munmap(crew, sizeof(*crew));
}

double
crew_rate(size_t count, double seconds, const struct crew_work *work, struct crew **crew)
{
    double done = 0;

    *crew = crew_start(count, work);
    double begun = clock_now();
    rest(seconds);
    for (size_t i = 0; i < count; i++)
        done += (double)(*crew)->members[i].done;
    double time = clock_now() - begun;
    crew_stop(*crew);
    return done / time;
}

double
crew_fairness(const struct crew *crew)
{
    double sum = 0;
    double squares = 0;

    for (size_t i = 0; i < crew->count; i++) {
        double done = (double)crew->members[i].done;
        sum += done;
        squares += done * done;
    }
    return squares > 0 ? sum * sum / ((double)crew->count * squares) : 0;
}

double
crew_time_at(const struct crew *crew, double share)
{
    double *times = calloc(CREW_MOST * (size_t)CREW_TIMES, sizeof(*times));
    size_t count = 0;

    for (size_t i = 0; i < crew->count; i++) {
        size_t done = crew->members[i].done;
        if (done > CREW_TIMES)
            done = CREW_TIMES;
        memcpy(times + count, crew->members[i].times, done * sizeof(*times));
        count += done;
    }
    sort_numbers(times, count);
    double time = number_at(times, count, share);
    free(times);
    return time;
}

size_t
crew_failures(const struct crew *crew, const char **why)
{
    size_t failures = 0;

    for (size_t i = 0; i < crew->count; i++) {
        failures += crew->members[i].failed;
        if (crew->members[i].failed > 0)
            *why = crew->members[i].why;
    }
    return failures;
}
