/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_bench.c - the four views of the calendar: what the first drawing and a key cost,
 * and that the large sample costs what the small one does
 */
#include <stdio.h>

#include "bench/line.h"

enum { ROUNDS = 15, RELEASED = 20, BYTES_MOST = 2000, KEY_MOST = 300 };

#define KEY_RIGHT "\033OC"
#define KEY_BACK_TAB "\033[Z"

struct view {
    const char *name;
    const char *way[6]; /* keys to the view before it */
    const char *open;   /* from there to it */
    const char *back;
    const char *key; /* walks in it */
};

static const struct view views[] = {
    { "a month", { "2" }, "3", "2", KEY_RIGHT },
    { "a week", { "3" }, "\t", KEY_BACK_TAB, KEY_RIGHT },
    { "the rooms of a day", { "3", "\t" }, "\t", KEY_BACK_TAB, KEY_DOWN },
    { "the agenda", { "3", "\t", "\t" }, "\t", KEY_BACK_TAB, KEY_DOWN },
};

struct cost {
    double bytes, processor; /* of the first drawing */
    double key_bytes, key_processor;
};

static void
press(struct line *line, const char *key, int round, double bytes[], double processor[])
{
    line_rest(line, RELEASED);
    line_press(line, key);
    bytes[round] = (double)line->bytes;
    processor[round] = line_processor(line);
}

static double
median(double numbers[ROUNDS])
{
    sort_numbers(numbers, ROUNDS);
    return number_at(numbers, ROUNDS, 0.5);
}

static struct cost
measure(const struct bench *bench, const char *database, const struct view *view)
{
    double bytes[ROUNDS], processor[ROUNDS], key_bytes[ROUNDS], key_processor[ROUNDS];
    struct line *line = line_start(bench, database, 24, 80);

    for (size_t i = 0; view->way[i] != NULL; i++)
        line_press(line, view->way[i]);
    for (int i = 0; i < ROUNDS; i++) {
        press(line, view->open, i, bytes, processor);
        line_rest(line, RELEASED);
        line_press(line, view->back);
    }
    line_press(line, view->open);
    for (int i = 0; i < ROUNDS; i++)
        press(line, view->key, i, key_bytes, key_processor);
    line_end(line);
    return (struct cost){ .bytes = median(bytes),
                          .processor = median(processor),
                          .key_bytes = median(key_bytes),
                          .key_processor = median(key_processor) };
}

static void
print_bytes(struct bench *bench, const char *what, const char *goal, double bytes,
            double most)
{
    struct figure figure = { .what = what, .goal = goal };

    figure_say(figure.value, "%.0f bytes", bytes);
    figure.verdict = bytes > 0 && bytes <= most;
    figure_print(bench, &figure);
}

static void
print_view(struct bench *bench, const struct view *view)
{
    const struct cost small = measure(bench, bench->small, view);
    const struct cost large = measure(bench, bench->large, view);
    struct figure figure = { .what = "  its processor time, beside the small sample",
                             .goal = "<= 1.2 x" };
    char what[64];

    (void)snprintf(what, sizeof(what), "%s of a million, drawn first", view->name);
    print_bytes(bench, what, "<= 2000", large.bytes, BYTES_MOST);
    figure_say(figure.value, "%.2f ms", large.processor);
    figure_say(figure.floor, "%.2f ms", small.processor);
    figure.ratio = large.processor / small.processor;
    figure.verdict = figure.ratio <= 1.2;
    figure_print(bench, &figure);
    print_bytes(bench, "  a key in it", "<= 300", large.key_bytes, KEY_MOST);
    figure =
        (struct figure){ .what = "  a key in it, processor time", .goal = "<= 1 ms" };
    figure_say(figure.value, "%.2f ms", large.key_processor);
    figure.verdict = large.key_processor <= 1;
    figure_print(bench, &figure);
}

void
bench_views(struct bench *bench)
{
    for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++)
        print_view(bench, &views[i]);
}
