/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_presence.c - who is there, on the list of a meeting: mark, annul */
#include "screen/registration_presence.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "meeting/meeting_walk_in.h"
#include "widget/ask.h"
#include "widget/confirm.h"
#include "widget/list_marks.h"
#include "widget/list_marks_ask.h"

/* So many reasons fit below the list. */
enum { REASONS_TOLD = 2 };

/* --- what a row says */

/* The mark of the row in the slot that is shown; -1: none. */
static int
mark_of(const struct list *list, const struct listing_row *row)
{
    const char *kind = list_cell_of(list, row, "presence");
    return kind ? choice_find(presence_kinds, kind) : -1;
}

static bool
is_remote(const struct list *list, const struct listing_row *row)
{
    const char *remote = list_cell_of(list, row, "presence_remote");
    return remote && remote[0] == '1';
}

static bool
is_there(int kind)
{
    return kind == PRESENCE_PRESENT || kind == PRESENCE_SIGNED;
}

/* Of who is there, also how. */
static bool
add_cell(const struct list *list, const struct listing_row *row, size_t column,
         struct buffer *buffer)
{
    const int kind = mark_of(list, row);

    if (strcmp(list->listing->columns[column].name, "presence") != 0 || !is_there(kind))
        return false;
    buffer_add(buffer,
               presence_column_word((enum presence_kind)kind, is_remote(list, row)));
    return true;
}

/* --- marks */

/* What is marked, and how. */
struct marks {
    struct ui *ui;
    struct registration_list *screen;
    struct attend_request request;
    int64_t *ids; /* owned: the list may be read again while somebody is asked */
    size_t count;
    bool steps; /* the bar goes on to the next row */
};

static bool
may_mark_early(struct ui *ui, struct registration_list *screen)
{
    if (!screen->head.presence.early || screen->agreed_early)
        return true;
    struct buffer day = { 0 };
    when_format_date(screen->head.meeting.start.date, WHEN_LONG, &day);
    screen->agreed_early = confirm(ui, _("Mark who is there"),
                                   _("The meeting is only on %s.  Mark already now who "
                                     "is there?"),
                                   buffer_text(&day));
    buffer_clear(&day);
    return screen->agreed_early;
}

bool
registration_presence_prepare(struct ui *ui, struct registration_list *screen)
{
    struct meeting_presence *presence = &screen->head.presence;

    return may_mark_early(ui, screen) &&
           (presence->slot || presence->slots < 2 ||
            meeting_presence_ask(presence, ui, screen->meeting));
}

/* The row of that registration; NULL when it is not held any more. */
static const struct listing_row *
find_row(const struct list *list, int64_t id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->rows[i].id == id)
            return &list->rows[i];
    return NULL;
}

static int64_t
person_of(const struct list *list, const struct listing_row *row)
{
    const char *person = list_cell_of(list, row, "person");
    return person ? strtoll(person, NULL, 10) : 0;
}

/* What the mark said, and how many are there now. */
static void
say_marked(const struct marks *marks, const char *name,
           const struct attend_outcome *outcome)
{
    const struct presence_count *count = &outcome->slot;
    /* The head was read before the mark. */
    const int64_t expected =
        marks->screen->head.presence.expected + (outcome->accepted_offer ? 1 : 0);
    const int64_t present = count->present;
    const char *word = presence_word(outcome->mark.kind, outcome->mark.remote);

    if (outcome->mark.kind == PRESENCE_LEFT)
        ui_say(marks->ui,
               ngettext("%s: %s, %" PRId64 " of %" PRId64 " still here.",
                        "%s: %s, %" PRId64 " of %" PRId64 " still here.",
                        (unsigned long)count->inside),
               name, word, count->inside, present);
    else if (outcome->accepted_offer)
        ui_say(marks->ui,
               ngettext("%s: %s, %" PRId64 " of %" PRId64
                        " here.  The seat that was offered is accepted.",
                        "%s: %s, %" PRId64 " of %" PRId64
                        " here.  The seat that was offered is accepted.",
                        (unsigned long)present),
               name, word, present, expected);
    else if (marks->screen->finding) /* where no letter takes it back */
        ui_say(marks->ui,
               ngettext("%s: %s, %" PRId64 " of %" PRId64 " here.",
                        "%s: %s, %" PRId64 " of %" PRId64 " here.",
                        (unsigned long)present),
               name, word, present, expected);
    else
        ui_say(marks->ui,
               ngettext("%s: %s, %" PRId64 " of %" PRId64
                        " here.  %%K{program.undo} takes it back.",
                        "%s: %s, %" PRId64 " of %" PRId64
                        " here.  %%K{program.undo} takes it back.",
                        (unsigned long)present),
               name, word, present, expected);
}

