#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# letterparser puts an invitation into the text of the mail, as an attached mail and a list, and makes two people of "Dupont, Luc".
#
# Guess before the run: a text/calendar part is an attachment or has a field of its own; an encoded name is decoded after the addresses are parted.
# Package: npm letterparser 0.1.8; npm mailparser 3.14.2 beside it.
# Seen: every text/ part without "Content-Disposition: attachment" is added to the text: BEGIN:VCALENDAR, a CSV, a card; the type and the METHOD are in no
#   field. A mail within the mail is text too, without its heading. =?utf-8?q?Dupont=2C_Luc?= <luc@..>, as every program writes that name when it has an
#   accent, is two addresses, "Dupont" and luc@.. of the name "Luc"; in quotation marks it is one. mailparser has the invitation and the name right.
# For us: a recipe that sends our invitations by mail has the calendar part say "attachment" and a file name, or a reader of this kind shows it as a letter of
#   signs. Answers that it read and handed on hold a "Dupont" without an address beside each Luc, who are one person.
set -eu
T=$(mktemp -d); trap 'rm -rf "$T"' EXIT
npm_get() { (cd "$T"; npm init -y; npm install --ignore-scripts --no-audit --no-fund "$@") >"$T/log" 2>&1 || { cat "$T/log"; exit 3; }; }
is() { # what, expected, seen
    printf '%s: %s\n' "$1" "$3"
    [ "$2" = "$3" ] || { printf 'CHANGED, it was: %s\n' "$2"; exit 1; }
}

npm_get letterparser@0.1.8 mailparser@3.14.2
cat >"$T/a.mjs" <<'JS'
import { extract } from "letterparser";
import { simpleParser } from "mailparser";
const mail = (...lines) => ["From: zoe@example.org", "MIME-Version: 1.0", ...lines, ""].join("\r\n");
const parts = (type, ...bodies) => mail("To: max@example.org", `Content-Type: multipart/${type}; boundary=b`, "", ...bodies.flatMap(body => ["--b", ...body]), "--b--");
const hello = ["Content-Type: text/plain", "", "Bonjour"];
const mails = {
  invitation: parts("alternative", hello, ["Content-Type: text/calendar; charset=utf-8; method=REQUEST", "", "BEGIN:VCALENDAR\r\nEND:VCALENDAR"]),
  attached: parts("mixed", hello, ["Content-Type: text/calendar; name=a.ics", "Content-Disposition: attachment; filename=a.ics", "", "BEGIN:VCALENDAR\r\nEND:VCALENDAR"]),
  list: parts("mixed", hello, ["Content-Type: text/csv; name=a.csv", "", "Nom;Ville"]),
  mail: parts("mixed", hello, ["Content-Type: message/rfc822", "", "Subject: Budget\r\nFrom: ida@example.org\r\n\r\nVoici."]),
  encoded: mail("To: =?utf-8?q?Dupont=2C_Luc?= <luc@example.org>", "", "x"),
  quoted: mail('To: "Dupont, Luc" <luc@example.org>', "", "x"),
};
const [by, name, what] = process.argv.slice(2);
const read = by === "letterparser" ? extract(mails[name]) : await simpleParser(mails[name]);
const to = by === "letterparser" ? read.to : read.to.value;
console.log(what === "to" ? to.map(({ name, address }) => (name ? name + " " : "") + "<" + address + ">").join(" + ")
  : read.text.trim().replace(/\n+/g, " / ") + ", attached: " + (read.attachments || []).length);
JS
ask() { (cd "$T" && timeout 60 node a.mjs "$@"); }
is 'an invitation' 'Bonjour / BEGIN:VCALENDAR / END:VCALENDAR, attached: 0' "$(ask letterparser invitation text)"
is 'the same by mailparser' 'Bonjour, attached: 1' "$(ask mailparser invitation text)"
is 'an invitation that says it is attached' 'Bonjour, attached: 1' "$(ask letterparser attached text)"
is 'a list' 'Bonjour / Nom;Ville, attached: 0' "$(ask letterparser list text)"
is 'a mail in a mail' 'Bonjour / Voici., attached: 0' "$(ask letterparser mail text)"
is 'a name with a comma, encoded' '<Dupont> + Luc <luc@example.org>' "$(ask letterparser encoded to)"
is 'the same in quotation marks' 'Dupont, Luc <luc@example.org>' "$(ask letterparser quoted to)"
is 'encoded, by mailparser' 'Dupont, Luc <luc@example.org>' "$(ask mailparser encoded to)"
