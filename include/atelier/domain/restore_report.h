/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore_report.h - what became of the database that a backup took the place of */
#ifndef ATELIER_DOMAIN_RESTORE_REPORT_H
#define ATELIER_DOMAIN_RESTORE_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/entity.h"

enum { RESTORE_LOST_NAMED = 5 };

/* A meeting or a workshop that calendars know by another UID than the backup does. */
struct restore_renamed {
    struct row_ref row;
    char *uid;
};

/* What the backup does not have, of meetings or of workshops. */
struct restore_lost {
    int64_t count;
    char *names[RESTORE_LOST_NAMED]; /* of the last of them */
};

struct restore_report {
    char *kept;     /* the name of what was there before; NULL: nothing was */
    bool is_unread; /* it could not be read, so calendars may know more than the backup */
    struct restore_lost lost_meetings;
    struct restore_lost lost_workshops; /* of meetings that it has */
    struct restore_renamed *renamed;    /* take that UID when the restore is journalled */
    size_t renamed_count;
    size_t renamed_capacity;
};

void restore_report_clear(struct restore_report *report);

#endif
