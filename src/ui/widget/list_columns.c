/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_columns.c - columns by priority, the rest of the room to those that may grow
 *
 * Heads are whole before anything grows; titles and names come next, and are roomy before
 * the columns appear that a screen of 80 does not have.  Those appear where nothing that
 * such a screen shows is cut for them, so that no name becomes shorter as the screen
 * becomes wider; in the end, what a column has to spare goes to those whose rows are cut.
 */
#include "widget/list_columns.h"

#include <stdbool.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "state_sign.h"

/* Text may lose a little of its width so that one more column fits. */
enum { LEAST_TEXT = 8, SQUEEZE_PERCENT = 15 };

/* A title or a name that is roomy, and the first priority that waits for it. */
enum { ROOMY = 40, WAITS_FROM = 3 };

/* The room on a screen of 80, and the longest name for which other columns wait. */
enum { DESIGN_ROOM = 78, LONG_NAME = 60 };

static bool
may_shrink(const struct column *column)
{
    return column->most == 0 || column->most > column->width;
}

static size_t
column_count(const struct listing *listing)
{
    return listing->column_count < LIST_COLUMNS_MOST ? listing->column_count
                                                     : LIST_COLUMNS_MOST;
}

/* What is laid out, and what follows from it for each column, which is asked for again
 * and again. */
struct layout {
    const struct listing *listing;
    const char *with, *without; /* as list_columns_fit() has them */
    const int *needs;
    int room;
    int heads[LIST_COLUMNS_MOST];  /* how wide the titles are */
    int wanted[LIST_COLUMNS_MOST]; /* the width that a column is made for */
    int whole[LIST_COLUMNS_MOST];  /* at which neither its head nor its rows are cut */
};

/* The sign of a state stands before its word. */
static int
sign_columns(const struct column *column)
{
    return state_sign_has(column->choices) && !paint_is_plain() ? STATE_SIGN_COLUMNS : 0;
}

static int
wanted(const struct column *column, int need)
{
    return column->is_seldom && need < column->width
               ? need
               : column->width + sign_columns(column);
}

static int
most(const struct column *column, int need)
{
    return column->is_seldom && need < column->most ? need
                                                    : column->most + sign_columns(column);
}

static void
measure(struct layout *layout)
{
    for (size_t i = 0; i < column_count(layout->listing); i++) {
        const struct column *column = &layout->listing->columns[i];
        const int need = layout->needs[i];
        const int head = column->label ? (int)text_width(_(column->label)) : 0;

        layout->heads[i] = head;
        layout->wanted[i] = wanted(column, need);
        layout->whole[i] = need > head ? need : head;
    }
}

bool
list_columns_stands_right(const struct column *column)
{
    return column->kind == FIELD_NUMBER || column->kind == FIELD_DURATION;
}

int
list_columns_gap(const struct listing *listing, const int widths[], size_t column)
{
    size_t next = column + 1;

    while (next < column_count(listing) && widths[next] == 0)
        next++;
    if (next >= column_count(listing))
        return 0;
    return list_columns_stands_right(&listing->columns[column]) &&
                   !list_columns_stands_right(&listing->columns[next])
               ? 2
               : 1;
}

/* Cells that the shown columns take, gaps included. */
static int
taken(const struct layout *layout, const int widths[])
{
    int sum = 0;

    for (size_t i = 0; i < column_count(layout->listing); i++)
        if (widths[i] > 0)
            sum += widths[i] + list_columns_gap(layout->listing, widths, i);
    return sum;
}

/* How far a column may be narrowed: text a little, then far, then what is fixed. */
enum squeeze { SQUEEZE_LITTLE, SQUEEZE_FAR, SQUEEZE_ALL };

/* Takes cells from the widest column that may be narrowed until the sum fits or none is
 * above its least. */
