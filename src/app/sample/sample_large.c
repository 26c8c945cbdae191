/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_large.c - the same network grown large: a million registrations
 *
 * For measuring.  Rows are written in large acts, as an import or a convening
 * does, and every act is in the journal.  The lists of the meetings are copied
 * from what was just made instead of being asked for seat by seat: there are
 * more seats than people.
 */
#include "sample/sample_large.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/plan.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/working_group.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/row_table.h"
#include "sample/sample_names.h"
#include "sample/sample_random.h"
#include "session/operation.h"

enum {
    ORGANISATIONS = 3000,
    PEOPLE = 20000,
    GROUPS = 200,
    MEETINGS = 2000,
    AT_A_MEETING = 500,
    WORKSHOPS = 4, /* of each meeting */
    STEPS = 500,   /* rows between two reports of progress */
    DAY = 24 * 60 * 60
};

/* What a registration says of a person. */
struct guest {
    int64_t person;
    size_t organisation; /* its place in the sample */
    char *family;
    const char *given;
    const char *function;
    char *sort_key;
};

struct large {
    struct atelier *at;
    struct error *err;
    work_progress *progress;
    void *context;
    uint64_t random;
    int64_t organisations[ORGANISATIONS];
    struct guest guests[PEOPLE];
    int64_t groups[GROUPS];
};

static bool
go_on(struct large *l, int64_t done)
{
    int64_t total = ORGANISATIONS + PEOPLE + (int64_t)MEETINGS * AT_A_MEETING;
    if (l->progress && l->progress(l->context, done, total))
        return error_set(l->err, ERROR_CANCELLED,
                         _("Stopped; the sample is not complete."));
    return true;
}

static bool
end_batch(struct large *l, bool ok, enum act act, size_t count)
{
    char summary[40];
    (void)snprintf(summary, sizeof(summary), "(%zu)", count);
    struct operation_note note = { .act = act,
                                   .entity = ENTITY_COUNT,
                                   .summary = summary };
    return operation_end(l->at, ok, &note, l->err);
}

static void
name_organisation(size_t index, char name[static 40])
{
    (void)snprintf(name, 40, "Organisation %05zu", index + 1);
}

static int64_t
category_of(size_t organisation)
{
    return 1 + (int64_t)(organisation % SAMPLE_CATEGORY_COUNT);
}

static bool
add_organisation(struct large *l, size_t index)
{
    char name[40];
    name_organisation(index, name);
    struct organisation organisation;
    record_init(&organisation_entity, &organisation);
    organisation.name = memory_copy(name);
    organisation.category = category_of(index);
    bool ok = row_insert(l->at->db, &organisation_entity, &organisation, l->at->login,
                         atelier_now(l->at), l->err);
    l->organisations[index] = organisation.head.id;
    record_clear(&organisation_entity, &organisation);
    return ok;
}

static const char *
pick(struct large *l, const char *const *names)
{
    size_t count = 0;
    while (names[count])
        count++;
    return names[sample_below(&l->random, count)];
}

static void
invent_guest(struct large *l, size_t index)
{
    struct guest *guest = &l->guests[index];
    struct buffer family = { 0 };
    buffer_addf(&family, "%s-", pick(l, sample_families));
    buffer_add(&family, pick(l, sample_families));
    guest->family = buffer_take(&family);
    guest->given = pick(l, sample_givens);
    guest->function = pick(l, sample_functions);
    guest->sort_key = fold_sort_key(guest->family, guest->given);
    guest->organisation = index % ORGANISATIONS;
}

