/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gallery.c - every widget on a screen, over rows that fake_rooms.c invents
 *
 * The tests of the interface play it, so that the loop, lists, forms and
 * dialogs are tried without a database.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/browse.h"
#include "atelier/app/sample.h"
#include "atelier/base/language.h"
#include "atelier/domain/room.h"
#include "child_watch.h"
#include "fake_app.h"
#include "global_actions.h"
#include "loop.h"
#include "noun/noun.h"
#include "noun/noun_actions.h"
#include "resume.h"
#include "screen.h"
#include "widget/ask.h"
#include "widget/choose.h"
#include "widget/confirm.h"
#include "widget/list.h"
#include "widget/list_marks.h"
#include "widget/pager.h"
#include "widget/picker.h"
#include "widget/progress.h"

/* --- rooms: a list */

struct room_list {
    struct list list;
};

static bool
room_list_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct room_list *screen = state;

    (void)ui;
    (void)id;
    (void)err;
    list_init(&screen->list, LISTING_ROOM);
    screen->list.many = true;
    screen->list.empty = "No room yet.  Press %K{room.add} to add the first one.";
    return true;
}

static void
close_rooms(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const int64_t *ids;
    size_t count = list_marked(state, &ids);

    if (confirm(ui, "Close them", "Close %zu rooms for a day?", count))
        ui_say(ui, "Closed %zu rooms.", count);
    else
        ui_say(ui, "Nothing was closed.");
    list_unmark(state);
}

static void
ask_reason(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    char *reason =
        ask(ui, "Why?", "The reason is kept in the journal and shown to everybody.", NULL,
            true);

    (void)state;
    ui_say(ui, "Reason: %s", reason == NULL ? "none" : reason);
    free(reason);
}

static void
choose_one(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const char *const answers[] = { "The first", "The second", "The third" };

    (void)state;
    ui_say(ui, "Answer %d.", choose(ui, "Which one?", NULL, answers, 3, 1));
}

static void
pick_one(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    ui_say(ui, "Picked %lld.",
           (long long)picker_run(ui, "Room", ENTITY_ROOM, NULL, &noun_picker));
}

static void
work(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct progress progress;
    int64_t done = 0;

    (void)state;
    progress_start(&progress, ui, "Counting");
    while (done < 1000000000 && !progress_step(&progress, done, 1000000000))
        done++;
    progress_end(&progress);
    ui_say(ui, done < 1000000000 ? "Stopped." : "Counted.");
}

static void
crash(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    (void)state;
    abort();
}

static const char *
why_never(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    (void)state;
    return "Only an administrator may do this; ask one.";
}

static const struct action room_actions[] = { { .name = "room.edit",
                                                .keys = "Enter e",
                                                .menu = N_("Room"),
                                                .label = N_("Change"),
                                                .hint = N_("change"),
                                                .needs = NEEDS_ROW | NEEDS_WRITING,
                                                .argument = ENTITY_ROOM,
                                                .run = noun_edit_row },
                                              { .name = "room.add",
                                                .keys = "n Ins",
                                                .menu = N_("Room"),
                                                .label = N_("Add"),
                                                .hint = N_("add"),
                                                .needs = NEEDS_WRITING,
                                                .argument = ENTITY_ROOM,
                                                .run = noun_add_row },
                                              { .name = "room.remove",
                                                .keys = "x Del",
                                                .menu = N_("Room"),
                                                .label = N_("Remove"),
                                                .hint = N_("remove"),
                                                .needs = NEEDS_ROW | NEEDS_WRITING,
                                                .argument = ENTITY_ROOM,
                                                .run = noun_remove_row },
                                              { .name = "room.close",
                                                .keys = "c",
                                                .menu = N_("Room"),
                                                .label = "Close for a day",
                                                .hint = "close",
                                                .help = "Takes the room out of planning.",
                                                .run = close_rooms },
                                              { .name = "room.detail",
                                                .keys = "d",
                                                .menu = N_("Room"),
                                                .label = "Details",
                                                .hint = "details",
                                                .argument = SCREEN_GROUP,
                                                .run = list_open_row },
                                              { .name = "room.forbidden",
                                                .keys = "f",
                                                .menu = N_("Room"),
                                                .label = "Forbidden",
                                                .argument = ENTITY_ROOM,
                                                .blocked = why_never,
                                                .run = noun_remove_row },
                                              { .name = "try.ask",
                                                .keys = "r",
                                                .menu = "Try",
                                                .label = "Ask a reason",
                                                .run = ask_reason },
                                              { .name = "try.choose",
                                                .keys = "o",
                                                .menu = "Try",
                                                .label = "Choose one",
                                                .run = choose_one },
                                              { .name = "try.pick",
                                                .keys = "p",
                                                .menu = "Try",
                                                .label = "Pick a room",
                                                .run = pick_one },
                                              { .name = "try.work",
                                                .keys = "w",
                                                .menu = "Try",
                                                .label = "Work for long",
                                                .run = work },
                                              { .name = "try.save",
                                                .keys = "s",
                                                .menu = "Files",
                                                .label = "Save into a file",
                                                .hint = "save",
                                                .help =
                                                    "Writes what is shown into a file.",
                                                .needs = NEEDS_FILES,
                                                .run = work },
                                              { .name = "try.crash",
                                                .keys = "Ctrl-X",
                                                .menu = "Try",
                                                .label = "Crash",
                                                .run = crash },
                                              ACTION_END };

