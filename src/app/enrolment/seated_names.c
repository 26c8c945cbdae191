/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seated_names.c - names of people whose seats something is about: some, and how many
 * more
 */
#include "enrolment/seated_names.h"

#include "atelier/base/language.h"
#include "atelier/domain/registration.h"
#include "atelier/store/row_table.h"

void
seated_names_add(struct atelier *at, const int64_t *registrations, size_t count,
                 size_t most, struct buffer *text)
{
    for (size_t i = 0; i < count && i < most; i++) {
        if (i > 0)
            buffer_add(text, _("; "));
        row_title(at->db, &registration_entity, registrations[i], text);
    }
    if (count > most)
        /* TRANSLATORS: behind some names: how many there are besides */
        buffer_addf(text, _(" and %zu more"), count - most);
}

void
seated_names_add_last(struct atelier *at, const struct seated_query *query,
                      int64_t people, struct buffer *text)
{
    int64_t registrations[SEATED_NAMES_FEW];
    struct buffer names = { 0 };
    const size_t wanted = people > 0 ? (size_t)people : 0;
    size_t count = 0;

    if (wanted == 0 ||
        !seated_table_last(at->db, query,
                           wanted < SEATED_NAMES_FEW ? wanted : SEATED_NAMES_FEW,
                           registrations, &count, NULL) ||
        count == 0)
        return;
    /* There may be fewer than the count says, which a check then tells. */
    seated_names_add(at, registrations, count < SEATED_NAMES_FEW ? count : wanted,
                     SEATED_NAMES_FEW, &names);
    /* TRANSLATORS: names of people whose seats are more than there are */
    buffer_addf(text, _("  Who came last: %s."), buffer_text(&names));
    buffer_clear(&names);
}
