/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_form.c - the form of a slot, which stays with its meeting */
#include "noun/noun_form.h"

static const char *const fixed[] = { "meeting", NULL };

const struct noun_form slot_form = {
    .fixed = fixed,
};
