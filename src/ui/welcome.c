/* SPDX-License-Identifier: GPL-3.0-or-later */
/* welcome.c - the first five minutes: the office's name, its categories, what to do first
 */
#include "welcome.h"

#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/change_settings.h"
#include "atelier/app/drafts.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/category.h"
#include "loop.h"
#include "noun/settings_form.h"
#include "sentence.h"
#include "spoken.h"
#include "widget/form.h"
#include "widget/pager.h"
#include "widget/tick.h"

enum { FIELDS_MOST = 64 };

/* What is kept of it in the name of the login: that it was asked. */
static const char welcome_name[] = "welcome";

static bool
holds_nothing(struct ui *ui)
{
    static const enum listing_kind kinds[] = { LISTING_CATEGORY, LISTING_ORGANISATION,
                                               LISTING_PERSON, LISTING_WORKING_GROUP,
                                               LISTING_MEETING };
    const struct settings *settings = atelier_settings(ui_atelier(ui));
    bool nothing = text_is_blank(settings->network);

    for (size_t i = 0; nothing && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        const struct listing_query query = { .kind = kinds[i] };
        int64_t count = 0;

        nothing = listing_count(ui_atelier(ui), &query, 1, &count, NULL) && count == 0;
    }
    return nothing;
}

static bool
was_asked(struct ui *ui)
{
    struct draft draft = { 0 };
    const bool asked =
        !drafts_find(ui_atelier(ui), welcome_name, 0, &draft, NULL) || draft.id != 0;

    draft_clear(&draft);
    return asked;
}

static void
keep_asked(struct ui *ui)
{
    struct draft draft = { .screen = memory_copy(welcome_name),
                           .entity = memory_copy(""),
                           .fields = memory_copy("") };
    struct error ignored = { 0 };

    (void)drafts_keep(ui_atelier(ui), &draft, &ignored);
    draft_clear(&draft);
}

static bool
save_office(struct ui *ui, void *context, void *record, struct error *err)
{
    (void)context;
    return settings_change(ui_atelier(ui), record, err);
}

/* All but what an office knows at once; the rest is in Settings. */
static void
fill_later(const char *later[])
{
    static const char *const asked[] = { "network", "organiser_email",
                                         "calendar_language", "lunch" };
    size_t count = 0;

    for (size_t f = 0; f < settings_entity.field_count && count < FIELDS_MOST; f++) {
        bool is_asked = false;
        for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++)
            is_asked = is_asked || strcmp(asked[i], settings_entity.fields[f].name) == 0;
        if (!is_asked)
            later[count++] = settings_entity.fields[f].name;
    }
}

static void
ask_office(struct ui *ui)
{
    const char *later[FIELDS_MOST + 1] = { NULL };
    struct settings settings;
    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(ui_atelier(ui)));
    fill_later(later);
    const struct form_request request = {
        .title = _("A new database: what is the office called?"),
        .name = settings_form_name, /* what is left unsaved waits in the settings */
        .entity = &settings_entity,
        .record = &settings,
        .skip = later,
        .save = save_office,
    };
    ui_say(ui, "%s", spoken_word());
    (void)form_run(ui, &request);
    record_clear(&settings_entity, &settings);
}

static void
add_category(struct ui *ui, const char *name, int64_t order)
{
    struct category category;
    struct error err = { 0 };

    record_init(&category_entity, &category);
    category.name = memory_copy(name);
    category.order = order;
    if (!edit_add(ui_atelier(ui), &category_entity, &category, NULL, &err))
        ui_fail(ui, &err);
    record_clear(&category_entity, &category);
}

