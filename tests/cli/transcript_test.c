/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transcript_test.c - plays tests/transcripts/NAME.transcript: commands and their output
 *
 * What a person would see who typed it, and nothing else:
 *
 *     # A comment stands before a command.
 *     $ atelier init                     a line for /bin/sh; `\` at its end goes on
 *     $DIR/atelier/atelier.db is ready   the standard output, exactly
 *     ! atelier: It exists already.      the standard error, behind `! `
 *     ? 4                                the exit status, unless it is 0
 *
 * The shell starts in $DIR, a folder of this play alone; $LOGIN is who plays, and
 * $TRANSCRIPTS the folder of the transcripts.  The clock stands still at 09:00 UTC on
 * 1 March 2027.  Control characters are shown as \xNN, and a last line that does not end
 * has `\c` behind it.  An empty line before a `$` or `#` is for the reader.
 *
 * BLESS=1 writes down what was seen; read the difference before committing it.
 * PLAY=NAME plays that one alone.
 */
#include <dirent.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "support/suite.h"

enum { PLAYS_MOST = 200 };

static char *plays[PLAYS_MOST]; /* names without ending */
static size_t play_count;

struct play {
    const char *name;
    char dir[128];
    struct buffer script; /* the transcript as it is written down */
    const char *at;       /* inside script: what was not read yet */
    int line;
    int wrong;          /* the line of the first command that differed, or 0 */
    struct buffer told; /* that command, what was expected and what was seen */
    struct buffer seen; /* the transcript as it was played */
};

/* A command and what is expected of it; both with their line ends. */
struct scene {
    struct buffer before; /* comments and empty lines */
    struct buffer command;
    struct buffer expected;
    int line;
};

static const char *
source_dir(void)
{
    const char *dir = getenv("ATELIER_SRCDIR");

    return dir == NULL ? "." : dir;
}

static bool
read_file(const char *path, struct buffer *to)
{
    FILE *file = fopen(path, "r");
    char part[4096];
    size_t length;

    if (file == NULL)
        return false;
    while ((length = fread(part, 1, sizeof(part), file)) > 0)
        buffer_add_part(to, part, length);
    (void)fclose(file);
    return true;
}

/* --- the script */

