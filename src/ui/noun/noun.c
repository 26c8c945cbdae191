/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun.c - adds, changes and removes a row of any noun: its form, what is asked, what
 * others saved */
#include "noun/noun.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/undo.h"
#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "noun/noun_form.h"
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
put_typed(struct ui *ui, const struct entity *entity, void *record, const char *typed,
          char **sought)
{
    struct error ignored = { 0 };
    const struct noun_form *form = noun_form_get(entity->kind);

    if (typed && form->put_typed)
        return form->put_typed(ui, record, typed, sought);
    for (size_t i = 0; typed && i < entity->field_count; i++)
        if (entity->fields[i].kind == FIELD_TEXT &&
            (entity->fields[i].flags & (FIELD_MAIN | FIELD_REQUIRED)) != 0) {
            (void)field_parse(&entity->fields[i], record, typed, &ignored);
            return entity->fields[i].name;
        }
    return NULL;
}

/* Sets the field that refers to that row: its name; NULL when there is none. */
static const char *
put_reference(const struct entity *entity, void *record, struct row_ref of)
{
    for (size_t i = 0; of.id != 0 && i < entity->field_count; i++)
        if (entity->fields[i].kind == FIELD_REFERENCE &&
            entity->fields[i].refers_to == (int)of.entity) {
            field_set_number(&entity->fields[i], record, of.id);
            return entity->fields[i].name;
        }
    return NULL;
}

static bool
prepare(struct ui *ui, const struct entity *entity, void *record, struct error *err)
{
    const struct noun_form *form = noun_form_get(entity->kind);

    return edit_may(ui_atelier(ui), entity, record, err) &&
           (form->prepare ? form->prepare(ui, record, err)
                          : edit_prepare(ui_atelier(ui), entity, record, err));
}

static void *
new_memory(const struct entity *entity)
{
    size_t size = noun_form_get(entity->kind)->memory_size;

    return size > 0 ? memory_new(1, size) : NULL;
}

static void
narrow(const struct noun_form *form, const struct entity *asked, struct field *widened)
{
    if (widened && form->narrow)
        form->narrow(asked);
    free(widened);
}

struct adding {
    const struct entity *entity;
    struct row_ref of;
    const char *typed;
    const void *given;
    bool main_only, resume;
};

static int64_t
add(struct ui *ui, const struct adding *adding)
{
    const struct noun_form *form = noun_form_get(adding->entity->kind);
    struct entity asked = *adding->entity;
    struct field *widened = form->widen ? form->widen(ui, NULL, &asked) : NULL;
    struct noun_saving saving = {
        .entity = adding->entity,
        .widened = widened ? &asked : NULL,
        .on_the_way = adding->main_only,
        .memory = new_memory(adding->entity),
    };
    struct record *record = record_new(&asked);

    if (adding->given)
        record_copy(adding->entity, record, adding->given);
    const char *skip[] = { put_reference(&asked, record, adding->of), NULL };
    char name[FORM_NAME_SIZE];
    char *sought = NULL;
    struct picker_nouns nouns = noun_picker;
    struct form_request request = {
        .title = _(asked.another),
        .name = name,
        .entity = &asked,
        .record = record,
        .resume = adding->resume,
        .main_only = adding->main_only,
        .skip = skip,
        .nouns = &nouns,
        .typed = put_typed(ui, &asked, record, adding->typed, &sought),
        .exchanged = form->exchanged,
        .save = noun_save,
        .changed = noun_changed,
        .advise = noun_advise,
        .fill = form->fill ? noun_fill : NULL,
        .fills = form->fills ? noun_fills : NULL,
        .context = &saving,
    };

    /* Where the noun splits what was typed, the form begins with what is to be looked at.
     */
    request.first = form->put_typed ? request.typed : NULL;
    request.sought = sought;
    form_name(&asked, adding->main_only, name);
    nouns.add_standing = form->add_standing;
    nouns.place = adding->of;
    struct error err = { 0 };
    int64_t id = 0;
    if (!prepare(ui, adding->entity, record, &err))
        ui_fail(ui, &err);
    else if (form_run(ui, &request))
        id = saving.existing != 0 ? saving.existing : record->id;
    free(sought);
    free(saving.memory);
    free(saving.meanwhile);
    record_free(&asked, record);
    narrow(form, &asked, widened);
    return id;
}

int64_t
noun_add(struct ui *ui, enum entity_kind kind, struct row_ref of)
{
    struct adding adding = { .entity = entity_get(kind), .of = of };

    return add(ui, &adding);
}

int64_t
noun_add_as(struct ui *ui, const struct entity *entity, const void *given)
{
    struct adding adding = { .entity = entity, .given = given };

    return add(ui, &adding);
}

int64_t
noun_add_given(struct ui *ui, const struct entity *entity, const void *given,
               struct row_ref of)
{
    struct adding adding = { .entity = entity, .given = given, .of = of };

    return add(ui, &adding);
}