static bool
add_person(struct large *l, size_t index)
{
    struct guest *guest = &l->guests[index];
    invent_guest(l, index);
    char email[80];
    (void)snprintf(email, sizeof(email), "p%05zu@large.example.org", index + 1);
    struct person person;
    record_init(&person_entity, &person);
    struct affiliation post;
    record_init(&affiliation_entity, &post);
    person.family = memory_copy(guest->family);
    person.given = memory_copy(guest->given);
    person.email = memory_copy(email);
    bool ok = row_insert(l->at->db, &person_entity, &person, l->at->login,
                         atelier_now(l->at), l->err);
    guest->person = person.head.id;
    post.person = guest->person;
    post.organisation = l->organisations[guest->organisation];
    post.function = memory_copy(guest->function);
    post.main = true;
    ok = ok && row_insert(l->at->db, &affiliation_entity, &post, l->at->login,
                          atelier_now(l->at), l->err);
    record_clear(&person_entity, &person);
    record_clear(&affiliation_entity, &post);
    return ok;
}

static bool
add_all(struct large *l, size_t count, enum act act, int64_t before,
        bool (*add)(struct large *l, size_t index))
{
    if (!operation_begin(l->at, act_permission(act), ROW_NONE, l->err))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = (i % STEPS != 0 || go_on(l, before + (int64_t)i)) && add(l, i);
    return end_batch(l, ok, act, count);
}

static bool
add_group(struct large *l, size_t index)
{
    char code[16];
    (void)snprintf(code, sizeof(code), "L%03zu", index + 1);
    char name[40];
    (void)snprintf(name, sizeof(name), "Working group %03zu", index + 1);
    struct working_group group;
    record_init(&working_group_entity, &group);
    group.code = memory_copy(code);
    group.name = memory_copy(name);
    group.zone = memory_copy("Europe/Paris");
    group.seats = AT_A_MEETING + 100;
    bool ok = row_insert(l->at->db, &working_group_entity, &group, l->at->login,
                         atelier_now(l->at), l->err);
    l->groups[index] = group.head.id;
    record_clear(&working_group_entity, &group);
    return ok;
}

/* Half of the meetings are past, half to come, one and a half a day. */
static bool
add_meeting(struct large *l, size_t index, instant now, struct meeting *meeting)
{
    int64_t day = ((int64_t)index - MEETINGS / 2) * 2 / 3;
    char title[60];
    (void)snprintf(title, sizeof(title), "Meeting %04zu", index + 1);
    meeting->group = l->groups[index % GROUPS];
    meeting->title = memory_copy(title);
    meeting->zone = memory_copy("Europe/Paris");
    meeting->start = local_time_from_instant(now + day * DAY);
    meeting->start.hour = 9 + (int)(index % 6);
    meeting->start.minute = 0;
    meeting->end = local_time_add_minutes(meeting->start, 180);
    meeting->seats = AT_A_MEETING + 100;
    meeting->state = MEETING_CONFIRMED;
    struct questions answers = { 0 };
    question_reply(&answers, QUESTION_CLOCK, CLOCK_EARLIER, NULL);
    unsigned warnings;
    bool ok = plan_add(l->at, meeting, &answers, &warnings, l->err);
    questions_clear(&answers);
    return ok;
}

static bool
seat_guest(struct large *l, struct registration *registration, const struct guest *guest,
           instant now)
{
    char name[40];
    name_organisation(guest->organisation, name);
    registration->person = guest->person;
    registration->organisation = l->organisations[guest->organisation];
    registration->category = category_of(guest->organisation);
    memory_replace(&registration->organisation_name, name);
    memory_replace(&registration->family, guest->family);
    memory_replace(&registration->given, guest->given);
    memory_replace(&registration->function, guest->function);
    memory_replace(&registration->sort_key, guest->sort_key);
    return row_insert(l->at->db, &registration_entity, registration, l->at->login, now,
                      l->err);
}

