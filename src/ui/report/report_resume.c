/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_resume.c - goes on with what was typed into a report when the line dropped */
#include <stdlib.h>

#include "atelier/app/drafts.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "report/report_draft_name.h"
#include "report/report_page.h"
#include "widget/form.h"

static bool
find(struct report_page *page, struct ui *ui, struct draft *draft)
{
    struct atelier *at = ui_atelier(ui);
    struct error ignored = { 0 };
    bool more = drafts_find(at, NULL, 0, draft, &ignored);

    while (more && draft->id != 0 &&
           (!report_draft_is_one(draft) || draft->row != page->meeting ||
            drafts_is_in_use(draft))) {
        struct draft older = { 0 };

        more = drafts_next(at, draft, &older, &ignored);
        draft_clear(draft);
        *draft = older;
    }
    error_clear(&ignored);
    return more && draft->id != 0;
}

static int64_t
number_of(const char *fields, const char *name)
{
    struct buffer value = { 0 };
    int64_t number = 0;

    if (form_draft_add_value(fields, name, &value))
        number = strtoll(buffer_text(&value), NULL, 10);
    buffer_clear(&value);
    return number;
}

/* The text of an entry that a colleague removed since is one of a new entry. */
static void
restore(struct report_page *page, struct ui *ui, const struct draft *draft)
{
    const int64_t entry = number_of(draft->fields, "entry");
    struct buffer text = { 0 };

    (void)form_draft_add_value(draft->fields, "text", &text);
    if (entry != 0 && report_page_find(page, entry) < page->view.entries.count) {
        report_page_go(page, entry);
        report_edit_begin(page, ui, entry);
        page->base.head.rev = number_of(draft->fields, "entry_rev");
    } else {
        report_page_go(page, number_of(draft->fields, "after"));
        report_write_begin(page, ui);
        page->indent = number_of(draft->fields, "indent");
    }
    text_area_set(&page->text, buffer_text(&text));
    line_edit_go_to_end(&page->text.text);
    page->draft.id = draft->id;
    memory_replace(&page->draft.name, draft->screen);
    ui_say(ui, page->mode == REPORT_EDITS
                   ? _("What you were typing is back.  %%K{Ctrl-S} saves it.")
                   : _("What you were typing is back.  %%K{Enter} adds it."));
    buffer_clear(&text);
}

void
report_draft_resume(struct report_page *page, struct ui *ui)
{
    struct draft draft = { 0 };
    struct error ignored = { 0 };

    if (!page->view.is_locked && find(page, ui, &draft) &&
        drafts_take(ui_atelier(ui), &draft, &ignored))
        restore(page, ui, &draft);
    draft_clear(&draft);
    error_clear(&ignored);
}
