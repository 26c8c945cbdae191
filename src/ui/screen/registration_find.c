/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_find.c - who is there, by typing: three letters and Enter, one person
 * after the other; whoever is not on the list comes onto it
 */
#include "screen/registration_find.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/atelier.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "meeting/meeting_newcomer.h"
#include "screen/registration_presence.h"
#include "widget/list_marks.h"

static void
end_finding(struct registration_list *screen)
{
    const int64_t id = list_selected(&screen->list);

    screen->finding = false;
    screen->list.prompt = NULL;
    list_search(&screen->list, NULL);
    list_select(&screen->list, id);
}

/* Whom nobody on the list is called like: whoever may puts them on it. */
static void
find_walk_in(struct registration_list *screen, struct ui *ui, const char *text)
{
    const struct row_ref meeting = { ENTITY_MEETING, screen->meeting };
    struct list *list = &screen->list;

    if (!atelier_may(ui_atelier(ui), ACT_REGISTRATION_WALK_IN_NEEDS, meeting, NULL)) {
        ui_refuse(ui,
                  _("Nobody on this list fits “%s”.  Type it otherwise, or send them to "
                    "the desk, which can register them."),
                  text);
        return;
    }
    const int64_t id =
        meeting_newcomer_pick(ui, screen->meeting, screen->head.presence.slot, text);
    if (id != 0) {
        list_search(list, "");
        list_select(list, id);
        ui_refresh(ui);
    }
}

static void
mark_found(struct registration_list *screen, struct ui *ui)
{
    struct list *list = &screen->list;
    const char *text = line_edit_text(&list->filter);

    if (!*text) {
        ui_refuse(ui, _("Type the beginning of a name first."));
        return;
    }
    if (list->stale)
        list_refresh(list, ui);
    const int64_t id = list_selected(list);
    if (!id) {
        find_walk_in(screen, ui, text);
        return;
    }
    /* The next name is typed at once, also when this one was refused: letters that fell
     * behind the prompt would act. */
    registration_presence_mark_row(ui, screen, id);
    list_search(list, "");
    list_select(list, id);
    ui_refresh(ui);
}

/* The arrows go through what fits, and typing goes on. */
static void
walk(struct list *list, struct ui *ui, const struct key *key)
{
    list->filtering = false;
    (void)list_key(list, ui, key);
    list->filtering = true;
}

static bool
typed(struct list *list, struct ui *ui, const struct key *key)
{
    struct registration_list *screen = (struct registration_list *)list;

    if (!screen->finding)
        return false;
    if (key_is(key, "Enter")) {
        mark_found(screen, ui);
    } else if (key_is(key, "Up Down PgUp PgDn")) {
        walk(list, ui, key);
    } else if (key_is(key, "Esc Tab")) {
        if (*line_edit_text(&list->filter))
            list_search(list, "");
        else
            end_finding(screen);
    } else {
        return false;
    }
    return true;
}

/* Adds both orders of the name, as people type it. */
static bool
begins_with(const struct list *list, const struct listing_row *row, const char *text)
{
    static const char *const orders[][2] = { { "family", "given" },
                                             { "given", "family" } };
    bool begins = false;

    for (size_t i = 0; !begins && i < 2; i++) {
        const char *first = list_cell_of(list, row, orders[i][0]);
        const char *second = list_cell_of(list, row, orders[i][1]);
        struct buffer name = { 0 };
        struct buffer folded = { 0 };
        buffer_addf(&name, "%s %s", first ? first : "", second ? second : "");
        fold_add(&folded, buffer_text(&name));
        begins = strncmp(buffer_text(&folded), text, strlen(text)) == 0;
        buffer_clear(&name);
        buffer_clear(&folded);
    }
    return begins;
}

/* Whose name begins as what was typed goes before those whose organisation or address
 * does. */
static void
found(struct list *list)
{
    char *text = fold_copy(line_edit_text(&list->filter));
    size_t at = 0;

    while (at < list->count && !begins_with(list, &list->rows[at], text))
        at++;
    if (*text && at < list->count)
        list->selected = at;
    free(text);
}

void
registration_find_run(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;

    (void)argument;
    if (!registration_presence_prepare(ui, screen))
        return;
    list_unmark(&screen->list);
    screen->finding = true;
    screen->list.prompt = _("Who is here?");
    list_search(&screen->list, "");
    ui_say(ui, _("Type the beginning of a name: %%K{Enter} marks whom the bar is on, "
                 "%%K{Esc} ends it."));
}

/* One after the other, until somebody goes back. */
void
registration_find_walk_in(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;
    int64_t id = 0;

    (void)argument;
    if (!registration_presence_prepare(ui, screen))
        return;
    do {
        id = meeting_newcomer_pick(ui, screen->meeting, screen->head.presence.slot, NULL);
        if (id != 0)
            list_select(&screen->list, id);
    } while (id != 0 && !ui_is_leaving(ui));
}

void
registration_find_init(struct registration_list *screen)
{
    screen->list.typed = typed;
    screen->list.found = found;
}
