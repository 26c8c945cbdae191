/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_bench.c - what does not go together, among a million registrations: in a year, of
 * one meeting, and on Today
 */
#include <stdint.h>

#include "atelier/app/browse.h"
#include "atelier/app/clashes.h"
#include "atelier/app/edit.h"
#include "bench/bench.h"
#include "bench/lot.h"

enum { ROUNDS = 21, YEAR = 365 * 86400 };

static void
print(struct bench *bench, const char *what, double times[static ROUNDS], double most_ms,
      const char *goal)
{
    struct figure figure = { .what = what, .goal = goal };

    sort_numbers(times, ROUNDS);
    const double milliseconds = number_at(times, ROUNDS, 0.5) * 1e3;
    figure_say(figure.value, "%.1f ms", milliseconds);
    figure.verdict = milliseconds <= most_ms;
    figure_print(bench, &figure);
}

static double
time_year(struct atelier *at)
{
    const struct span span = { atelier_now(at), atelier_now(at) + YEAR };
    struct clash_list list = { 0 };
    struct error err = { 0 };

    const double begun = clock_now();
    if (!clashes_find(at, CLASH_ANY, span, &list, &err))
        bench_give_up("%s", err.message);
    const double time = clock_now() - begun;
    clash_list_clear(&list);
    return time;
}

static double
time_one(struct atelier *at, struct lot *lot)
{
    struct clash_list list = { 0 };
    struct error err = { 0 };
    struct meeting meeting;
    int64_t id;
    int64_t nobody;

    lot_draw(lot, &id, &nobody);
    record_init(&meeting_entity, &meeting);
    if (!edit_load(at, &meeting_entity, id, &meeting, &err))
        bench_give_up("%s", err.message);
    const double begun = clock_now();
    if (!clashes_of_meeting(at, &meeting, CLASH_ANY, &list, &err))
        bench_give_up("%s", err.message);
    const double time = clock_now() - begun;
    clash_list_clear(&list);
    record_clear(&meeting_entity, &meeting);
    return time;
}

static double
time_today(struct atelier *at)
{
    struct today_list list = { 0 };
    struct error err = { 0 };

    const double begun = clock_now();
    if (!browse_today(at, 8, &list, &err))
        bench_give_up("%s", err.message);
    const double time = clock_now() - begun;
    today_list_clear(&list);
    return time;
}

void
bench_clashes(struct bench *bench)
{
    struct atelier *at = bench_open(bench->large);
    double year[ROUNDS];
    double one[ROUNDS];
    double today[ROUNDS];
    struct lot lot;

    lot_init(&lot, bench->large, 5);
    for (int i = 0; i < ROUNDS; i++) {
        year[i] = time_year(at);
        one[i] = time_one(at, &lot);
        today[i] = time_today(at);
    }
    lot_clear(&lot);
    print(bench, "clashes of a year", year, 300, "<= 300 ms");
    print(bench, "clashes of a meeting", one, 10, "<= 10 ms");
    print(bench, "Today, with clashes", today, 10, "<= 10 ms");
    atelier_close(at);
}
