/* SPDX-License-Identifier: GPL-3.0-or-later */
/* history_screen.c - who did what and when to a row, and field by field
 *
 * One screen for each noun that has a history, and one for everything; they
 * differ in whose history they show.
 */
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/history.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/working_group.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_page.h"
#include "screen.h"
#include "take_back.h"
#include "widget/confirm.h"
#include "widget/list.h"
#include "widget/pager.h"

/* A summary is "person · meeting": what the title says already is left out. */
enum summary { SUMMARY_WHOLE, SUMMARY_PERSON, SUMMARY_MEETING };

struct history {
    struct meeting_page page; /* first; its head is a meeting's alone */
    struct atelier *at;
    enum summary summary;
    unsigned long searches; /* of the list, for which it is known: */
    bool partial;           /* more is called so than is looked up */
};

/* The part of it that names somebody. */
static void
add_person(const char *summary, size_t length, struct buffer *buffer)
{
    struct buffer name = { 0 };

    buffer_add_part(&name, summary, length);
    erased_mark_show(buffer_text(&name), buffer);
    buffer_clear(&name);
}

static void
add_summary(enum summary wanted, const char *summary, struct buffer *buffer)
{
    size_t who;
    const char *where;

    if (wanted == SUMMARY_WHOLE || !journal_part_summary(summary, &who, &where))
        journal_add_summary(summary, buffer);
    else if (wanted == SUMMARY_PERSON)
        add_person(summary, who, buffer);
    else
        erased_mark_show(where, buffer);
}

/* What was undone says so; what undid or redid an act says which. */
static void
add_what(const struct list *list, const struct listing_row *row, struct buffer *buffer)
{
    const struct history *screen = (const struct history *)list;
    const char *undone = list_cell_of(list, row, "undone");
    const char *taken = list_cell_of(list, row, "taken_act");
    const char *summary = list_cell_of(list, row, "summary");

    if (undone && undone[0] == '1')
        buffer_add(buffer, _("(undone) "));
    if (taken)
        buffer_addf(buffer, "%s%s", journal_act_label(taken), summary ? " · " : "");
    if (summary)
        add_summary(screen->summary, summary, buffer);
}

/* A day in the past needs no weekday; what was not undone needs no word. */
static bool
add_cell(const struct list *list, const struct listing_row *row, size_t column,
         struct buffer *buffer)
{
    const struct history *screen = (const struct history *)list;
    const struct column *about = &list->listing->columns[column];
    const char *cell = row->cells[column];

    if (strcmp(about->name, "summary") == 0) {
        add_what(list, row, buffer);
        return true;
    }
    if (!cell)
        return false;
    if (strcmp(about->name, "at") == 0) {
        struct buffer whole = { 0 };

        display_cell(screen->at, about, cell, &whole);
        const char *day = strchr(buffer_text(&whole), ' ');
        buffer_add(buffer, !day ? buffer_text(&whole) : day + 1);
        buffer_clear(&whole);
        return true;
    }
    return strcmp(about->name, "undone") == 0 && cell[0] != '1';
}

enum { LABEL_MOST = 28 };

/* What is told of the act itself: who did it and when, and why when a reason was given.
 */
static const char *const told[] = { "at", "staff", "by_gateway", "act", "reason" };

enum { TOLD = sizeof(told) / sizeof(told[0]) };

/* NULL when it is not told of this act: who came by no gateway needs no word of it. */
static const char *
told_cell(const struct list *list, const char *name)
{
    const char *cell = list_cell(list, name);

    return cell && (strcmp(name, "by_gateway") != 0 || cell[0] == '1') ? cell : NULL;
}

/* What no list shows has no head of a column. */
static const char *
told_label(const struct column *about)
{
    return about->label ? about->label : N_("By the gateway");
}

/* NULL when the listing has no such column. */
static const struct column *
column_of(const struct list *list, const char *name)
{
    for (size_t i = 0; i < list->listing->column_count; i++)
        if (strcmp(list->listing->columns[i].name, name) == 0)
            return &list->listing->columns[i];
    return NULL;
}

