/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resume.c - goes on with what was typed when the line dropped, and with what it was for
 */
#include "resume.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/drafts.h"
#include "atelier/app/edit.h"
#include "atelier/app/open_sessions.h"
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "meeting/meeting_register.h"
#include "noun/noun.h"
#include "noun/settings_form.h"
#include "report/report_draft_name.h"
#include "widget/choose.h"
#include "widget/form.h"

enum row_since { ROW_AS_IT_WAS, ROW_SAVED_SINCE, ROW_GONE };

/* What has become of the row that was being changed. */
static enum row_since
find_out(struct ui *ui, const struct entity *entity, const struct draft *draft)
{
    enum row_since since = ROW_AS_IT_WAS;
    struct error err = { 0 };

    if (draft->row == 0 || entity == &settings_entity)
        return since;
    void *record = record_new(entity);
    if (!edit_load(ui_atelier(ui), entity, draft->row, record, &err))
        since = err.kind == ERROR_NOT_FOUND ? ROW_GONE : since;
    else if (form_draft_is_older(draft->fields, record))
        since = ROW_SAVED_SINCE;
    record_free(entity, record);
    error_clear(&err);
    return since;
}

/* Somebody who was typed for a field of a form, which waits to be taken up next. */
static void
say_not_chosen(struct ui *ui, int64_t person)
{
    struct buffer name = { 0 };

    display_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
    ui_say(ui, _("%s: added.  Choose this person in the form that they were typed for."),
           buffer_text(&name));
    buffer_clear(&name);
}

/* Goes on to what the person was typed for: the list of a meeting. */
static void
resume_newcomer(struct ui *ui, const struct draft *draft)
{
    struct buffer value = { 0 };
    int64_t meeting = 0;

    if (form_draft_add_value(draft->fields, "meeting", &value))
        meeting = strtoll(buffer_text(&value), NULL, 10);
    int64_t person = noun_resume(ui, &person_entity, draft,
                                 (struct row_ref){ ENTITY_MEETING, meeting });
    if (person != 0 && meeting != 0)
        meeting_register(ui, meeting, person);
    else if (person != 0)
        say_not_chosen(ui, person);
    buffer_clear(&value);
}

static void
resume(struct ui *ui, const struct entity *entity, const struct draft *draft)
{
    if (report_draft_is_one(draft))
        ui_open(ui, SCREEN_REPORT, draft->row); /* which takes it up */
    else if (entity == &settings_entity)
        settings_form(ui, true);
    else if (entity == &person_entity && draft->row == 0 && noun_draft_is_short(draft))
        resume_newcomer(ui, draft);
    else
        noun_resume(ui, entity, draft, ROW_NONE);
}

/* What was being typed, for a person to know it by. */
static void
add_what(struct ui *ui, const struct entity *entity, const struct draft *draft,
         enum row_since since, struct buffer *what)
{
    const bool is_report = report_draft_is_one(draft);

    buffer_add(what, is_report ? _("Report") : _(entity->label));
    if (draft->row != 0 && entity != &settings_entity && since != ROW_GONE) {
        buffer_add(what, " · ");
        display_title(ui_atelier(ui), entity->kind, draft->row, what);
    }
    if (is_report) {
        buffer_add(what, " · ");
        (void)form_draft_add_value(draft->fields, "text", what);
    } else {
        form_draft_add_words(entity, draft->fields, " · ", what);
    }
    buffer_drop_end(what, '.'); /* the sentence around it has its own */
}

/* Asks of one draft; false when it is left for later, as a careless Enter does where the
 * row is newer. */
