#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ncurses' mvcur() and putp(), called between two frames, are overtaken by the next frame.
#
# Guess before the run: mvcur() moves the cursor at once, as its manual page says, and putp() writes before what refresh() sends after it,
#   as all three write to the terminal of the screen.
# Package: Debian's libncurses-dev and libncursesw6 6.4, TERM=xterm-256color.
# Seen: refresh() has a buffer of its own, which goes to the descriptor of the screen; the other two write to stdio's stdout and wait there
#   until it is flushed, behind the frame that they were to prepare. With fflush(stdout) after them they come first.
# For us: a move or a capability between two frames is followed by fflush(stdout).
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

deb libncurses-dev libncursesw6 gcc libc6-dev; version libncurses-dev 6.4-; version libncursesw6 6.4-
cd "$T"
cat >f.c <<'C'
#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <term.h>
#include <unistd.h>
static int other;
static void say(const char *when) /* which of the three came, in their order */
{
    static char text[65536];
    size_t length = 0;
    for (ssize_t got; (got = recv(other, text + length, sizeof(text) - 1 - length, MSG_DONTWAIT)) > 0;)
        length += (size_t)got;
    text[length] = 0;
    fprintf(stderr, "%s:", when);
    for (char *at = text; *at; at++) {
        if (strncmp(at, "\033[9;7H", 6) == 0)
            fprintf(stderr, " move");
        if (strncmp(at, "\033[?5h", 5) == 0)
            fprintf(stderr, " putp");
        if (strncmp(at, "frame", 5) == 0)
            fprintf(stderr, " frame");
    }
    fprintf(stderr, "\n");
}
int main(int count, char **arguments)
{
    int ends[2];
    if (count < 2 || socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) != 0)
        return 1;
    other = ends[1];
    dup2(ends[0], STDOUT_FILENO);
    newterm("xterm-256color", stdout, stdin);
    refresh();
    recv(other, (char[65536]){ 0 }, 65536, MSG_DONTWAIT);
    while (recv(other, (char[65536]){ 0 }, 65536, MSG_DONTWAIT) > 0)
        ;
    mvcur(-1, -1, 8, 6);
    putp("\033[?5h");
    if (arguments[1][0] == 'f')
        fflush(stdout);
    say("at once");
    addstr("frame");
    refresh();
    say("after the frame");
    fflush(stdout);
    say("after stdio");
    return 0;
}
C
gcc -D_GNU_SOURCE -I"$T/usr/include" -L"$T/usr/lib/$(gcc -dumpmachine)" -o f f.c -lncursesw -ltinfo
seen() { ./f "$1" 2>&1 >/dev/null </dev/null | tr '\n' ';'; }
is "left alone" "at once:;after the frame: frame;after stdio: move putp;" "$(seen alone)"
is "flushed" "at once: move putp;after the frame: frame;after stdio:;" "$(seen flushed)"