int64_t
noun_add_short(struct ui *ui, enum entity_kind kind, struct row_ref of, const char *typed)
{
    struct adding adding = {
        .entity = entity_get(kind),
        .of = of,
        .typed = typed,
        .main_only = true,
    };

    return add(ui, &adding);
}

static int64_t
create(struct ui *ui, void *context, enum entity_kind kind, const char *typed)
{
    (void)context;
    return noun_add_short(ui, kind, ROW_NONE, typed);
}

static const char *
words(enum entity_kind kind)
{
    const char *said = noun_form_get(kind)->picker_words;

    return said ? _(said) : NULL;
}

static const char *
words_of_new(enum entity_kind kind)
{
    const char *said = noun_form_get(kind)->new_words;

    return said ? _(said) : NULL;
}

static void
add_fit(struct ui *ui, const struct picker_asked *asked, struct buffer *standing)
{
    const struct noun_form *form = noun_form_get(asked->entity->kind);

    if (form->add_fit)
        form->add_fit(ui, asked->record, asked->field, standing);
}

const struct picker_nouns noun_picker = {
    .create = create, .words = words, .words_of_new = words_of_new, .add_fit = add_fit
};

static bool
run_edit(struct ui *ui, const struct entity *asked, struct noun_saving *saving,
         void *record, bool resume)
{
    const struct noun_form *form = noun_form_get(asked->kind);
    struct buffer title = { 0 };
    char name[FORM_NAME_SIZE];
    struct form_request request = {
        .name = name,
        .entity = asked,
        .record = record,
        .resume = resume,
        .skip = form->fixed,
        .first = form->begin_at ? form->begin_at(record) : NULL,
        .exchanged = form->exchanged,
        .nouns = &noun_picker,
        .save = noun_save,
        .changed = noun_changed,
        .advise = noun_advise,
        .is_doubtful = form->advises_at_once,
        .context = saving,
    };

    form_name(asked, false, name);
    display_row(ui_atelier(ui), saving->entity, record, &title);
    request.title = buffer_text(&title);
    const bool saved = form_run(ui, &request);
    buffer_clear(&title);
    return saved;
}

/* With what the form asks for beside the fields of the row. */
static bool
edit_row(struct ui *ui, const struct entity *entity, const void *row, bool resume)
{
    const struct noun_form *form = noun_form_get(entity->kind);
    struct entity asked = *entity;
    struct field *widened = form->widen ? form->widen(ui, row, &asked) : NULL;
    void *record = record_new(&asked), *base = record_new(&asked);
    struct noun_saving saving = {
        .entity = entity,
        .base = base,
        .widened = widened ? &asked : NULL,
        .memory = new_memory(entity),
    };
    struct error err = { 0 };
    bool saved = false;

    record_copy(entity, record, row);
    if (widened && !form->load_widened(ui, &asked, record, &err)) {
        ui_fail(ui, &err);
    } else {
        record_copy(&asked, base, record);
        saved = run_edit(ui, &asked, &saving, record, resume);
    }
    free(saving.memory);
    free(saving.meanwhile);
    record_free(&asked, base);
    record_free(&asked, record);
    narrow(form, &asked, widened);
    return saved;
}

static bool
edit(struct ui *ui, enum entity_kind kind, int64_t id, bool resume)
{
    const struct entity *entity = entity_get(kind);
    void *row = record_new(entity);
    struct error err = { 0 };
    bool saved = false;

    if (!edit_load(ui_atelier(ui), entity, id, row, &err) ||
        !edit_may(ui_atelier(ui), entity, row, &err))
        ui_fail(ui, &err);
    else
        saved = edit_row(ui, entity, row, resume);
    record_free(entity, row);
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
        struct buffer left = { 0 };
        display_row(ui_atelier(ui), entity, record, &title);
        if (edit_leaves(ui_atelier(ui), entity, record, &left))
            ui_say(ui, _("Removed: %s.  %s"), buffer_text(&title), buffer_text(&left));
        else
            ui_say(ui,
                   undo_may(ui_atelier(ui))
                       ? _("Removed: %s.  %%K{program.undo} takes it back.")
                       : _("Removed: %s."),
                   buffer_text(&title));
        buffer_clear(&left);
    } else {
        ui_fail(ui, &err);
    }
    buffer_clear(&title);
    record_free(entity, record);
    return ok;
}

int64_t
noun_resume(struct ui *ui, const struct entity *entity, const struct draft *draft,
            struct row_ref of)
{
    struct adding adding = {
        .entity = entity,
        .of = of,
        .main_only = noun_draft_is_short(draft),
        .resume = true,
    };

    if (draft->row != 0)
        return edit(ui, entity->kind, draft->row, true) ? draft->row : 0;
    return add(ui, &adding);
}

bool
noun_draft_is_short(const struct draft *draft)
{
    return draft->screen &&
           strncmp(draft->screen, short_form, sizeof(short_form) - 1) == 0;
}
