/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confinement.c - which files a session may read and write, when it may not all */
#include "atelier/app/confinement.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

static bool
is_whole(const char *path, struct error *err)
{
    return !path || path[0] == '/' ||
           error_set(err, ERROR_INPUT,
                     _("A confined session wants a whole path, from “/” on, not “%s”."),
                     path);
}

static char *
beneath(const char *folder, const char *name)
{
    struct buffer path = { 0 };

    buffer_addf(&path, "%s/%s", folder, name);
    return buffer_take(&path);
}

bool
confinement_set(struct confinement *confinement, const char *folder, const char *database,
                struct error *err)
{
    if (!is_whole(folder, err) || !is_whole(database, err))
        return false;
    if (!folder)
        folder = CONFINEMENT_FOLDER;
    confinement_clear(confinement);
    confinement->database =
        database ? memory_copy(database) : beneath(folder, "atelier.db");
    confinement->files = beneath(folder, "files");
    return true;
}

char *
confinement_folder_of_files(const char *database)
{
    const char *end = strrchr(database, '/');
    struct buffer path = { 0 };

    if (end)
        buffer_addf(&path, "%.*s/files", (int)(end - database), database);
    else
        buffer_add(&path, "files");
    return buffer_take(&path);
}

bool
confinement_is_on(const struct confinement *confinement)
{
    return confinement->database;
}

void
confinement_clear(struct confinement *confinement)
{
    free(confinement->database);
    free(confinement->files);
    *confinement = (struct confinement){ 0 };
}
