/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_save.c - saving a form: what is there already, two people at one row */
#include "noun/noun_save.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "given.h"
#include "noun/noun_form.h"
#include "widget/choose.h"
#include "widget/form.h"
#include "widget/question_ask.h"

/* --- two people at one row (rule 10) */

static void
add_version(struct ui *ui, const struct field *field, const void *record,
            struct buffer *text)
{
    if (field_is_absent(field, record))
        buffer_add(text, _("(empty)"));
    else
        display_field(ui_atelier(ui), field, record, text);
}

/* What differs, both versions; true when anything does. */
static bool
add_differences(struct ui *ui, const struct entity *entity, const void *mine,
                const void *theirs, struct buffer *text)
{
    bool some = false;

    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];

        if ((field->flags & (FIELD_DERIVED | FIELD_HIDDEN)) != 0 ||
            field_equal(field, mine, theirs))
            continue;
        buffer_addf(text, "%s%s\n  ", some ? "\n" : "", _(field->label));
        buffer_add(text, _("yours: "));
        add_version(ui, field, mine, text);
        buffer_add(text, "\n  ");
        buffer_add(text, _("theirs: "));
        add_version(ui, field, theirs, text);
        some = true;
    }
    return some;
}

static void
copy_field(const struct field *field, void *to, const void *from)
{
    struct buffer text = { 0 };

    (void)field_format(field, from, &text);
    struct error ignored = { 0 };
    (void)field_parse(field, to, buffer_text(&text), &ignored);
    buffer_clear(&text);
}

/* Fields that the person did not touch follow the colleague's version. */
static void
merge_untouched(const struct entity *entity, void *mine, const void *base,
                const void *theirs)
{
    for (size_t i = 0; i < entity->field_count; i++)
        if (field_equal(&entity->fields[i], mine, base) &&
            !field_equal(&entity->fields[i], mine, theirs))
            copy_field(&entity->fields[i], mine, theirs);
}

/* The row was loaded when the form opened, not when a draft was kept that it goes on
 * with: what a colleague saved between the two is not in it. */
static bool
knows_base(const struct noun_saving *saving, const struct record *mine)
{
    const struct record *base = saving->base;

    return base->rev == mine->rev;
}

/* The labels of what a colleague changed and the person did not touch; false when both
 * changed one field, or nothing tells. */
static bool
add_kept(const struct noun_saving *saving, const void *mine, const void *theirs,
         struct buffer *labels)
{
    const struct entity *entity = saving->entity;

    for (size_t i = 0; i < entity->field_count; i++) {
        const struct field *field = &entity->fields[i];

        if ((field->flags & (FIELD_DERIVED | FIELD_HIDDEN)) != 0 ||
            field_equal(field, saving->base, theirs) || field_equal(field, mine, theirs))
            continue;
        if (!field_equal(field, saving->base, mine))
            return false;
        buffer_addf(labels, "%s%s", labels->length > 0 ? ", " : "", _(field->label));
    }
    return knows_base(saving, mine);
}

enum resolution { RESOLVED_MINE, RESOLVED_THEIRS, RESOLVED_NOT };

/* Said once it is saved. */
static void
keep_both(struct noun_saving *saving, const char *who, const struct buffer *labels)
{
    struct buffer words = { 0 };

    if (labels->length > 0) {
        buffer_addf(&words, _("%s changed meanwhile: %s; both are kept."), who,
                    buffer_text(labels));
        memory_replace(&saving->meanwhile, buffer_text(&words));
    }
    buffer_clear(&words);
}

