/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_period.h - cells that say when or how long, not what somebody does */
#ifndef ATELIER_DOMAIN_IMPORT_PERIOD_H
#define ATELIER_DOMAIN_IMPORT_PERIOD_H

#include <stdbool.h>

/* 2024-2027, du 1er mars au 30 juin 2027, since 2020, 3 ans: folded. */
bool import_folded_is_period(const char *folded);

#endif
