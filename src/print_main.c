/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print_main.c - atelier-print: prints what atelier tells it on standard input to the
 * file in descriptor 3 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "atelier/base/confine.h"
#include "atelier/base/language.h"
#include "atelier/print/print_document.h"

enum {
    DESCRIPTOR = 3,
    SECONDS_MOST = 120 /* 10,000 people take less than 5 */
};

/* What fontconfig read of the fonts it keeps until the process ends: a leak of this
 * program could not be told from it. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(IS_SANITIZED)
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
    return "detect_leaks=0";
}
#endif

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
    /* Names may be written to do harm to what draws them. */
    if (!confine_process(SECONDS_MOST))
        return complain(_("The limits for the program that prints could not be set."));
    struct error err = { 0 };
    return print_document(STDIN_FILENO, DESCRIPTOR, &err) ? EXIT_SUCCESS
                                                          : complain(err.message);
}
