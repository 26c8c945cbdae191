/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_screen.c - somebody else's calendar: what it would do, meeting by
 * meeting, before it does it */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/import_calendar_mend.h"
#include "atelier/base/language.h"
#include "atelier/domain/working_group.h"
#include "screen.h"
#include "screen/import_calendar_draw.h"
#include "screen/import_calendar_file.h"
#include "screen/import_calendar_form.h"
#include "screen/import_calendar_left.h"
#include "screen/import_calendar_mending.h"
#include "screen/import_calendar_rooms.h"
#include "screen/import_calendar_view.h"
#include "screen/import_left.h"
#include "sentence.h"
#include "widget/confirm.h"
#include "widget/progress.h"

static bool
import_calendar_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct calendar_view *view = state;

    calendar_view_init(view);
    view->group = id;
    return atelier_may(ui_atelier(ui), ACT_MEETING_IMPORT_NEEDS,
                       (struct row_ref){ ENTITY_WORKING_GROUP, id }, err);
}

/* What was said is kept already. */
static void
import_calendar_leave(void *state, struct ui *ui)
{
    const struct calendar_view *view = state;

    if (view->import && !view->written)
        import_left_say(ui, view->is_kept);
}

static void
import_calendar_close(void *state)
{
    calendar_view_clear(state);
}

/* The file is what one comes here for: it is asked for at once. */
static void
import_calendar_begin(void *state, struct ui *ui)
{
    import_calendar_ask_file(ui, state, 0);
}

/* --- its rows */

static void
import_calendar_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct calendar_view *view = state;

    if (!view->import) {
        const struct area text = { area.top + 1, area.left + 2, area.rows - 1,
                                   area.columns - 4 };
        paint_clear(area);
        sentence_paint(ui, text,
                       _("Press %K{calendar_import.open} to open a calendar file (.ics). "
                         " You see what it would do before anything is written."));
        paint_cursor(text.top, area.left);
        return;
    }
    const bool is_refused = view->refusal.kind && view->refusal.kind != ERROR_CANCELLED;
    const int head =
        import_calendar_draw_head(view->import, view->rehearsed ? &view->rehearsal : NULL,
                                  is_refused ? view->refusal.message : NULL, ui, area);
    area.top += head;
    area.rows -= head;
    list_draw(&view->list, ui, area, fresh);
}

static bool
import_calendar_key(void *state, struct ui *ui, const struct key *key)
{
    struct calendar_view *view = state;

    return view->import && list_key(&view->list, ui, key);
}

static void
import_calendar_add_info(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct calendar_view *view = state;

    if (view->import)
        list_screen_add_info(state, ui, buffer);
}

/* What was written may have been taken back since.  Before that, rows stay as they are
 * looked at: the run itself looks again. */
static bool
import_calendar_reload(void *state, struct ui *ui, struct error *err)
{
    struct calendar_view *view = state;

    return !view->import || ((!view->written || calendar_view_look_again(view, err)) &&
                             list_load(&view->list, ui, err));
}

static const char *
why_no_file(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return ((const struct calendar_view *)state)->import
               ? NULL
               : _("Open a file first, with %K{calendar_import.open}.");
}

static const char *
why_no_rows(struct ui *ui, void *state, int64_t argument)
{
    const char *why = why_no_file(ui, state, argument);
    const struct calendar_view *view = state;

    return why ? why
           : calendar_import_row_count(view->import) > 0
               ? NULL
               : _("No event of the calendar takes place in that time.");
}

static const char *
why_no_row(struct ui *ui, void *state, int64_t argument)
{
    const char *why = why_no_rows(ui, state, argument);

    return why ? why
           : calendar_view_row(state)
               ? NULL
               : _("Nothing fits what is searched for.  %K{Esc} shows everything again.");
}

static void
show_row(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    import_calendar_show_row(ui, calendar_view_row(state));
}

static const char *
why_not_mended(struct ui *ui, void *state, int64_t argument)
{
    const char *why = why_no_row(ui, state, argument);
    const struct calendar_view *view = state;

    return why ? why
           : calendar_import_can_mend(view->import, calendar_view_index(view))
               ? NULL
               : _("Only a row whose time, title or place is wrong is mended here.");
}

static void
mend_row(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct calendar_view *view = state;
    import_calendar_mend(ui, view, calendar_view_index(view));
}

/* What is wrong and can be mended is; all else is shown. */
static void
settle_row(struct ui *ui, void *state, int64_t argument)
{
    const struct calendar_view *view = state;
    const enum import_verdict verdict = calendar_view_row(view)->verdict;
    const bool is_wrong = verdict == IMPORT_DOUBTFUL || verdict == IMPORT_REFUSED;

    if (is_wrong && calendar_import_can_mend(view->import, calendar_view_index(view)))
        mend_row(ui, state, argument);
    else
        show_row(ui, state, argument);
}

static void
go_to_left_out(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    if (!calendar_view_next_left_out(state))
        ui_say(ui, _("No row is doubtful or refused."));
}

/* --- what the file does not say */

