/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spoken.c - which language the screens speak, and how to have the other */
#include "spoken.h"

#include <string.h>

#include "atelier/app/preference.h"
#include "atelier/base/language.h"
#include "widget/choose.h"

enum { LANGUAGES_MOST = 8 };

const char *
spoken_word(void)
{
    /* TRANSLATORS: name your language first; then, in English, how to have English. */
    return _("English.  En français : atelier --language fr");
}

const char *
spoken_sentence(void)
{
    /* TRANSLATORS: your language first; then, in English, the key that has English. */
    return _("English.  En français : %K{settings.language}");
}

static void
keep(struct ui *ui, const struct language *language)
{
    struct error err = { 0 };

    if (preference_set_language(ui_atelier(ui), language->code, &err))
        ui_say(ui, _("Language: %s.  It is kept for where your computer asks for none."),
               language->name);
    else
        ui_say(ui, _("Language: %s, until you leave.  It is not kept: %s"),
               language->name, err.message);
    error_clear(&err);
}

void
spoken_choose(struct ui *ui, void *state, int64_t argument)
{
    const char *answers[LANGUAGES_MOST];
    size_t count = 0, now = 0;

    (void)state;
    (void)argument;
    for (; count < LANGUAGES_MOST && languages[count].code; count++) {
        answers[count] = languages[count].name;
        if (strcmp(languages[count].code, language_code()) == 0)
            now = count;
    }
    const int chosen = choose(ui, _("Language"), NULL, answers, count, now);
    if (chosen < 0)
        return;
    language_change(languages[chosen].code);
    ui_redraw(ui);
    keep(ui, &languages[chosen]);
}
