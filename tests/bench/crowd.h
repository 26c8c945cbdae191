/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crowd.h - an office of a million people, to search and to scroll in */
#ifndef ATELIER_TESTS_CROWD_H
#define ATELIER_TESTS_CROWD_H

#include "bench/bench.h"

enum { CROWD = 1000000 };

/* Makes bench->crowd. */
void crowd_make(const struct bench *bench);

#endif
