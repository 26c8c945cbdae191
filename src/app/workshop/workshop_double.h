/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_double.h - a workshop that moves seats nobody in two at once (rule 5) */
#ifndef ATELIER_APP_WORKSHOP_DOUBLE_H
#define ATELIER_APP_WORKSHOP_DOUBLE_H

#include "atelier/domain/workshop.h"
#include "session/session.h"

/* ERROR_RULE names both workshops and who would sit in both. */
bool workshop_double_check(struct atelier *at, const struct workshop *workshop,
                           struct error *err);

#endif