static bool
offer_draft(struct ui *ui, const struct entity *entity, const struct draft *draft)
{
    enum { GO_ON, LATER, THROW_AWAY };
    const char *const answers[] = { _("Go on with it"), _("Later"), _("Throw it away") };
    const enum row_since since = find_out(ui, entity, draft);
    struct error ignored = { 0 };
    struct buffer what = { 0 };
    struct buffer when = { 0 };
    struct buffer text = { 0 };

    add_what(ui, entity, draft, since, &what);
    form_draft_add_time(ui, draft->at, &when);
    buffer_addf(&text, _("A form was left unsaved on %s: %s."), buffer_text(&when),
                buffer_text(&what));
    if (since == ROW_SAVED_SINCE)
        buffer_addf(&text, "  %s", _("The row has been saved since."));
    int answer = choose(ui, _("What you were typing is still here"), buffer_text(&text),
                        answers, 3, since == ROW_SAVED_SINCE ? LATER : GO_ON);
    if (answer == GO_ON && since == ROW_GONE) {
        drafts_drop(ui_atelier(ui), draft->id, &ignored);
        ui_refuse(ui, "%s",
                  _("A colleague removed the row since; there is nothing left to "
                    "change."));
    } else if (answer == GO_ON)
        resume(ui, entity, draft);
    else if (answer == THROW_AWAY)
        drafts_drop(ui_atelier(ui), draft->id, &ignored);
    buffer_clear(&what);
    buffer_clear(&when);
    buffer_clear(&text);
    return answer == GO_ON || answer == THROW_AWAY;
}

/* "Your session of 14:05 from 192.0.2.7 has had no key for 12 min": what it holds. */
static void
add_session(struct ui *ui, const struct open_session *session, const char *what,
            struct buffer *text)
{
    struct buffer since = { 0 };
    struct buffer from = { 0 };
    struct buffer idle = { 0 };

    open_sessions_add_time(ui_atelier(ui), session->begun, &since);
    open_sessions_add_from(session, &from);
    open_sessions_add_idle(ui_atelier(ui), session, &idle);
    buffer_addf(
        text,
        _("Your session of %s from %s has had no key for %s, and a form is unsaved "
          "there: %s.  Has its line dropped?"),
        buffer_text(&since), buffer_text(&from), buffer_text(&idle), what);
    buffer_clear(&since);
    buffer_clear(&from);
    buffer_clear(&idle);
}

/* After the session has ended, with the last that it kept. */
static void
resume_newest(struct ui *ui, const struct entity *entity, const struct draft *draft)
{
    struct draft newest = { 0 };
    struct error err = { 0 };

    if (!drafts_find(ui_atelier(ui), draft->screen, draft->row, &newest, &err))
        ui_fail(ui, &err);
    else if (newest.id != 0)
        resume(ui, entity, &newest);
    draft_clear(&newest);
}

/* Of what is typed in another window: only where no key has come for a while, as where a
 * line has dropped.  False when the person has enough of questions. */
static bool
offer_session(struct ui *ui, const struct entity *entity, struct draft *draft)
{
    const char *const answers[] = { _("Leave it open"), _("End it, and go on here"),
                                    _("Go on here, and leave it open") };
    struct atelier *at = ui_atelier(ui);
    struct open_session *session = open_sessions_find(at, draft->owner);
    struct buffer what = { 0 };
    struct buffer text = { 0 };
    struct error err = { 0 };
    int answer = 0;

    if (session && open_sessions_is_idle(at, session)) {
        buffer_add(&what, _(entity->label));
        form_draft_add_words(entity, draft->fields, " · ", &what);
        add_session(ui, session, buffer_text(&what), &text);
        answer = choose(ui, _("Another session of yours is open"), buffer_text(&text),
                        answers, 3, 0);
        if ((answer == 1 && !open_sessions_end(at, session->number, &err)) ||
            (answer == 2 && !drafts_take(at, draft, &err)))
            ui_fail(ui, &err);
        else if (answer > 0)
            resume_newest(ui, entity, draft);
    }
    free(session);
    buffer_clear(&what);
    buffer_clear(&text);
    return answer >= 0;
}

/* Of what is being typed in another terminal, of an import, and of what another version
 * of the program kept, nothing is offered here: the form below it is. */
void
resume_drafts(struct ui *ui)
{
    struct draft draft = { 0 };
    struct error ignored = { 0 };
    bool more = drafts_find(ui_atelier(ui), NULL, 0, &draft, &ignored);

    while (more && draft.id != 0 && !ui_is_leaving(ui)) {
        const struct entity *entity = draft.entity ? entity_find(draft.entity) : NULL;
        struct draft older = { 0 };

        more =
            (!entity || (drafts_is_in_use(&draft) ? offer_session(ui, entity, &draft)
                                                  : offer_draft(ui, entity, &draft))) &&
            drafts_next(ui_atelier(ui), &draft, &older, &ignored);
        draft_clear(&draft);
        draft = older;
    }
    draft_clear(&draft);
}
