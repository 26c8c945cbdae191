/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_screen.c - a colleague's spreadsheet: what it would do, row by row, before it
 * does it */
#include "atelier/app/import_draft.h"
#include "atelier/app/import_people.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/working_group.h"
#include "screen.h"
#include "screen/import_deciding.h"
#include "screen/import_draw.h"
#include "screen/import_left.h"
#include "screen/import_reading.h"
#include "screen/import_view.h"
#include "screen/import_writing.h"
#include "sentence.h"
#include "widget/choose.h"

static bool
import_people_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct import_view *view = state;
    view->goal.meeting = id;
    return import_may_into(ui_atelier(ui), &view->goal, err);
}

static bool
import_members_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct import_view *view = state;
    view->goal.group = id;
    return import_may_into(ui_atelier(ui), &view->goal, err);
}

static void
import_people_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)state;
    (void)ui;
    buffer_add(buffer, _("Import people"));
}

/* What was done with the file is kept already. */
static void
import_people_leave(void *state, struct ui *ui)
{
    const struct import_view *view = state;

    if (view->import && !view->written)
        import_left_say(ui, import_draft_any(view->import));
}

static void
import_people_close(void *state)
{
    import_view_clear(state);
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
    struct import_view *view = state;
    if (!view->import || area.rows <= IMPORT_DRAW_HEAD_ROWS) {
        draw_empty(ui, area);
        return;
    }
    const struct import_outcome *rehearsal =
        view->rehearsed && !view->written ? &view->rehearsal : NULL;
    const char *refusal =
        !view->rehearsed && view->refusal.kind ? view->refusal.message : NULL;
    int head = import_draw_head(view->import, rehearsal, refusal, area);
    view->rows = area.rows - head;
    size_t rows = (size_t)view->rows;
    if (view->selected < view->top)
        view->top = view->selected;
    if (view->selected >= view->top + rows)
        view->top = view->selected - rows + 1;
    for (size_t i = 0; i < rows; i++) {
        int row = area.top + head + (int)i;
        if (view->top + i < import_view_row_count(view))
            import_draw_row(view->import, view->top + i, view->top + i == view->selected,
                            area, row);
        else
            paint_text(row, area.left, area.columns, STYLE_PLAIN, "");
    }
}

static void
move_to(struct import_view *view, int64_t to)
{
    int64_t last = (int64_t)import_view_row_count(view) - 1;
    to = to > last ? last : to;
    view->selected = to < 0 ? 0 : (size_t)to;
}

static bool
import_people_key(void *state, struct ui *ui, const struct key *key)
{
    (void)ui;
    struct import_view *view = state;
    int64_t at = (int64_t)view->selected;
    switch (key->press) {
    case PRESS_UP:
        move_to(view, at - 1);
        return true;
    case PRESS_DOWN:
        move_to(view, at + 1);
        return true;
    case PRESS_PAGE_UP:
        move_to(view, at - view->rows);
        return true;
    case PRESS_PAGE_DOWN:
        move_to(view, at + view->rows);
        return true;
    case PRESS_HOME:
        move_to(view, 0);
        return true;
    case PRESS_END:
        move_to(view, (int64_t)import_view_row_count(view));
        return true;
    default:
        return false;
    }
}

/* What was written may have been taken back since.  Before that, what a person decided of
 * the rows is not judged away: the run itself looks again. */
static bool
import_people_reload(void *state, struct ui *ui, struct error *err)
{
    (void)ui;
    (void)err;
    struct import_view *view = state;
    view->stale = view->written && !import_is_current(view->import);
    return true;
}

static int
import_people_tick_in(void *state)
{
    const struct import_view *view = state;
    return view->stale ? 0 : -1;
}

static void
import_people_tick(void *state, struct ui *ui)
{
    struct import_view *view = state;
    view->stale = false;
    view->written = false;
    import_view_judge(view, ui);
}

/* The file is what one comes here for: it is asked for at once. */
static void
import_people_begin(void *state, struct ui *ui)
{
    import_reading_open(ui, state, 0);
}

/* The actions that have no key of their own: which of them? */
static void choose_reading(struct ui *ui, void *state, int64_t argument);

