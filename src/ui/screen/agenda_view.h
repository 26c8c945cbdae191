/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_view.h - what the views of the calendar share: the chosen day, the meetings
 * that are read, the words that narrow them, and what can be done
 *
 * The state of each begins with a struct agenda_view.  Tab hands the day on.
 */
#ifndef ATELIER_UI_AGENDA_VIEW_H
#define ATELIER_UI_AGENDA_VIEW_H

#include "atelier/domain/agenda.h"
#include "atelier/domain/clash.h"
#include "meeting/meeting_actions.h"
#include "screen.h"
#include "widget/line_edit.h"

/* Of which days the meetings are read. */
enum agenda_extent { AGENDA_MONTH, AGENDA_WEEK, AGENDA_DAY };

struct agenda_view {
    enum agenda_extent extent;
    struct date day; /* chosen */
    struct date today;
    struct date first, last; /* that are read */
    struct agenda agenda;
    struct clash_days days; /* on which the office does not plan */
    struct line_edit filter;
    bool filtering;      /* the keys go to the words */
    bool stale;          /* they have changed: read again when no key waits */
    bool unjudged;       /* and then what clashes, once what was read is on the screen */
    int64_t judged_from; /* not before this, by terminal_clock() */
    /* What Enter opens and a new meeting begins with, where a view chooses more than a
     * day: an entry of the agenda (count: none), an hour, a room. */
    int64_t moved; /* the meeting that goes where the keys go, or 0 (agenda_move.h) */
    struct local_time moved_from;
    char *moved_title;
    struct agenda_part *part; /* the workshop that does, or NULL (agenda_part.h) */
    /* What it reads besides, or makes of what was read; NULL: nothing. */
    bool (*read)(void *state, struct ui *ui, struct error *err);
    size_t (*chosen)(const void *state);
    void (*fill)(const void *state, struct meeting *meeting);
    /* Puts the bar on where something begins that is about to move; NULL: its day is
     * enough. */
    void (*stand)(void *state, struct local_time start);
};

/* The sides of the section, for .tabs. */
extern const enum screen_id agenda_tabs[];

/* On the day that the view before it showed, or today, with its words. */
void agenda_view_open(struct agenda_view *view, struct ui *ui, enum agenda_extent extent);
/* For .close, .reload, .tick_in, .tick, .add_info, .moves and .while_typing of each. */
void agenda_view_close(void *state);
bool agenda_view_reload(void *state, struct ui *ui, struct error *err);
int agenda_view_tick_in(void *state);
void agenda_view_tick(void *state, struct ui *ui);
void agenda_view_add_info(void *state, struct ui *ui, struct buffer *buffer);

bool agenda_view_moves(const void *state);
const struct action *agenda_view_while_typing(const void *state);

/* With .close and .add_info, which have more to do in some. */
/* Prints the month of the chosen day. */
void agenda_print(struct ui *ui, void *state, int64_t argument);

#define AGENDA_VIEW                                                                      \
    .reload = agenda_view_reload, .tick_in = agenda_view_tick_in,                        \
    .tick = agenda_view_tick, .tabs = agenda_tabs, .moves = agenda_view_moves,           \
    .while_typing = agenda_view_while_typing

/* Chooses a day, and reads when it is not among those that are. */
void agenda_view_go(void *state, struct ui *ui, struct date day);

/* A key that types the words; true when it was for them. */
bool agenda_view_key(void *state, struct ui *ui, const struct key *key);

/* Paints the names of the views, and the words while there are some; returns what is left
 * of the area.  In the plain view it paints all of it, and leaves no row. */
struct area agenda_view_draw(void *state, struct ui *ui, struct area area);

/* --- what can be done, for the tables of the views */

void agenda_open(struct ui *ui, void *state, int64_t argument);
void agenda_plan(struct ui *ui, void *state, int64_t argument);
void agenda_move(struct ui *ui, void *state, int64_t argument);
void agenda_why(struct ui *ui, void *state, int64_t argument);
void agenda_go(struct ui *ui, void *state, int64_t argument);
void agenda_filter(struct ui *ui, void *state, int64_t argument);
void agenda_step(struct ui *ui, void *state, int64_t steps);

