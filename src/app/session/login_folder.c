/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login_folder.c - the folder of files goes along with a login that is renamed */
#include "session/login_folder.h"

#include <stdlib.h>

#include "atelier/app/confinement.h"
#include "atelier/base/language.h"
#include "atelier/base/left_files.h"
#include "atelier/base/memory.h"
#include "session/session.h"

void
login_folder_clear(struct login_folder *folder)
{
    free(folder->from);
    free(folder->to);
    free(folder->stays);
    *folder = (struct login_folder){ 0 };
}

void
login_folder_plan(struct atelier *at, const char *from, const char *to)
{
    login_folder_clear(&at->login_folder);
    at->login_folder.from = memory_copy(from);
    at->login_folder.to = memory_copy(to);
}

static char *
why_it_stays(const char *root, const char *from, const char *to, const struct error *why)
{
    struct buffer text = { 0 };

    if (why->kind == ERROR_EXISTS)
        buffer_addf(&text,
                    _("The files of %s stay in %s/%s, as others lie in %s/%s already: "
                      "root moves them there by hand, or removes them by “atelier "
                      "gateway files remove %s”."),
                    to, root, from, root, to, from);
    else
        buffer_addf(&text,
                    _("Files of %s may stay in %s/%s (%s); root moves them by “mv -nT "
                      "%s/%s %s/%s”."),
                    to, root, from, why->message, root, from, root, to);
    return buffer_take(&text);
}

static void
move(struct atelier *at)
{
    struct login_folder *folder = &at->login_folder;
    char *root = confinement_folder_of_files(database_path(at->db));
    struct error why = { 0 };

    if (!left_files_move(root, folder->from, folder->to, &why) &&
        why.kind != ERROR_NOT_FOUND)
        folder->stays = why_it_stays(root, folder->from, folder->to, &why);
    error_clear(&why);
    free(root);
}

void
login_folder_settle(struct atelier *at, bool written)
{
    struct login_folder *folder = &at->login_folder;

    if (!folder->from)
        return;
    if (written)
        move(at);
    memory_replace(&folder->from, NULL);
    memory_replace(&folder->to, NULL);
}

bool
login_folder_add_stay(struct atelier *at, struct buffer *text)
{
    struct login_folder *folder = &at->login_folder;

    if (!folder->stays)
        return false;
    buffer_add(text, folder->stays);
    memory_replace(&folder->stays, NULL);
    return true;
}