static void
shrink(const struct layout *layout, int widths[], enum squeeze squeeze)
{
    const struct listing *listing = layout->listing;

    for (int over = taken(layout, widths) - layout->room; over > 0; over--) {
        size_t widest = LIST_COLUMNS_MOST;

        for (size_t i = 0; i < column_count(listing); i++) {
            const struct column *column = &listing->columns[i];
            int least = squeeze != SQUEEZE_LITTLE
                            ? LEAST_TEXT
                            : column->width - column->width * SQUEEZE_PERCENT / 100;

            if (widths[i] > least && (squeeze == SQUEEZE_ALL || may_shrink(column)) &&
                (widest == LIST_COLUMNS_MOST || widths[i] > widths[widest]))
                widest = i;
        }
        if (widest == LIST_COLUMNS_MOST)
            return;
        widths[widest]--;
    }
}

/* What a column may grow to at each stage, in this order. */
enum growth { GROW_HEADS, GROW_ROOMY, GROW_MOST, GROW_ALL };

static int
limit(const struct layout *layout, size_t index, enum growth growth)
{
    const struct column *column = &layout->listing->columns[index];
    const int head = layout->heads[index], need = layout->needs[index];

    if (column->is_seldom) /* as wide as what it shows */
        return growth < GROW_MOST ? 0 : most(column, need);
    switch (growth) {
    case GROW_HEADS:
        return head;
    case GROW_ROOMY:
        return column->most == 0 ? ROOMY : head;
    case GROW_MOST:
        return column->most == 0 ? ROOMY : column->most > head ? column->most : head;
    case GROW_ALL:
        break;
    }
    return column->most == 0 ? layout->room : 0;
}

/* A cell each in turn, as long as there are some. */
static void
grow(const struct layout *layout, int widths[], enum growth growth)
{
    int left = layout->room - taken(layout, widths);
    bool grew = true;

    while (left > 0 && grew) {
        grew = false;
        for (size_t i = 0; i < column_count(layout->listing) && left > 0; i++) {
            if (widths[i] == 0 || widths[i] >= limit(layout, i, growth))
                continue;
            widths[i]++;
            left--;
            grew = true;
        }
    }
}

/* What a column has beyond what it needs: negative where something is cut. */
static int
spare(const struct layout *layout, const int widths[], size_t column)
{
    return widths[column] - layout->whole[column];
}

/* What it needs beyond the width that it is made for. */
static int
excess(const struct layout *layout, size_t column)
{
    return layout->whole[column] - layout->wanted[column];
}

/* Names before addresses, then by excess. */
static bool
comes_before(const struct layout *layout, size_t column, size_t other)
{
    const struct column *columns = layout->listing->columns;
    const bool is_address = columns[column].kind == FIELD_EMAIL;
    const bool other_is = columns[other].kind == FIELD_EMAIL;

    return is_address != other_is ? other_is
                                  : excess(layout, column) < excess(layout, other);
}

/* The column of least excess: one that is whole is worth more than two that are cut a
 * little less.  The order does not follow from the room, else one of them would become
 * shorter where there is more.  LIST_COLUMNS_MOST: nothing is cut. */
static size_t
first_cut(const struct layout *layout, const int widths[])
{
    size_t first = LIST_COLUMNS_MOST;

    for (size_t i = 0; i < column_count(layout->listing); i++)
        if (widths[i] > 0 && spare(layout, widths, i) < 0 &&
            (first == LIST_COLUMNS_MOST || comes_before(layout, i, first)))
            first = i;
    return first;
}

/* LIST_COLUMNS_MOST: none has anything to spare. */
static size_t
widest_spare(const struct layout *layout, const int widths[])
{
    size_t widest = LIST_COLUMNS_MOST;

    for (size_t i = 0; i < column_count(layout->listing); i++)
        if (widths[i] > 0 && spare(layout, widths, i) > 0 &&
            (widest == LIST_COLUMNS_MOST ||
             spare(layout, widths, i) > spare(layout, widths, widest)))
            widest = i;
    return widest;
}

