/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_erase.c - somebody who wants to be forgotten is erased: what it touches is read
 * first, then why is asked, and the family name
 */
#include "person/person_erase.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/erase.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "screen.h"
#include "widget/ask.h"
#include "widget/list.h"
#include "widget/pager.h"

enum { WIDTH_MOST = 100 };

struct erase_view {
    struct erase_request request;
    struct erase_outcome outcome;
    struct pager pager;
    char *title; /* their name */
    bool agreed;
};

/* --- what it will touch */

static bool
look(struct erase_view *view, struct ui *ui, struct error *err)
{
    struct buffer text = { 0 };

    erase_outcome_clear(&view->outcome);
    if (!erase_try(ui_atelier(ui), &view->request, &view->outcome, err))
        return false;
    buffer_addf(&text, "# %s\n", view->title);
    buffer_addf(&text, "%s\n\n", _("What is erased, for good:"));
    erase_outcome_say(&view->outcome, &text);
    buffer_addf(&text, "\n# %s", _("It cannot be undone."));
    pager_set(&view->pager, buffer_text(&text));
    buffer_clear(&text);
    return true;
}

static struct area
box_area(struct erase_view *view, struct area body)
{
    const int columns = body.columns > WIDTH_MOST ? WIDTH_MOST : body.columns;
    const int top = view->pager.top;

    pager_draw(&view->pager, (struct area){ body.top, body.left, 0, columns - 4 });
    view->pager.top = top;
    return paint_middle(body, view->pager.lines + 2, columns);
}

static void
erase_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct erase_view *view = state;
    const struct area area = box_area(view, body);
    const struct area inside = paint_box(area, _("Erase a person"));

    (void)fresh;
    pager_draw(&view->pager, inside);
    pager_draw_end(&view->pager, ui, area);
}

static bool
erase_key(void *state, struct ui *ui, const struct key *key)
{
    (void)ui;
    return !key_is(key, "Space") && pager_key(&((struct erase_view *)state)->pager, key);
}

static void
agree(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    ((struct erase_view *)state)->agreed = true;
    ui_back(ui);
}

static const char *
why_not_alone(struct ui *ui, void *state, int64_t argument)
{
    const struct erase_view *view = state;

    (void)ui;
    (void)argument;
    return view->outcome.shared.length > 0 || view->request.alone
               ? NULL
               : _("The name is nobody else's and no place's: it goes wherever it "
                   "stands.");
}

static bool
is_shared(const void *state)
{
    const struct erase_view *view = state;

    return view->outcome.shared.length > 0 || view->request.alone;
}

static void
toggle_alone(struct ui *ui, void *state, int64_t argument)
{
    struct erase_view *view = state;
    struct error err = { 0 };

    (void)argument;
    view->request.alone = !view->request.alone;
    if (!look(view, ui, &err))
        ui_fail(ui, &err);
    else if (view->request.alone)
        ui_say(ui, "%s",
               _("The family name is replaced where it stands alone in texts, too."));
    else
        ui_say(ui, "%s", _("The family name stays where it stands alone in texts."));
}

static const struct action actions[] = { { .name = "erase.go_on",
                                           .keys = "Enter",
                                           .label = N_("Go on to erase"),
                                           .hint = N_("go on"),
                                           .run = agree },
                                         { .name = "erase.alone",
                                           .keys = "Space",
                                           .label =
                                               N_("The family name alone in texts, too"),
                                           .hint = N_("name alone, too"),
                                           .hinted = is_shared,
                                           .blocked = why_not_alone,
                                           .run = toggle_alone },
                                         { .name = "erase.leave",
                                           .keys = "Esc q",
                                           .label = N_("Leave all as it is"),
                                           .hint = N_("back"),
                                           .run = ui_leave },
                                         ACTION_END };

static const struct screen erase_screen = {
    .name = "erase",
    .dialog = true,
    .actions = actions,
    .draw = erase_draw,
    .key = erase_key,
    .letters_act = true,
};

/* --- why, and the name */

/* Accents and case aside: the keyboard may not have them. */
static bool
is_typed(const char *typed, const char *family)
{
    char *a = fold_copy(typed);
    char *b = fold_copy(family);
    const bool same = strcmp(a, b) == 0;

    free(a);
    free(b);
    return same;
}

static bool
ask_name(struct ui *ui, const struct person *person)
{
    struct buffer text = { 0 };

    buffer_addf(&text, _("It cannot be undone.  To erase “%s”, type the family name."),
                person->family);
    char *typed = ask(ui, _("Erase a person"), buffer_text(&text), NULL, true);
    const bool ok = typed && is_typed(typed, person->family);
    if (typed && !ok)
        ui_refuse(ui, "%s", _("That is another name; nothing was erased."));
    buffer_clear(&text);
    free(typed);
    return ok;
}

static void
erase_now(struct erase_view *view, struct ui *ui)
{
    struct error err = { 0 };

    erase_outcome_clear(&view->outcome);
    if (!erase_person(ui_atelier(ui), &view->request, &view->outcome, &err))
        ui_fail(ui, &err);
    else if (view->outcome.log_holds)
        ui_say(ui, "%s",
               _("Erased.  Colleagues read just now: what was overwritten leaves the "
                 "write-ahead log when all of them have left."));
    else
        ui_say(ui, "%s", _("Erased.  It cannot be undone."));
}

static void
converse(struct erase_view *view, struct ui *ui, const struct person *person)
{
    struct error err = { 0 };

    if (!look(view, ui, &err)) {
        ui_fail(ui, &err);
        return;
    }
    if (!ui_dialog(ui, &erase_screen, view) || !view->agreed)
        return;
    char *reason = ask(ui, _("Erase a person"),
                       _("Why are they erased?  The history keeps the reason; names in "
                         "it are erased, too."),
                       NULL, true);
    view->request.reason = reason;
    if (reason && ask_name(ui, person))
        erase_now(view, ui);
    free(reason);
}

static void
erase(struct ui *ui, int64_t id)
{
    struct erase_view view = { .request = { .person = id } };
    struct person *person = record_new(&person_entity);
    struct buffer title = { 0 };
    struct error err = { 0 };

    if (!edit_load(ui_atelier(ui), &person_entity, id, person, &err)) {
        ui_fail(ui, &err);
    } else {
        person_entity.title(person, &title);
        view.title = buffer_take(&title);
        converse(&view, ui, person);
    }
    record_free(&person_entity, person);
    erase_outcome_clear(&view.outcome);
    pager_clear(&view.pager);
    free(view.title);
}

void
person_erase_row(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    erase(ui, list_selected(state));
}

void
person_erase_this(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    erase(ui, ui_id(ui));
}
