/* SPDX-License-Identifier: GPL-3.0-or-later */
/* random_work.c - people at work at random: the rules may refuse what they try */
#include "support/random_work.h"

#include <check.h>
#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/change_settings.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/register_bulk.h"
#include "atelier/app/substitute.h"
#include "atelier/domain/grant.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/sheet.h"
#include "atelier/domain/staff.h"
#include "support/office.h"
#include "support/rows.h"

enum { SEEDED = 4 }; /* people, and meetings, that are there at the beginning */

static struct error err;
static uint64_t chance;
static bool is_marking;

/* A linear congruential generator (Knuth's MMIX): the same acts in every run, whatever
 * the compiler, as no two draws stand in one expression. */
unsigned
random_below(unsigned limit)
{
    chance = chance * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(chance >> 33) % limit;
}

static int64_t
some_id(void)
{
    return 1 + random_below(SEEDED + 2);
}

#define SOME(list) ((list)[random_below(sizeof(list) / sizeof((list)[0]))])

void
random_work_prepare(struct atelier *at)
{
    for (int i = 0; i < SEEDED; i++)
        office_add_person(at, rows_number(100 + i), "Anna");
    for (int i = 0; i < SEEDED / 2; i++) {
        const int64_t group = office_add_group(at, rows_number(200 + i));
        const int64_t first = office_add_meeting(at, group, "2027-03-16 09:30", 2);
        office_add_meeting(at, group, "2027-03-01 09:00", 3);
        office_change(at, &meeting_entity, first, "waiting_list",
                      i == 0 ? "propose" : "automatic", NULL);
    }
}

void
random_work_begin(uint64_t seed, bool marks)
{
    chance = seed;
    is_marking = marks;
}

static void
set_some(const struct field *field, void *record)
{
    static const char *const texts[] = { "Mül", "Łódź", "d’Œu", "say \"no\"", "C:\\n" };
    static const char *const zones[] = { "Europe/Paris", "Europe/London" };
    static const char *const starts[] = { "2027-03-16 09:30", "2027-03-17 08:00",
                                          "2027-03-01 09:00" };
    static const char *const ends[] = { "2027-03-17 10:00", "2027-03-18 12:00" };
    static const char *const emails[] = { "a@example.org", "b@example.org" };
    static const char *const numbers[] = { "0", "1", "2", "30", "" };
    static const char *const from[] = { "2026-01-01", "" };
    static const char *const to[] = { "2028-12-31", "" };
    static const char *const logins[] = { "otto", "ida", "max" };
    unsigned choices = 0;

    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_LINES:
        field_parse(field, record,
                    strcmp(field->name, "login") == 0 ? SOME(logins) : SOME(texts), NULL);
        break;
    case FIELD_EMAIL:
        field_parse(field, record, SOME(emails), NULL);
        break;
    case FIELD_PHONE:
        field_parse(field, record, rows_number(random_below(3)), NULL);
        break;
    case FIELD_ZONE:
        field_parse(field, record, SOME(zones), NULL);
        break;
    case FIELD_NUMBER:
    case FIELD_DURATION:
        field_parse(field, record, SOME(numbers), NULL);
        break;
    case FIELD_BOOLEAN:
        field_set_number(field, record, random_below(2));
        break;
    case FIELD_DATE:
        field_parse(field, record,
                    strcmp(field->name, "from") == 0 ? SOME(from) : SOME(to), NULL);
        break;
    case FIELD_LOCAL_TIME:
        field_parse(field, record,
                    strcmp(field->name, "start") == 0 ? SOME(starts) : SOME(ends), NULL);
        break;
    case FIELD_INSTANT:
        field_parse(field, record, "2027-03-16T09:31:00Z", NULL);
        break;
    case FIELD_CHOICE:
        while (field->choices[choices].name)
            choices++;
        field_set_number(field, record, random_below(choices));
        break;
    case FIELD_REFERENCE:
        field_set_number(field, record, some_id());
        break;
    }
}

