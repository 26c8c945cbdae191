/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_decision.c - what the first screen asks about a meeting, in words */
#include "screen/today_decision.h"

#include "atelier/base/language.h"
#include "atelier/domain/report.h"
#include "atelier/domain/when.h"
#include "sentence.h"

/* The day on which the first of them came in, by the office's clock: "29/11". */
static void
add_day(struct ui *ui, instant when, struct buffer *text)
{
    struct local_time local;

    if (!atelier_local_time(ui_atelier(ui), when, NULL, &local, NULL))
        local = local_time_from_instant(when);
    when_format_brief_day(local.date, text);
}

static void
add_came_in(struct ui *ui, const struct today_item *item, struct buffer *text)
{
    const char *name = item->other_title ? item->other_title : "";
    struct buffer day = { 0 };

    add_day(ui, item->since, &day);
    if (item->count == 1)
        /* TRANSLATORS: name, day and month */
        buffer_addf(text, _("%s came in from the list on %s: say so"), name,
                    buffer_text(&day));
    else
        buffer_addf(text,
                    /* TRANSLATORS: number, day and month, name */
                    ngettext("%lld person came in since %s: say so, first to %s",
                             "%lld people came in since %s: say so, first to %s",
                             (unsigned long)item->count),
                    (long long)item->count, buffer_text(&day), name);
    buffer_clear(&day);
}

/* Of a meeting that was held; `state` of its report, or none. */
static const char *
report_question(int64_t state)
{
    if (state == REPORT_CIRCULATED)
        return _("its report is not final yet: %K{today.open} opens it");
    if (state == REPORT_DRAFT)
        return _("its report is a draft: %K{today.open} opens it");
    return _("no report is written yet: %K{today.open} begins it");
}

void
today_decision_add(struct ui *ui, const struct today_item *item, struct buffer *text)
{
    unsigned long count = (unsigned long)item->count;
    switch (item->kind) {
    case TODAY_PENDING:
        buffer_addf(
            text,
            ngettext("%lu person waits for a yes", "%lu people wait for a yes", count),
            count);
        break;
    case TODAY_OFFERED:
        buffer_addf(text, _("a seat is offered to %s"),
                    item->other_title ? item->other_title : "");
        break;
    case TODAY_CAME_IN:
        add_came_in(ui, item, text);
        break;
    case TODAY_WAITING_FREE_SEAT:
        buffer_addf(text,
                    ngettext("%lu person who waits could have a free seat",
                             "%lu people who wait could have a free seat", count),
                    count);
        break;
    case TODAY_WORKSHOP_FREE_SEAT:
        buffer_addf(text,
                    /* TRANSLATORS: number, title of a workshop */
                    ngettext("%lu person who waits could have a free seat in “%s”",
                             "%lu people who wait could have a free seat in “%s”", count),
                    count, item->other_title ? item->other_title : "");
        break;
    case TODAY_NOT_CONVENED:
        buffer_add(text, _("nobody is invited yet"));
        break;
    case TODAY_OVERBOOKED:
        buffer_addf(text,
                    ngettext("overbooked by %lu seat", "overbooked by %lu seats", count),
                    count);
        break;
    case TODAY_CLASH:
        buffer_add(text, item->other_title);
        break;
    case TODAY_HOUR_MOVED:
        buffer_addf(text, _("its hour in UTC moved: rules of %s changed"),
                    item->other_title ? item->other_title : "");
        break;
    case TODAY_POSTPONED:
        buffer_add(text, _("postponed: give it a day and confirm it"));
        break;
    case TODAY_STILL_OPEN:
        buffer_add(text, _("did it take place, or was it cancelled?"));
        break;
    case TODAY_UNREPORTED:
        sentence_add(ui, report_question(item->count), text);
        break;
    }
}
