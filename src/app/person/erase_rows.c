/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase_rows.c - the rows of somebody who is erased, and those that tell of them */
#include "person/erase_rows.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/answer.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/when.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_reference.h"
#include "atelier/store/row_table.h"

struct erasing {
    struct atelier *at;
    const struct entity *entity;
    const struct erased_names *names;
    struct erase_outcome *outcome;
    /* Changes the record. */
    bool (*change)(struct erasing *erasing, void *record, struct error *err);
    bool gone;    /* set by change(): the row goes */
    bool changed; /* the last row */
};

static bool
erase_row(void *context, int64_t row, struct error *err)
{
    struct erasing *erasing = context;
    struct atelier *at = erasing->at;
    void *before = record_new(erasing->entity);
    void *after = record_new(erasing->entity);
    bool ok = row_load(at->db, erasing->entity, row, before, err);

    erasing->gone = false;
    erasing->changed = false;
    if (ok) {
        record_copy(erasing->entity, after, before);
        ok = erasing->change(erasing, after, err);
        erasing->changed = erasing->gone || !record_equal(erasing->entity, before, after);
    }
    if (ok && erasing->gone)
        ok = row_delete_loaded(at->db, erasing->entity, before, err);
    else if (ok && erasing->changed)
        ok = row_update_loaded(at->db, erasing->entity, before, after, at->login,
                               atelier_now(at), err);
    record_free(erasing->entity, before);
    record_free(erasing->entity, after);
    return ok;
}

static bool
erase_own_row(void *context, int64_t row, struct error *err)
{
    struct erasing *erasing = context;
    const bool ok = erase_row(context, row, err);

    erasing->outcome->rows[erasing->entity->kind] += ok && erasing->changed;
    return ok;
}

/* --- what is theirs */

static bool
erase_person_fields(struct erasing *erasing, void *record, struct error *err)
{
    struct person *person = record;
    const int64_t merged_into = person->merged_into;
    struct person empty;

    (void)erasing;
    (void)err;
    record_init(&person_entity, &empty);
    for (size_t i = 0; i < person_entity.field_count; i++) {
        struct buffer text = { 0 };
        const struct field *field = &person_entity.fields[i];
        const bool there = field_format(field, &empty, &text);
        (void)field_restore(field, person, there ? buffer_text(&text) : NULL);
        buffer_clear(&text);
    }
    memory_replace(&person->family, ERASED_MARK);
    person->merged_into = merged_into;
    record_clear(&person_entity, &empty);
    return true;
}

/* The lists of meetings that were held keep their names for as long as a funder may ask
 * to see them. */
