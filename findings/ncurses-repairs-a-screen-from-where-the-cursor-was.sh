#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ncurses repairs a corrupted screen with redrawwin() from where it left the cursor, not from where the cursor is by now.
#
# Guess before the run: redrawwin(), which is for lines that something else has written over, followed by refresh() makes the screen what
#   it should be, as all of it is sent again.
# Package: Debian's libncurses-dev and libncursesw6 6.4, libvterm-dev and libvterm0 0.1.4 as the terminal, TERM=xterm-256color.
# Seen: with the cursor in the first line, a message to all two lines below it, a first line that now reads otherwise, and redrawwin():
#   the new first line is written over the third, which is then written right, and the old one stays in the first; a second refresh()
#   holds that all is well. The first move is a carriage return, the cheapest way from where curses had left the cursor. Where the last
#   line is blank an absolute move comes before, and all is right. clearok(), which clears first, does not have that.
# For us: whatever can have moved the cursor (a message of others, a change of size, which moves it in many terminals) needs an absolute
#   move to where curses has it (getyx() of curscr) before redrawwin(); or clearok(), which flickers.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
deb() { # the packages, and what they need, unpacked in the temporary folder
    (cd "$T"; for p in $(apt-get -s --no-install-recommends --reinstall install "$@" | sed -n 's/^Inst \([^ ]*\).*/\1/p')
        do apt-get -q download "$p" && dpkg -x "$p"_*.deb . || exit 1; done) >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
    PATH=$T/usr/bin:$PATH; LD_LIBRARY_PATH=$(find "$T/usr/lib" "$T/lib" -name '*.so*' -printf '%h:' 2>/dev/null || :)
    export PATH LD_LIBRARY_PATH
}
version() { # of package $1 must begin with $2
    v=$(dpkg-deb -f "$T/$1"_*.deb Version 2>/dev/null || dpkg-query -W -f '${Version}' "$1")
    case $v in $2*) ;; *) echo "$1 is $v, not $2: not judged"; exit 3 ;; esac
}
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

deb libncurses-dev libncursesw6 libtinfo6 libvterm-dev libvterm0 gcc libc6-dev; version libncursesw6 6.4-; version libvterm0 0.1.4-
cd "$T"
cat >f.c <<'C'
#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <vterm.h>
static int other;
static VTerm *terminal;
static VTermScreen *screen;
static void show(void) /* what was written since */
{
    char text[65536];
    for (ssize_t got; (got = recv(other, text, sizeof(text), MSG_DONTWAIT)) > 0;)
        vterm_input_write(terminal, text, (size_t)got);
}
static void say(const char *when)
{
    printf("%s:", when);
    for (int row = 0; row < 4; row++) {
        printf(" [");
        for (int column = 0; column < 6; column++) {
            VTermScreenCell cell;
            vterm_screen_get_cell(screen, (VTermPos){ row, column }, &cell);
            putchar(cell.chars[0] ? (int)cell.chars[0] : ' ');
        }
        printf("]");
    }
    printf("\n");
}
static void draw(const char *first)
{
    erase();
    mvaddstr(0, 0, first);
    mvaddstr(1, 0, "second");
    mvaddstr(2, 0, "third");
    mvaddstr(3, 0, "fourth");
    mvaddstr(LINES - 1, 0, "the last line");
    move(0, 5);
}
int main(int count, char **arguments)
{
    int ends[2];
    const char message[] = "\033[3;1HLunch!";
    if (count < 2 || socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0)
        return 1;
    other = ends[1];
    setenv("LINES", "24", 1);
    setenv("COLUMNS", "80", 1);
    terminal = vterm_new(24, 80);
    vterm_set_utf8(terminal, 1);
    screen = vterm_obtain_screen(terminal);
    vterm_screen_reset(screen, 1);
    newterm("xterm-256color", fdopen(ends[0], "w"), fdopen(ends[0], "r"));
    draw("first");
    refresh();
    show();
    vterm_input_write(terminal, message, sizeof(message) - 1);
    draw("FIRST");
    if (arguments[1][0] == 'r')
        redrawwin(stdscr);
    else
        clearok(stdscr, TRUE);
    refresh();
    show();
    say(arguments[1]);
    return 0;
}
C
gcc -I"$T/usr/include" -L"$T/usr/lib/$(gcc -dumpmachine)" -o f f.c -lncursesw -ltinfo -lvterm
is "asked to draw all again" "redrawwin: [first ] [second] [third ] [fourth]" "$(./f redrawwin)"
is "asked to clear first" "clearok: [FIRST ] [second] [third ] [fourth]" "$(./f clearok)"
