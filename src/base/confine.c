/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confine.c - the limits of a program that works for us on what may mean harm */
#include "atelier/base/confine.h"

#include <signal.h>
#include <sys/resource.h>

enum { MEMORY_MOST = 512 * 1024 * 1024 };

#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

static bool
limit(__rlimit_resource_t resource, rlim_t most)
{
    struct rlimit now;
    if (getrlimit(resource, &now) != 0)
        return false;
    if (now.rlim_max < most)
        most = now.rlim_max;
    return setrlimit(resource, &(struct rlimit){ most, most }) == 0;
}

bool
confine_process(int seconds)
{
    (void)signal(SIGXFSZ, SIG_IGN);
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, (rlim_t)seconds) &&
           (IS_SANITIZED || limit(RLIMIT_AS, MEMORY_MOST));
}