static size_t
wider(size_t width, const char *label)
{
    size_t own = text_width(_(label));

    own = own < LABEL_MOST ? own : LABEL_MOST;
    return own > width ? own : width;
}

/* The column in which the labels stand. */
static size_t
label_width(const struct list *list, const struct journal_change_list *changes)
{
    size_t width = 0;

    for (size_t i = 0; i < TOLD; i++) {
        const struct column *about = column_of(list, told[i]);

        if (about && told_cell(list, told[i]))
            width = wider(width, told_label(about));
    }
    for (size_t i = 0; i < changes->count; i++)
        if (journal_change_is_shown(changes, &changes->items[i]))
            width = wider(width, changes->items[i].field->label);
    return width;
}

static void
add_label(struct buffer *text, const char *label, size_t width)
{
    text_add_cut(text, _(label), width, true, false);
    buffer_add(text, "  ");
}

static void
add_change(struct ui *ui, const struct journal_change *change, size_t width,
           struct buffer *text)
{
    struct buffer value = { 0 };

    if (change->before) {
        display_text(ui_atelier(ui), change->field, change->before, &value);
        buffer_add(&value, " → ");
    }
    if (change->after)
        display_text(ui_atelier(ui), change->field, change->after, &value);
    else
        buffer_add(&value, _("(empty)"));
    add_label(text, change->field->label, width);
    pager_add_value(text, buffer_text(&value), width);
    buffer_clear(&value);
}

static bool
same_row(const struct journal_change *a, const struct journal_change *b)
{
    return a->entity == b->entity && a->row == b->row;
}

static void
add_entry(struct ui *ui, const struct list *list, size_t width, struct buffer *text)
{
    for (size_t i = 0; i < TOLD; i++) {
        const struct column *about = column_of(list, told[i]);
        const char *cell = told_cell(list, told[i]);

        if (!about || !cell)
            continue;
        add_label(text, told_label(about), width);
        display_cell(ui_atelier(ui), about, cell, text);
        buffer_add(text, "\n");
    }
}

/* "# Person: Novak, Jan" */
static void
add_row_head(const struct journal_change *change, struct buffer *text)
{
    struct buffer title = { 0 };

    erased_mark_show(change->title, &title);
    buffer_addf(text, _("%s: %s"), _(entity_get(change->entity)->label),
                buffer_text(&title));
    buffer_add(text, "\n");
    buffer_clear(&title);
}

static void
show_changes(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct journal_change_list changes = { 0 };
    struct error err = { 0 };
    if (!history_changes(ui_atelier(ui), list_selected(state), ENTITY_COUNT, 0, &changes,
                         &err)) {
        ui_fail(ui, &err);
        return;
    }
    size_t width = label_width(state, &changes);
    struct buffer text = { 0 };
    add_entry(ui, state, width, &text);
    const struct journal_change *shown = NULL;
    for (size_t i = 0; i < changes.count; i++) {
        const struct journal_change *change = &changes.items[i];
        if (!journal_change_is_shown(&changes, change))
            continue;
        if (!shown || !same_row(change, shown)) {
            buffer_add(&text, "\n# ");
            add_row_head(change, &text);
        }
        add_change(ui, change, width, &text);
        shown = change;
    }
    const char *untold = journal_change_list_untold(&changes);
    if (untold)
        buffer_addf(&text, "\n%s", untold);
    while (text.length > 0 && text.text[text.length - 1] == '\n')
        text.text[--text.length] = '\0';
    pager_run(ui, _("What was changed"), buffer_text(&text));
    buffer_clear(&text);
    journal_change_list_clear(&changes);
}

static void
undo_this(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    take_back_chosen(ui, list_selected(state));
}

#define HISTORY_ACTIONS                                                                  \
    { .name = "history.show",                                                            \
      .keys = "Enter",                                                                   \
      .menu = N_("History"),                                                             \
      .label = N_("What was changed, field by field"),                                   \
      .hint = N_("what changed"),                                                        \
      .needs = NEEDS_ROW,                                                                \
      .run = show_changes },                                                             \
    {                                                                                    \
        .name = "history.undo", .keys = "u Ctrl-Z", .menu = N_("History"),               \
        .label = N_("Undo this act"), .hint = N_("undo this act"),                       \
        .help = N_(                                                                      \
            "What came after it stays.  Refused when what it changed has been changed "  \
            "since; what a colleague did takes an organiser and a reason."),             \
        .guarded = true, .needs = NEEDS_ROW, .run = undo_this                            \
    }

