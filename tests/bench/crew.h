/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crew.h - many processes that do the same at once, and how each of them fared */
#ifndef ATELIER_TESTS_CREW_H
#define ATELIER_TESTS_CREW_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { CREW_MOST = 64, CREW_TIMES = 20000 };

struct crew_member {
    size_t index;
    size_t done;
    size_t failed;
    char why[200];            /* the first failure */
    double times[CREW_TIMES]; /* seconds, of each deed */
};

struct crew {
    size_t count;
    volatile bool go, stop;
    pid_t pids[CREW_MOST];
    struct crew_member members[CREW_MOST];
};

/* A deed is repeated until the crew is stopped; `open` is called once in each process. */
struct crew_work {
    void *(*open)(void *context, size_t index);
    /* False and a sentence when it failed. */
    bool (*deed)(void *worker, char why[static 200]);
    void *context;
    int pause; /* milliseconds between two deeds, on average */
};

struct crew *crew_start(size_t count, const struct crew_work *work);
/* Ends it; the figures stay until crew_free(). */
void crew_stop(struct crew *crew);
void crew_free(struct crew *crew);

/* Runs a crew for so many seconds; the deeds in a second are returned. */
double crew_rate(size_t count, double seconds, const struct crew_work *work,
                 struct crew **crew);

double crew_fairness(const struct crew *crew); /* Jain: 1 when all did the same */
double crew_time_at(const struct crew *crew, double share); /* of all deeds, seconds */
size_t crew_failures(const struct crew *crew, const char **why);

#endif
