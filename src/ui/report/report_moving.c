/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_moving.c - an entry goes, with what belongs to it, to where the keys go; it is
 * written when it has arrived
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "report/report_page.h"

enum heading { UP, DOWN, DEEPER, LESS_DEEP };

/* What goes: the rows [first, end) of the view. */
struct block {
    size_t first, end;
};

static struct block
block_of(const struct report_page *page)
{
    const struct entry_shown_list *entries = &page->view.entries;
    struct block block = { .first = report_page_find(page, page->moving.entry) };

    block.end = block.first;
    if (block.first == entries->count)
        return block;
    const int64_t level = entries->items[block.first].entry.indent;
    for (block.end++;
         block.end < entries->count && entries->items[block.end].entry.indent > level;)
        block.end++;
    return block;
}

static int64_t
id_above(const struct report_page *page, size_t row)
{
    return row == 0 ? 0 : page->view.entries.items[row - 1].entry.head.id;
}

/* The block comes before what is now at `target`, which is outside of it. */
static void
put(struct report_page *page, struct block block, size_t target)
{
    struct entry_shown *items = page->view.entries.items;
    const size_t many = block.end - block.first;
    struct entry_shown *moved = memory_new(many + 1, sizeof *moved);

    memcpy(moved, items + block.first, many * sizeof *moved);
    if (target <= block.first)
        memmove(items + target + many, items + target,
                (block.first - target) * sizeof *items);
    else
        memmove(items + block.first, items + block.end,
                (target - block.end) * sizeof *items);
    memcpy(items + (target <= block.first ? target : target - many), moved,
           many * sizeof *moved);
    free(moved);
}

static void
deepen(struct report_page *page, int64_t by)
{
    const struct block block = block_of(page);

    for (size_t i = block.first; i < block.end; i++)
        page->view.entries.items[i].entry.indent += by;
}

/* As deep as it may be where it stands: below what is above it at most, and so that what
 * comes behind it still hangs on something. */
static void
clamp(struct report_page *page, int64_t wanted)
{
    const struct entry_shown_list *entries = &page->view.entries;
    const struct block block = block_of(page);
    const int64_t now = entries->items[block.first].entry.indent;
    int64_t deepest = now;

    for (size_t i = block.first; i < block.end; i++)
        if (entries->items[i].entry.indent > deepest)
            deepest = entries->items[i].entry.indent;
    int64_t most =
        block.first == 0 ? 0 : entries->items[block.first - 1].entry.indent + 1;
    if (most > ENTRY_INDENT_MOST - (deepest - now))
        most = ENTRY_INDENT_MOST - (deepest - now);
    int64_t least = 0;
    if (block.end < entries->count)
        least = entries->items[block.end].entry.indent - 1 -
                (entries->items[block.end - 1].entry.indent - now);
    wanted = wanted > most ? most : wanted;
    wanted = wanted < least ? least : wanted;
    deepen(page, (wanted < 0 ? 0 : wanted) - now);
}

static void
note(struct report_page *page)
{
    const struct block block = block_of(page);

    page->moving.above = id_above(page, block.first);
    page->moving.indent = page->view.entries.items[block.first].entry.indent;
}

void
report_moving_arrange(struct report_page *page)
{
    const struct entry_shown_list *entries = &page->view.entries;
    const struct block block = block_of(page);

    if (block.first == entries->count || page->view.is_locked) {
        page->mode = REPORT_READS; /* a colleague removed it */
        return;
    }
    const size_t above = report_page_find(page, page->moving.above);
    const size_t target = page->moving.above == 0                     ? 0
                          : above == entries->count                   ? block.first
                          : above >= block.first && above < block.end ? block.first
                                                                      : above + 1;
    put(page, block, target);
    clamp(page, page->moving.indent);
    note(page);
}

