/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list.h - a window onto a listing
 *
 * Holds only the rows near the screen and asks for more by key, so that a
 * million rows cost what forty do.  The bar stays on its row (by id) through
 * sorting, filtering and colleagues' changes.
 */
#ifndef ATELIER_UI_LIST_H
#define ATELIER_UI_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/listing.h"
#include "screen.h"
#include "terminal/key.h"
#include "terminal/paint.h"
#include "widget/line_edit.h"
#include "widget/list_columns.h"

/* Where rows come from.  The usual source is the app layer's listings. */
struct list_source {
    bool (*fetch)(struct ui *ui, void *context, const struct listing_query *query,
                  enum listing_direction direction, const struct listing_key *key,
                  size_t count, struct listing_page *page, struct error *err);
    bool (*locate)(struct ui *ui, void *context, const struct listing_query *query,
                   int64_t id, struct listing_key *key, struct error *err);
    bool (*count)(struct ui *ui, void *context, const struct listing_query *query,
                  int64_t most, int64_t *count, struct error *err);
};

struct list {
    /* Set after list_init() and before the first load, or with list_reset(). */
    struct listing_query query; /* search belongs to the list */
    const char *states;         /* translated: what query.states are called; or NULL */
    const char *empty;          /* translated: what to do when there is nothing */
    bool many;                  /* Space marks rows: there are acts for several at once */
    bool sorts;                 /* by any column: the rows are those of the app layer */
    const char *with;           /* one that is shown in any case, or NULL */
    const char *without;        /* a column that is not shown now, or NULL */
    const char *once;           /* one left blank where the row above says it, or NULL */
    /* What is typed as a filter finds a row to act on: what stands before it, translated;
     * the keys that it takes before the list; and which of the hits the bar goes to.  All
     * NULL: the filter only filters. */
    const char *prompt;
    bool (*typed)(struct list *list, struct ui *ui, const struct key *key);
    void (*found)(struct list *list);
    /* The keys that its screen takes before it, whatever else it does, as while a row is
     * moved; NULL: none. */
    bool (*takes)(struct list *list, struct ui *ui, const struct key *key);
    /* Adds the words of a cell otherwise than display_cell(); NULL, or false and nothing
     * added: the usual way.  The sign of a state is before them already. */
    bool (*add_cell)(const struct list *list, const struct listing_row *row,
                     size_t column, struct buffer *buffer);
    /* The column whose number begins its cell, before what add_cell() draws beside it:
     * its head begins there too; or NULL. */
    const char *drawn;
    /* A sign of one character before the row ("!", "*"), or 0. */
    char (*sign)(const struct list *list, const struct listing_row *row);
    /* How a cell looks; NULL, or STYLE_PLAIN: plain, or as state_sign.c has it for a
     * state.  Its text must say the same. */
    enum style (*look)(const struct list *list, const struct listing_row *row,
                       size_t column);

    /* The list's own. */
    const struct listing *listing;
    const struct list_source *source;
    void *context;
    struct listing_row *rows; /* what is held, in order */
    size_t count, capacity;
    bool more_before, more_after;
    size_t top;      /* index of the first row on the screen */
    size_t selected; /* index */
    size_t line;     /* of the screen, where the bar was before a load */
    size_t from;     /* index where the last load's rows from the key begin */
    int64_t wanted;  /* id to select at the next load, 0 */
    bool stale;      /* the search has changed: read again when no key waits */
    int height;      /* rows of the last drawing */
    int lines;       /* of the screen that each takes: more than one in the plain view */
    int needs[LIST_COLUMNS_MOST]; /* the widest cell of each column that was looked at
                                     since other rows were asked for */
    unsigned long loads,
        looked; /* how often rows were read; at which they were looked at */
    /* Of list_preview.c: the facts beside the list that keep their lines. */
    struct {
        unsigned long looked;
        int columns, label; /* that there is room for; of the labels */
        int lines[LIST_COLUMNS_MOST];
    } beside;
    struct listing_query measured; /* that asked for them */
    int64_t total;                 /* counted up to a limit; -1 unknown */
    int64_t whole;  /* the same without the words and the states that narrow it */
    bool filtering; /* the keys go to the filter */
    struct line_edit filter;
    char *search;
    unsigned long searches; /* how often it changed */
    int64_t *marks;
    size_t mark_count, mark_capacity;
    struct {
        bool valid, filtering;
        bool owes;  /* columns were left blank in a hurry */
        bool whole; /* the bar covers its whole row */
        struct area area;
        int widths[LIST_COLUMNS_MOST];
        size_t top, selected;
        unsigned long generation, searches;
    } painted;
    unsigned long generation;
};

