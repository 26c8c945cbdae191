/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_bench.c - the four views of the calendar: what the first drawing and a key cost,
 * and that a large database costs what a small one does whose months are as full
 *
 * A frame is drawn before it is asked what clashes in it: that is a line of its own.
 */
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#include "atelier/app/edit.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/working_group.h"
#include "atelier/domain/workshop.h"
#include "bench/line.h"

enum {
    ROUNDS = 15,
    RELEASED = 20,
    JUDGED = 150, /* behind the pause of agenda_judge.h too */
    FRAME_MOST = 10000,
    BYTES_MOST = 2000,
    KEY_MOST = 300
};

#define KEY_RIGHT "\033OC"
#define KEY_LEFT "\033OD"
#define KEY_BACK_TAB "\033[Z"

struct view {
    const char *name;
    const char *way[6]; /* keys to the view before it */
    const char *open;   /* from there to it */
    const char *back;
    const char *key;   /* walks in it */
    const char *other; /* every second time, where it soon is at an end */
};

static const struct view views[] = {
    { "a month", { "2" }, "3", "2", KEY_RIGHT, KEY_RIGHT },
    { "a week", { "3" }, "\t", KEY_BACK_TAB, KEY_RIGHT, KEY_RIGHT },
    { "the rooms of a day", { "3", "\t" }, "\t", KEY_BACK_TAB, KEY_LEFT, KEY_RIGHT },
    { "the agenda", { "3", "\t", "\t" }, "\t", KEY_BACK_TAB, KEY_DOWN, KEY_DOWN },
};

/* --- the small sample, with the meetings of the large one that its views show today */

enum {
    MEETINGS = 30, /* of the small sample, which are in both */
    WORKSHOPS = 8,
    GROUPS = 8,
    ROWS_MOST = 20000,
    DAYS_AROUND = 60,
    DAY_SECONDS = 86400
};

struct copying {
    struct atelier *from, *to;
    int64_t groups[ROWS_MOST], meetings[ROWS_MOST]; /* by their ids there: those here */
};

/* A row of the other database as a new one here. */
static int64_t
add(const struct copying *copying, const struct entity *entity, void *record, char **uid)
{
    struct record *head = record;
    struct questions questions = { 0 };
    struct error err = { 0 };

    *head = (struct record){ 0 };
    if (uid) {
        free(*uid);
        *uid = NULL;
    }
    if (!edit_add(copying->to, entity, record, &questions, &err))
        bench_give_up("%s", err.message);
    questions_clear(&questions);
    return head->id;
}

static bool
load(const struct copying *copying, const struct entity *entity, int64_t id, void *record)
{
    struct error err = { 0 };
    const bool ok = id < ROWS_MOST && edit_load(copying->from, entity, id, record, &err);

    error_clear(&err);
    return ok;
}

static int64_t
copy_group(struct copying *copying, int64_t id)
{
    struct working_group group;

    if (id <= GROUPS)
        return id;
    record_init(&working_group_entity, &group);
    if (copying->groups[id] == 0 && load(copying, &working_group_entity, id, &group))
        copying->groups[id] = add(copying, &working_group_entity, &group, NULL);
    record_clear(&working_group_entity, &group);
    return copying->groups[id];
}

static void
copy_meetings(struct copying *copying)
{
    const instant now = time(NULL);
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    for (int64_t id = MEETINGS + 1; load(copying, &meeting_entity, id, &meeting); id++) {
        if (llabs(meeting.start_at - now) <= (instant)DAYS_AROUND * DAY_SECONDS) {
            meeting.group = copy_group(copying, meeting.group);
            copying->meetings[id] =
                add(copying, &meeting_entity, &meeting, &meeting.ics_uid);
        }
        record_clear(&meeting_entity, &meeting);
    }
}

static void
copy_workshops(struct copying *copying)
{
    struct workshop workshop;

    record_init(&workshop_entity, &workshop);
    for (int64_t id = WORKSHOPS + 1; load(copying, &workshop_entity, id, &workshop);
         id++) {
        workshop.meeting = copying->meetings[workshop.meeting];
        if (workshop.meeting != 0)
            (void)add(copying, &workshop_entity, &workshop, &workshop.ics_uid);
        record_clear(&workshop_entity, &workshop);
    }
}

/* The agenda says of each meeting how many have a seat: where nobody is on the lists of
 * the copies it would find no counts to add up, and the small database would cost less
 * than a small one does.  The counts alone are what it reads. */
