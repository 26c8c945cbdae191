/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_editor.c - the longer text of an entry is written in the person's own editor
 *
 * What comes back is saved at once; what an editor left that broke off stands in the line
 * or in the text, as if it had been typed there, and in the draft.
 */
#include <stdlib.h>

#include "atelier/base/language.h"
#include "report/report_page.h"
#include "widget/own_editor.h"

static void
put(struct report_page *page, const char *text)
{
    text_area_set(&page->text, text);
    line_edit_go_to_end(&page->text.text);
}

static enum own_editor_end
run(struct report_page *page, struct ui *ui)
{
    char *written = NULL;

    if (page->draft.unkept_since != 0)
        report_draft_keep(page, ui);
    const enum own_editor_end end =
        own_editor_run(ui, text_area_text(&page->text), ENTRY_TEXT_MOST, &written);
    if (end != OWN_EDITOR_NOTHING)
        put(page, written);
    if (end == OWN_EDITOR_BROKEN)
        report_draft_keep(page, ui);
    free(written);
    return end;
}

/* True when nothing is left to be typed. */
static bool
save(struct report_page *page, struct ui *ui)
{
    if (page->mode == REPORT_EDITS ? report_edit_end(page, ui)
                                   : report_write_whole(page, ui))
        return true;
    report_draft_keep(page, ui);
    return false;
}

void
report_editor_go_on(struct report_page *page, struct ui *ui)
{
    if (run(page, ui) == OWN_EDITOR_SAVED)
        (void)save(page, ui);
}

void
report_editor_begin(struct ui *ui, void *state, int64_t argument)
{
    struct report_page *page = state;
    const struct report_stop *stop = report_page_stop(page);

    (void)argument;
    if (stop && stop->kind == STOP_ENTRY)
        report_edit_begin(page, ui, stop->id);
    else
        report_write_begin(page, ui);
    if (page->mode == REPORT_READS) /* the entry is gone, which was said */
        return;
    const enum own_editor_end end = run(page, ui);
    if (end == OWN_EDITOR_NOTHING)
        (void)report_typing_leave(page, ui);
    else if (end == OWN_EDITOR_SAVED && save(page, ui))
        page->mode = REPORT_READS;
}
