/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refused_person.c - who of those that a command names is refused, in words and as JSON
 */
#include "refused_person.h"

#include "atelier/app/display.h"

void
refused_person_add_name(struct invocation *inv, int64_t person, const char *operand,
                        struct buffer *name)
{
    struct buffer title = { 0 };

    if (person)
        display_title(inv->at, ENTITY_PERSON, person, &title);
    buffer_add(name, title.length > 0 ? buffer_text(&title) : operand);
    buffer_clear(&title);
}

json_t *
refused_person_json(int64_t person, const char *operand, const struct error *refusal)
{
    return json_pack("{s:o,s:s}", "person",
                     person ? json_integer((json_int_t)person) : json_string(operand),
                     "refused", refusal->message);
}
