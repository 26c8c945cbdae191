/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge_row.c - one row that referred to a person refers to another from now on
 *
 * Most rows just do.  Of what somebody can be once only, the row of the kept person
 * stays, and the other's is folded into it.
 */
#include "person/merge_row.h"

#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/speaker.h"
#include "atelier/store/membership_table.h"
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_reference.h"
#include "atelier/store/row_table.h"
#include "noun/membership_rule.h"

static bool
write(const struct merge_row *merge, const void *before, void *after, struct error *err)
{
    struct atelier *at = merge->at;

    return row_update_loaded(at->db, merge->entity, before, after, at->login,
                             atelier_now(at), err);
}

static bool
fold(const struct merge_row *merge, const void *before, bool *folded, struct error *err)
{
    *folded = true;
    return row_delete_loaded(merge->at->db, merge->entity, before, err);
}

/* --- registrations: one that is live at a meeting (rule 1) */

/* Nobody can be taken off its list. */
static bool
is_closed(const struct merge_row *merge, int64_t id)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    const bool is = row_load(merge->at->db, &meeting_entity, id, &meeting, NULL) &&
                    meeting.state == MEETING_CLOSED;
    record_clear(&meeting_entity, &meeting);
    return is;
}

static bool
refuse_both_live(const struct merge_row *merge, const struct registration *before,
                 struct error *err)
{
    struct buffer meeting = { 0 };

    display_title(merge->at, ENTITY_MEETING, before->meeting, &meeting);
    if (is_closed(merge, before->meeting))
        error_set(err, ERROR_RULE,
                  /* TRANSLATORS: title of a meeting, its number */
                  _("Both are on the list of “%s”, which is closed and does not change.  "
                    "If one of them does not belong there, an administrator reopens it "
                    "first: “atelier meeting reopen %lld”."),
                  buffer_text(&meeting), (long long)before->meeting);
    else
        error_set(
            err, ERROR_RULE,
            /* TRANSLATORS: title of a meeting; a command, with the number of the
               meeting and of the person */
            _("Both are on the list of “%s”.  Take one of them off it first: “atelier "
              "registration %s %lld %lld”."),
            buffer_text(&meeting),
            before->state == REGISTRATION_INVITED ? "decline" : "withdraw",
            (long long)before->meeting, (long long)before->person);
    buffer_clear(&meeting);
    return false;
}

/* Calendars count by person and meeting: they go on from the greater count (rule 8). */
static bool
go_on_counting(const struct merge_row *merge, struct registration *after,
               struct error *err)
{
    int64_t told = NUMBER_NONE;

    if (!registration_table_sequence(merge->at->db, after->meeting, merge->keep, &told,
                                     err))
        return false;
    if (registration_is_live(after->state) && told != NUMBER_NONE &&
        (after->ics_sequence == NUMBER_NONE || after->ics_sequence <= told))
        after->ics_sequence = told + 1;
    return true;
}

static bool
merge_registration(const struct merge_row *merge, const void *before, void *record,
                   struct error *err)
{
    struct registration *after = record;
    struct registration own;

    record_init(&registration_entity, &own);
    bool ok =
        registration_table_find(merge->at->db, after->meeting, merge->keep, &own, err);
    if (ok && own.head.id != 0 && registration_is_live(own.state) &&
        registration_is_live(after->state))
        ok = refuse_both_live(merge, before, err);
    record_clear(&registration_entity, &own);
    return ok && go_on_counting(merge, after, err) && write(merge, before, after, err);
}

/* --- memberships: one in a group at a time */

static struct date
earlier(struct date a, struct date b)
{
    if (date_is_none(a) || date_is_none(b))
        return (struct date){ 0 };
    return date_compare(a, b) < 0 ? a : b;
}

static struct date
later(struct date a, struct date b)
{
    if (date_is_none(a) || date_is_none(b))
        return (struct date){ 0 };
    return date_compare(a, b) < 0 ? b : a;
}

/* The membership of the kept person holds as long as both did; the first role of the two
 * is theirs. */