static enum resolution
resolve(struct ui *ui, struct noun_saving *saving, void *mine, struct error *err)
{
    const char *const answers[] = { _("Back to the form"), _("Save yours"),
                                    _("Keep theirs") };
    const struct entity *entity = saving->entity;
    struct record *head = mine;
    void *theirs = record_new(entity);

    error_clear(err);
    struct buffer text = { 0 };
    struct buffer kept = { 0 };
    enum resolution resolution = RESOLVED_NOT;
    if (edit_load(ui_atelier(ui), entity, head->id, theirs, err)) {
        const struct record *other = theirs;
        const char *who = !other->changed_by ? _("A colleague") : other->changed_by;
        const bool both = add_kept(saving, mine, theirs, &kept);

        merge_untouched(entity, mine, saving->base, theirs);
        buffer_addf(&text, _("%s saved this row while you were typing."), who);
        buffer_add(&text, "\n");
        int answer = 1;
        if (both)
            keep_both(saving, who, &kept);
        else if (add_differences(ui, entity, mine, theirs, &text))
            answer = choose(ui, _("Two versions"), buffer_text(&text), answers, 3, 0);
        if (answer == 1) {
            head->rev = other->rev;
            resolution = RESOLVED_MINE;
        } else if (answer == 2) {
            record_copy(entity, mine, theirs);
            resolution = RESOLVED_THEIRS;
        } else {
            (void)form_go_back(err);
        }
    }
    buffer_clear(&text);
    buffer_clear(&kept);
    record_free(entity, theirs);
    return resolution;
}

static bool
is_removed(struct ui *ui, const struct noun_saving *saving, const void *mine,
           const struct error *err)
{
    const struct record *head = mine;

    if (err->kind != ERROR_NOT_FOUND || !saving->base)
        return false; /* a row that this one names may be gone as well */
    void *theirs = record_new(saving->entity);
    struct error why = { 0 };
    bool removed = !edit_load(ui_atelier(ui), saving->entity, head->id, theirs, &why) &&
                   why.kind == ERROR_NOT_FOUND;
    record_free(saving->entity, theirs);
    return removed;
}

/* What was typed for a row that is gone can become a new one. */
static enum resolution
resolve_removed(struct ui *ui, struct noun_saving *saving, void *mine, struct error *err)
{
    const char *const answers[] = { _("Back to the form"), _("Leave it removed"),
                                    _("Add what you typed as a new one") };
    size_t count = noun_form_get(saving->entity->kind)->never_anew ? 2 : 3;
    struct record *head = mine;
    int answer = choose(ui, _("Removed meanwhile"),
                        _("A colleague removed this row while you were typing."), answers,
                        count, 0);

    error_clear(err);
    if (answer == 1)
        return RESOLVED_THEIRS;
    if (answer != 2) {
        (void)form_go_back(err);
        return RESOLVED_NOT;
    }
    head->id = head->rev = 0;
    saving->base = NULL;
    return RESOLVED_MINE;
}

/* --- all nouns */

/* What the row that was saved may want looked at: the first sentence of it. */
static void
add_warning(struct ui *ui, const struct noun_saving *saving, const void *record,
            struct buffer *text)
{
    const struct noun_form *form = noun_form_get(saving->entity->kind);
    struct buffer warning = { 0 };

    if (edit_warning(ui_atelier(ui), saving->entity, record, &warning) ||
        (form->warn && form->warn(ui, saving, record, &warning))) {
        buffer_add(text, "  ");
        char *line =
            memory_copy_part(buffer_text(&warning), strcspn(buffer_text(&warning), "\n"));
        buffer_addf(text, _("But: %s"), line);
        free(line);
    }
    buffer_clear(&warning);
}

/* Saved is said first, and what may be wrong behind it. */
static void
say_saved(struct ui *ui, const struct noun_saving *saving, const void *record)
{
    struct buffer title = { 0 };
    struct buffer said = { 0 };

    display_row(ui_atelier(ui), saving->entity, record, &title);
    buffer_drop_end(&title, '.'); /* the sentence around it has its own */
    buffer_addf(&said, !saving->base ? _("Added: %s.") : _("Saved: %s."),
                buffer_text(&title));
    if (saving->meanwhile)
        buffer_addf(&said, "  %s", saving->meanwhile);
    add_warning(ui, saving, record, &said);
    if (!saving->on_the_way && undo_may(ui_atelier(ui)))
        ui_say(ui, _("%s  %%K{program.undo} takes it back."), buffer_text(&said));
    else
        ui_say(ui, "%s", buffer_text(&said));
    given_say(ui);
    buffer_clear(&said);
    buffer_clear(&title);
}

