/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun.c - the conversations about one row */
#include "noun/noun.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/keep.h"
#include "atelier/app/present.h"
#include "atelier/app/undo.h"
#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "meeting/meeting_register.h"
#include "noun/noun_save.h"
#include "noun/settings_form.h"
#include "widget/choose.h"
#include "widget/form.h"

enum { FORM_NAME_SIZE = 48 };

static const char short_form[] = "short.";

static void
form_name(const struct entity *entity, bool main_only, char name[FORM_NAME_SIZE])
{
    (void)snprintf(name, FORM_NAME_SIZE, "%s%s", main_only ? short_form : "form.",
                   entity->name);
}

/* What is typed goes into the first text field of the short form: its name; NULL when
 * nothing is. */
static const char *
put_typed(const struct entity *entity, void *record, const char *typed)
{
    struct error ignored = { 0 };

    for (size_t i = 0; typed != NULL && i < entity->field_count; i++)
        if (entity->fields[i].kind == FIELD_TEXT &&
            (entity->fields[i].flags & (FIELD_MAIN | FIELD_REQUIRED)) != 0) {
            (void)field_parse(&entity->fields[i], record, typed, &ignored);
            return entity->fields[i].name;
        }
    return NULL;
}

struct adding {
    const struct entity *entity;
    const char *field;
    int64_t value;
    const char *typed;
    bool main_only, resume;
};

static int64_t
add(struct ui *ui, const struct adding *adding)
{
    const struct entity *entity = adding->entity;
    struct noun_saving saving = { .entity = entity, .on_the_way = adding->main_only };
    struct record *record = record_new(entity);
    const char *skip[] = { adding->field, NULL };
    const char *typed;
    char name[FORM_NAME_SIZE];
    struct error err = { 0 };
    int64_t id = 0;

    form_name(entity, adding->main_only, name);
    if (adding->field != NULL)
        field_set_number(entity_field(entity, adding->field), record, adding->value);
    typed = put_typed(entity, record, adding->typed);
    if (!edit_may(ui_atelier(ui), entity, record, &err) ||
        !noun_prepare(ui, entity, record, &err)) {
        (void)ui_fail(ui, &err);
    } else {
        struct form_request request = {
            .title = _(entity->another),
            .name = name,
            .entity = entity,
            .record = record,
            .resume = adding->resume,
            .main_only = adding->main_only,
            .skip = skip,
            .create = noun_add_short,
            .typed = typed,
            .save = noun_save,
            .changed = noun_changed,
            .context = &saving,
        };

        if (form_run(ui, &request))
            id = saving.existing != 0 ? saving.existing : record->id;
    }
    record_free(entity, record);
    return id;
}

int64_t
noun_add(struct ui *ui, enum entity_kind kind, const char *field, int64_t value)
{
    struct adding adding = { .entity = entity_get(kind), .field = field, .value = value };

    if (kind == ENTITY_PERSON)
        return noun_add_person(ui, false, NULL, false, 0, noun_add_short);
    return add(ui, &adding);
}

int64_t
noun_add_short(struct ui *ui, enum entity_kind kind, const char *typed)
{
    struct adding adding = { .entity = entity_get(kind),
                             .typed = typed,
                             .main_only = true };

    if (kind == ENTITY_PERSON)
        return noun_add_person(ui, true, typed, false, 0, noun_add_short);
    return add(ui, &adding);
}

int64_t
noun_add_newcomer(struct ui *ui, const char *typed, int64_t meeting)
{
    return noun_add_person(ui, true, typed, false, meeting, noun_add_short);
}

static bool
edit(struct ui *ui, enum entity_kind kind, int64_t id, bool resume)
{
    const struct entity *entity = entity_get(kind);
    void *record = record_new(entity), *base = record_new(entity);
    struct noun_saving saving = { .entity = entity, .base = base };
    /* Whose registration it is, and for what, is what it is: another one is another row.
     */
    const char *const whose[] = { "meeting", "person", NULL };
    struct buffer title = { 0 };
    char name[FORM_NAME_SIZE];
    struct error err = { 0 };
    bool saved = false;

    if (!edit_load(ui_atelier(ui), entity, id, record, &err) ||
        !edit_may(ui_atelier(ui), entity, record, &err)) {
        (void)ui_fail(ui, &err);
    } else {
        struct form_request request = {
            .name = name,
            .entity = entity,
            .record = record,
            .resume = resume,
            .skip = kind == ENTITY_REGISTRATION ? whose : NULL,
            .create = noun_add_short,
            .save = noun_save,
            .changed = noun_changed,
            .context = &saving,
        };

        form_name(entity, false, name);
        record_copy(entity, base, record);
        present_row(ui_atelier(ui), entity, record, &title);
        request.title = buffer_text(&title);
        saved = form_run(ui, &request);
    }
    buffer_clear(&title);
    record_free(entity, base);
    record_free(entity, record);
    return saved;
}

