/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample.c - the sample network: its rows first, then its story, act by act
 *
 * Everything goes through the same functions that people use, under the
 * logins of an invented office and at the time when it would have been done.
 */
#include "atelier/app/sample.h"
#include "atelier/app/change_settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/join.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "sample/sample_large.h"
#include "sample/sample_names.h"
#include "sample/sample_network.h"
#include "sample/sample_presence.h"
#include "sample/sample_programme.h"
#include "sample/sample_random.h"
#include "sample/sample_report.h"
#include "sample/sample_story.h"
#include "session/session.h"

enum { SMALL_ROOM = 16 << 20, LARGE_ROOM = 640 << 20 };
enum { PEOPLE = 400, MEETINGS = 64, ROOMS = 16, GROUPS = 8, OFFICE_SIZE = 3 };

/* The invented office: who did what in the sample's journal. */
static const struct {
    const char *login;
    const char *name;
    enum staff_role role;
} office[] = {
    { "c.lenoir", "Claire Lenoir", ROLE_ORGANISER },
    { "b.tamba", "Binta Tamba", ROLE_DESK },
    { "m.ruiz", "Mateo Ruiz", ROLE_DESK },
};

/* The ids of what was made, to be referred to. */
struct sample {
    struct atelier *at;
    struct error *err;
    struct questions answers; /* the sample knows what it adds */
    instant now;
    struct date founded; /* before the first act of the story */
    uint64_t random;
    int64_t categories[SAMPLE_CATEGORY_COUNT];
    int64_t *organisations; /* in the order of sample_organisations */
    int64_t rooms[ROOMS];
    int64_t groups[GROUPS];
    int64_t people[PEOPLE];
    bool members[GROUPS][PEOPLE];
    int64_t meetings[MEETINGS];
    int64_t digital;
    size_t meeting_count;
};

static bool
fill_settings(struct sample *s)
{
    struct settings settings;
    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(s->at));
    memory_replace(&settings.network, "Réseau des villes riveraines");
    memory_replace(&settings.zone, "Europe/Paris");
    memory_replace(&settings.domain, "riveraines.example.org");
    memory_replace(&settings.organiser_name, "Secrétariat du réseau");
    memory_replace(&settings.organiser_email, "secretariat@riveraines.example.org");
    settings.calendar_language = CALENDAR_FRENCH;
    settings.holidays = HOLIDAYS_FRANCE;
    memory_replace(&settings.about_office,
                   "Trente villes et agglomérations, leurs régions et ceux qui y portent "
                   "des projets se réunissent en huit groupes de travail.\n"
                   "Le réseau existe depuis 2009 ; ce qui s’y dit est publié.");
    memory_replace(&settings.website, "https://riveraines.example.org");
    bool ok = settings_change(s->at, &settings, s->err);
    record_clear(&settings_entity, &settings);
    return ok;
}

static bool
fill_staff(struct sample *s)
{
    bool ok = true;
    for (size_t i = 0; ok && i < OFFICE_SIZE; i++) {
        struct staff staff;
        record_init(&staff_entity, &staff);
        staff.login = memory_copy(office[i].login);
        staff.name = memory_copy(office[i].name);
        staff.role = office[i].role;
        ok = edit_add(s->at, &staff_entity, &staff, NULL, s->err);
        record_clear(&staff_entity, &staff);
    }
    return ok;
}

static bool
fill_categories(struct sample *s)
{
    bool ok = true;
    for (size_t i = 0; ok && sample_categories[i]; i++) {
        struct category category;
        record_init(&category_entity, &category);
        category.name = memory_copy(sample_categories[i]);
        category.order = (int64_t)i + 1;
        ok = edit_add(s->at, &category_entity, &category, NULL, s->err);
        s->categories[i] = category.head.id;
        record_clear(&category_entity, &category);
    }
    return ok;
}

static size_t
organisation_count(void)
{
    size_t count = 0;

    while (sample_organisations[count].name)
        count++;
    return count;
}