/* Neither of the two takes a role or a seat at the table from the other, nor the groups
 * for which it counts; what is printed is never taken back. */
static bool
may_be_written(const struct entity *entity, int64_t id)
{
    return entity != &sheet_entity && (entity != &staff_entity || id > 2);
}

static bool
may_become(const struct entity *entity, const void *record)
{
    return entity != &sheet_entity &&
           (entity != &grant_entity || ((const struct grant *)record)->staff > 2);
}

static bool
add_row(struct atelier *at, const struct entity *entity)
{
    void *record = record_new(entity);
    bool ok = edit_prepare(at, entity, record, &err);

    for (size_t i = 0; ok && i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];
        if (!(field->flags & FIELD_DERIVED) &&
            ((field->flags & FIELD_REQUIRED) || random_below(3) == 0))
            set_some(field, record);
    }
    ok = ok && may_become(entity, record) &&
         edit_add(at, entity, record, office_answer(QUESTION_DUPLICATE, ""), &err);
    record_free(entity, record);
    return ok;
}

static bool
change_row(struct atelier *at, const struct entity *entity, int64_t id)
{
    void *record = record_new(entity);
    bool ok = may_be_written(entity, id) && edit_load(at, entity, id, record, &err);

    for (unsigned i = 1 + random_below(2); ok && i > 0; i--) {
        const struct field *field =
            &entity->fields[random_below((unsigned)entity->field_count)];
        if (!(field->flags & FIELD_DERIVED))
            set_some(field, record);
    }
    ok = ok && may_become(entity, record) && edit_change(at, entity, record, &err);
    record_free(entity, record);
    return ok;
}

static bool
remove_row(struct atelier *at, const struct entity *entity, int64_t id)
{
    struct record *record = record_new(entity);
    const bool ok = may_be_written(entity, id) &&
                    edit_load(at, entity, id, record, &err) &&
                    edit_remove(at, entity, id, record->rev, &err);

    record_free(entity, &record[0]);
    return ok;
}

static bool
edit(struct atelier *at)
{
    const struct entity *entity =
        entity_get((enum entity_kind)random_below(ENTITY_COUNT));
    const unsigned what = random_below(5);

    return what < 2   ? add_row(at, entity)
           : what < 4 ? change_row(at, entity, some_id())
                      : remove_row(at, entity, some_id());
}

static struct questions *
some_answer(void)
{
    return random_below(3) == 0 ? office_answer(QUESTION_SEAT, "the mayor") : NULL;
}

static bool
enrol(struct atelier *at)
{
    struct register_request request = { .meeting = 1 + random_below(SEEDED) };
    struct register_outcome outcome;

    request.person = some_id();
    request.questions = some_answer();

    return register_add(at, &request, &outcome, &err);
}

static enum registration_act
some_registration_act(void)
{
    return (enum registration_act)random_below(REGISTRATION_REVIVE + 1);
}

static bool
act_on_registration(struct atelier *at)
{
    struct register_outcome outcome;
    const int64_t registration = some_id();
    const enum registration_act act = some_registration_act();
    const char *reason = random_below(2) ? "ill" : NULL;
    struct questions *answer = some_answer();

    return register_act(at, registration, act, reason, answer, &outcome, &err);
}

static bool
act_on_many(struct atelier *at)
{
    int64_t ids[3];
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        ids[i] = some_id();
    struct bulk_request request = { .registrations = ids, .count = 3, .reason = "ill" };
    struct bulk_outcome outcome = { 0 };

    request.deed = random_below(3) == 0 ? BULK_MOVE : BULK_ACT;
    request.act = some_registration_act();
    request.target = 1 + random_below(SEEDED);
    request.questions = some_answer();
    request.dry_run = random_below(4) == 0;
    const bool ok = register_bulk(at, &request, &outcome, &err);

    bulk_outcome_clear(&outcome);
    return ok;
}