bool
noun_edit(struct ui *ui, enum entity_kind kind, int64_t id)
{
    return edit(ui, kind, id, false);
}

bool
noun_remove(struct ui *ui, enum entity_kind kind, int64_t id)
{
    const struct entity *entity = entity_get(kind);
    struct record *record = record_new(entity);
    struct buffer title = { 0 };
    struct error err = { 0 };
    bool ok = edit_load(ui_atelier(ui), entity, id, record, &err) &&
              edit_remove(ui_atelier(ui), entity, id, record->rev, &err);

    if (ok) {
        present_row(ui_atelier(ui), entity, record, &title);
        ui_say(ui,
               undo_may(ui_atelier(ui)) ? _("Removed: %s.  u takes it back.")
                                        : _("Removed: %s."),
               buffer_text(&title));
    } else {
        (void)ui_fail(ui, &err);
    }
    buffer_clear(&title);
    record_free(entity, record);
    return ok;
}

/* Whether the row that was being changed has been removed since. */
static bool
is_gone(struct ui *ui, const struct entity *entity, int64_t row)
{
    void *record;
    struct error err = { 0 };
    bool gone;

    if (row == 0 || entity == &settings_entity)
        return false;
    record = record_new(entity);
    gone = !edit_load(ui_atelier(ui), entity, row, record, &err) &&
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

    present_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
    ui_say(ui, _("%s: added, not registered yet.  Open the meeting and press n."),
           buffer_text(&name));
    buffer_clear(&name);
}

/* Goes on to what the person was typed for: the list of a meeting. */
static void
resume_newcomer(struct ui *ui, const struct draft *draft)
{
    struct buffer value = { 0 };
    int64_t meeting = 0, person;

    if (form_draft_add_value(draft->fields, "meeting", &value))
        meeting = strtoll(buffer_text(&value), NULL, 10);
    person = noun_add_person(ui, true, NULL, true, meeting, noun_add_short);
    if (person != 0 && meeting != 0)
        (void)meeting_register(ui, meeting, person);
    else if (person != 0)
        say_not_registered(ui, person);
    buffer_clear(&value);
}

static void
resume(struct ui *ui, const struct entity *entity, const struct draft *draft)
{
    bool main_only = draft->screen != NULL &&
                     strncmp(draft->screen, short_form, sizeof(short_form) - 1) == 0;
    struct adding adding = { .entity = entity, .main_only = main_only, .resume = true };

    if (entity == &settings_entity)
        settings_form(ui, true);
    else if (draft->row != 0)
        (void)edit(ui, entity->kind, draft->row, true);
    else if (entity->kind != ENTITY_PERSON)
        (void)add(ui, &adding);
    else if (main_only)
        resume_newcomer(ui, draft);
    else
        (void)noun_add_person(ui, false, NULL, true, 0, noun_add_short);
}

/* The newest draft; false when there is none that was not offered, or none is wanted. */
static bool
offer_draft(struct ui *ui, int64_t *offered)
{
    const char *const answers[] = { _("Go on with it"), _("Later"), _("Throw it away") };
    struct draft draft = { 0 };
    struct error ignored = { 0 };
    const struct entity *entity = NULL;
    struct buffer text = { 0 };
    int answer = -1;

    if (keep_find(ui_atelier(ui), NULL, 0, &draft, &ignored) && draft.id != 0 &&
        draft.id != *offered && draft.entity != NULL)
        entity = entity_find(draft.entity);
    if (entity != NULL) {
        *offered = draft.id;
        struct buffer what = { 0 };

        buffer_add(&what, _(entity->label));
        form_draft_add_words(entity, draft.fields, " · ", &what);
        buffer_addf(&text, _("A form was left unsaved: %s."), buffer_text(&what));
        buffer_clear(&what);
        answer = choose(ui, _("What you were typing is still here"), buffer_text(&text),
                        answers, 3, 0);
        if (answer == 0 && is_gone(ui, entity, draft.row)) {
            (void)keep_drop(ui_atelier(ui), draft.id, &ignored);
            ui_refuse(ui, "%s",
                      _("A colleague removed the row since; there is nothing left to "
                        "change."));
            answer = 2;
        } else if (answer == 0)
            resume(ui, entity, &draft);
        else if (answer == 2)
            (void)keep_drop(ui_atelier(ui), draft.id, &ignored);
    }
    buffer_clear(&text);
    draft_clear(&draft);
    return (answer == 0 || answer == 2) && !ui_is_leaving(ui);
}

void
noun_resume(struct ui *ui)
{
    int64_t offered = 0;

    while (offer_draft(ui, &offered))
        ;
}
