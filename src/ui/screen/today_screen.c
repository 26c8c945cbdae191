/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_screen.c - the first screen: next meetings and how full they are, what waits,
 * what was done */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_fill.h"
#include "meeting/meeting_substitute.h"
#include "resume.h"
#include "screen.h"
#include "sentence.h"

enum {
    NEXT_MEETINGS = 8,
    DECISIONS = 8,
    LAST_ACTS = 6, /* more where the screen has rows for them */
    ACTS_MOST = 40,
    LINES = NEXT_MEETINGS + DECISIONS + ACTS_MOST + 8,
    PAGE = 10,
    LEAD = 2,
    BAR_COLUMNS = 12,
    LEAST_TITLE = 20 /* cells of a title that a bar leaves */
};

/* A line of the screen: a head, or something that Enter opens. */
struct line {
    char *text;
    bool opens;
    enum screen_id target; /* what it opens; else it is a head or a remark */
    int64_t id;
    bool head;
    bool warning;
    int title_at;  /* where the title of a meeting begins */
    int lead;      /* columns that the bar covers when it is here: the day and hour */
    int64_t taken; /* with seats > 0: a bar before the text */
    int64_t seats;
    int64_t offered; /* a registration whose offer is answered here; or 0 */
};

struct today {
    struct line lines[LINES];
    size_t loaded;
    size_t first_act;
    size_t count; /* those for which there is room, or that one scrolls to */
    size_t selected;
    size_t top;
};

static bool
today_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)state;
    (void)ui;
    (void)id;
    (void)err;
    return true;
}

static void
clear_lines(struct today *screen)
{
    for (size_t i = 0; i < screen->loaded; i++)
        free(screen->lines[i].text);
    screen->loaded = screen->count = 0;
}

static void
today_close(void *state)
{
    clear_lines(state);
}

static struct line *
add_remark(struct today *screen, char *text)
{
    if (screen->loaded == LINES) {
        free(text);
        return &screen->lines[LINES - 1];
    }
    struct line *line = &screen->lines[screen->loaded++];
    *line = (struct line){ .text = text };
    return line;
}

static struct line *
add_line(struct today *screen, char *text, enum screen_id target, int64_t id)
{
    struct line *line = add_remark(screen, text);
    line->opens = true;
    line->target = target;
    line->id = id;
    return line;
}

static void
add_head(struct today *screen, const char *text)
{
    if (screen->loaded > 0)
        add_remark(screen, memory_copy(""));
    add_remark(screen, memory_copy(text))->head = true;
}

static const char *
cell(const struct listing_row *row, enum listing_kind kind, const char *name)
{
    const struct listing *listing = listing_get(kind);
    for (size_t c = 0; c < listing->column_count; c++)
        if (strcmp(listing->columns[c].name, name) == 0)
            return row->cells[c];
    return NULL;
}

static int64_t
cell_number(const struct listing_row *row, const char *name)
{
    const char *text = cell(row, LISTING_MEETING, name);
    return text ? strtoll(text, NULL, 10) : NUMBER_NONE;
}

static void
add_start(struct ui *ui, const struct listing_row *row, struct buffer *text)
{
    const char *when = cell(row, LISTING_MEETING, "start");
    struct local_time start;

    if (when && local_time_parse(when, &start))
        when_format_local_time(start, text);
    display_elsewhere(ui_atelier(ui), cell(row, LISTING_MEETING, "zone"), text);
}

