/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_bulk.c - one thing done with several people of a list, as a conversation */
#include "meeting/meeting_bulk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "meeting/meeting_wait.h"
#include "widget/choose.h"
#include "widget/finder.h"
#include "widget/list_marks.h"
#include "widget/question_ask.h"

enum { NAMES_SHOWN = 3 };

/* The act, for question_ask_all(). */
struct bulk_talk {
    struct ui *ui;
    struct bulk_request *request;
    struct bulk_outcome outcome;
};

static bool
do_it(void *context, struct questions *sheet, struct error *err)
{
    struct bulk_talk *talk = context;

    talk->request->questions = sheet;
    talk->request->asks = sheet != NULL;
    return register_bulk(ui_atelier(talk->ui), talk->request, &talk->outcome, err);
}

/* How many of those whom it was done for are in that state; in `first` who comes first.
 */
static size_t
count_in(const struct bulk_outcome *outcome, enum registration_state state,
         int64_t *first)
{
    size_t count = 0;

    for (size_t i = 0; i < outcome->count; i++)
        if (outcome->rows[i].refusal.kind == ERROR_NONE &&
            outcome->rows[i].outcome.state == state && count++ == 0)
            *first = outcome->rows[i].outcome.registration;
    return count;
}

/* --- what will happen */

static const char *
title_of(const struct bulk_request *request, const struct bulk_outcome *outcome)
{
    int64_t first = 0;

    if (request->deed == BULK_MOVE)
        return _("Move to another meeting");
    if (request->deed == BULK_CATEGORY)
        return _("Set the category");
    switch (request->act) {
    case REGISTRATION_ACCEPT:
        return _("Accept");
    case REGISTRATION_DECLINE:
        if (count_in(outcome, REGISTRATION_WITHDRAWN, &first) == 0)
            return _("Decline");
        if (count_in(outcome, REGISTRATION_DECLINED, &first) == 0)
            return _("Withdraw");
        return _("Decline, or withdraw");
    case REGISTRATION_EXCUSE:
        return _("Excuse");
    case REGISTRATION_REFUSE:
        return _("Refuse");
    case REGISTRATION_WITHDRAW:
        return _("Withdraw");
    case REGISTRATION_REVIVE:
    case REGISTRATION_SUBSTITUTE:
        break;
    }
    return _("Revive");
}

static bool
has_question(const struct bulk_outcome *outcome)
{
    for (size_t i = 0; i < outcome->count; i++)
        if (outcome->rows[i].refusal.kind == ERROR_QUESTION)
            return true;
    return false;
}

static bool
agree(struct bulk_talk *talk)
{
    struct buffer text = { 0 };
    struct buffer yes = { 0 };

    bulk_outcome_say(ui_atelier(talk->ui), talk->request, &talk->outcome, NAMES_SHOWN,
                     &text);
    buffer_addf(&yes,
                ngettext("Do it for %zu person", "Do it for %zu people",
                         (unsigned long)talk->outcome.done),
                talk->outcome.done);
    const char *const answers[] = { buffer_text(&yes), _("Leave all as they are") };
    const int answer = choose(talk->ui, title_of(talk->request, &talk->outcome),
                              buffer_text(&text), answers, 2, 0);
    buffer_clear(&yes);
    buffer_clear(&text);
    return answer == 0;
}

/* Whom a question concerns is asked about after it.  Where nothing would happen there is
 * nothing to agree to: the act itself says why. */
static bool
look_first(struct bulk_talk *talk, struct error *err)
{
    struct atelier *at = ui_atelier(talk->ui);

    talk->request->dry_run = true;
    talk->request->asks = true;
    talk->request->questions = NULL;
    const bool ok = register_bulk(at, talk->request, &talk->outcome, err);
    const bool agreed = ok && (talk->outcome.done == 0 || agree(talk));
    talk->request->dry_run = false;
    if (ok && !agreed)
        err->kind = ERROR_CANCELLED;
    return agreed;
}

/* --- what came of it */

static void
add_deed(enum registration_act act, size_t count, struct buffer *text)
{
    const unsigned long plural = (unsigned long)count;

    switch (act) {
    case REGISTRATION_ACCEPT:
        buffer_addf(text,
                    ngettext("%zu person accepted.", "%zu people accepted.", plural),
                    count);
        break;
    case REGISTRATION_DECLINE:
        buffer_addf(text,
                    ngettext("%zu person declined.", "%zu people declined.", plural),
                    count);
        break;
    case REGISTRATION_EXCUSE:
        buffer_addf(text, ngettext("%zu person excused.", "%zu people excused.", plural),
                    count);
        break;
    case REGISTRATION_REFUSE:
        buffer_addf(text, ngettext("%zu person refused.", "%zu people refused.", plural),
                    count);
        break;
    case REGISTRATION_WITHDRAW:
        buffer_addf(text,
                    ngettext("%zu person withdrawn.", "%zu people withdrawn.", plural),
                    count);
        break;
    case REGISTRATION_REVIVE:
        buffer_addf(text,
                    ngettext("%zu person back on the list.",
                             "%zu people back on the list.", plural),
                    count);
        break;
    case REGISTRATION_SUBSTITUTE: /* one at a time */
        break;
    }
}

