/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_wait.c - why somebody who said yes waits all the same, and who is in which
 * state after an act on several */
#include "meeting/meeting_wait.h"

#include "atelier/app/edit.h"

void
meeting_add_wait(struct ui *ui, int64_t registration, struct buffer *text)
{
    struct register_reasons reasons = { 0 };
    struct error ignored = { 0 };

    if (register_why(ui_atelier(ui), registration, &reasons, &ignored) &&
        reasons.state == REGISTRATION_WAITING)
        buffer_addf(text, "  %s", buffer_text(&reasons.text));
    register_reasons_clear(&reasons);
}

static bool
is_passed_over(const struct register_skipped *skipped, int64_t id)
{
    for (size_t i = 0; i < skipped->id_count; i++)
        if (skipped->ids[i] == id)
            return true;
    return false;
}

size_t
meeting_count_now(struct ui *ui, const int64_t *ids, size_t count,
                  const struct register_skipped *skipped, enum registration_state state,
                  int64_t *first)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        struct registration registration;
        struct error ignored = { 0 };

        record_init(&registration_entity, &registration);
        if (!is_passed_over(skipped, ids[i]) &&
            edit_load(ui_atelier(ui), &registration_entity, ids[i], &registration,
                      &ignored) &&
            registration.state == state && found++ == 0)
            *first = ids[i];
        record_clear(&registration_entity, &registration);
    }
    return found;
}
