/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account_reach.c - whether the account by which all come can work with a database */
#include "gateway/account_reach.h"

#include <grp.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/confinement.h"
#include "atelier/base/language.h"
#include "atelier/base/path.h"

/* Another user for good, so it is for a child to do. */
static bool
become(const struct passwd *user)
{
    return initgroups(user->pw_name, user->pw_gid) == 0 && setgid(user->pw_gid) == 0 &&
           setuid(user->pw_uid) == 0;
}

static bool
may(const struct passwd *user, const char *path, int wanted)
{
    int status = -1;
    const pid_t child = fork();

    if (child == 0)
        _exit(become(user) && access(path, wanted) == 0 ? 0 : 1);
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

void
account_reach_check(const char *account, const char *database,
                    struct check_report *report)
{
    const struct passwd *user = getpwnam(account);
    char *folder = path_folder(database);
    char *files = confinement_folder_of_files(database);

    if (user &&
        (!may(user, database, R_OK | W_OK) || !may(user, folder, R_OK | W_OK | X_OK)))
        check_report_add(report,
                         _("%s may not read and write %s and its folder, so that nobody "
                           "comes in there: give both to a group that %s is in, the file "
                           "with mode 660, the folder with 2770."),
                         account, database, account);
    else if (user && access(files, F_OK) == 0 && !may(user, files, R_OK | W_OK | X_OK))
        check_report_add(report,
                         _("%s may not write to %s, where each who comes has a folder of "
                           "files: give it to a group that %s is in, with mode 770."),
                         account, files, account);
    free(folder);
    free(files);
}
