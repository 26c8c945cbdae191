/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fire.c - what the tests under fire share: how long they last, and their figures */
#include "fire/fire.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

unsigned
fire_rounds(unsigned full, unsigned brief)
{
    const char *wanted = getenv("ATELIER_FIRE");

    return wanted != NULL && strcmp(wanted, "full") == 0 ? full : brief;
}

unsigned
fire_seed(void)
{
    const char *wanted = getenv("ATELIER_FIRE_SEED");
    const unsigned seed = wanted != NULL ? (unsigned)strtoul(wanted, NULL, 10)
                                         : (unsigned)time(NULL) ^ (unsigned)getpid();

    fire_figure("ATELIER_FIRE_SEED", "%u", seed);
    return seed;
}

void
fire_figure(const char *what, const char *format, ...)
{
    char value[700];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(value, sizeof(value), format, arguments);
    va_end(arguments);
    printf("# %-48s %s\n", what, value);
    (void)fflush(stdout);
}

void
fire_skip(const char *what, const char *why)
{
    printf("# %s: skipped, %s\n", what, why);
    (void)fflush(stdout);
}

double
fire_clock(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void
fire_rest(double seconds)
{
    struct timespec time = { .tv_sec = (time_t)seconds };

    time.tv_nsec = (long)((seconds - (double)time.tv_sec) * 1e9);
    (void)nanosleep(&time, NULL);
}