/* The column of e-mail addresses, column_count when there is none; and whether there is.
 */
size_t list_address_column(const struct listing *listing);
bool list_has_addresses(const struct listing *listing);

void list_init(struct list *list, enum listing_kind kind);
/* Rows from elsewhere; `listing` names the columns. */
void list_init_source(struct list *list, const struct listing *listing,
                      const struct list_source *source, void *context);
void list_clear(struct list *list);

/* Reads the rows on the screen again; the bar stays on its row at its line. */
bool list_load(struct list *list, struct ui *ui, struct error *err);
/* The same, and says what went wrong. */
void list_refresh(struct list *list, struct ui *ui);
/* Begins to type a filter, or types it for the person; NULL ends it, and shows all. */
void list_search(struct list *list, const char *text);
/* After a change of the query: starts at the top. */
void list_reset(struct list *list);
/* After a change of the order: the bar stays on its row, and so do the marks. */
void list_begin_anew(struct list *list);

/* Moving, marking (Space, where acts take many), filtering (/). True when the key was for
 * the list. */
bool list_key(struct list *list, struct ui *ui, const struct key *key);
void list_draw(struct list *list, struct ui *ui, struct area area, bool fresh);
/* "by Seats · 40 rows", "12 of 40" when words or states narrow it. */
void list_add_info(struct list *list, struct buffer *buffer);

int64_t list_selected(const struct list *list); /* id; 0 when there is no row */
const struct listing_row *list_row(const struct list *list); /* NULL */
/* The canonical text of the selected row's cell; NULL when empty. */
const char *list_cell(const struct list *list, const char *column);
const char *list_cell_of(const struct list *list, const struct listing_row *row,
                         const char *column);
int64_t list_cell_number(const struct list *list, const char *column); /* 0 when empty */
/* Puts the bar on that row at the next load, unless it is moved before; 0 does nothing.
 */
void list_select(struct list *list, int64_t id);

/* Moves the bar by so many rows. */
void list_move(struct list *list, struct ui *ui, long rows);
/* Marks the row under the bar, or not any more, and goes on to the next. */
void list_mark(struct list *list, struct ui *ui);

/* --- list_screen.c: for screens whose state begins with a struct list */

/* The rows of that kind which belong to `scope`, 0: all; `empty` is translated.  Returns
 * true, as the end of an open(). */
bool list_screen_open(void *state, enum listing_kind kind, int64_t scope,
                      const char *empty);
bool list_screen_load(void *state, struct ui *ui, struct error *err);
void list_screen_draw(void *state, struct ui *ui, struct area area, bool fresh);
bool list_screen_key(void *state, struct ui *ui, const struct key *key);
void list_screen_add_info(void *state, struct ui *ui, struct buffer *buffer);
void list_screen_close(void *state);
int list_screen_tick_in(void *state);
void list_screen_tick(void *state, struct ui *ui);
/* What such a screen leaves to its list even when it loads and draws more than that: a
 * filter that is typed is read at the tick. */
#define LIST_SCREEN_KEYS_ALONE                                                           \
    .key = list_screen_key, .add_info = list_screen_add_info,                            \
    .tick_in = list_screen_tick_in, .tick = list_screen_tick
#define LIST_SCREEN_KEYS .lacks = list_screen_lacks, LIST_SCREEN_KEYS_ALONE
#define LIST_SCREEN                                                                      \
    .close = list_screen_close, .reload = list_screen_load, .draw = list_screen_draw,    \
    LIST_SCREEN_KEYS

const char *list_screen_lacks(const void *state, unsigned needs);

/* To be run by actions of such a screen: opens the screen that the argument names, for
 * the row under the bar; the row of the noun in the argument that the bar's row names. */
void list_open_row(struct ui *ui, void *state, int64_t screen);
void list_open_reference(struct ui *ui, void *state, int64_t kind);

/* Shows what is no longer live too, or not, and says which: translated. */
void list_toggle_history(struct list *list, struct ui *ui, const char *with,
                         const char *without);

#endif