/* "Wed 25/11/2026 09:30  URB  45 of 45  Title" and a bar; the group at `group_at`. */
static void
add_meeting(struct today *screen, struct ui *ui, const struct listing_row *row,
            size_t group_at)
{
    struct buffer text = { 0 };
    int64_t seats = cell_number(row, "seats");
    int64_t taken = cell_number(row, "taken");
    const char *state = cell(row, LISTING_MEETING, "state");
    int known = state ? choice_find(meeting_states, state) : -1;

    add_start(ui, row, &text);
    size_t lead = text_width(buffer_text(&text));
    for (size_t i = lead; i < group_at; i++)
        buffer_add_char(&text, ' ');
    buffer_addf(&text, "  %-5s ", cell(row, LISTING_MEETING, "group_code"));
    if (seats == NUMBER_NONE)
        buffer_addf(&text, "%9" PRId64, taken);
    else
        buffer_addf(&text, "%4" PRId64 "/%-4" PRId64, taken, seats);
    buffer_add(&text, "  ");
    int title_at = (int)text_width(buffer_text(&text));
    /* Before the title, of which the end is cut off. */
    if (known >= 0 && known != MEETING_CONFIRMED)
        buffer_addf(&text, "(%s) ", _(meeting_states[known].label));
    buffer_add(&text, cell(row, LISTING_MEETING, "title"));
    struct line *line = add_line(screen, buffer_take(&text), SCREEN_MEETING, row->id);
    line->title_at = title_at;
    line->lead = (int)lead;
    line->taken = taken;
    line->seats = seats == NUMBER_NONE ? 0 : seats;
    line->warning = seats != NUMBER_NONE && taken > seats && known != MEETING_CANCELLED;
}

/* An empty list teaches: what to press. */
static void
add_invitation(struct today *screen, struct ui *ui)
{
    struct buffer text = { 0 };

    sentence_add(ui,
                 _("No meeting is planned.  Press %K{meeting.add} to plan one, its group "
                   "on the way."),
                 &text);
    add_remark(screen, buffer_take(&text));
}

/* Behind the longest start. */
static size_t
group_column(struct ui *ui, const struct listing_page *page)
{
    struct buffer text = { 0 };
    size_t widest = 0;

    for (size_t i = 0; i < page->count; i++) {
        buffer_reset(&text);
        add_start(ui, &page->rows[i], &text);
        const size_t width = text_width(buffer_text(&text));
        widest = width > widest ? width : widest;
    }
    buffer_clear(&text);
    return widest;
}

static bool
add_meetings(struct today *screen, struct ui *ui, struct error *err)
{
    struct listing_query query = { .kind = LISTING_MEETING_TO_COME,
                                   .from = atelier_now(ui_atelier(ui)) - 3 * 60 * 60 };
    struct listing_page page = { 0 };
    bool ok = listing_fetch(ui_atelier(ui), &query, LISTING_FIRST, NULL, NEXT_MEETINGS,
                            &page, err);
    add_head(screen, _("Next meetings"));
    const size_t group_at = group_column(ui, &page);
    for (size_t i = 0; ok && i < page.count; i++)
        add_meeting(screen, ui, &page.rows[i], group_at);
    if (ok && page.count == 0)
        add_invitation(screen, ui);
    listing_page_clear(&page);
    return ok;
}

static void
add_came_in(const struct today_item *item, struct buffer *text)
{
    const char *name = item->other_title ? item->other_title : "";

    if (item->count == 1)
        buffer_addf(text, _("%s came in from the waiting list: say so"), name);
    else
        buffer_addf(text,
                    ngettext("%lld person came in from the waiting list: say so, first "
                             "to %s",
                             "%lld people came in from the waiting list: say so, first "
                             "to %s",
                             (unsigned long)item->count),
                    (long long)item->count, name);
}

