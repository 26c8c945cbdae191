/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shared_address.c - who else has the e-mail address of a person */
#include "atelier/app/shared_address.h"

#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/store/person_table.h"
#include "session/session.h"

static bool
is_same_address(const char *a, const char *b)
{
    return a && b && strcasecmp(a, b) == 0;
}

/* Whoever was merged into another had an address that the other may not have. */
static bool
shares(const struct person *before, const struct person *person,
       const struct person *other)
{
    return other->head.id != person->head.id &&
           is_same_address(other->email, person->email) &&
           (before || person_likeness(person, other) == LIKENESS_NONE);
}

static void
add_sentence(const struct person *first, unsigned long more, struct buffer *text)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s%s%s", first->given ? first->given : "",
                first->given ? " " : "", first->family);
    if (more == 0)
        buffer_addf(text, _("%s has this e-mail address too."), buffer_text(&name));
    else
        buffer_addf(text,
                    ngettext("%s and %lu more have this e-mail address too.",
                             "%s and %lu more have this e-mail address too.", more),
                    buffer_text(&name), more);
    buffer_clear(&name);
}

bool
shared_address_warn(struct atelier *at, const struct person *before,
                    const struct person *person, struct buffer *text)
{
    struct person_list list = { 0 };
    struct error ignored = { 0 };
    const struct person *first = NULL;
    unsigned long count = 0;

    if (text_is_blank(person->email) || !atelier_role_may(at, MAY_READ, NULL) ||
        (before && is_same_address(before->email, person->email)))
        return false;
    if (!person_table_find_email(at->db, person->email, &list, &ignored))
        error_clear(&ignored);
    for (size_t i = 0; i < list.count; i++)
        if (shares(before, person, &list.items[i])) {
            first = first ? first : &list.items[i];
            count++;
        }
    if (first)
        add_sentence(first, count - 1, text);
    person_list_clear(&list);
    return first;
}
