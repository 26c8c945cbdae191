/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme.c - the colours of the screens, by name */
#include "atelier/domain/theme.h"

#include "atelier/base/language.h"

const struct choice themes[] = {
    [THEME_AUTOMATIC] = { "automatic", N_("as the terminal says") },
    [THEME_DARK] = { "dark", N_("for a dark background") },
    [THEME_LIGHT] = { "light", N_("for a light background") },
    [THEME_NONE] = { "none", N_("no colours") },
    [THEME_COUNT] = { NULL, NULL },
};