/* Nothing is cut while there is room beside it. */
static void
settle(const struct layout *layout, int widths[])
{
    int left = layout->room - taken(layout, widths);

    for (;;) {
        const size_t cut = first_cut(layout, widths);
        const size_t from = left > 0 || cut == LIST_COLUMNS_MOST
                                ? LIST_COLUMNS_MOST
                                : widest_spare(layout, widths);

        if (cut == LIST_COLUMNS_MOST || (left <= 0 && from == LIST_COLUMNS_MOST))
            return;
        widths[cut]++;
        if (left > 0)
            left--;
        else
            widths[from]--;
    }
}

static bool
is_called(const struct column *column, const char *name)
{
    return name && strcmp(column->name, name) == 0;
}

static void
begin_with_first(const struct layout *layout, int widths[])
{
    const struct listing *listing = layout->listing;

    for (size_t i = 0; i < LIST_COLUMNS_MOST; i++)
        widths[i] = 0;
    for (size_t i = 0; i < column_count(listing); i++) {
        const struct column *column = &listing->columns[i];
        if (is_called(column, layout->with) ||
            (column->priority == 1 && !is_called(column, layout->without)))
            widths[i] = layout->wanted[i];
    }
    shrink(layout, widths, SQUEEZE_FAR);
    shrink(layout, widths, SQUEEZE_ALL);
}

/* Adds a column where there is room for it, `squeezing` the others a little; with its
 * head whole where the screen is wider than it must be. */
static void
add_column(const struct layout *layout, size_t column, bool squeezing, int widths[])
{
    const int head = layout->heads[column];
    int before[LIST_COLUMNS_MOST];

    memcpy(before, widths, sizeof before);
    widths[column] = layout->wanted[column];
    if (!squeezing && layout->room > DESIGN_ROOM && widths[column] < head)
        widths[column] = head;
    if (squeezing)
        shrink(layout, widths, SQUEEZE_LITTLE);
    if (taken(layout, widths) > layout->room)
        memcpy(widths, before, sizeof before);
}

/* The columns of priority 2 and more, of these `among`, which are not 0; NULL: of all. */
static void
add_others(const struct layout *layout, const int among[], bool squeezing, int widths[])
{
    const struct listing *listing = layout->listing;

    for (int priority = 2; priority <= 9; priority++) {
        if (priority == WAITS_FROM) {
            grow(layout, widths, GROW_HEADS);
            grow(layout, widths, GROW_ROOMY);
        }
        for (size_t i = 0; i < column_count(listing); i++)
            if (listing->columns[i].priority == priority && widths[i] == 0 &&
                (!among || among[i] > 0))
                add_column(layout, i, squeezing && priority < WAITS_FROM, widths);
    }
}

static void
fill(const struct layout *layout, int widths[])
{
    for (enum growth growth = GROW_HEADS; growth <= GROW_ALL; growth++)
        grow(layout, widths, growth);
    settle(layout, widths);
}

/* Of what stands there already, what is not needed is room for other columns. */
static void
keep_whole(const struct layout *layout, int widths[])
{
    for (size_t i = 0; i < column_count(layout->listing); i++) {
        const int is = layout->wanted[i], whole = layout->whole[i];
        const int name = whole < LONG_NAME ? whole : LONG_NAME;
        const int kept = is > name ? is : name;

        widths[i] = widths[i] < kept ? widths[i] : kept;
    }
}

void
list_columns_fit(const struct listing *listing, const char *with, const char *without,
                 int room, const int needs[LIST_COLUMNS_MOST],
                 int widths[LIST_COLUMNS_MOST])
{
    struct layout layout = {
        .listing = listing, .with = with, .without = without, .needs = needs
    };
    int design[LIST_COLUMNS_MOST];

    measure(&layout);
    layout.room = room < DESIGN_ROOM ? room : DESIGN_ROOM;
    begin_with_first(&layout, design);
    add_others(&layout, NULL, true, design);
    if (room <= DESIGN_ROOM) {
        memcpy(widths, design, sizeof design);
        fill(&layout, widths);
        return;
    }
    layout.room = room;
    begin_with_first(&layout, widths);
    add_others(&layout, design, true, widths);
    fill(&layout, widths);
    keep_whole(&layout, widths);
    add_others(&layout, NULL, false, widths);
    fill(&layout, widths);
}