static bool
is_roll_kept(struct erasing *erasing, const struct registration *registration, bool *kept,
             struct error *err)
{
    struct atelier *at = erasing->at;
    const int64_t years = atelier_settings(at)->roll_years;
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    const bool ok =
        row_load(at->db, &meeting_entity, registration->meeting, &meeting, err);
    struct date until = meeting.end.date;
    until.year += years == NUMBER_NONE ? 0 : (int)years;
    *kept = ok && years != NUMBER_NONE && years > 0 &&
            registration_is_live(registration->state) &&
            (meeting.state == MEETING_HELD || meeting.state == MEETING_CLOSED) &&
            date_compare(until, atelier_today(at)) >= 0;
    if (*kept) {
        struct buffer day = { 0 };
        when_format_date(until, WHEN_SHORT, &day);
        buffer_addf(&erasing->outcome->rolls,
                    /* TRANSLATORS: number and title of a meeting, a day */
                    _("Meeting %lld, %s: until %s\n"), (long long)meeting.head.id,
                    meeting.title, buffer_text(&day));
        buffer_clear(&day);
    }
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
erase_registration(struct erasing *erasing, void *record, struct error *err)
{
    struct registration *registration = record;
    bool kept = false;

    if (!is_roll_kept(erasing, registration, &kept, err))
        return false;
    memory_replace(&registration->excuse, NULL);
    memory_replace(&registration->note, NULL);
    if (kept)
        return erase_table_keep_roll(erasing->at->db, registration->meeting, err);
    memory_replace(&registration->family, ERASED_MARK);
    memory_replace(&registration->given, NULL);
    memory_replace(&registration->function, NULL);
    free(registration->sort_key);
    registration->sort_key = fold_sort_key(registration->family, NULL);
    return true;
}

static bool
look_at_roll(void *context, int64_t row, struct error *err)
{
    struct erasing *erasing = context;
    struct registration registration;
    bool kept = false;

    record_init(&registration_entity, &registration);
    const bool ok =
        row_load(erasing->at->db, &registration_entity, row, &registration, err) &&
        is_roll_kept(erasing, &registration, &kept, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
erase_rows_find_rolls(struct atelier *at, struct erase_outcome *outcome,
                      struct error *err)
{
    struct erasing erasing = { .at = at, .outcome = outcome };

    return erase_table_each_row(at->db, ENTITY_REGISTRATION, look_at_roll, &erasing, err);
}

/* A mark that annuls has a reason, whatever it was. */
static bool
erase_presence(struct erasing *erasing, void *record, struct error *err)
{
    struct presence *presence = record;

    (void)erasing;
    (void)err;
    memory_replace(&presence->reason,
                   presence->kind == PRESENCE_ANNULLED ? ERASED_MARK : NULL);
    return true;
}

/* A choice says nothing of whoever made it, and is counted on; a text might. */
static bool
erase_answer(struct erasing *erasing, void *record, struct error *err)
{
    struct answer *answer = record;
    struct meeting_question question;

    record_init(&meeting_question_entity, &question);
    const bool ok = row_load(erasing->at->db, &meeting_question_entity, answer->question,
                             &question, err);
    if (ok && question.kind == ANSWER_TEXT)
        memory_replace(&answer->text, ERASED_MARK);
    record_clear(&meeting_question_entity, &question);
    return ok;
}

static bool
erase_affiliation(struct erasing *erasing, void *record, struct error *err)
{
    struct affiliation *affiliation = record;

    (void)erasing;
    (void)err;
    memory_replace(&affiliation->function, NULL);
    return true;
}

/* They are of the group no more. */
static bool
end_membership(struct erasing *erasing, void *record, struct error *err)
{
    struct membership *membership = record;
    const struct date today = atelier_today(erasing->at);

    (void)err;
    if (!date_is_none(membership->to) && date_compare(membership->to, today) < 0)
        return true;
    erasing->gone =
        !date_is_none(membership->from) && date_compare(membership->from, today) >= 0;
    membership->to = date_add_days(today, -1);
    return true;
}

static bool
clear_chair(struct erasing *erasing, void *record, struct error *err)
{
    (void)erasing;
    (void)err;
    ((struct working_group *)record)->chair = 0;
    return true;
}

static bool
erase_chair(void *context, int64_t person, struct error *err)
{
    const struct erasing *erasing = context;
    struct erasing chairs = { .at = erasing->at,
                              .entity = &working_group_entity,
                              .names = erasing->names,
                              .outcome = erasing->outcome,
                              .change = clear_chair };

    return row_reference_each(chairs.at->db, chairs.entity,
                              entity_field(chairs.entity, "chair"), person, erase_own_row,
                              &chairs, err);
}

/* --- what tells of them in the texts of others */

static bool
replace_names(struct erasing *erasing, void *record, struct error *err)
{
    const struct entity *entity = erasing->entity;

    (void)err;
    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        struct buffer replaced = { 0 };
        if (erase_table_looks_at(entity, field) &&
            erased_names_replace(erasing->names, field_text(field, record),
                                 _("erased person"), &replaced))
            field_set_text(field, record, buffer_text(&replaced));
        buffer_clear(&replaced);
    }
    return true;
}

static bool
sweep_row(void *context, int64_t row, struct error *err)
{
    struct erasing *erasing = context;
    struct buffer *texts = &erasing->outcome->texts;

    if (!erase_row(context, row, err))
        return false;
    if (erasing->changed) {
        buffer_addf(texts, "%s %lld: ", _(erasing->entity->label), (long long)row);
        display_title(erasing->at, erasing->entity->kind, row, texts);
        buffer_add_char(texts, '\n');
    }
    return true;
}

static bool
sweep(struct atelier *at, const struct erased_names *names, struct erase_outcome *outcome,
      struct error *err)
{
    bool ok = true;

    for (int kind = 0; ok && kind < ENTITY_COUNT; kind++) {
        struct erasing erasing = { .at = at,
                                   .entity = entity_get((enum entity_kind)kind),
                                   .names = names,
                                   .outcome = outcome,
                                   .change = replace_names };
        ok = erase_table_each_text(at->db, erasing.entity, names, sweep_row, &erasing,
                                   err);
    }
    return ok;
}

bool
erase_rows(struct atelier *at, const struct erased_names *names,
           struct erase_outcome *outcome, struct error *err)
{
    static const struct {
        enum entity_kind kind;
        bool (*change)(struct erasing *erasing, void *record, struct error *err);
    } ways[] = {
        { ENTITY_PRESENCE, erase_presence },
        { ENTITY_ANSWER, erase_answer },
        { ENTITY_REGISTRATION, erase_registration },
        { ENTITY_AFFILIATION, erase_affiliation },
        { ENTITY_MEMBERSHIP, end_membership },
        { ENTITY_PERSON, erase_person_fields },
    };
    struct erasing erasing = { .at = at, .names = names, .outcome = outcome };
    bool ok = erase_table_each_row(at->db, ENTITY_PERSON, erase_chair, &erasing, err);

    for (size_t i = 0; ok && i < sizeof ways / sizeof ways[0]; i++) {
        erasing.entity = entity_get(ways[i].kind);
        erasing.change = ways[i].change;
        ok = erase_table_each_row(at->db, ways[i].kind, erase_own_row, &erasing, err);
    }
    return ok && sweep(at, names, outcome, err);
}
