/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_item_key.c - what a key does to a field: letters typed, one of few, a row chosen
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "terminal/terminal.h"
#include "widget/form_item.h"
#include "widget/picker.h"

/* Milliseconds after which letters begin another word. */
enum { WORD_PAUSE = 1500 };

static int
choice_count(const struct choice *choices)
{
    int count = 0;

    while (choices[count].name)
        count++;
    return count;
}

static bool
starts_with(const char *label, const char *letter)
{
    char *a = fold_copy(label), *b = fold_copy(letter);
    bool yes = b[0] != '\0' && strncmp(a, b, strlen(b)) == 0;

    free(a);
    free(b);
    return yes;
}

static const char *
label_of(const struct field *field, int choice)
{
    return form_item_word(field, field->choices[choice].label);
}

/* Goes to the choice that begins so, looking from `from` behind the present one; false
 * when none does. */
static bool
choose_beginning(const struct field *field, const char *beginning, int from, int *now)
{
    const int count = choice_count(field->choices);

    for (int i = from; i < count + from; i++)
        if (starts_with(label_of(field, (*now + i) % count), beginning)) {
            *now = (*now + i) % count;
            return true;
        }
    return false;
}

/* A word that is typed whole chooses what it names: its letters belong together, until
 * a pause.  False for a letter that begins no choice, and goes on with no word. */
static bool
choose_by_letter(struct form_item *item, const char *letter, int *now)
{
    const int64_t at = terminal_clock();
    const bool goes_on = at - item->word_at < WORD_PAUSE && item->word.length > 0;
    const bool is_word = goes_on && text_width(buffer_text(&item->word)) > 1;

    if (!goes_on)
        buffer_reset(&item->word);
    item->word_at = at;
    buffer_add(&item->word, letter);
    if ((goes_on && choose_beginning(item->field, buffer_text(&item->word), 0, now)) ||
        is_word)
        return true;
    buffer_reset(&item->word);
    if (choose_beginning(item->field, letter, 1, now))
        buffer_add(&item->word, letter);
    return goes_on || item->word.length > 0;
}

static bool
choice_key(struct form *form, struct ui *ui, struct form_item *item,
           const struct key *key)
{
    const struct field *field = item->field;
    void *record = form->request->record;
    int count = choice_count(field->choices), now = (int)field_number(field, record);

    assert(count > 0);
    if (key_is(key, "Right Space"))
        now = (now + 1) % count;
    else if (key_is(key, "Left"))
        now = (now + count - 1) % count;
    else if (key->press != PRESS_TEXT)
        return false;
    else if (!choose_by_letter(item, key->text, &now))
        ui_refuse(ui, _("No choice begins with “%s”; %%K{Space} shows the next one."),
                  key->text);
    field_set_number(field, record, now);
    return true;
}

/* Its first letter decides, and the rest of a word that is typed whole does no harm. */
static bool
boolean_key(struct form *form, struct form_item *item, const struct key *key)
{
    bool now = field_number(item->field, form->request->record) != 0;

    if (key_is(key, "Right Left Space"))
        now = !now;
    else if (key->press == PRESS_TEXT && starts_with(_("yes"), key->text))
        now = true;
    else if (key->press == PRESS_TEXT && starts_with(_("no"), key->text))
        now = false;
    else if (key->press != PRESS_TEXT ||
             (!strstr(_("yes"), key->text) && !strstr(_("no"), key->text)))
        return false;
    field_set_number(item->field, form->request->record, now ? 1 : 0);
    return true;
}

/* A time zone, a colour, a row by its name. */
static bool
is_named(const struct form_item *item)
{
    return item->field->kind == FIELD_ZONE || form_item_is_colour(item) ||
           form_item_names_row(item);
}

/* To be freed; NULL when left. */
static char *
picked_name(struct form *form, struct ui *ui, const struct form_item *item,
            const char *present, const char *typed)
{
    const struct field *field = item->field;
    const char *title = _(field->label);

    if (form_item_names_row(item))
        return picker_name(ui, title, (enum entity_kind)field->refers_to,
                           typed ? typed : present, form->request->nouns);
    return form_item_is_colour(item) ? picker_colour(ui, title, present, typed)
                                     : picker_zone(ui, title, present, typed);
}

static void
pick_name(struct form *form, struct ui *ui, struct form_item *item, const char *typed,
          struct form_item_change *change)
{
    const char *present = field_text(item->field, form->request->record);
    char *name = picked_name(form, ui, item, present, typed);
    struct error err = { 0 };