/* On the list, and a seat is what they lack. */
static bool
lacks_seat(const struct marks *marks)
{
    const struct list *list = &marks->screen->list;
    int state = -1;

    for (size_t i = 0; i < list->count; i++) {
        const char *name = list_cell_of(list, &list->rows[i], "state");
        if (name && person_of(list, &list->rows[i]) == marks->request.person)
            state = choice_find(registration_states, name);
    }
    return state == REGISTRATION_INVITED || state == REGISTRATION_PENDING ||
           state == REGISTRATION_WAITING;
}

/* Who came without a seat is taken in as at the door: what the seats want answered is
 * asked. */
static bool
may_take_in(const struct marks *marks, const struct error *err)
{
    struct error ignored = { 0 };
    const bool may =
        err->kind == ERROR_RULE && err->field && strcmp(err->field, "person") == 0 &&
        marks->request.kind == PRESENCE_PRESENT &&
        marks->request.place == ATTEND_AS_BEFORE && lacks_seat(marks) &&
        atelier_may(ui_atelier(marks->ui), ACT_REGISTRATION_WALK_IN_NEEDS,
                    (struct row_ref){ ENTITY_MEETING, marks->screen->meeting }, &ignored);

    error_clear(&ignored);
    return may;
}

/* Whom nobody expects: what to press, for whoever may. */
static void
say_refused(const struct marks *marks, const struct error *err)
{
    struct ui *ui = marks->ui;
    struct error ignored = { 0 };
    if (err->kind != ERROR_RULE || !err->field || strcmp(err->field, "person") != 0)
        ui_fail(ui, err);
    else if (!atelier_may(ui_atelier(ui), ACT_REGISTRATION_ACCEPT_NEEDS,
                          (struct row_ref){ ENTITY_MEETING, marks->screen->meeting },
                          &ignored))
        ui_refuse(ui, _("%s  The desk can."), err->message);
    else if (marks->screen->finding) /* letters are typed; the bar stays on the person */
        ui_refuse(ui,
                  _("%s  %%K{Esc}, then %%K{registration.accept} accepts and "
                    "%%K{presence.mark} marks."),
                  err->message);
    else if (lacks_seat(marks))
        ui_refuse(
            ui, _("%s  %%K{registration.accept} accepts, then %%K{presence.mark} marks."),
            err->message);
    else
        ui_refuse(
            ui, _("%s  %%K{registration.accept} revives, then %%K{presence.mark} marks."),
            err->message);
}

static bool
mark_one(struct marks *marks)
{
    struct registration_list *screen = marks->screen;
    struct attend_outcome outcome;
    struct error err = { 0 };
    struct buffer name = { 0 };

    attend_outcome_init(&outcome);
    display_title(ui_atelier(marks->ui), ENTITY_PERSON, marks->request.person, &name);
    bool ok = attend_mark(ui_atelier(marks->ui), &marks->request, &outcome, &err);
    if (!ok && may_take_in(marks, &err)) {
        error_clear(&err);
        ok = meeting_walk_in_person(marks->ui, marks->request.meeting,
                                    marks->request.slot, marks->request.person) != 0;
    } else if (!ok)
        say_refused(marks, &err);
    else if (outcome.already)
        meeting_presence_say_already(marks->ui, buffer_text(&name), &outcome.mark);
    else
        say_marked(marks, buffer_text(&name), &outcome);
    if (ok && marks->steps)
        list_move(&screen->list, marks->ui, 1);
    if (ok)
        list_unmark(&screen->list);
    attend_outcome_clear(&outcome);
    buffer_clear(&name);
    return ok;
}

