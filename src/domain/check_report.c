/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check_report.c - frees what a check found, which maintenance_report.c of the store
 * writes down */
#include "atelier/domain/check_report.h"

#include <stdlib.h>

void
check_report_clear(struct check_report *report)
{
    for (size_t i = 0; i < report->count; i++)
        free(report->problems[i]);
    free(report->problems);
    *report = (struct check_report){ 0 };
}
