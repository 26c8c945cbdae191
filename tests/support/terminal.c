/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal.c - a pseudo-terminal and libvterm */
#include "support/terminal.h"

#include <check.h>
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#include <vterm.h>

#include "support/suite.h"
#include "support/terminal_key.h"
#include "support/terminal_look.h"
#include "support/terminal_repeat.h"

enum {
    PATIENCE = 20000,
    END_PATIENCE = 60000,
    QUIET = 150,
    KEY_REPEAT = 33,
    SCREEN_MOST = 1 << 16,
    ENV_MOST = 32
};

struct term {
    int fd;
    char answer[256]; /* of the terminal, not sent yet */
    size_t answer_length;
    int late; /* milliseconds that an answer takes */
    long long answer_at;
    pid_t pid;
    int rows, columns;
    VTerm *vt;
    VTermScreen *screen;
    bool alternate, cursor_hidden, mouse, paste, keypad, erased;
    struct terminal_repeat repeat;
    char tail[8]; /* the last bytes, to see modes that libvterm does not report */
    struct termios before;
    bool ended;
    int status;
    size_t bytes;
    char *output; /* all that the program wrote */
    size_t output_length;
    char text[SCREEN_MOST];
};

static long long
now(void)
{
    struct timespec at;

    (void)clock_gettime(CLOCK_MONOTONIC, &at);
    return (long long)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

static int
on_property(VTermProp property, VTermValue *value, void *context)
{
    struct term *term = context;

    if (property == VTERM_PROP_ALTSCREEN)
        term->alternate = value->boolean;
    else if (property == VTERM_PROP_CURSORVISIBLE)
        term->cursor_hidden = !value->boolean;
    else if (property == VTERM_PROP_MOUSE)
        term->mouse = value->number != VTERM_PROP_MOUSE_NONE;
    return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static const char *
find_variable(const char *const env[], const char *name)
{
    size_t length = strlen(name);

    for (size_t i = 0; env != NULL && env[i] != NULL; i++)
        if (strncmp(env[i], name, length) == 0 && env[i][length] == '=')
            return env[i];
    return NULL;
}

static _Noreturn void
run(const char *const argv[], const char *const env[])
{
    static const char *const usual[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8",
                                         "TZ=UTC", NULL };
    static const char *const passed[] = { "PATH", "ATELIER_LIBEXECDIR",
                                          "ATELIER_LOCALEDIR", NULL };
    char *all[ENV_MOST] = { NULL };
    char *arguments[ENV_MOST] = { NULL };
    size_t count = 0;

    for (size_t i = 0; usual[i] != NULL; i++) {
        char name[32] = "";

        (void)sscanf(usual[i], "%31[^=]", name);
        if (find_variable(env, name) == NULL)
            all[count++] = strdup(usual[i]);
    }
    for (size_t i = 0; passed[i] != NULL; i++) {
        const char *value = getenv(passed[i]);

        if (value != NULL && find_variable(env, passed[i]) == NULL &&
            asprintf(&all[count], "%s=%s", passed[i], value) > 0)
            count++;
    }
    for (size_t i = 0; env != NULL && env[i] != NULL && count + 1 < ENV_MOST; i++)
        all[count++] = strdup(env[i]);
    for (size_t i = 0; argv[i] != NULL && i + 1 < ENV_MOST; i++)
        arguments[i] = strdup(argv[i]);
    (void)execve(argv[0], arguments, all);
    (void)fprintf(stderr, "cannot run %s: %s\n", argv[0], strerror(errno));
    _exit(127);
}

struct term *
term_start(const char *const argv[], const char *const env[], int rows, int columns)
{
    return term_start_at(argv, env, rows, columns, B38400);
}

struct term *
term_start_at(const char *const argv[], const char *const env[], int rows, int columns,
              unsigned speed)
{
    struct winsize size = { .ws_row = (unsigned short)rows,
                            .ws_col = (unsigned short)columns };
    struct term *term = calloc(1, sizeof(*term));
    int line = -1; /* the program's side */

    ck_assert_ptr_nonnull(term);
    term->rows = rows;
    term->columns = columns;
    term->vt = vterm_new(rows, columns);
    vterm_set_utf8(term->vt, 1);
    term->screen = vterm_obtain_screen(term->vt);
    vterm_screen_set_callbacks(term->screen, &callbacks, term);
    vterm_screen_enable_altscreen(term->screen, 1);
    vterm_screen_reset(term->screen, 1);
    ck_assert_int_eq(openpty(&term->fd, &line, NULL, NULL, &size), 0);
    /* Before the program can have changed it.  A Ctrl-C that comes when the program has
     * just given the line back does not throw away what it wrote last. */
    ck_assert_int_eq(tcgetattr(term->fd, &term->before), 0);
    term->before.c_lflag |= NOFLSH;
    ck_assert_int_eq(cfsetspeed(&term->before, speed), 0);
    ck_assert_int_eq(tcsetattr(term->fd, TCSANOW, &term->before), 0);
    term->pid = suite_fork();
    if (term->pid == 0) {
        (void)close(term->fd);
        (void)login_tty(line);
        run(argv, env);
    }
    (void)close(line);
    ck_assert_int_gt(term->pid, 0);
    return term;
}

/* Bracketed paste and the keypad's are modes that libvterm keeps to itself. */
static void
watch_modes(struct term *term, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        memmove(term->tail, term->tail + 1, sizeof(term->tail) - 1);
        term->tail[sizeof(term->tail) - 1] = bytes[i];
        if (memcmp(term->tail, "\033[?2004h", 8) == 0)
            term->paste = true;
        if (memcmp(term->tail, "\033[?2004l", 8) == 0)
            term->paste = false;
        if (memcmp(term->tail + 4, "\033[2J", 4) == 0)
            term->erased = true;
        if (memcmp(term->tail + 6, "\033=", 2) == 0) /* DECKPAM and DECKPNM */
            term->keypad = true;
        if (memcmp(term->tail + 6, "\033>", 2) == 0)
            term->keypad = false;
    }
}

/* What a terminal says when it is asked. */
static void
answer(struct term *term)
{
    if (term->answer_length > 0)
        (void)!write(term->fd, term->answer, term->answer_length);
    term->answer_length = 0;
}

/* Reads what comes within the limit; false when nothing did or the program has gone. */
static bool
pump(struct term *term, int limit)
{
    struct pollfd input = { .fd = term->fd, .events = POLLIN };
    char bytes[65536];
    ssize_t length;

    if (term->fd < 0 || poll(&input, 1, limit) <= 0)
        return false;
    length = read(term->fd, bytes, sizeof(bytes));
    if (length <= 0)
        return false;
    term->bytes += (size_t)length;
    watch_modes(term, bytes, (size_t)length);
    term->output = realloc(term->output, term->output_length + (size_t)length);
    ck_assert_ptr_nonnull(term->output);
    memcpy(term->output + term->output_length, bytes, (size_t)length);
    term->output_length += (size_t)length;
    char *spelled = terminal_repeat_spell(&term->repeat, bytes, (size_t)length);
    (void)vterm_input_write(term->vt, spelled, strlen(spelled));
    free(spelled);
    term->answer_length += vterm_output_read(term->vt, term->answer + term->answer_length,
                                             sizeof(term->answer) - term->answer_length);
    term->answer_at = now() + term->late;
    if (term->late == 0)
        answer(term);
    return true;
}

void
term_send(struct term *term, const char *bytes, size_t length)
{
    while (pump(term, 0))
        ;
    term->bytes = 0;
    term->erased = false;
    while (length > 0) {
        ssize_t done = write(term->fd, bytes, length);

        ck_assert_int_gt(done, 0);
        bytes += done;
        length -= (size_t)done;
    }
}

void
term_keys(struct term *term, const char *keys)
{
    char bytes[4096] = "";
    size_t length = 0;

    while (*keys != '\0') {
        const char *end = *keys == '<' ? strchr(keys, '>') : NULL;
        char name[32] = "", made[TERMINAL_KEY_MOST];

        if (end != NULL) {
            (void)snprintf(name, sizeof(name), "%.*s", (int)(end - keys - 1), keys + 1);
            const char *sent = terminal_key_bytes(name, made);
            if (sent == NULL)
                ck_abort_msg("no such key: <%s>", name);
            length +=
                (size_t)snprintf(bytes + length, sizeof(bytes) - length, "%s", sent);
            keys = end + 1;
        } else {
            bytes[length++] = *keys++;
        }
        ck_assert_uint_lt(length, sizeof(bytes) - 16);
    }
    term_send(term, bytes, length);
}

void
term_hold(struct term *term, const char *key, int presses, int late)
{
    char made[TERMINAL_KEY_MOST];
    const char *bytes = terminal_key_bytes(key, made);
    long long begun = now();

    ck_assert_ptr_nonnull(bytes);
    term->late = late;
    for (int pressed = 0; pressed < presses || term->answer_length > 0;) {
        if (pressed < presses && now() - begun >= (long long)pressed * KEY_REPEAT) {
            ck_assert_int_gt(write(term->fd, bytes, strlen(bytes)), 0);
            pressed++;
        }
        (void)pump(term, 1);
        if (term->answer_length > 0 && now() >= term->answer_at)
            answer(term);
    }
    term->late = 0;
}

void
term_resize(struct term *term, int rows, int columns)
{
    struct winsize size = { .ws_row = (unsigned short)rows,
                            .ws_col = (unsigned short)columns };

    while (pump(term, 0))
        ;
    term->rows = rows;
    term->columns = columns;
    term->bytes = 0;
    term->erased = false;
    vterm_set_size(term->vt, rows, columns);
    ck_assert_int_eq(ioctl(term->fd, TIOCSWINSZ, &size), 0);
}

void
term_disturb(struct term *term, const char *bytes)
{
    term_settle(term);
    (void)vterm_input_write(term->vt, bytes, strlen(bytes));
}

void
term_signal(struct term *term, int number)
{
    ck_assert_int_eq(kill(term->pid, number), 0);
}

void
term_hang_up(struct term *term)
{
    (void)close(term->fd);
    term->fd = -1;
}

const char *
term_screen(struct term *term)
{
    VTermPos cursor = { 0, 0 };
    size_t length = 0;

    for (int row = 0; row < term->rows; row++) {
        size_t end = length;

        for (int column = 0; column < term->columns; column++) {
            VTermScreenCell cell;

            (void)vterm_screen_get_cell(term->screen, (VTermPos){ row, column }, &cell);
            length += terminal_cell_add(&cell, term->text + length);
            if (term->text[length - (length > 0 ? 1 : 0)] != ' ')
                end = length;
        }
        length = end;
        term->text[length++] = '\n';
    }
    vterm_state_get_cursorpos(vterm_obtain_state(term->vt), &cursor);
    (void)snprintf(term->text + length, sizeof(term->text) - length, "cursor %d %d\n",
                   cursor.row, cursor.col);
    return term->text;
}

pid_t
term_pid(const struct term *term)
{
    return term->pid;
}

bool
term_was_erased(const struct term *term)
{
    return term->erased;
}

size_t
term_bytes(const struct term *term)
{
    return term->bytes;
}

bool
term_has_written(const struct term *term, const char *bytes, size_t length)
{
    return term->output_length > 0 &&
           memmem(term->output, term->output_length, bytes, length) != NULL;
}

const char *
term_output(const struct term *term, size_t *length)
{
    *length = term->output_length;
    return term->output != NULL ? term->output : "";
}

static bool
wait_until(struct term *term, const char *text, bool there, int limit)
{
    long long end = now() + limit;

    while ((strstr(term_screen(term), text) != NULL) != there) {
        long long left = end - now();

        if (left <= 0)
            return false;
        if (!pump(term, (int)left) && now() < end) {
            /* The program has gone: what is there is all there will be. */
            return (strstr(term_screen(term), text) != NULL) == there;
        }
    }
    return true;
}

bool
term_wait(struct term *term, const char *text, int limit)
{
    return wait_until(term, text, true, limit);
}

bool
term_wait_gone(struct term *term, const char *text, int limit)
{
    return wait_until(term, text, false, limit);
}

void
term_expect(struct term *term, const char *text)
{
    if (!term_wait(term, text, PATIENCE))
        ck_abort_msg("“%s” did not come; the screen:\n%s", text, term_screen(term));
}

/* Whether the text is there when a line that the edge broke goes on without a gap, and
 * any other with one blank. */
static bool
says(struct term *term, const char *text)
{
    static char said[SCREEN_MOST];
    const char *at = term_screen(term);
    size_t length = 0;

    for (int row = 0; row < term->rows; row++, at++) {
        VTermScreenCell last;

        for (; *at != '\n'; at++)
            if (*at != ' ' || (length > 0 && said[length - 1] != ' '))
                said[length++] = *at;
        (void)vterm_screen_get_cell(term->screen, (VTermPos){ row, term->columns - 1 },
                                    &last);
        if ((last.chars[0] == 0 || last.chars[0] == ' ') && length > 0 &&
            said[length - 1] != ' ')
            said[length++] = ' ';
    }
    said[length] = '\0';
    return strstr(said, text) != NULL;
}

void
term_expect_sentence(struct term *term, const char *text)
{
    const long long end = now() + PATIENCE;

    while (!says(term, text)) {
        const long long left = end - now();

        if ((left <= 0 || !pump(term, (int)left)) && !says(term, text))
            ck_abort_msg("“%s” did not come; the screen:\n%s", text, term_screen(term));
    }
}

void
term_expect_gone(struct term *term, const char *text)
{
    if (!term_wait_gone(term, text, PATIENCE))
        ck_abort_msg("“%s” did not go; the screen:\n%s", text, term_screen(term));
}

bool
term_wait_screen(struct term *term, const char *screen, int limit)
{
    long long end = now() + limit;

    while (strcmp(term_screen(term), screen) != 0) {
        long long left = end - now();

        if (left <= 0 || !pump(term, (int)left))
            return strcmp(term_screen(term), screen) == 0;
    }
    return true;
}

void
term_expect_look(struct term *term, const char *line, const char *text, const char *look)
{
    long long end = now() + PATIENCE;
    char found[80] = "not there";
    const struct terminal_view view = { term->screen, term->rows, term->columns };

    while (!terminal_look_find(&view, line, text, found, sizeof(found)) ||
           strcmp(found, look) != 0) {
        long long left = end - now();

        if (left <= 0 || !pump(term, (int)left))
            ck_abort_msg("“%s” is %s, not %s; the screen:\n%s", text, found, look,
                         term_screen(term));
    }
}

void
term_settle(struct term *term)
{
    while (pump(term, QUIET))
        ;
}

const char *
term_unrestored(struct term *term)
{
    struct termios after;

    while (pump(term, 0))
        ;
    if (term->alternate)
        return "the alternate screen";
    if (term->cursor_hidden)
        return "a hidden cursor";
    if (term->mouse)
        return "mouse reports";
    if (term->paste)
        return "bracketed paste";
    if (term->keypad)
        return "a keypad that sends its own codes";
    if (tcgetattr(term->fd, &after) != 0)
        return NULL; /* the other side is closed: nothing is left to be wrong */
    if (after.c_lflag != term->before.c_lflag || after.c_iflag != term->before.c_iflag ||
        after.c_oflag != term->before.c_oflag)
        return "modes of the line";
    return NULL;
}

static bool
has_ended(struct term *term)
{
    int status;

    if (!term->ended && waitpid(term->pid, &status, WNOHANG) == term->pid) {
        term->ended = true;
        term->status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    return term->ended;
}

int
term_end(struct term *term)
{
    long long end = now() + END_PATIENCE;

    while (!has_ended(term)) {
        if (now() > end) {
            (void)kill(term->pid, SIGKILL);
            ck_abort_msg("the program did not end; the screen:\n%s", term_screen(term));
        }
        if (!pump(term, 20))
            (void)poll(NULL, 0,
                       1); /* the line is closed: only the process is waited for */
    }
    /* Its last bytes may still be on their way: the line ends behind them. */
    while (pump(term, PATIENCE))
        ;
    return term->status;
}

void
term_free(struct term *term)
{
    if (!has_ended(term)) {
        (void)kill(term->pid, SIGKILL);
        (void)waitpid(term->pid, NULL, 0);
    }
    if (term->fd >= 0)
        (void)close(term->fd);
    vterm_free(term->vt);
    free(term->output);
    free(term);
}
