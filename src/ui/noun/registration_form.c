/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_form.c - the form of a registration, whose meeting and person stay */
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", "person", NULL };

/* Another meeting or person is another registration, and people come onto a list by
 * registering only. */
const struct noun_form registration_form = {
    .fixed = fixed,
    .never_anew = true,
};
