#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A vCard name with a comma goes through abook to mutt as two people, and the first of them is an address that nobody has.
#
# Guess before the run: abook takes the backslash from "Zoe Dupont\, chair" (how it writes the alias was not guessed).
# Package: Debian's abook 0.6.1 and mutt 2.2.12.
# Seen: abook keeps the backslash in names (in its CSV too) and writes an alias without quotation marks; mutt reads the backslash as
#   its own and the comma as the end of an address. The mail goes to ZoeDupont at the sender's host as well as to zoe@example.org.
#   With quotation marks in the alias it is one person.
# For us: a name in our vCards (FN) holds no comma where it can be helped: offices and titles belong in ORG and TITLE. A list of
#   addresses that we write has every name with a comma in quotation marks. A backslash in an imported name deserves a question.
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

deb abook mutt; version abook 0.6.1-; version mutt 2.2.12-
printf '%s\r\n' BEGIN:VCARD VERSION:3.0 'FN:Zoe Dupont\, chair' 'N:Dupont;Zoe;;;' EMAIL:zoe@example.org END:VCARD >"$T/a.vcf"
export HOME="$T"
from_card() { abook --convert --informat vcard --infile "$T/a.vcf" --outformat "$1" 2>/dev/null; }
to() { # whom mutt writes to, by the alias zoe of a file
    printf '#!/bin/sh\ncat >%s/mail\n' "$T" >"$T/sendmail"; chmod +x "$T/sendmail"; rm -f "$T/mail"
    printf 'set sendmail=%s/sendmail hostname=example.com from=me@example.com charset=utf-8\nunset copy\nsource %s\n' "$T" "$1" >"$T/rc"
    echo | mutt -n -F "$T/rc" -s x zoe >"$T/log" 2>&1 || :
    sed -n 's/^To: //p' "$T/mail"
}
is 'CSV of abook' '"Zoe Dupont\, chair","zoe@example.org","","",""' "$(from_card csv)"
from_card mutt >"$T/alias"
is 'alias of abook' 'alias zoe Zoe Dupont\, chair <zoe@example.org>' "$(cat "$T/alias")"
is 'To: of mutt' 'ZoeDupont@example.com, chair <zoe@example.org>' "$(to "$T/alias")"
echo 'alias zoe "Zoe Dupont, chair" <zoe@example.org>' >"$T/alias"
is 'with quotation marks' '"Zoe Dupont, chair" <zoe@example.org>' "$(to "$T/alias")"
