/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_lines.h - what the first screen says: next meetings and how full they are, what
 * waits, what was done */
#ifndef ATELIER_UI_TODAY_LINES_H
#define ATELIER_UI_TODAY_LINES_H

#include "atelier/domain/today.h"
#include "screen/today_order.h"
#include "ui.h"

enum {
    TODAY_MEETINGS = 8,
    TODAY_DECISIONS = 8,
    TODAY_DECISIONS_SEARCHED = 200, /* of which those are shown that fit */
    TODAY_TO_DO = 6,
    TODAY_ACTS = 6,       /* on a low screen; a tall one fills its rows with more, */
    TODAY_ACTS_MOST = 40, /* up to these */
    TODAY_LINES = TODAY_MEETINGS + TODAY_DECISIONS + TODAY_TO_DO + TODAY_ACTS_MOST + 12
};

/* A head, a remark, or something that Enter opens. */
struct today_line {
    char *text;
    char *order_key; /* by which its part is sorted; NULL: by nothing it shows */
    bool opens;
    enum screen_id target; /* what it opens; else it is a head or a remark */
    int64_t id;
    int64_t row; /* of a list, where the bar begins; or 0 */
    bool head;
    bool warning;
    int title_at;  /* where the title of a meeting begins, two blanks before it: cells */
    size_t title;  /* the same in bytes */
    int lead;      /* columns that the bar covers when it is here: the day and hour */
    int64_t taken; /* with seats > 0: a bar before the title */
    int64_t seats;
    bool here;       /* a meeting whose day it is: who is there can be marked */
    int64_t offered; /* a registration whose offer is answered here; or 0 */
    int64_t to_do;   /* an entry of a report that is done or dropped here; or 0 */
};

struct today_lines {
    struct today_order order; /* set before a load */
    bool only_door;           /* of whoever may read nothing else */
    /* Set before a load: only with those clashes that were found so far, for they take
     * long; the parts of browse_today_clashes() that are done. */
    bool brief;
    struct today_list clashes;
    size_t parts;
    int64_t read_at; /* terminal_clock(), of a brief load */
    struct today_line items[TODAY_LINES];
    size_t count;
    size_t first_act; /* of the acts, which are the last lines */
};

/* Those that hold the words of `search`, NULL: all, of which no more acts are read than
 * fit `rows`.  Those of before are cleared first; when it fails, what was read stays. */
bool today_lines_load(struct today_lines *lines, struct ui *ui, const char *search,
                      size_t rows, struct error *err);

/* Finds the next clashes for lines that are brief; true once all are known.  What a key
 * cuts off is found at the next call. */
bool today_lines_find_clashes(struct today_lines *lines, struct ui *ui,
                              struct error *err);

void today_lines_clear(struct today_lines *lines);

#endif
