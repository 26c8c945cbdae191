/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program.c - a folder, a copy of the sample, and the program on them */
#include "support/program.h"

#include <check.h>
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "support/suite.h"

enum { WORDS_MOST = 24, PATH_SIZE = 512 };

static char sample_folder[64], folder[64];
static pid_t owner; /* of the sample: a test, which is a child, does not remove it */

static const char *
program(void)
{
    return getenv("ATELIER_BIN");
}

static void
remove_tree(const char *path)
{
    char command[PATH_SIZE];

    (void)snprintf(command, sizeof(command), "chmod -R u+rwx '%s' && rm -rf -- '%s'",
                   path, path);
    (void)!system(command);
}

static void
remove_sample(void)
{
    if (getpid() == owner)
        remove_tree(sample_folder);
}

void
program_prepare(void)
{
    char command[PATH_SIZE * 2];

    if (program() == NULL || access(program(), X_OK) != 0)
        suite_skip("ATELIER_BIN names no program");
    suite_make_folder("atelier-sample", sample_folder, sizeof(sample_folder));
    owner = getpid();
    (void)atexit(remove_sample);
    (void)snprintf(command, sizeof(command),
                   "ATELIER_NOW=2027-03-01T09:00:00Z '%s' --database '%s/atelier.db' "
                   "init --sample >/dev/null",
                   program(), sample_folder);
    if (system(command) != 0) {
        printf("Bail out! the sample cannot be made\n");
        exit(EXIT_FAILURE);
    }
}

const char *
program_path(const char *name)
{
    static char paths[4][PATH_SIZE];
    static unsigned next;
    char *path = paths[next++ % 4];

    (void)snprintf(path, PATH_SIZE, "%s/%s", folder, name);
    return path;
}

static void
copy_file(const char *from, const char *to)
{
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    char part[65536];
    size_t length;

    ck_assert_msg(in != NULL && out != NULL, "%s cannot be copied", from);
    while ((length = fread(part, 1, sizeof(part), in)) > 0)
        ck_assert_uint_eq(fwrite(part, 1, length, out), length);
    (void)fclose(in);
    ck_assert_int_eq(fclose(out), 0);
    ck_assert_int_eq(chmod(to, 0600), 0);
}

void
program_open_folder(void)
{
    char from[PATH_SIZE];

    suite_make_folder("atelier-program", folder, sizeof(folder));
    (void)snprintf(from, sizeof(from), "%s/atelier.db", sample_folder);
    copy_file(from, program_path("atelier.db"));
}

void
program_remove_folder(void)
{
    remove_tree(folder);
}

/* --- running */

static struct term *
start(const char *const argv[], const char *const env[])
{
    char database[PATH_SIZE], home[PATH_SIZE];
    const char *all[WORDS_MOST] = { home };
    size_t count = 1;
    bool named = false, dated = false;

    (void)snprintf(home, sizeof(home), "HOME=%s", folder);
    for (size_t i = 0; env != NULL && env[i] != NULL; i++) {
        ck_assert_uint_lt(count + 3, WORDS_MOST);
        dated = dated || strncmp(env[i], "ATELIER_NOW=", 12) == 0;
        named = named || strncmp(env[i], "ATELIER_DATABASE=", 17) == 0;
        all[count++] = env[i];
    }
    (void)snprintf(database, sizeof(database), "ATELIER_DATABASE=%s",
                   program_path("atelier.db"));
    if (!named)
        all[count++] = database;
    if (!dated)
        all[count++] = "ATELIER_NOW=2027-03-01T09:00:00Z";
    return term_start(argv, all, 24, 80);
}

struct term *
program_start(const char *const env[])
{
    const char *const argv[] = { program(), NULL };

    return start(argv, env);
}

struct term *
program_screens(const char *const env[])
{
    struct term *term = program_start(env);

    term_expect(term, "F10 menu");
    return term;
}

static const char *const nobody[] = { "/usr/bin/setpriv", "--reuid=65534",
                                      "--regid=65534", "--clear-groups" };
enum { NOBODY_WORDS = 4 };

bool
program_can_be_nobody(void)
{
    char command[PATH_SIZE];

    if (geteuid() != 0)
        return false;
    (void)snprintf(command, sizeof(command), "%s %s %s %s '%s' --version >/dev/null 2>&1",
                   nobody[0], nobody[1], nobody[2], nobody[3], program());
    return system(command) == 0;
}

struct term *
program_start_as_nobody(const char *const env[])
{
    const char *argv[NOBODY_WORDS + 2] = { NULL };

    for (size_t i = 0; i < NOBODY_WORDS; i++)
        argv[i] = nobody[i];
    argv[NOBODY_WORDS] = program();
    return start(argv, env);
}

