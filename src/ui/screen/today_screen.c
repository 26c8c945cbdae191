/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_screen.c - the first screen: goes through what it says, and its actions */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/meeting.h"
#include "given.h"
#include "hint_lines.h"
#include "meeting/meeting_actions.h"
#include "screen.h"
#include "screen/today_view.h"
#include "terminal/terminal.h"

enum {
    PAGE = 10,
    CLASHES_AFTER = 250 /* milliseconds: whoever goes on at once waits for none */
};

/* The first screen of all waits for nothing: what takes long comes after its frame. */
static bool
today_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct today *screen = state;

    (void)id;
    (void)err;
    screen->lines.brief = ui_is_at_start(ui);
    return true;
}

static void
today_close(void *state)
{
    struct today *screen = state;

    today_lines_clear(&screen->lines);
    today_list_clear(&screen->lines.clashes);
    line_edit_clear(&screen->filter);
}

/* What is searched for; NULL: nothing. */
static const char *
search_of(const struct today *screen)
{
    const char *text = line_edit_text(&screen->filter);

    return text_is_blank(text) ? NULL : text;
}

/* How sure it is that a line is the one that was: a meeting to come and what there is to
 * decide of it open the same, and so do two clashes of it. */
static int
likeness(const struct today_line *line, const struct today_line *was, const char *text)
{
    if (!line->opens || line->id != was->id || line->target != was->target ||
        line->row != was->row || (line->title_at > 0) != (was->title_at > 0))
        return 0;
    return strcmp(line->text, text) == 0 ? 2 : 1;
}

/* The bar stays on the line that it was on, or if that says something else now, on one
 * that opens the same, or in its place, while one types on the first that is found; `was`
 * NULL: it was on none. */
static void
keep_selection(struct today *screen, const struct today_line *was, const char *text)
{
    size_t first = 0;
    size_t best = screen->count;
    int how = 0;

    while (first < screen->count && !screen->lines.items[first].opens)
        first++;
    for (size_t i = 0; was && was->opens && i < screen->count; i++) {
        const int like = likeness(&screen->lines.items[i], was, text);

        if (like > how || (like == how && like > 0 && i <= screen->selected)) {
            how = like;
            best = i;
        }
    }
    if (best < screen->count) {
        screen->selected = best;
        return;
    }
    if (screen->filtering)
        screen->selected = screen->count;
    while (was && screen->selected > 0 && screen->selected < screen->count &&
           !screen->lines.items[screen->selected].opens)
        screen->selected--;
    if (screen->selected >= screen->count || !screen->lines.items[screen->selected].opens)
        screen->selected = first < screen->count ? first : 0;
}

static bool
read_lines(struct today *screen, struct ui *ui, struct error *err)
{
    bool had = screen->selected < screen->count;
    struct today_line was =
        had ? screen->lines.items[screen->selected] : (struct today_line){ 0 };
    char *text = memory_copy(was.text ? was.text : "");

    register_settle_released(ui_atelier(ui));
    given_say(ui);
    /* While it is typed, the next letter cuts a search off. */
    ui_hurry(ui, screen->filtering);
    screen->rows = (size_t)terminal_rows();
    bool ok = today_lines_load(&screen->lines, ui, search_of(screen), screen->rows, err);
    ui_hurry(ui, false);
    screen->stale = !ok && err->kind == ERROR_CANCELLED;
    screen->count = screen->lines.count;
    keep_selection(screen, had ? &was : NULL, text);
    free(text);
    return ok || screen->stale;
}

/* What was found of clashes may not be true any more. */
static void
forget_clashes(struct today *screen)
{
    today_list_clear(&screen->lines.clashes);
    screen->lines.parts = 0;
}

static bool
today_reload(void *state, struct ui *ui, struct error *err)
{
    struct today *screen = state;

    forget_clashes(screen);
    screen->lines.read_at = terminal_clock();
    return read_lines(screen, ui, err);
}

static int
today_tick_in(void *state)
{
    const struct today *screen = state;
    const int64_t rested = terminal_clock() - screen->lines.read_at;

    /* A terminal that was made taller has room for more acts. */
    if (screen->stale || (size_t)terminal_rows() > screen->rows)
        return 0;
    if (!screen->lines.brief)
        return -1;
    return rested < CLASHES_AFTER ? CLASHES_AFTER - (int)rested : 0;
}

/* After the first frame; what a key cuts off goes on behind it.  Where no clash is, all
 * that is on the screen stays. */
