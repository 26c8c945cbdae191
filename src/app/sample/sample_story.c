/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_story.c - the acts that fill the sample network, in the order of time */
#include "sample/sample_story.h"

#include <stdint.h>
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "sample/sample_network.h"
#include "sample/sample_programme.h"
#include "sample/sample_random.h"
#include "sample/sample_report.h"

enum {
    DAY = 24 * 60 * 60,
    PLANNED_BEFORE = 60,
    CONVENED_BEFORE = 45,
    FOUNDED_BEFORE = 500, /* the oldest meeting of the table was planned since */
    OFFICE_OPENS = 9 * 60 * 60,
    MINUTE = 60,
    HOUR = 60 * MINUTE
};

static const struct sample_meeting *
meeting_at(size_t index)
{
    return index == SAMPLE_DIGITAL ? &sample_digital_meeting : &sample_meetings[index];
}

struct date
sample_founding_day(instant now)
{
    const struct date usual = { .year = 2017, .month = 1, .day = 9 };
    struct date day = date_add_days(local_time_from_instant(now).date, -FOUNDED_BEFORE);

    return date_compare(day, usual) < 0 ? day : usual;
}

struct date
sample_meeting_day(size_t meeting, instant now)
{
    if (meeting == SAMPLE_DIGITAL)
        return sample_digital_day;

    struct date today = local_time_from_instant(now).date;
    struct date day = date_add_days(today, sample_meetings[meeting].day);
    int weekday = date_weekday(day);
    if (weekday > 5) /* offices meet on weekdays */
        day = date_add_days(day, 8 - weekday);
    return day;
}

static struct sample_act *
add_at(struct sample_story *story, instant at, enum sample_deed deed, size_t meeting,
       size_t person)
{
    story->acts = memory_grow(story->acts, &story->capacity, story->count + 1,
                              sizeof(*story->acts));
    struct sample_act *act = &story->acts[story->count];
    *act = (struct sample_act){
        .at = at,
        .order = story->count,
        .deed = deed,
        .meeting = meeting,
        .person = person,
    };
    story->count++;
    return act;
}

static void
add_act(struct sample_story *story, instant now, instant at, enum sample_deed deed,
        size_t meeting, size_t person)
{
    /* Offices work from eight to six. */
    instant second = at % DAY;
    at = at - second + 7 * 3600 + second * 10 / 24;
    if (at >= now) /* what is planned for later was done a while ago */
        at = now - now % DAY - DAY + 10 * 3600 + (instant)(story->count % 1000) * 7;
    add_at(story, at, deed, meeting, person);
}

/* When a meeting begins in Paris, to the hour on the nights when clocks change. */
static instant
start_of(size_t index, instant now)
{
    const struct sample_meeting *meeting = meeting_at(index);
    struct date day = sample_meeting_day(index, now);
    const int summer = day.month > 3 && day.month < 11 ? 1 : 0;
    return date_to_days(day) * DAY + (meeting->hour - 1 - summer) * HOUR +
           meeting->minute * MINUTE;
}

/* Whether the meeting is one that was held: the fixed one is still to come on the clock
 * of its own spring. */
static bool
was_held(size_t index, instant now)
{
    const instant end = start_of(index, now) + meeting_at(index)->minutes * MINUTE;
    return meeting_at(index)->state == MEETING_HELD && end + DAY < now;
}

static void
add_mark(struct sample_story *story, instant at, enum presence_kind kind, size_t index,
         size_t person, size_t slot)
{
    struct sample_act *act = add_at(story, at, DEED_MARK, index, person);
    act->kind = kind;
    act->slot = slot;
}