static const struct screen room_list_screen = {
    .name = "room_list",
    .title = N_("Rooms"),
    .size = sizeof(struct room_list),
    .open = room_list_open,
    .actions = room_actions,
    LIST_SCREEN,
};

/* --- an empty list */

static bool
nothing_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct room_list *screen = state;

    (void)ui;
    (void)id;
    (void)err;
    list_init(&screen->list, LISTING_CATEGORY);
    screen->list.empty =
        "No category yet.  Categories sort organisations: agglomeration, state, "
        "association ...  Press %K{room.add} to add the first one.";
    return true;
}

/* Work that ends when its gate is opened, and not before. */
static int gate = -1;

static void
child_ended(struct ui *ui, void *context, const struct child *child)
{
    int64_t done, total;
    struct error err = { 0 };

    (void)context;
    child_progress(child, &done, &total);
    if (child_succeeded(child, &err))
        ui_say(ui, "The work beside has ended: %lld of %lld.", (long long)done,
               (long long)total);
    else
        ui_fail(ui, &err);
}

static void
start_child(struct ui *ui, void *state, int64_t argument)
{
    static const char *const arguments[] = { "/bin/sh", "-c",
                                             "cat <&3 > /dev/null; echo '3 3'", NULL };
    struct child_request request = { .arguments = arguments };
    struct error err = { 0 };
    int ends[2];

    (void)state;
    (void)argument;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    request.document = ends[0];
    struct child *child = child_start(&request, &err);
    (void)close(ends[0]);
    gate = ends[1];
    if (!child)
        ui_fail(ui, &err);
    else if (child_watch(ui, child, child_ended, NULL))
        ui_say(ui, "The work beside has begun.");
}

static void
open_gate(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    (void)close(gate);
    ui_say(ui, "The gate is open.");
}

static const struct action nothing_actions[] = {
    { .name = "try.child",
      .keys = "b",
      .menu = "Try",
      .label = "Work beside the screen",
      .run = start_child },
    { .name = "try.gate",
      .keys = "o",
      .menu = "Try",
      .label = "Let that work end",
      .run = open_gate },
    ACTION_END,
};

static const struct screen nothing_screen = {
    .name = "nothing",
    .title = N_("Nothing"),
    .size = sizeof(struct room_list),
    .open = nothing_open,
    .actions = nothing_actions,
    LIST_SCREEN,
};

/* --- a text */

struct detail {
    struct pager pager;
};

static bool
detail_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct detail *screen = state;
    char text[400];

    (void)ui;
    (void)err;
    (void)snprintf(text, sizeof(text),
                   "# Room %lld\nPérigueux, Łódź, 東京, e\xcc\x81\n\n# Escape\n"
                   "\033[31mnot red\033[0m \xe2\x80\xae reversed",
                   (long long)id);
    pager_set(&screen->pager, text);
    return true;
}

static void
detail_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct detail *screen = state;

    (void)ui;
    (void)fresh;
    pager_draw(&screen->pager, area);
}

static bool
detail_key(void *state, struct ui *ui, const struct key *key)
{
    struct detail *screen = state;

    (void)ui;
    return pager_key(&screen->pager, key);
}

static void
detail_close(void *state)
{
    struct detail *screen = state;

    pager_clear(&screen->pager);
}

static const struct screen room_screen = {
    .name = "room",
    .title = N_("Room"),
    .size = sizeof(struct detail),
    .open = detail_open,
    .draw = detail_draw,
    .key = detail_key,
    .close = detail_close,
};

/* --- instead of screens.def */

static const struct screen *const sections[] = { &room_list_screen, &nothing_screen,
                                                 NULL };

/* The text stands where a meeting would. */
static const struct screen *const screens[SCREEN_COUNT] = {
    [SCREEN_ROOM_LIST] = &room_list_screen,
    [SCREEN_CATEGORY_LIST] = &nothing_screen,
    [SCREEN_GROUP] = &room_screen,
};

static void
open_found(struct ui *ui, enum entity_kind kind, int64_t id)
{
    (void)noun_edit(ui, kind, id);
}

/* `gallery restricted` is one for a login without files and without a shell. */
int
main(int argc, char **argv)
{
    bool restricted = argc > 1 && strcmp(argv[1], "restricted") == 0;
    struct ui_tables tables = {
        .screens = screens,
        .sections = sections,
        .screen_actions = screen_actions,
        .dialog_actions = dialog_actions,
        .withheld = restricted ? NEEDS_FILES | NEEDS_TERMINAL : 0,
        .first = resume_drafts,
        .open_found = open_found,
    };
    struct error err = { 0 };
    struct atelier *at = fake_atelier();

    language_start(NULL, LOCALEDIR);
    bool ok = ui_run(at, &tables, &err);
    fake_atelier_free(at);
    if (ok)
        return 0;
    (void)fprintf(stderr, "gallery: %s\n", err.message);
    return error_exit_status(err.kind);
}
