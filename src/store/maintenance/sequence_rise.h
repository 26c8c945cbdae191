/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sequence_rise.h - a backup counts on from where the calendars of people are
 *
 * A calendar takes a change of an event only if its SEQUENCE, and then its DTSTAMP, is
 * not below what it has.  A backup knows what they were when it was made; the database
 * that it replaces knows what people were sent since.
 */
#ifndef ATELIER_STORE_SEQUENCE_RISE_H
#define ATELIER_STORE_SEQUENCE_RISE_H

#include "atelier/base/civil.h"
#include "atelier/base/interruption.h"
#include "atelier/domain/restore_report.h"
#include "maintenance/replacement.h"
#include "maintenance/scratch_file.h"

/*
 * Raises in the copy of a backup, which is of this program's schema, what calendars
 * count: of each event that the database there has too, above both where they differ, and
 * to the greater where they do not.  A meeting that has another UID there is
 * counted as that event, and told to the report.  Days
 * that the backup does not know of its meetings are called off; meetings that it does not
 * know are told to the report, and so is that the database there could not be read, which
 * is no failure.
 */
bool sequence_rise(struct scratch_file *scratch, const struct replacement *replacement,
                   instant now, const struct interruption *interruption,
                   struct restore_report *report, struct error *err);

#endif
