/* SPDX-License-Identifier: GPL-3.0-or-later */
/* steps_test.c - plays tests/screens/NAME.steps and compares with NAME.screen
 *
 * There are no colours, so that a screen says in words what is chosen.  A step a line;
 * `#` begins a comment:
 *
 *     size 80x24          before start
 *     slow                before start: the line carries 19,200 bits a second
 *     env NAME=value      before start; $DIR is a folder of this play alone
 *     bring FILE          copies a file from tests/screens into $DIR
 *     sample              the sample network in $DIR/a.db, by the clock of ATELIER_NOW
 *     run PROGRAM ...     runs to its end, which must be 0
 *     start PROGRAM ...   atelier, or gallery
 *     wait TEXT           until it is on the screen;  gone TEXT: until it is not
 *     keys a<Down><F10>   as in support/terminal.h;  paste TEXT, where \n ends a line
 *     press %K{room.add}  the same; this is the first key of that action, as it is now
 *     type Anne           the same, as text of a person's own: no key of command
 *     most_keys 7         keys of command since the start or the last most_keys
 *     resize 140x40       signal HUP|TERM|INT
 *     screen NAME         the screen must be as written under that name
 *     copied TEXT         the clipboard was given that, by OSC 52
 *     most 130            bytes written since the last keys
 *     end 0               the exit status; the terminal must be as it was
 *
 * BLESS=1 writes the screens down instead; read the difference before committing it.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "support/play_list.h"
#include "support/suite.h"
#include "support/terminal.h"

enum { PLAYS_MOST = 400, WORDS_MOST = 24, LINE_MOST = 1024, PATIENCE = 20000 };

static char *plays[PLAYS_MOST]; /* names without ending */
static size_t play_count;

struct play {
    char name[256];
    char dir[256];
    int rows, columns;
    unsigned speed;
    char *env[WORDS_MOST];
    size_t env_count;
    struct term *term;
    struct buffer expected; /* the .screen file */
    struct buffer written;  /* what BLESS writes */
    int line;
    unsigned keys; /* of command, since the last most_keys */
};

static const char *
source_dir(void)
{
    const char *dir = getenv("ATELIER_SRCDIR");

    return dir == NULL ? "." : dir;
}

static void
read_file(const char *path, struct buffer *to)
{
    FILE *file = fopen(path, "r");
    char part[4096];
    size_t length;

    if (file == NULL)
        return;
    while ((length = fread(part, 1, sizeof(part), file)) > 0)
        buffer_add_part(to, part, length);
    (void)fclose(file);
}

static _Noreturn void
complain(const struct play *play, const char *why, const char *what)
{
    /* Beside it: a wide screen is longer than the message of a test may be. */
    if (play->term != NULL)
        (void)fprintf(stderr, "seen:\n%s\n", term_screen(play->term));
    ck_abort_msg("%s.steps:%d: %s%s", play->name, play->line, why, what);
    abort();
}

/* --- programs */

static const char *
program_path(const char *name)
{
    const char *atelier = getenv("ATELIER_BIN");

    if (strcmp(name, "gallery") == 0)
        return "tests/ui/gallery";
    return strcmp(name, "atelier") == 0 && atelier != NULL ? atelier : name;
}

/* Splits at blanks, in place; $DIR becomes the play's folder. */
static void
split(const struct play *play, char *line, const char *words[WORDS_MOST])
{
    static char store[WORDS_MOST][512];
    size_t count = 0;

    for (char *word = strtok(line, " "); word != NULL && count + 1 < WORDS_MOST;
         word = strtok(NULL, " ")) {
        char *dir = strstr(word, "$DIR");

        if (dir != NULL) {
            (void)snprintf(store[count], sizeof(store[0]), "%.*s%s%s", (int)(dir - word),
                           word, play->dir, dir + 4);
            word = store[count];
        }
        words[count] = count == 0 ? program_path(word) : word;
        count++;
    }
    words[count] = NULL;
}

static void
run(struct play *play, char *line)
{
    const char *words[WORDS_MOST];
    struct term *term;
    int status;

    split(play, line, words);
    term = term_start(words, (const char *const *)play->env, 24, 80);
    status = term_end(term);
    if (status != 0) {
        play->term = term;
        complain(play, "it failed: ", words[0]);
    }
    term_free(term);
}

