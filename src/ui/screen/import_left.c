/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_left.c - an import that was left: offered when its file is opened again */
#include "screen/import_left.h"

#include "atelier/app/import_draft.h"
#include "atelier/base/language.h"
#include "widget/choose.h"
#include "widget/file_ask.h"
#include "widget/form.h"

static void
add_when(struct ui *ui, instant at, struct buffer *text)
{
    struct buffer when = { 0 };

    form_draft_add_time(ui, at, &when);
    buffer_addf(text, _("You were at this file on %s."), buffer_text(&when));
    buffer_clear(&when);
}

char *
import_left_ask_path(struct ui *ui, const char *title, const char *text, const char *left,
                     instant at)
{
    struct buffer said = { 0 };

    if (!left)
        return file_ask(ui, title, text, NULL, true);
    add_when(ui, at, &said);
    ui_say(ui, "%s", buffer_text(&said));
    buffer_clear(&said);
    return file_ask_offered(ui, title, text, left);
}

void
import_left_say(struct ui *ui, bool kept)
{
    ui_say(ui, "%s",
           kept ? _("Nothing was written; importing the same file again goes on where "
                    "you were.")
                : _("Nothing was written."));
}

enum import_left_answer
import_left_ask(struct ui *ui, const char *title, instant at)
{
    struct buffer text = { 0 };

    add_when(ui, at, &text);
    const char *const answers[] = { _("Go on"), _("Begin anew") };
    const int answer = choose(ui, title, buffer_text(&text), answers, 2, 0);
    buffer_clear(&text);
    return answer < 0    ? IMPORT_LEFT_BACK
           : answer == 0 ? IMPORT_LEFT_GO_ON
                         : IMPORT_LEFT_ANEW;
}

/* A workbook whose sheet is gone is to be asked about again. */
static bool
waits_for_sheet(const struct import *import)
{
    size_t count;
    (void)import_sheets(import, &count);
    return count > 1 && !import_sheet(import);
}

/* The file has other rows now: what was decided of them is gone, what its columns hold is
 * not. */
static bool
begin_anew(struct ui *ui, struct import_draft *draft, struct import *import)
{
    struct error err = { 0 };
    const bool ok = !waits_for_sheet(import) &&
                    (import_draft_take_up(draft, import, &err) || ui_fail(ui, &err));

    if (ok)
        (void)import_draft_keep(import, &err);
    ui_say(ui, _("The file has changed since you were at it: its rows begin anew."));
    return ok;
}

static bool
go_on(struct ui *ui, struct import_draft *draft, struct import *import)
{
    struct error err = { 0 };
    return import_draft_take_up(draft, import, &err) || ui_fail(ui, &err);
}

static bool
take_up(struct ui *ui, struct import_draft *draft, struct import *import, bool *back)
{
    struct error ignored = { 0 };
    if (draft->changed)
        return begin_anew(ui, draft, import);
    const enum import_left_answer answer =
        import_left_ask(ui, _("Import people"), draft->at);
    *back = answer == IMPORT_LEFT_BACK;
    if (answer == IMPORT_LEFT_GO_ON && go_on(ui, draft, import))
        return true;
    if (answer != IMPORT_LEFT_BACK)
        (void)import_draft_drop(import, &ignored);
    return false;
}

struct import *
import_left_offer(struct ui *ui, const char *path, const struct import_goal *goal,
                  bool *back)
{
    struct import_draft draft = { 0 };
    struct import *import = NULL;
    struct error ignored = { 0 };

    *back = false;
    if (import_draft_find(ui_atelier(ui), path, goal, &draft, &ignored) && draft.id != 0)
        import = import_draft_open(ui_atelier(ui), path, goal, &draft, &ignored);
    if (import && !take_up(ui, &draft, import, back)) {
        import_free(import);
        import = NULL;
    }
    import_draft_clear(&draft);
    return import;
}