static bool
widen_membership(const struct merge_row *merge, int64_t own_id,
                 const struct membership *with, struct error *err)
{
    struct atelier *at = merge->at;
    struct membership before;
    struct membership own;

    record_init(&membership_entity, &before);
    record_init(&membership_entity, &own);
    bool ok = row_load(at->db, &membership_entity, own_id, &before, err);
    if (ok) {
        record_copy(&membership_entity, &own, &before);
        own.from = earlier(own.from, with->from);
        own.to = later(own.to, with->to);
        if (with->role < own.role)
            own.role = with->role;
        if (own.role != MEMBERSHIP_ALTERNATE)
            own.alternate_of = 0;
        ok = record_equal(&membership_entity, &before, &own) ||
             (membership_rule_check(at, &own, err) &&
              row_update_loaded(at->db, &membership_entity, &before, &own, at->login,
                                atelier_now(at), err));
    }
    record_clear(&membership_entity, &before);
    record_clear(&membership_entity, &own);
    return ok;
}

static bool
merge_membership(const struct merge_row *merge, const void *before, void *record,
                 bool *folded, struct error *err)
{
    struct membership *after = record;
    int64_t own = 0;

    if (after->alternate_of == after->person) /* nobody is their own */
        after->alternate_of = 0;
    if (!membership_table_overlap(merge->at->db, after, &own, err))
        return false;
    if (own == 0)
        return write(merge, before, after, err);
    return fold(merge, before, folded, err) && widen_membership(merge, own, after, err);
}

/* --- posts: one main one at a time */

static bool
merge_affiliation(const struct merge_row *merge, const void *before, void *record,
                  bool *folded, struct error *err)
{
    struct atelier *at = merge->at;
    struct affiliation *after = record;
    struct affiliation own;
    const struct date today = atelier_today(at);
    const struct date day = date_is_none(after->to) || date_compare(after->to, today) >= 0
                                ? today
                                : after->to;

    record_init(&affiliation_entity, &own);
    bool ok = person_table_affiliation(at->db, merge->keep, day, &own, err);
    const bool is_same = ok && own.head.id != 0 &&
                         own.organisation == after->organisation &&
                         (!after->function ||
                          (own.function && strcmp(own.function, after->function) == 0));
    if (ok && is_same) {
        ok = fold(merge, before, folded, err);
    } else if (ok) {
        if (own.head.id != 0 && own.main)
            after->main = false;
        ok = write(merge, before, after, err);
    }
    record_clear(&affiliation_entity, &own);
    return ok;
}

/* --- speakers: once in a workshop */

struct speaker_search {
    const struct merge_row *merge;
    int64_t workshop;
    bool found;
};

static bool
look_at_speaker(void *context, int64_t id, struct error *err)
{
    struct speaker_search *search = context;
    struct speaker speaker;

    record_init(&speaker_entity, &speaker);
    const bool ok = row_load(search->merge->at->db, &speaker_entity, id, &speaker, err);
    search->found = search->found || (ok && speaker.workshop == search->workshop);
    record_clear(&speaker_entity, &speaker);
    return ok;
}

static bool
merge_speaker(const struct merge_row *merge, const void *before, void *record,
              bool *folded, struct error *err)
{
    struct speaker *after = record;
    struct speaker_search search = { .merge = merge, .workshop = after->workshop };

    if (!row_reference_each(merge->at->db, merge->entity, merge->field, merge->keep,
                            look_at_speaker, &search, err))
        return false;
    return search.found ? fold(merge, before, folded, err)
                        : write(merge, before, after, err);
}

bool
merge_row(const struct merge_row *merge, bool *folded, struct error *err)
{
    void *before = record_new(merge->entity);
    void *after = record_new(merge->entity);
    bool ok = row_load(merge->at->db, merge->entity, merge->row, before, err);

    *folded = false;
    if (ok) {
        record_copy(merge->entity, after, before);
        field_set_number(merge->field, after, merge->keep);
        switch (merge->entity->kind) {
        case ENTITY_REGISTRATION:
            ok = merge_registration(merge, before, after, err);
            break;
        case ENTITY_MEMBERSHIP:
            ok = merge_membership(merge, before, after, folded, err);
            break;
        case ENTITY_AFFILIATION:
            ok = merge_affiliation(merge, before, after, folded, err);
            break;
        case ENTITY_SPEAKER:
            ok = merge_speaker(merge, before, after, folded, err);
            break;
        default:
            ok = write(merge, before, after, err);
            break;
        }
    }
    record_free(merge->entity, before);
    record_free(merge->entity, after);
    return ok;
}
