/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_missing.c - says that nothing is named so, and where to look
 *
 * A whole sentence for each noun: words that are put together agree in no language.
 */
#include "record/reference_missing.h"

#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"

bool
reference_missing(enum entity_kind entity, const char *text, bool is_id,
                  struct error *err)
{
    const struct entity *noun = entity_get(entity);
    const char *sentence = is_id ? noun->unknown_id : noun->unknown_name;

    sentence = sentence ? _(sentence)
               : is_id  ? _("Nothing has the id %s here.")
                        : _("Nothing is called “%s” here.");
    const char *gap = strstr(sentence, "%s");
    struct buffer message = { 0 };
    buffer_add_part(&message, sentence, (size_t)(gap - sentence));
    buffer_addf(&message, "%s%s", text, gap + strlen("%s"));
    error_set(err, ERROR_NOT_FOUND, "%s", buffer_text(&message));
    buffer_clear(&message);
    return false;
}

bool
reference_blank(enum entity_kind entity, struct error *err)
{
    /* TRANSLATORS: "Workshop: ..."; agrees with any noun */
    return error_set(err, ERROR_INPUT, _("%s: neither an id nor a name is given."),
                     _(entity_get(entity)->label));
}
