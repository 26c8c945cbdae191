/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login.c - the logins that the system knows, by its user database */
#include "atelier/base/login.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"

char *
login_of_user(uid_t number)
{
    const struct passwd *user = getpwuid(number);
    if (user)
        return memory_copy(user->pw_name);
    struct buffer text = { 0 };
    buffer_addf(&text, "%u", (unsigned)number);
    return buffer_take(&text);
}

char *
login_of_process(void)
{
    return login_of_user(geteuid());
}

bool
login_is_known(const char *login)
{
    char *own = login_of_process();
    const bool is_own = strcmp(login, own) == 0;

    free(own);
    return is_own || getpwnam(login);
}
