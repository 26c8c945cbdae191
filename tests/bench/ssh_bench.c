/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ssh_bench.c - over a real ssh: keys, memory and logins, beside cat by the same way
 *
 * tests/servers/ssh_speed.py measures, on the large sample with twenty people in.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"

enum { COLUMNS = 5, LINE = 512 };

/* Its standard output; NULL where it cannot be started. */
static FILE *
start(const struct bench *bench, pid_t *pid)
{
    const char *folder = getenv("BENCH_SOURCE");
    char script[512];
    int ends[2];

    if (!folder || pipe(ends) != 0)
        return NULL;
    (void)snprintf(script, sizeof(script), "%s/../servers/ssh_speed.py", folder);
    *pid = fork();
    if (*pid == 0) {
        (void)dup2(ends[1], STDOUT_FILENO);
        (void)close(ends[0]);
        execlp("python3", "python3", "-B", script, bench->program, bench->large,
               (char *)NULL);
        _exit(127);
    }
    (void)close(ends[1]);
    return fdopen(ends[0], "r");
}

/* "what\tfigure\tfloor\tgoal\tmet\n"; false when it is something else. */
static bool
print_line(struct bench *bench, char *line)
{
    const char *columns[COLUMNS];
    char *rest = line;

    for (size_t i = 0; i < COLUMNS; i++)
        if ((columns[i] = strsep(&rest, "\t\n")) == NULL)
            return false;
    struct figure figure = { .what = columns[0], .goal = columns[3] };
    figure_say(figure.value, "%s", columns[1]);
    figure_say(figure.floor, "%s", columns[2]);
    figure.verdict = strcmp(columns[4], "met") == 0 ? VERDICT_MET : VERDICT_MISSED;
    figure_print(bench, &figure);
    return true;
}

void
bench_ssh(struct bench *bench)
{
    pid_t pid = -1;
    FILE *output = start(bench, &pid);
    char line[LINE];
    bool any = false;

    while (output && fgets(line, sizeof(line), output))
        any = print_line(bench, line) || any;
    if (output)
        (void)fclose(output);
    if (pid > 0)
        (void)waitpid(pid, NULL, 0);
    if (any)
        return;
    struct figure figure = { .what = "over ssh: needs root, sshd, ssh and python3",
                             .goal = "",
                             .value = "not measured",
                             .verdict = VERDICT_UNMEASURED };
    figure_print(bench, &figure);
}
