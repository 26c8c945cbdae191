/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff_hook.c - somebody stays administrator, and a login is one that the system knows
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/confinement.h"
#include "atelier/base/language.h"
#include "atelier/base/left_files.h"
#include "atelier/domain/grant.h"
#include "atelier/domain/staff.h"
#include "atelier/store/draft_table.h"
#include "atelier/store/grant_table.h"
#include "atelier/store/preference_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/staff_table.h"
#include "noun/noun_hook.h"
#include "session/administrators.h"
#include "session/session.h"

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
    return administrators_keep_another(at, before->login, renamed ? "login" : "role",
                                       err);
}

/* Drafts, files and what somebody likes go with the person, and to nobody who gets the
 * login later. */
static bool
take_along(struct atelier *at, const struct staff *before, const struct staff *after,
           struct error *err)
{
    const char *old = before ? before->login : NULL;

    if (old && strcmp(old, after->login) == 0)
        return true;
    if (old)
        login_folder_plan(at, old, after->login);
    return draft_table_rename(at->db, old, after->login, err) &&
           (!old || preference_table_rename(at->db, old, after->login, err));
}

/* Of one that comes back after a removal all is still under the login. */
static void
derive(struct atelier *at, const void *before, void *after)
{
    if (before)
        (void)take_along(at, before, after, NULL);
}

static bool
check(struct atelier *at, const void *before, void *after, struct error *err)
{
    return keep_an_administrator(at, before, after, err) &&
           take_along(at, before, after, err);
}

/* For which groups the role counted goes with the colleague, and comes back with them. */
static bool
remove_grants(struct atelier *at, int64_t staff, struct error *err)
{
    struct grant_list grants = { 0 };
    bool ok = grant_table_list(at->db, staff, &grants, err);

    for (size_t i = 0; ok && i < grants.count; i++)
        ok = row_delete(at->db, &grant_entity, grants.items[i].id, grants.items[i].rev,
                        err);
    grant_list_clear(&grants);
    return ok;
}

static bool
check_removal(struct atelier *at, const void *record, struct error *err)
{
    return keep_an_administrator(at, record, NULL, err) &&
           remove_grants(at, ((const struct record *)record)->id, err);
}

static bool
warn(struct atelier *at, const void *record, struct buffer *text)
{
    const char *login = ((const struct staff *)record)->login;

    if (login_folder_add_stay(at, text))
        return true;
    if (administrators_know(at, login))
        return false;
    buffer_addf(text,
                _("This computer does not know the login %s: before it is created, "
                  "nobody can work under it but who comes by a key of the gateway.  "
                  "Correct it if it is a slip."),
                login);
    return true;
}

/* Those of confined sessions.  Where this login may not look, it may still be that there
 * are some. */
static bool
leave(struct atelier *at, const void *record, struct buffer *text)
{
    const char *login = ((const struct staff *)record)->login;
    struct left_files left;
    struct error why = { 0 };
    char *root = confinement_folder_of_files(database_path(at->db));
    const bool read = left_files_read(root, login, &left, &why);
    const bool stays = read ? left.count > 0 : why.kind == ERROR_SYSTEM;

    if (stays && read)
        buffer_addf(text,
                    ngettext("%zu file of theirs stays in %s/%s; root removes it by "
                             "“atelier gateway files remove %s”.",
                             "%zu files of theirs stay in %s/%s; root removes them by "
                             "“atelier gateway files remove %s”.",
                             left.count),
                    left.count, root, login, login);
    else if (stays)
        buffer_addf(text,
                    _("Files of theirs may stay in %s/%s; root removes them by "
                      "“atelier gateway files remove %s”."),
                    root, login, login);
    error_clear(&why);
    left_files_clear(&left);
    free(root);
    return stays;
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
    .derive = derive,
    .check = check,
    .check_removal = check_removal,
    .warn = warn,
    .leave = leave,
    .find = find,
};