static void
add_decision_text(const struct today_item *item, struct buffer *text)
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
        add_came_in(item, text);
        break;
    case TODAY_WAITING_FREE_SEAT:
        buffer_addf(text,
                    ngettext("%lu person waits though a seat is free",
                             "%lu people wait though a seat is free", count),
                    count);
        break;
    case TODAY_NOT_CONVENED:
        buffer_add(text, _("nobody is invited yet"));
        break;
    case TODAY_OVERBOOKED:
        buffer_addf(text,
                    ngettext("overbooked by %lu seat", "overbooked by %lu seats", count),
                    count);
        break;
    case TODAY_ROOM_CLASH:
        buffer_addf(text, _("its room is taken by “%s”"),
                    item->other_title ? item->other_title : "");
        break;
    case TODAY_ROOM_SMALL:
        buffer_addf(text,
                    ngettext("the room is missing %lu seat",
                             "the room is missing %lu seats", count),
                    count);
        break;
    case TODAY_HOUR_MOVED:
        buffer_addf(text, _("its hour in UTC moved: rules of %s changed"),
                    item->other_title ? item->other_title : "");
        break;
    case TODAY_STILL_OPEN:
        buffer_add(text, _("did it take place, or was it cancelled?"));
        break;
    }
}

/* Whoever reads it first says it to whoever can make room. */
static bool
add_warning(struct today *screen, struct ui *ui)
{
    const char *warning = atelier_warning(ui_atelier(ui));

    if (!warning)
        return false;
    struct buffer text = { 0 };
    buffer_addf(&text, "! %s", warning);
    add_remark(screen, buffer_take(&text))->warning = true;
    return true;
}

static bool
add_decisions(struct today *screen, struct ui *ui, struct error *err)
{
    struct today_list list = { 0 };
    bool ok = browse_today(ui_atelier(ui), DECISIONS, &list, err);
    add_head(screen, _("To decide"));
    bool warned = add_warning(screen, ui);
    for (size_t i = 0; ok && i < list.count; i++) {
        const struct today_item *item = &list.items[i];
        struct buffer text = { 0 };
        buffer_add(&text, "! ");
        when_format_date(item->start.date, WHEN_SHORT, &text);
        int lead = (int)text_width(buffer_text(&text));
        buffer_add(&text, "  "); /* the question first: a title may be cut */
        add_decision_text(item, &text);
        buffer_addf(&text, " · %s", item->title ? item->title : "");
        enum screen_id target =
            item->kind == TODAY_PENDING || item->kind == TODAY_WAITING_FREE_SEAT ||
                    item->kind == TODAY_OFFERED || item->kind == TODAY_CAME_IN
                ? SCREEN_REGISTRATION_LIST
                : SCREEN_MEETING;
        struct line *line = add_line(screen, buffer_take(&text), target, item->meeting);
        line->lead = lead;
        line->offered = item->kind == TODAY_OFFERED ? item->other : 0;
    }
    if (ok && list.count == 0 && !warned)
        add_remark(screen, memory_copy(_("Nothing waits for a decision.")));
    today_list_clear(&list);
    return ok;
}

static bool
add_acts(struct today *screen, struct ui *ui, struct error *err)
{
    struct listing_query query = { .kind = LISTING_JOURNAL };
    struct listing_page page = { 0 };
    bool ok =
        listing_fetch(ui_atelier(ui), &query, LISTING_FIRST, NULL, ACTS_MOST, &page, err);
    add_head(screen, _("Last acts"));
    screen->first_act = screen->loaded;
    for (size_t i = 0; ok && i < page.count; i++) {
        const struct listing_row *row = &page.rows[i];
        const struct listing *listing = listing_get(LISTING_JOURNAL);
        const char *summary = cell(row, LISTING_JOURNAL, "summary");
        struct buffer text = { 0 };
        display_cell(ui_atelier(ui), &listing->columns[0], row->cells[0], &text);
        int lead = (int)text_width(buffer_text(&text));
        buffer_addf(&text, "  %-10s ", cell(row, LISTING_JOURNAL, "staff"));
        /* TRANSLATORS: what was done, and to what; a blank before : in French */
        buffer_addf(&text, _("%s: %s"),
                    journal_act_label(cell(row, LISTING_JOURNAL, "act")),
                    summary ? summary : "");
        add_line(screen, buffer_take(&text), SCREEN_JOURNAL_LIST, 0)->lead = lead;
    }
    listing_page_clear(&page);
    return ok;
}

