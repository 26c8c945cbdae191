/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grant_form.c - the form of a right for a group, which stays with its colleague */
#include "noun/noun_form.h"

static const char *const fixed[] = { "staff", NULL };

const struct noun_form grant_form = {
    .fixed = fixed,
};