void
report_moving_begin(struct report_page *page, struct ui *ui)
{
    const struct report_stop *stop = report_page_stop(page);

    if (!stop || stop->kind != STOP_ENTRY) {
        ui_refuse(ui, "%s", _("What comes up from before stays in its own report."));
        return;
    }
    page->moving.entry = stop->id;
    page->mode = REPORT_MOVES;
    note(page);
    page->moving.old_above = page->moving.above;
    page->moving.old_indent = page->moving.indent;
}

/* Over what is above: its neighbour with all that belongs to that, or out of what it
 * belongs to. */
static bool
step_up(struct report_page *page)
{
    const struct entry_shown_list *entries = &page->view.entries;
    const struct block block = block_of(page);
    const int64_t level = entries->items[block.first].entry.indent;
    size_t target = block.first;

    if (block.first == 0)
        return false;
    do
        target--;
    while (target > 0 && entries->items[target].entry.indent > level);
    put(page, block, target);
    clamp(page, level);
    return true;
}

static bool
step_down(struct report_page *page)
{
    const struct entry_shown_list *entries = &page->view.entries;
    const struct block block = block_of(page);
    const int64_t level = entries->items[block.first].entry.indent;
    size_t target = block.end;

    if (block.end == entries->count)
        return false;
    do
        target++;
    while (target < entries->count && entries->items[target].entry.indent > level);
    put(page, block, target);
    clamp(page, level);
    return true;
}

static bool
step_aside(struct report_page *page, int64_t by)
{
    clamp(page, page->moving.indent + by);
    return page->view.entries.items[block_of(page).first].entry.indent !=
           page->moving.indent;
}

/* Why a key moved nothing. */
static const char *
end_of(enum heading heading)
{
    switch (heading) {
    case UP:
        return _("It is the first entry already.");
    case DOWN:
        return _("It is the last entry already.");
    case DEEPER:
        return _("It cannot go deeper than one step below the entry above.");
    case LESS_DEEP:
        break;
    }
    return _("It is below no other entry already.");
}

static enum heading
heading_of(const struct key *key)
{
    return key_is(key, "Up")          ? UP
           : key_is(key, "Down")      ? DOWN
           : key_is(key, "Right Tab") ? DEEPER
                                      : LESS_DEEP;
}

static void
step(struct report_page *page, struct ui *ui, const struct key *key)
{
    const enum heading heading = heading_of(key);
    const bool went = heading == UP     ? step_up(page)
                      : heading == DOWN ? step_down(page)
                                        : step_aside(page, heading == DEEPER ? 1 : -1);

    if (!went)
        ui_say(ui, "%s", end_of(heading));
    note(page);
    report_page_fill(page);
    report_page_go(page, page->moving.entry);
}

static void
end(struct report_page *page, struct ui *ui, bool keep)
{
    struct error err = { 0 };
    const bool same = page->moving.above == page->moving.old_above &&
                      page->moving.indent == page->moving.old_indent;

    page->mode = REPORT_READS;
    page->wanted = page->moving.entry;
    if (!keep || same)
        ui_say(ui, "%s", _("Nothing changed."));
    else if (entry_place(ui_atelier(ui), page->moving.entry, page->moving.above,
                         page->moving.indent, &err))
        ui_say(ui, _("Moved.  %%K{program.undo} takes it back."));
    else
        ui_fail(ui, &err);
    ui_refresh(ui);
}

bool
report_moving_key(struct report_page *page, struct ui *ui, const struct key *key)
{
    if (key_is(key, "Up Down Left Right Tab") || key->press == PRESS_BACK_TAB)
        step(page, ui, key);
    else if (key_is(key, "Enter F2 Ctrl-S Esc"))
        end(page, ui, !key_is(key, "Esc"));
    else if (key->press == PRESS_TEXT || key->press == PRESS_PASTE)
        ui_refuse(ui, _("%%K{Enter} keeps it here, %%K{Esc} puts it back."));
    else
        return false;
    return true;
}
