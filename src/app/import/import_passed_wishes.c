/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_passed_wishes.c - wishes where there is nothing to wish for */
#include <stdlib.h>

#include "atelier/base/language.h"
#include "import/import_columns.h"

void
import_add_passed_wishes(const struct import *import, struct buffer *text)
{
    for (size_t c = 0; c < import->mapping.count; c++) {
        if (import->mapping.targets[c] != IMPORT_WISH ||
            import_column_brings(import, c) == IMPORT_WISH)
            continue;
        char *name = import_column_name(import, c);
        buffer_addf(text,
                    import->goal.meeting
                        ? _("%s: wishes for workshops are passed over, as the meeting "
                            "has no workshops.")
                        : _("%s: wishes for workshops are passed over; the list of a "
                            "meeting takes them."),
                    name);
        buffer_add_char(text, '\n');
        free(name);
    }
}