/* The bar stays on the line that opens the same; `was` NULL: it was on none. */
static void
keep_selection(struct today *screen, const struct line *was)
{
    size_t first = 0;
    while (first < screen->count && !screen->lines[first].opens)
        first++;
    for (size_t i = 0; was && was->opens && i < screen->count; i++) {
        const struct line *line = &screen->lines[i];
        if (line->opens && line->id == was->id && line->target == was->target &&
            line->offered == was->offered) {
            screen->selected = i;
            return;
        }
    }
    if (screen->selected >= screen->count || !screen->lines[screen->selected].opens)
        screen->selected = first < screen->count ? first : 0;
}

static bool
today_reload(void *state, struct ui *ui, struct error *err)
{
    struct today *screen = state;
    bool had = screen->selected < screen->count;
    struct line was = had ? screen->lines[screen->selected] : (struct line){ 0 };

    register_settle_released(ui_atelier(ui));
    clear_lines(screen);
    bool ok = add_meetings(screen, ui, err) && add_decisions(screen, ui, err) &&
              add_acts(screen, ui, err);
    screen->count = screen->loaded;
    keep_selection(screen, had ? &was : NULL);
    return ok;
}

static void
draw_line(const struct line *line, struct area area, int row, bool selected)
{
    int columns = area.columns - LEAD;
    enum style style = line->head      ? STYLE_HEAD
                       : line->warning ? STYLE_WARNING
                       : line->opens   ? STYLE_PLAIN
                                       : STYLE_QUIET;
    if (line->seats > 0 && columns > LEAD + line->title_at + LEAST_TITLE + BAR_COLUMNS) {
        int64_t taken = line->taken < line->seats ? line->taken : line->seats;
        columns -= BAR_COLUMNS + 1;
        paint_text(row, area.left + LEAD + columns, 1, STYLE_PLAIN, "");
        paint_bar(row, area.left + LEAD + columns + 1, BAR_COLUMNS, taken, line->seats);
    }
    /* No colour alone says which row it is. */
    char lead[LEAD + 1] = { selected ? '>' : ' ', ' ', '\0' };
    if (line->seats > 0 && line->warning)
        lead[1] = MEETING_OVERBOOKED_SIGN;
    paint_text(row, area.left, LEAD, style, lead);
    paint_text(row, area.left + LEAD, columns, style, line->text);
    if (selected) {
        paint_restyle(row, area.left, LEAD + line->lead, STYLE_BAR);
        paint_cursor(row, area.left);
    }
}

/* A tall screen shows more of what was done; no screen scrolls for more than six. */
static void
fit_acts(struct today *screen, size_t rows)
{
    size_t least = screen->first_act + LAST_ACTS;
    size_t count = rows > least ? rows : least;

    screen->count = count < screen->loaded ? count : screen->loaded;
    if (screen->selected >= screen->count && screen->count > 0)
        screen->selected = screen->count - 1;
}

static void
today_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    (void)ui;
    (void)fresh;
    struct today *screen = state;
    size_t rows = area.rows > 0 ? (size_t)area.rows : 1;
    fit_acts(screen, rows);
    if (screen->selected < screen->top)
        screen->top = screen->selected;
    if (screen->selected >= screen->top + rows)
        screen->top = screen->selected - rows + 1;
    if (screen->top == 2 || screen->selected <= 1)
        screen->top = screen->selected < rows ? 0 : screen->top;
    for (size_t i = 0; i < rows; i++) {
        size_t index = screen->top + i;
        int row = area.top + (int)i;
        if (index < screen->count)
            draw_line(&screen->lines[index], area, row, index == screen->selected);
        else
            paint_text(row, area.left, area.columns, STYLE_PLAIN, "");
    }
}