static bool
fill_organisations(struct sample *s)
{
    bool ok = true;

    s->organisations = memory_new(organisation_count(), sizeof(*s->organisations));
    for (const struct sample_organisation *o = sample_organisations; ok && o->name; o++) {
        struct organisation organisation;
        record_init(&organisation_entity, &organisation);
        organisation.name = memory_copy(o->name);
        organisation.short_name = memory_copy(o->short_name);
        organisation.category = s->categories[o->category];
        organisation.territory = memory_copy(o->territory);
        ok = edit_add(s->at, &organisation_entity, &organisation, &s->answers, s->err);
        s->organisations[o - sample_organisations] = organisation.head.id;
        record_clear(&organisation_entity, &organisation);
    }
    return ok;
}

static bool
fill_venue_rooms(struct sample *s, const char *name, int64_t venue)
{
    bool ok = true;
    for (size_t i = 0; ok && sample_rooms[i].venue; i++) {
        if (strcmp(sample_rooms[i].venue, name) != 0)
            continue;
        struct room room;
        record_init(&room_entity, &room);
        room.venue = venue;
        room.name = memory_copy(sample_rooms[i].name);
        room.seats = sample_rooms[i].seats;
        ok = edit_add(s->at, &room_entity, &room, NULL, s->err);
        s->rooms[i] = room.head.id;
        record_clear(&room_entity, &room);
    }
    return ok;
}

static bool
fill_venues(struct sample *s)
{
    bool ok = true;
    for (const struct sample_venue *v = sample_venues; ok && v->name; v++) {
        struct venue venue;
        record_init(&venue_entity, &venue);
        venue.name = memory_copy(v->name);
        venue.address = memory_copy(v->address);
        venue.geo = memory_copy(v->geo);
        venue.access = memory_copy(v->access);
        ok = edit_add(s->at, &venue_entity, &venue, NULL, s->err) &&
             fill_venue_rooms(s, v->name, venue.head.id);
        record_clear(&venue_entity, &venue);
    }
    return ok;
}

/* "given.family@town.example.org", in letters that every mail program takes. */
static char *
make_email(const char *given, const char *family, const char *organisation)
{
    const char *parts[] = { given, family, organisation };
    const char *joints[] = { ".", "@", ".example.org" };
    struct buffer email = { 0 };

    for (size_t i = 0; i < 3; i++) {
        char *fold = fold_copy(parts[i]);
        size_t letters = 0;
        for (const char *c = fold; *c && letters < 24; c++) {
            if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9')) {
                buffer_add_char(&email, *c);
                letters++;
            } else if (*c == ' ' && letters > 0 && c[1]) {
                buffer_add_char(&email, '-');
            }
        }
        free(fold);
        if (letters == 0) /* a script without Latin letters */
            buffer_add(&email, i == 2 ? "ville" : "contact");
        buffer_add(&email, joints[i]);
    }
    return buffer_take(&email);
}

static bool
add_person(struct sample *s, size_t index, const char *family, const char *given,
           const struct sample_organisation *organisation)
{
    char phone[20];
    (void)snprintf(phone, sizeof(phone), "06 39 98 %02zu %02zu", index / 100 % 100,
                   index % 100);

    struct person person;
    record_init(&person_entity, &person);
    person.family = memory_copy(family);
    person.given = memory_copy(given);
    person.language = memory_copy("fr");
    person.consent = index % 5 != 0;
    if (index % 9 != 4) /* some have none */
        person.email = make_email(given, family,
                                  organisation->short_name ? organisation->short_name
                                                           : organisation->name);
    if (index % 3 != 1)
        person.phone = memory_copy(phone);
    if (index % 29 == 7)
        person.needs = memory_copy("Accès en fauteuil roulant");
    else if (index % 31 == 5)
        person.needs = memory_copy("Repas végétarien");
    size_t functions = 0;
    while (sample_functions[functions])
        functions++;
    bool ok = edit_add_person(
        s->at, &person, organisation->name, s->categories[organisation->category],
        sample_functions[sample_below(&s->random, functions)], &s->answers, s->err);
    s->people[index] = person.head.id;
    record_clear(&person_entity, &person);
    return ok;
}