static const struct action actions[] = { HISTORY_ACTIONS, ACTION_END };

/* A tab of a meeting answers the letters of a meeting. */
static const struct action meeting_actions[] = {
    HISTORY_ACTIONS,       MEETING_REGISTER(N_("Meeting")),
    MEETING_CONVENE(NULL), MEETING_EDIT_THIS("E", NULL),
    MEETING_STATE,         MEETING_QUOTAS,
    MEETING_FACTS,         ACTION_END
};

/* Without a row: of everything. */
static bool
open_history(struct history *screen, struct ui *ui, struct row_ref row,
             enum summary summary)
{
    list_screen_open(screen, row.id != 0 ? LISTING_ROW_JOURNAL : LISTING_JOURNAL, row.id,
                     _("Nothing has happened yet."));
    screen->page.list.query.entity = (int)row.entity;
    screen->page.list.add_cell = add_cell;
    screen->at = ui_atelier(ui);
    screen->summary = summary;
    list_select(&screen->page.list, ui_first_row(ui));
    return true;
}

/* "44 of 1000; too many are called so": words that begin thousands of names. */
static void
add_info(void *state, struct ui *ui, struct buffer *buffer)
{
    struct history *screen = state;
    struct list *list = &screen->page.list;
    struct listing_query query = list->query;
    struct error ignored = { 0 };

    list_add_info(list, buffer);
    query.search = list->search;
    if (screen->searches != list->searches)
        (void)listing_is_partial(ui_atelier(ui), &query, &screen->partial, &ignored);
    screen->searches = list->searches;
    error_clear(&ignored);
    if (screen->partial && list->search)
        buffer_addf(buffer, " · %s", _("too many names: type more"));
}

#define HISTORY_LIST                                                                     \
    .actions = actions, .close = list_screen_close, .reload = list_screen_load,          \
    .draw = list_screen_draw, .lacks = list_screen_lacks, .key = list_screen_key,        \
    .add_info = add_info, .tick_in = list_screen_tick_in, .tick = list_screen_tick

/* The last: HISTORY_LIST, or what draws and reads more than the list. */
#define HISTORY(NAME, ABOUT, ROW, SUMMARY, ...)                                          \
    static bool NAME##_open(void *state, struct ui *ui, int64_t id, struct error *err)   \
    {                                                                                    \
        (void)id;                                                                        \
        (void)err;                                                                       \
        return open_history(state, ui, ROW, SUMMARY);                                    \
    }                                                                                    \
    const struct screen NAME##_screen = {                                                \
        .name = #NAME,                                                                   \
        .about = (ABOUT),                                                                \
        .title = N_("History"),                                                          \
        .size = sizeof(struct history),                                                  \
        .open = NAME##_open,                                                             \
        __VA_ARGS__,                                                                     \
    }
#define HISTORY_OF(NAME, NOUN, noun, SUMMARY, ...)                                       \
    HISTORY(NAME##_history, &noun##_entity, ((struct row_ref){ ENTITY_##NOUN, id }),     \
            SUMMARY, __VA_ARGS__)

HISTORY_OF(meeting, MEETING, meeting, SUMMARY_PERSON, .actions = meeting_actions,
           MEETING_PAGE);
HISTORY_OF(person, PERSON, person, SUMMARY_MEETING, HISTORY_LIST);
HISTORY_OF(group, WORKING_GROUP, working_group, SUMMARY_WHOLE, HISTORY_LIST);
HISTORY_OF(organisation, ORGANISATION, organisation, SUMMARY_WHOLE, HISTORY_LIST);
HISTORY(journal_list, NULL, ROW_NONE, SUMMARY_WHOLE, HISTORY_LIST);
