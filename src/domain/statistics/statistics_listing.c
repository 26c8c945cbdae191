/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_listing.c - figures as the rows of a list, and the people behind a figure */
#include <inttypes.h>
#include <stdio.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/statistics.h"
#include "listing_column.h"

/* In the order of enum figure; then what follows from them. */
#define FIGURES                                                                          \
    COUNT("invited", N_("Invited"), 7, 1), COUNT("accepted", N_("Accepted"), 8, 1),      \
        COUNT("present", N_("Present"), 7, 1), COUNT("in_room", N_("In room"), 7, 3),    \
        COUNT("remote", N_("Remote"), 6, 3), COUNT("excused", N_("Excuses"), 7, 2),      \
        COUNT("absent", N_("Absences"), 8, 2), HIDDEN("asked", FIELD_NUMBER),            \
        COUNT("rate", N_("Rate %"), 6, 1)

/* With a period before the rows; without it the listing begins behind that column. */
#define COLUMNS(name, when, head)                                                        \
    static const struct column name[] = {                                                \
        COLUMN("period", (when), FIELD_TEXT, 10, 10, 1),                                 \
        HIDDEN("key", FIELD_TEXT),                                                       \
        COLUMN("label", (head), FIELD_TEXT, 26, 0, 1),                                   \
        FIGURES,                                                                         \
    }

COLUMNS(by_category, N_("Period"), N_("Category"));
COLUMNS(by_organisation, N_("Period"), N_("Organisation"));
COLUMNS(by_territory, N_("Period"), N_("Territory"));
COLUMNS(by_person, N_("Period"), N_("Person"));
COLUMNS(by_meeting, N_("Day"), N_("Meeting"));
COLUMNS(by_group, N_("Period"), N_("Working group"));

enum { ALL_COLUMNS = sizeof(by_category) / sizeof(by_category[0]) };

struct pair {
    struct listing of_all;
    struct listing of_period;
};

#define PAIR(table)                                                                      \
    {                                                                                    \
        .of_all = { .columns = (table) + 1,                                              \
                    .column_count = ALL_COLUMNS - 1,                                     \
                    .can_search = true },                                                \
        .of_period = { .columns = (table),                                               \
                       .column_count = ALL_COLUMNS,                                      \
                       .can_search = true },                                             \
    }

static const struct pair pairs[STATISTICS_BY_COUNT] = {
    [STATISTICS_BY_CATEGORY] = PAIR(by_category),
    [STATISTICS_BY_ORGANISATION] = PAIR(by_organisation),
    [STATISTICS_BY_TERRITORY] = PAIR(by_territory),
    [STATISTICS_BY_PERSON] = PAIR(by_person),
    [STATISTICS_BY_MEETING] = PAIR(by_meeting),
    [STATISTICS_BY_GROUP] = PAIR(by_group),
};

const struct listing *
statistics_listing(const struct statistics_wish *wish)
{
    const struct pair *pair = &pairs[wish->by];

    return wish->each == STATISTICS_EACH_NONE && wish->by != STATISTICS_BY_MEETING
               ? &pair->of_all
               : &pair->of_period;
}

static char *
number_text(int64_t number)
{
    char text[24];

    (void)snprintf(text, sizeof text, "%" PRId64, number);
    return memory_copy(text);
}

static void
fill_row(const struct statistics_row *from, bool has_period, struct listing_row *row)
{
    const int rate = statistics_rate(from);
    char **cell = row->cells;

    if (has_period)
        *cell++ = memory_copy(from->period);
    *cell++ = memory_copy(from->key);
    *cell++ = memory_copy(from->label);
    for (int i = 0; i < FIGURE_COUNT; i++)
        *cell++ = number_text(from->figures[i]);
    *cell++ = number_text(from->asked);
    *cell = rate < 0 ? NULL : number_text(rate);
}

void
statistics_fill_page(const struct statistics *statistics, const struct listing *listing,
                     struct listing_page *page)
{
    const size_t columns = listing->column_count;

    page->rows = memory_new(statistics->count + 1, sizeof page->rows[0]);
    page->count = statistics->count;
    page->column_count = columns;
    for (size_t i = 0; i < page->count; i++) {
        page->rows[i].id = (int64_t)i + 1;
        page->rows[i].cells = memory_new(columns, sizeof page->rows[i].cells[0]);
        fill_row(&statistics->rows[i], columns == ALL_COLUMNS, &page->rows[i]);
    }
}

/* --- the people behind a figure; the id is the registration's */

static const struct column counted_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    MOMENT("start", N_("Date"), 1),
    ELSEWHERE("zone"),
    HIDDEN("group", FIELD_REFERENCE),
    COLUMN("group_code", N_("Group"), FIELD_TEXT, 6, 12, 4),
    COLUMN("title", N_("Meeting"), FIELD_TEXT, 14, 0, 1),
    HIDDEN("person", FIELD_REFERENCE),
    COLUMN("family", N_("Family name"), FIELD_TEXT, 14, 28, 1),
    COLUMN("given", N_("Given name"), FIELD_TEXT, 10, 24, 1),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 16, 34, 3),
    HIDDEN("category", FIELD_REFERENCE),
    COLUMN("category_name", N_("Category"), FIELD_TEXT, 13, 24, 4),
    CHOICE("state", N_("State"), registration_states, 11, 2),
    CHOICE("outcome", N_("Presence"), statistics_outcomes, 11, 1),
};

const struct listing counted_listing = {
    .kind = LISTING_COUNTED,
    LISTING_OF(counted_columns),
    .can_search = true,
};
