/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_screen.c - one organisation: what it is, the people who belong to it */
#include "atelier/app/edit.h"
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "atelier/domain/organisation.h"
#include "noun/noun.h"
#include "noun/noun_actions.h"
#include "screen.h"
#include "widget/list.h"
#include "widget/record_summary.h"

struct organisation_screen {
    struct list list; /* first: LIST_SCREEN_KEYS works on it */
    int64_t id;
    struct record_summary facts;
};

static bool
organisation_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct organisation_screen *screen = state;
    screen->id = id;
    list_init(&screen->list, LISTING_ORGANISATION_PERSON);
    screen->list.query.scope = id;
    screen->list.empty = _("Nobody belongs to it at present.  Press %K{affiliation.add} "
                           "to add a post here.");
    return true;
}

static void
organisation_close(void *state)
{
    struct organisation_screen *screen = state;
    record_summary_clear(&screen->facts);
    list_clear(&screen->list);
}

static bool
organisation_reload(void *state, struct ui *ui, struct error *err)
{
    static const char *const names[] = { "category", "territory", "parent" };
    struct organisation_screen *screen = state;
    struct organisation organisation;

    record_init(&organisation_entity, &organisation);
    bool ok =
        edit_load(ui_atelier(ui), &organisation_entity, screen->id, &organisation, err);
    record_summary_clear(&screen->facts);
    if (ok) {
        record_summary_add_fields(&screen->facts, ui, &organisation_entity, &organisation,
                                  names, sizeof(names) / sizeof(names[0]));
    }
    record_clear(&organisation_entity, &organisation);
    return ok && list_load(&screen->list, ui, err);
}

static void
organisation_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct organisation_screen *screen = state;
    list_draw(&screen->list, ui, record_summary_draw(&screen->facts, area), fresh);
}

static void
organisation_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    present_title(ui_atelier(ui), ENTITY_ORGANISATION,
                  ((struct organisation_screen *)state)->id, buffer);
}

static void
add_post(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct organisation_screen *screen = state;
    list_select(&screen->list,
                noun_add(ui, ENTITY_AFFILIATION, "organisation", screen->id));
}

static void
toggle_past(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct list *list = state;
    list->query.history = !list->query.history;
    list_reset(list);
    ui_say(ui, "%s", list->query.history ? _("Past posts too.") : _("Posts at present."));
}

static const struct action actions[] = { { .name = "organisation.person",
                                           .keys = "Enter",
                                           .menu = N_("Organisation"),
                                           .label = N_("Open the person"),
                                           .hint = N_("person"),
                                           .needs = NEEDS_ROW,
                                           .argument = ENTITY_PERSON,
                                           .run = list_open_reference },
                                         { .name = "affiliation.add",
                                           .keys = "n Ins",
                                           .menu = N_("Organisation"),
                                           .label = N_("Add somebody's post here"),
                                           .hint = N_("new post"),
                                           .needs = NEEDS_WRITING,
                                           .argument = ENTITY_AFFILIATION,
                                           .run = add_post },
                                         { .name = "organisation.edit",
                                           .keys = "e",
                                           .menu = N_("Organisation"),
                                           .label = N_("Change the organisation"),
                                           .hint = N_("change"),
                                           .needs = NEEDS_WRITING,
                                           .argument = ENTITY_ORGANISATION,
                                           .run = noun_edit_this },
                                         { .name = "organisation.history",
                                           .keys = "h",
                                           .menu = N_("Organisation"),
                                           .label = N_("History"),
                                           .hint = N_("history"),
                                           .argument = SCREEN_ORGANISATION_HISTORY,
                                           .run = ui_open_same },
                                         { .name = "organisation.past",
                                           .keys = "t",
                                           .menu = N_("View"),
                                           .label = N_("Past posts too, or not"),
                                           .hint = N_("past"),
                                           .run = toggle_past },
                                         ACTION_END };

const struct screen organisation_screen = {
    .name = "organisation",
    .title = N_("Organisation"),
    .shows = &organisation_entity,
    .size = sizeof(struct organisation_screen),
    .open = organisation_open,
    .close = organisation_close,
    .reload = organisation_reload,
    .draw = organisation_draw,
    .add_title = organisation_add_title,
    .actions = actions,
    LIST_SCREEN_KEYS,
};
