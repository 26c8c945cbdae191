/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_list.h - the zones that people choose from, and which tzdata they come from */
#ifndef ATELIER_CALENDAR_ZONE_LIST_H
#define ATELIER_CALENDAR_ZONE_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/error.h"

struct zone_entry {
    char *name;         /* "Europe/Paris" */
    char country[3];    /* ISO 3166, "FR"; "" for UTC */
    char *country_name; /* in the language, if the system knows it so; or NULL */
    char *comment;      /* which part of the country (English, from tzdata), or NULL */
};

struct zone_list {
    struct zone_entry *entries; /* in order of name */
    size_t count;
    size_t capacity;
};

/*
 * One entry for each zone of each country, and Etc/UTC: what tzdata's zone.tab
 * offers.  Without that file, every zone of tzdata.zi.
 * Old names (`US/Eastern`) are known to zone_load() but not offered.
 */
bool zone_list_load(struct zone_list *list, struct error *err);
void zone_list_clear(struct zone_list *list);

/* Whether all words of the text begin words of the name, the country or the comment,
 * without regard to case and accents, or the text is the country's code.  "" matches all.
 */
bool zone_entry_matches(const struct zone_entry *entry, const char *text);

/*
 * The entries that match, at most `most`, cities that begin so before countries and
 * those before the rest; when none does, those whose city is spelt nearly so, the
 * nearest first.  Returns how many; they are borrowed.
 */
size_t zone_list_find(const struct zone_list *list, const char *text,
                      const struct zone_entry **found, size_t most);

/* Says that there is no such zone and which ones may be meant.  Returns false. */
bool zone_list_refuse(const char *text, struct error *err);

#endif
