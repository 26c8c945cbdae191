/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings_form.c - changes what the office decides for all */
#include "noun/settings_form.h"

#include "atelier/app/upkeep.h"
#include "atelier/base/language.h"
#include "widget/form.h"

static bool
save(struct ui *ui, void *context, void *record, struct error *err)
{
    (void)context;
    return upkeep_change_settings(ui_atelier(ui), record, err);
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
        .name = "form.settings",
        .entity = &settings_entity,
        .record = &settings,
        .resume = resume,
        .save = save,
    };
    if (form_run(ui, &request))
        ui_say(ui, _("The settings are saved."));
    record_clear(&settings_entity, &settings);
}
