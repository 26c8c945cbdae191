/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gathering.h - what the parts of gather_report.c work on */
#ifndef ATELIER_APP_GATHERING_H
#define ATELIER_APP_GATHERING_H

#include "atelier/app/browse_report.h"
#include "atelier/app/gather_report.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/working_group.h"

struct gathering {
    struct atelier *at;
    const struct report_wish *wish;
    struct report_document *document;
    struct meeting meeting;
    struct working_group group;
    struct report_view view;
};

/* "Müller, Anna" where people may be named, else where they work; NULL: not known. */
char *gathering_person(const struct gathering *g, int64_t person);

/* Who came, and how many. */
bool gathering_people(struct gathering *g, struct error *err);

/* What took place, and which projects were shown. */
bool gathering_programme(struct gathering *g, struct error *err);

/* The entries, those from before, and what is to be approved. */
void gathering_lines(struct gathering *g);

#endif
