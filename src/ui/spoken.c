/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spoken.c - which language the screens speak, and how to have the other */
#include "spoken.h"

#include "atelier/base/language.h"

const char *
spoken_word(void)
{
    /* TRANSLATORS: name your language first; then, in English, how to have English. */
    return _("English, as your login asks.  En français : atelier --language fr");
}
