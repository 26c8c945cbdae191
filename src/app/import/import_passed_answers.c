/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_passed_answers.c - answers to what the meeting does not ask */
#include <stdlib.h>

#include "atelier/base/language.h"
#include "import/import_columns.h"

void
import_add_passed_answers(const struct import *import, struct buffer *text)
{
    for (size_t c = 0; c < import->mapping.count; c++) {
        if (import->mapping.targets[c] != IMPORT_ANSWER ||
            import_column_brings(import, c) == IMPORT_ANSWER)
            continue;
        char *name = import_column_name(import, c);
        buffer_addf(text,
                    import->goal.meeting
                        ? _("%s: answers are passed over, as the meeting asks nothing "
                            "called so.")
                        : _("%s: answers are passed over; the list of a meeting takes "
                            "them."),
                    name);
        buffer_add_char(text, '\n');
        free(name);
    }
}