static bool
substitute(struct atelier *at)
{
    struct substitute_request request = { .registration = some_id() };
    struct register_outcome outcome;

    request.person = some_id();
    request.act = random_below(2) ? REGISTRATION_SUBSTITUTE : REGISTRATION_EXCUSE;
    request.invites = random_below(3) == 0;
    request.questions = some_answer();

    return register_substitute(at, &request, &outcome, &err);
}

static bool
act_on_meeting(struct atelier *at)
{
    const int64_t meeting = 1 + random_below(SEEDED);

    return plan_act(at, meeting, (enum meeting_act)random_below(MEETING_CLOSE + 1),
                    "flood", &err);
}

/* More or fewer seats: whoever waits is let in, or not. */
static bool
change_seats(struct atelier *at)
{
    struct meeting *meeting = record_new(&meeting_entity);
    const int64_t id = 1 + random_below(SEEDED);
    bool ok = edit_load(at, &meeting_entity, id, meeting, &err);

    meeting->seats = 1 + random_below(4);
    ok = ok && edit_change(at, &meeting_entity, meeting, &err);
    record_free(&meeting_entity, meeting);
    return ok;
}

static bool
change_list(struct atelier *at)
{
    struct meeting *meeting = record_new(&meeting_entity);
    const int64_t id = 1 + random_below(SEEDED);
    bool ok = edit_load(at, &meeting_entity, id, meeting, &err);

    meeting->waiting_list = (enum waiting_mode)random_below(WAITING_AUTOMATIC + 1);
    ok = ok && edit_change(at, &meeting_entity, meeting, &err);
    record_free(&meeting_entity, meeting);
    return ok;
}

static bool
convene(struct atelier *at)
{
    struct convene_outcome outcome;

    return convene_members(at, 1 + random_below(SEEDED), false, &outcome, &err);
}

static bool
attend(struct atelier *at)
{
    if (!is_marking)
        return false;
    struct attend_request request = { .meeting = 1 + random_below(SEEDED),
                                      .reason = "by mistake" };
    request.person = some_id();
    request.kind = (enum presence_kind)random_below(PRESENCE_KIND_COUNT);
    struct attend_outcome outcome;

    attend_outcome_init(&outcome);
    const bool ok = attend_mark(at, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

static bool
change_settings(struct atelier *at)
{
    struct settings *settings = record_new(&settings_entity);

    atelier_changed(at);
    record_copy(&settings_entity, settings, atelier_settings(at));
    set_some(&settings_entity.fields[random_below((unsigned)settings_entity.field_count)],
             settings);
    const bool ok = settings_change(at, settings, &err);
    record_free(&settings_entity, settings);
    return ok;
}

static void
do_one_of(struct atelier *at, bool (*const *deeds)(struct atelier *at), size_t count)
{
    enum { TRIES = 6 };

    for (int i = 0; i < TRIES; i++) {
        err = (struct error){ 0 };
        if (deeds[random_below((unsigned)count)](at))
            return;
        ck_assert_msg(err.kind != ERROR_DATABASE && err.kind != ERROR_SYSTEM, "%s",
                      err.message);
    }
}

void
random_work_do(struct atelier *at)
{
    static bool (*const deeds[])(struct atelier * at) = {
        edit,
        edit,
        edit,
        edit,
        edit,
        enrol,
        enrol,
        act_on_registration,
        act_on_registration,
        act_on_many,
        substitute,
        substitute,
        act_on_meeting,
        change_seats,
        convene,
        attend,
        attend,
        change_settings,
    };
    do_one_of(at, deeds, sizeof deeds / sizeof deeds[0]);
}

void
random_work_do_seats(struct atelier *at)
{
    static bool (*const deeds[])(struct atelier * at) = {
        enrol, enrol, enrol, act_on_registration, act_on_many, change_seats, change_list,
    };
    do_one_of(at, deeds, sizeof deeds / sizeof deeds[0]);
}
