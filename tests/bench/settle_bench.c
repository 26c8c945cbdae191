/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle_bench.c - a seat that nobody of two thousand who wait may have, under forty
 * limits
 *
 * The worst that there is: each of them has to be looked at, and none is let in.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/register.h"
#include "bench/bench.h"

enum { LIMITS = 40, WAITING = 2000, ROUNDS = 11, SEATS = LIMITS + 1 };

/* A row of name and value, up to a name that is NULL; its id. */
static int64_t
add(struct atelier *at, enum entity_kind kind, ...)
{
    const struct entity *entity = entity_get(kind);
    void *record = record_new(entity);
    struct error err = { 0 };
    const char *name;
    va_list values;

    if (!edit_prepare(at, entity, record, &err))
        bench_give_up("%s", err.message);
    va_start(values, kind);
    while ((name = va_arg(values, const char *)) != NULL)
        if (!field_parse(entity_field(entity, name), record, va_arg(values, const char *),
                         &err))
            bench_give_up("%s", err.message);
    va_end(values);
    if (!edit_add(at, entity, record, NULL, &err))
        bench_give_up("%s", err.message);
    const int64_t id = ((struct record *)record)->id;
    record_free(entity, record);
    return id;
}

static const char *
text_of(int64_t number)
{
    static char texts[4][24];
    static int next;
    char *text = texts[next++ % 4];

    (void)snprintf(text, sizeof texts[0], "%" PRId64, number);
    return text;
}

static void
enter(struct atelier *at, int64_t meeting, int64_t person, enum registration_state state)
{
    const struct register_request request = { .meeting = meeting, .person = person };
    struct register_outcome outcome;
    struct error err = { 0 };

    if (!register_add(at, &request, &outcome, &err) || outcome.state != state)
        bench_give_up("a registration did not come where it should: %s", err.message);
}

static int64_t
add_meeting(struct atelier *at)
{
    const int64_t group =
        add(at, ENTITY_WORKING_GROUP, "code", "SETTLE", "name", "Settling", NULL);
    struct local_time start = local_time_from_instant(atelier_now(at));
    char begins[LOCAL_TIME_TEXT_SIZE];
    char ends[LOCAL_TIME_TEXT_SIZE];

    start.date = date_add_days(start.date, 30);
    start.hour = 9;
    local_time_format(start, begins);
    start.hour = 12;
    local_time_format(start, ends);
    return add(at, ENTITY_MEETING, "group", text_of(group), "title", "Many wait", "seats",
               text_of(SEATS), "waiting_list", "propose", "start", begins, "end", ends,
               NULL);
}

/* Each office has its one seat, one more person has the last, and all others wait. */
static int64_t
make_crowd(struct atelier *at, int64_t *last)
{
    const int64_t meeting = add_meeting(at);
    int64_t offices[LIMITS];
    char name[32];

    *last = add(at, ENTITY_PERSON, "family", "Of no office", NULL);
    enter(at, meeting, *last, REGISTRATION_ACCEPTED);
    for (int i = 0; i < LIMITS; i++) {
        (void)snprintf(name, sizeof name, "Settling office %d", i);
        offices[i] = add(at, ENTITY_ORGANISATION, "name", name, NULL);
        add(at, ENTITY_SEAT_LIMIT, "meeting", text_of(meeting), "scope", "organisation",
            "organisation", text_of(offices[i]), "kind", "most", "people", "1", NULL);
    }
    for (int i = 0; i < LIMITS + WAITING; i++) {
        (void)snprintf(name, sizeof name, "Settling %04d", i);
        const int64_t person = add(at, ENTITY_PERSON, "family", name, NULL);
        add(at, ENTITY_AFFILIATION, "person", text_of(person), "organisation",
            text_of(offices[i % LIMITS]), "main", "1", NULL);
        enter(at, meeting, person,
              i < LIMITS ? REGISTRATION_ACCEPTED : REGISTRATION_WAITING);
    }
    return meeting;
}

static double
act(struct atelier *at, int64_t meeting, int64_t person, enum registration_act what)
{
    struct register_outcome outcome;
    struct error err = { 0 };
    int64_t id = 0;
    const double begun = clock_now();

    if (!register_find(at, meeting, person, &id, &err) ||
        !register_act(at, id, what, NULL, NULL, &outcome, &err) ||
        outcome.given.count != 0)
        bench_give_up("the seat went to somebody: %s", err.message);
    return clock_now() - begun;
}

/* The act that frees the seat, beside the same where nobody waits. */
void
bench_settle(struct bench *bench)
{
    const char *path = bench_path(bench, "settle.db");
    struct figure figure = { .what = "settling a meeting: 2,000 wait, 40 limits",
                             .goal = "<= 10 ms" };
    double times[ROUNDS];
    int64_t last = 0;

    (void)bench_run(bench, path, "init", NULL);
    struct atelier *at = bench_open(path);
    const int64_t meeting = make_crowd(at, &last);
    for (int i = 0; i < ROUNDS; i++) {
        times[i] = act(at, meeting, last, REGISTRATION_WITHDRAW);
        act(at, meeting, last, REGISTRATION_REVIVE);
    }
    atelier_close(at);
    sort_numbers(times, ROUNDS);
    figure_say(figure.value, "%.1f ms", number_at(times, ROUNDS, 0.5) * 1e3);
    figure.verdict = number_at(times, ROUNDS, 0.5) <= 0.010;
    figure_print(bench, &figure);
}
