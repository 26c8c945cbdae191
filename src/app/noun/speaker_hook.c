/* SPDX-License-Identifier: GPL-3.0-or-later */
/* speaker_hook.c - a speaker stays with the workshop, and is as final as its meeting */
#include "atelier/app/part_advice.h"
#include "atelier/base/language.h"
#include "atelier/domain/speaker.h"
#include "atelier/store/row_table.h"
#include "noun/noun_hook.h"
#include "noun/workshop_rule.h"

/* A workshop of a meeting that is closed stays as it is, and who spoke there too. */
static bool
check_workshop(struct atelier *at, int64_t id, struct error *err)
{
    struct workshop workshop;
    record_init(&workshop_entity, &workshop);
    const bool ok = row_load(at->db, &workshop_entity, id, &workshop, err) &&
                    workshop_rule_check_open(at, &workshop, err);
    record_clear(&workshop_entity, &workshop);
    return ok;
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    const struct speaker *old = before;
    const struct speaker *speaker = after;

    if (old && old->workshop != speaker->workshop)
        return error_set_field(err, ERROR_RULE, "workshop",
                               _("A speaker stays with the workshop; add one to the "
                                 "other."));
    return check_workshop(at, speaker->workshop, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    const struct speaker *speaker = record;

    return check_workshop(at, speaker->workshop, err);
}

/* Who speaks there, elsewhere at that time. */
static bool
warn(struct atelier *at, const void *record, struct buffer *text)
{
    const struct speaker *speaker = record;
    const size_t before = text->length;

    seat_advise(at, speaker->workshop, speaker->person, text);
    return text->length > before;
}

extern const struct noun_hook speaker_hook;
const struct noun_hook speaker_hook = {
    .check = check,
    .check_removal = check_removal,
    .warn = warn,
};
