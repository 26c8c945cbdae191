/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_dialog.c - what is done with a meeting, as whole conversations */
#include "meeting/meeting_dialog.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/browse.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/export_list.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/torn_line.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "given.h"
#include "meeting/meeting_head.h"
#include "meeting/meeting_register.h"
#include "meeting/meeting_standing.h"
#include "noun/noun.h"
#include "sentence.h"
#include "widget/ask.h"
#include "widget/choose.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"
#include "widget/list_actions.h"

static void
say_convened(struct ui *ui, const struct convene_outcome *outcome)
{
    struct buffer format = { 0 };
    struct buffer text = { 0 };

    buffer_addf(&format,
                ngettext("%" PRId64 " member invited; %%K{program.undo} takes it back.",
                         "%" PRId64 " members invited; %%K{program.undo} takes it back.",
                         (unsigned long)outcome->invited),
                outcome->invited);
    sentence_add(ui, buffer_text(&format), &text);
    if (outcome->alternates > 0) {
        buffer_add(&text, "  ");
        buffer_addf(&text,
                    ngettext("%" PRId64 " alternate not asked yet.",
                             "%" PRId64 " alternates not asked yet.",
                             (unsigned long)outcome->alternates),
                    outcome->alternates);
    }
    ui_say(ui, "%s", buffer_text(&text));
    buffer_clear(&format);
    buffer_clear(&text);
}

void
meeting_dialog_convene(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    int64_t meeting = ui_id(ui);
    struct error err = { 0 };
    struct convene_outcome outcome;
    if (!convene_members(ui_atelier(ui), meeting, true, &outcome, &err)) {
        ui_fail(ui, &err);
        return;
    }
    if (outcome.members == 0) {
        ui_refuse(ui,
                  _("The group has no members on that day.  Add them on its own screen, "
                    "under Groups."));
        return;
    }
    if (outcome.invited == 0) {
        ui_say(ui, _("Every member of the group is on the list already."));
        return;
    }
    if (!convene_members(ui_atelier(ui), meeting, false, &outcome, &err)) {
        ui_fail(ui, &err);
        return;
    }
    say_convened(ui, &outcome);
}

static const char *
act_title(enum meeting_act act)
{
    switch (act) {
    case MEETING_CONFIRM:
        return _("Confirm the meeting");
    case MEETING_POSTPONE:
        return _("Postpone the meeting");
    case MEETING_CANCEL:
        return _("Cancel the meeting");
    case MEETING_HOLD:
        return _("The meeting took place");
    case MEETING_CLOSE:
        return _("Close the meeting");
    case MEETING_REOPEN:
        return _("Reopen the meeting");
    case MEETING_ACT_COUNT:
        break;
    }
    return "";
}

static void
say_done(struct ui *ui, enum meeting_act act)
{
    switch (act) {
    case MEETING_CONFIRM:
        ui_say(ui, _("The meeting is confirmed; %%K{program.undo} takes it back."));
        break;
    case MEETING_POSTPONE:
        ui_say(ui,
               _("Postponed; its list is kept.  %%K{meeting.edit} gives it another day; "
                 "%%K{program.undo} takes it back."));
        break;
    case MEETING_CANCEL:
        ui_say(ui, _("The meeting is cancelled; %%K{program.undo} takes it back."));
        break;
    case MEETING_HOLD:
        ui_say(ui, _("The meeting took place; %%K{program.undo} takes it back."));
        break;
    case MEETING_CLOSE:
        ui_say(ui,
               _("The meeting is closed: its list is final.  %%K{program.undo} takes it "
                 "back."));
        break;
    case MEETING_REOPEN:
        ui_say(ui,
               _("The meeting is held, no longer closed: its list can change again."));
        break;
    case MEETING_ACT_COUNT:
        break;
    }
}

/* A meeting that is put off may have its new day already; true: it was saved, and said.
 */
static bool
ask_new_day(struct ui *ui, int64_t meeting)
{
    const char *const answers[] = { _("Without a day for now"),
                                    _("Give it another day") };

    return choose(ui, _("Postponed"), _("Its list is kept.  Is the new day known?"),
                  answers, 2, 0) == 1 &&
           noun_edit(ui, ENTITY_MEETING, meeting);
}

