/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_hook.c - answers are noted by acts of their own (answering.h), never as a row */
#include "atelier/base/language.h"
#include "noun/noun_hook.h"

extern const struct noun_hook answer_hook;
const struct noun_hook answer_hook = {
    .refusal = N_("Answers are not typed as a row: “registration answer” notes "
                  "them."),
};
