/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_roles.c - what the people of a file become in a group, each by their row */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "import/import_state.h"

enum import_target
import_column_brings(const struct import *import, size_t column)
{
    const enum import_target target = import->mapping.targets[column];
    const bool is_idle = (target == IMPORT_ROLE && !import->goal.group) ||
                         (target == IMPORT_WISH && import->menu.workshops.count == 0) ||
                         (target == IMPORT_ANSWER && !import_can_answer(import, column));
    return is_idle ? IMPORT_NOTHING : target;
}

bool
import_has_roles(const struct import *import)
{
    bool has = false;
    for (size_t c = 0; !has && c < import->mapping.count; c++)
        has = import_column_brings(import, c) == IMPORT_ROLE;
    return has;
}

void
import_add_roles(const struct import *import, const struct import_outcome *outcome,
                 struct buffer *text)
{
    if (!import_has_roles(import)) {
        buffer_add(text, _(membership_roles[import->goal.role].label));
        return;
    }
    const char *comma = "";
    for (int role = 0; role < MEMBERSHIP_ROLE_COUNT; role++) {
        if (outcome->joined_as[role] == 0)
            continue;
        buffer_addf(text, "%s%s %" PRId64, comma, _(membership_roles[role].label),
                    outcome->joined_as[role]);
        comma = ", ";
    }
    if (!*comma)
        buffer_add(text, _("nobody"));
}