struct term *
program_command(const char *arguments)
{
    char *words = strdup(arguments), *rest = words;
    const char *argv[WORDS_MOST] = { program() };
    size_t count = 1;
    struct term *term;

    for (char *word; (word = strsep(&rest, "|")) != NULL;) {
        ck_assert_uint_lt(count + 1, WORDS_MOST);
        argv[count++] = word;
    }
    term = start(argv, NULL);
    free(words);
    return term;
}

void
program_ends(struct term *term, int status)
{
    int ended = term_end(term);
    const char *left = term_unrestored(term);

    ck_assert_msg(ended == status, "it ended with %d, not %d; the screen:\n%s", ended,
                  status, term_screen(term));
    ck_assert_msg(left == NULL, "the terminal still has %s", left);
    term_free(term);
}

void
program_leave(struct term *term)
{
    term_keys(term, "<Ctrl-Q>");
    program_ends(term, 0);
}

static void
add_quoted(struct buffer *line, const char *word)
{
    buffer_add(line, " '");
    for (; *word != '\0'; word++)
        if (*word == '\'')
            buffer_add(line, "'\\''");
        else
            buffer_add_char(line, *word);
    buffer_add(line, "'");
}

char *
program_output(const char *arguments)
{
    char *words = strdup(arguments), *rest = words;
    struct buffer line = { 0 }, text = { 0 };
    char part[4096];
    size_t length;
    FILE *pipe;

    buffer_addf(&line, "ATELIER_NOW=2027-03-01T09:00:00Z ATELIER_DATABASE='%s' '%s'",
                program_path("atelier.db"), program());
    for (char *word; (word = strsep(&rest, "|")) != NULL;)
        add_quoted(&line, word);
    pipe = popen(buffer_text(&line), "r");
    ck_assert_ptr_nonnull(pipe);
    while ((length = fread(part, 1, sizeof(part), pipe)) > 0)
        buffer_add_part(&text, part, length);
    ck_assert_msg(pclose(pipe) == 0, "%s failed", arguments);
    buffer_clear(&line);
    free(words);
    return text.length > 0 ? buffer_take(&text) : strdup("");
}

/* --- looking past the program */

static sqlite3 *
open_database(void)
{
    sqlite3 *sqlite = NULL;

    ck_assert_int_eq(sqlite3_open(program_path("atelier.db"), &sqlite), SQLITE_OK);
    (void)sqlite3_busy_timeout(sqlite, 5000);
    return sqlite;
}

void
program_sql(const char *sql)
{
    sqlite3 *sqlite = open_database();
    bool done = sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK;

    ck_assert_msg(done, "%s: %s", sql, sqlite3_errmsg(sqlite));
    (void)sqlite3_close(sqlite);
}

int64_t
program_number(const char *sql)
{
    sqlite3 *sqlite = open_database();
    sqlite3_stmt *statement = NULL;
    bool done = sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL) == SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_ROW;
    int64_t number;

    ck_assert_msg(done, "%s: %s", sql, sqlite3_errmsg(sqlite));
    number = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    (void)sqlite3_close(sqlite);
    return number;
}

/* FNV-1a. */
static uint64_t
hash_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint64_t hash = 0xcbf29ce484222325U;

    ck_assert_ptr_nonnull(file);
    for (int byte; (byte = getc(file)) != EOF;)
        hash = (hash ^ (unsigned char)byte) * 0x100000001b3U;
    (void)fclose(file);
    return hash;
}

static void
add_state(const char *under, struct buffer *state)
{
    struct dirent **entries;
    int count = scandir(under, &entries, NULL, alphasort);

    ck_assert_int_ge(count, 0);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        char path[PATH_SIZE * 2];
        struct stat status;

        (void)snprintf(path, sizeof(path), "%s/%s", under, name);
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
            lstat(path, &status) == 0) {
            bool is_folder = S_ISDIR(status.st_mode);

            buffer_addf(state, "%s mode %o", path + strlen(folder) + 1,
                        (unsigned)status.st_mode & 07777U);
            if (!is_folder)
                buffer_addf(state, " size %lld hash %llx", (long long)status.st_size,
                            (unsigned long long)hash_file(path));
            buffer_add(state, "\n");
            if (is_folder)
                add_state(path, state);
        }
        free(entries[i]);
    }
    free((void *)entries);
}

char *
program_folder_state(void)
{
    struct buffer state = { 0 };

    add_state(folder, &state);
    return state.length > 0 ? buffer_take(&state) : strdup("");
}
