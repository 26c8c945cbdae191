/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_screen.c - a colleague's spreadsheet: what it would do, row by row, before it
 * does it */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/import_people.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/working_group.h"
#include "screen.h"
#include "screen/import_draw.h"
#include "screen/import_question.h"
#include "sentence.h"
#include "widget/choose.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"
#include "widget/pager.h"
#include "widget/progress.h"

struct import_screen {
    struct import_goal goal;
    struct import *import;
    bool written; /* the rows were, since they were read */
    bool stale;   /* the database moved since: to be judged anew */
    bool rehearsed;
    struct import_outcome rehearsal; /* seats included */
    size_t selected;
    size_t top;
    int rows; /* of the last drawing */
};

static bool
import_people_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    struct import_screen *screen = state;
    screen->goal.meeting = id;
    return atelier_may(ui_atelier(ui), ACT_PERSON_IMPORT_NEEDS,
                       (struct row_ref){ ENTITY_MEETING, id }, err);
}

static bool
import_members_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    const struct row_ref group = { ENTITY_WORKING_GROUP, id };
    struct import_screen *screen = state;
    screen->goal.group = id;
    return atelier_may(ui_atelier(ui), ACT_PERSON_IMPORT_NEEDS, group, err) &&
           atelier_may(ui_atelier(ui), ACT_MEMBERSHIP_JOIN_NEEDS, group, err);
}

static void
import_people_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)state;
    (void)ui;
    buffer_add(buffer, _("Import people"));
}

static void
import_people_close(void *state)
{
    import_free(((struct import_screen *)state)->import);
}

/* What the rows would do to the seats of a meeting, and who joins a group: only doing it
 * tells. */
static void
rehearse(struct import_screen *screen, struct ui *ui)
{
    screen->rehearsed = false;
    if (!screen->goal.meeting && !screen->goal.group)
        return;
    struct progress progress;
    progress_start(&progress, ui,
                   screen->goal.meeting ? _("Counting the seats")
                                        : _("Counting the members"));
    struct error ignored = { 0 };
    screen->rehearsed = import_rehearse(screen->import, progress_step, &progress,
                                        &screen->rehearsal, &ignored);
    progress_end(&progress);
}

static bool
judge(struct import_screen *screen, struct ui *ui)
{
    struct progress progress;
    progress_start(&progress, ui, _("Reading the rows"));
    struct error err = { 0 };
    bool ok = import_judge(screen->import, progress_step, &progress, &err);
    progress_end(&progress);
    if (screen->selected >= import_row_count(screen->import))
        screen->selected = 0;
    if (!ok)
        return ui_fail(ui, &err);
    rehearse(screen, ui);
    return true;
}

/* Takes a file that was read in the place of the one before. */
static void
show_file(struct import_screen *screen, struct ui *ui, struct import *import)
{
    import_free(screen->import);
    screen->import = import;
    screen->written = false;
    screen->selected = screen->top = 0;
    if (*import_notes(import))
        pager_run(ui, _("About this file"), import_notes(import));
    judge(screen, ui);
}

static void
open_file(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    struct import *import = import_question_file(ui, &screen->goal);
    if (import)
        show_file(screen, ui, import);
}

static size_t
row_count(const struct import_screen *screen)
{
    return screen->import ? import_row_count(screen->import) : 0;
}

static void
draw_empty(const struct ui *ui, struct area area)
{
    struct area text = { area.top + 1, area.left + 2, area.rows - 1, area.columns - 4 };
    paint_clear(area);
    sentence_paint(
        ui, text,
        _("Press %K{import.open} to open a CSV file, a workbook (.xlsx) or address cards "
          "(.vcf).  You see what it would do before anything is written."));
    paint_cursor(text.top, area.left);
}

static void
import_people_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    (void)fresh;
    struct import_screen *screen = state;
    if (!screen->import || area.rows <= IMPORT_DRAW_HEAD_ROWS) {
        draw_empty(ui, area);
        return;
    }
    const struct import_outcome *rehearsal =
        screen->rehearsed && !screen->written ? &screen->rehearsal : NULL;
    int head = import_draw_head(screen->import, rehearsal, area);
    screen->rows = area.rows - head;
    size_t rows = (size_t)screen->rows;
    if (screen->selected < screen->top)
        screen->top = screen->selected;
    if (screen->selected >= screen->top + rows)
        screen->top = screen->selected - rows + 1;
    for (size_t i = 0; i < rows; i++) {
        int row = area.top + head + (int)i;
        if (screen->top + i < row_count(screen))
            import_draw_row(screen->import, screen->top + i,
                            screen->top + i == screen->selected, area, row);
        else
            paint_text(row, area.left, area.columns, STYLE_PLAIN, "");
    }
}

