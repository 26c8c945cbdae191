/* SPDX-License-Identifier: GPL-3.0-or-later */
/* organisation_form.c - a new organisation, and those of the same name */
#include "noun/noun_alike.h"
#include "noun/noun_form.h"

static bool
check_alike(struct ui *ui, const void *record, int64_t *existing)
{
    return noun_check_namesake(ui, record, existing);
}

const struct noun_form organisation_form = {
    .check_alike = check_alike,
};
