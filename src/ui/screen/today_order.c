/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_order.c - in which order the first screen has the lines of each of its parts */
#include "screen/today_order.h"

#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "screen/today_lines.h"
#include "widget/choose.h"

static const char *const labels[TODAY_BY_COUNT] = {
    [TODAY_BY_NEXT] = N_("The usual order"), [TODAY_BY_DATE] = N_("Date"),
    [TODAY_BY_GROUP] = N_("Group"),          [TODAY_BY_TITLE] = N_("Title"),
    [TODAY_BY_TAKEN] = N_("Taken"),          [TODAY_BY_WHO] = N_("Who"),
};

char *
today_order_key(const struct today_order *order, today_shown shown)
{
    const char *text = order->by == TODAY_BY_NEXT ? NULL : shown[order->by];

    return text && *text ? fold_order_key(text) : NULL;
}

/* Whether a line that stands before another one belongs behind it. */
static bool
is_behind(const struct today_order *order, const struct today_line *line,
          const struct today_line *next)
{
    if (!line->order_key || !next->order_key)
        return !line->order_key && next->order_key;
    const int compared = strcmp(line->order_key, next->order_key);

    return order->reversed ? compared < 0 : compared > 0;
}

static void
exchange(struct today_line *a, struct today_line *b)
{
    const struct today_line line = *a;

    *a = *b;
    *b = line;
}

void
today_order_sort(const struct today_order *order, struct today_line *lines, size_t count)
{
    if (order->by == TODAY_BY_NEXT) {
        for (size_t i = 0; order->reversed && i < count / 2; i++)
            exchange(&lines[i], &lines[count - 1 - i]);
        return;
    }
    /* A part has few lines, and those that are alike stay as they were. */
    for (size_t i = 1; i < count; i++)
        for (size_t at = i; at > 0 && is_behind(order, &lines[at - 1], &lines[at]); at--)
            exchange(&lines[at - 1], &lines[at]);
}

bool
today_order_choose(struct today_order *order, struct ui *ui)
{
    const char *words[TODAY_BY_COUNT];

    for (int i = 0; i < TODAY_BY_COUNT; i++)
        words[i] = _(labels[i]);
    const int chosen =
        choose(ui, _("Sort by"), _("The present order once more: the other way round."),
               words, TODAY_BY_COUNT, order->by);
    if (chosen < 0)
        return false;
    order->reversed = (enum today_by)chosen == order->by && !order->reversed;
    order->by = (enum today_by)chosen;
    return true;
}

void
today_order_add(const struct today_order *order, struct buffer *text)
{
    if (order->by != TODAY_BY_NEXT)
        buffer_addf(text, order->reversed ? _("by %s, backwards") : _("by %s"),
                    _(labels[order->by]));
    else if (order->reversed)
        buffer_add(text, _("backwards"));
}