/* What is typed when somebody is asked for a day; false when left, or when it is none and
 * that was said. */
bool agenda_ask_day(struct ui *ui, struct date *day);

/* Where a table has them already, they are the same. */
#define AGENDA_GO                                                                        \
    {                                                                                    \
        .name = "calendar.go", .keys = "g", .menu = N_("View"),                          \
        .label = N_("Go to a day"), .hint = N_("day"),                                   \
        .help = N_("As people write it: 16/3, Monday, in two weeks."), .run = agenda_go  \
    }

#define AGENDA_PRINT                                                                     \
    {                                                                                    \
        .name = "calendar.print", .menu = N_("View"), .label = N_("Print the month"),    \
        .help = N_("A PDF for the wall: its weeks down, its days across."),              \
        .needs = NEEDS_FILES, .run = agenda_print                                        \
    }
#define AGENDA_ACTIONS                                                                   \
    { .name = "calendar.open",                                                           \
      .keys = "Enter",                                                                   \
      .menu = N_("Meeting"),                                                             \
      .label = N_("Open"),                                                               \
      .hint = N_("open"),                                                                \
      .help = N_("Of several on that day it asks which."),                               \
      .run = agenda_open },                                                              \
        { .name = "meeting.add",                                                         \
          .keys = "n Ins",                                                               \
          .menu = N_("Meeting"),                                                         \
          .label = N_("Plan a meeting"),                                                 \
          .hint = N_("plan"),                                                            \
          .help = N_("The form begins with what is chosen here."),                       \
          .needs = NEEDS_WRITING,                                                        \
          .argument = ENTITY_MEETING,                                                    \
          .run = agenda_plan },                                                          \
        { .name = "meeting.move",                                                        \
          .keys = "m",                                                                   \
          .menu = N_("Meeting"),                                                         \
          .label = N_("Move by keys"),                                                   \
          .hint = N_("move"),                                                            \
          .help = N_("The arrows choose where it goes: a day, among the rooms an hour "  \
                     "and a room too.  Its hours stay, and how long it lasts.  A "       \
                     "workshop goes by slots and days of its meeting."),                 \
          .needs = NEEDS_WRITING,                                                        \
          .argument = ENTITY_MEETING,                                                    \
          .run = agenda_move },                                                          \
        { .name = "meeting.why",                                                         \
          .keys = "w",                                                                   \
          .menu = N_("Meeting"),                                                         \
          .label = N_("What does it clash with?"),                                       \
          .help = N_("Another meeting in its room or with its people, too few seats, a " \
                     "holiday; and what was accepted, by whom."),                        \
          .run = agenda_why },                                                           \
        AGENDA_GO,                                                                       \
        { .name = "calendar.next",                                                       \
          .keys = "Tab",                                                                 \
          .menu = N_("View"),                                                            \
          .label = N_("Next view of the calendar"),                                      \
          .help = N_("Month, week, rooms of a day, then a list of all."),                \
          .hint = N_("view"),                                                            \
          .argument = 1,                                                                 \
          .run = agenda_step },                                                          \
        { .name = "calendar.previous",                                                   \
          .keys = "Shift-Tab",                                                           \
          .menu = N_("View"),                                                            \
          .label = N_("Previous view of the calendar"),                                  \
          .argument = -1,                                                                \
          .run = agenda_step },                                                          \
        { .name = "calendar.filter",                                                     \
          .keys = "/",                                                                   \
          .menu = N_("View"),                                                            \
          .label = N_("Show only what holds the words typed"),                           \
          .sought = N_("filter, search, find"),                                          \
          .also = N_("filter"),                                                          \
          .lasting = true,                                                               \
          .run = agenda_filter },                                                        \
        AGENDA_PRINT, MEETING_IMPORT("i", N_("View")),                                   \
        MEETING_EXPORT_ALL(N_("View"), N_("export"))

#endif
