/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_standing.c - choose somebody for a meeting, and see who is on its list already
 */
#include "meeting/meeting_standing.h"

#include "atelier/app/edit.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/domain/registration.h"
#include "noun/noun.h"
#include "widget/picker.h"

static int64_t
add_newcomer(struct ui *ui, enum entity_kind kind, const char *typed)
{
    return noun_add_short(ui, kind, ui_row(ui), typed);
}

/* Who is on the list already, and how; of who is off it again, how they left. */
static void
add_standing(struct ui *ui, struct row_ref meeting, struct row_ref person,
             struct buffer *standing)
{
    struct registration registration;
    struct error ignored = { 0 };
    int64_t id = 0;

    record_init(&registration_entity, &registration);
    if (register_find(ui_atelier(ui), meeting.id, person.id, &id, &ignored) &&
        edit_load(ui_atelier(ui), &registration_entity, id, &registration, &ignored))
        buffer_addf(standing,
                    registration_is_live(registration.state) ? _("on the list: %s")
                                                             : _("off the list: %s"),
                    _(registration_states[registration.state].label));
    record_clear(&registration_entity, &registration);
    error_clear(&ignored);
}

int64_t
meeting_standing_pick(struct ui *ui, int64_t meeting, const char *title,
                      const char *typed)
{
    struct picker_nouns nouns = noun_picker;

    nouns.create = add_newcomer;
    nouns.add_standing = add_standing;
    nouns.place = (struct row_ref){ ENTITY_MEETING, meeting };
    return picker_run(ui, title, ENTITY_PERSON, typed, &nouns);
}

bool
meeting_has_person(struct ui *ui, int64_t meeting, int64_t person)
{
    struct registration registration;
    struct error ignored = { 0 };
    int64_t id = 0;

    record_init(&registration_entity, &registration);
    const bool has =
        register_find(ui_atelier(ui), meeting, person, &id, &ignored) &&
        edit_load(ui_atelier(ui), &registration_entity, id, &registration, &ignored) &&
        registration_is_live(registration.state);
    record_clear(&registration_entity, &registration);
    error_clear(&ignored);
    return has;
}

const char *
meeting_leaving(struct ui *ui, int64_t meeting, int64_t person)
{
    return meeting_has_person(ui, meeting, person)
               ? NULL
               : _("Leave it: known, but not on the list");
}
