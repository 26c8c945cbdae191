/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_main.c - atelier-workbook: reads a workbook for atelier, or makes one; atelier
 * starts it with the file in descriptor 3 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "atelier/app/workbook_answer.h"
#include "atelier/app/workbook_compose.h"
#include "atelier/base/language.h"

enum {
    DESCRIPTOR = 3,
    MEMORY_MOST = 512 * 1024 * 1024,
    READING_SECONDS = 60, /* a workbook that takes longer means harm */
    WRITING_SECONDS = 600 /* a million people took less than 30 */
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

/* The workbook may come from anywhere and mean harm; the people in it are to be in no
 * core file. */
static bool
confine(rlim_t seconds)
{
    (void)signal(SIGXFSZ, SIG_IGN); /* a limit is an answer like a full disk */
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, seconds) &&
           (IS_SANITIZED || limit(RLIMIT_AS, MEMORY_MOST));
}

static int
complain(const char *sentence)
{
    (void)fprintf(stderr, "%s\n", sentence);
    return EXIT_FAILURE;
}

static int
complain_of_use(void)
{
    return complain(_("atelier starts this program; it has no use of its own."));
}

int
main(int argc, char **argv)
{
    const char *sheet = NULL;
    bool leave_hidden = false;
    bool writes = false;

    language_start(NULL, LOCALEDIR);
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--leave-hidden") == 0)
            leave_hidden = true;
        else if (strcmp(argv[i], "--write") == 0)
            writes = true;
        else if (strcmp(argv[i], "--sheet") == 0 && i + 1 < argc)
            sheet = argv[++i];
        else
            return complain_of_use();
    if (fcntl(DESCRIPTOR, F_GETFD) < 0)
        return complain_of_use();
    if (!confine(writes ? WRITING_SECONDS : READING_SECONDS))
        return complain(_("The limits for the program of workbooks could not be set."));
    struct error err = { 0 };
    bool ok = writes ? workbook_compose(DESCRIPTOR, &err)
                     : workbook_answer(DESCRIPTOR, sheet, leave_hidden, &err);
    return ok ? EXIT_SUCCESS : complain(err.message);
}