/* Most come around the hour; a few leave early, are excused, or do not come. */
static void
tell_attendance(struct sample_story *story, instant now, size_t index, size_t person,
                uint64_t *random)
{
    const instant start = start_of(index, now);
    const instant end = start + meeting_at(index)->minutes * MINUTE;
    const instant comes =
        start - 20 * MINUTE + (instant)sample_below(random, 30 * MINUTE);
    const size_t lot = sample_below(random, 100);

    if (lot < 4) {
        add_mark(story, start - DAY, PRESENCE_EXCUSED, index, person, 0);
    } else if (lot < 9) {
        add_mark(story, end + 10 * MINUTE, PRESENCE_ABSENT, index, person, 0);
    } else {
        add_mark(story, comes, PRESENCE_PRESENT, index, person, 0);
        if (lot < 14)
            add_mark(story, end - HOUR, PRESENCE_LEFT, index, person, 0);
        else if (index == SAMPLE_DIGITAL)
            add_mark(story, comes + 5 * HOUR, PRESENCE_SIGNED, index, person, 1);
    }
}

/* Of two who came to a meeting one is of its group, while there are any. */
static size_t
next_member(uint64_t *random, bool *seen, const struct sample_cast *cast,
            const char *group)
{
    const size_t first = sample_below(random, cast->people);

    for (size_t i = 0; i < cast->people; i++) {
        const size_t person = (first + i) % cast->people;
        if (!seen[person] && cast->is_member(cast->context, group, person)) {
            seen[person] = true;
            return person;
        }
    }
    return cast->people;
}

/* Somebody who has not yet answered for this meeting. */
static size_t
next_person(uint64_t *random, bool *seen, size_t people)
{
    size_t person = sample_below(random, people);
    while (seen[person])
        person = (person + 1) % people;
    seen[person] = true;
    return person;
}

static void
tell_meeting(struct sample_story *story, instant now, size_t index,
             const struct sample_cast *cast)
{
    const size_t people = cast->people;
    const struct sample_meeting *meeting = meeting_at(index);
    uint64_t random = 20170316 + (uint64_t)index;
    uint64_t members = random;
    instant opens = date_to_days(sample_meeting_day(index, now)) * DAY + OFFICE_OPENS;

    instant planned = opens - PLANNED_BEFORE * (instant)DAY;
    if (planned >= now - 10 * DAY)
        planned = now - (instant)(10 + index % 5) * DAY;
    add_act(story, now, planned, DEED_PLAN, index, 0);
    if (meeting->state == MEETING_DRAFT)
        return;
    add_act(story, now, planned + DAY, DEED_CONFIRM, index, 0);

    instant convened = opens - CONVENED_BEFORE * (instant)DAY;
    if (convened <= planned + DAY || convened >= now - DAY)
        convened = planned + DAY + 600;
    add_act(story, now, convened, DEED_CONVENE, index, 0);

    bool *seen = memory_new(people, sizeof(*seen));
    instant last = opens < now ? opens - DAY : now - 3600;
    instant window = last > convened + 3600 ? last - convened - 3600 : 3600;
    for (int i = 0; i < meeting->coming; i++) {
        instant at = convened + 3600 + (instant)sample_below(&random, (size_t)window);
        size_t person = people;
        if (was_held(index, now) && i % 2 == 0)
            person = next_member(&members, seen, cast, meeting->group);
        if (person == people)
            person = next_person(&random, seen, people);
        add_act(story, now, at, DEED_REGISTER, index, person);
    }
    for (int i = 0; i < meeting->coming / 6; i++) {
        instant at = convened + 3600 + (instant)sample_below(&random, (size_t)window);
        add_act(story, now, at, DEED_DECLINE, index, next_person(&random, seen, people));
    }
    for (int i = 0; i < meeting->coming / 14; i++) {
        size_t person = next_person(&random, seen, people);
        instant at =
            convened + 3600 + (instant)sample_below(&random, (size_t)(window / 2 + 1));
        add_act(story, now, at, DEED_REGISTER, index, person);
        add_act(story, now, at + window / 4 + 60, DEED_WITHDRAW, index, person);
    }
    free(seen);

    if (was_held(index, now))
        add_act(story, now, opens + DAY, DEED_FINISH, index, 0);
    else if (meeting->state == MEETING_CANCELLED || meeting->state == MEETING_POSTPONED)
        add_act(story, now, last - 2 * 3600, DEED_FINISH, index, 0);
}

