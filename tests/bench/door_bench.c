/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_bench.c - the door of a meeting at which 20,000 people are expected: a letter in
 * its field, and a mark beside a registration
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "atelier/app/attend.h"
#include "atelier/app/register.h"
#include "bench/bench.h"
#include "bench/line.h"

enum { PEOPLE = 20000, ACTS = 400, LETTERS_MOST = 200, RELEASED = 20 };

/* Given and family names of so many syllables that nearly all people differ. */
static void
write_people(const char *path)
{
    static const char *const begins[] = { "Mar", "Ber", "Du", "Le",  "Cha", "Ro",
                                          "Pe",  "Ga",  "Mo", "Vi",  "Fa",  "Na",
                                          "Si",  "To",  "Br", "Gre", "La",  "Be" };
    static const char *const middles[] = { "tin", "nar", "pon", "roi", "ber", "den",
                                           "lan", "mel", "vis", "got", "rac", "zel" };
    static const char *const ends[] = { "d", "eau", "ez", "ier", "sen", "y", "a", "ot" };
    enum { BEGINS = 18, MIDDLES = 12, ENDS = 8 };
    FILE *file = fopen(path, "w");

    if (!file)
        bench_give_up("%s cannot be written", path);
    (void)fputs("Nom;Prénom;Organisation\n", file);
    for (int i = 0; i < PEOPLE; i++)
        (void)fprintf(file, "%s%s%s;%s%s%s;Ville de %s%s\n", begins[i % BEGINS],
                      middles[i / BEGINS % MIDDLES], ends[i / BEGINS / MIDDLES % ENDS],
                      begins[i / 7 % BEGINS], middles[i / 1728 % MIDDLES],
                      ends[i / 5 % ENDS], begins[i / 11 % BEGINS],
                      middles[i / 13 % MIDDLES]);
    (void)fclose(file);
}

/* A meeting of today, and one of another day for registrations. */
static const char *
make_office(const struct bench *bench)
{
    static char database[128];
    char day[16];
    char start[32];
    char other[32];
    const time_t now = time(NULL);
    const time_t later = now + 30 * 86400;

    (void)snprintf(database, sizeof(database), "%s", bench_path(bench, "door.db"));
    (void)strftime(day, sizeof(day), "%Y-%m-%d", gmtime(&now));
    (void)snprintf(start, sizeof(start), "%s 00:05", day);
    (void)strftime(other, sizeof(other), "%Y-%m-%d 09:30", gmtime(&later));
    write_people(bench_path(bench, "door.csv"));
    (void)bench_run(bench, database, "init", NULL);
    (void)bench_run(bench, database, "group", "add", "GA", "--name", "Group", "--zone",
                    "UTC", NULL);
    (void)bench_run(bench, database, "meeting", "add", "--group", "GA", "--title",
                    "Today", "--start", start, "--end", "23:55", NULL);
    (void)bench_run(bench, database, "meeting", "confirm", "1", NULL);
    (void)bench_run(bench, database, "meeting", "add", "--group", "GA", "--title",
                    "Other", "--start", other, "--end", "12:30", NULL);
    (void)bench_run(bench, database, "meeting", "confirm", "2", NULL);
    (void)bench_run(bench, database, "person", "import", bench_path(bench, "door.csv"),
                    "--meeting", "1", NULL);
    return database;
}

/* --- a letter */

/* Into the field of the door and out of it again, a letter of each name in turn. */
static size_t
type_names(struct line *line, double processor[LETTERS_MOST])
{
    static const char *const names[] = { "martin", "bernar", "e",   "duroiez", "len",
                                         "ville",  "vis a",  "zzz", "a",       "lapo" };
    size_t count = 0;

    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
            for (const char *at = names[i]; *at; at++) {
                const char letter[2] = { *at, '\0' };
                line_press(line, letter);
                if (count < LETTERS_MOST)
                    processor[count++] = line_processor(line);
            }
            line_press(line, KEY_ESCAPE);
            line_rest(line, RELEASED);
        }
    return count;
}

static void
measure_letters(struct bench *bench, const char *database)
{
    struct figure figure = { .what = "a letter at the door, 20,000 expected: p50, p95",
                             .goal = "p95 <= 2 ms" };
    double processor[LETTERS_MOST];
    struct line *line = line_start(bench, database, 24, 80);

    line_press(line, "D");
    line_rest(line, 500);
    const size_t count = type_names(line, processor);
    line_end(line);
    sort_numbers(processor, count);
    figure_say(figure.value, "%.2f, %.2f ms", number_at(processor, count, 0.5),
               number_at(processor, count, 0.95));
    figure.verdict = number_at(processor, count, 0.95) <= 2;
    figure_print(bench, &figure);
}

/* --- a mark */

static void
mark(struct atelier *at, int64_t person)
{
    const struct attend_request request = { .meeting = 1,
                                            .person = person,
                                            .means = "door" };
    struct attend_outcome outcome;
    struct error err = { 0 };

    attend_outcome_init(&outcome);
    if (!attend_mark(at, &request, &outcome, &err))
        bench_give_up("%s", err.message);
    attend_outcome_clear(&outcome);
}

static void
seat(struct atelier *at, int64_t person)
{
    const struct register_request request = { .meeting = 2, .person = person };
    struct register_outcome outcome;
    struct error err = { 0 };

    if (!register_add(at, &request, &outcome, &err))
        bench_give_up("%s", err.message);
}

static double
seconds_of(void (*act)(struct atelier *at, int64_t person), struct atelier *at,
           int64_t person)
{
    const double begun = clock_now();

    act(at, person);
    return clock_now() - begun;
}

/* In turn, so that a slow moment of the disk is everybody's. */
static void
measure_marks(struct bench *bench, const char *database)
{
    struct figure figure = { .what = "a mark of presence, durable",
                             .goal = "<= 1.0 x a registration" };
    struct atelier *at = bench_open(database);
    double marks[ACTS];
    double seats[ACTS];

    mark(at, ACTS + 1); /* makes the slot of the meeting */
    seat(at, ACTS + 1);
    for (int i = 0; i < ACTS; i++) {
        marks[i] = seconds_of(mark, at, i + 1);
        seats[i] = seconds_of(seat, at, i + 1);
    }
    atelier_close(at);
    sort_numbers(marks, ACTS);
    sort_numbers(seats, ACTS);
    figure_say(figure.value, "%.3f ms", number_at(marks, ACTS, 0.5) * 1e3);
    figure_say(figure.floor, "%.3f ms", number_at(seats, ACTS, 0.5) * 1e3);
    figure.ratio = number_at(marks, ACTS, 0.5) / number_at(seats, ACTS, 0.5);
    figure.verdict = figure.ratio <= 1;
    figure_print(bench, &figure);
}

void
bench_door(struct bench *bench)
{
    const char *database = make_office(bench);

    measure_letters(bench, database);
    measure_marks(bench, database);
}
