#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Three parsers of names take people's names for degrees: Anne Marie Ma is of the family Marie, Ana of "Garcia Lopez, Ana" a suffix.
#
# Guess before the run: of three words the last is the family, and what stands before a comma is the family, whatever it is.
# Package: Debian's python3-nameparser 1.1.2; npm humanparser 2.7.0 and parse-full-name 1.2.7.
# Seen: nameparser and humanparser have MA (master of arts) and PE (engineer) in their lists, in any case: of Anne Marie Ma the family is Marie. nameparser
#   knows DO and MAI too: Lan Mai Do is of the family Mai, "Do, Lan Mai" has lost Mai, Guru Dutt and Do Van Nguyen have no first name.
#   humanparser leaves "Ma, Anne Marie" without a family. parse-full-name reads "Garcia Lopez, Ana" and "Dupont Martin, Zoé" as Garcia with the
#   family Lopez and the suffix Ana; with two first names, a hyphen or "Le" it is right. None says that it was in doubt.
# For us: such a list sorts people under their second first name, and badges without a first name are printed. Our own list of degrees
#   (name_word.c) has M.A with its dot alone, and neither PE, DO nor MAI: it stays so. Whoever has two columns hands over two.
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
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

deb python3-nameparser; version python3-nameparser 1.1.2-; npm_get humanparser@2.7.0 parse-full-name@1.2.7
cat >"$T/a.mjs" <<'JS'
import human from "humanparser";
import full from "parse-full-name";
const [by, name] = process.argv.slice(2);
const a = by === "human" ? human.parseName(name) : full.parseFullName(name);
const parts = by === "human" ? [a.firstName, a.middleName, a.lastName, a.suffix] : [a.first, a.middle, a.last, a.suffix];
console.log(parts.map(part => part ?? "").join("|"));
JS
human() { (cd "$T" && timeout 60 node a.mjs human "$1"); } # first, middle, family, suffix
full() { (cd "$T" && timeout 60 node a.mjs full "$1"); }
nameparser() {
    timeout 60 /usr/bin/python3 -c 'import sys, nameparser
name = nameparser.HumanName(sys.argv[1])
print(name.first, name.middle, name.last, name.suffix, sep="|")' "$1"
}
is 'nameparser, Anne Marie Ma' 'Anne||Marie|Ma' "$(nameparser 'Anne Marie Ma')"
is 'nameparser, Anne Marie Roy' 'Anne|Marie|Roy|' "$(nameparser 'Anne Marie Roy')"
is 'nameparser, Lan Mai Do' 'Lan||Mai|Do' "$(nameparser 'Lan Mai Do')"
is 'nameparser, Do, Lan Mai' 'Lan||Do|Mai' "$(nameparser 'Do, Lan Mai')"
is 'nameparser, Guru Dutt' '||Dutt|' "$(nameparser 'Guru Dutt')"
is 'nameparser, Do Van Nguyen' '||Van Nguyen|' "$(nameparser 'Do Van Nguyen')"
is 'humanparser, Anne Marie Ma' 'Anne||Marie|Ma' "$(human 'Anne Marie Ma')"
is 'humanparser, Ma, Anne Marie' 'Anne|Marie||Ma' "$(human 'Ma, Anne Marie')"
is 'humanparser, Lan Mai Do' 'Lan|Mai|Do|' "$(human 'Lan Mai Do')"
is 'parse-full-name, Anne Marie Ma' 'Anne|Marie|Ma|' "$(full 'Anne Marie Ma')"
is 'parse-full-name, Garcia Lopez, Ana' 'Garcia||Lopez|Ana' "$(full 'Garcia Lopez, Ana')"
is 'parse-full-name, Dupont Martin, Zoé' 'Dupont||Martin|Zoé' "$(full 'Dupont Martin, Zoé')"
is 'parse-full-name, Garcia Lopez, Ana Maria' 'Ana|Maria|Garcia Lopez|' "$(full 'Garcia Lopez, Ana Maria')"
is 'parse-full-name, Le Goff, Anne' 'Anne||Le Goff|' "$(full 'Le Goff, Anne')"
