/* SPDX-License-Identifier: GPL-3.0-or-later */
/* colours.c - the colours of the screens: chosen, shown at once, kept for the login */
#include "colours.h"

#include "atelier/app/preference.h"
#include "atelier/base/language.h"
#include "terminal/paint.h"
#include "widget/choose.h"

const char *
colours_why_none(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)state;
    (void)argument;
    return paint_can_colour()
               ? NULL
               : _("This terminal shows no colours, or NO_COLOR asks for none.");
}

const char *
colours_word(struct ui *ui)
{
    const char *reason = colours_why_none(ui, NULL, 0);

    return _(themes[reason ? THEME_NONE : paint_theme()].label);
}

static void
keep(struct ui *ui, enum theme theme)
{
    struct error err = { 0 };

    if (preference_set_theme(ui_atelier(ui), theme, &err))
        ui_say(ui, _("Colours: %s."), _(themes[theme].label));
    else
        ui_say(ui, _("Colours: %s, until you leave.  They are not kept: %s"),
               _(themes[theme].label), err.message);
    error_clear(&err);
}

void
colours_choose(struct ui *ui, void *state, int64_t argument)
{
    const char *answers[THEME_COUNT];

    (void)state;
    (void)argument;
    for (size_t i = 0; i < THEME_COUNT; i++)
        answers[i] = _(themes[i].label);
    const int chosen = choose(ui, _("Colours"), _("Which colours can you read best?"),
                              answers, THEME_COUNT, paint_theme());
    if (chosen < 0)
        return;
    paint_set_theme((enum theme)chosen);
    ui_redraw(ui);
    keep(ui, (enum theme)chosen);
}
