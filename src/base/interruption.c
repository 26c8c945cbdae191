/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interruption.c - Ctrl-C and its kind wait until what was begun is tidied up */
#include "atelier/base/interruption.h"

#include <pthread.h>
#include <stddef.h>

static const int ends[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

enum { ENDS = sizeof(ends) / sizeof(ends[0]) };

void
interruption_begin(struct interruption *interruption)
{
    sigset_t held;
    sigemptyset(&held);
    sigemptyset(&interruption->watched);
    for (size_t i = 0; i < ENDS; i++) {
        sigaddset(&held, ends[i]);
        struct sigaction action;
        /* One that is ignored (nohup) is pending all the same while it is held. */
        if (sigaction(ends[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&interruption->watched, ends[i]);
    }
    pthread_sigmask(SIG_BLOCK, &held, &interruption->before);
}

bool
interruption_has_come(const struct interruption *interruption)
{
    sigset_t pending;

    if (!interruption || sigpending(&pending) != 0)
        return false;
    for (size_t i = 0; i < ENDS; i++)
        if (sigismember(&pending, ends[i]) == 1 &&
            sigismember(&interruption->watched, ends[i]) == 1)
            return true;
    return false;
}

void
interruption_end(struct interruption *interruption)
{
    pthread_sigmask(SIG_SETMASK, &interruption->before, NULL);
}
