#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""made_up_noun - a new noun takes its own files and a line in nine others

Makes up a noun, the parcel, in a copy of the sources; builds a program from it, which plays
the parcel's transcript and its steps.  Answers in TAP.
"""
import concurrent.futures
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.abspath(os.environ.get("ATELIER_SRCDIR", "."))
BUILD = os.getcwd()
PLACES_MOST = 9
PATIENCE = 280  # seconds, for what takes ten

# --- the files of its own

OWN = {
    "include/atelier/domain/parcel.h": """\
#ifndef ATELIER_DOMAIN_PARCEL_H
#define ATELIER_DOMAIN_PARCEL_H

#include "atelier/domain/entity.h"

struct parcel {
    struct record head;
    char *name;
    int64_t weight;
    int64_t organisation;
};

extern const struct entity parcel_entity;

#endif
""",
    "src/domain/noun/parcel.c": """\
#include "atelier/domain/parcel.h"

#include "atelier/base/language.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct parcel, name),
        .label = N_("Name"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct parcel, weight),
        .label = N_("Weight"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct parcel, organisation),
        .label = N_("Organisation"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_ORGANISATION,
    },
};

static void
parcel_title(const void *record, struct buffer *buffer)
{
    const struct parcel *parcel = record;

    buffer_add(buffer, parcel->name);
}

static const struct unique uniques[] = {
    { "parcel.name", "name", N_("There is already a parcel of this name.") },
    { 0 },
};

const struct entity parcel_entity = {
    .kind = ENTITY_PARCEL,
    .number = 99,
    .name = "parcel",
    .label = N_("Parcel"),
    .plural = N_("Parcels"),
    .another = N_("New parcel"),
    ENTITY_OF(struct parcel, fields),
    .title = parcel_title,
    .listing = LISTING_PARCEL,
    .unknown_id = N_("No parcel has the id %s."),
    .unknown_name = N_("No parcel is called “%s”."),
    .uniques = uniques,
};

static const struct column parcel_columns[] = {
    COLUMN("name", N_("Name"), FIELD_TEXT, 30, 44, 1),
    COUNT("weight", N_("Weight"), 8, 1),
    HIDDEN("organisation", FIELD_REFERENCE),
    COLUMN("organisation_name", N_("Organisation"), FIELD_TEXT, 20, 30, 2),
};

const struct listing parcel_listing = {
    .kind = LISTING_PARCEL,
    LISTING_OF(parcel_columns),
    .can_search = true,
};
""",
    "src/store/source/parcel_source.c": """\
#include "source/listing_source.h"
#include "source/search_source.h"

static const struct listing_order parcel_orders[] = {
    { .parts = { { LISTING_RANK("parcel", "p.id"), ":number" }, { "p.id", ":id" } } },
};

const struct listing_source listing_source_parcel = {
    .id = "p.id",
    .cells = "p.name, p.weight, p.organisation, o.name",
    .from = "parcel p",
    .joins = " LEFT JOIN organisation o ON o.id = p.organisation",
    .orders = parcel_orders,
    .search = LISTING_SEARCH_FEW,
    .searched = ENTITY_PARCEL,
    .searched_id = "p.id",
};

const struct search_source search_source_parcel = {
    .order = SEARCH_BY_NAME,
    .words = "SELECT name FROM parcel WHERE id = :id",
    .causes = { { .noun = ENTITY_PARCEL, .fields = { "name" } } },
    .hits = "SELECT p.id, NULL" SEARCH_FOUND(" CROSS JOIN parcel p ON p.id = s.row", ""),
};
""",
    "src/ui/screen/parcel_list.c": """\
#include "atelier/base/language.h"
#include "noun/noun_list.h"

static const struct action actions[] = {
    NOUN_LIST_CHANGE("parcel.open", "Enter e", PARCEL, N_("Parcel")),
    NOUN_LIST_ADD("parcel.add", PARCEL, N_("Parcel"), N_("Add a parcel")),
    NOUN_LIST_REMOVE("parcel.remove", PARCEL, N_("Parcel"), N_("remove"), NULL),
    ACTION_END
};

