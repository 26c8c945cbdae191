/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refused_person.c - who of those that a command names is refused, in words and as JSON
 */
#include "refused_person.h"

#include <stdio.h>

#include "answers.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "print.h"

static json_t *
refusal_json(const struct refused_person *refused)
{
    return json_pack("{s:o,s:s}", "person",
                     refused->person ? json_integer((json_int_t)refused->person)
                                     : json_string(refused->operand),
                     "refused", refused->refusal->message);
}

void
refused_person_tell(struct invocation *inv, const struct refused_person *refused,
                    const char *what, json_t *array, bool was_ok, struct error *err)
{
    struct buffer name = { 0 };

    (void)answers_explain(inv, refused->questions, refused->refusal);
    if (refused->person)
        display_title(inv->at, ENTITY_PERSON, refused->person, &name);
    print_line(inv, _("%s: %s"), name.length > 0 ? buffer_text(&name) : refused->operand,
               what);
    json_array_append_new(array, refusal_json(refused));
    if (!was_ok)
        (void)fprintf(stderr, "atelier: %s\n", err->message);
    *err = *refused->refusal;
    buffer_clear(&name);
}
