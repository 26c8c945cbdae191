/* SPDX-License-Identifier: GPL-3.0-or-later */
/* suite.c - a test program: one file, one suite */
#include "suite.h"

#include <dirent.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* No test waits for it: it ends one that hangs, also on a machine that is busy. */
enum { SECONDS_FOR_A_TEST = 300 };

static char shared_folder[128];

const char *
suite_shared_folder(void)
{
    return shared_folder;
}

static void
remove_shared_folder(void)
{
    DIR *files = opendir(shared_folder);
    struct dirent *file;

    while (files && (file = readdir(files)))
        (void)unlinkat(dirfd(files), file->d_name, 0);
    if (files)
        (void)closedir(files);
    (void)rmdir(shared_folder);
}

int
suite_run(const char *name, void (*add_tests)(TCase *tests))
{
    Suite *suite = suite_create(name);
    TCase *tests = tcase_create(name);
    tcase_set_timeout(tests, SECONDS_FOR_A_TEST);
    add_tests(tests);
    suite_add_tcase(suite, tests);

    SRunner *runner = srunner_create(suite);
    suite_make_folder("atelier-suite", shared_folder, sizeof shared_folder);
    bool person = isatty(STDOUT_FILENO);
    if (!person)
        srunner_set_tap(runner, "-");
    srunner_run_all(runner, person ? CK_ENV : CK_SILENT);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    remove_shared_folder();

    /* TAP has told each failure; a second one for the program would count twice. */
    return person && failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

void
suite_make_folder(const char *prefix, char *path, size_t size)
{
    const char *temporary = getenv("TMPDIR");

    (void)snprintf(path, size, "%s/%s-XXXXXX", temporary != NULL ? temporary : "/tmp",
                   prefix);
    if (mkdtemp(path) == NULL) {
        printf("Bail out! there is no folder %s\n", path);
        exit(EXIT_FAILURE);
    }
}

void
suite_put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

bool
suite_is_sanitized(void)
{
#if defined(__SANITIZE_ADDRESS__)
    return true;
#elif defined(__has_feature)
    return __has_feature(address_sanitizer);
#else
    return false;
#endif
}

void
suite_skip(const char *why)
{
    printf("1..0 # SKIP %s\n", why);
    exit(EXIT_SUCCESS);
}

pid_t
suite_fork(void)
{
    sigset_t all, before;

    (void)fflush(stdout);
    (void)sigfillset(&all);
    (void)sigprocmask(SIG_SETMASK, &all, &before);
    const pid_t pid = fork();
    for (int number = 1; pid == 0 && number < NSIG; number++)
        (void)signal(number, SIG_DFL);
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return pid;
}
