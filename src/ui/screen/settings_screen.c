/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings_screen.c - what the office decides for all, and the ways to staff, categories,
 * history */
#include <stdlib.h>

#include "colours.h"
#include "noun/settings_form.h"
#include "person/people_purge.h"
#include "screen.h"
#include "screen/settings_publish.h"
#include "sentence.h"
#include "spoken.h"
#include "who.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"
#include "widget/pager.h"
#include "widget/progress.h"

#include "atelier/app/display.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"

enum { LABEL_MOST = 48 };

struct settings_screen {
    struct pager pager;
};

static bool
settings_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)state;
    (void)ui;
    (void)id;
    (void)err;
    return true;
}

static void
settings_close(void *state)
{
    pager_clear(&((struct settings_screen *)state)->pager);
}

/* The cells of the widest label: none is cut. */
static size_t
label_columns(void)
{
    size_t columns = text_width(_("Database"));

    for (size_t i = 0; i < settings_entity.field_count; i++) {
        const size_t own = text_width(_(settings_entity.fields[i].label));
        columns = own > columns ? own : columns;
    }
    return columns < LABEL_MOST ? columns : LABEL_MOST;
}

static void
add_line(struct buffer *text, size_t columns, const char *label, const char *value)
{
    pager_add_label(text, label, columns);
    pager_add_value(text, value, columns);
}

static bool
settings_reload(void *state, struct ui *ui, struct error *err)
{
    (void)err;
    struct settings_screen *screen = state;
    struct atelier *at = ui_atelier(ui);
    const struct settings *settings = atelier_settings(at);
    const size_t columns = label_columns();
    struct buffer text = { 0 };

    buffer_addf(&text, "# %s\n", _("You"));
    add_line(&text, columns, _("Login"), atelier_login(at));
    add_line(&text, columns, _("Role"), _(staff_roles[atelier_role(at)].label));
    add_line(&text, columns, _("Colours"), colours_word(ui));
    struct buffer value = { 0 };
    sentence_add(ui, spoken_sentence(), &value);
    add_line(&text, columns, _("Language"), buffer_text(&value));
    buffer_addf(&text, "\n# %s\n", _("The office"));
    for (size_t i = 0; i < settings_entity.field_count; i++) {
        const struct field *field = &settings_entity.fields[i];
        buffer_reset(&value);
        display_field(at, field, settings, &value);
        add_line(&text, columns, _(field->label), buffer_text(&value));
    }
    add_line(&text, columns, _("Database"), atelier_path(at));
    pager_set(&screen->pager, buffer_text(&text));
    buffer_clear(&text);
    buffer_clear(&value);
    return true;
}

static void
settings_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    (void)ui;
    (void)fresh;
    pager_draw_body(&((struct settings_screen *)state)->pager, area);
}

static bool
settings_key(void *state, struct ui *ui, const struct key *key)
{
    (void)ui;
    return pager_key(&((struct settings_screen *)state)->pager, key);
}

static void
edit(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    settings_form(ui, false);
}

static void
back_up(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    char *path = file_ask(ui, _("Backup"),
                          _("The file to write; it must not be there yet."), NULL, true);
    if (!path)
        return;
    struct progress progress;
    progress_start(&progress, ui, _("Backing up"));
    progress.is_bytes = true;
    struct error err = { 0 };
    bool ok = upkeep_back_up(ui_atelier(ui), path, progress_step, &progress, &err);
    progress_end(&progress);
    if (ok) {
        struct buffer name = { 0 };
        file_path_add(&name, atelier_folder(ui_atelier(ui)), path);
        ui_say(ui, _("%s: backed up and verified"), buffer_text(&name));
        buffer_clear(&name);
    } else {
        ui_fail(ui, &err);
    }
    free(path);
}

static bool
tell(void *context)
{
    return progress_step(context, 0, 0);
}

