/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login.c - the logins that the system knows, by its user database */
#include "atelier/base/login.h"

#include <pwd.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"

char *
login_of_process(void)
{
    const struct passwd *user = getpwuid(geteuid());
    if (user)
        return memory_copy(user->pw_name);
    struct buffer number = { 0 };
    buffer_addf(&number, "%u", (unsigned)geteuid());
    return buffer_take(&number);
}

bool
login_is_known(const char *login)
{
    return getpwnam(login) != NULL;
}
