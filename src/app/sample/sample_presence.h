/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_presence.h - who was at the meetings of the sample network */
#ifndef ATELIER_APP_SAMPLE_PRESENCE_H
#define ATELIER_APP_SAMPLE_PRESENCE_H

#include "atelier/app/atelier.h"
#include "sample/sample_story.h"

/* Gives the fixed meeting a morning and an afternoon. */
bool sample_presence_divide(struct atelier *at, int64_t meeting, struct error *err);

/* Marks a person, unless the meeting was full for them. */
bool sample_presence_mark(struct atelier *at, int64_t meeting, int64_t person,
                          const struct sample_act *act, struct error *err);

#endif