NOUN_LIST(parcel, PARCEL, N_("Parcels"), N_("No parcel yet: press %K{parcel.add}."));
""",
    "share/migrations/{number}-parcels.sql": """\
INSERT INTO entity (number, name) VALUES (99, 'parcel');

CREATE TABLE parcel (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rev INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    weight INTEGER,
    organisation INTEGER REFERENCES organisation (id)
) STRICT;
CREATE INDEX parcel_organisation ON parcel (organisation) WHERE organisation IS NOT NULL;
""",
    "tests/transcripts/parcel.transcript": """\
$ atelier init >/dev/null
$ atelier organisation add --name "City of Ghent"
1  City of Ghent: added
$ atelier parcel list
! There is nothing in this list.
$ atelier parcel add --name "Red crate" --weight 12 --organisation "City of Ghent"
1  Red crate: added
$ atelier parcel add --name "Blue crate"
2  Blue crate: added
$ atelier parcel add --name "Red crate"
! atelier: There is already a parcel of this name.
? 1
$ atelier parcel list
     id  Name        Weight  Organisation
      2  Blue crate
      1  Red crate       12  City of Ghent
$ atelier parcel set "Red crate" --weight 15
1  Red crate: changed
$ atelier parcel show "Red crate"
id            1
Name          Red crate
Weight        15
Organisation  City of Ghent
$ atelier parcel show 1 --json | grep -v "_by"
{
  "id": 1,
  "rev": 2,
  "created_at": "2027-03-01T09:00:00Z",
  "changed_at": "2027-03-01T09:00:00Z",
  "name": "Red crate",
  "weight": 15,
  "organisation": 1
}
$ atelier parcel list --search cra
     id  Name        Weight  Organisation
      2  Blue crate
      1  Red crate       15  City of Ghent
$ atelier parcel list --search red --json
[
  {"id": 1, "name": "Red crate", "weight": 15, "organisation": 1, "organisation_name": "City of Ghent"}
]
$ atelier parcel show nowhere
! atelier: No parcel is called “nowhere”.
? 3
$ atelier journal list --json | grep -o '"act": "parcel[^,]*'
"act": "parcel.change"
"act": "parcel.add"
"act": "parcel.add"
$ atelier journal show 5
Parcel 1 (Red crate)  Weight: 12 → 15
$ atelier undo
Undone: changed a parcel, Red crate
$ atelier parcel list --search red
     id  Name       Weight  Organisation
      1  Red crate      12  City of Ghent
$ atelier organisation remove "City of Ghent" 2>/dev/null
? 1
$ atelier parcel remove "Red crate"
Red crate: removed.  “atelier undo” brings it back.
$ atelier parcel list --search red
! There is nothing in this list.
$ atelier check
All is well.  --thorough also compares every row with the journal.
$ atelier undo
Undone: removed a parcel, Red crate
$ atelier parcel list --search red
     id  Name       Weight  Organisation
      1  Red crate      12  City of Ghent
$ atelier check
All is well.  --thorough also compares every row with the journal.
""",
    "tests/screens/parcel.steps": """\