static void
check(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    struct check_report report = { 0 };
    struct error err = { 0 };
    struct progress progress;

    progress_start(&progress, ui, _("Checking the database"));
    atelier_set_stop(ui_atelier(ui), tell, &progress);
    const bool checked = upkeep_check(ui_atelier(ui), false, &report, &err);
    atelier_set_stop(ui_atelier(ui), NULL, NULL);
    progress_end(&progress);
    if (!checked) {
        ui_fail(ui, &err);
    } else if (report.count == 0) {
        ui_say(ui, _("All is well."));
    } else {
        struct buffer text = { 0 };
        for (size_t i = 0; i < report.count; i++)
            buffer_addf(&text, "%s\n", report.problems[i]);
        pager_run(ui, _("What the check found"), buffer_text(&text));
        buffer_clear(&text);
    }
    check_report_clear(&report);
}

static const struct action actions[] = {
    { .name = "settings.edit",
      .keys = "Enter e",
      .menu = N_("Settings"),
      .label = N_("Change the settings"),
      .hint = N_("change"),
      .permission = ACT_SETTINGS_CHANGE_NEEDS,
      .run = edit },
    { .name = "settings.staff",
      .keys = "R",
      .menu = N_("Settings"),
      .label = N_("Staff and roles"),
      .hint = N_("roles"),
      .help = N_("Who may use the program, and with what rights: reader, door, desk, "
                 "organiser, administrator; %K{staff.open} on one gives rights for "
                 "single groups."),
      .argument = SCREEN_STAFF_LIST,
      .run = ui_open_same },
    { .name = "settings.categories",
      .keys = "C",
      .menu = N_("Settings"),
      .label = N_("Categories of organisations"),
      .hint = N_("categories"),
      .argument = SCREEN_CATEGORY_LIST,
      .run = ui_open_same },
    { .name = "settings.journal",
      .keys = "h",
      .menu = N_("Settings"),
      .label = N_("Everything that was done"),
      .hint = N_("history"),
      .argument = SCREEN_JOURNAL_LIST,
      .run = ui_open_same },
    { .name = "settings.colours",
      .keys = "T",
      .menu = N_("Settings"),
      .label = N_("Colours of your screens"),
      .hint = N_("colours"),
      .help = N_("For a dark or a light background, or none.  Kept for your login."),
      .blocked = colours_why_none,
      .run = colours_choose },
    { .name = "settings.language",
      .keys = "L",
      .menu = N_("Settings"),
      .label = N_("Language of your screens"),
      .help = N_("Kept for your login, for where your computer asks for none."),
      .run = spoken_choose },
    { .name = "settings.who",
      .keys = "W",
      .menu = N_("Settings"),
      .label = N_("Who is in"),
      .hint = N_("who is in"),
      .help = N_("Since when, from where, and how long no key has come; a session that "
                 "was forgotten can be ended."),
      .permission = MAY_SEE_SESSIONS,
      .run = who_show },
    { .name = "settings.export",
      .keys = "x",
      .menu = N_("Settings"),
      .label = N_("Publish the site"),
      .hint = N_("publish"),
      .help = N_("Writes the programme, calendars and final reports as pages of the web "
                 "for everybody to read; only what changed."),
      .needs = NEEDS_FILES | NEEDS_ROLE_ALONE,
      .permission = ACT_REPORT_FINALISE_NEEDS,
      .blocked = settings_publish_why_not,
      .run = settings_publish },
    { .name = "settings.purge",
      .keys = "P",
      .menu = N_("Database"),
      .label = N_("Erase people whom nothing keeps"),
      .help = N_("Whoever was to be kept until a day that has passed: shows who would be "
                 "erased, who stays and why, and cannot be undone."),
      .permission = ACT_PERSON_ERASE_NEEDS,
      .run = people_purge },
    { .name = "settings.backup",
      .keys = "B",
      .menu = N_("Database"),
      .label = N_("Back up to a file"),
      .hint = N_("back up"),
      .needs = NEEDS_FILES | NEEDS_ROLE_ALONE,
      .permission = MAY_ADMINISTER,
      .run = back_up },
    { .name = "settings.check",
      .keys = "K",
      .menu = N_("Database"),
      .label = N_("Check that all is well"),
      .hint = N_("check"),
      .run = check },
    ACTION_END
};

const struct screen settings_screen = {
    .name = "settings",
    .title = N_("Settings"),
    .size = sizeof(struct settings_screen),
    .actions = actions,
    .open = settings_open,
    .close = settings_close,
    .reload = settings_reload,
    .draw = settings_draw,
    .key = settings_key,
};
