/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_clashes.c - says what a meeting clashes with, and what was accepted */
#include "meeting/meeting_clashes.h"

#include "atelier/app/clashes.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "widget/list.h"
#include "widget/pager.h"

static void
write_acceptance(struct ui *ui, const struct clash *clash, struct buffer *text)
{
    struct local_time when;
    struct buffer day = { 0 };

    if (!atelier_local_time(ui_atelier(ui), clash->accepted_at, NULL, &when, NULL))
        when = local_time_from_instant(clash->accepted_at);
    when_format_local_time(when, &day);
    if (clash->reason)
        buffer_addf(text, _("    accepted by %s, %s: %s"), clash->accepted_by,
                    buffer_text(&day), clash->reason);
    else
        buffer_addf(text, _("    accepted by %s, %s"), clash->accepted_by,
                    buffer_text(&day));
    buffer_add(text, "\n");
    buffer_clear(&day);
}

static void
write_clash(struct ui *ui, const struct clash *clash, struct buffer *text)
{
    buffer_add(text, text->length > 0 ? "\n# " : "# ");
    clash_add_name(clash, text);
    buffer_add(text, "\n");
    clash_describe_part(ui_atelier(ui), clash, text);
    buffer_add(text, "\n");
    if (clash->is_accepted)
        write_acceptance(ui, clash, text);
}

static bool
find(struct ui *ui, int64_t id, struct buffer *title, struct clash_list *list,
     struct error *err)
{
    struct clash_side side = { 0 };
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    const bool ok = edit_load(ui_atelier(ui), &meeting_entity, id, &meeting, err) &&
                    (!meeting_takes_place(&meeting) ||
                     clashes_of_meeting(ui_atelier(ui), &meeting, CLASH_ANY, list, err));
    if (ok) {
        side = (struct clash_side){ .title = meeting.title,
                                    .start = meeting.start,
                                    .end = meeting.end,
                                    .zone = meeting.zone };
        clash_add_meeting(ui_atelier(ui), &side, title);
    }
    record_clear(&meeting_entity, &meeting);
    return ok;
}

void
meeting_clashes_tell(struct ui *ui, int64_t meeting)
{
    struct clash_list list = { 0 };
    struct buffer title = { 0 };
    struct buffer text = { 0 };
    struct error err = { 0 };

    if (!find(ui, meeting, &title, &list, &err)) {
        ui_fail(ui, &err);
    } else if (list.count == 0) {
        ui_say(ui, _("%s clashes with nothing."), buffer_text(&title));
    } else {
        for (size_t i = 0; i < list.count; i++)
            write_clash(ui, &list.items[i], &text);
        pager_run(ui, buffer_text(&title), buffer_text(&text));
    }
    clash_list_clear(&list);
    buffer_clear(&title);
    buffer_clear(&text);
}

void
meeting_clashes_show(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    meeting_clashes_tell(ui, ui_id(ui));
}

void
meeting_clashes_show_row(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    meeting_clashes_tell(ui, list_selected(state));
}
