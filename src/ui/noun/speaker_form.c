/* SPDX-License-Identifier: GPL-3.0-or-later */
/* speaker_form.c - the form of a speaker, who stays with the workshop */
#include "noun/noun_form.h"

static const char *const fixed[] = { "workshop", NULL };

const struct noun_form speaker_form = {
    .fixed = fixed,
};
