/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_page.c - a tab of a meeting that is a list: the head above it */
#include "meeting/meeting_page.h"

#include "atelier/base/language.h"
#include "screen.h"

bool
meeting_page_reload(void *state, struct ui *ui, struct error *err)
{
    struct meeting_page *page = state;

    if (page->head.meeting.head.id == 0)
        meeting_head_init(&page->head);
    return meeting_head_load(&page->head, ui, page->list.query.scope, err) &&
           list_load(&page->list, ui, err);
}

void
meeting_page_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct meeting_page *page = state;

    list_draw(&page->list, ui, meeting_head_draw(&page->head, ui, area), fresh);
}

void
meeting_page_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct meeting_page *page = state;

    (void)ui;
    meeting_head_add_title(&page->head, buffer);
}

const char *
meeting_page_lacks(const void *state, unsigned needs)
{
    const struct meeting_page *page = state;
    const char *reason = list_screen_lacks(state, needs);

    if (!reason && needs & NEEDS_OPEN_MEETING && !meeting_is_open(&page->head.meeting))
        reason = _("The meeting is cancelled or closed: it does not change any more.");
    return reason;
}

void
meeting_page_close(void *state)
{
    struct meeting_page *page = state;

    meeting_head_clear(&page->head);
    list_clear(&page->list);
}