/* Why somebody was left out: of one person the reason has the name already. */
static void
add_skipped(const struct register_skipped *skipped, struct buffer *text)
{
    size_t rest = skipped->count;

    for (size_t i = 0; i < skipped->reason_count && i < REASONS_TOLD; i++) {
        const size_t count = skipped->reasons[i].count;
        const char *why = skipped->reasons[i].why.message;

        rest -= count;
        if (count == 1)
            buffer_addf(text, "  %s", why);
        else
            buffer_addf(
                text,
                ngettext("  %zu person: %s", "  %zu people: %s", (unsigned long)count),
                count, why);
    }
    if (rest > 0)
        buffer_addf(text,
                    ngettext("  And %zu more, still marked.",
                             "  And %zu more, still marked.", (unsigned long)rest),
                    rest);
}

static void
say_sum(const struct marks *marks, const struct attend_sum *sum)
{
    const int64_t present = sum->slot.present;
    struct buffer text = { 0 };

    buffer_addf(
        &text,
        ngettext("%zu person marked as %s,", "%zu people marked as %s,",
                 (unsigned long)sum->done),
        sum->done,
        presence_word(marks->request.kind, marks->request.place == ATTEND_REMOTE));
    buffer_add_char(&text, ' ');
    buffer_addf(&text,
                ngettext("%" PRId64 " of %" PRId64 " here.",
                         "%" PRId64 " of %" PRId64 " here.", (unsigned long)present),
                present,
                marks->screen->head.presence.expected + (int64_t)sum->accepted_offers);
    if (sum->already > 0)
        buffer_addf(&text,
                    ngettext("  %zu was already.", "  %zu were already.",
                             (unsigned long)sum->already),
                    sum->already);
    if (sum->accepted_offers > 0)
        buffer_addf(&text,
                    ngettext("  %zu accepted the seat that was offered.",
                             "  %zu accepted the seats that were offered.",
                             (unsigned long)sum->accepted_offers),
                    sum->accepted_offers);
    add_skipped(&sum->skipped, &text);
    if (sum->done > 0)
        ui_say(marks->ui, _("%s  %%K{program.undo} takes it back."), buffer_text(&text));
    else
        ui_say(marks->ui, "%s", buffer_text(&text));
    buffer_clear(&text);
}

/* Whoever is left out keeps the mark of the list. */
static void
mark_many(struct marks *marks)
{
    struct attend_sum sum;
    struct error err = { 0 };

    if (attend_mark_many(ui_atelier(marks->ui), &marks->request, marks->ids, marks->count,
                         &sum, &err)) {
        say_sum(marks, &sum);
        list_keep_marks(&marks->screen->list, sum.skipped.ids, sum.skipped.id_count);
    } else {
        ui_fail(marks->ui, &err);
    }
    attend_sum_clear(&sum);
}

static void
mark(struct ui *ui, struct registration_list *screen, enum presence_kind kind,
     enum attend_place place, const char *reason)
{
    struct marks marks = {
        .ui = ui,
        .screen = screen,
        .request = { .meeting = screen->meeting,
                     .kind = kind,
                     .place = place,
                     .means = "door",
                     .reason = reason },
        .steps =
            kind == PRESENCE_PRESENT && place == ATTEND_AS_BEFORE && !screen->finding,
    };
    const int64_t *ids;

    marks.request.slot = screen->head.presence.slot;
    marks.count = list_marked(&screen->list, &ids);
    marks.ids = memory_new(marks.count, sizeof(*marks.ids));
    for (size_t i = 0; i < marks.count; i++)
        marks.ids[i] = ids[i];
    if (marks.count == 1)
        marks.request.person =
            person_of(&screen->list, find_row(&screen->list, marks.ids[0]));
    if (marks.request.person)
        (void)mark_one(&marks);
    else
        mark_many(&marks);
    free(marks.ids);
}

