/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registrar.h - puts people on lists: through the program, and by bare SQL
 *
 * Both take a meeting and a person of the large sample at random.
 */
#ifndef ATELIER_TESTS_REGISTRAR_H
#define ATELIER_TESTS_REGISTRAR_H

#include <stdint.h>

#include "bench/crew.h"

/* The context of both is the path of the database. */
extern const struct crew_work registrar_of_app;
/* The same rows and reads, a journal row of the same size and no capture; writers queue
 * on a lock as the program's do. */
extern const struct crew_work registrar_of_sql;

struct atelier;

/* Seats one person at one meeting that is to come, from this process. */
void *registrar_open(void *path, size_t index);
bool registrar_seat(void *registrar, char why[static 200]);
/* Only this meeting, from now on. */
void registrar_choose(void *registrar, int64_t meeting);
/* Through which this process does it. */
struct atelier *registrar_session(void *registrar);
void registrar_close(void *registrar);

#endif
