/* SPDX-License-Identifier: GPL-3.0-or-later */
/* administrators.c - how many could come in and let others in */
#include "session/administrators.h"

#include <string.h>

#include "atelier/base/login.h"
#include "atelier/store/staff_table.h"
#include "session/session.h"

struct counting {
    const struct atelier *at;
    const char *but;
    struct administrators *count;
};

bool
administrators_know(const struct atelier *at, const char *login)
{
    return at->source == IDENTITY_GATEWAY || login_is_known(login);
}

static void
count_one(void *context, const char *login)
{
    const struct counting *counting = context;

    if (counting->but && strcmp(login, counting->but) == 0)
        return;
    counting->count->all++;
    counting->count->known += administrators_know(counting->at, login);
}

bool
administrators_count(struct atelier *at, const char *but, struct administrators *count,
                     struct error *err)
{
    struct counting counting = { .at = at, .but = but, .count = count };

    *count = (struct administrators){ 0 };
    return staff_table_administrators(at->db, count_one, &counting, err);
}