/* Whoever said yes and waits all the same is not told as accepted, and why is said. */
static size_t
add_waits(const struct bulk_talk *talk, struct buffer *text)
{
    const struct bulk_request *request = talk->request;
    const bool is_yes =
        request->deed == BULK_MOVE ||
        (request->deed == BULK_ACT &&
         (request->act == REGISTRATION_ACCEPT || request->act == REGISTRATION_REVIVE));
    int64_t first = 0;
    const size_t waits =
        is_yes ? count_in(&talk->outcome, REGISTRATION_WAITING, &first) : 0;

    if (waits == 0)
        return 0;
    buffer_addf(
        text,
        ngettext("%zu person waits now.", "%zu people wait now.", (unsigned long)waits),
        waits);
    meeting_add_wait(talk->ui, first, text);
    return waits;
}

/* Each by the word of the state that they are in now, as the rows show it. */
static void
add_deeds(const struct bulk_talk *talk, size_t count, struct buffer *text)
{
    const struct bulk_request *request = talk->request;
    int64_t first = 0;
    const size_t withdrawn =
        request->deed == BULK_ACT && request->act == REGISTRATION_DECLINE
            ? count_in(&talk->outcome, REGISTRATION_WITHDRAWN, &first)
            : 0;

    if (request->deed == BULK_MOVE) {
        buffer_addf(text,
                    ngettext("%zu person is on the other list.",
                             "%zu people are on the other list.", (unsigned long)count),
                    count);
        return;
    }
    if (request->deed == BULK_CATEGORY) {
        buffer_addf(text,
                    ngettext("%zu person is counted with it on this list.",
                             "%zu people are counted with it on this list.",
                             (unsigned long)count),
                    count);
        return;
    }
    if (count > withdrawn)
        add_deed(request->act, count - withdrawn, text);
    if (count > withdrawn && withdrawn > 0)
        buffer_add(text, "  ");
    if (withdrawn > 0)
        add_deed(REGISTRATION_WITHDRAW, withdrawn, text);
}

/* Why some were left as they were: once each, with how many where there are several. */
static void
add_reasons(const struct register_skipped *skipped, struct buffer *text)
{
    const bool several = skipped->reason_count > 1;

    for (size_t i = 0; i < skipped->reason_count; i++)
        if (several)
            buffer_addf(text,
                        ngettext("  %zu person: %s", "  %zu people: %s",
                                 (unsigned long)skipped->reasons[i].count),
                        skipped->reasons[i].count, skipped->reasons[i].why.message);
        else
            buffer_addf(text, "  %s", skipped->reasons[i].why.message);
}

/* What was done of how many, with who got the seats that they left, and how it is taken
 * back. */
static void
say_done(const struct bulk_talk *talk, const struct register_skipped *skipped)
{
    const size_t done = talk->outcome.done;
    struct buffer text = { 0 };
    struct buffer wait = { 0 };
    const size_t waits = add_waits(talk, &wait);

    if (done == 0)
        buffer_add(&text, _("Nothing changed."));
    else if (done > waits)
        add_deeds(talk, done - waits, &text);
    buffer_add(&text, text.length > 0 && waits > 0 ? "  " : "");
    buffer_add(&text, buffer_text(&wait));
    buffer_clear(&wait);
    if (done > 0 && skipped->count > 0)
        buffer_addf(&text,
                    ngettext("  %zu left as it was.", "  %zu left as they were.",
                             (unsigned long)skipped->count),
                    skipped->count);
    add_reasons(skipped, &text);
    if (talk->outcome.given.count > 0) {
        buffer_add(&text, "  ");
        register_given_say(ui_atelier(talk->ui), &talk->outcome.given, &text);
    }
    if (done > 0)
        ui_say(talk->ui, _("%s  %%K{program.undo} takes it back."), buffer_text(&text));
    else
        ui_say(talk->ui, "%s", buffer_text(&text));
    buffer_clear(&text);
}

