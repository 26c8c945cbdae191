/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_large.c - the same network grown large: a million registrations
 *
 * For measuring.  Rows are written in large acts, a few hundred in each, as an
 * import or a convening does; every act is in the journal.
 */
#include "sample_large.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "operation.h"
#include "sample_names.h"
#include "sample_random.h"

enum {
    ORGANISATIONS = 3000,
    PEOPLE = 20000,
    GROUPS = 200,
    MEETINGS = 2000,
    AT_A_MEETING = 500,
    ROWS_IN_AN_ACT = 500,
    DAY = 24 * 60 * 60
};

struct large {
    struct atelier *at;
    struct error *err;
    bool (*progress)(void *context, int64_t done, int64_t total);
    void *context;
    uint64_t random;
    int64_t organisations[ORGANISATIONS];
    int64_t people[PEOPLE];
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
end_batch(struct large *l, bool ok, const char *act, size_t count)
{
    char summary[40];
    snprintf(summary, sizeof(summary), "(%zu)", count);
    struct operation_note note = { .act = act,
                                   .entity = ENTITY_COUNT,
                                   .summary = summary };
    return operation_end(l->at, ok, &note, l->err);
}

static bool
add_organisation(struct large *l, size_t index)
{
    struct organisation organisation;
    char name[80];
    snprintf(name, sizeof(name), "Organisation %05zu", index + 1);
    record_init(&organisation_entity, &organisation);
    organisation.name = memory_copy(name);
    organisation.category = 1 + (int64_t)(index % SAMPLE_CATEGORY_COUNT);
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

static bool
add_person(struct large *l, size_t index)
{
    struct person person;
    struct affiliation post;
    char email[80];
    char family[80];
    snprintf(email, sizeof(email), "p%05zu@large.example.org", index + 1);
    snprintf(family, sizeof(family), "%s-%s", pick(l, sample_families),
             pick(l, sample_families));
    record_init(&person_entity, &person);
    record_init(&affiliation_entity, &post);
    person.family = memory_copy(family);
    person.given = memory_copy(pick(l, sample_givens));
    person.email = memory_copy(email);
    bool ok = row_insert(l->at->db, &person_entity, &person, l->at->login,
                         atelier_now(l->at), l->err);
    l->people[index] = person.head.id;
    post.person = person.head.id;
    post.organisation = l->organisations[index % ORGANISATIONS];
    post.function = memory_copy(pick(l, sample_functions));
    post.main = true;
    ok = ok && row_insert(l->at->db, &affiliation_entity, &post, l->at->login,
                          atelier_now(l->at), l->err);
    record_clear(&person_entity, &person);
    record_clear(&affiliation_entity, &post);
    return ok;
}

static bool
add_in_batches(struct large *l, size_t count, const char *act, int64_t before,
               bool (*add)(struct large *l, size_t index))
{
    bool ok = true;
    for (size_t i = 0; ok && i < count; i += ROWS_IN_AN_ACT) {
        size_t end = i + ROWS_IN_AN_ACT < count ? i + ROWS_IN_AN_ACT : count;
        if (!go_on(l, before + (int64_t)i) ||
            !operation_begin(l->at, MAY_REGISTER, l->err))
            return false;
        for (size_t n = i; ok && n < end; n++)
            ok = add(l, n);
        ok = end_batch(l, ok, act, end - i);
    }
    return ok;
}

static bool
add_group(struct large *l, size_t index)
{
    struct working_group group;
    char code[16];
    char name[40];
    snprintf(code, sizeof(code), "L%03zu", index + 1);
    snprintf(name, sizeof(name), "Working group %03zu", index + 1);
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
add_meeting(struct large *l, size_t index, instant now, int64_t *id)
{
    struct meeting meeting;
    unsigned warnings;
    char title[60];
    int64_t day = ((int64_t)index - MEETINGS / 2) * 2 / 3;
    snprintf(title, sizeof(title), "Meeting %04zu", index + 1);
    record_init(&meeting_entity, &meeting);
    meeting.group = l->groups[index % GROUPS];
    meeting.title = memory_copy(title);
    meeting.zone = memory_copy("Europe/Paris");
    meeting.start = local_time_from_instant(now + day * DAY);
    meeting.start.hour = 9 + (int)(index % 6);
    meeting.start.minute = 0;
    meeting.end = local_time_add_minutes(meeting.start, 180);
    meeting.seats = AT_A_MEETING + 100;
    meeting.state = MEETING_CONFIRMED;
    bool ok = plan_add(l->at, &meeting, PLAN_EARLIER, &warnings, l->err);
    *id = meeting.head.id;
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
fill_meeting(struct large *l, size_t index, instant now)
{
    int64_t people[AT_A_MEETING];
    int64_t id;
    struct register_many_outcome outcome;
    size_t start = sample_below(&l->random, PEOPLE);
    for (size_t i = 0; i < AT_A_MEETING; i++)
        people[i] = l->people[(start + i * 37) % PEOPLE];
    return add_meeting(l, index, now, &id) &&
           register_add_many(l->at, id, people, AT_A_MEETING, NULL, &outcome, l->err);
}

bool
sample_large_fill(struct atelier *at,
                  bool (*progress)(void *context, int64_t done, int64_t total),
                  void *context, struct error *err)
{
    struct large *l = memory_new(1, sizeof(*l));
    instant now = atelier_now(at);
    l->at = at;
    l->err = err;
    l->progress = progress;
    l->context = context;
    l->random = 2;

    bool ok =
        add_in_batches(l, ORGANISATIONS, "organisation.add", 0, add_organisation) &&
        add_in_batches(l, PEOPLE, "person.import", ORGANISATIONS, add_person) &&
        add_in_batches(l, GROUPS, "working_group.add", ORGANISATIONS + PEOPLE, add_group);
    for (size_t m = 0; ok && m < MEETINGS; m++)
        ok = go_on(l, ORGANISATIONS + PEOPLE + (int64_t)m * AT_A_MEETING) &&
             fill_meeting(l, m, now);
    free(l);
    return ok;
}
