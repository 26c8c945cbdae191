/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who_came.h - the figures of everybody who was ever asked, counted and thrown away */
#ifndef ATELIER_TESTS_WHO_CAME_H
#define ATELIER_TESTS_WHO_CAME_H

#include <stddef.h>

#include "atelier/app/atelier.h"

/* False as well when nobody came: then it costs less. */
bool who_came_by_category_and_year(struct atelier *at, struct error *err);
bool who_came_by_organisation(struct atelier *at, struct error *err);

/* Opens the lists behind figures of every kind, with a page from both ends and the next
 * one: the seconds that the slowest takes, and in `which` what it is. */
bool who_came_slowest_list(struct atelier *at, double (*clock)(void), double *seconds,
                           char which[], size_t size, struct error *err);

#endif