void
meeting_dialog_act(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    enum meeting_act act = (enum meeting_act)argument;
    int64_t meeting = ui_id(ui);
    struct error err = { 0 };
    char *reason = NULL;
    bool ok = plan_act(ui_atelier(ui), meeting, act, NULL, &err);
    if (!ok && err.kind == ERROR_INPUT && meeting_act_wants_reason(act)) {
        reason = ask(ui, act_title(act),
                     act == MEETING_REOPEN
                         ? _("Why?  The history keeps it.")
                         : _("Why?  The calendars of those on the list say it."),
                     NULL, true);
        if (!reason)
            return;
        ok = plan_act(ui_atelier(ui), meeting, act, reason, &err);
    }
    if (ok) {
        if (act != MEETING_POSTPONE || !ask_new_day(ui, meeting))
            say_done(ui, act);
        given_add(ui);
    } else {
        ui_fail(ui, &err);
    }
    free(reason);
}

/* The state of the meeting that is shown; false when it cannot be read. */
static bool
load_state(struct ui *ui, enum meeting_state *state, struct error *err)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    bool ok = edit_load(ui_atelier(ui), &meeting_entity, ui_id(ui), &meeting, err);
    *state = meeting.state;
    record_clear(&meeting_entity, &meeting);
    return ok;
}

const char *
meeting_dialog_why_no_act(struct ui *ui, void *state, int64_t act)
{
    enum meeting_state now;
    struct error ignored = { 0 };

    (void)state;
    return load_state(ui, &now, &ignored)
               ? meeting_state_refuses(now, (enum meeting_act)act)
               : NULL;
}

void
meeting_dialog_state(struct ui *ui, void *state, int64_t argument)
{
    const char *answers[MEETING_ACT_COUNT];
    enum meeting_act acts[MEETING_ACT_COUNT];
    size_t count = 0;
    enum meeting_state now;
    struct error err = { 0 };

    (void)argument;
    if (!load_state(ui, &now, &err)) {
        ui_fail(ui, &err);
        return;
    }
    const bool reopens = atelier_may(ui_atelier(ui), ACT_MEETING_REOPEN_NEEDS,
                                     (struct row_ref){ ENTITY_MEETING, ui_id(ui) }, NULL);
    for (enum meeting_act act = 0; act < MEETING_ACT_COUNT; act++)
        if (!meeting_state_refuses(now, act) && (act != MEETING_REOPEN || reopens)) {
            acts[count] = act;
            answers[count++] = act_title(act);
        }
    if (count == 0) {
        ui_refuse(ui, "%s", meeting_state_refuses(now, MEETING_CONFIRM));
        return;
    }
    int chosen = choose(ui, _(meeting_states[now].label), NULL, answers, count, 0);
    if (chosen >= 0)
        meeting_dialog_act(ui, state, acts[chosen]);
}

static int64_t
plan(struct ui *ui)
{
    int64_t id = noun_add(ui, ENTITY_MEETING, ui_row(ui));
    if (id)
        ui_open(ui, SCREEN_REGISTRATION_LIST, id);
    return id;
}

void
meeting_dialog_plan(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    plan(ui);
}

void
meeting_dialog_plan_row(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    list_select(state, plan(ui));
}

/* The list is covered: how full it is stands in the edge of what covers it. */
static int64_t
pick_for_list(struct ui *ui, int64_t meeting)
{
    struct buffer title = { 0 };
    struct buffer taken = { 0 };
    struct seats seats;
    struct error ignored = { 0 };

    if (browse_seats(ui_atelier(ui), meeting, &seats, &ignored))
        meeting_head_add_taken(&seats, &taken);
    /* TRANSLATORS: %s: "31 of 40 taken, 9 free" */
    buffer_addf(&title, _("Register (%s): a name, organisation or e-mail"),
                buffer_text(&taken));
    const int64_t person = meeting_standing_pick(ui, meeting, buffer_text(&title), NULL);
    buffer_clear(&taken);
    buffer_clear(&title);
    error_clear(&ignored);
    return person;
}

void
meeting_dialog_register(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    int64_t meeting = ui_id(ui);
    int64_t person;
    do {
        person = pick_for_list(ui, meeting);
    } while (person && !ui_is_leaving(ui) && meeting_register(ui, meeting, person));
}

static void
say_exported(struct ui *ui, const struct export_outcome *outcome)
{
    struct buffer name = { 0 };
    struct buffer text = { 0 };
    unsigned long meetings = (unsigned long)outcome->counts.meetings;
    file_path_add(&name, atelier_folder(ui_atelier(ui)), outcome->path);
    if (outcome->replaced)
        buffer_addf(&text,
                    ngettext("%" PRId64
                             " meeting written to %s; the older calendar is replaced.",
                             "%" PRId64
                             " meetings written to %s; the older calendar is replaced.",
                             meetings),
                    outcome->counts.meetings, buffer_text(&name));
    else
        buffer_addf(&text,
                    ngettext("%" PRId64 " meeting written to %s.",
                             "%" PRId64 " meetings written to %s.", meetings),
                    outcome->counts.meetings, buffer_text(&name));
    if (outcome->drafts > 0) {
        buffer_add(&text, "  ");
        buffer_addf(&text,
                    ngettext("%" PRId64 " draft is left out: confirm it to export it.",
                             "%" PRId64 " drafts are left out: confirm them to export "
                             "them.",
                             (unsigned long)outcome->drafts),
                    outcome->drafts);
    }
    if (outcome->counts.torn > 0)
        buffer_add(&text, "  ");
    (void)torn_line_say(ui_atelier(ui), &outcome->counts, &text);
    if (!export_names_domain(ui_atelier(ui)))
        buffer_add(&text, _("  The office has no domain yet: its e-mail, among the "
                            "settings, gives one."));
    ui_say(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&name);
}

