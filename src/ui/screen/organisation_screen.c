/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_screen.c - one organisation: what it is, how often it came, its people */
#include <inttypes.h>
#include <stdio.h>

#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/domain/organisation.h"
#include "noun/noun_actions.h"
#include "noun/noun_screen.h"

static bool
organisation_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return list_screen_open(state, LISTING_ORGANISATION_PERSON, id,
                            _("Nobody belongs to it at present.  Press "
                              "%K{affiliation.add} to add a post here."));
}

/* "Came 2027: 5 of 8"; nothing where it was on no list. */
static void
add_attendance(struct record_summary *facts, const char *when,
               const struct overview_attendance *attendance)
{
    struct buffer line = { 0 };

    if (attendance->listed == 0)
        return;
    buffer_addf(&line,
                /* TRANSLATORS: a year or "the last 12 months" */
                ngettext("%s: at %" PRId64 " of %" PRId64 " meeting",
                         "%s: at %" PRId64 " of %" PRId64 " meetings",
                         (unsigned long)attendance->listed),
                when, attendance->came, attendance->listed);
    record_summary_add(facts, buffer_text(&line));
    buffer_clear(&line);
}

static void
add_overview(struct record_summary *facts, const struct organisation_overview *overview)
{
    record_summary_add(facts, "");
    add_attendance(facts, _("Came in 12 months"), &overview->recent);
    for (size_t i = 0; i < OVERVIEW_YEARS; i++) {
        char year[12];

        (void)snprintf(year, sizeof(year), "%d", overview->years[i].year);
        add_attendance(facts, year, &overview->years[i]);
    }
}

static bool
organisation_reload(void *state, struct ui *ui, struct error *err)
{
    static const char *const names[] = { "category", "territory", "parent", NULL };
    struct noun_screen *screen = state;
    struct organisation_overview overview;

    record_summary_clear(&screen->facts);
    if (!noun_screen_add_fields(screen, ui, &organisation_entity, names, err) ||
        !browse_organisation(ui_atelier(ui), screen->list.query.scope, &overview, err))
        return false;
    add_overview(&screen->facts, &overview);
    return list_load(&screen->list, ui, err);
}

static void
toggle_past(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    list_toggle_history(state, ui, _("Past posts too."), _("Posts at present."));
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
                                           .run = noun_add_row },
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
                                           .hint = N_("past posts"),
                                           .run = toggle_past },
                                         ACTION_END };

const struct screen organisation_screen = {
    .name = "organisation",
    .title = N_("Organisation"),
    .shows = &organisation_entity,
    .size = sizeof(struct noun_screen),
    .open = organisation_open,
    .reload = organisation_reload,
    .actions = actions,
    NOUN_SCREEN,
};
