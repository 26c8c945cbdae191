/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resume.c - goes on with what was typed when the line dropped, and with what it was for
 */
#include "resume.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/keep.h"
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "meeting/meeting_register.h"
#include "noun/noun.h"
#include "noun/settings_form.h"
#include "widget/choose.h"
#include "widget/form.h"

/* Whether the row that was being changed has been removed since. */
static bool
is_gone(struct ui *ui, const struct entity *entity, int64_t row)
{
    if (row == 0 || entity == &settings_entity)
        return false;
    void *record = record_new(entity);
    struct error err = { 0 };
    bool gone = !edit_load(ui_atelier(ui), entity, row, record, &err) &&
                err.kind == ERROR_NOT_FOUND;
    record_free(entity, record);
    return gone;
}

/* What a person was typed for, when it is not on the draft: say that it may still be to
 * be done. */
static void
say_not_registered(struct ui *ui, int64_t person)
{
    struct buffer name = { 0 };

    display_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
    ui_say(ui,
           _("%s: added, not registered yet.  Open the meeting and press "
             "%%K{meeting.register}."),
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
        say_not_registered(ui, person);
    buffer_clear(&value);
}

static void
resume(struct ui *ui, const struct entity *entity, const struct draft *draft)
{
    if (entity == &settings_entity)
        settings_form(ui, true);
    else if (entity == &person_entity && draft->row == 0 && noun_draft_is_short(draft))
        resume_newcomer(ui, draft);
    else
        noun_resume(ui, entity, draft, ROW_NONE);
}

/* Asks of one draft; false when it is left for later. */
static bool
offer_draft(struct ui *ui, const struct entity *entity, const struct draft *draft)
{
    const char *const answers[] = { _("Go on with it"), _("Later"), _("Throw it away") };
    struct error ignored = { 0 };
    struct buffer what = { 0 };
    struct buffer text = { 0 };

    buffer_add(&what, _(entity->label));
    form_draft_add_words(entity, draft->fields, " · ", &what);
    buffer_addf(&text, _("A form was left unsaved: %s."), buffer_text(&what));
    int answer = choose(ui, _("What you were typing is still here"), buffer_text(&text),
                        answers, 3, 0);
    if (answer == 0 && is_gone(ui, entity, draft->row)) {
        keep_drop(ui_atelier(ui), draft->id, &ignored);
        ui_refuse(ui, "%s",
                  _("A colleague removed the row since; there is nothing left to "
                    "change."));
        answer = 2;
    } else if (answer == 0)
        resume(ui, entity, draft);
    else if (answer == 2)
        keep_drop(ui_atelier(ui), draft->id, &ignored);
    buffer_clear(&what);
    buffer_clear(&text);
    return answer == 0 || answer == 2;
}

/* Of what is being typed in another terminal, of an import, and of what another version
 * of the program kept, nothing is offered here: the form below it is. */
void
resume_drafts(struct ui *ui)
{
    struct draft draft = { 0 };
    struct error ignored = { 0 };
    bool more = keep_find(ui_atelier(ui), NULL, 0, &draft, &ignored);

    while (more && draft.id != 0 && !ui_is_leaving(ui)) {
        const struct entity *entity = draft.entity ? entity_find(draft.entity) : NULL;
        struct draft older = { 0 };

        more = (!entity || form_draft_is_in_use(&draft) ||
                offer_draft(ui, entity, &draft)) &&
               keep_next(ui_atelier(ui), &draft, &older, &ignored);
        draft_clear(&draft);
        draft = older;
    }
    draft_clear(&draft);
}
