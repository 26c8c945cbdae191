/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_list.c - the slots of a meeting, in which people are marked and workshops lie */
#include <inttypes.h>

#include "atelier/app/slots.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_page.h"
#include "meeting/meeting_slots.h"
#include "noun/noun.h"
#include "noun/noun_actions.h"
#include "noun/noun_list.h"
#include "widget/question_ask.h"

static bool
slot_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return list_screen_open(state, LISTING_SLOT, id,
                            _("No slot yet: the meeting is one whole.  %K{slot.make} "
                              "parts it around the lunch break, %K{slot.add} adds a "
                              "half-day or a session."));
}

struct making {
    struct ui *ui;
    size_t made;
};

static bool
make(void *context, struct questions *sheet, struct error *err)
{
    struct making *making = context;

    return slots_make(ui_atelier(making->ui), ui_id(making->ui), sheet, &making->made,
                      err);
}

static void
make_slots(struct ui *ui, void *state, int64_t argument)
{
    struct making making = { .ui = ui };
    struct questions sheet = { .subject = { ENTITY_MEETING, ui_id(ui) } };
    struct error err = { 0 };

    (void)state;
    (void)argument;
    if (question_ask_all(ui, &sheet, make, &making, &err))
        ui_say(ui,
               ngettext("Made: %zu slot.  %%K{program.undo} takes it back.",
                        "Made: %zu slots.  %%K{program.undo} takes them back.",
                        making.made),
               making.made);
    else if (err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED)
        ui_say(ui, _("Nothing changed."));
    else
        ui_fail(ui, &err);
    questions_clear(&sheet);
}

static void
edit(struct ui *ui, void *state, int64_t kind)
{
    const int64_t row = meeting_slots_use(ui, ui_id(ui), list_selected(state));

    if (row != 0)
        noun_edit(ui, (enum entity_kind)kind, row);
}

static void
remove_slot(struct ui *ui, void *state, int64_t kind)
{
    if (!meeting_slots_refuse_removal(ui, list_selected(state)))
        noun_remove_row(ui, state, kind);
}

static const struct action actions[] = {
    {
        .name = "slot.edit",
        .keys = "Enter e",
        .menu = N_("Slot"),
        .label = N_("Change"),
        .hint = N_("change"),
        .needs = NEEDS_ROW | NEEDS_WRITING,
        .argument = ENTITY_SLOT,
        .run = edit,
    },
    NOUN_LIST_ADD("slot.add", SLOT, N_("Slot"), N_("Add a slot")),
    {
        .name = "slot.make",
        .keys = "M",
        .menu = N_("Slot"),
        .label = N_("Make the half-days"),
        .hint = N_("half-days"),
        .help = N_("By the hours of the meeting and the lunch break of the settings; "
                   "they make themselves when one is used first."),
        .needs = NEEDS_OPEN_MEETING,
        .permission = ACT_SLOT_MAKE_NEEDS,
        .run = make_slots,
    },
    {
        .name = "slot.remove",
        .keys = "d Del",
        .menu = N_("Slot"),
        .label = N_("Remove"),
        .hint = N_("remove"),
        .help = N_("One in which nobody was marked and no workshop lies."),
        .needs = NEEDS_ROW | NEEDS_WRITING,
        .argument = ENTITY_SLOT,
        .guarded = true,
        .run = remove_slot,
    },
    MEETING_EDIT_THIS("E", NULL),
    MEETING_STATE,
    MEETING_HISTORY,
    MEETING_FACTS,
    ACTION_END
};

const struct screen slot_list_screen = {
    .name = "slot_list",
    .about = &meeting_entity,
    .title = N_("Slots"),
    .size = sizeof(struct meeting_page),
    .open = slot_list_open,
    .actions = actions,
    MEETING_PAGE,
};