static bool
begin(struct ui *ui, struct registration_list *screen)
{
    return registration_presence_prepare(ui, screen) &&
           list_may_take_hidden(&screen->list, ui);
}

/* --- by keys */

bool
registration_presence_hinted(const void *state)
{
    const struct registration_list *screen = state;
    return screen->head.presence.due || screen->head.shows_presence;
}

void
registration_presence_mark(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    if (begin(ui, state))
        mark(ui, state, PRESENCE_PRESENT, ATTEND_AS_BEFORE, NULL);
}

/* Of several: they left. */
void
registration_presence_leave(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;
    const struct list *list = &screen->list;

    (void)argument;
    if (!begin(ui, screen))
        return;
    bool back = list->mark_count == 0 && mark_of(list, list_row(list)) == PRESENCE_LEFT;
    mark(ui, screen, back ? PRESENCE_PRESENT : PRESENCE_LEFT,
         back && is_remote(list, list_row(list)) ? ATTEND_REMOTE
         : back                                  ? ATTEND_IN_ROOM
                                                 : ATTEND_AS_BEFORE,
         NULL);
}

/* Of several: they are there remotely. */
void
registration_presence_place(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;
    const struct list *list = &screen->list;
    const struct listing_row *row = list_row(list);

    (void)argument;
    if (!begin(ui, screen))
        return;
    bool was =
        list->mark_count == 0 && is_there(mark_of(list, row)) && is_remote(list, row);
    mark(ui, screen, PRESENCE_PRESENT, was ? ATTEND_IN_ROOM : ATTEND_REMOTE, NULL);
}

/* Said before the reason is typed. */
static bool
may_annul(struct ui *ui, const struct registration_list *screen)
{
    const struct list *list = &screen->list;
    const char *by = list_cell(list, "presence_by");

    if (list->mark_count > 0)
        return true;
    if (mark_of(list, list_row(list)) < 0) {
        ui_refuse(ui, _("This person has no mark in this slot: there is nothing to "
                        "annul."));
        return false;
    }
    return (by && strcmp(by, atelier_login(ui_atelier(ui))) == 0) ||
           ui_may(ui, MAY_CORRECT_MARKS,
                  (struct row_ref){ ENTITY_MEETING, screen->meeting });
}

void
registration_presence_annul(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;

    (void)argument;
    if (!begin(ui, screen) || !may_annul(ui, screen))
        return;
    char *reason = ask(ui, _("Annul the mark"),
                       _("Why was it wrong?  Both stay in the history."), NULL, true);
    if (reason)
        mark(ui, screen, PRESENCE_ANNULLED, ATTEND_AS_BEFORE, reason);
    free(reason);
}

void
registration_presence_slot(struct ui *ui, void *state, int64_t argument)
{
    struct registration_list *screen = state;

    (void)argument;
    (void)meeting_presence_ask(&screen->head.presence, ui, screen->meeting);
}

void
registration_presence_mark_row(struct ui *ui, struct registration_list *screen,
                               int64_t id)
{
    struct marks marks = {
        .ui = ui,
        .screen = screen,
        .request = { .meeting = screen->meeting,
                     .person = person_of(&screen->list, find_row(&screen->list, id)),
                     .slot = screen->head.presence.slot,
                     .kind = PRESENCE_PRESENT,
                     .means = "door" },
    };

    (void)mark_one(&marks);
}

/* --- for the screen */

void
registration_presence_init(struct registration_list *screen)
{
    screen->list.add_cell = add_cell;
}

void
registration_presence_follow(struct registration_list *screen)
{
    const struct meeting_presence *presence = &screen->head.presence;

    screen->list.query.slot = presence->slot;
    screen->list.without =
        presence->due || screen->head.shows_presence ? NULL : "presence";
}
