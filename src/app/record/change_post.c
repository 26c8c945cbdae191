/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change_post.c - a person, changed together with the post that they hold today */
#include "atelier/app/change_post.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/affiliation.h"
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "record/person_post.h"
#include "session/operation.h"

enum { MEETINGS_NAMED = 4 };

/* While the act runs. */
struct change {
    struct atelier *at;
    const struct person *person;
    struct affiliation old; /* as it is in the file; id 0: none */
    const struct post *after;
    struct questions *questions;
    int64_t *coming; /* registrations that show the old organisation */
    size_t coming_count, coming_capacity;
    /* At one of those meetings. */
    struct seat_passed passed;
};

static bool
is_same(const struct post *a, int64_t organisation, const char *function)
{
    return a->organisation == organisation &&
           strcmp(a->function ? a->function : "", function ? function : "") == 0;
}

bool
post_load(struct atelier *at, int64_t person, struct post *post, struct error *err)
{
    struct affiliation held;
    record_init(&affiliation_entity, &held);
    bool ok = atelier_may(at, MAY_READ, ROW_NONE, err) &&
              person_table_affiliation(at->db, person, atelier_today(at), &held, err);
    if (ok) {
        post->organisation = held.organisation;
        memory_replace(&post->function, held.function);
    }
    record_clear(&affiliation_entity, &held);
    return ok;
}

/* --- what it means */

/* A function where none was known is no other post; nor is the first post. */
static bool
is_plain(const struct change *change)
{
    return change->old.head.id == 0 ||
           (change->after->organisation == change->old.organisation &&
            !change->old.function);
}

/* --- meetings to come */

/* Whoever comes for another organisation was put so on purpose. */
static bool
note_coming(void *context, int64_t id, struct error *err)
{
    struct change *change = context;
    struct registration registration;

    record_init(&registration_entity, &registration);
    const bool ok =
        row_load(change->at->db, &registration_entity, id, &registration, err);
    if (ok && registration.organisation == change->old.organisation &&
        !is_same(change->after, registration.organisation, registration.function)) {
        change->coming = memory_grow(change->coming, &change->coming_capacity,
                                     change->coming_count + 1, sizeof(*change->coming));
        change->coming[change->coming_count++] = id;
    }
    record_clear(&registration_entity, &registration);
    return ok;
}

static bool
add_meetings(const struct change *change, struct buffer *text, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = true;
    for (size_t i = 0; ok && i < change->coming_count && i < MEETINGS_NAMED; i++) {
        ok = row_load(change->at->db, &registration_entity, change->coming[i],
                      &registration, err);
        buffer_add(text, i > 0 ? ", " : "");
        display_title(change->at, ENTITY_MEETING, registration.meeting, text);
    }
    if (change->coming_count > MEETINGS_NAMED)
        buffer_addf(text, _(" and %zu more"), change->coming_count - MEETINGS_NAMED);
    record_clear(&registration_entity, &registration);
    return ok;
}

static bool
ask_coming(const struct change *change, struct error *err)
{
    const unsigned long count = change->coming_count;
    struct buffer meetings = { 0 };

    if (add_meetings(change, &meetings, err)) {
        (void)question_put(change->questions, QUESTION_COMING, err,
                           ngettext("%lu meeting to come shows the old post: %s.",
                                    "%lu meetings to come show the old post: %s.", count),
                           count, buffer_text(&meetings));
        question_offer(change->questions, QUESTION_COMING, _("Keep the old post there"),
                       COMING_KEEP);
        question_offer(change->questions, QUESTION_COMING, _("Show the new post there"),
                       COMING_FOLLOW);
    }
    buffer_clear(&meetings);
    return false;
}

static bool
follow_one(struct change *change, int64_t id, struct error *err)
{
    struct enrolment enrolment = { .at = change->at };
    struct registration before;
    struct registration after;

    record_init(&registration_entity, &before);
    record_init(&registration_entity, &after);
    bool ok = row_load(change->at->db, &registration_entity, id, &before, err);
    if (ok) {
        record_copy(&registration_entity, &after, &before);
        after.organisation = change->after->organisation;
        memory_replace(&after.function, change->after->function);
        ok = enrolment_open(&enrolment, change->at, before.meeting, err) &&
             enrolment_change(&enrolment, &before, &after, change->questions, err);
        seat_passed_add(&change->passed, &enrolment.passed);
        enrolment_close(&enrolment);
    }
    record_clear(&registration_entity, &after);
    record_clear(&registration_entity, &before);
    return ok;
}

/* Rule 7: a list shows what was known when somebody came onto it, unless told else. */
static bool
follow(struct change *change, struct error *err)
{
    if (change->after->organisation == 0 ||
        !registration_table_each_coming(change->at->db, change->person->head.id,
                                        atelier_now(change->at), note_coming, change,
                                        err))
        return change->after->organisation == 0;
    if (change->coming_count == 0)
        return true;
    const struct question_entry *answer =
        question_answer(change->questions, QUESTION_COMING);
    if (!answer)
        return ask_coming(change, err);
    for (size_t i = 0; answer->value == COMING_FOLLOW && i < change->coming_count; i++)
        if (!follow_one(change, change->coming[i], err))
            return false;
    if (answer->value == COMING_KEEP)
        change->coming_count = 0;
    return true;
}

