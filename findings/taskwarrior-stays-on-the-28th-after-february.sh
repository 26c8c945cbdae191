#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# taskwarrior moves a task of each month's last day to the 28th for good after one February, and one of 29 February never comes back to it.
#
# Guess before the run: short months have the task on their last day or not at all, and the next long one has it on the 31st again.
# Package: Debian's taskwarrior 2.6.2; the task is due on 31 January 2027.
# Seen: each date is reckoned from the one before, not from the first: 31 January, 28 February, 28 March, 28 April ... "every two months" (2mo) is 60
#   days: 30 January, 31 March, 30 May, 29 July, 27 September. 29 February 2028 yearly is 28 February in 2032 too. A week later is the same day of the week. No word of it.
# For us: a recipe that keeps "send the sheets on the last day of the month" as a task names each of the days, or the 1st, which
#   every month has; dates copied out of such a list are compared with ours before anyone is told.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
deb() { # the packages, and what they need, unpacked in the temporary folder
    (cd "$T"; for p in $(apt-get -s --no-install-recommends install "$@" | sed -n 's/^Inst \([^ ]*\).*/\1/p')
        do apt-get -q download "$p" && dpkg -x "$p"_*.deb . || exit 1; done) >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }
    PATH=$T/usr/bin:$PATH; LD_LIBRARY_PATH=$(find "$T/usr/lib" -name '*.so*' -printf '%h:' 2>/dev/null || :)
    PYTHONPATH=$T/usr/lib/python3/dist-packages; export PATH LD_LIBRARY_PATH PYTHONPATH
}
version() { # of package $1 must begin with $2
    v=$(dpkg-deb -f "$T/$1"_*.deb Version 2>/dev/null || dpkg-query -W -f '${Version}' "$1")
    case $v in $2*) ;; *) echo "$1 is $v, not $2: not judged"; exit 3 ;; esac
}
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

deb taskwarrior; version taskwarrior 2.6.2
HOME=$T/home; TASKRC=$T/rc; export HOME TASKRC; mkdir "$HOME"
days() { # due, how often
    rm -rf "$T/data"; printf '%s\n' "data.location=$T/data" confirmation=off verbose=nothing recurrence.limit=6 dateformat=Y-M-D \
        report.list.columns=due report.list.sort=due report.list.labels=due news.version=2.6.2 >"$TASKRC"
    TZ=UTC timeout 60 task add Feuilles "due:$1" "recur:$2" >/dev/null 2>&1
    TZ=UTC timeout 60 task list 2>/dev/null | grep -o '[0-9-]\{10\}' | sed 's/^20//' | paste -sd' '
}
is 'weekly' '27-03-02 27-03-09 27-03-16 27-03-23 27-03-30 27-04-06' "$(days 2027-03-02 weekly)"
is 'monthly, from the 31st' '27-01-31 27-02-28 27-03-28 27-04-28 27-05-28 27-06-28' "$(days 2027-01-31 monthly)"
is 'every two months' '27-01-30 27-03-31 27-05-30 27-07-29 27-09-27 27-11-26' "$(days 2027-01-30 2mo)"
is 'yearly, from 29 February' '28-02-29 29-02-28 30-02-28 31-02-28 32-02-28 33-02-28' "$(days 2028-02-29 yearly)"
