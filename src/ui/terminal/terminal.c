/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal.c - curses, signals and the way out
 *
 * Signals that end or resize are blocked except while terminal_wait() waits,
 * so nothing here needs a race to be thought about.  Only a crash runs code
 * inside a handler, and that code only writes.
 */
#include "terminal/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "terminal/curses_screen.h"
#include "terminal/terminal_type.h"

static const int ends[] = { SIGHUP, SIGINT, SIGTERM, SIGQUIT };
static const int changes[] = { SIGWINCH, SIGTSTP };
static const int crashes[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT };

enum { RESTORE_MOST = 512 };

static struct {
    bool started; /* curses is there */
    bool taken;   /* and holds the terminal */
    bool at_exit;
    SCREEN *screen;
    volatile sig_atomic_t ending, resized, stopping;
    bool stops; /* SIGTSTP was not ignored at the start */
    sigset_t usual, while_waiting;
    struct termios before;
    char restore[RESTORE_MOST]; /* what a crash writes */
    size_t restore_length;
    int error_output, held_output; /* standard error, and where it goes meanwhile */
    char paste_on[32], paste_off[32], mouse_on[48], mouse_off[48];
    bool mouse;
    bool can_answer;
    char type[TERMINAL_TYPE_SIZE];       /* whose description it has */
    char charset[TERMINAL_CHARSET_SIZE]; /* chooses the usual letters */
} terminal = { .error_output = -1, .held_output = -1 };

static void
write_bytes(const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t done = write(STDOUT_FILENO, bytes, length);

        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return;
        bytes += done;
        length -= (size_t)done;
    }
}

void
terminal_send(const char *bytes, size_t length)
{
    write_bytes(bytes, length);
}

static void
write_text(const char *text)
{
    write_bytes(text, strlen(text));
}

static void
on_signal(int number)
{
    if (number == SIGWINCH)
        terminal.resized = 1;
    else if (number == SIGTSTP)
        terminal.stopping = 1;
    else
        terminal.ending = 1;
}

/* Only what may be called in a handler. */
static void
on_crash(int number)
{
    if (terminal.taken) {
        write_bytes(terminal.restore, terminal.restore_length);
        (void)tcsetattr(STDIN_FILENO, TCSANOW, &terminal.before);
        char part[512];
        ssize_t length;
        if (terminal.error_output >= 0 && lseek(terminal.held_output, 0, SEEK_SET) == 0)
            while ((length = read(terminal.held_output, part, sizeof(part))) > 0)
                if (write(terminal.error_output, part, (size_t)length) < 0)
                    break;
        terminal.taken = false;
    }
    (void)signal(number, SIG_DFL);
    (void)raise(number);
}

static void
add_restore(const char *sequence)
{
    size_t length = !sequence || sequence == (const char *)-1 ? 0 : strlen(sequence);

    if (length == 0 || terminal.restore_length + length > RESTORE_MOST)
        return;
    memcpy(terminal.restore + terminal.restore_length, sequence, length);
    terminal.restore_length += length;
}

/* A capability that has no padding and no variable, or that is expanded by the caller. */
static void
copy_capability(char *to, size_t size, const char *text)
{
    to[0] = '\0';
    if (text && text != (const char *)-1 && strlen(text) < size)
        memcpy(to, text, strlen(text) + 1);
}

static void
read_capabilities(void)
{
    const char *mouse = tigetstr("XM");

    copy_capability(terminal.paste_on, sizeof(terminal.paste_on), tigetstr("BE"));
    copy_capability(terminal.paste_off, sizeof(terminal.paste_off), tigetstr("BD"));
    if (!terminal.paste_on[0] || !terminal.paste_off[0]) {
        /* Descriptions know less than terminals do, and these ignore what they do not
         * know. */
        copy_capability(terminal.paste_on, sizeof(terminal.paste_on), "\033[?2004h");
        copy_capability(terminal.paste_off, sizeof(terminal.paste_off), "\033[?2004l");
    }
    if (mouse && mouse != (const char *)-1) {
        copy_capability(terminal.mouse_on, sizeof(terminal.mouse_on), tiparm(mouse, 1));
        copy_capability(terminal.mouse_off, sizeof(terminal.mouse_off), tiparm(mouse, 0));
    }
    /* Who knows this report of the VT100 knows the other one, which is not a key of any
     * keyboard: the cursor's place looks like Shift-F3. */
    terminal.can_answer = user7 && strcmp(user7, "\033[6n") == 0;
    terminal.restore_length = 0;
    add_restore(terminal.mouse_off);
    add_restore(terminal.paste_off);
    add_restore(exit_attribute_mode);
    add_restore(orig_pair);
    add_restore(cursor_normal);
    add_restore(keypad_local);
    add_restore(exit_ca_mode);
    add_restore("\r\n");
}

