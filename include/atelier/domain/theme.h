/* SPDX-License-Identifier: GPL-3.0-or-later */
/* theme.h - the colours of the screens that a person may choose */
#ifndef ATELIER_DOMAIN_THEME_H
#define ATELIER_DOMAIN_THEME_H

#include "atelier/domain/field.h"

enum theme {
    THEME_AUTOMATIC, /* what the terminal says of its background, else colours for any */
    THEME_DARK,      /* a dark background */
    THEME_LIGHT,
    THEME_NONE, /* no colour at all */
    THEME_COUNT
};

extern const struct choice themes[];

#endif
