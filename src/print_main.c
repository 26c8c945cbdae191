/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_main.c - atelier-print: prints what atelier tells it on standard input to the
 * file in descriptor 3 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/print/print_document.h"

enum {
    DESCRIPTOR = 3,
    MEMORY_MOST = 512 * 1024 * 1024,
    SECONDS_MOST = 120 /* 10,000 people take less than 5 */
};

/* A sanitizer needs more addresses than there is memory. */
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

/* What fontconfig read of the fonts it keeps until the process ends: a leak of this
 * program could not be told from it. */
#if IS_SANITIZED
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
    return "detect_leaks=0";
}
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

/* Names may be written to do harm to what draws them; people are to be in no core file.
 */
static bool
confine(void)
{
    (void)signal(SIGXFSZ, SIG_IGN); /* a limit is an answer like a full disk */
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, SECONDS_MOST) &&
           (IS_SANITIZED || limit(RLIMIT_AS, MEMORY_MOST));
}

static int
complain(const char *sentence)
{
    (void)fprintf(stderr, "%s\n", sentence);
    return EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
    (void)argv;
    language_start(NULL, LOCALEDIR);
    if (argc > 1 || fcntl(DESCRIPTOR, F_GETFD) < 0)
        return complain(_("atelier starts this program; it has no use of its own."));
    if (!confine())
        return complain(_("The limits for the program that prints could not be set."));
    struct error err = { 0 };
    return print_document(STDIN_FILENO, DESCRIPTOR, &err) ? EXIT_SUCCESS
                                                          : complain(err.message);
}
