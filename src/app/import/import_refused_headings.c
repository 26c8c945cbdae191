/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_refused_headings.c - how the headings of rows that were left out are known */
#include "import/import_refused_headings.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"

static bool
is_heading(const char *heading, const char *word)
{
    char *folded = fold_copy(heading);
    char *expected = fold_copy(word);
    const bool is = strcmp(folded, expected) == 0;

    free(folded);
    free(expected);
    return is;
}

/* Whoever corrects the file may speak another language than who saved it. */
static bool
are_line_and_reason(const char *line, const char *reason)
{
    const char *const words[][2] = { { _("Line"), _("Reason") },
                                     { "Line", "Reason" },
                                     { "Ligne", "Motif" } };
    bool are = false;

    for (size_t i = 0; !are && i < sizeof(words) / sizeof(words[0]); i++)
        are = is_heading(line, words[i][0]) && is_heading(reason, words[i][1]);
    return are;
}

size_t
import_refused_own_columns(const char *const *headings, size_t count)
{
    while (count > 2 && are_line_and_reason(headings[count - 2], headings[count - 1]))
        count -= 2;
    return count;
}
