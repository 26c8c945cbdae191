/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_form.c - what the form of a noun does besides what all forms do, by kind */
#include "noun/noun_form.h"

#define NOUN_FORM(KIND, name) extern const struct noun_form name##_form;
#include "noun/noun_forms.def"
#undef NOUN_FORM

const struct noun_form *
noun_form_get(enum entity_kind kind)
{
    static const struct noun_form usual = { 0 };
    static const struct noun_form *const forms[ENTITY_COUNT] = {
#define NOUN_FORM(KIND, name) [ENTITY_##KIND] = &name##_form,
#include "noun/noun_forms.def"
#undef NOUN_FORM
    };
    return kind < ENTITY_COUNT && forms[kind] ? forms[kind] : &usual;
}
