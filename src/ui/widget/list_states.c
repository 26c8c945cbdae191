/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_states.c - the rows of a list that are in one state */
#include "widget/list_states.h"

#include <string.h>

#include "atelier/base/language.h"
#include "widget/list.h"

/* NULL: the rows are in no state. */
static const struct choice *
states_of(const struct listing *listing)
{
    for (size_t i = 0; i < listing->column_count; i++)
        if (strcmp(listing->columns[i].name, "state") == 0)
            return listing->columns[i].choices;
    return NULL;
}

/* Also when it cannot be counted. */
static bool
is_any_in(const struct list *list, struct ui *ui, size_t at)
{
    struct listing_query query = list->query;
    struct error ignored = { 0 };
    int64_t rows = 0;

    query.states = 1U << at;
    if (list->source->count &&
        list->source->count(ui, list->context, &query, 1, &rows, &ignored))
        return rows > 0;
    error_clear(&ignored);
    return true;
}

void
list_states_next(struct ui *ui, void *state, int64_t argument)
{
    struct list *list = state;
    const struct choice *states = states_of(list->listing);
    const int64_t id = list_selected(list);
    size_t at = 0;

    (void)argument;
    while (list->query.states != 0 && states[at].name && list->query.states != 1U << at)
        at++;
    if (list->query.states != 0 && states[at].name)
        at++;
    while (states[at].name && !is_any_in(list, ui, at))
        at++;
    if (!states[at].name && list->query.states == 0) {
        ui_refuse(ui, "%s", _("No row here is in any state."));
        return;
    }
    list->query.states = states[at].name ? 1U << at : 0;
    list->states = states[at].name ? _(states[at].label) : NULL;
    list_reset(list);
    list_select(list, id);
}
