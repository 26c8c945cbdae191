/* SPDX-License-Identifier: GPL-3.0-or-later */
/* work.h - how long work says how far it is, and is asked to stop */
#ifndef ATELIER_BASE_WORK_H
#define ATELIER_BASE_WORK_H

#include <stdbool.h>
#include <stdint.h>

/* So long work says nothing of itself: most is over before anybody could read it. */
enum { WORK_QUIET_MILLISECONDS = 300 };

/* Called now and then with what is done of `total`, in the unit of the work (rows,
 * bytes). True: somebody wants it to stop; it ends with ERROR_CANCELLED, nothing half
 * done. */
typedef bool work_progress(void *context, int64_t done, int64_t total);

/* Whom work tells: a progress that is NULL is told nothing. */
struct telling {
    work_progress *progress;
    void *context;
};

#endif