static const struct sample_organisation *
organisation_of(const char *town)
{
    const struct sample_organisation *o = sample_organisations;
    while (o->name && !(o->short_name && strcmp(o->short_name, town) == 0))
        o++;
    return o->name ? o : sample_organisations;
}

static bool
fill_people(struct sample *s)
{
    size_t families = 0;
    while (sample_families[families])
        families++;
    size_t givens = 0;
    while (sample_givens[givens])
        givens++;
    const size_t organisations = organisation_count();
    assert(families > 0 && givens > 0 && organisations > 0);

    size_t index = 0;
    for (const struct sample_person *p = sample_people; p->family; p++, index++)
        if (!add_person(s, index, p->family, p->given, organisation_of(p->town)))
            return false;
    for (; index < PEOPLE; index++) {
        /* Steps without a common divisor: no pair of names comes twice. */
        const char *family = sample_families[index * 5 % families];
        const char *given = sample_givens[(index * 7 + index / families) % givens];
        const struct sample_organisation *organisation =
            &sample_organisations[index * 11 % organisations];
        if (!add_person(s, index, family, given, organisation))
            return false;
    }
    return true;
}

static bool
fill_members(struct sample *s, size_t g)
{
    bool *seen = s->members[g];
    bool ok = true;
    for (int m = 0; ok && m < sample_groups[g].members; m++) {
        size_t person = sample_below(&s->random, PEOPLE);
        while (seen[person])
            person = (person + 1) % PEOPLE;
        seen[person] = true;

        struct membership membership;
        record_init(&membership_entity, &membership);
        membership.group = s->groups[g];
        membership.person = s->people[person];
        membership.role = m == 0       ? MEMBERSHIP_CHAIR
                          : m % 9 == 8 ? MEMBERSHIP_ALTERNATE
                          : m % 7 == 6 ? MEMBERSHIP_OBSERVER
                                       : MEMBERSHIP_MEMBER;
        membership.from = s->founded;
        ok = membership_join(s->at, &membership, s->err);
        record_clear(&membership_entity, &membership);
    }
    return ok;
}

static bool
fill_groups(struct sample *s)
{
    bool ok = true;
    for (size_t g = 0; ok && sample_groups[g].code; g++) {
        const struct sample_group *from = &sample_groups[g];
        struct working_group group;
        record_init(&working_group_entity, &group);
        group.code = memory_copy(from->code);
        group.name = memory_copy(from->name);
        group.theme = memory_copy(from->theme);
        group.zone = memory_copy(from->zone);
        group.seats = from->seats;
        group.duration = 210;
        group.colour = memory_copy(from->colour);
        ok = edit_add(s->at, &working_group_entity, &group, NULL, s->err);
        s->groups[g] = group.head.id;
        record_clear(&working_group_entity, &group);
        ok = ok && fill_members(s, g);
    }
    return ok;
}

static size_t
group_index(const char *code)
{
    size_t g = 0;
    while (strcmp(sample_groups[g].code, code) != 0)
        g++;
    return g;
}

static int64_t
room_of(const struct sample *s, const char *name)
{
    for (size_t i = 0; name && sample_rooms[i].name; i++)
        if (strcmp(sample_rooms[i].name, name) == 0)
            return s->rooms[i];
    return 0;
}