static struct row_ref
scope_of(enum meeting_export what, int64_t id)
{
    switch (what) {
    case EXPORT_MEETING:
        return (struct row_ref){ ENTITY_MEETING, id };
    case EXPORT_GROUP:
        return (struct row_ref){ ENTITY_WORKING_GROUP, id };
    case EXPORT_PERSON:
        return (struct row_ref){ ENTITY_PERSON, id };
    case EXPORT_ALL:
        break;
    }
    return ROW_NONE;
}

/* Of which row: the one that is open, or under the bar. */
static struct row_ref
exported_row(struct ui *ui, const struct list *list, enum meeting_export what)
{
    return scope_of(what,
                    ui_id(ui) || !list_is_on_top(ui) ? ui_id(ui) : list_selected(list));
}

static char *
ask_where(struct ui *ui, const struct list *list, enum meeting_export what,
          const char *start)
{
    const struct row_ref row = exported_row(ui, list, what);
    struct buffer title = { 0 };

    if (row.id != 0)
        file_ask_add_title(ui, _("Export the calendar"), row, &title);
    else
        buffer_add(&title, _("Export the calendar of all meetings"));
    char *path = file_ask(
        ui, buffer_text(&title),
        list_is_on_top(ui)
            ? _("File or folder, like ~/meetings.ics; ~/list.xlsx, .csv or .json for the "
                "rows below.  Empty: a file in this folder, named after what it holds.")
            : _("File or folder, like ~/ or ~/meetings.ics; empty for a file in "
                "this folder, named after what it holds."),
        start, false);
    buffer_clear(&title);
    return path;
}

/* A calendar under the name of a spreadsheet would open nowhere. */
static void
refuse_name(struct ui *ui, const char *path, enum meeting_export what)
{
    enum list_form form;

    if (list_is_on_top(ui))
        ui_refuse(ui, "%s",
                  atelier_folder(ui_atelier(ui))
                      ? _("End the name in .ics, .xlsx or .csv.")
                      : _("End the name in .ics, .xlsx, .csv or .json."));
    else if (list_form_of_path(path, &form) && what == EXPORT_MEETING)
        ui_refuse(ui, _("Here is one meeting; its list is opened by %%K{meeting.list}.  "
                        "A calendar ends in .ics."));
    else if (list_form_of_path(path, &form) && what == EXPORT_ALL)
        ui_refuse(ui, _("Here is no list; that of the meetings is opened by "
                        "%%K{2}.  A calendar ends in .ics."));
    else
        ui_refuse(ui, _("This is a calendar: end the name in .ics."));
}

/* The ending of the name says what is wanted: the rows, where there are rows, or a
 * calendar.  Returns whether it was written, and said. */
static bool
export_to(struct ui *ui, struct list *list, const char *path, enum meeting_export what)
{
    enum list_form form;
    struct error err = { 0 };
    struct export_outcome outcome = { 0 };

    if (list_is_on_top(ui) && list_form_of_path(path, &form))
        return list_write(list, ui, path);
    if (!export_calendar_is_name(ui_atelier(ui), path)) {
        refuse_name(ui, path, what);
        return false;
    }
    if (!export_calendar_file(ui_atelier(ui), exported_row(ui, list, what),
                              *path ? path : NULL, &outcome, &err)) {
        ui_fail(ui, &err);
        error_clear(&err);
        return false;
    }
    say_exported(ui, &outcome);
    export_outcome_clear(&outcome);
    return true;
}

void
meeting_dialog_export(struct ui *ui, void *state, int64_t what)
{
    const struct list *list = list_is_on_top(ui) ? state : NULL;
    char *path = NULL;
    bool done = list && list->mark_count > 0; /* they are rows, not a calendar */

    if (done)
        list_export_rows(ui, state, 0);
    while (!done) {
        char *typed = ask_where(ui, state, (enum meeting_export)what, path);
        free(path);
        path = typed;
        done = !path || export_to(ui, state, path, (enum meeting_export)what);
    }
    free(path);
}