static void
copy_counts(const struct copying *copying, const char *from, const char *to)
{
    sqlite3 *sqlite = NULL;
    struct buffer sql = { 0 };

    buffer_addf(&sql, "ATTACH '%s' AS large; BEGIN;", from);
    for (int64_t id = 0; id < ROWS_MOST; id++)
        if (copying->meetings[id] != 0)
            buffer_addf(&sql,
                        "INSERT INTO head_count SELECT %" PRId64
                        ", workshop, state, role,"
                        " category, people FROM large.head_count"
                        " WHERE meeting = %" PRId64 " AND workshop = 0;",
                        copying->meetings[id], id);
    buffer_add(&sql, "COMMIT;");
    if (sqlite3_open_v2(to, &sqlite, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
        sqlite3_exec(sqlite, buffer_text(&sql), NULL, NULL, NULL) != SQLITE_OK)
        bench_give_up("%s: %s", to, sqlite3_errmsg(sqlite));
    sqlite3_close(sqlite);
    buffer_clear(&sql);
}

static const char *
make_small(const struct bench *bench)
{
    const char *path = bench_path(bench, "views.db");
    struct copying *copying = calloc(1, sizeof *copying);

    if (copying == NULL)
        bench_give_up("no memory");
    (void)bench_run(bench, path, "init", "--sample", NULL);
    copying->from = bench_open(bench->large);
    copying->to = bench_open(path);
    copy_meetings(copying);
    copy_workshops(copying);
    atelier_close(copying->from);
    atelier_close(copying->to);
    copy_counts(copying, bench->large, path);
    free(copying);
    return path;
}

/* --- */

struct cost {
    double bytes, frame, judging; /* frame and judging: milliseconds of the processor */
};

/* Of every round. */
struct costs {
    double bytes[ROUNDS], frame[ROUNDS], judging[ROUNDS];
};

/* What the first frame costs.  The clock of a process that runs on another processor is
 * that of its last tick: the program is stopped while it is read. */
static double
frame_processor(struct line *line)
{
    struct pollfd input = { .fd = line->fd, .events = POLLIN };

    if (poll(&input, 1, FRAME_MOST) <= 0)
        bench_give_up("a key draws nothing");
    (void)kill(line->pid, SIGSTOP);
    (void)waitpid(line->pid, NULL, WUNTRACED);
    const double processor = line_processor(line);
    (void)kill(line->pid, SIGCONT);
    return processor;
}

static void
press(struct line *line, const char *key, int round, struct costs *costs)
{
    line_rest(line, RELEASED);
    line_forget(line);
    line_send(line, key);
    costs->frame[round] = frame_processor(line);
    line_rest(line, JUDGED);
    costs->judging[round] = line_processor(line) - costs->frame[round];
    costs->bytes[round] = (double)line->bytes;
}

static double
median(double numbers[ROUNDS])
{
    sort_numbers(numbers, ROUNDS);
    return number_at(numbers, ROUNDS, 0.5);
}

static struct cost
median_of(struct costs *costs)
{
    return (struct cost){ .bytes = median(costs->bytes),
                          .frame = median(costs->frame),
                          .judging = median(costs->judging) };
}

/* The databases whose views are compared. */
enum { FEW, MANY, DATABASES };

static struct line *
start_before(const struct bench *bench, const char *database, const struct view *view)
{
    struct line *line = line_start(bench, database, 24, 80);

    for (size_t i = 0; view->way[i] != NULL; i++)
        line_press(line, view->way[i]);
    return line;
}

/* What opening the view costs, and a key in it: by both in turn, so that what else the
 * machine does is the same for both. */
static void
measure(const struct bench *bench, const char *const databases[DATABASES],
        const struct view *view, struct cost opened[DATABASES],
        struct cost key[DATABASES])
{
    struct costs costs[DATABASES];
    struct line *lines[DATABASES];

    for (int k = 0; k < DATABASES; k++)
        lines[k] = start_before(bench, databases[k], view);
    for (int i = 0; i < ROUNDS * DATABASES; i++) {
        const int k = i % DATABASES;
        press(lines[k], view->open, i / DATABASES, &costs[k]);
        line_rest(lines[k], RELEASED);
        line_press(lines[k], view->back);
    }
    for (int k = 0; k < DATABASES; k++) {
        opened[k] = median_of(&costs[k]);
        line_press(lines[k], view->open);
    }
    for (int i = 0; i < ROUNDS * DATABASES; i++) {
        const int k = i % DATABASES;
        const int round = i / DATABASES;
        press(lines[k], round % 2 == 0 ? view->key : view->other, round, &costs[k]);
    }
    for (int k = 0; k < DATABASES; k++) {
        key[k] = median_of(&costs[k]);
        line_end(lines[k]);
    }
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
print_times(struct bench *bench, const char *what, double large, double small)
{
    struct figure figure = { .what = what, .goal = "<= 1.2 x" };

    figure_say(figure.value, "%.2f ms", large);
    figure_say(figure.floor, "%.2f ms", small);
    figure.ratio = large / small;
    figure.verdict = figure.ratio <= 1.2;
    figure_print(bench, &figure);
}

/* For the eye: the clashes have a goal of their own. */
static void
print_judging(struct bench *bench, double large, double small)
{
    struct figure figure = { .what = "  what clashes, asked after it",
                             .goal = "",
                             .verdict = VERDICT_NONE };

    figure_say(figure.value, "%.2f ms", large);
    figure_say(figure.floor, "%.2f ms", small);
    figure.ratio = small > 0 ? large / small : 0;
    figure_print(bench, &figure);
}

static void
print_key(struct bench *bench, const struct cost *key)
{
    struct figure figure = { .what = "  a key in it, processor time", .goal = "<= 1 ms" };

    print_bytes(bench, "  a key in it", "<= 300", key->bytes, KEY_MOST);
    figure_say(figure.value, "%.2f ms", key->frame);
    figure.verdict = key->frame <= 1;
    figure_print(bench, &figure);
}

static void
print_view(struct bench *bench, const char *few, const struct view *view)
{
    const char *const databases[DATABASES] = { [FEW] = few, [MANY] = bench->large };
    struct cost opened[DATABASES], key[DATABASES];
    char what[64];

    measure(bench, databases, view, opened, key);
    (void)snprintf(what, sizeof(what), "%s of a million, drawn first", view->name);
    print_bytes(bench, what, "<= 2000", opened[MANY].bytes, BYTES_MOST);
    print_times(bench, "  its processor time, beside one of few rows", opened[MANY].frame,
                opened[FEW].frame);
    print_judging(bench, opened[MANY].judging, opened[FEW].judging);
    print_key(bench, &key[MANY]);
}

void
bench_views(struct bench *bench)
{
    const char *few = make_small(bench);

    for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++)
        print_view(bench, few, &views[i]);
}
