/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replay.c - a fuzz target on each file of its corpus, told in TAP
 *
 * The program NAME_replay plays tests/fuzz/corpus/NAME, each file in a process
 * of its own; or the files that are named behind it, in one process, to be debugged.
 */
#include "fuzz.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_FOR_A_FILE = 60, FILE_LIMIT = 1 << 20 };

static void
play(const char *path)
{
    FILE *file = fopen(path, "rb");
    unsigned char *bytes = malloc(FILE_LIMIT);

    if (!file || !bytes) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    size_t size = fread(bytes, 1, FILE_LIMIT, file);
    (void)fclose(file);
    /* No byte more than there is, so that reading past the end is seen. */
    unsigned char *exact = malloc(size ? size : 1);
    if (!exact)
        abort();
    memcpy(exact, bytes, size);
    free(bytes);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
}

static bool
survives(const char *path)
{
    int status = 0;

    (void)fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        alarm(SECONDS_FOR_A_FILE);
        play(path);
        exit(EXIT_SUCCESS);
    }
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (WIFSIGNALED(status))
        printf("# signal %d\n", WTERMSIG(status));
    else
        printf("# exit status %d\n", WEXITSTATUS(status));
    return false;
}

static int
is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int
play_corpus(const char *folder, const char *name)
{
    struct dirent **files;
    int count = scandir(folder, &files, is_file, alphasort);

    if (count <= 0) {
        printf("Bail out! no file in %s\n", folder);
        return EXIT_FAILURE;
    }
    printf("1..%d\n", count);
    for (int i = 0; i < count; i++) {
        char path[4096];
        (void)snprintf(path, sizeof(path), "%s/%s", folder, files[i]->d_name);
        bool ok = survives(path);
        printf("%s %d - %s: %s\n", ok ? "ok" : "not ok", i + 1, name, files[i]->d_name);
        free(files[i]);
    }
    free(files);
    return EXIT_SUCCESS;
}

int
main(int argc, char **argv)
{
    char name[32];
    char folder[3072];
    const char *source = getenv("ATELIER_SRCDIR");

    if (LLVMFuzzerInitialize)
        (void)LLVMFuzzerInitialize(&argc, &argv);
    for (int i = 1; i < argc; i++)
        play(argv[i]);
    if (argc > 1)
        return EXIT_SUCCESS;
    (void)snprintf(name, sizeof(name), "%s", program_invocation_short_name);
    name[strcspn(name, "_")] = '\0';
    (void)snprintf(folder, sizeof(folder), "%s/tests/fuzz/corpus/%s",
                   source ? source : ".", name);
    return play_corpus(folder, name);
}