static void
move_to(struct import_screen *screen, int64_t to)
{
    int64_t last = (int64_t)row_count(screen) - 1;
    to = to > last ? last : to;
    screen->selected = to < 0 ? 0 : (size_t)to;
}

static bool
import_people_key(void *state, struct ui *ui, const struct key *key)
{
    (void)ui;
    struct import_screen *screen = state;
    int64_t at = (int64_t)screen->selected;
    switch (key->press) {
    case PRESS_UP:
        move_to(screen, at - 1);
        return true;
    case PRESS_DOWN:
        move_to(screen, at + 1);
        return true;
    case PRESS_PAGE_UP:
        move_to(screen, at - screen->rows);
        return true;
    case PRESS_PAGE_DOWN:
        move_to(screen, at + screen->rows);
        return true;
    case PRESS_HOME:
        move_to(screen, 0);
        return true;
    case PRESS_END:
        move_to(screen, (int64_t)row_count(screen));
        return true;
    default:
        return false;
    }
}

static const char *
why_no_file(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    return ((struct import_screen *)state)->import
               ? NULL
               : _("Open a file first, with %K{import.open}.");
}

static const char *
why_no_rows(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const char *why = why_no_file(ui, state, argument);
    if (why)
        return why;
    return row_count(state) ? NULL : _("The file has no rows.");
}

/* The column, then what it holds. */
static void
change_mapping(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    size_t count;
    const char *const *headers = import_headers(screen->import, &count);
    struct import_mapping *mapping = import_mapping(screen->import);
    int column = choose(ui, _("Which column?"), NULL, headers, count, 0);
    if (column < 0 || (size_t)column >= mapping->count)
        return;
    const char *targets[IMPORT_TARGET_COUNT];
    for (int t = 0; t < IMPORT_TARGET_COUNT; t++)
        targets[t] = _(import_targets[t].label);
    int target = choose(ui, _("What does it hold?"), headers[column], targets,
                        IMPORT_TARGET_COUNT, (size_t)mapping->targets[column]);
    if (target < 0)
        return;
    mapping->targets[column] = (enum import_target)target;
    judge(screen, ui);
}

static void
toggle_capitals(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    struct import_mapping *mapping = import_mapping(screen->import);

    mapping->keep_capitals = !mapping->keep_capitals;
    judge(screen, ui);
    ui_say(ui, mapping->keep_capitals ? _("Names in capitals stay as the file has them.")
                                      : _("DUPONT becomes Dupont."));
}

static const char *
why_no_new_category(struct ui *ui, void *state, int64_t argument)
{
    const char *why = why_no_rows(ui, state, argument);
    size_t count = 0;
    if (!why)
        (void)import_new_categories(((struct import_screen *)state)->import, &count);
    return why ? why : count > 0 ? NULL : _("The file has no category that is new.");
}

/* The categories that are new are created as well, or not. */
static void
toggle_categories(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    bool create = !import_creates_categories(screen->import);
    struct error err = { 0 };
    if (!import_create_categories(screen->import, create, &err))
        ui_fail(ui, &err);
    else
        ui_say(ui, "%s",
               create ? _("The new categories will be created.")
                      : _("Organisations of a new category come without one."));
}

static const char *
why_no_role(struct ui *ui, void *state, int64_t argument)
{
    const char *why = why_no_file(ui, state, argument);
    return why ? why
           : ((struct import_screen *)state)->goal.group
               ? NULL
               : _("These people join no group.");
}

static void
change_role(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    int role = import_question_role(ui, screen->goal.role);
    if (role < 0)
        return;
    screen->goal.role = (enum membership_role)role;
    import_set_role(screen->import, screen->goal.role);
}

static void
toggle_headless(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    import_set_headless(screen->import, !import_is_headless(screen->import));
    judge(screen, ui);
}

static void
change_encoding(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    struct import *again = import_question_encoding(ui, screen->import);
    if (again)
        show_file(screen, ui, again);
}

static const char *
why_no_encoding(struct ui *ui, void *state, int64_t argument)
{
    const char *why = why_no_file(ui, state, argument);
    if (why)
        return why;
    return import_sheet(((struct import_screen *)state)->import)
               ? _("A workbook says itself how its letters are written.")
               : NULL;
}