/* Goes on to the next line that opens something; false when there is none. */
static bool
move(struct today *screen, int step)
{
    size_t at = screen->selected;
    while ((step < 0 && at > 0) || (step > 0 && at + 1 < screen->count)) {
        at = step < 0 ? at - 1 : at + 1;
        if (screen->lines[at].opens) {
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

static bool
today_key(void *state, struct ui *ui, const struct key *key)
{
    (void)ui;
    struct today *screen = state;
    if (key->press == PRESS_UP || key->press == PRESS_WHEEL_UP || key_is(key, "k"))
        (void)move(screen, -1);
    else if (key->press == PRESS_DOWN || key->press == PRESS_WHEEL_DOWN ||
             key_is(key, "j"))
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

static const char *
why_not_opened(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    const struct today *screen = state;
    return screen->selected < screen->count && screen->lines[screen->selected].opens
               ? NULL
               : _("There is nothing here to open yet.");
}

static void
open_line(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const struct today *screen = state;
    const struct line *line = &screen->lines[screen->selected];
    ui_open(ui, line->target, line->id);
}

static const char *
why_no_offer(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    const struct today *screen = state;
    return screen->selected < screen->count &&
                   screen->lines[screen->selected].offered != 0
               ? NULL
               : _("Choose a line with a seat that is offered.");
}

static void
answer_offer(struct ui *ui, void *state, int64_t argument)
{
    const struct today *screen = state;
    const struct line *line = &screen->lines[screen->selected];
    const int64_t registration = line->offered;
    struct register_outcome outcome = { 0 };
    struct buffer given = { 0 };
    struct error err = { 0 };

    if (meeting_ask_instead(ui, line->id, registration, (enum registration_act)argument,
                            NULL) != INSTEAD_NOBODY)
        return;
    if (!register_act(ui_atelier(ui), registration, (enum registration_act)argument, NULL,
                      NULL, &outcome, &err))
        ui_fail(ui, &err);
    else if (register_given_say(ui_atelier(ui), &outcome.given, &given))
        ui_say(ui, _("Now %s.  %s"), _(registration_states[outcome.state].label),
               buffer_text(&given));
    else
        ui_say(ui, _("Now %s.  %%K{program.undo} takes it back."),
               _(registration_states[outcome.state].label));
    buffer_clear(&given);
}

static void
resume(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    resume_drafts(ui);
}

static const struct action actions[] = {
    { .name = "today.open",
      .keys = "Enter",
      .menu = N_("Today"),
      .label = N_("Open"),
      .hint = N_("open"),
      .blocked = why_not_opened,
      .run = open_line },
    { .name = "offer.accept",
      .keys = "a",
      .menu = N_("Today"),
      .label = N_("Accept the offered seat: they come"),
      .hint = N_("accept"),
      .permission = ACT_REGISTRATION_ACCEPT_NEEDS,
      .argument = REGISTRATION_ACCEPT,
      .blocked = why_no_offer,
      .run = answer_offer },
    { .name = "offer.decline",
      .keys = "r",
      .menu = N_("Today"),
      .label = N_("Decline it: the next who waits is offered the seat"),
      .hint = N_("decline"),
      .permission = ACT_REGISTRATION_DECLINE_NEEDS,
      .argument = REGISTRATION_DECLINE,
      .blocked = why_no_offer,
      .run = answer_offer },
    { .name = "meeting.add",
      .keys = "n Ins",
      .menu = N_("Today"),
      .label = N_("Plan a meeting"),
      .hint = N_("plan a meeting"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_MEETING,
      .run = meeting_dialog_plan },
    { .name = "draft.resume",
      .keys = "c",
      .menu = N_("Today"),
      .label = N_("Continue what was being typed when the line dropped"),
      .run = resume },
    MEETING_IMPORT("i", N_("Today")),
    MEETING_EXPORT_ALL(N_("Today"), NULL),
    ACTION_END
};

const struct screen today_screen = {
    .name = "today",
    .title = N_("Today"),
    .size = sizeof(struct today),
    .actions = actions,
    .open = today_open,
    .close = today_close,
    .reload = today_reload,
    .draw = today_draw,
    .key = today_key,
};
