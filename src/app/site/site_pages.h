/* SPDX-License-Identifier: GPL-3.0-or-later */
/* site_pages.h - what is on the pages of the site: which meetings it has, on the first
 * page and one a year */
#ifndef ATELIER_APP_SITE_PAGES_H
#define ATELIER_APP_SITE_PAGES_H

#include "atelier/base/buffer.h"
#include "atelier/domain/setting.h"
#include "atelier/store/site_table.h"

struct site {
    const struct settings *settings;
    struct date today;
    struct buffer address; /* https://office.example.org/, or nothing */
    struct site_meeting_list meetings;
};

enum { SITE_NAME_SIZE = 48 };

/* The names of files; none is made of a text. */
#define SITE_INDEX "index.html"
#define SITE_CALENDAR "calendar.ics"
#define SITE_MAP "sitemap.xml"
void site_name_of_year(int year, char name[SITE_NAME_SIZE]);
void site_name_of_meeting(int64_t meeting, char name[SITE_NAME_SIZE]);
void site_name_of_group(int64_t group, char name[SITE_NAME_SIZE]);

/* What the office is called, and what the site is when it has no name. */
const char *site_title(const struct site *site);

/* Whether the meeting at that place is the first of its year, or of its group. */
bool site_is_first_of_year(const struct site *site, size_t place);
bool site_is_first_of_group(const struct site *site, size_t place);

void site_add_index(const struct site *site, struct buffer *page);
void site_add_year(const struct site *site, int year, struct buffer *page);

/* For search engines; the site has an address. */
void site_add_map(const struct site *site, struct buffer *page);

#endif
