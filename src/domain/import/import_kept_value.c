/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_kept_value.c - what an organisation has otherwise than a list says, and keeps */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/category_name.h"
#include "atelier/domain/import.h"

static bool
is_said(enum import_target target, const char *value, const char *known)
{
    if (target == IMPORT_CATEGORY && known)
        return category_names_agree(value, known);
    char *one = fold_copy(value);
    char *other = fold_copy(known ? known : "");
    const bool is = strcmp(one, other) == 0;

    free(one);
    free(other);
    return is;
}

bool
import_row_add_stay(const struct import_row *row, enum import_target target,
                    const char *organisation, const char *known, struct buffer *text)
{
    const char *value = row->values[target];
    const char *label = _(import_targets[target].label);

    if (!value || is_said(target, value, known))
        return false;
    buffer_add(text, text->length > 0 ? _("; ") : "");
    if (known)
        buffer_addf(text, _("%s of %s: “%s” stays, not “%s”"), label, organisation, known,
                    value);
    else
        buffer_addf(text, _("%s of %s stays blank, not “%s”"), label, organisation,
                    value);
    return true;
}