static bool
starts(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Moves a line to the buffer. */
static void
take_line(struct play *play, struct buffer *to)
{
    const char *end = strchr(play->at, '\n');
    size_t length = end == NULL ? strlen(play->at) : (size_t)(end - play->at) + 1;

    buffer_add_part(to, play->at, length);
    play->at += length;
    play->line++;
}

/* Whether nothing but empty lines stand before the next command or comment. */
static bool
is_gap(const char *at)
{
    at += strspn(at, "\n");
    return *at == '\0' || starts(at, "$ ") || starts(at, "#");
}

/* Reads comments, a command and its output; false at the end of the script. */
static bool
read_scene(struct play *play, struct scene *scene)
{
    buffer_reset(&scene->before);
    buffer_reset(&scene->command);
    buffer_reset(&scene->expected);
    while (*play->at != '\0' && !starts(play->at, "$ "))
        take_line(play, &scene->before);
    scene->line = play->line + 1;
    if (*play->at == '\0')
        return false;
    do
        take_line(play, &scene->command);
    while (*play->at != '\0' && scene->command.length > 2 &&
           scene->command.text[scene->command.length - 2] == '\\');
    while (*play->at != '\0' && !is_gap(play->at))
        take_line(play, &scene->expected);
    return true;
}

/* --- what a command says */

/* Adds output line by line behind a mark; the play's folder is called $DIR again. */
static void
add_output(const struct play *play, const char *path, const char *mark, struct buffer *to)
{
    struct buffer raw = { 0 };
    bool new_line = true;

    ck_assert(read_file(path, &raw));
    for (size_t i = 0; i < raw.length; i++) {
        unsigned char byte = (unsigned char)raw.text[i];

        if (new_line)
            buffer_add(to, mark);
        new_line = byte == '\n';
        if (starts(raw.text + i, play->dir)) {
            buffer_add(to, "$DIR");
            i += strlen(play->dir) - 1;
        } else if ((byte < ' ' && byte != '\n') || byte == 0x7f) {
            buffer_addf(to, "\\x%02x", byte);
        } else {
            buffer_add_char(to, (char)byte);
        }
    }
    if (!new_line)
        buffer_add(to, "\\c\n");
    buffer_clear(&raw);
}

/* Plays a command; what it said, and how it ended, as the transcript writes it. */
static void
play_command(const struct play *play, const char *command, struct buffer *seen)
{
    static const char wrapped[] = "exec >.out 2>.err </dev/null\n";
    struct buffer path = { 0 };
    struct buffer line = { 0 };
    int status;

    buffer_addf(&line, "cd '%s'\n%s%s", play->dir, wrapped, command);
    status = system(buffer_text(&line));
    ck_assert_msg(WIFEXITED(status), "%s was ended by a signal", command);
    buffer_addf(&path, "%s/.out", play->dir);
    add_output(play, buffer_text(&path), "", seen);
    buffer_reset(&path);
    buffer_addf(&path, "%s/.err", play->dir);
    add_output(play, buffer_text(&path), "! ", seen);
    if (WEXITSTATUS(status) != 0)
        buffer_addf(seen, "? %d\n", WEXITSTATUS(status));
    buffer_clear(&path);
    buffer_clear(&line);
}

static void
play_scene(struct play *play, const struct scene *scene)
{
    struct buffer seen = { 0 };

    play_command(play, buffer_text(&scene->command) + 2, &seen);
    buffer_addf(&play->seen, "%s%s%s", buffer_text(&scene->before),
                buffer_text(&scene->command), buffer_text(&seen));
    if (play->wrong == 0 &&
        strcmp(buffer_text(&seen), buffer_text(&scene->expected)) != 0) {
        play->wrong = scene->line;
        buffer_addf(&play->told, "%sexpected:\n%sseen:\n%s", buffer_text(&scene->command),
                    buffer_text(&scene->expected), buffer_text(&seen));
    }
    buffer_clear(&seen);
}

/* --- a play */

/* The one of the system, where there is one: what others put before it chooses between
 * several, which takes longer than what is asked of it. */
static void
choose_python(const struct play *play)
{
    static const char python[] = "/usr/bin/python3";
    struct buffer path = { 0 };

    buffer_addf(&path, "%s/.bin/python3", play->dir);
    if (access(python, X_OK) == 0)
        ck_assert_int_eq(symlink(python, buffer_text(&path)), 0);
    buffer_clear(&path);
}

static void
make_stage(struct play *play)
{
    const char *program = getenv("ATELIER_BIN");
    const struct passwd *user = getpwuid(geteuid());
    struct buffer text = { 0 };
    char uid[24];

    suite_make_folder("atelier-play", play->dir, sizeof(play->dir));
    (void)snprintf(uid, sizeof(uid), "%u", (unsigned)geteuid());
    buffer_addf(&text, "%s/.bin", play->dir);
    ck_assert_int_eq(mkdir(buffer_text(&text), 0700), 0);
    buffer_add(&text, "/atelier");
    ck_assert_int_eq(symlink(program, buffer_text(&text)), 0);
    choose_python(play);
    buffer_reset(&text);
    buffer_addf(&text, "%s/.bin:%s", play->dir, getenv("PATH"));
    ck_assert_int_eq(setenv("PATH", buffer_text(&text), 1), 0);
    buffer_reset(&text);
    buffer_addf(&text, "%s/tests/transcripts", source_dir());
    ck_assert_int_eq(setenv("TRANSCRIPTS", buffer_text(&text), 1), 0);
    buffer_clear(&text);

    (void)setenv("DIR", play->dir, 1);
    (void)setenv("HOME", play->dir, 1);
    (void)setenv("XDG_DATA_HOME", play->dir, 1);
    (void)setenv("TMPDIR", play->dir, 1);
    (void)setenv("LOGIN", user == NULL ? uid : user->pw_name, 1);
    (void)setenv("LC_ALL", "C.UTF-8", 1);
    (void)setenv("TZ", "UTC", 1);
    (void)setenv("ATELIER_NOW", "2027-03-01T09:00:00Z", 1);
    (void)unsetenv("ATELIER_DATABASE");
    (void)unsetenv("LANGUAGE");
}

static void
strike_stage(const struct play *play)
{
    struct buffer command = { 0 };

    buffer_addf(&command, "chmod -R u+rwx '%s'; rm -rf -- '%s'", play->dir, play->dir);
    (void)!system(buffer_text(&command));
    buffer_clear(&command);
}

static void
bless(const struct play *play, const char *path)
{
    FILE *file = fopen(path, "w");

    ck_assert_ptr_nonnull(file);
    (void)fputs(buffer_text(&play->seen), file);
    ck_assert_int_eq(fclose(file), 0);
}

/* Whether the French of the program was built. */
static bool
speaks_french(void)
{
    const char *locales = getenv("ATELIER_LOCALEDIR");
    struct buffer path = { 0 };

    buffer_addf(&path, "%s/fr/LC_MESSAGES/atelier.mo", locales == NULL ? "" : locales);
    bool speaks = access(buffer_text(&path), R_OK) == 0;
    buffer_clear(&path);
    return speaks;
}

static void
play_file(const char *name)
{
    struct play play = { .name = name };
    struct scene scene = { 0 };
    struct buffer path = { 0 };

    buffer_addf(&path, "%s/tests/transcripts/%s.transcript", source_dir(), name);
    ck_assert(read_file(buffer_text(&path), &play.script));
    play.at = buffer_text(&play.script);
    if (strstr(play.at, "python3 ") != NULL &&
        system("command -v python3 >/dev/null") != 0) {
        (void)fprintf(stderr, "%s: skipped, nobody reads JSON without python3\n", name);
        return;
    }
    if (strstr(play.at, "--language fr") != NULL && !speaks_french()) {
        (void)fprintf(stderr, "%s: skipped, the French was not built\n", name);
        return;
    }
    make_stage(&play);
    while (read_scene(&play, &scene))
        play_scene(&play, &scene);
    buffer_add(&play.seen, buffer_text(&scene.before));
    strike_stage(&play);
    if (getenv("BLESS") != NULL)
        bless(&play, buffer_text(&path));
    else if (play.wrong != 0)
        ck_abort_msg("%s.transcript:%d: %s", name, play.wrong, buffer_text(&play.told));
    buffer_clear(&scene.before);
    buffer_clear(&scene.command);
    buffer_clear(&scene.expected);
    buffer_clear(&play.script);
    buffer_clear(&play.seen);
    buffer_clear(&play.told);
    buffer_clear(&path);
}

START_TEST(every_play__says__what_its_transcript_says)
{
    play_file(plays[_i]);
}
END_TEST

static int
by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
find_plays(void)
{
    const char *only = getenv("PLAY");
    struct buffer path = { 0 };
    DIR *dir;

    buffer_addf(&path, "%s/tests/transcripts", source_dir());
    dir = opendir(buffer_text(&path));
    buffer_clear(&path);
    if (dir == NULL)
        suite_skip("the transcripts are not there");
    for (struct dirent *entry;
         (entry = readdir(dir)) != NULL && play_count < PLAYS_MOST;) {
        char *end = strstr(entry->d_name, ".transcript");

        if (end == NULL || end[11] != '\0')
            continue;
        *end = '\0';
        if (only == NULL || strcmp(only, entry->d_name) == 0)
            plays[play_count++] = strdup(entry->d_name);
    }
    (void)closedir(dir);
    qsort(plays, play_count, sizeof(plays[0]), by_name);
}

static void
add_tests(TCase *tests)
{
    if (getenv("ATELIER_BIN") == NULL)
        suite_skip("ATELIER_BIN does not say where the program is");
    find_plays();
    tcase_add_loop_test(tests, every_play__says__what_its_transcript_says, 0,
                        (int)play_count);
}

SUITE_MAIN("transcript")