static void
catch_signals(void)
{
    struct sigaction action = { .sa_handler = on_signal };

    (void)sigemptyset(&action.sa_mask);
    (void)sigemptyset(&terminal.while_waiting);
    (void)sigprocmask(SIG_BLOCK, NULL, &terminal.usual);
    terminal.while_waiting = terminal.usual;
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        (void)sigaction(ends[i], &action, NULL);
        (void)sigaddset(&terminal.usual, ends[i]);
        (void)sigdelset(&terminal.while_waiting, ends[i]);
    }
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        if (changes[i] == SIGTSTP && !terminal.stops)
            continue;
        (void)sigaction(changes[i], &action, NULL);
        (void)sigaddset(&terminal.usual, changes[i]);
        (void)sigdelset(&terminal.while_waiting, changes[i]);
    }
    (void)sigprocmask(SIG_SETMASK, &terminal.usual, NULL);
    (void)signal(SIGPIPE, SIG_IGN);

    action.sa_handler = on_crash;
    action.sa_flags = (int)SA_RESETHAND;
    struct sigaction old;
    for (size_t i = 0; i < sizeof(crashes) / sizeof(crashes[0]); i++)
        if (sigaction(crashes[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            (void)sigaction(crashes[i], &action, NULL);
}

static void
hold_error_output(void)
{
    terminal.held_output = memfd_create("stderr", MFD_CLOEXEC);
    if (terminal.held_output < 0)
        return;
    terminal.error_output = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (terminal.error_output >= 0)
        (void)dup2(terminal.held_output, STDERR_FILENO);
}

static void
release_error_output(void)
{
    if (terminal.error_output >= 0) {
        (void)dup2(terminal.error_output, STDERR_FILENO);
        (void)close(terminal.error_output);
    }
    if (terminal.held_output >= 0)
        (void)close(terminal.held_output);
    terminal.error_output = terminal.held_output = -1;
}

static void
take(void)
{
    write_text(terminal.charset);
    write_text(terminal.paste_on);
    if (terminal.mouse)
        write_text(terminal.mouse_on);
    terminal.taken = true;
}

bool
terminal_start(struct error *err)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return error_set(
            err, ERROR_SYSTEM,
            _("The screens need a terminal; use a subcommand instead (--help "
              "lists them)."));
    use_extended_names(TRUE);
    if (!terminal_type_find(getenv("TERM"), terminal.type, err))
        return false;
    if (tcgetattr(STDIN_FILENO, &terminal.before) != 0)
        return error_set(err, ERROR_SYSTEM, _("The terminal does not answer: %s."),
                         error_system_text(errno));

    /* Curses then leaves this signal alone, instead of asking for it in every frame. */
    terminal.stops = signal(SIGTSTP, SIG_IGN) != SIG_IGN;
    terminal.screen = curses_screen_open(terminal.type, terminal.charset);
    if (!terminal.screen)
        return error_set(err, ERROR_SYSTEM,
                         _("The screens cannot be shown on this terminal (TERM is “%s”). "
                           "Set TERM to its real type, for example xterm-256color."),
                         terminal.type);
    terminal.started = true;
    curses_screen_gather();
    (void)raw();
    (void)noecho();
    (void)nonl();
    (void)typeahead(-1);
    (void)idlok(stdscr, TRUE);
    read_capabilities();
    catch_signals();
    hold_error_output();
    /* A line that drops would leave it on, and each move of it types letters there. */
    terminal.mouse = terminal.mouse_on[0] != '\0' && !getenv("SSH_CLIENT");
    take();
    if (!terminal.at_exit)
        (void)atexit(terminal_stop);
    terminal.at_exit = true;
    return true;
}

bool
terminal_explain(struct buffer *text)
{
    return terminal_type_explain(getenv("TERM"), terminal.type, text);
}

/* Leaves the screen but keeps curses. */
static void
release(void)
{
    if (!terminal.taken)
        return;
    terminal.taken = false;
    if (terminal.mouse)
        write_text(terminal.mouse_off);
    write_text(terminal.paste_off);
    (void)endwin();
}

void
terminal_stop(void)
{
    if (!terminal.started)
        return;
    release();
    release_error_output();
    delscreen(terminal.screen);
    terminal.screen = NULL;
    terminal.started = false;
}

void
terminal_distrust(void)
{
    curses_screen_repaint();
}

static void
adopt_size(void)
{
    terminal.resized = 0;
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ||
        size.ws_col == 0)
        return;
    if (size.ws_row != LINES || size.ws_col != COLS)
        curses_screen_resize(size.ws_row, size.ws_col);
    (void)clearok(curscr, FALSE);
    terminal_distrust(); /* the terminal may have moved what it showed */
}