run atelier --database $DIR/a.db init
start atelier --database $DIR/a.db
wait what is the office called
keys <Esc>
wait Categories of organisations
keys <Esc>
wait What to do first
keys <Enter>
wait Nothing waits
keys {section}
wait No parcel yet: press n.
keys n
wait New parcel
keys Red crate<Tab>12<F2>
wait Added: Red crate.
gone New parcel
wait > Red crate
keys u
wait Undone: added a parcel (Red crate)
wait No parcel yet: press n.
keys n
wait New parcel
keys Blue crate<F2>
wait > Blue crate
keys <Ctrl-F>
wait Search everything
keys blue
wait Parcel
keys <Enter>
gone Search everything
wait F2 save
keys <Tab>7<F2>
wait Saved: Blue crate.
keys <Ctrl-Q>
end 0
""",
}

# --- the lines in other files


def last(start):
    """behind the last line that begins so"""
    return lambda lines: max(i for i, line in enumerate(lines) if line.startswith(start)) + 1


def first(start):
    """before the first line that begins so"""
    return lambda lines: next(i for i, line in enumerate(lines) if line.startswith(start))


def named(layer, path):
    """in the files.am of its layer, behind the last file of its folder that sorts before"""
    folder = "\t" + os.path.dirname(path) + "/"
    return (f"src/{layer}/files.am",
            lambda lines: max(i for i, line in enumerate(lines)
                              if line.startswith(folder) and line < "\t" + path) + 1,
            "\t" + path)


LINES = [
    ("include/atelier/domain/nouns.def", last("NOUN("), "NOUN(PARCEL, parcel)"),
    ("include/atelier/domain/listings.def", last("LISTING("), "LISTING(PARCEL, parcel)"),
    ("include/atelier/domain/acts.def", first("NOUN_ACTS("),
     'NOUN_ACTS(PARCEL, "parcel", MAY_PLAN, N_("added a parcel"), N_("changed a parcel"),'
     ' N_("removed a parcel"))'),
    ("src/store/search/searched.def", last("SEARCHED("), "SEARCHED(PARCEL, parcel)"),
    ("src/ui/screens.def", last("SECTION("), "SECTION(PARCEL_LIST, parcel_list)"),
    ("src/cli/command/noun_command.c", last('#include "atelier/domain/'),
     '#include "atelier/domain/parcel.h"'),
    ("src/cli/command/noun_command.c", first("    COMMAND_END"),
     '    NOUN_COMMANDS(parcel, "PARCEL", N_("list the parcels"), N_("add a parcel"),'
     ' N_("show a parcel"), N_("change a parcel"), N_("remove a parcel")),'),
    named("domain", "include/atelier/domain/parcel.h"),
    named("domain", "src/domain/noun/parcel.c"),
    named("store", "src/store/source/parcel_source.c"),
    named("store", "share/migrations/{number}-parcels.sql"),
    named("ui", "src/ui/screen/parcel_list.c"),
]


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def migrations(folder):
    return re.findall(r"share/migrations/\d+-\S+\.sql", read(folder, "src/store/files.am"))


def copy_sources(folder):
    """without their modes: those of a package may be read-only"""
    for part in ("src", "include", "share/migrations"):
        for path, _, names in os.walk(os.path.join(TOP, part)):
            to = os.path.join(folder, os.path.relpath(path, TOP))
            os.makedirs(to)
            for name in names:
                shutil.copyfile(os.path.join(path, name), os.path.join(to, name))


def make_up(folder):
    """adds the noun to a copy of the sources; the files that had to be changed"""
    copy_sources(folder)
    number = f"{len(migrations(folder)) + 1:04}"
    for path, where, line in LINES:
        lines = read(folder, path).split("\n")
        place = where(lines)
        if path.endswith("files.am"):  # each line but the last of a list goes on
            line = line.replace("{number}", number)
            line += " \\" if lines[place - 1].endswith("\\") else ""
            lines[place - 1] = lines[place - 1].removesuffix(" \\") + " \\"
        lines.insert(place, line)
        write(os.path.join(folder, path), "\n".join(lines))
    sections = len(re.findall(r"^SECTION\(", read(folder, "src/ui/screens.def"), re.M))
    for path, text in OWN.items():
        write(os.path.join(folder, path.replace("{number}", number)),
              text.replace("{section}", str(sections)))
    return {path for path, _, _ in LINES}


# --- the program


def made(name):
    """a variable of the build"""
    found = re.search(rf"^{name} = *(.*)$", read(BUILD, "Makefile"), re.M)
    return shlex.split(found[1]) if found else []


def run(folder, *words, **more):
    done = subprocess.run(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", timeout=PATIENCE, check=False, **more)
    return done.returncode == 0, done.stdout


def build(folder):
    """the complaints of compiler and linker; none when the program is there"""
    compiler = os.environ.get("CC", "cc").split()
    flags = ["-std=c11", "-O0", "-w", "-fPIE", "-D_GNU_SOURCE", "-DHAVE_CONFIG_H",
             "-DLOCALEDIR=\"\"", "-I" + BUILD, "-Iinclude"] + made("CPPFLAGS") + made("NLS_CPPFLAGS")
    for library in ("SQLITE", "JANSSON", "NCURSES", "ZIP", "EXPAT", "XLSXWRITER"):
        flags += made(library + "_CFLAGS")
    table = subprocess.run([*made("AWK"), "-f", "share/migrations/embed.awk", *migrations(folder)],
                           cwd=folder, capture_output=True, text=True, check=True)
    write(os.path.join(folder, "src/store/migration_table.c"), table.stdout)
    sources = [("main", "src/main.c"), ("store", "src/store/migration_table.c")]
    for layer in ("domain", "store", "app", "ui", "cli"):
        sources += [(layer, path) for path in
                    re.findall(r"^\t(src/\S+\.c)\b", read(folder, f"src/{layer}/files.am"), re.M)]

    def compile_one(pair):
        layer, path = pair
        return run(folder, *compiler, *flags, f"-Isrc/{layer}", "-c", path, "-o", path + ".o")

    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        said = [text for good, text in pool.map(compile_one, sources) if not good]
    if said:
        return said
    libraries = [os.path.join(BUILD, "lib" + name + ".a") for name in ("calendar", "base")]
    for library in ("SQLITE", "JANSSON", "NCURSES", "UTF8PROC", "CMARK", "ZIP", "EXPAT",
                    "XLSXWRITER"):
        libraries += made(library + "_LIBS")
    good, text = run(folder, *compiler, *(path + ".o" for _, path in sources), *libraries,
                     "-lcsv", "-lm", *made("LIBS"), *made("LDFLAGS"), "-o", "atelier")
    return [] if good else [text]


def play(folder, player):
    """what a player of transcripts or steps complains of"""
    where = dict(os.environ, ATELIER_SRCDIR=folder, PLAY="parcel",
                 ATELIER_BIN=os.path.join(folder, "atelier"))
    good, text = run(folder, os.path.join(BUILD, player), env=where)
    return [] if good and re.search(r"^ok 1\b", text, re.M) else [text]


# --- the answers


def unnamed(places):
    """what README names of the places, and what it does not"""
    entry = re.search(r"^- \*\*a noun\*\*:.*?(?=^- \*\*)", read(TOP, "README.md"), re.M | re.S)
    said = set(re.findall(r"`([^`\s]+/(?:\w+\.def|\w+_command\.c|files\.am))`", entry[0]))
    return [f"README does not name {path}" for path in sorted(places - said)] + \
        [f"README names {path}, which needs nothing" for path in sorted(said - places)]


def answers(folder):
    places = make_up(folder)
    yield (f"a noun takes its own files and no more than {PLACES_MOST} others",
           sorted(places) if len(places) > PLACES_MOST else [])
    yield "README names the others", unnamed(places)
    faults = build(folder)
    yield "a program is built of them", faults
    if faults:
        return
    yield "its commands, their JSON, the search, the journal and undo", \
        play(folder, "tests/cli/transcript_test")
    yield "its screens: the list, the form, the search and undo", \
        play(folder, "tests/ui/steps_test")


def main():
    if re.search("-fsanitize|--coverage", " ".join(made("CFLAGS") + made("KIND_CFLAGS"))):
        print("1..0 # SKIP the plain build plays it")
        return
    folder = tempfile.mkdtemp(prefix="made-up-noun-", dir=BUILD)
    print("1..5")
    try:
        for number, (name, faults) in enumerate(answers(folder), 1):
            print(f"{'not ok' if faults else 'ok'} {number} - {name}")
            for line in "\n".join(faults).splitlines():
                print(f"# {line}")
            sys.stdout.flush()
    finally:
        shutil.rmtree(folder)


main()
