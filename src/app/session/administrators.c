/* SPDX-License-Identifier: GPL-3.0-or-later */
/* administrators.c - how many could come in and let others in */
#include "session/administrators.h"

#include <string.h>

#include "atelier/base/language.h"
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

/* Who comes under a login that the system does not know counts only among their like. */
bool
administrators_keep_another(struct atelier *at, const char *login, const char *field,
                            struct error *err)
{
    struct administrators others;

    if (!administrators_count(at, login, &others, err))
        return false;
    if (others.all == 0)
        return error_set_field(err, ERROR_RULE, field,
                               _("%s is the last administrator.  Make somebody else one "
                                 "first."),
                               login);
    return others.known > 0 || !administrators_know(at, login) ||
           error_set_field(err, ERROR_RULE, field,
                           _("%s is the last administrator whom this computer knows.  "
                             "Make somebody else one first, or create the login of "
                             "another."),
                           login);
}
