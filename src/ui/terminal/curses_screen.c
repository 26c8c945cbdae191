/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curses_screen.c - how curses is brought to send little: shorter words, a frame in one
 * piece, no more of a terminal than is used
 */
#include "terminal/curses_screen.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "atelier/base/memory.h"
#include "terminal/paint_start.h"
#include "terminal/terminal.h"

static int
at_most(int size, int most)
{
    return size < most ? size : most;
}

void
curses_screen_resize(int high, int wide)
{
    (void)resizeterm(at_most(high, TERMINAL_ROWS_MOST),
                     at_most(wide, TERMINAL_COLUMNS_MOST));
}

/* Curses moves the cursor from where it left it; at another size, and after what others
 * wrote, it may be anywhere. */
void
curses_screen_repaint(void)
{
    int row, column;

    getyx(curscr, row, column);
    if (exit_attribute_mode)
        (void)putp(exit_attribute_mode);
    (void)mvcur(-1, -1, at_most(row, LINES - 1), at_most(column, COLS - 1));
    (void)fflush(stdout); /* which is where those two write */
    (void)redrawwin(stdscr);
}

/* As curses finds it: the environment's word counts more than the system's. */
static int
size_said(const char *name, int of_system)
{
    const char *text = getenv(name);
    const long said = text ? strtol(text, NULL, 10) : 0;

    return said <= 0 ? of_system : said < SHRT_MAX ? (int)said : SHRT_MAX;
}

/* What curses writes goes nowhere, until it is told to be heard again. */
static int
mute(void)
{
    const int line = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nowhere = line < 0 ? -1 : open("/dev/null", O_WRONLY | O_CLOEXEC);

    if (nowhere >= 0) {
        (void)dup2(nowhere, STDOUT_FILENO);
        (void)close(nowhere);
    }
    return line;
}

static void
unmute(int line)
{
    if (line < 0)
        return;
    (void)dup2(line, STDOUT_FILENO);
    (void)close(line);
}

/* Until curses has left the screen and come back once, it writes what it has after every
 * move of the cursor: a frame would go over the line in as many pieces as it has rows.
 * It leaves, unheard, and comes back here, where nothing is shown yet, and before it
 * knows of colours: it would give the terminal back its own, also those that a person
 * changed.  When it learns of colours it says the terminal's own again, and holds that
 * it knows no cell of a screen that was cleared. */
void
curses_screen_gather(void)
{
    int line = mute();
    (void)endwin();
    unmute(line);
    (void)doupdate();
    (void)clearok(stdscr, FALSE); /* coming back has cleared it */
    line = mute();
    paint_start();
    (void)doupdate();
    unmute(line);
    (void)werase(curscr);
}

/* Curses reads descriptions where TERMINFO says.  One that was built without reading any
 * from there takes the system's. */
static SCREEN *
open_briefly(const char *name, char charset[TERMINAL_CHARSET_SIZE])
{
    char *brief = terminal_brief(name, charset);
    const char *said = getenv("TERMINFO");
    char *before = said ? memory_copy(said) : NULL;

    if (brief)
        (void)setenv("TERMINFO", brief, 1);
    SCREEN *screen = newterm(name, stdout, stdin);
    if (before)
        (void)setenv("TERMINFO", before, 1);
    else
        (void)unsetenv("TERMINFO");
    if (!screen && brief) {
        charset[0] = '\0';
        screen = newterm(name, stdout, stdin);
    }
    free(before);
    free(brief);
    return screen;
}

/* Curses takes room for all of a terminal before it can be told to use less of it: of one
 * that is too large it asks the description instead, and is told the size afterwards. */
SCREEN *
curses_screen_open(const char *name, char charset[TERMINAL_CHARSET_SIZE])
{
    struct winsize size = { 0 };
    (void)ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    const int high = size_said("LINES", size.ws_row);
    const int wide = size_said("COLUMNS", size.ws_col);
    const bool fits = high <= TERMINAL_ROWS_MOST && wide <= TERMINAL_COLUMNS_MOST;

    use_env(fits);
    SCREEN *screen = open_briefly(name, charset);
    if (screen && !fits)
        curses_screen_resize(high > 0 ? high : LINES, wide > 0 ? wide : COLS);
    return screen;
}