static bool
add_clashes(struct today *screen, struct ui *ui, struct error *err)
{
    ui_hurry(ui, true);
    bool ok = today_lines_find_clashes(&screen->lines, ui, err);
    ui_hurry(ui, false);
    if (!ok && err->kind == ERROR_CANCELLED)
        return true;
    if (ok && screen->lines.clashes.count > 0)
        ok = read_lines(screen, ui, err);
    else if (ok)
        ui_keep_frame(ui);
    screen->lines.brief = false;
    forget_clashes(screen);
    return ok;
}

static void
today_tick(void *state, struct ui *ui)
{
    struct today *screen = state;
    struct error err = { 0 };
    const bool only_clashes = screen->lines.brief && !screen->stale &&
                              (size_t)terminal_rows() <= screen->rows &&
                              !search_of(screen);

    if (!only_clashes)
        screen->lines.brief = false;
    if (!(only_clashes ? add_clashes(screen, ui, &err) : today_reload(screen, ui, &err)))
        ui_fail(ui, &err);
}

/* "by Title · 3 found": the order unless it is the usual one, and what a search finds. */
static void
today_add_info(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    const struct today *screen = state;
    const size_t before = buffer->length;
    size_t found = 0;

    for (size_t i = 0; i < screen->lines.count; i++)
        found += screen->lines.items[i].opens;
    today_order_add(&screen->lines.order, buffer);
    if (!search_of(screen))
        return;
    if (buffer->length > before)
        buffer_add(buffer, " · ");
    if (screen->lines.count >= screen->lines.first_act + TODAY_ACTS_MOST)
        buffer_addf(buffer, _("%zu found, and more acts"), found);
    else
        buffer_addf(buffer, ngettext("%zu found", "%zu found", found), found);
}

/* Goes on to the next line that opens something; false when there is none. */
static bool
move(struct today *screen, int step)
{
    size_t at = screen->selected;
    while ((step < 0 && at > 0) || (step > 0 && at + 1 < screen->count)) {
        at = step < 0 ? at - 1 : at + 1;
        if (screen->lines.items[at].opens) {
            screen->selected = at;
            return true;
        }
    }
    if (step < 0)
        screen->top = 0;
    return false;
}

static void
move_by(struct today *screen, int step, size_t lines)
{
    while (lines > 0 && move(screen, step))
        lines--;
}

static void
end_filter(struct today *screen)
{
    screen->filtering = false;
    screen->stale = screen->stale || search_of(screen);
    line_edit_set(&screen->filter, "");
}

/* False when the key is not for the filter: it is then over. */
static bool
filter_key(struct today *screen, const struct key *key)
{
    bool changed = false;

    if (key_is(key, "Esc"))
        end_filter(screen);
    else if (key_is(key, "Enter Tab"))
        screen->filtering = false;
    else if (!line_edit_key(&screen->filter, key, &changed)) {
        screen->filtering = false;
        return false;
    }
    screen->stale = screen->stale || changed;
    return true;
}

static bool
today_key(void *state, struct ui *ui, const struct key *key)
{
    struct today *screen = state;
    if (screen->filtering && !key_is(key, "Up Down PgUp PgDn") && filter_key(screen, key))
        return true;
    screen->filtering = false;
    if (screen->stale) /* the key is meant for what the search finds */
        today_tick(state, ui);
    if (key_is(key, "Esc") && search_of(screen))
        end_filter(screen);
    else if (key->press == PRESS_UP || key->press == PRESS_WHEEL_UP)
        (void)move(screen, -1);
    else if (key->press == PRESS_DOWN || key->press == PRESS_WHEEL_DOWN)
        (void)move(screen, 1);
    else if (key_is(key, "PgUp"))
        move_by(screen, -1, PAGE);
    else if (key_is(key, "PgDn"))
        move_by(screen, 1, PAGE);
    else if (key_is(key, "Home"))
        move_by(screen, -1, screen->count);
    else if (key_is(key, "End"))
        move_by(screen, 1, screen->count);
    else
        return false;
    return true;
}

static void
today_filter(void *state, struct ui *ui, const char *words)
{
    struct today *screen = state;

    (void)ui;
    screen->filtering = true;
    screen->filter.most = LINE_EDIT_SEARCH;
    line_edit_set(&screen->filter, words);
    screen->stale = true;
}

static const struct action *
today_while_typing(const void *state)
{
    const struct today *screen = state;

    return screen->filtering ? hint_lines_of_rows() : NULL;
}

static void
begin_filter(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    today_filter(state, ui, line_edit_text(&((struct today *)state)->filter));
}

static void
sort_parts(struct ui *ui, void *state, int64_t argument)
{
    struct today *screen = state;
    struct error err = { 0 };

    (void)argument;
    if (today_order_choose(&screen->lines.order, ui) && !today_reload(screen, ui, &err))
        ui_fail(ui, &err);
}

