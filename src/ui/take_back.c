/* SPDX-License-Identifier: GPL-3.0-or-later */
/* take_back.c - an act is undone, or redone, with what must be asked and said */
#include "take_back.h"

#include <string.h>

#include "atelier/app/history.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/base/language.h"
#include "atelier/domain/journal.h"
#include "widget/confirm.h"
#include "widget/progress.h"
#include "widget/question_ask.h"

/* An act to take back, or the last undo to put back. */
struct taking {
    struct ui *ui;
    const int64_t *id; /* NULL: redo */
    struct journal_entry entry;
};

static bool
take(void *context, struct questions *sheet, struct error *err)
{
    struct taking *taking = context;
    struct atelier *at = ui_atelier(taking->ui);
    struct progress progress;

    progress_start(&progress, taking->ui, taking->id ? _("Undoing") : _("Redoing"));
    undo_tell(at, progress_step, &progress);
    const bool ok = taking->id ? undo_act(at, *taking->id, sheet, &taking->entry, err)
                               : redo_last(at, sheet, &taking->entry, err);
    undo_tell(at, NULL, NULL);
    progress_end(&progress);
    return ok;
}

static void
add_taken(const struct taking *taking, struct buffer *text)
{
    struct buffer act = { 0 };

    journal_add_act(&taking->entry, &act);
    buffer_addf(text, taking->id ? _("Undone: %s") : _("Redone: %s"), buffer_text(&act));
    buffer_clear(&act);
}

/* Whose offers went with it, and who has one now. */
static void
add_offers(struct atelier *at, const struct taking *taking, struct buffer *text)
{
    struct undo_offers offers = { 0 };
    struct register_given given;

    if (undo_offers_find(at, &taking->entry, &offers))
        undo_offers_say(at, &offers, text);
    undo_offers_clear(&offers);
    if (register_given_take(at, &given) && given.count > 0) {
        buffer_add(text, text->length > 0 ? "  " : "");
        register_given_say(at, &given, text);
    }
}

/* With the first of what is to be warned of. */
static bool
add_warning(struct atelier *at, const struct taking *taking, struct buffer *text)
{
    struct buffer warning = { 0 };
    const bool is = undo_warn(at, &taking->entry, &warning);

    if (is) {
        warning.text[strcspn(warning.text, "\n")] = '\0';
        buffer_addf(text, "%s%s", text->length > 0 ? "  " : "", warning.text);
    }
    buffer_clear(&warning);
    return is;
}

static void
say_taken(struct ui *ui, const struct taking *taking)
{
    struct buffer taken = { 0 };
    struct buffer more = { 0 };

    add_taken(taking, &taken);
    add_offers(ui_atelier(ui), taking, &more);
    const bool warned = add_warning(ui_atelier(ui), taking, &more);
    (warned ? ui_refuse : ui_say)(ui, more.length > 0 ? "%s.  %s" : "%s",
                                  buffer_text(&taken), buffer_text(&more));
    ui_repeat(ui);
    buffer_clear(&taken);
    buffer_clear(&more);
}

bool
take_back(struct ui *ui, const int64_t *id, struct error *err)
{
    struct taking taking = { .ui = ui, .id = id };
    struct questions sheet = { 0 };
    const bool ok = question_ask_all(ui, &sheet, take, &taking, err);

    if (ok) {
        say_taken(ui, &taking);
    } else if (err->kind == ERROR_QUESTION || err->kind == ERROR_CANCELLED) {
        ui_say(ui, _("Nothing changed."));
    }
    questions_clear(&sheet);
    journal_entry_clear(&taking.entry);
    return ok;
}

/* With what has to be undone first, where that can be. */
static void
refuse_chosen(struct ui *ui, int64_t id, const struct error *refusal)
{
    struct journal_entry first = { 0 };
    struct buffer act = { 0 };
    unsigned asks = 0;

    if (undo_find_first(ui_atelier(ui), id, &first, &asks)) {
        journal_add_act(&first, &act);
        /* TRANSLATORS: a refusal, an act with what it was about */
        ui_refuse(ui, _("%s  First undo: %s."), refusal->message, buffer_text(&act));
    } else {
        ui_refuse(ui, "%s", refusal->message);
    }
    buffer_clear(&act);
    journal_entry_clear(&first);
}

static void
undo_chosen(struct ui *ui, int64_t id)
{
    struct error err = { 0 };

    if (take_back(ui, &id, &err) || err.kind == ERROR_QUESTION ||
        err.kind == ERROR_CANCELLED)
        return;
    if (err.kind == ERROR_RULE)
        refuse_chosen(ui, id, &err);
    else
        ui_fail(ui, &err);
}

void
take_back_chosen(struct ui *ui, int64_t id)
{
    struct journal_entry entry = { 0 };
    struct error err = { 0 };
    struct buffer act = { 0 };

    const bool found = history_load(ui_atelier(ui), id, &entry, &err);
    if (found)
        journal_add_act(&entry, &act);
    if (!found)
        ui_fail(ui, &err);
    else if (entry.undoes != 0)
        ui_refuse(ui,
                  _("An undo is not undone: %%K{program.redo} puts back what it took."));
    else if (!undo_is_own(ui_atelier(ui), id) ||
             confirm(ui, _("Take it back"), _("Undo only this act: %s?"),
                     buffer_text(&act)))
        undo_chosen(ui, id);
    buffer_clear(&act);
    journal_entry_clear(&entry);
}
