/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_away.c - later answers win: who said no since, or left, is not put back unseen
 */
#include "import/import_away.h"

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/when.h"
#include "atelier/store/membership_table.h"
#include "atelier/store/registration_table.h"

/* "declined on 12/03/2027, by a.b" */
static void
add_answer(struct atelier *at, const struct registration *registration, struct buffer *no)
{
    struct local_time day = { 0 };
    struct buffer date = { 0 };

    (void)atelier_local_time(at, registration->head.changed_at, NULL, &day, NULL);
    when_format_date(day.date, WHEN_SHORT, &date);
    buffer_addf(no, _("%s on %s, by %s"),
                _(registration_states[registration->state].label), buffer_text(&date),
                registration->head.changed_by);
    buffer_clear(&date);
}

static bool
find_answer(struct import *import, int64_t person, struct buffer *no, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    const bool ok = registration_table_find(import->at->db, import->goal.meeting, person,
                                            &registration, err);
    if (ok && registration.head.id && !registration_is_live(registration.state))
        add_answer(import->at, &registration, no);
    record_clear(&registration_entity, &registration);
    return ok;
}

static bool
find_last_day(struct import *import, int64_t person, struct buffer *no, struct error *err)
{
    struct atelier *at = import->at;
    struct membership past;
    struct membership present = { .group = import->goal.group,
                                  .person = person,
                                  .from = atelier_today(at) };
    int64_t other;

    record_init(&membership_entity, &past);
    const bool ok =
        membership_table_overlap(at->db, &present, &other, err) &&
        (other || membership_table_last(at->db, import->goal.group, person, &past, err));
    if (ok && past.head.id) {
        struct buffer date = { 0 };
        when_format_date(past.to, WHEN_SHORT, &date);
        buffer_addf(no, _("left the group, last day %s, by %s"), buffer_text(&date),
                    past.head.changed_by);
        buffer_clear(&date);
    }
    record_clear(&membership_entity, &past);
    return ok;
}

bool
import_away_find(struct import *import, int64_t person, struct buffer *no,
                 struct error *err)
{
    if (import->goal.meeting)
        return find_answer(import, person, no, err);
    return !import->goal.group || find_last_day(import, person, no, err);
}

bool
import_away_judge(struct import *import, struct import_row *row, struct error *err)
{
    struct buffer no = { 0 };
    const bool is_certain =
        row->person && (row->verdict == IMPORT_SAME || row->verdict == IMPORT_CHANGED);
    const bool ok = !is_certain || import_away_find(import, row->person, &no, err);

    row->away = no.length > 0;
    if (row->away)
        import_row_doubt(row, buffer_text(&no));
    buffer_clear(&no);
    return ok;
}

bool
import_away_agrees(struct import *import, struct import_row *row, bool *agrees,
                   struct error *err)
{
    struct buffer no = { 0 };
    const bool is_certain =
        row->person && !row->earlier &&
        (row->verdict == IMPORT_SAME || row->verdict == IMPORT_CHANGED);
    const bool ok = !is_certain || import_away_find(import, row->person, &no, err);

    row->away = *agrees = no.length > 0;
    buffer_clear(&no);
    return ok;
}

bool
import_away_recall(struct import *import, const struct import_ruling *ruling,
                   struct import_row *row, struct error *err)
{
    struct buffer no = { 0 };
    struct buffer reason = { 0 };
    const bool ok = import_away_find(import, row->person, &no, err);

    const bool is_decided = ruling->put_back || ruling->left;
    row->away = !is_decided;
    if (ruling->put_back)
        buffer_addf(&reason, _("put back: %s"), buffer_text(&no));
    else if (ruling->left)
        buffer_addf(&reason, _("not put back: %s"), buffer_text(&no));
    else
        buffer_add(&reason, buffer_text(&no));
    if (is_decided && row->reason) {
        buffer_add(&reason, _("; "));
        buffer_add(&reason, row->reason);
    }
    if (is_decided)
        memory_replace(&row->reason, buffer_text(&reason));
    else
        import_row_doubt(row, buffer_text(&reason));
    buffer_clear(&reason);
    buffer_clear(&no);
    return ok;
}
