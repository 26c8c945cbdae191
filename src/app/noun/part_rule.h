/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_rule.h - what all parts of a meeting keep to: slots, workshops, items */
#ifndef ATELIER_APP_PART_RULE_H
#define ATELIER_APP_PART_RULE_H

#include "atelier/base/error.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/meeting.h"

/* Refuses a change of the programme of a meeting that is not open any more. */
bool part_rule_check_open(const struct meeting *meeting, struct error *err);

/* Refuses hours outside the meeting, of a part of that kind. */
bool part_rule_check_within(const struct meeting *meeting, enum entity_kind kind,
                            struct local_time start, struct local_time end,
                            struct error *err);

/* Always false: its "start" or its "end" is outside. */
bool part_rule_refuse_outside(const struct meeting *meeting, enum entity_kind kind,
                              const char *field, struct error *err);

#endif