static void
ask_categories(struct ui *ui)
{
    struct tick proposed[] = {
        { .label = _("City"), .taken = true },
        { .label = _("Agglomeration"), .taken = true },
        { .label = _("Department"), .taken = true },
        { .label = _("Region"), .taken = true },
        { .label = _("State authority"), .taken = true },
        { .label = _("Managing authority of European funds"), .taken = false },
        { .label = _("Association"), .taken = true },
        { .label = _("Research or education"), .taken = false },
        { .label = _("Company"), .taken = false },
    };
    const size_t count = sizeof(proposed) / sizeof(proposed[0]);

    if (!tick_run(ui, _("Categories of organisations"),
                  _("Who comes is counted by them, and quotas are set for them.  Each "
                    "can be renamed, and others added, at any time."),
                  proposed, count))
        return;
    for (size_t i = 0; i < count; i++)
        if (proposed[i].taken)
            add_category(ui, proposed[i].label, (int64_t)i + 1);
}

enum { KEYS_COLUMN = 8 };

static void
add_step(struct ui *ui, const char *keys, const char *words, struct buffer *text)
{
    struct buffer shown = { 0 };

    sentence_add(ui, keys, &shown);
    buffer_add(text, "  ");
    text_add_cut(text, buffer_text(&shown), KEYS_COLUMN, true, false);
    buffer_addf(text, "  %s\n", words);
    buffer_clear(&shown);
}

/* The key of a section, of those that the box names or another. */
struct chosen_section {
    const struct action *sections;
    const struct action *chosen; /* NULL: none was */
};

static bool
is_section_key(void *context, const struct key *key)
{
    struct chosen_section *choice = context;

    choice->chosen = action_find(choice->sections, key);
    return choice->chosen;
}

/* Nobody whose first form was left is told that its words are in use. */
static void
add_greeting(struct ui *ui, struct buffer *text)
{
    struct buffer keys = { 0 };

    sentence_add(ui, "%K{section.settings} %K{settings.edit}", &keys);
    if (text_is_blank(atelier_settings(ui_atelier(ui))->network))
        buffer_addf(text,
                    _("The office has no name yet: %s asks for it.  These keys come "
                      "first:"),
                    buffer_text(&keys));
    else
        buffer_add(text, _("The office is there.  These keys come first:"));
    buffer_clear(&keys);
}

/* What follows the key of a section acts there, as it is written. */
static void
say_first_steps(struct ui *ui)
{
    struct chosen_section choice = { .sections = ui->sections.items };
    struct buffer text = { 0 };

    add_greeting(ui, &text);
    buffer_add(&text, "\n\n");
    add_step(ui, "%K{section.group_list} %K{group.add}",
             _("Found a group: a code and a name are enough."), &text);
    add_step(ui, "%K{section.person_list} %K{person.import}",
             _("Import people from a spreadsheet or from address cards."), &text);
    add_step(ui, "%K{section.meeting_list} %K{meeting.add}",
             _("Plan a meeting of the group, then convene its members."), &text);
    buffer_add_char(&text, '\n');
    add_step(ui, "%K{section.settings}",
             _("The settings: what was skipped here, colleagues and their roles."),
             &text);
    add_step(ui, "%K{program.help}",
             _("The keys of each screen, and how things are done."), &text);
    add_step(ui, "%K{program.undo}", _("Takes your last act back, whatever it was."),
             &text);
    buffer_add_char(&text, '\n');
    buffer_addf(&text, _("%s: %s"), _("Language"), spoken_word());
    buffer_add_char(&text, '\n');
    pager_run_until(ui, _("What to do first"), buffer_text(&text), is_section_key,
                    &choice);
    buffer_clear(&text);
    if (choice.chosen)
        choice.chosen->run(ui, NULL, choice.chosen->argument);
}

bool
welcome_run(struct ui *ui)
{
    if (!atelier_may(ui_atelier(ui), ACT_SETTINGS_CHANGE_NEEDS, ROW_NONE, NULL) ||
        !holds_nothing(ui) || was_asked(ui))
        return false;
    ask_office(ui);
    if (!ui_is_leaving(ui))
        ask_categories(ui);
    if (ui_is_leaving(ui))
        return true; /* the line dropped: asked again */
    keep_asked(ui);
    say_first_steps(ui);
    return true;
}
