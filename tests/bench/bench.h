/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.h - what atelier costs, beside the least that the same job can cost
 *
 * Each group of figures is a function of its own file.  It measures the
 * program and the floor in the same run, and prints its lines of the table.
 */
#ifndef ATELIER_TESTS_BENCH_H
#define ATELIER_TESTS_BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "atelier/app/atelier.h"

struct line;

struct bench {
    const char *program; /* the built atelier */
    char folder[64];     /* temporary; all files are in it */
    char small[96];      /* the sample network */
    char large[96];      /* the same with a million registrations */
    char crowd[96];      /* an office of a million people */
    struct line *idle;   /* screens that nobody touches, started first */
    double idle_since, watched_since;
    long wakes; /* of the idle screens when watching them began */
    int met, missed, unmeasured;
};

enum verdict { VERDICT_MISSED, VERDICT_MET, VERDICT_UNMEASURED, VERDICT_NONE };

/* One line of the table.  `floor` is "" and `ratio` 0 where there is none. */
struct figure {
    const char *what;
    const char *goal;
    char value[32];
    char floor[32];
    double ratio;
    enum verdict verdict;
};

void figure_print(struct bench *bench, const struct figure *figure);
/* The three columns as text: figure_say(figure.value, "%.1f ms", ms). */
void figure_say(char text[static 32], const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Ends the program with a sentence; the folder is removed. */
_Noreturn void bench_give_up(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* As whoever runs the bench, and so is the administrator of its files. */
struct atelier *bench_open(const char *database);

/* The number that a question answers first, 0 when it finds none; gives up when it cannot
 * be asked. */
int64_t bench_number(const char *database, const char *sql);

/* A path in the folder; one of several static buffers. */
const char *bench_path(const struct bench *bench, const char *name);

/* Runs atelier with arguments up to NULL, its output thrown away; gives up when it fails.
 * Returns the seconds that it took. */
double bench_run(const struct bench *bench, const char *database, ...);

/* bench_clock.c */
double clock_now(void);             /* seconds */
double clock_of_process(pid_t pid); /* seconds of processor time */
long memory_of_process(pid_t pid);  /* resident, in KiB */
long peak_of_process(pid_t pid);    /* the same at its largest */
/* A forked process begins with the memory of its parent, and with its peak as well: lets
 * the peak begin anew, and returns what there is now. */
long peak_begin(void);
long wakes_of_process(pid_t pid); /* how often it waited */
void sort_numbers(double *numbers, size_t count);
/* Of sorted numbers: 0.5 is the median. */
double number_at(const double *numbers, size_t count, double share);

/* Adds so many people, all of that name, to the large sample by one import. */
void import_people(const struct bench *bench, const char *name, int rows);
/* Opens a list so many times; the median of the seconds that it takes. */
double import_open_seconds(struct atelier *at, const char *path, int rounds);

/* The groups, in the order of the table. */
void bench_start(struct bench *bench);
void bench_keys(struct bench *bench);
void bench_steps(struct bench *bench);
void bench_views(struct bench *bench);
void bench_slow_line(struct bench *bench);
void bench_ssh(struct bench *bench);
void bench_search(struct bench *bench);
void bench_idle(struct bench *bench);
/* Before each group: begins to watch the idle screens once they were idle long enough. */
void bench_watch_idle(struct bench *bench);
void bench_colleague(struct bench *bench);
void bench_registration(struct bench *bench);
void bench_door(struct bench *bench);
void bench_counts(struct bench *bench);
void bench_clashes(struct bench *bench);
void bench_assignment(struct bench *bench);
void bench_settle(struct bench *bench);
void bench_journal(struct bench *bench);
void bench_postgres(struct bench *bench);
void bench_judge(struct bench *bench);
void bench_workbook(struct bench *bench);
void bench_print(struct bench *bench);
void bench_report(struct bench *bench);
void bench_said(struct bench *bench);
void bench_entry(struct bench *bench);
void bench_site(struct bench *bench);
void bench_alike(struct bench *bench);
void bench_import(struct bench *bench);
void bench_undo(struct bench *bench);
void bench_calendar(struct bench *bench);
void bench_ical(struct bench *bench);
void bench_events(struct bench *bench);
void bench_upkeep(struct bench *bench);

#endif
