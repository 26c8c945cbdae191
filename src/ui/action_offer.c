/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action_offer.c - which actions a login is offered, and why one cannot be done now */
#include "action_offer.h"

#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/working_group.h"
#include "given.h"
#include "own_program.h"
#include "sentence.h"
#include "widget/list.h"

const struct action *
action_always(const struct ui *ui, const struct layer *layer)
{
    return layer->screen->dialog ? ui->tables->dialog_actions
                                 : ui->tables->screen_actions;
}

const struct action *
action_of_list(const struct ui *ui, const struct layer *layer)
{
    return layer->screen->key == list_screen_key ? ui->tables->list_actions : NULL;
}

const struct action *
action_of_sections(const struct ui *ui, const struct layer *layer)
{
    return layer->screen->dialog ? NULL : ui->sections.items;
}

/* Where a dialog is open there was leave to open it. */
static bool
has_role(const struct ui *ui, const struct screen *screen, const struct action *action,
         struct error *err)
{
    const enum staff_role role = atelier_role(ui->at);
    const enum permission permission = action_permission(action);

    return (screen->dialog && permission == MAY_READ) || role_may(role, permission) ||
           role_refuse(role, permission, err);
}

bool
action_is_offered(const struct ui *ui, const struct layer *layer,
                  const struct action *action)
{
    return (action->needs & ui->withheld) == 0 &&
           (role_may(atelier_role(ui->at), MAY_READ) ||
            has_role(ui, layer->screen, action, NULL));
}

size_t
action_offers(const struct ui *ui, const struct layer *layer,
              const struct action *offers[OFFERS_MOST])
{
    const struct action *tables[] = { layer->screen->actions, action_of_list(ui, layer),
                                      action_of_sections(ui, layer),
                                      action_always(ui, layer) };
    const size_t always = sizeof(tables) / sizeof(tables[0]) - 1;
    size_t count = 0;

    for (size_t i = 0; i <= always; i++)
        for (const struct action *action = tables[i]; action && action->name; action++)
            if (action_is_offered(ui, layer, action) && count < OFFERS_MOST &&
                (i < always || !action_is_covered(tables[0], action)))
                offers[count++] = action;
    return count;
}

static const char *
why_withheld(const struct ui *ui, const struct action *action)
{
    unsigned lacking = action->needs & ui->withheld;

    if (lacking & NEEDS_FILES)
        return _("This login reads and writes no files; ask an administrator.");
    if (lacking & NEEDS_EDITOR)
        return own_program_why_not();
    return lacking ? _("This login cannot do this here; ask an administrator.") : NULL;
}

/* The meeting, group or workshop under the bar of a list of all. */
static struct row_ref
row_under_bar(const struct layer *layer)
{
    if (layer->screen->key != list_screen_key)
        return ROW_NONE;
    const struct list *list = layer->state;
    switch (list->query.kind) {
    case LISTING_MEETING:
    case LISTING_MEETING_TO_COME:
    case LISTING_AGENDA:
        return (struct row_ref){ ENTITY_MEETING, list_selected(list) };
    case LISTING_WORKING_GROUP:
        return (struct row_ref){ ENTITY_WORKING_GROUP, list_selected(list) };
    default:
        return ROW_NONE;
    }
}

/* What the screen is about, or the action's row: people and places belong to no group. */
static struct row_ref
subject_of(const struct layer *layer, const struct action *action)
{
    struct row_ref row = layer_row(layer);

    if (row.entity == ENTITY_MEETING || row.entity == ENTITY_WORKING_GROUP ||
        row.entity == ENTITY_WORKSHOP)
        return row;
    return action->needs & NEEDS_ROW ? row_under_bar(layer) : ROW_NONE;
}

static bool
has_permission(const struct ui *ui, const struct screen *screen, struct row_ref subject,
               const struct action *action, struct error *err)
{
    const enum permission permission = action_permission(action);

    if (!has_role(ui, screen, action, err))
        return false;
    if (action->needs & NEEDS_ROLE_ALONE)
        return atelier_role_may(ui->at, permission, err);
    return permission_only_reads(permission) ||
           atelier_may(ui->at, permission, subject, err);
}

bool
action_is_permitted(const struct ui *ui, const struct screen *screen,
                    const struct action *action)
{
    return (screen->dialog || role_may(atelier_role(ui->at), screen->permission)) &&
           has_permission(ui, screen, ROW_NONE, action, NULL);
}

bool
action_can_run(struct ui *ui, const struct layer *layer, const struct action *action,
               struct buffer *why)
{
    const char *reason = why_withheld(ui, action);
    struct error err = { 0 };

    if (!reason &&
        !has_permission(ui, layer->screen, subject_of(layer, action), action, &err)) {
        if (why)
            buffer_add(why, err.message);
        return false;
    }
    if (!reason && layer->screen->lacks)
        reason = layer->screen->lacks(layer->state, action->needs);
    if (!reason && action->blocked)
        reason = action->blocked(ui, layer->state, action->argument);
    if (reason && why)
        sentence_add(ui, reason, why);
    return !reason;
}

void
action_run(struct ui *ui, const struct layer *layer, const struct action *action)
{
    struct buffer why = { 0 };

    if (action_can_run(ui, layer, action, &why)) {
        action->run(ui, layer->state, action->argument);
        given_say(ui);
    } else {
        ui_refuse(ui, "%s", buffer_text(&why));
    }
    buffer_clear(&why);
}