static const struct action actions[] = {
    { .name = "import.settle",
      .keys = "Enter e",
      .menu = N_("Import"),
      .label = N_("Decide or mend a row"),
      .hint = N_("decide"),
      .help = N_("Again on the same row to decide or mend it otherwise.  Until the rows "
                 "are written, %K{program.undo} takes back what you did last."),
      .blocked = import_deciding_why_not_settled,
      .run = import_deciding_settle },
    { .name = "import.next",
      .keys = "f g",
      .menu = N_("Import"),
      .label = N_("The next doubtful or refused row"),
      .hint = N_("next doubtful"),
      .blocked = import_view_why_no_rows,
      .run = import_deciding_next },
    { .name = "import.leave_out",
      .keys = "d",
      .menu = N_("Import"),
      .label = N_("Leave out a row, or what is wrong in a refused one"),
      .help = N_("Of a refused row the e-mail, telephone, language and so on that cannot "
                 "be read is left out; the person comes.  Any other row is left out "
                 "whole.  The same key again takes it back."),
      .blocked = import_deciding_why_not_left_out,
      .run = import_deciding_leave_out },
    { .name = "import.run",
      .keys = "F2 Ctrl-S",
      .menu = N_("Import"),
      .label = N_("Write the new and changed people"),
      .hint = N_("import"),
      .help = N_("All of it is one act: %K{program.undo} takes it back whole."),
      .blocked = import_view_why_no_rows,
      .run = import_writing_run },
    { .name = "import.mapping",
      .keys = "Tab",
      .menu = N_("Import"),
      .label = N_("Change what a column holds"),
      .hint = N_("columns"),
      .blocked = import_view_why_no_file,
      .run = import_reading_mapping },
    { .name = "import.reading",
      .keys = "E",
      .menu = N_("Import"),
      .label = N_("How the file is read"),
      .hint = N_("reading"),
      .help = N_("Its encoding, which line holds the headings, names in capitals, what "
                 "people become in a group: chosen from a list."),
      .blocked = import_view_why_no_file,
      .run = choose_reading },
    { .name = "import.encoding",
      .menu = N_("Import"),
      .label = N_("Change the encoding of the file"),
      .help = N_("Where accents are wrong: shows some names in each encoding."),
      .blocked = import_reading_why_no_encoding,
      .run = import_reading_encoding },
    { .name = "import.forget",
      .menu = N_("Import"),
      .label = N_("Forget how the columns were set, and guess"),
      .help = N_("Once people are written, what you said of the columns holds for the "
                 "next file that has these headings."),
      .blocked = import_reading_why_not_remembered,
      .run = import_reading_forget },
    { .name = "import.headless",
      .menu = N_("Import"),
      .label = N_("The first row is somebody, or headings"),
      .blocked = import_view_why_no_file,
      .run = import_reading_headless },
    { .name = "import.headings",
      .menu = N_("Import"),
      .label = N_("Say which line holds the headings"),
      .help = N_("What stands above it is passed over: a title, a date."),
      .blocked = import_view_why_no_file,
      .run = import_reading_headings },
    { .name = "import.capitals",
      .menu = N_("Import"),
      .label = N_("Names in capitals: DUPONT or Dupont"),
      .blocked = import_view_why_no_rows,
      .run = import_reading_capitals },
    { .name = "import.role",
      .menu = N_("Import"),
      .label = N_("What they become in the group"),
      .blocked = import_reading_why_no_role,
      .run = import_reading_role },
    { .name = "import.save",
      .keys = "x",
      .menu = N_("Import"),
      .label = N_("Save the rows that are left out"),
      .hint = N_("left out"),
      .help =
          N_("Those that are refused or doubtful, and who finds no seat, as a CSV file "
             "with the reasons: to be mended, or sent back."),
      .blocked = import_writing_why_none_left_out,
      .needs = NEEDS_FILES,
      .run = import_writing_save },
    { .name = "import.creates",
      .keys = "n",
      .menu = N_("Import"),
      .label = N_("Choose what is created of what is new"),
      .hint = N_("what is new"),
      .help = N_("Organisations, their categories as well, or nothing: then people come "
                 "without an organisation that is new."),
      .blocked = import_reading_why_nothing_new,
      .run = import_reading_creates },
    { .name = "import.open",
      .keys = "i",
      .menu = N_("Import"),
      .label = N_("Open another file"),
      .hint = N_("open"),
      .needs = NEEDS_FILES,
      .run = import_reading_open },
    ACTION_END
};

static void
choose_reading(struct ui *ui, void *state, int64_t argument)
{
    const struct action *offered[sizeof(actions) / sizeof(actions[0])];
    const char *labels[sizeof(actions) / sizeof(actions[0])];
    size_t count = 0;

    (void)argument;
    for (const struct action *action = actions; action->name; action++)
        if (!action->keys && !action->blocked(ui, state, action->argument)) {
            labels[count] = _(action->label);
            offered[count++] = action;
        }
    const int chosen = choose(ui, _("How the file is read"), NULL, labels, count, 0);
    if (chosen >= 0)
        offered[chosen]->run(ui, state, offered[chosen]->argument);
}

#define IMPORT_SCREEN                                                                    \
    .title = N_("Import people"), .size = sizeof(struct import_view),                    \
    .actions = actions, .begin = import_people_begin, .leave = import_people_leave,      \
    .close = import_people_close, .add_title = import_people_add_title,                  \
    .reload = import_people_reload, .draw = import_people_draw,                          \
    .key = import_people_key, .take_back = import_view_take_back,                        \
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
