/* SPDX-License-Identifier: GPL-3.0-or-later */
/* who_came.h - the figures of everybody who was ever asked, counted and thrown away */
#ifndef ATELIER_TESTS_WHO_CAME_H
#define ATELIER_TESTS_WHO_CAME_H

#include "atelier/app/atelier.h"

/* False as well when nobody came: then it costs less. */
bool who_came_by_category_and_year(struct atelier *at, struct error *err);
bool who_came_by_organisation(struct atelier *at, struct error *err);

#endif
