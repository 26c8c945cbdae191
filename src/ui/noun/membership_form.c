/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership_form.c - the form of a membership, which says who is a member already */
#include "atelier/domain/membership.h"

#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/join.h"
#include "atelier/base/language.h"
#include "noun/noun_form.h"

/* The role of who is a member of the group today. */
static bool
find_role(struct ui *ui, int64_t group, int64_t person, enum membership_role *role)
{
    struct atelier *at = ui_atelier(ui);
    struct membership membership;
    struct error ignored = { 0 };
    int64_t id = 0;

    record_init(&membership_entity, &membership);
    const bool found =
        group != 0 && person != 0 &&
        membership_find(at, group, person, atelier_today(at), &id, &ignored) &&
        edit_load(at, &membership_entity, id, &membership, &ignored);
    *role = membership.role;
    record_clear(&membership_entity, &membership);
    error_clear(&ignored);
    return found;
}

static void
add_standing(struct ui *ui, struct row_ref place, struct row_ref row,
             struct buffer *standing)
{
    const bool is_person =
        place.entity == ENTITY_WORKING_GROUP && row.entity == ENTITY_PERSON;
    enum membership_role role;

    if (is_person && find_role(ui, place.id, row.id, &role))
        buffer_addf(standing, _("in the group already: %s"),
                    _(membership_roles[role].label));
}

/* Said as soon as they are chosen, and not only by the save that is refused. */
static void
advise(struct ui *ui, const void *record, const struct field *field, struct buffer *text)
{
    const struct membership *membership = record;
    enum membership_role role;

    if (membership->head.id == 0 && strcmp(field->name, "person") == 0 &&
        find_role(ui, membership->group, membership->person, &role))
        buffer_addf(text, _("in the group already: %s"), _(membership_roles[role].label));
}

const struct noun_form membership_form = {
    .add_standing = add_standing,
    .advise = advise,
};