/* --- the post */

static bool
correct(struct change *change, struct error *err)
{
    struct atelier *at = change->at;
    struct affiliation *post = &change->old;

    if (change->after->organisation == 0)
        return row_delete(at->db, &affiliation_entity, post->head.id, post->head.rev,
                          err);
    post->organisation = change->after->organisation;
    free(post->function);
    post->function = change->after->function ? text_tidy(change->after->function) : NULL;
    return record_check(&affiliation_entity, post, err) &&
           row_update(at->db, &affiliation_entity, post, at->login, atelier_now(at), err);
}

static bool
write_post(struct change *change, int64_t meaning, struct error *err)
{
    struct atelier *at = change->at;
    struct affiliation *old = &change->old;

    if (old->head.id != 0 && meaning == POST_CORRECTED)
        return correct(change, err);
    if (old->head.id != 0 && meaning == POST_MOVED &&
        !person_post_end(at, old, atelier_today(at), err))
        return false;
    if (old->head.id != 0 && meaning == POST_SECOND && old->main) {
        old->main = false;
        if (!row_update(at->db, &affiliation_entity, old, at->login, atelier_now(at),
                        err))
            return false;
    }
    return change->after->organisation == 0 ||
           person_post_begin(at, change->person->head.id, change->after->organisation,
                             change->after->function, err);
}

/* A colleague may have been first. */
static bool
check_old(const struct change *change, const struct post *before, struct error *err)
{
    struct buffer words = { 0 };

    if (is_same(before, change->old.organisation, change->old.function))
        return true;
    person_post_add_words(change->at, change->old.organisation, change->old.function,
                          &words);
    error_set_field(err, ERROR_RULE, "organisation",
                    _("The post was changed meanwhile: %s.  Leave the form, and open it "
                      "again."),
                    buffer_text(&words));
    buffer_clear(&words);
    return false;
}

static bool
change_post(struct change *change, const struct post *before, struct error *err)
{
    if (!person_table_affiliation(change->at->db, change->person->head.id,
                                  atelier_today(change->at), &change->old, err))
        return false;
    if (is_same(change->after, change->old.organisation, change->old.function))
        return true;
    if (!check_old(change, before, err))
        return false;
    const bool plain = is_plain(change);
    const struct question_entry *answer =
        plain ? NULL : question_answer(change->questions, QUESTION_POST);
    if (!plain && !answer)
        return person_post_ask(change->at, &change->old,
                               &(struct post_asked){ change->after->organisation,
                                                     change->after->function,
                                                     atelier_today(change->at), false },
                               change->questions, err);
    return follow(change, err) &&
           write_post(change, answer ? answer->value : POST_CORRECTED, err);
}

/* Last: a question asked after it would leave another revision in the form. */
static bool
change_person(struct atelier *at, struct person *person, struct error *err)
{
    struct person before;

    record_init(&person_entity, &before);
    bool ok = row_load(at->db, &person_entity, person->head.id, &before, err);
    if (ok && !record_equal(&person_entity, &before, person))
        ok = row_update(at->db, &person_entity, person, at->login, atelier_now(at), err);
    record_clear(&person_entity, &before);
    return ok;
}

static bool
end_act(struct change *change, bool ok, struct error *err)
{
    struct buffer summary = { 0 };

    person_entity.title(change->person, &summary);
    if (ok && change->after->organisation != 0) {
        buffer_add(&summary, " → ");
        display_title(change->at, ENTITY_ORGANISATION, change->after->organisation,
                      &summary);
    }
    const struct operation_note note = {
        .act = seat_passed_act(&change->passed, ACT_PERSON_POST),
        .entity = ENTITY_PERSON,
        .row = change->person->head.id,
        .summary = buffer_text(&summary),
        .questions = change->questions,
    };
    ok = operation_end(change->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

/* Who left a seat of a quota may have left it to somebody who waits. */
static void
settle(const struct change *change)
{
    struct registration registration;
    struct error ignored = { 0 };

    record_init(&registration_entity, &registration);
    for (size_t i = 0; i < change->coming_count; i++)
        if (row_load(change->at->db, &registration_entity, change->coming[i],
                     &registration, &ignored))
            enrolment_settle(change->at, registration.meeting, SETTLE_AS_PLANNED, NULL);
    record_clear(&registration_entity, &registration);
}

bool
post_change(struct atelier *at, struct person *person, const struct post *before,
            const struct post *after, struct questions *questions, struct error *err)
{
    struct change change = {
        .at = at,
        .person = person,
        .after = after,
        .questions = questions,
    };

    if (is_same(after, before->organisation, before->function))
        return edit_change(at, &person_entity, person, err);
    if (after->organisation == 0 && !text_is_blank(after->function))
        return error_set_field(
            err, ERROR_RULE, "organisation",
            _("A function is held in an organisation: choose it, or leave both empty."));
    if (!record_check(&person_entity, person, err) ||
        !operation_begin(at, ACT_PERSON_POST_NEEDS, ROW_NONE, err))
        return false;
    record_init(&affiliation_entity, &change.old);
    bool ok = change_post(&change, before, err) && change_person(at, person, err);
    ok = end_act(&change, ok, err);
    if (ok)
        settle(&change);
    record_clear(&affiliation_entity, &change.old);
    free(change.coming);
    return ok;
}
