/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings_form.c - changes what the office decides for all */
#include "noun/settings_form.h"

#include "atelier/app/change_settings.h"
#include "atelier/base/language.h"
#include "widget/form.h"

const char settings_form_name[] = "form.settings";

static bool
save(struct ui *ui, void *context, void *record, struct error *err)
{
    (void)context;
    return settings_change(ui_atelier(ui), record, err);
}

static void
say_warning(struct ui *ui, const struct settings *before, const struct settings *after)
{
    struct buffer text = { 0 };

    if (settings_warn_of_seats(ui_atelier(ui), before, after, &text))
        ui_refuse(ui, "%s", buffer_text(&text));
    buffer_clear(&text);
}

void
settings_form(struct ui *ui, bool resume)
{
    if (!ui_may(ui, ACT_SETTINGS_CHANGE_NEEDS, ROW_NONE))
        return;
    struct settings settings;
    record_init(&settings_entity, &settings);
    record_copy(&settings_entity, &settings, atelier_settings(ui_atelier(ui)));
    struct form_request request = {
        .title = _("Settings of the office"),
        .name = settings_form_name,
        .entity = &settings_entity,
        .record = &settings,
        .resume = resume,
        .save = save,
    };
    struct settings before;
    record_init(&settings_entity, &before);
    record_copy(&settings_entity, &before, &settings);
    if (form_run(ui, &request)) {
        ui_say(ui, _("The settings are saved.  %%K{program.undo} takes it back."));
        say_warning(ui, &before, &settings);
    }
    record_clear(&settings_entity, &before);
    record_clear(&settings_entity, &settings);
}
