/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_bench.c - what one key costs on the line and in the processor */
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "bench/line.h"

enum { ROUNDS = 15, RELEASED = 20 };

/* To the last row of a page of 18, which scrolls from there on. */
#define THREE_DOWN KEY_DOWN KEY_DOWN KEY_DOWN
#define PAGE_OF_DOWN THREE_DOWN THREE_DOWN THREE_DOWN THREE_DOWN THREE_DOWN THREE_DOWN

/* One kind of key: how to come there, what is pressed, and how to go back. */
struct stroke {
    const char *what;
    const char *goal;
    const char *way;   /* keys before the first round */
    const char *key;   /* what is measured; NULL: the letters of a name in turn */
    const char *back;  /* keys after each round */
    double bytes_most; /* the goal */
};

struct cost {
    double bytes[ROUNDS];
    double processor[ROUNDS];
};

static void
go(struct line *line, const char *keys)
{
    /* One key after the other: an escape sequence is one. */
    while (*keys != '\0') {
        char key[8] = "";
        size_t length = 1;
        if (*keys == '\033' && (keys[1] == 'O' || keys[1] == '['))
            length = keys[1] == 'O' ? 3 : 4;
        memcpy(key, keys, length);
        line_press(line, key);
        keys += length;
    }
}

static void
measure(const struct bench *bench, const char *database, const struct stroke *stroke,
        struct cost *cost)
{
    struct line *line = line_start(bench, database, 24, 80);

    go(line, stroke->way);
    for (int i = 0; i < ROUNDS; i++) {
        char letter[2] = { "Montgomery-Fitzgerald"[i], '\0' };
        line_press(line, stroke->key != NULL ? stroke->key : letter);
        cost->bytes[i] = (double)line->bytes;
        cost->processor[i] = line_processor(line);
        go(line, stroke->back);
        line_rest(line, RELEASED); /* or the next press would be of a held key */
    }
    sort_numbers(cost->bytes, ROUNDS);
    sort_numbers(cost->processor, ROUNDS);
    line_end(line);
}

/* The floor of processor time: a loop that reads a key and writes as many bytes. */
static void
echo_bytes(void *count)
{
    static char bytes[4096];
    char key[16];

    memset(bytes, 'x', sizeof(bytes));
    (void)!write(STDOUT_FILENO, bytes, 1);
    while (read(STDIN_FILENO, key, sizeof(key)) > 0)
        (void)!write(STDOUT_FILENO, bytes, *(size_t *)count);
}

static double
measure_echo(double bytes)
{
    size_t count = (size_t)bytes;
    double times[ROUNDS];
    struct line *line = line_start_bare(echo_bytes, &count);

    for (int i = 0; i < ROUNDS; i++) {
        line_press(line, "x");
        times[i] = line_processor(line);
    }
    line_end(line);
    sort_numbers(times, ROUNDS);
    return number_at(times, ROUNDS, 0.5);
}

static void
print_stroke(struct bench *bench, const struct stroke *stroke, const struct cost *cost)
{
    double bytes = number_at(cost->bytes, ROUNDS, 0.5);
    double processor = number_at(cost->processor, ROUNDS, 0.5);
    double least = measure_echo(bytes);
    char what[80];
    struct figure figure = { .what = stroke->what, .goal = stroke->goal };

    figure_say(figure.value, "%.0f bytes", bytes);
    figure.verdict = bytes > 0 && bytes <= stroke->bytes_most;
    figure_print(bench, &figure);
    (void)snprintf(what, sizeof(what), "  its processor time");
    figure = (struct figure){ .what = what, .goal = "<= 1 ms" };
    figure_say(figure.value, "%.3f ms", processor);
    figure_say(figure.floor, "echo %.3f ms", least);
    figure.ratio = processor / least;
    figure.verdict = processor <= 1;
    figure_print(bench, &figure);
}

static void
measure_resize(struct bench *bench)
{
    struct figure figure = { .what = "resize to 120x40, in bytes",
                             .goal = "<= 3200, no clear" };
    struct line *line = line_start(bench, bench->large, 24, 80);

    line_forget(line);
    line_resize(line, 40, 120);
    line_rest(line, 250);
    figure_say(figure.value, "%zu%s", line->bytes, line->cleared ? ", cleared" : "");
    figure.verdict = line->bytes <= 3200 && !line->cleared;
    line_end(line);
    figure_print(bench, &figure);
}

void
bench_keys(struct bench *bench)
{
    static const struct stroke near = {
        "Down in a list of a million, at row 1", "<= 300", "5", KEY_DOWN, KEY_UP, 300
    };
    static const struct stroke far = { "Down in a list of a million, at its end",
                                       "<= 300",
                                       "5" KEY_END KEY_UP KEY_UP,
                                       KEY_DOWN,
                                       KEY_UP,
                                       300 };
    static const struct stroke strokes[] = {
        { "a list scrolls by one", "<= 130", "5" PAGE_OF_DOWN, KEY_DOWN, "", 130 },
        { "a page down", "<= 1400", "5", KEY_PAGE_DOWN, "", 1400 },
        { "open a record", "<= 1100", "5", KEY_ENTER, KEY_ESCAPE, 1100 },
        { "a typed letter in a form", "<= 10", "5n", NULL, "", 10 },
    };
    struct cost cost;

    measure(bench, bench->crowd, &near, &cost);
    print_stroke(bench, &near, &cost);
    measure(bench, bench->crowd, &far, &cost);
    print_stroke(bench, &far, &cost);
    for (size_t i = 0; i < sizeof(strokes) / sizeof(strokes[0]); i++) {
        measure(bench, bench->large, &strokes[i], &cost);
        print_stroke(bench, &strokes[i], &cost);
    }
    measure_resize(bench);
}
