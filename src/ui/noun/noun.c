/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun.c - the conversations about one row */
#include "noun/noun.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/present.h"
#include "atelier/app/undo.h"
#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "noun/noun_save.h"
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
               undo_may(ui_atelier(ui))
                   ? _("Removed: %s.  %%K{program.undo} takes it back.")
                   : _("Removed: %s."),
               buffer_text(&title));
    } else {
        (void)ui_fail(ui, &err);
    }
    buffer_clear(&title);
    record_free(entity, record);
    return ok;
}

int64_t
noun_resume(struct ui *ui, const struct entity *entity, const struct draft *draft,
            int64_t meeting)
{
    bool main_only = noun_draft_is_short(draft);
    struct adding adding = { .entity = entity, .main_only = main_only, .resume = true };

    if (draft->row != 0)
        return edit(ui, entity->kind, draft->row, true) ? draft->row : 0;
    if (entity->kind == ENTITY_PERSON)
        return noun_add_person(ui, main_only, NULL, true, meeting, noun_add_short);
    return add(ui, &adding);
}

bool
noun_draft_is_short(const struct draft *draft)
{
    return draft->screen &&
           strncmp(draft->screen, short_form, sizeof(short_form) - 1) == 0;
}