static const struct action actions[] = {
    { .name = "today.open",
      .keys = "Enter",
      .menu = N_("Today"),
      .label = N_("Open"),
      .hint = N_("open"),
      .permission = MAY_READ_DAY,
      .blocked = today_why_not_opened,
      .run = today_open_line },
    { .name = "today.presence",
      .keys = "+",
      .menu = N_("Today"),
      .label = N_("Who is here?  The list of the meeting"),
      .hint = N_("who is here"),
      .help = N_("On the day of a meeting: its list, where %K{presence.mark} marks who "
                 "is there and %K{presence.find} finds them by typing."),
      .blocked = today_why_no_presence,
      .hinted = today_is_day_of_meeting,
      .run = today_open_presence },
    { .name = "today.door",
      .keys = "D",
      .menu = N_("Today"),
      .label = N_("The door: who is here, by typing or by badge"),
      .hint = N_("door"),
      .help = N_("On the day of a meeting: one field in which names are typed and badges "
                 "scanned, one person after the other."),
      .permission = ACT_PRESENCE_ADD_NEEDS,
      .blocked = today_why_no_presence,
      .hinted = today_is_day_of_meeting,
      .run = today_open_door },
    { .name = "offer.accept",
      .keys = "a",
      .menu = N_("Today"),
      .label = N_("Yes: the offered seat is taken, or it is done"),
      .hint = NC_("hint", "yes, done"),
      .help = N_("Of a seat that is offered, that it is taken; of a recommendation or "
                 "a decision, that it was done."),
      .permission = ACT_REGISTRATION_ACCEPT_NEEDS,
      .argument = REGISTRATION_ACCEPT,
      .blocked = today_why_no_offer,
      .hinted = today_answers,
      .guarded = true,
      .run = today_answer },
    { .name = "offer.decline",
      .keys = "r",
      .menu = N_("Today"),
      .label = N_("No: the offer is declined, or it is dropped"),
      .hint = NC_("hint", "no, drop"),
      .help = N_("What is dropped asks for a reason, which the next report of the group "
                 "tells."),
      .permission = ACT_REGISTRATION_DECLINE_NEEDS,
      .argument = REGISTRATION_DECLINE,
      .blocked = today_why_no_offer,
      .hinted = today_answers,
      .guarded = true,
      .run = today_answer },
    { .name = "meeting.why",
      .keys = "w",
      .menu = N_("Today"),
      .label = N_("What does it clash with?"),
      .blocked = today_why_no_meeting,
      .run = today_tell_clashes },
    { .name = "meeting.add",
      .keys = "n Ins",
      .menu = N_("Today"),
      .label = N_("Plan a meeting"),
      .hint = N_("plan a meeting"),
      .sought = N_("new, add, create"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_MEETING,
      .run = meeting_dialog_plan },
    { .name = "meeting.edit",
      .keys = "e",
      .menu = N_("Today"),
      .label = N_("Change or move"),
      .sought = MEETING_EDIT_SOUGHT,
      .needs = NEEDS_WRITING,
      .argument = ENTITY_MEETING,
      .blocked = today_why_no_meeting,
      .run = today_change },
    { .name = "today.filter",
      .keys = "/",
      .menu = N_("Today"),
      .label = N_("Show only what holds the words typed"),
      .sought = N_("filter, search, find"),
      .also = N_("filter"),
      .lasting = true,
      .run = begin_filter },
    { .name = "today.sort",
      .keys = "s",
      .menu = N_("Today"),
      .label = N_("Sort each part"),
      .help = N_("By what its lines show; a part that shows no such thing stays as it "
                 "is.  The order that there is, chosen once more, is turned round."),
      .run = sort_parts },
    { .name = "draft.resume",
      .menu = N_("Today"),
      .label = N_("Continue what was typed and not saved"),
      .sought = N_("draft, drafts"),
      .help = N_("Offers each form that was left, or was open when the line dropped, "
                 "the newest first."),
      .run = today_resume },
    MEETING_IMPORT("i", N_("Today")),
    MEETING_EXPORT_ALL(N_("Today"), NULL),
    ACTION_END
};

const struct screen today_screen = {
    .name = "today",
    .title = N_("Today"),
    .size = sizeof(struct today),
    .permission = MAY_READ_DAY,
    .actions = actions,
    .open = today_open,
    .close = today_close,
    .reload = today_reload,
    .draw = today_draw,
    .key = today_key,
    .while_typing = today_while_typing,
    .filter = today_filter,
    .add_info = today_add_info,
    .take_back = today_take_back,
    .tick_in = today_tick_in,
    .tick = today_tick,
};