/* A file as $DIR/NAME, where only its owner may read it. */
static void
copy(struct play *play, const char *from, const char *name)
{
    char path[1024];
    struct buffer bytes = { 0 };

    read_file(from, &bytes);
    (void)snprintf(path, sizeof(path), "%s/%s", play->dir, name);
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRWXU);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (bytes.length == 0 || file == NULL)
        complain(play, "it cannot be copied: ", from);
    (void)fwrite(buffer_text(&bytes), 1, bytes.length, file);
    if (fclose(file) != 0)
        complain(play, "it cannot be written: ", path);
    buffer_clear(&bytes);
}

static void
bring(struct play *play, const char *name)
{
    char path[1024];

    (void)snprintf(path, sizeof(path), "%s/tests/screens/%s", source_dir(), name);
    copy(play, path, name);
}

static const char *
find_env(const struct play *play, const char *name)
{
    const size_t length = strlen(name);

    for (size_t i = 0; i < play->env_count; i++)
        if (strncmp(play->env[i], name, length) == 0 && play->env[i][length] == '=')
            return play->env[i] + length + 1;
    return "";
}

/* Made once for each clock, as it takes longer than most plays. */
static void
bring_sample(struct play *play)
{
    char path[1024], line[1200];

    (void)snprintf(path, sizeof(path), "%s/sample-%s.db", suite_shared_folder(),
                   find_env(play, "ATELIER_NOW"));
    if (access(path, F_OK) != 0) {
        (void)snprintf(line, sizeof(line), "atelier --database %s init --sample", path);
        run(play, line);
    }
    copy(play, path, "a.db");
}

static void
set_env(struct play *play, const char *pair)
{
    const char *dir = strstr(pair, "$DIR");
    char text[1024];

    /* The name given again is given anew. */
    for (size_t i = 0; i < play->env_count; i++)
        if (strncmp(play->env[i], pair, strcspn(pair, "=") + 1) == 0) {
            free(play->env[i]);
            play->env[i] = play->env[--play->env_count];
        }
    ck_assert_uint_lt(play->env_count + 1, WORDS_MOST);
    if (dir == NULL)
        (void)snprintf(text, sizeof(text), "%s", pair);
    else
        (void)snprintf(text, sizeof(text), "%.*s%s%s", (int)(dir - pair), pair, play->dir,
                       dir + 4);
    play->env[play->env_count++] = strdup(text);
}

/* --- screens */

/* The screen written under a name, copied; NULL when there is none. */
static char *
find_screen(const struct play *play, const char *name)
{
    char head[300];
    const char *at, *end;

    (void)snprintf(head, sizeof(head), "=== %s\n", name);
    at = strstr(buffer_text(&play->expected), head);
    if (at == NULL)
        return NULL;
    at += strlen(head);
    end = strstr(at, "\n=== "); /* a screen may hold the sign itself */
    return end == NULL ? strdup(at) : strndup(at, (size_t)(end + 1 - at));
}

static void
check_screen(struct play *play, const char *name)
{
    char *expected;

    if (getenv("BLESS") != NULL) {
        term_settle(play->term);
        buffer_addf(&play->written, "=== %s\n%s", name, term_screen(play->term));
        return;
    }
    expected = find_screen(play, name);
    if (expected == NULL)
        complain(play, "BLESS=1 has not written this screen yet: ", name);
    if (!term_wait_screen(play->term, expected, PATIENCE)) {
        (void)fprintf(stderr, "expected:\n%s\n", expected);
        complain(play, "not the screen: ", name);
    }
    free(expected);
}

/* --- steps */

static void
send_signal(struct play *play, const char *name)
{
    static const struct {
        const char *name;
        int number;
    } signals[] = { { "HUP", SIGHUP }, { "TERM", SIGTERM }, { "INT", SIGINT } };

    for (size_t i = 0; i < 3; i++)
        if (strcmp(signals[i].name, name) == 0) {
            term_signal(play->term, signals[i].number);
            return;
        }
    complain(play, "no such signal: ", name);
}

static void
end(struct play *play, const char *status)
{
    int ended = term_end(play->term);
    const char *left = term_unrestored(play->term);
    char text[24];

    (void)snprintf(text, sizeof(text), "%d", ended);
    if (strcmp(text, status) != 0)
        complain(play, "ended with ", text);
    if (left != NULL)
        complain(play, "the terminal still has ", left);
    term_free(play->term);
    play->term = NULL;
}

static void
paste(struct play *play, const char *text)
{
    struct buffer bytes = { 0 };

    buffer_add(&bytes, "\033[200~");
    for (; *text; text++)
        if (text[0] == '\\' && text[1] == 'n') {
            buffer_add_char(&bytes, '\r'); /* so terminals send the end of a line */
            text++;
        } else {
            buffer_add_char(&bytes, *text);
        }
    buffer_add(&bytes, "\033[201~");
    term_send(play->term, buffer_text(&bytes), bytes.length);
    buffer_clear(&bytes);
}

