/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench_clock.c - time, memory and wake-ups of processes, and medians */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bench/bench.h"

static double
read_clock(clockid_t clock)
{
    struct timespec time = { 0 };

    (void)clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

double
clock_now(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

double
clock_of_process(pid_t pid)
{
    clockid_t clock;

    return clock_getcpuclockid(pid, &clock) == 0 ? read_clock(clock) : 0;
}

/* A number of /proc/PID/status. */
static long
read_status(pid_t pid, const char *name)
{
    char path[40];
    char line[200];
    long number = 0;

    (void)snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof(line), file) != NULL)
        if (strncmp(line, name, strlen(name)) == 0)
            number = strtol(line + strlen(name), NULL, 10);
    if (file != NULL)
        (void)fclose(file);
    return number;
}

long
memory_of_process(pid_t pid)
{
    return read_status(pid, "VmRSS:");
}

long
peak_of_process(pid_t pid)
{
    return read_status(pid, "VmHWM:");
}

/* proc(5), clear_refs. */
long
peak_begin(void)
{
    FILE *file = fopen("/proc/self/clear_refs", "w");

    if (file == NULL || fputs("5", file) < 0 || fclose(file) != 0)
        bench_give_up("the peak of the memory cannot be measured");
    return memory_of_process(getpid());
}

long
wakes_of_process(pid_t pid)
{
    return read_status(pid, "voluntary_ctxt_switches:");
}

static int
compare_numbers(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

void
sort_numbers(double *numbers, size_t count)
{
    qsort(numbers, count, sizeof(*numbers), compare_numbers);
}

double
number_at(const double *numbers, size_t count, double share)
{
    size_t place = (size_t)(share * (double)count);

    return count == 0 ? 0 : numbers[place < count ? place : count - 1];
}