static bool
is_left_out(const struct import_screen *screen, size_t index)
{
    enum import_verdict verdict = import_row_verdict(screen->import, index);
    return verdict == IMPORT_DOUBTFUL || verdict == IMPORT_REFUSED ||
           import_row_is_full(screen->import, index);
}

static void
go_to_left_out(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    size_t count = row_count(screen);
    for (size_t i = 1; i <= count; i++) {
        size_t at = (screen->selected + i) % count;
        if (is_left_out(screen, at)) {
            screen->selected = at;
            return;
        }
    }
    ui_say(ui, "%s", _("No row is doubtful, refused or without a seat."));
}

/* A doubtful row: the known person, somebody new, or left out. */
static void
settle(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    struct import_row row = { 0 };
    struct error err = { 0 };
    enum { PUT_BACK = 3 };
    int answer = 0;
    bool ok = import_row_load(screen->import, screen->selected, &row, &err);
    if (ok && row.away)
        answer = import_question_away(ui, &row) ? PUT_BACK : 0;
    else if (ok && row.verdict == IMPORT_DOUBTFUL)
        answer = import_question_who(ui, &row);
    else if (ok)
        ui_say(ui, "%s", row.reason ? row.reason : _("There is nothing to decide here."));
    if (ok && answer == PUT_BACK)
        ok = import_put_back(screen->import, screen->selected, &err);
    else if (ok && answer > 0)
        ok = import_settle(screen->import, screen->selected, answer == 2 ? row.person : 0,
                           &err);
    if (!ok)
        ui_fail(ui, &err);
    else if (answer > 0)
        rehearse(screen, ui);
    import_row_clear(&row);
}

/* Whoever imports must tell them: they are on no list. */
static void
show_seatless(struct ui *ui, const struct import_screen *screen)
{
    struct buffer text = { 0 };
    struct import_row row = { 0 };
    for (size_t i = 0; i < row_count(screen); i++) {
        if (!import_row_is_full(screen->import, i) ||
            !import_row_load(screen->import, i, &row, NULL))
            continue;
        import_draw_add_person(&row, &text);
        buffer_add_char(&text, '\n');
    }
    if (text.length > 0)
        pager_run(ui, _("No seat was left for these people"), buffer_text(&text));
    import_row_clear(&row);
    buffer_clear(&text);
}

static void
say_outcome(struct ui *ui, const struct import_screen *screen,
            const struct import_outcome *outcome)
{
    if (screen->goal.meeting && outcome->waiting > 0)
        ui_say(ui,
               _("%" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " registered, of them %" PRId64 " waiting; %" PRId64
                 " without a seat.  %%K{program.undo} takes all of it back."),
               outcome->added, outcome->changed, outcome->registered, outcome->waiting,
               outcome->full);
    else if (screen->goal.meeting)
        ui_say(ui,
               _("%" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " registered, %" PRId64
                 " without a seat.  %%K{program.undo} takes it back."),
               outcome->added, outcome->changed, outcome->registered, outcome->full);
    else if (screen->goal.group)
        ui_say(ui,
               _("%" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " joined the group.  %%K{program.undo} takes it back."),
               outcome->added, outcome->changed, outcome->joined);
    else
        ui_say(ui,
               _("%" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " organisations created.  %%K{program.undo} takes it back."),
               outcome->added, outcome->changed, outcome->organisations);
}

static void
run(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    int64_t counts[IMPORT_VERDICT_COUNT];
    import_counts(screen->import, counts);
    if (!import_question_write(ui, screen->import, &screen->rehearsal))
        return;
    struct progress progress;
    progress_start(&progress, ui, _("Importing"));
    struct import_outcome outcome;
    struct error err = { 0 };
    bool ok = import_run(screen->import, progress_step, &progress, &outcome, &err);
    progress_end(&progress);
    if (!ok) {
        ui_fail(ui, &err);
        return;
    }
    screen->written = true;
    show_seatless(ui, screen);
    if (counts[IMPORT_REFUSED] + counts[IMPORT_DOUBTFUL] + outcome.full == 0)
        ui_back(ui);
    else
        judge(screen, ui);
    say_outcome(ui, screen, &outcome);
}

static void
save_refused(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_screen *screen = state;
    struct error err = { 0 };
    int64_t rows;
    char *path = NULL;
    for (;;) {
        char *typed = file_ask(
            ui, _("Save the rows that are left out"),
            _("A new CSV file, like ~/left-out.csv; the reasons stand beside the rows."),
            path, true);
        free(path);
        path = typed;
        if (!path)
            return;
        if (import_save_refused(screen->import, path, &rows, &err))
            break;
        ui_fail(ui, &err);
        error_clear(&err);
    }
    struct buffer name = { 0 };
    file_path_add(&name, path);
    ui_say(ui,
           ngettext("%" PRId64 " row saved to %s.", "%" PRId64 " rows saved to %s.",
                    (unsigned long)rows),
           rows, buffer_text(&name));
    buffer_clear(&name);
    free(path);
}

