/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_several.c - says that a name may be several rows, and which */
#include "record/reference_several.h"

#include "atelier/base/language.h"

void
reference_several_add(struct buffer *ids, int64_t id, size_t before)
{
    enum { NAMED = 5 };

    if (before < NAMED)
        buffer_addf(ids, "%s%lld", before ? ", " : "", (long long)id);
    else if (before == NAMED)
        buffer_add(ids, " …");
}

bool
reference_several_refuse(const char *text, const struct buffer *ids, struct error *err)
{
    return error_set(err, ERROR_INPUT, _("“%s” may be several: ids %s.  Give the id."),
                     text, ids->text);
}
