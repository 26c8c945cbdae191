/* SPDX-License-Identifier: GPL-3.0-or-later */
/* publish_site.h - the programme, the calendars and the final reports as pages of the
 * web, for everybody to read
 *
 * index.html, a page a year, a page a meeting whose report is final, calendar.ics and a
 * calendar a group; sitemap.xml where the settings name the office's address.  No draft
 * and no plan is in them, and no person unless the settings let reports have names.
 */
#ifndef ATELIER_APP_PUBLISH_SITE_H
#define ATELIER_APP_PUBLISH_SITE_H

#include "atelier/app/atelier.h"
#include "atelier/base/published_folder.h"

struct publish_wish {
    const char *folder;
    bool only_looks;        /* nothing is written: the outcome tells what would be */
    struct telling telling; /* how many reports are looked at; a stop leaves the site */
};

/* Into an empty outcome, which the caller clears.  As published_folder.h; ERROR_RULE
 * for who may not finish reports, and where a session keeps to one folder. */
bool site_publish(struct atelier *at, const struct publish_wish *wish,
                  struct published_outcome *outcome, struct error *err);

#endif