    change->chosen = name;
    change->value = name && (!present || strcmp(name, present) != 0);
    if (change->value && !field_parse(item->field, form->request->record, name, &err)) {
        memory_replace(&item->error, err.message);
        *change = (struct form_item_change){ 0 };
    }
    free(name);
}

static void
pick_row(struct form *form, struct ui *ui, struct form_item *item, const char *typed,
         struct form_item_change *change)
{
    const struct entity *entity = form->request->entity;
    struct record *tried = record_new(entity);
    struct picker_nouns nouns = { 0 };
    if (form->request->nouns)
        nouns = *form->request->nouns;
    record_copy(entity, tried, form->request->record);
    nouns.asked = (struct picker_asked){ entity, tried, item->field };
    nouns.within = record_subject(entity, form->request->record);
    int64_t id =
        picker_run(ui, _(item->field->label), (enum entity_kind)item->field->refers_to,
                   typed, form->request->nouns ? &nouns : NULL);

    record_free(entity, tried);
    change->chosen = id != 0;
    change->value = id != 0 && id != field_number(item->field, form->request->record);
    if (change->value)
        field_set_number(item->field, form->request->record, id);
}

static void
pick(struct form *form, struct ui *ui, struct form_item *item, const char *typed,
     struct form_item_change *change)
{
    if (is_named(item))
        pick_name(form, ui, item, typed, change);
    else
        pick_row(form, ui, item, typed, change);
}

/* What is chosen from others: a row, or a name. */
static bool
picked_key(struct form *form, struct ui *ui, struct form_item *item,
           const struct key *key, struct form_item_change *change)
{
    if (key_is(key, "Del Backspace Ctrl-U")) {
        change->value = !field_is_absent(item->field, form->request->record);
        if (is_named(item))
            field_set_text(item->field, form->request->record, NULL);
        else
            field_set_number(item->field, form->request->record, 0);
    } else if (key_is(key, "Space Right") ||
               (key_is(key, "Enter") && (item->field->flags & FIELD_REQUIRED) != 0 &&
                field_is_absent(item->field, form->request->record))) {
        pick(form, ui, item, NULL, change);
    } else if (key->press == PRESS_TEXT) {
        pick(form, ui, item, key->text, change);
    } else if (key->press == PRESS_PASTE) {
        pick(form, ui, item, key->paste, change);
    } else
        return false;
    return true;
}

static bool
is_full(const struct form_item *item, const struct key *key)
{
    return key->press == PRESS_TEXT &&
           !line_edit_has_room(item->field->kind == FIELD_LINES ? &item->lines.text
                                                                : &item->line,
                               key->text);
}

/* Of a text of several lines, which is where much is pasted. */
static void
say_how_much_fits(struct ui *ui, const struct text_area *area, const char *pasted)
{
    char *text = text_tidy_indented(pasted);
    size_t letters = 0;

    for (const char *at = text; *at != '\0'; at++)
        letters += ((unsigned char)*at & 0xc0) != 0x80;
    ui_refuse(ui,
              _("What was pasted has %zu letters, and %zu of them fit here: nothing was "
                "taken, paste less of it."),
              letters, line_edit_letters_fit(&area->text, text));
    free(text);
}

bool
form_item_key(struct form *form, struct ui *ui, struct form_item *item,
              const struct key *key, struct form_item_change *change)
{
    *change = (struct form_item_change){ 0 };
    bool taken;
    if (key_is(key, "Enter") && item->field->kind == FIELD_LINES &&
        !form_item_breaks_lines(item))
        return false;
    if (form_item_is_text(item)) {
        taken = item->field->kind == FIELD_LINES
                    ? text_area_key(&item->lines, key, &change->value)
                    : line_edit_key(&item->line, key, &change->value);
        if (change->value) {
            item->typed = item->touched = true;
            memory_replace(&item->error, NULL);
        }
        if (taken && !change->value && is_full(item, key))
            ui_refuse(ui, "%s", _("No more letters fit here."));
        if (!taken && key->press == PRESS_PASTE && item->field->kind == FIELD_LINES) {
            say_how_much_fits(ui, &item->lines, key->paste);
            return true;
        }
        return taken;
    }
    if (item->field->kind == FIELD_CHOICE)
        taken = change->value = choice_key(form, ui, item, key);
    else if (item->field->kind == FIELD_BOOLEAN)
        taken = change->value = boolean_key(form, item, key);
    else
        taken = picked_key(form, ui, item, key, change);
    if (change->value) {
        memory_replace(&item->error, NULL);
        form_item_show(form, ui, item);
        form_item_tell_change(form, ui, item);
    }
    return taken;
}
