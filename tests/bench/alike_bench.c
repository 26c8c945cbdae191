/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alike_bench.c - what it costs to ask, before a person is added, who is known already
 *
 * In the transaction that adds: nobody else writes meanwhile.
 */
#include <stdio.h>

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"
#include "bench/bench.h"
#include "bench/guest_list.h"
#include "record/edit_alike.h"
#include "session/session.h"

enum { PEOPLE = 500 };

static void
ask(struct atelier *at, struct guest *guest)
{
    struct person person;
    struct questions questions = { 0 };
    struct error err = { 0 };

    record_init(&person_entity, &person);
    person.family = guest->cells[1];
    person.given = guest->cells[2];
    person.email = guest->cells[6];
    if (!edit_alike_ask_newcomer(at, &person, guest->cells[3], &questions, &err) &&
        err.kind != ERROR_QUESTION)
        bench_give_up("%s", err.message);
    questions_clear(&questions);
}

static void
print(struct bench *bench, const char *database, const char *what, double most,
      const char *goal)
{
    struct error err = { 0 };
    struct atelier *at = bench_open(database);
    struct figure figure = { .what = what, .goal = goal };
    double times[PEOPLE];

    if (!transaction_begin(at->db, &err))
        bench_give_up("%s", err.message);
    for (size_t i = 0; i < PEOPLE; i++) {
        struct guest guest;
        guest_make(i * 31, &guest);
        double begun = clock_now();
        ask(at, &guest);
        times[i] = (clock_now() - begun) * 1e3;
    }
    transaction_roll_back(at->db);
    atelier_close(at);
    sort_numbers(times, PEOPLE);
    figure_say(figure.value, "%.3f, %.3f ms", number_at(times, PEOPLE, 0.5),
               number_at(times, PEOPLE, 0.99));
    figure.verdict = number_at(times, PEOPLE, 0.5) <= most;
    figure_print(bench, &figure);
}

void
bench_alike(struct bench *bench)
{
    print(bench, bench->large, "likeness of a newcomer, 20,000 people: p50, p99", 0.3,
          "p50 <= 0.3 ms");
    print(bench, bench->crowd, "likeness of a newcomer, 1,000,000 people: p50, p99", 1,
          "p50 <= 1 ms");
}
