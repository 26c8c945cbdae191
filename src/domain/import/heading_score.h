/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_score.h - how well a column fits a target, by its heading and its cells */
#ifndef ATELIER_DOMAIN_HEADING_SCORE_H
#define ATELIER_DOMAIN_HEADING_SCORE_H

#include "import/heading.h"

/* 0: not at all; the cells may be NULL. */
int heading_score(const struct heading *heading, const struct import_column *cells,
                  enum import_target target);

#endif
