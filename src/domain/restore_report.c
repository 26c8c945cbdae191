/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore_report.c - what became of the database that a backup took the place of */
#include "atelier/domain/restore_report.h"

#include <stdlib.h>

void
restore_report_clear(struct restore_report *report)
{
    for (size_t i = 0; i < RESTORE_LOST_NAMED; i++) {
        free(report->lost_meetings.names[i]);
        free(report->lost_workshops.names[i]);
    }
    for (size_t i = 0; i < report->renamed_count; i++)
        free(report->renamed[i].uid);
    free(report->renamed);
    free(report->kept);
    *report = (struct restore_report){ 0 };
}
