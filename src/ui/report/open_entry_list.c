/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open_entry_list.c - all that reports left to do, of every group: what is overdue comes
 * first
 */
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "report/entry_settling.h"
#include "screen.h"
#include "widget/list.h"

/* "!" and no word more: the day stands beside it. */
static char
overdue_sign(const struct list *list, const struct listing_row *row)
{
    const char *overdue = list_cell_of(list, row, "overdue");

    return overdue && strcmp(overdue, "1") == 0 ? '!' : 0;
}

static bool
open_entry_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct list *list = state;

    (void)ui;
    (void)err;
    list_screen_open(list, LISTING_OPEN_ENTRY, id,
                     _("Nothing is left to do: no recommendation and no decision of a "
                       "report is open."));
    list->sign = overdue_sign;
    list->without = "overdue";
    return true;
}

static void
open_report(struct ui *ui, void *state, int64_t argument)
{
    const struct list *list = state;

    (void)argument;
    ui_open_at(ui, SCREEN_REPORT, list_cell_number(list, "meeting"), list_selected(list));
}

static void
settle(struct ui *ui, void *state, int64_t argument)
{
    entry_settling_run(ui, list_selected(state), (enum report_entry_state)argument, 0);
}

static const struct action actions[] = { { .name = "entry.report",
                                           .keys = "Enter",
                                           .menu = N_("Report"),
                                           .label = N_("Open its report"),
                                           .hint = N_("open"),
                                           .needs = NEEDS_ROW,
                                           .run = open_report },
                                         { .name = "entry.done",
                                           .keys = "a",
                                           .menu = N_("Report"),
                                           .label = N_("Done"),
                                           .hint = N_("done"),
                                           .needs = NEEDS_ROW,
                                           .permission = ACT_REPORT_ENTRY_SETTLE_NEEDS,
                                           .argument = ENTRY_DONE,
                                           .guarded = true,
                                           .run = settle },
                                         { .name = "entry.drop",
                                           .keys = "r",
                                           .menu = N_("Report"),
                                           .label = N_("Drop, with a reason"),
                                           .hint = N_("drop"),
                                           .needs = NEEDS_ROW,
                                           .permission = ACT_REPORT_ENTRY_SETTLE_NEEDS,
                                           .argument = ENTRY_DROPPED,
                                           .guarded = true,
                                           .run = settle },
                                         ACTION_END };

const struct screen open_entry_list_screen = {
    .name = "open_entry_list",
    .title = N_("To do, from reports"),
    .size = sizeof(struct list),
    .open = open_entry_list_open,
    .actions = actions,
    LIST_SCREEN,
};
