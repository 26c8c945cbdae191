#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# chrono-node in French reads "est" (is) and "et" (and) after an hour or a day as the Eastern zones of America.
#
# Guess before the run: days, hours and ranges in French come out right, "midi" as 12:00.
# Package: npm chrono-node 2.10.3.
# Seen: "Le 9 mars à 9h est annulé" is 15:00 in Paris, and in July 16:00; with "annulé" alone it is 9:00. In "à 9h et à 14h" the
#   first is 15:00; of "le 9 et le 10 mars" the 9th becomes nine o'clock in New York on the day of reading. And "de 18h" is
#   "in eighteen hours": "Réunion de 18h à minuit", read at ten, begins at 4:00 of the next day.
# For us: a mail that was made into a calendar with it has meetings hours off, and only where such a word follows. In a text that
#   goes out, an hour is followed by a comma or ends the line; programs take it from the calendar part. We read no zones in hours.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get chrono-node@2.10.3
cat >"$T/a.mjs" <<'JS'
import { fr } from "chrono-node";
const now = new Date(2027, 2, 3, 10, 0), two = number => String(number).padStart(2, "0");
const shown = day => two(day.getDate()) + "/" + two(day.getMonth() + 1) + " " +
  two(day.getHours()) + ":" + two(day.getMinutes());
console.log(fr.parse(process.argv[2], now).map(found => shown(found.start.date())).join(", "));
JS
read_in_paris() { TZ=Europe/Paris timeout 60 node "$T/a.mjs" "$1"; }
is 'Le 9 mars à 9h, annulé' '09/03 09:00' "$(read_in_paris 'Le 9 mars à 9h, annulé')"
is 'Le 9 mars à 9h est annulé' '09/03 15:00' "$(read_in_paris 'Le 9 mars à 9h est annulé')"
is 'Le 9 juillet 2027 à 9h est annulé' '09/07 16:00' "$(read_in_paris 'Le 9 juillet 2027 à 9h est annulé')"
is 'Le 9 mars à 9h et à 14h' '09/03 15:00, 03/03 14:00' "$(read_in_paris 'Le 9 mars à 9h et à 14h')"
is 'Le 9 et le 10 mars' '03/03 15:00, 10/03 12:00' "$(read_in_paris 'Le 9 et le 10 mars')"
is 'Réunion de 18h à 23h' '03/03 18:00' "$(read_in_paris 'Réunion de 18h à 23h')"
is 'Réunion de 18h à minuit' '04/03 04:00, 03/03 00:00' "$(read_in_paris 'Réunion de 18h à minuit')"
