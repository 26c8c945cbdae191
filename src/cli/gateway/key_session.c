/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_session.c - the sessions that a login has open through the gateway, by /proc */
#include "gateway/key_session.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/memory.h"

/* sshd starts a shell, which starts us: how far up it can be. */
enum { WORDS_MOST = 4096, ABOVE_MOST = 4 };

static ssize_t
read_of(pid_t process, const char *what, char *text, size_t size)
{
    char path[64];
    (void)snprintf(path, sizeof(path), "/proc/%ld/%s", (long)process, what);
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return -1;
    const ssize_t got = read(file, text, size - 1);
    (void)close(file);
    if (got >= 0)
        text[got] = '\0';
    return got;
}

/* Its words are: atelier, gateway, --staff, LOGIN ... */
static bool
is_of(pid_t process, const char *login)
{
    char text[WORDS_MOST];
    const ssize_t length = read_of(process, "cmdline", text, sizeof(text));
    const char *words[4] = { NULL };
    size_t count = 0;

    for (ssize_t at = 0; at < length && count < 4; at += (ssize_t)strlen(text + at) + 1)
        words[count++] = text + at;
    return count == 4 && strcmp(words[1], "gateway") == 0 &&
           strcmp(words[2], "--staff") == 0 && strcmp(words[3], login) == 0;
}

/* The name of its program, and its parent; 0 when it is gone. */
static pid_t
parent_of(pid_t process, char name[32])
{
    char text[512];
    if (read_of(process, "stat", text, sizeof(text)) <= 0)
        return 0;
    const char *begin = strchr(text, '(');
    const char *end = strrchr(text, ')');
    if (!begin || !end || strlen(end) < 5) /* “) S PARENT” */
        return 0;
    (void)snprintf(name, 32, "%.*s", (int)(end - begin - 1), begin + 1);
    return (pid_t)strtol(end + 4, NULL, 10);
}

static uid_t
owner_of(pid_t process)
{
    char path[64];
    struct stat is;
    (void)snprintf(path, sizeof(path), "/proc/%ld", (long)process);
    return stat(path, &is) == 0 ? is.st_uid : 0;
}

/* The part of sshd that is the account's: it carries this one connection. */
static void
end_connection(pid_t process)
{
    const uid_t owner = owner_of(process);
    char name[32] = "";
    pid_t above = parent_of(process, name);

    for (int i = 0; owner != 0 && above > 1 && i < ABOVE_MOST; i++) {
        const pid_t next = parent_of(above, name);
        if (owner_of(above) != owner)
            return;
        if (strncmp(name, "sshd", 4) == 0) {
            (void)kill(above, SIGTERM);
            return;
        }
        above = next;
    }
}

/* --- connections without a session */

struct processes {
    struct process {
        pid_t id, parent;
        bool carries; /* it is the account's part of an sshd */
    } * items;
    size_t count, capacity;
};

static void
note(struct processes *all, pid_t id, uid_t account)
{
    char name[32] = "";
    const pid_t parent = parent_of(id, name);

    if (parent <= 0)
        return;
    all->items =
        memory_grow(all->items, &all->capacity, all->count + 1, sizeof(*all->items));
    all->items[all->count++] = (struct process){
        .id = id,
        .parent = parent,
        .carries = strncmp(name, "sshd", 4) == 0 && owner_of(id) == account,
    };
}

static bool
has_child(const struct processes *all, pid_t id)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].parent == id)
            return true;
    return false;
}

size_t
key_session_end_idle(uid_t account)
{
    DIR *names = account == 0 ? NULL : opendir("/proc");
    struct processes all = { 0 };
    const struct dirent *entry;
    size_t ended = 0;

    while (names && (entry = readdir(names))) {
        char *end;
        const long id = strtol(entry->d_name, &end, 10);
        if (*end == '\0' && id > 1)
            note(&all, (pid_t)id, account);
    }
    if (names)
        (void)closedir(names);
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].carries && !has_child(&all, all.items[i].id) &&
            kill(all.items[i].id, SIGTERM) == 0)
            ended++;
    free(all.items);
    return ended;
}

/* --- sessions */

size_t
key_session_end(const char *login)
{
    DIR *all = opendir("/proc");
    const struct dirent *entry;
    size_t count = 0;

    while (all && (entry = readdir(all))) {
        char *end;
        const long process = strtol(entry->d_name, &end, 10);
        if (*end || process <= 1 || process == (long)getpid() ||
            !is_of((pid_t)process, login))
            continue;
        count++;
        end_connection((pid_t)process);
        (void)kill((pid_t)process, SIGHUP);
    }
    if (all)
        (void)closedir(all);
    return count;
}