/* One act, as when many people are registered at once. */
static bool
fill_list(struct large *l, const struct meeting *meeting, instant now)
{
    size_t first = sample_below(&l->random, PEOPLE);

    if (!operation_begin(l->at, ACT_REGISTRATION_ADD_NEEDS,
                         record_subject(&meeting_entity, meeting), l->err))
        return false;
    struct registration registration;
    record_init(&registration_entity, &registration);
    registration.meeting = meeting->head.id;
    registration.state = REGISTRATION_ACCEPTED;
    bool ok = true;
    for (size_t i = 0; ok && i < AT_A_MEETING; i++)
        ok = seat_guest(l, &registration, &l->guests[(first + i) % PEOPLE], now);
    record_clear(&registration_entity, &registration);
    struct buffer summary = { 0 };
    buffer_addf(&summary, "%s (%d)", meeting->title, AT_A_MEETING);
    struct operation_note note = { .act = ACT_REGISTRATION_ADD,
                                   .entity = ENTITY_MEETING,
                                   .row = meeting->head.id,
                                   .summary = buffer_text(&summary) };
    ok = operation_end(l->at, ok, &note, l->err);
    buffer_clear(&summary);
    return ok;
}

/* Of the whole meeting, beside each other. */
static bool
add_workshop(struct large *l, const struct meeting *meeting, size_t index)
{
    char title[60];
    char uid[60];
    (void)snprintf(title, sizeof(title), "Workshop %zu", index + 1);
    (void)snprintf(uid, sizeof(uid), "workshop-%lld-%zu@large.example.org",
                   (long long)meeting->head.id, index + 1);
    struct workshop workshop;
    record_init(&workshop_entity, &workshop);
    workshop.meeting = meeting->head.id;
    workshop.title = memory_copy(title);
    workshop.start = meeting->start;
    workshop.end = meeting->end;
    workshop.seats = AT_A_MEETING / WORKSHOPS;
    workshop.start_at = meeting->start_at;
    workshop.end_at = meeting->end_at;
    workshop.ics_uid = memory_copy(uid);
    workshop.ics_sequence = 0;
    const bool ok = row_insert(l->at->db, &workshop_entity, &workshop, l->at->login,
                               atelier_now(l->at), l->err);
    record_clear(&workshop_entity, &workshop);
    return ok;
}

static bool
add_workshops(struct large *l, const struct meeting *meeting)
{
    if (!operation_begin(l->at, ACT_WORKSHOP_ADD_NEEDS,
                         record_subject(&meeting_entity, meeting), l->err))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < WORKSHOPS; i++)
        ok = add_workshop(l, meeting, i);
    const struct operation_note note = { .act = ACT_WORKSHOP_ADD,
                                         .entity = ENTITY_MEETING,
                                         .row = meeting->head.id,
                                         .summary = meeting->title };
    return operation_end(l->at, ok, &note, l->err);
}

static bool
fill_meeting(struct large *l, size_t index, instant now)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok = add_meeting(l, index, now, &meeting) && add_workshops(l, &meeting) &&
              fill_list(l, &meeting, now);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

bool
sample_large_fill(struct atelier *at, work_progress *progress, void *context,
                  struct error *err)
{
    struct large *l = memory_new(1, sizeof(*l));
    instant now = atelier_now(at);
    l->at = at;
    l->err = err;
    l->progress = progress;
    l->context = context;
    l->random = 2;

    bool ok =
        add_all(l, ORGANISATIONS, ACT_ORGANISATION_ADD, 0, add_organisation) &&
        add_all(l, PEOPLE, ACT_PERSON_IMPORT, ORGANISATIONS, add_person) &&
        add_all(l, GROUPS, ACT_WORKING_GROUP_ADD, ORGANISATIONS + PEOPLE, add_group);
    for (size_t m = 0; ok && m < MEETINGS; m++)
        ok = go_on(l, ORGANISATIONS + PEOPLE + (int64_t)m * AT_A_MEETING) &&
             fill_meeting(l, m, now);
    for (size_t i = 0; i < PEOPLE; i++) {
        free(l->guests[i].family);
        free(l->guests[i].sort_key);
    }
    free(l);
    return ok;
}
