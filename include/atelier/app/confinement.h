/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confinement.h - which files a session may read and write, when it may not all
 *
 * Whoever starts the program fixes it, before anything that the person may say: one
 * database, and for each login one folder of files (own_folder.h).  It travels with the
 * identity in struct atelier_options.
 */
#ifndef ATELIER_APP_CONFINEMENT_H
#define ATELIER_APP_CONFINEMENT_H

#include <stdbool.h>

#include "atelier/base/error.h"

/* Where a confined session finds atelier.db, and files/LOGIN, unless it is told. */
#define CONFINEMENT_FOLDER "/var/lib/atelier"

struct confinement {
    char *database; /* NULL: the session is not confined */
    char *files;    /* the folder in which each login has one of its own */
};

/*
 * Confines the session.
 *
 * `folder` is another than CONFINEMENT_FOLDER, `database` another file than the one in
 * it; both may be NULL, and are whole paths else (ERROR_INPUT).  For who is not staff
 * nothing is left: neither ATELIER_DATABASE nor what the settings say of unknown logins
 * counts.
 */
bool confinement_set(struct confinement *confinement, const char *folder,
                     const char *database, struct error *err);
void confinement_clear(struct confinement *confinement);

/* Where the files of each login are in confined sessions on that database; the caller
 * frees. */
char *confinement_folder_of_files(const char *database);

bool confinement_is_on(const struct confinement *confinement);

#endif