static void
ask_choices(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    import_calendar_form(ui, state);
}

/* --- writing */

static const char *
why_nothing_to_write(struct ui *ui, void *state, int64_t argument)
{
    const char *why = why_no_rows(ui, state, argument);
    if (why)
        return why;
    const struct calendar_view *view = state;
    const struct calendar_import_choice *choice = calendar_import_choice(view->import);
    int64_t counts[IMPORT_VERDICT_COUNT];
    calendar_import_counts(view->import, counts);
    return counts[IMPORT_NEW] + counts[IMPORT_CHANGED] > 0 || choice->attendees
               ? NULL
               : _("There is nothing to write: no row is new or changed.");
}

static int64_t
left_out(const int64_t counts[])
{
    return counts[IMPORT_DOUBTFUL] + counts[IMPORT_REFUSED];
}

/* New ones become the group's; those that change may be of any. */
static void
add_deeds(struct ui *ui, const struct calendar_view *view, const int64_t deeds[],
          struct buffer *text)
{
    const int64_t added = deeds[CALENDAR_IMPORT_ADD];
    const int64_t changed = deeds[CALENDAR_IMPORT_CHANGE];
    const int64_t cancelled = deeds[CALENDAR_IMPORT_CANCEL];
    struct buffer group = { 0 };

    display_title(ui_atelier(ui), ENTITY_WORKING_GROUP, view->group, &group);
    if (added > 0)
        buffer_addf(text,
                    ngettext("  %" PRId64 " is new, of %s.",
                             "  %" PRId64 " are new, of %s.", (unsigned long)added),
                    added, buffer_text(&group));
    if (changed > 0)
        buffer_addf(text,
                    ngettext("  %" PRId64 " is changed.", "  %" PRId64 " are changed.",
                             (unsigned long)changed),
                    changed);
    if (cancelled > 0)
        buffer_addf(text,
                    ngettext("  %" PRId64 " is cancelled.",
                             "  %" PRId64 " are cancelled.", (unsigned long)cancelled),
                    cancelled);
    buffer_clear(&group);
}

static void
add_left_out(const int64_t counts[], struct buffer *text)
{
    const int64_t doubtful = counts[IMPORT_DOUBTFUL];
    const int64_t refused = counts[IMPORT_REFUSED];

    if (doubtful > 0)
        buffer_addf(text,
                    ngettext("  %" PRId64 " row is doubtful and left out.",
                             "  %" PRId64 " rows are doubtful and left out.",
                             (unsigned long)doubtful),
                    doubtful);
    if (refused > 0)
        buffer_addf(text,
                    ngettext("  %" PRId64 " row is refused and left out.",
                             "  %" PRId64 " rows are refused and left out.",
                             (unsigned long)refused),
                    refused);
}

/* Names what is done, and what is not. */
static bool
ask_write(struct ui *ui, const struct calendar_view *view)
{
    int64_t counts[IMPORT_VERDICT_COUNT];
    calendar_import_counts(view->import, counts);
    int64_t deeds[CALENDAR_IMPORT_DEED_COUNT];
    calendar_import_deeds(view->import, deeds);
    const int64_t all = deeds[CALENDAR_IMPORT_ADD] + deeds[CALENDAR_IMPORT_CHANGE] +
                        deeds[CALENDAR_IMPORT_CANCEL];
    struct buffer text = { 0 };

    buffer_addf(&text,
                ngettext("Write %" PRId64 " meeting?", "Write %" PRId64 " meetings?",
                         (unsigned long)all),
                all);
    add_deeds(ui, view, deeds, &text);
    const int64_t rooms = view->rehearsed ? view->rehearsal.rooms : 0;
    if (rooms > 0)
        buffer_addf(&text,
                    ngettext("  %" PRId64 " room is created.",
                             "  %" PRId64 " rooms are created.", (unsigned long)rooms),
                    rooms);
    if (view->rehearsed && calendar_import_choice(view->import)->attendees)
        buffer_addf(&text,
                    _("  Onto their lists come %" PRId64 " registered and %" PRId64
                      " invited people."),
                    view->rehearsal.registered, view->rehearsal.invited);
    add_left_out(counts, &text);
    const bool yes = confirm(ui, _("Write the meetings"), "%s", buffer_text(&text));
    buffer_clear(&text);
    return yes;
}

static void
say_outcome(struct ui *ui, const struct calendar_import_outcome *outcome, bool attendees)
{
    if (attendees)
        ui_say(ui,
               _("Meetings: %" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " cancelled; people: %" PRId64 " registered, %" PRId64
                 " invited, %" PRId64 " without a seat, %" PRId64
                 " not known.  %%K{program.undo} takes all of it back."),
               outcome->added, outcome->changed, outcome->cancelled, outcome->registered,
               outcome->invited, outcome->full, outcome->unknown);
    else
        ui_say(ui,
               _("Meetings: %" PRId64 " added, %" PRId64 " changed, %" PRId64
                 " cancelled.  %%K{program.undo} takes all of it back."),
               outcome->added, outcome->changed, outcome->cancelled);
}

