/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interface.c - the way into the screens, and their keys for the manual */
#include "atelier/ui/interface.h"

#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/report_entry.h"
#include "global_actions.h"
#include "loop.h"
#include "noun/noun.h"
#include "resume.h"
#include "sentence.h"
#include "terminal/paint.h"
#include "welcome.h"
#include "widget/form.h"
#include "widget/list_actions.h"

#define SECTION(NAME, name) extern const struct screen name##_screen;
#define SCREEN(NAME, name) extern const struct screen name##_screen;
#include "screens.def"
#undef SECTION
#undef SCREEN

static const struct screen *const sections[] = {
#define SECTION(NAME, name) &name##_screen,
#define SCREEN(NAME, name)
#include "screens.def"
#undef SECTION
#undef SCREEN
    NULL
};

static const struct screen *const screens[SCREEN_COUNT] = {
#define SECTION(NAME, name) [SCREEN_##NAME] = &name##_screen,
#define SCREEN(NAME, name) [SCREEN_##NAME] = &name##_screen,
#include "screens.def"
#undef SECTION
#undef SCREEN
};

/* An entry of a report is read where it stands, in that of its meeting. */
static void
open_entry(struct ui *ui, int64_t id)
{
    struct report_entry entry;
    struct error err = { 0 };

    record_init(&report_entry_entity, &entry);
    if (edit_load(ui_atelier(ui), &report_entry_entity, id, &entry, &err))
        ui_open_at(ui, SCREEN_REPORT, entry.meeting, id);
    else
        ui_fail(ui, &err);
    record_clear(&report_entry_entity, &entry);
}

/* A noun without a screen of its own has its form. */
static void
open_found(struct ui *ui, enum entity_kind kind, int64_t id)
{
    if (kind == ENTITY_REPORT_ENTRY) {
        open_entry(ui, id);
        return;
    }
    if (!ui_open_row(ui, kind, id))
        noun_edit(ui, kind, id);
}

static void
begin(struct ui *ui)
{
    if (!welcome_run(ui))
        resume_drafts(ui);
}

static const struct ui_tables tables = {
    .screens = screens,
    .sections = sections,
    .screen_actions = screen_actions,
    .list_actions = list_actions,
    .form_actions = form_actions,
    .dialog_actions = dialog_actions,
    .first = begin,
    .open_found = open_found,
};

bool
interface_run(struct atelier *at, bool plain, struct error *err)
{
    paint_set_plain(plain);
    return ui_run(at, &tables, err);
}

static void
add_table(struct buffer *buffer, const char *screen, const struct action *action)
{
    for (; action && action->name; action++)
        buffer_addf(buffer, "%s\t%s\t%s\t%s\n", screen, action->name,
                    action->keys ? action->keys : "", _(action->label));
}

void
interface_keys(struct buffer *buffer)
{
    add_table(buffer, "*", screen_actions);
    add_table(buffer, "list", list_actions);
    add_table(buffer, "form", form_actions);
    struct section_actions to_sections;
    section_actions_fill(&to_sections, sections);
    add_table(buffer, "section", to_sections.items);
    for (size_t i = 0; i < SCREEN_COUNT; i++)
        add_table(buffer, screens[i]->name, screens[i]->actions);
}

void
interface_add_sentence(const char *text, struct buffer *buffer)
{
    struct section_actions to_sections;

    section_actions_fill(&to_sections, sections);
    sentence_add_anywhere(&tables, &to_sections, text, buffer);
}
