/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_reading.c - how the file of an import is read: which one, what its columns hold
 */
#include "screen/import_reading.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "screen/import_question.h"
#include "screen/import_view.h"
#include "widget/choose.h"

enum { SAMPLES = 3 };

void
import_reading_open(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    struct import *import = import_question_file(ui, &view->goal, !view->import);
    if (import)
        import_view_show(view, ui, import);
}

/* Each column with what it holds and some of its cells; which one?  The bar is on the
 * next one of those that were looked at. */
static int
choose_column(struct ui *ui, struct import *import, size_t next)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    struct buffer *texts = memory_new(count + 1, sizeof(*texts));
    const char **answers = memory_new(count + 1, sizeof(char *));

    for (size_t c = 0; c < count; c++) {
        struct buffer samples = { 0 };
        const enum import_target target =
            c < mapping->count ? import_column_brings(import, c) : IMPORT_NOTHING;
        import_add_samples(import, c, SAMPLES, &samples);
        /* TRANSLATORS: a column, what it holds, some of its cells */
        buffer_addf(&texts[c], samples.length > 0 ? _("%s → %s: %s") : "%s → %s%s",
                    headers[c], _(import_targets[target].label), buffer_text(&samples));
        answers[c] = buffer_text(&texts[c]);
        buffer_clear(&samples);
    }
    const int column =
        choose(ui, _("Which column?"), NULL, answers, count, next < count ? next : 0);
    for (size_t c = 0; c < count; c++)
        buffer_clear(&texts[c]);
    free(texts);
    free(answers);
    return column;
}

/* One of the targets, -1 when left as it was; the box covers what says which column. */
static int
choose_target(struct ui *ui, struct import *import, size_t column, size_t now)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const char *targets[IMPORT_TARGET_COUNT];
    struct buffer title = { 0 }, samples = { 0 };

    for (int t = 0; t < IMPORT_TARGET_COUNT; t++)
        targets[t] = _(import_targets[t].label);
    /* TRANSLATORS: the heading of a column */
    buffer_addf(&title, _("What does “%s” hold?"), headers[column]);
    import_add_samples(import, column, SAMPLES, &samples);
    const int target = choose(ui, buffer_text(&title), buffer_text(&samples), targets,
                              IMPORT_TARGET_COUNT, now);
    buffer_clear(&title);
    buffer_clear(&samples);
    return target;
}

/* What that column holds from now on; false: what it held. */
static bool
map_column(struct ui *ui, struct import_view *view, size_t column)
{
    struct import_mapping *mapping = import_mapping(view->import);
    const int target =
        choose_target(ui, view->import, column, (size_t)mapping->targets[column]);
    if (target < 0)
        return false;
    if (target == IMPORT_ROLE && !view->goal.group) {
        ui_refuse(ui, _("A role is one in a group, and these people join none.  Import "
                        "them from the group to take it."));
        return false;
    }
    if (target == IMPORT_WISH && !import_can_wish(view->import)) {
        ui_refuse(ui,
                  _("Wishes are for the workshops of a meeting.  Import the file from "
                    "the list of a meeting that has workshops to take them."));
        return false;
    }
    if (target == IMPORT_ANSWER && !import_can_answer(view->import, column)) {
        ui_refuse(ui, _("The heading of a column of answers is what the meeting asks.  "
                        "Import the file from the list of a meeting that asks it."));
        return false;
    }
    mapping->targets[column] = (enum import_target)target;
    import_view_judge(view, ui);
    import_view_step(view, IMPORT_WHOLE_FILE);
    return true;
}

/* The column, then what it holds; and the next one, until all are right. */
void
import_reading_mapping(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    size_t next = 0;

    while (!ui_is_leaving(ui)) {
        const int column = choose_column(ui, view->import, next);
        if (column < 0 || (size_t)column >= import_mapping(view->import)->count)
            return;
        next = (size_t)column + (map_column(ui, view, (size_t)column) ? 1 : 0);
    }
}

const char *
import_reading_why_not_remembered(struct ui *ui, void *state, int64_t argument)
{
    const char *why = import_view_why_no_file(ui, state, argument);
    struct buffer text = { 0 };
    if (!why)
        import_add_remembered(((struct import_view *)state)->import, &text);
    const bool any = text.length > 0;
    buffer_clear(&text);
    return why ? why : any ? NULL : _("The columns are not as they were set earlier.");
}

void
import_reading_forget(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    struct error err = { 0 };
    if (!import_forget_columns(view->import, &err)) {
        ui_fail(ui, &err);
        return;
    }
    import_view_judge(view, ui);
    import_view_step(view, IMPORT_WHOLE_FILE);
    ui_say(ui,
           _("The columns are guessed again; after the import, for later files too."));
}

