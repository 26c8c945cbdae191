/* SPDX-License-Identifier: GPL-3.0-or-later */
/* postgres_bench.c - registrations by sixteen clients, beside a PostgreSQL on the same
 * disk
 *
 * The same act as one function call, in tables as full; see postgres.sql.  In turn, so
 * that a slow moment of the machine is everybody's.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/crew.h"
#include "bench/registrar.h"

enum { BLOCKS = 3, SECONDS = 3, CLIENTS = 16 };

/* postgres.sh, which ends when its input does. */
struct server {
    FILE *line;
    pid_t pid;
};

static bool
server_answer(const struct server *server, char text[static 64])
{
    return fgets(text, 64, server->line);
}

static void
server_stop(struct server *server)
{
    (void)shutdown(fileno(server->line), SHUT_WR);
    (void)waitpid(server->pid, NULL, 0);
    (void)fclose(server->line);
}

/* False where PostgreSQL is not installed, or does not start. */
static bool
server_start(struct server *server)
{
    const char *folder = getenv("BENCH_SOURCE");
    char script[512];
    char schema[512];
    char answer[64];
    int ends[2];

    if (!folder || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    (void)snprintf(script, sizeof script, "%s/postgres.sh", folder);
    (void)snprintf(schema, sizeof schema, "%s/postgres.sql", folder);
    server->pid = fork();
    if (server->pid == 0) {
        (void)dup2(ends[1], STDIN_FILENO);
        (void)dup2(ends[1], STDOUT_FILENO);
        execlp("sh", "sh", script, schema, (char *)NULL);
        _exit(127);
    }
    (void)close(ends[1]);
    server->line = fdopen(ends[0], "r+");
    if (server->pid > 0 && server->line && server_answer(server, answer))
        return true;
    if (server->line)
        server_stop(server);
    return false;
}

static double
server_rate(const struct server *server)
{
    char answer[64] = "";

    (void)fprintf(server->line, "%d %d\n", CLIENTS, SECONDS);
    (void)fflush(server->line);
    if (!server_answer(server, answer) || strtod(answer, NULL) <= 0)
        bench_give_up("PostgreSQL did not say how fast it was");
    return strtod(answer, NULL);
}

static double
own_rate(const struct bench *bench)
{
    struct crew_work work = registrar_of_app;
    struct crew *crew = NULL;

    work.context = (void *)(uintptr_t)bench->large;
    const double rate = crew_rate(CLIENTS, SECONDS, &work, &crew);
    crew_free(crew);
    return rate;
}

void
bench_postgres(struct bench *bench)
{
    struct figure figure = { .what = "16 clients, beside PostgreSQL 15",
                             .goal = ">= 0.25 x of it",
                             .value = "not measured",
                             .verdict = VERDICT_UNMEASURED };
    struct server server = { 0 };
    double ours[BLOCKS];
    double theirs[BLOCKS];

    if (server_start(&server)) {
        for (int i = 0; i < BLOCKS; i++) {
            theirs[i] = server_rate(&server);
            ours[i] = own_rate(bench);
        }
        server_stop(&server);
        sort_numbers(ours, BLOCKS);
        sort_numbers(theirs, BLOCKS);
        figure_say(figure.value, "%.0f /s", ours[BLOCKS / 2]);
        figure_say(figure.floor, "%.0f /s", theirs[BLOCKS / 2]);
        figure.ratio = ours[BLOCKS / 2] / theirs[BLOCKS / 2];
        figure.verdict = figure.ratio >= 0.25;
    }
    figure_print(bench, &figure);
}