/* Who was registered for a meeting that was held came, or did not. */
static void
tell_doors(struct sample_story *story, instant now)
{
    const size_t told = story->count;

    add_act(story, now, start_of(SAMPLE_DIGITAL, now) - 2 * DAY, DEED_DIVIDE,
            SAMPLE_DIGITAL, 0);
    uint64_t random = 20170316;
    for (size_t i = 0; i < told; i++) {
        const struct sample_act act = story->acts[i];
        if (act.deed == DEED_REGISTER && was_held(act.meeting, now))
            tell_attendance(story, now, act.meeting, act.person, &random);
    }
}

/* On the day after a meeting, once it was noted that it was held. */
static void
tell_reports(struct sample_story *story, instant now)
{
    const size_t told = story->count;

    for (size_t i = 0; i < told; i++) {
        const struct sample_act act = story->acts[i];
        if (act.deed != DEED_FINISH || !was_held(act.meeting, now) ||
            !sample_report_has(meeting_at(act.meeting)->title))
            continue;
        add_at(story, act.at + 10 * MINUTE, DEED_REPORT, act.meeting, 0);
        if (act.meeting == SAMPLE_DIGITAL)
            add_at(story, act.at + 90 * MINUTE, DEED_FINAL, act.meeting, 0);
    }
}

/* Workshops are planned once the meeting is confirmed, before anybody is on its list. */
static void
tell_programmes(struct sample_story *story)
{
    const size_t told = story->count;

    for (size_t i = 0; i < told; i++) {
        const struct sample_act act = story->acts[i];
        if (act.deed == DEED_CONFIRM &&
            sample_programme_has(meeting_at(act.meeting)->title))
            add_at(story, act.at + 5 * MINUTE, DEED_PROGRAMME, act.meeting, 0);
    }
}

/* Most who register for a meeting with workshops until then say which they wish for; some
 * of those before them ask once the seats are given. */
static void
tell_wishes(struct sample_story *story, size_t index, instant assigned, instant until)
{
    enum { LATE_COMERS = 5, ONE_IN = 8 };
    const size_t told = story->count;
    size_t late = 0;

    for (size_t i = 0; i < told; i++) {
        const struct sample_act act = story->acts[i];
        if (act.deed != DEED_REGISTER || act.meeting != index || act.at + HOUR >= until)
            continue;
        if (act.person % ONE_IN != 0)
            add_at(story, act.at + 10 * MINUTE, DEED_WISH, index, act.person);
        else if (act.at + HOUR < assigned && late++ < LATE_COMERS)
            add_at(story, assigned + (instant)late * 10 * MINUTE, DEED_JOIN, index,
                   act.person);
    }
    add_at(story, assigned, DEED_ASSIGN, index, 0);
}

/* One meeting after the other, the sooner one last: of the later one there are wishes
 * since, for which seats may be given. */
static void
tell_all_wishes(struct sample_story *story, instant now)
{
    enum { ASSIGNED_BEFORE = 5 };
    const instant morning = now - now % DAY + 10 * HOUR;
    instant assigned = morning - (instant)ASSIGNED_BEFORE * DAY;
    instant until = assigned;

    for (size_t i = 0; sample_meetings[i].group; i++) {
        if (!sample_programme_has(sample_meetings[i].title))
            continue;
        tell_wishes(story, i, assigned, until);
        assigned -= (instant)ASSIGNED_BEFORE * DAY;
        until = now;
    }
}

static int
compare_acts(const void *left, const void *right)
{
    const struct sample_act *a = left;
    const struct sample_act *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

void
sample_story_tell(struct sample_story *story, instant now, const struct sample_cast *cast)
{
    tell_meeting(story, now, SAMPLE_DIGITAL, cast);
    for (size_t i = 0; sample_meetings[i].group; i++)
        tell_meeting(story, now, i, cast);
    tell_doors(story, now);
    tell_programmes(story);
    tell_reports(story, now);
    tell_all_wishes(story, now);
    qsort(story->acts, story->count, sizeof(*story->acts), compare_acts);
}

void
sample_story_clear(struct sample_story *story)
{
    free(story->acts);
    *story = (struct sample_story){ 0 };
}