void
import_reading_capitals(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    struct import_mapping *mapping = import_mapping(view->import);

    mapping->keep_capitals = !mapping->keep_capitals;
    import_view_judge(view, ui);
    import_view_step(view, IMPORT_WHOLE_FILE);
    ui_say(ui, mapping->keep_capitals ? _("Names in capitals stay as the file has them.")
                                      : _("DUPONT becomes Dupont."));
}

const char *
import_reading_why_nothing_new(struct ui *ui, void *state, int64_t argument)
{
    const char *why = import_view_why_no_rows(ui, state, argument);
    const struct import_view *view = state;

    if (why)
        return why;
    return import_new_names(view->import, IMPORT_CREATED_ORGANISATION) > 0
               ? NULL
               : _("The file has no organisation that is new.");
}

/* What is created changes who falls under a quota. */
void
import_reading_creates(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    enum import_creation creates;
    struct error err = { 0 };

    if (!import_question_creates(ui, view->import, &creates))
        return;
    if (!import_set_creates(view->import, creates, &err)) {
        ui_fail(ui, &err);
        return;
    }
    import_view_rehearse(view, ui);
    import_view_step(view, IMPORT_WHOLE_FILE);
}

const char *
import_reading_why_no_role(struct ui *ui, void *state, int64_t argument)
{
    const char *why = import_view_why_no_file(ui, state, argument);
    return why                                         ? why
           : ((struct import_view *)state)->goal.group ? NULL
                                                       : _("These people join no group.");
}

void
import_reading_role(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    int role = import_question_role(ui, view->import);
    if (role < 0)
        return;
    view->goal.role = (enum membership_role)role;
    import_set_role(view->import, view->goal.role);
    import_view_rehearse(view, ui);
    import_view_step(view, IMPORT_WHOLE_FILE);
}

/* The first lines of the file, each with its number. */
enum { LINES_SHOWN = 20 };

struct first_lines {
    struct buffer texts[LINES_SHOWN];
    const char *answers[LINES_SHOWN];
    int64_t numbers[LINES_SHOWN];
    size_t count;
    size_t headings;
};

static void
read_lines(struct import *import, struct first_lines *lines)
{
    struct error ignored = { 0 };
    for (size_t i = 0; i < LINES_SHOWN; i++) {
        struct buffer cells = { 0 };
        bool ok = import_add_line(import, i, &lines->numbers[i], &cells, &ignored);
        if (ok) {
            buffer_addf(&lines->texts[i], "%lld  %s", (long long)lines->numbers[i],
                        buffer_text(&cells));
            lines->answers[i] = buffer_text(&lines->texts[i]);
            if (lines->numbers[i] == import_headings_line(import))
                lines->headings = i;
            lines->count++;
        }
        buffer_clear(&cells);
        if (!ok)
            break;
    }
}

void
import_reading_headings(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    struct first_lines lines = { 0 };
    struct error err = { 0 };
    read_lines(view->import, &lines);
    int line = choose(ui, _("Which line holds the headings?"), NULL, lines.answers,
                      lines.count, lines.headings);
    bool ok = line < 0 ||
              import_set_headings_line(view->import, lines.numbers[line], &err) ||
              ui_fail(ui, &err);
    for (size_t i = 0; i < lines.count; i++)
        buffer_clear(&lines.texts[i]);
    if (line < 0 || !ok)
        return;
    import_view_judge(view, ui);
    import_view_step(view, IMPORT_WHOLE_FILE);
}

/* No heading is known, and nothing was said of the columns: the cells may say it. */
static bool
guesses_cells(struct ui *ui, struct import *import)
{
    struct error err = { 0 };
    if (!import_is_headless(import) || import_mapping_check(import_mapping(import), NULL))
        return false;
    if (!import_take_headless(import, &err))
        return !ui_fail(ui, &err);
    return import_mapping_check(import_mapping(import), NULL);
}

void
import_reading_headless(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    if (guesses_cells(ui, view->import))
        ui_say(ui, _("The first row is somebody: what the columns hold is guessed from "
                     "their cells.  %%K{import.reading} says so if it holds headings."));
    else
        import_set_headless(view->import, !import_is_headless(view->import));
    import_view_judge(view, ui);
    import_view_step(view, IMPORT_WHOLE_FILE);
}

void
import_reading_encoding(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct import_view *view = state;
    struct import *again = import_question_encoding(ui, view->import);
    if (again) {
        import_view_show(view, ui, again);
        import_view_keep(view);
    }
}

const char *
import_reading_why_no_encoding(struct ui *ui, void *state, int64_t argument)
{
    const char *why = import_view_why_no_file(ui, state, argument);
    if (why)
        return why;
    return import_sheet(((struct import_view *)state)->import)
               ? _("A workbook says itself how its letters are written.")
               : NULL;
}
