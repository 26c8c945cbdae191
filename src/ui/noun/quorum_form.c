/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_form.c - the form of a quorum, which stays with its group */
#include "noun/noun_form.h"

static const char *const fixed[] = { "group", NULL };

const struct noun_form quorum_form = {
    .fixed = fixed,
};