/* As RFC 4648 has it, written by another hand than clipboard.c's. */
static void
add_base64(struct buffer *to, const char *text)
{
    static const char signs[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const size_t length = strlen(text);

    for (size_t bit = 0; bit < length * 8; bit += 6) {
        unsigned sign = 0;
        for (size_t b = bit; b < bit + 6; b++) {
            const unsigned byte = b < length * 8 ? (unsigned char)text[b / 8] : 0;
            sign = sign << 1 | (byte >> (7 - b % 8) & 1);
        }
        buffer_add_char(to, signs[sign]);
    }
    while (to->length % 4 != 0)
        buffer_add_char(to, '=');
}

static void
check_copied(struct play *play, const char *text)
{
    struct buffer base64 = { 0 };
    struct buffer sequence = { 0 };

    add_base64(&base64, text);
    buffer_addf(&sequence, "\033]52;c;%s\a", buffer_text(&base64));
    if (!term_has_written(play->term, buffer_text(&sequence), sequence.length))
        complain(play, "the clipboard was not given: ", text);
    buffer_clear(&base64);
    buffer_clear(&sequence);
}

/* --- keys */

/* What `docs keys` prints, a row an action: screen, name, keys, label. */
static const char *
key_table(void)
{
    static struct buffer table;
    char command[1100], part[4096];
    size_t length;

    if (table.length > 0)
        return buffer_text(&table);
    (void)snprintf(command, sizeof(command), "'%s' docs keys", program_path("atelier"));
    FILE *rows = popen(command, "r");
    ck_assert_ptr_nonnull(rows);
    while ((length = fread(part, 1, sizeof(part), rows)) > 0)
        buffer_add_part(&table, part, length);
    ck_assert_int_eq(pclose(rows), 0);
    return buffer_text(&table);
}

static void
add_key_of(const struct play *play, const char *action, struct buffer *keys)
{
    char column[300];

    (void)snprintf(column, sizeof(column), "\t%s\t", action);
    const char *row = strstr(key_table(), column);
    if (row == NULL)
        complain(play, "no such action: ", action);
    const char *key = row + strlen(column);
    const size_t length = strcspn(key, " \t");
    buffer_addf(keys, length > 1 ? "<%.*s>" : "%.*s", (int)length, key);
}

/* "a<Down>": a name in brackets is one key. */
static unsigned
count_keys(const char *text)
{
    unsigned count = 0;

    for (; *text != '\0'; count++) {
        const char *end = *text == '<' ? strchr(text, '>') : NULL;

        do
            text++;
        while (end == NULL ? (*text & 0xc0) == 0x80 : text <= end);
    }
    return count;
}

static void
send_keys(struct play *play, const char *text)
{
    play->keys += count_keys(text);
    term_keys(play->term, text);
}

static void
check_keys(struct play *play, const char *most)
{
    char count[24];

    (void)snprintf(count, sizeof(count), "%u", play->keys);
    if (play->keys > strtoul(most, NULL, 10))
        complain(play, "it took as many keys as ", count);
    play->keys = 0;
}

static void
press(struct play *play, const char *text)
{
    struct buffer keys = { 0 };

    for (const char *mark; (mark = strstr(text, "%K{")) != NULL;) {
        char action[256];
        const size_t length = strcspn(mark + 3, "}");

        buffer_add_part(&keys, text, (size_t)(mark - text));
        (void)snprintf(action, sizeof(action), "%.*s", (int)length, mark + 3);
        add_key_of(play, action, &keys);
        text = mark + 3 + length + 1;
    }
    buffer_add(&keys, text);
    send_keys(play, buffer_text(&keys));
    buffer_clear(&keys);
}

static void
step(struct play *play, const char *verb, char *rest)
{
    const char *words[WORDS_MOST];

    if (strcmp(verb, "size") == 0 || strcmp(verb, "resize") == 0) {
        if (sscanf(rest, "%dx%d", &play->columns, &play->rows) != 2)
            complain(play, "no size: ", rest);
        if (verb[0] == 'r')
            term_resize(play->term, play->rows, play->columns);
    } else if (strcmp(verb, "slow") == 0) {
        play->speed = B19200;
    } else if (strcmp(verb, "env") == 0) {
        set_env(play, rest);
    } else if (strcmp(verb, "bring") == 0) {
        bring(play, rest);
    } else if (strcmp(verb, "sample") == 0) {
        bring_sample(play);
    } else if (strcmp(verb, "run") == 0) {
        run(play, rest);
    } else if (strcmp(verb, "start") == 0) {
        split(play, rest, words);
        play->term = term_start_at(words, (const char *const *)play->env, play->rows,
                                   play->columns, play->speed);
    } else if (play->term == NULL) {
        complain(play, "nothing was started before: ", verb);
    } else if (strcmp(verb, "wait") == 0) {
        if (!term_wait(play->term, rest, PATIENCE))
            complain(play, "it did not come: ", rest);
    } else if (strcmp(verb, "gone") == 0) {
        if (!term_wait_gone(play->term, rest, PATIENCE))
            complain(play, "it did not go: ", rest);
    } else if (strcmp(verb, "keys") == 0) {
        send_keys(play, rest);
    } else if (strcmp(verb, "type") == 0) {
        term_keys(play->term, rest);
    } else if (strcmp(verb, "most_keys") == 0) {
        check_keys(play, rest);
    } else if (strcmp(verb, "press") == 0) {
        press(play, rest);
    } else if (strcmp(verb, "paste") == 0) {
        paste(play, rest);
    } else if (strcmp(verb, "signal") == 0) {
        send_signal(play, rest);
    } else if (strcmp(verb, "screen") == 0) {
        check_screen(play, rest);
    } else if (strcmp(verb, "copied") == 0) {
        check_copied(play, rest);
    } else if (strcmp(verb, "most") == 0) {
        if (term_bytes(play->term) > strtoul(rest, NULL, 10))
            complain(play, "more bytes than ", rest);
    } else if (strcmp(verb, "end") == 0) {
        end(play, rest);
    } else {
        complain(play, "no such step: ", verb);
    }
}

static void
remove_dir(const char *dir)
{
    char command[400];

    (void)snprintf(command, sizeof(command), "rm -rf -- '%s'", dir);
    (void)!system(command);
}

static void
play_file(const char *name)
{
    struct play play = { .rows = 24, .columns = 80, .speed = B38400 };
    char path[1024], line[LINE_MOST];
    FILE *file;

    (void)snprintf(play.name, sizeof(play.name), "%s", name);
    suite_make_folder("atelier-play", play.dir, sizeof(play.dir));
    set_env(&play, "NO_COLOR=1"); /* what has no colour is said in brackets */
    set_env(&play, "HOME=$DIR");
    set_env(&play, "XDG_DATA_HOME=$DIR");
    set_env(&play, "ATELIER_NOW=2017-03-01T09:00:00Z");
    (void)snprintf(path, sizeof(path), "%s/tests/screens/%s.screen", source_dir(), name);
    read_file(path, &play.expected);
    (void)snprintf(path, sizeof(path), "%s/tests/screens/%s.steps", source_dir(), name);
    file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    while (fgets(line, sizeof(line), file) != NULL) {
        size_t verb = strcspn(line, " \n");
        char *rest = line + verb;

        play.line++;
        line[strcspn(line, "\n")] = '\0';
        if (*rest == ' ')
            *rest++ = '\0';
        if (line[0] != '\0' && line[0] != '#')
            step(&play, line, rest);
    }
    (void)fclose(file);
    if (play.term != NULL)
        complain(&play, "the play ends before the program does", "");
    if (play.written.length > 0) {
        (void)snprintf(path, sizeof(path), "%s/tests/screens/%s.screen", source_dir(),
                       name);
        file = fopen(path, "w");
        ck_assert_ptr_nonnull(file);
        (void)fputs(buffer_text(&play.written), file);
        (void)fclose(file);
    }
    remove_dir(play.dir);
    for (size_t i = 0; i < play.env_count; i++)
        free(play.env[i]);
    buffer_clear(&play.expected);
    buffer_clear(&play.written);
}

START_TEST(every_play__shows__the_screens_written_down)
{
    play_file(plays[_i]);
}
END_TEST

static void
find_plays(void)
{
    char path[1024];

    (void)snprintf(path, sizeof(path), "%s/tests/screens", source_dir());
    play_count = play_list_find(path, getenv("PLAY"), plays, PLAYS_MOST);
}

static void
add_tests(TCase *tests)
{
    find_plays();
    tcase_add_loop_test(tests, every_play__shows__the_screens_written_down, 0,
                        (int)play_count);
}

SUITE_MAIN("steps")
