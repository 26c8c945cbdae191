/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_hook.c - somebody stays administrator, and a login is one that the system knows
 */
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/login.h"
#include "atelier/domain/staff.h"
#include "atelier/store/staff_table.h"
#include "noun/noun_hook.h"

static bool
is_last_administrator(struct atelier *at, bool *is, struct error *err)
{
    int64_t count;
    if (!staff_table_administrators(at->db, &count, err))
        return false;
    *is = count <= 1;
    return true;
}

/* `after` is NULL when the row is removed.  Under another login nobody may know how to
 * come in. */
static bool
keep_an_administrator(struct atelier *at, const struct staff *before,
                      const struct staff *after, struct error *err)
{
    if (!before || before->role != ROLE_ADMINISTRATOR)
        return true;
    const bool renamed = after && strcmp(after->login, before->login) != 0;
    if (after && after->role == ROLE_ADMINISTRATOR && !renamed)
        return true;
    bool last = false;
    if (!is_last_administrator(at, &last, err))
        return false;
    return !last ||
           error_set_field(err, ERROR_RULE, renamed ? "login" : "role",
                           _("%s is the last administrator.  Make somebody else one "
                             "first."),
                           before->login);
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    return keep_an_administrator(at, before, after, err);
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    return keep_an_administrator(at, record, NULL, err);
}

/* A gateway knows its own logins. */
static bool
warn(struct atelier *at, const void *record, struct buffer *text)
{
    const char *login = ((const struct staff *)record)->login;

    if (at->source == IDENTITY_GATEWAY || login_is_known(login))
        return false;
    buffer_addf(text,
                _("This computer does not know the login %s: nobody can work under it "
                  "before it is created.  Correct it if it is a slip."),
                login);
    return true;
}

static bool
find(struct atelier *at, const char *text, int64_t *id, struct error *err)
{
    struct staff staff;

    record_init(&staff_entity, &staff);
    bool ok = staff_table_find(at->db, text, &staff, err);
    *id = staff.head.id;
    record_clear(&staff_entity, &staff);
    return ok;
}

extern const struct noun_hook staff_hook;
const struct noun_hook staff_hook = {
    .check = check,
    .check_removal = check_removal,
    .warn = warn,
    .find = find,
};