static void
end_done(const struct bulk_talk *talk, struct list *list)
{
    struct register_skipped skipped = { 0 };

    for (size_t i = 0; i < talk->outcome.count; i++)
        if (talk->outcome.rows[i].refusal.kind != ERROR_NONE)
            register_skipped_add(&skipped, talk->outcome.rows[i].registration,
                                 &talk->outcome.rows[i].refusal);
    say_done(talk, &skipped);
    list_keep_marks(list, skipped.ids, skipped.id_count);
    register_skipped_clear(&skipped);
}

/* A no leaves those whom the question concerns; the others go on, and whoever was left
 * keeps the mark.  Esc leaves all as it is. */
bool
meeting_bulk(struct ui *ui, int64_t meeting, struct bulk_request *request,
             struct list *list)
{
    struct bulk_talk talk = { .ui = ui, .request = request };
    struct questions sheet = { .subject = { ENTITY_MEETING, request->deed == BULK_MOVE
                                                                ? request->target
                                                                : meeting } };
    struct error err = { 0 };
    bool ok = look_first(&talk, &err);
    const bool asks = ok && has_question(&talk.outcome);

    ok = ok && (asks ? question_ask_all(ui, &sheet, do_it, &talk, &err)
                     : do_it(&talk, NULL, &err));
    if (!ok && err.kind == ERROR_QUESTION)
        ok = do_it(&talk, NULL, &err);
    if (ok)
        end_done(&talk, list);
    else if (err.kind == ERROR_CANCELLED)
        ui_say(ui, _("Nothing changed."));
    else
        ui_fail(ui, &err);
    bulk_outcome_clear(&talk.outcome);
    questions_clear(&sheet);
    return ok;
}

/* --- which meeting */

static const char *
cell(const struct listing_row *row, const char *name, const struct column **column)
{
    const struct listing *listing = listing_get(LISTING_MEETING_TO_COME);

    for (size_t i = 0; i < listing->column_count; i++)
        if (strcmp(listing->columns[i].name, name) == 0) {
            if (column)
                *column = &listing->columns[i];
            return row->cells[i];
        }
    return NULL;
}

/* The meeting that people leave. */
struct leaving {
    int64_t meeting;
    int64_t group;
};

static void
add_meeting(struct ui *ui, const struct listing_row *row, struct finding_list *list)
{
    const struct column *column = NULL;
    const char *code = cell(row, "group_code", NULL);
    const char *title = cell(row, "title", NULL);
    const char *start = cell(row, "start", &column);
    const char *taken = cell(row, "taken", NULL);
    const char *seats = cell(row, "seats", NULL);
    struct buffer words = { 0 };
    struct buffer detail = { 0 };

    buffer_addf(&words, "%s %s", code ? code : "", title ? title : "");
    if (start)
        display_cell(ui_atelier(ui), column, start, &detail);
    if (taken && seats)
        buffer_addf(&detail, " · %s/%s", taken, seats);
    finding_list_add(list, buffer_text(&words), buffer_text(&detail), row->id, 0);
    buffer_clear(&words);
    buffer_clear(&detail);
}

/* Those of the same group first: people come to the next day of the same thing. */
static bool
fill_meetings(struct ui *ui, void *context, const char *text, struct finding_list *list,
              struct error *err)
{
    enum { SHOWN = 50 };
    const struct leaving *from = context;
    const struct listing_query query = { .kind = LISTING_MEETING_TO_COME,
                                         .from = atelier_now(ui_atelier(ui)),
                                         .search = text_is_blank(text) ? NULL : text };
    struct listing_page page = { 0 };
    const bool ok =
        listing_fetch(ui_atelier(ui), &query, LISTING_FIRST, NULL, SHOWN, &page, err);

    for (int others = 0; ok && others < 2; others++)
        for (size_t i = 0; i < page.count; i++) {
            const char *group = cell(&page.rows[i], "group", NULL);
            const bool is_other = !group || strtoll(group, NULL, 10) != from->group;
            if (is_other == (others == 1) && page.rows[i].id != from->meeting)
                add_meeting(ui, &page.rows[i], list);
        }
    listing_page_clear(&page);
    return ok;
}

int64_t
meeting_bulk_pick(struct ui *ui, int64_t meeting)
{
    struct leaving from = { .meeting = meeting };
    struct meeting *row = record_new(&meeting_entity);
    struct finding chosen = { 0 };
    struct error ignored = { 0 };
    int64_t id = 0;

    if (edit_load(ui_atelier(ui), &meeting_entity, meeting, row, &ignored))
        from.group = row->group;
    record_free(&meeting_entity, row);
    const struct finder_request request = {
        .title = _("To which meeting: type three letters of it"),
        .empty = _("No other meeting is to come."),
        .fill = fill_meetings,
        .context = &from,
    };
    if (finder_run(ui, &request, &chosen, NULL))
        id = chosen.id;
    finding_clear(&chosen);
    return id;
}
