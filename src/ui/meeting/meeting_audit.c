/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_audit.c - says what does not hold of the attendance of a meeting */
#include "meeting/meeting_audit.h"

#include "atelier/app/audit.h"
#include "atelier/base/language.h"
#include "sentence.h"
#include "widget/pager.h"

static void
add_finding(const struct ui *ui, const struct audit_list *list, size_t index,
            struct buffer *text)
{
    const struct audit_finding *finding = &list->items[index];

    if (index == 0 || finding->kind != list->items[index - 1].kind)
        buffer_addf(text, "%s# %s\n", index == 0 ? "" : "\n",
                    _(audit_kinds[finding->kind].label));
    buffer_addf(text, "%s\n", finding->says);
    if (finding->kind == AUDIT_SCAN) {
        sentence_add(ui, _("%K{meeting.scan} on the page of the meeting notes it."),
                     text);
        buffer_add_char(text, '\n');
    }
}

void
meeting_audit_show(struct ui *ui, void *state, int64_t argument)
{
    struct audit_list list = { 0 };
    struct buffer text = { 0 };
    struct error err = { 0 };

    (void)state;
    (void)argument;
    if (!audit_of_meeting(ui_atelier(ui), ui_id(ui), &list, &err)) {
        ui_fail(ui, &err);
    } else {
        for (size_t i = 0; i < list.count; i++)
            add_finding(ui, &list, i, &text);
        if (list.count == 0)
            buffer_addf(&text, "%s\n", _("All that is known holds."));
        buffer_add(&text, "\n");
        audit_add_unknown(ui_atelier(ui), &text);
        pager_run(ui, _("Signatures and sheets"), buffer_text(&text));
    }
    buffer_clear(&text);
    audit_list_clear(&list);
}