enum terminal_event
terminal_wait_beside(const struct pollfd *others, size_t others_count, int timeout)
{
    if (terminal.ending)
        return TERMINAL_HANGUP;
    struct pollfd polled[1 + TERMINAL_OTHERS_MOST] = { { .fd = STDIN_FILENO,
                                                         .events = POLLIN } };
    for (size_t i = 0; i < others_count; i++)
        polled[1 + i] = others[i];
    struct timespec limit = { .tv_sec = timeout / 1000,
                              .tv_nsec = (long)(timeout % 1000) * 1000000 };
    int count = ppoll(polled, (nfds_t)(1 + others_count), timeout < 0 ? NULL : &limit,
                      &terminal.while_waiting);
    if (terminal.ending)
        return TERMINAL_HANGUP;
    if (terminal.resized) {
        adopt_size();
        return TERMINAL_RESIZED;
    }
    if (terminal.stopping) {
        terminal.stopping = 0;
        return TERMINAL_STOPPED;
    }
    if (count <= 0)
        return TERMINAL_TIMEOUT;
    if (polled[0].revents == 0)
        return TERMINAL_OTHER;
    return (polled[0].revents & POLLIN) != 0 ? TERMINAL_INPUT : TERMINAL_HANGUP;
}

enum terminal_event
terminal_wait(int timeout)
{
    return terminal_wait_beside(NULL, 0, timeout);
}

bool
terminal_has_input(void)
{
    struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

    return poll(&input, 1, 0) > 0;
}

size_t
terminal_read(char *bytes, size_t size)
{
    ssize_t length = read(STDIN_FILENO, bytes, size);

    /* Nothing at all is the end of the line, which may come without a SIGHUP. */
    if (length == 0 || (length < 0 && errno != EINTR && errno != EAGAIN))
        terminal.ending = 1;
    return length > 0 ? (size_t)length : 0;
}

/* What stands on the screen now is another program's. */
static void
take_again(void)
{
    (void)reset_prog_mode();
    (void)clearok(curscr, TRUE);
    take();
    adopt_size();
}

void
terminal_put_aside(void)
{
    release();
}

void
terminal_come_back(void)
{
    terminal.stopping = 0; /* whoever has the terminal was asked, and not we */
    take_again();
}

bool
terminal_wait_aside(int descriptor, int timeout)
{
    struct pollfd polled[] = { { .fd = STDIN_FILENO },
                               { .fd = descriptor, .events = POLLIN } };
    const struct timespec limit = { .tv_sec = timeout / 1000,
                                    .tv_nsec = (long)(timeout % 1000) * 1000000 };

    if (!terminal.ending && ppoll(polled, 2, &limit, &terminal.while_waiting) > 0 &&
        (polled[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
        terminal.ending = 1;
    return !terminal.ending;
}

void
terminal_suspend(void)
{
    release();
    sigset_t stop;
    (void)sigemptyset(&stop);
    (void)sigaddset(&stop, SIGTSTP);
    struct sigaction usual = { .sa_handler = SIG_DFL }, ours;
    (void)sigaction(SIGTSTP, &usual, &ours);
    sigset_t old;
    (void)raise(SIGTSTP);
    (void)sigprocmask(SIG_UNBLOCK, &stop, &old); /* here it stops */
    (void)sigprocmask(SIG_SETMASK, &old, NULL);
    (void)sigaction(SIGTSTP, &ours, NULL);
    take_again();
}

/* A shell with job control gives each of its jobs a group of processes of its own; the
 * group of the session's first process has nobody behind it. */
bool
terminal_has_shell(void)
{
    return terminal.stops && getpgrp() != getsid(0);
}

bool
terminal_can_answer(void)
{
    return terminal.can_answer;
}

bool
terminal_is_thin(void)
{
    const speed_t speed = cfgetospeed(&terminal.before);

    return speed != B0 && speed <= B19200;
}

void
terminal_ask(void)
{
    write_text("\033[5n");
}

void
terminal_set_mouse(bool on)
{
    if (terminal.mouse_on[0] == '\0' || terminal.mouse == on)
        return;
    terminal.mouse = on;
    write_text(on ? terminal.mouse_on : terminal.mouse_off);
}

bool
terminal_has_mouse(void)
{
    return terminal.mouse;
}

int
terminal_rows(void)
{
    return LINES;
}

int
terminal_columns(void)
{
    return COLS;
}

bool
terminal_is_too_small(void)
{
    return LINES < TERMINAL_ROWS_LEAST || COLS < TERMINAL_COLUMNS_LEAST;
}

int
terminal_escape_delay(void)
{
    const char *text = getenv("ATELIER_ESCDELAY");
    long delay = !text ? 25 : strtol(text, NULL, 10);

    return delay >= 1 && delay <= 2000 ? (int)delay : 25;
}

int64_t
terminal_clock(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
