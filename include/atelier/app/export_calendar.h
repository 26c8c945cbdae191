/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_calendar.h - calendars of a meeting, a workshop, a room, a group, a person or
 * everything, as a stream
 */
#ifndef ATELIER_APP_EXPORT_CALENDAR_H
#define ATELIER_APP_EXPORT_CALENDAR_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"

/* Of a meeting with its workshops, a workshop alone, a room, a group or a person;
 * ROW_NONE: of everything.
 *
 * Writes RFC 5545 text through `write`, which returns false to stop (ERROR_SYSTEM).
 * Unchanged data gives the same bytes, but that what was cancelled is left out of the
 * calendars of a group, a person and everything after 60 days. Memory does not grow with
 * the number of meetings. *meetings counts them. */
bool export_calendar(struct atelier *at, struct row_ref scope,
                     bool (*write)(void *context, const char *bytes, size_t length),
                     void *context, int64_t *meetings, struct error *err);

/* What was written. */
struct export_counts {
    int64_t meetings;
    int64_t workshops;
    int64_t torn;         /* meetings with texts that some programs tear: torn_line.h */
    int64_t torn_meeting; /* the first of them */
};

/* The same, and counts more. */
bool export_calendar_count(struct atelier *at, struct row_ref scope,
                           bool (*write)(void *context, const char *bytes, size_t length),
                           void *context, struct export_counts *counts,
                           struct error *err);

/* The same for everybody to read: without drafts, reasons and video links, and without
 * anybody's name unless the settings let reports have names. */
bool export_calendar_public(struct atelier *at, struct row_ref scope,
                            bool (*write)(void *context, const char *bytes,
                                          size_t length),
                            void *context, struct error *err);

/* Whether the settings have the address that calendars name as the organiser's.  Without
 * it a calendar is not METHOD:PUBLISH. */
bool export_names_organiser(const struct atelier *at);

/* Whether what calendars know meetings by ends in a domain of the office. */
bool export_names_domain(const struct atelier *at);

/* Whether a calendar can be meant to go there: NULL, "", a folder, a pipe or a device, or
 * a name that ends in .ics. */
bool export_calendar_is_name(const struct atelier *at, const char *path);

/* What became of a file; export_outcome_clear() frees it. */
struct export_outcome {
    char *path;
    struct export_counts counts;
    int64_t drafts; /* of the group or the person, which are left out */
    bool replaced;  /* an older calendar was there */
};

/* To a file: written beside it and renamed, so that a reader never sees half of one; NULL
 * path or a folder: a safe file name is made (URB-2027-03-16.ics).  A calendar that is
 * there is replaced, a pipe or a device takes it, any other file that is not empty is
 * ERROR_INPUT. */
bool export_calendar_file(struct atelier *at, struct row_ref scope, const char *path,
                          struct export_outcome *outcome, struct error *err);
void export_outcome_clear(struct export_outcome *outcome);

#endif
