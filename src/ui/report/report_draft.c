/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_draft.c - what is typed into a report outlives a dropped line */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/drafts.h"
#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "report/report_draft_name.h"
#include "report/report_page.h"
#include "widget/draft_due.h"
#include "widget/form_item.h"

void
report_draft_note(struct report_page *page)
{
    draft_due_note(&page->draft.unkept_since);
}

int
report_draft_due(const struct report_page *page)
{
    return draft_due_in(page->draft.unkept_since);
}

static void
add_number(struct buffer *fields, const char *name, int64_t number)
{
    buffer_addf(fields, "%s=%lld\n", name, (long long)number);
}

static void
fill(const struct report_page *page, struct draft *draft)
{
    struct buffer fields = { 0 };
    const bool edits = page->mode == REPORT_EDITS;

    draft->id = page->draft.id;
    draft->row = page->meeting;
    draft->screen = memory_copy(page->draft.name ? page->draft.name : REPORT_DRAFT_NAME);
    draft->entity = memory_copy(meeting_entity.name);
    if (edits) {
        add_number(&fields, "entry", page->base.head.id);
        add_number(&fields, "entry_rev", page->base.head.rev);
    } else {
        add_number(&fields, "after", page->after);
        add_number(&fields, "indent", page->indent);
    }
    form_draft_add_line(&fields, "text", text_area_text(&page->text));
    draft->fields = buffer_take(&fields);
}

/* Another window of the login writes the draft of that name. */
static void
next_name(struct report_page *page)
{
    const char *at = page->draft.name ? strrchr(page->draft.name, '@') : NULL;
    struct buffer name = { 0 };

    buffer_addf(&name, "%s@%ld", REPORT_DRAFT_NAME,
                at ? strtol(at + 1, NULL, 10) + 1 : 2);
    free(page->draft.name);
    page->draft.name = buffer_take(&name);
    page->draft.id = 0;
}

static bool
keep(struct report_page *page, struct ui *ui, struct error *err)
{
    struct draft draft = { 0 };

    fill(page, &draft);
    const bool ok = drafts_keep(ui_atelier(ui), &draft, err);
    if (ok)
        page->draft.id = draft.id;
    draft_clear(&draft);
    return ok;
}

void
report_draft_keep(struct report_page *page, struct ui *ui)
{
    enum { NAMES_MOST = 9 };
    struct error err = { 0 };

    page->draft.unkept_since = 0;
    if (text_is_blank(text_area_text(&page->text))) {
        report_draft_drop(page, ui);
        return;
    }
    bool ok = keep(page, ui, &err);
    for (int i = 1; !ok && err.kind == ERROR_CONFLICT && i < NAMES_MOST; i++) {
        error_clear(&err);
        next_name(page);
        ok = keep(page, ui, &err);
    }
    if (!ok && err.kind == ERROR_CANCELLED)
        report_draft_note(page); /* a colleague writes: tried again */
    error_clear(&err);
}

void
report_draft_part(struct report_page *page, struct ui *ui)
{
    if (page->draft.unkept_since != 0)
        report_draft_keep(page, ui);
    if (page->draft.id != 0)
        next_name(page);
}

void
report_draft_drop(struct report_page *page, struct ui *ui)
{
    struct error ignored = { 0 };

    page->draft.unkept_since = 0;
    (void)drafts_drop(ui_atelier(ui), page->draft.id, &ignored);
    page->draft.id = 0;
    error_clear(&ignored);
}