static bool
plan_meeting(struct sample *s, size_t index)
{
    const struct sample_meeting *from =
        index == SAMPLE_DIGITAL ? &sample_digital_meeting : &sample_meetings[index];
    int64_t *id = index == SAMPLE_DIGITAL ? &s->digital : &s->meetings[index];
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok = plan_prepare(s->at, s->groups[group_index(from->group)], &meeting, s->err);
    if (ok) {
        memory_replace(&meeting.title, from->title);
        meeting.start = (struct local_time){ .date = sample_meeting_day(index, s->now),
                                             .hour = from->hour,
                                             .minute = from->minute };
        meeting.end = local_time_add_minutes(meeting.start, from->minutes);
        meeting.room = room_of(s, from->room);
        meeting.mode = from->room ? MODE_ON_SITE : MODE_REMOTE;
        if (!from->room)
            memory_replace(&meeting.link, "https://visio.example.org/reunion");
        meeting.seats = from->seats ? from->seats : NUMBER_NONE;
        meeting.waiting_list = from->waiting;
        unsigned warnings;
        ok = plan_add(s->at, &meeting, &s->answers, &warnings, s->err);
        *id = meeting.head.id;
    }
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
register_person(struct sample *s, int64_t meeting, int64_t person)
{
    struct register_request request = {
        .meeting = meeting,
        .person = person,
        .source = SOURCE_DESK,
    };
    struct register_outcome outcome;
    if (register_add(s->at, &request, &outcome, s->err))
        return true;
    return question_means_no_seat(s->err); /* full: they stay away */
}

static bool
act_on(struct sample *s, int64_t meeting, int64_t person, enum registration_act act)
{
    int64_t registration;
    if (!register_find(s->at, meeting, person, &registration, s->err))
        return s->err->kind == ERROR_NOT_FOUND; /* was not invited */
    struct register_outcome outcome;
    return register_act(s->at, registration, act, NULL, NULL, &outcome, s->err) ||
           s->err->kind == ERROR_RULE || question_means_no_seat(s->err);
}

static bool
finish_meeting(struct sample *s, const struct sample_meeting *from, int64_t meeting)
{
    enum meeting_act act = from->state == MEETING_HELD        ? MEETING_HOLD
                           : from->state == MEETING_CANCELLED ? MEETING_CANCEL
                                                              : MEETING_POSTPONE;
    return plan_act(s->at, meeting, act, from->reason, s->err);
}

static bool
fill_programme(struct sample *s, int64_t meeting, const char *title)
{
    const struct sample_places places = { .meeting = meeting,
                                          .rooms = s->rooms,
                                          .people = s->people,
                                          .holders = { s->organisations[0],
                                                       s->organisations[1] } };

    return sample_programme_fill(s->at, title, &places, s->err);
}

static bool
play(struct sample *s, const struct sample_act *act)
{
    const struct sample_meeting *from = act->meeting == SAMPLE_DIGITAL
                                            ? &sample_digital_meeting
                                            : &sample_meetings[act->meeting];
    int64_t meeting =
        act->meeting == SAMPLE_DIGITAL ? s->digital : s->meetings[act->meeting];
    int64_t person = s->people[act->person];

    bool plans = act->deed == DEED_PLAN || act->deed == DEED_CONFIRM ||
                 act->deed == DEED_PROGRAMME || act->deed == DEED_ASSIGN ||
                 act->deed == DEED_CONVENE || act->deed == DEED_DIVIDE ||
                 act->deed == DEED_REPORT || act->deed == DEED_FINAL ||
                 act->deed == DEED_FINISH;
    bool door = act->deed == DEED_MARK; /* one of them stands there all day */
    size_t who = plans ? 0 : 1 + (door ? act->meeting : act->order) % 2;
    session_play(s->at, office[who].login, office[who].role, act->at);
    struct convene_outcome outcome;
    switch (act->deed) {
    case DEED_PLAN:
        return plan_meeting(s, act->meeting);
    case DEED_CONFIRM:
        return plan_act(s->at, meeting, MEETING_CONFIRM, NULL, s->err);
    case DEED_CONVENE:
        return convene_members(s->at, meeting, false, &outcome, s->err);
    case DEED_PROGRAMME:
        return fill_programme(s, meeting, from->title);
    case DEED_REGISTER:
        return register_person(s, meeting, person);
    case DEED_DECLINE:
        return act_on(s, meeting, person, REGISTRATION_DECLINE);
    case DEED_WITHDRAW:
        return act_on(s, meeting, person, REGISTRATION_WITHDRAW);
    case DEED_DIVIDE:
        return sample_presence_divide(s->at, meeting, s->err);
    case DEED_WISH:
        return sample_programme_wish(s->at, meeting, person, act->person, s->err);
    case DEED_ASSIGN:
        return sample_programme_assign(s->at, meeting, s->err);
    case DEED_JOIN:
        return sample_programme_join(s->at, from->title, meeting, person, s->err);
    case DEED_MARK:
        return sample_presence_mark(s->at, meeting, person, act, s->err);
    case DEED_REPORT:
        return sample_report_write(s->at, from->title, meeting, s->organisations, s->err);
    case DEED_FINAL:
        return sample_report_finish(s->at, meeting, s->err);
    case DEED_FINISH:
        return finish_meeting(s, from, meeting);
    }
    return false;
}

static bool
is_member(const void *context, const char *group, size_t person)
{
    const struct sample *s = context;

    return s->members[group_index(group)][person];
}

static bool
play_story(struct sample *s, work_progress *progress, void *context)
{
    struct sample_story story = { 0 };

    const struct sample_cast cast = { .people = PEOPLE,
                                      .is_member = is_member,
                                      .context = s };
    sample_story_tell(&story, s->now, &cast);
    bool ok = true;
    for (size_t i = 0; ok && i < story.count; i++) {
        if (progress && i % 32 == 0 &&
            progress(context, (int64_t)i, (int64_t)story.count))
            ok = error_set(s->err, ERROR_CANCELLED,
                           _("Stopped; the sample is not complete."));
        ok = ok && play(s, &story.acts[i]);
    }
    sample_story_clear(&story);
    return ok;
}

static bool
fill_rows(struct sample *s)
{
    return fill_settings(s) && fill_staff(s) && fill_categories(s) &&
           fill_organisations(s) && fill_venues(s) && fill_people(s) && fill_groups(s);
}

/* Invented people among real ones could not be told apart. */
static bool
check_empty(struct atelier *at, struct error *err)
{
    static const enum listing_kind kinds[] = { LISTING_PERSON, LISTING_ORGANISATION,
                                               LISTING_WORKING_GROUP };
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        struct listing_query query = { .kind = kinds[i], .history = true };
        int64_t count = 0;
        if (!listing_count(at, &query, 1, &count, err))
            return false;
        if (count > 0)
            return error_set(err, ERROR_RULE,
                             _("%s is in use: the sample network goes into a new "
                               "database only."),
                             atelier_path(at));
    }
    return true;
}

int64_t
sample_room(enum sample_size size)
{
    return size == SAMPLE_LARGE ? LARGE_ROOM : SMALL_ROOM;
}

bool
sample_fill(struct atelier *at, enum sample_size size, work_progress *progress,
            void *context, struct error *err)
{
    struct sample s = {
        .at = at,
        .err = err,
        .now = atelier_now(at),
        .random = 1,
    };
    struct local_time founded = { .date = sample_founding_day(s.now), .hour = 8 };
    s.founded = founded.date;

    if (!check_empty(at, err) || !session_begin_filling(at, err))
        return false;
    question_reply(&s.answers, QUESTION_DUPLICATE, QUESTION_YES, NULL);
    question_reply(&s.answers, QUESTION_CLOCK, CLOCK_EARLIER, NULL);
    session_play(at, office[0].login, ROLE_ADMINISTRATOR, local_time_to_instant(founded));
    bool ok = fill_rows(&s) && play_story(&s, progress, context);
    questions_clear(&s.answers);
    free(s.organisations);
    session_play(at, NULL, ROLE_ADMINISTRATOR, s.now);
    ok = ok && (size == SAMPLE_SMALL || sample_large_fill(at, progress, context, err));
    return session_end_filling(at, ok ? err : NULL) && ok;
}