struct save {
    struct ui *ui;
    struct noun_saving *saving;
    void *record;
};

/* Whether QUESTION_DUPLICATE was answered with a row that is there already. */
static bool
take_existing(const struct questions *sheet, int64_t *existing)
{
    const struct question_entry *answer = question_answer(sheet, QUESTION_DUPLICATE);

    if (!answer || answer->value == QUESTION_YES)
        return false;
    *existing = answer->value;
    return true;
}

static bool
write_row(void *context, struct questions *sheet, struct error *err)
{
    struct save *save = context;
    struct noun_saving *saving = save->saving;
    const struct noun_form *form = noun_form_get(saving->entity->kind);
    struct atelier *at = ui_atelier(save->ui);

    if (take_existing(sheet, &saving->existing))
        return true;
    if (saving->widened && saving->base)
        return form->change_widened(save->ui, saving, save->record, sheet, err);
    if (saving->widened)
        return form->add_widened(save->ui, save->record, sheet, err);
    if (form->save)
        return form->save(save->ui, saving, save->record, sheet, err);
    return saving->base ? edit_change_asked(at, saving->entity, save->record, sheet, err)
                        : edit_add(at, saving->entity, save->record, sheet, err);
}

static bool
save_once(struct ui *ui, struct noun_saving *saving, void *record, struct error *err)
{
    struct save save = { .ui = ui, .saving = saving, .record = record };
    struct questions sheet = { .subject = record_subject(saving->entity, record) };

    saving->existing = 0;
    bool ok = question_ask_all(ui, &sheet, write_row, &save, err);
    questions_clear(&sheet);
    if (!ok || saving->existing)
        return ok;
    say_saved(ui, saving, record);
    return true;
}

bool
noun_save(struct ui *ui, void *context, void *record, struct error *err)
{
    struct noun_saving *saving = context;

    while (!save_once(ui, saving, record, err)) {
        bool removed = is_removed(ui, saving, record, err);

        if (err->kind != ERROR_CONFLICT && !removed)
            return false;
        switch (removed ? resolve_removed(ui, saving, record, err)
                        : resolve(ui, saving, record, err)) {
        case RESOLVED_MINE:
            error_clear(err);
            break;
        case RESOLVED_THEIRS:
            ui_say(ui, "%s",
                   removed ? _("It stays removed.")
                           : _("Your colleague's version stays."));
            return true;
        case RESOLVED_NOT:
            return false;
        }
    }
    return true;
}

void
noun_changed(struct ui *ui, void *context, void *record, const struct field *field)
{
    struct noun_saving *saving = context;
    const struct noun_form *form = noun_form_get(saving->entity->kind);

    if (form->changed)
        form->changed(ui, saving, record, field);
}

void
noun_advise(struct ui *ui, void *context, const void *record, const struct field *field,
            struct buffer *text)
{
    const struct noun_saving *saving = context;
    const struct noun_form *form = noun_form_get(saving->entity->kind);

    if (form->advise)
        form->advise(ui, record, field, text);
}

bool
noun_fill(struct ui *ui, void *context, void *record, struct buffer *told,
          struct error *err)
{
    struct noun_saving *saving = context;

    return noun_form_get(saving->entity->kind)->fill(ui, saving, record, told, err);
}

bool
noun_fills(struct ui *ui, void *context, const void *record)
{
    const struct noun_saving *saving = context;

    return noun_form_get(saving->entity->kind)->fills(ui, record);
}
