/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_report.h - the reports of meetings of the sample network */
#ifndef ATELIER_APP_SAMPLE_REPORT_H
#define ATELIER_APP_SAMPLE_REPORT_H

#include "atelier/app/atelier.h"

/* Whether somebody wrote one of the meeting of that title. */
bool sample_report_has(const char *title);

/* Its entries, in the order in which they were said; `organisations` are the ids of
 * sample_organisations, in their order. */
bool sample_report_write(struct atelier *at, const char *title, int64_t meeting,
                         const int64_t *organisations, struct error *err);

/* Makes it final. */
bool sample_report_finish(struct atelier *at, int64_t meeting, struct error *err);

#endif