/* What was written may have been taken back since.  Before that, what a person decided of
 * the rows is not judged away: the run itself looks again. */
static bool
import_people_reload(void *state, struct ui *ui, struct error *err)
{
    (void)ui;
    (void)err;
    struct import_screen *screen = state;
    screen->stale = screen->written && !import_is_current(screen->import);
    return true;
}

static int
import_people_tick_in(void *state)
{
    const struct import_screen *screen = state;
    return screen->stale ? 0 : -1;
}

static void
import_people_tick(void *state, struct ui *ui)
{
    struct import_screen *screen = state;
    screen->stale = false;
    screen->written = false;
    judge(screen, ui);
}

/* The file is what one comes here for: it is asked for at once. */
static void
import_people_begin(void *state, struct ui *ui)
{
    open_file(ui, state, 0);
}

static const struct action actions[] = {
    { .name = "import.settle",
      .keys = "Enter",
      .menu = N_("Import"),
      .label = N_("Decide a doubtful row"),
      .hint = N_("decide"),
      .blocked = why_no_rows,
      .run = settle },
    { .name = "import.next",
      .keys = "n Tab",
      .menu = N_("Import"),
      .label = N_("The next doubtful or refused row"),
      .hint = N_("next doubtful"),
      .blocked = why_no_rows,
      .run = go_to_left_out },
    { .name = "import.run",
      .keys = "w",
      .menu = N_("Import"),
      .label = N_("Write the new and changed people"),
      .hint = N_("write"),
      .help = N_("All of it is one act: %K{program.undo} takes it back whole."),
      .blocked = why_no_rows,
      .run = run },
    { .name = "import.mapping",
      .keys = "m",
      .menu = N_("Import"),
      .label = N_("Change what a column holds"),
      .hint = N_("columns"),
      .blocked = why_no_file,
      .run = change_mapping },
    { .name = "import.encoding",
      .keys = "e",
      .menu = N_("Import"),
      .label = N_("Change the encoding of the file"),
      .help = N_("Where accents are wrong: shows some names in each encoding."),
      .blocked = why_no_encoding,
      .run = change_encoding },
    { .name = "import.headless",
      .keys = "f",
      .menu = N_("Import"),
      .label = N_("The first row is somebody, or headings"),
      .blocked = why_no_file,
      .run = toggle_headless },
    { .name = "import.capitals",
      .keys = "c",
      .menu = N_("Import"),
      .label = N_("Names in capitals: DUPONT or Dupont"),
      .blocked = why_no_rows,
      .run = toggle_capitals },
    { .name = "import.categories",
      .keys = "a",
      .menu = N_("Import"),
      .label = N_("Create the categories that are new"),
      .hint = N_("new categories"),
      .permission = ACT_CATEGORY_ADD_NEEDS,
      .blocked = why_no_new_category,
      .run = toggle_categories },
    { .name = "import.role",
      .keys = "z",
      .menu = N_("Import"),
      .label = N_("What they become in the group"),
      .blocked = why_no_role,
      .run = change_role },
    { .name = "import.save",
      .keys = "s",
      .menu = N_("Import"),
      .label = N_("Save the rows that are left out"),
      .hint = N_("save"),
      .blocked = why_no_rows,
      .needs = NEEDS_FILES,
      .run = save_refused },
    { .name = "import.open",
      .keys = "o",
      .menu = N_("Import"),
      .label = N_("Open another file"),
      .hint = N_("open"),
      .needs = NEEDS_FILES,
      .run = open_file },
    ACTION_END
};

#define IMPORT_SCREEN                                                                    \
    .title = N_("Import people"), .size = sizeof(struct import_screen),                  \
    .actions = actions, .begin = import_people_begin, .close = import_people_close,      \
    .add_title = import_people_add_title, .reload = import_people_reload,                \
    .draw = import_people_draw, .key = import_people_key,                                \
    .tick_in = import_people_tick_in, .tick = import_people_tick

const struct screen import_people_screen = {
    .name = "import_people",
    .about = &meeting_entity,
    .open = import_people_open,
    IMPORT_SCREEN,
};

const struct screen import_members_screen = {
    .name = "import_members",
    .about = &working_group_entity,
    .open = import_members_open,
    IMPORT_SCREEN,
};