static bool
write_rows(struct calendar_view *view, struct ui *ui,
           struct calendar_import_outcome *outcome)
{
    struct progress progress;
    struct error err = { 0 };

    progress_start(&progress, ui, _("Importing"));
    const bool ok =
        calendar_import_run(view->import, progress_step, &progress, outcome, &err);
    progress_end(&progress);
    if (!ok && err.kind == ERROR_CONFLICT)
        calendar_view_judge(view, ui);
    return ok || ui_fail(ui, &err);
}

/* What is left out stays to be looked at. */
static void
run(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct calendar_view *view = state;
    const bool attendees = calendar_import_choice(view->import)->attendees;
    struct calendar_import_outcome outcome;
    int64_t counts[IMPORT_VERDICT_COUNT];

    calendar_import_counts(view->import, counts);
    if (!ask_write(ui, view) || !write_rows(view, ui, &outcome))
        return;
    view->written = true;
    view->rehearsed = false;
    if (left_out(counts) + outcome.full + outcome.other + outcome.unknown == 0) {
        calendar_view_forget(view);
        ui_back(ui);
    }
    say_outcome(ui, &outcome, attendees);
}

static const struct action actions[] = {
    { .name = "calendar_import.settle",
      .keys = "Enter",
      .menu = N_("Import"),
      .label = N_("Mend the row, or show it whole"),
      .hint = N_("mend or show"),
      .help = N_("A row that is refused or doubtful for its time, its title or its place "
                 "is mended in a form; any other is shown."),
      .blocked = why_no_row,
      .run = settle_row },
    { .name = "calendar_import.mend",
      .keys = "e",
      .menu = N_("Import"),
      .label = N_("Mend the row again"),
      .blocked = why_not_mended,
      .run = mend_row },
    { .name = "calendar_import.show",
      .keys = "w",
      .menu = N_("Import"),
      .label = N_("Show the row whole"),
      .help = N_("Every field, old and new, and why a row is left out."),
      .blocked = why_no_row,
      .run = show_row },
    { .name = "calendar_import.next",
      .keys = "f g",
      .menu = N_("Import"),
      .label = N_("The next doubtful or refused row"),
      .hint = N_("next doubtful"),
      .blocked = why_no_row,
      .run = go_to_left_out },
    { .name = "calendar_import.run",
      .keys = "F2 Ctrl-S",
      .menu = N_("Import"),
      .label = N_("Write the new and changed meetings"),
      .hint = N_("import"),
      .help = N_("All of it is one act: %K{program.undo} takes it back whole."),
      .blocked = why_nothing_to_write,
      .run = run },
    { .name = "calendar_import.choices",
      .keys = "E",
      .menu = N_("Import"),
      .label = N_("Days, zones, hours, attendees, private events"),
      .hint = N_("days, zones"),
      .help =
          N_("What the file does not say, or you may want otherwise.  Who accepted comes "
             "to a seat by the rules of registration, who declined is noted so, others "
             "are invited; nobody is created."),
      .blocked = why_no_file,
      .run = ask_choices },
    { .name = "calendar_import.rooms",
      .keys = "n",
      .menu = N_("Import"),
      .label = N_("Create the rooms that are new"),
      .hint = N_("new rooms"),
      .help = N_("A place that is none of the rooms becomes one, in the venue that it "
                 "names or that you choose; without it, places come in words."),
      .permission = ACT_ROOM_ADD_NEEDS,
      .blocked = import_calendar_why_no_new_room,
      .run = import_calendar_rooms },
    { .name = "calendar_import.save",
      .keys = "x",
      .menu = N_("Import"),
      .label = N_("Save the events that are left out"),
      .hint = N_("left out"),
      .help =
          N_("As a calendar, each with its reason in a comment: to be mended, or sent "
             "back to who wrote it."),
      .blocked = import_calendar_why_none_left_out,
      .needs = NEEDS_FILES,
      .run = import_calendar_save_left_out },
    { .name = "calendar_import.group",
      .keys = "m",
      .menu = N_("Import"),
      .label = N_("Into another group"),
      .blocked = why_no_file,
      .run = import_calendar_other_group },
    { .name = "calendar_import.open",
      .keys = "i",
      .menu = N_("Import"),
      .label = N_("Open another file"),
      .hint = N_("open"),
      .needs = NEEDS_FILES,
      .run = import_calendar_ask_file },
    ACTION_END
};

const struct screen import_calendar_screen = {
    .name = "import_calendar",
    .title = N_("Import a calendar"),
    .about = &working_group_entity,
    .size = sizeof(struct calendar_view),
    .actions = actions,
    .open = import_calendar_open,
    .begin = import_calendar_begin,
    .leave = import_calendar_leave,
    .close = import_calendar_close,
    .reload = import_calendar_reload,
    .draw = import_calendar_draw,
    .key = import_calendar_key,
    .add_info = import_calendar_add_info,
    .tick_in = list_screen_tick_in,
    .tick = list_screen_tick,
};
