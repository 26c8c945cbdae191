/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warning.c - what whoever works is warned of: a disk that is nearly full, and a file
 * that another has taken the place of
 */
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "session/session.h"

enum { SPACE_WARNING = 64 * 1024 * 1024 };

const char *
atelier_warning(struct atelier *at)
{
    int64_t space = database_free_space(at->db);
    free(at->warning);
    at->warning = NULL;
    if (database_is_replaced(at->db)) {
        struct error replaced = { 0 };
        database_refuse_replaced(at->db, &replaced);
        at->warning = memory_copy(replaced.message);
        return at->warning;
    }
    if (space >= 0 && space < SPACE_WARNING) {
        struct buffer text = { 0 };
        buffer_addf(&text,
                    _("The disk is nearly full: %lld MB are left.  Make room soon."),
                    (long long)(space / 1024 / 1024));
        at->warning = buffer_take(&text);
    }
    return at->warning;
}
