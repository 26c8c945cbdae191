#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""papers_test - manual, completion and README say what the program has, and no more

Asks the program for its commands, options and keys, and answers in TAP.
"""
import json
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import textwrap

TOP = os.environ.get("ATELIER_SRCDIR", ".")
PROGRAM = os.environ["ATELIER_BIN"]
COMPLETIONS = os.path.join(TOP, "share/completions")


def text(path):
    with open(os.path.join(TOP, path), encoding="utf-8") as file:
        return file.read()


def rows(*words):
    """what the program prints, as rows of columns"""
    done = subprocess.run([PROGRAM, "docs", *words], capture_output=True, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


TABLE = rows("commands")
COMMANDS = [row[0] for row in TABLE if row[1] == "-"]
GLOBALS = [row[1] for row in TABLE if row[0] == "-"]


def options_of(command):
    return [row[1] for row in TABLE if row[0] == command and row[1] != "-"]


def help_of(words):
    done = subprocess.run([PROGRAM, *words, "--help"], capture_output=True, text=True,
                          check=True)
    return done.stdout


def tables():
    """the table of commands holds what --help holds"""
    listed = re.findall(r"^  ([a-z]+(?: [a-z-]+)?)(?= |$)", help_of([]).split("Commands:")[1], re.M)
    for command in listed:
        words = [word for word in command.split() if word.islower()]
        if " ".join(words) not in COMMANDS and words[0] not in COMMANDS:
            yield f"{command} is in --help alone"
    for command in COMMANDS:
        if command == "demo":
            continue
        named = set(re.findall(r"^  (--[a-z-]+)", help_of(command.split()), re.M))
        for option in named.symmetric_difference(options_of(command) + GLOBALS):
            yield f"{command} {option} is not in both --help and the table"


# Reads words behind which Tab is pressed, a case a line; the last word is being typed.
ASK_BASH = """
. "$1/atelier.bash"
while IFS= read -r line; do
    mapfile -t -d $'\\t' words < <(printf '%s\\t' "$line")
    COMP_WORDS=("$2" "${words[@]}"); COMP_CWORD=${#words[@]}
    _atelier "$2" "${words[-1]}"
    echo "${COMPREPLY[*]}"
done
"""


def bash_differs(cases):
    """where bash offers something else than each case expects"""
    done = subprocess.run(["bash", "-c", ASK_BASH, "bash", COMPLETIONS, PROGRAM],
                          input="".join("\t".join(words) + "\n" for words, _ in cases),
                          capture_output=True, text=True, check=False)
    seen = [set(line.split()) for line in done.stdout.splitlines()]
    yield from done.stderr.splitlines()
    if len(seen) != len(cases):
        yield f"{len(seen)} answers to {len(cases)} cases"
    for (words, expected), offers in zip(cases, seen):
        if offers != expected:
            yield f"{' '.join(words)}: missing or too much: {sorted(offers ^ expected)}"


def bash_completion():
    """completion in bash offers every noun, verb and option"""
    nouns = {}
    for command in COMMANDS:
        nouns.setdefault(command.split()[0], set()).update(command.split()[1:])
    cases = [(("",), set(nouns)), (("--",), set(GLOBALS) | {"--confined"})]
    cases += [((noun, ""), verbs) for noun, verbs in nouns.items() if verbs]
    cases += [((*command.split(), "--"), set(options_of(command) + GLOBALS))
              for command in COMMANDS]
    yield from bash_differs(cases)


def bash_values():
    """completion in bash offers the values of an option, and files where one is wanted"""
    yield from bash_differs([
        (("meeting", "add", "--mode", ""), {"on-site", "remote", "hybrid"}),
        (("meeting", "add", "--mode", "=", "re"), {"remote"}),
        (("init", "--sample", ""), {"small", "large"}),
        (("--language", "fr", "meeting", "sea"), {"seats"}),
        (("backup", f"{TOP}/COPY"), {f"{TOP}/COPYING"}),
        (("--database", f"{TOP}/COPY"), {f"{TOP}/COPYING"}),
        (("--confined", "--js"), {"--json"}),
        (("--confined", "=", f"{TOP}/shar"), {f"{TOP}/share"}),
        (("--confined", "=", "/srv", "meeting", "sea"), {"seats"}),
        (("gateway", ""), {"keys", "files", "snippet", "check"}),
        (("gateway", "keys", ""), {"add", "list", "remove"}),
        (("gateway", "files", ""), {"list", "remove"}),
        (("meeting", "list", "--group", "list", "--to"), {"--to-come"}),
        (("meeting", "show", ""), set())])


def shells():
    """the shells can read their completion"""
    for shell, name in (("bash", "atelier.bash"), ("zsh", "_atelier")):
        if not shutil.which(shell):
            continue
        done = subprocess.run([shell, "-n", os.path.join(COMPLETIONS, name)],
                              capture_output=True, text=True, check=False)
        if done.returncode or done.stderr:
            yield f"{name}: {done.stderr}"
    for command in set(re.findall(r"docs (\w+)", text("share/completions/_atelier"))):
        if f"docs {command}" not in COMMANDS:
            yield f"_atelier asks for docs {command}"


def manual_entries():
    """the options that the manual names, for each command and, as "-", for all"""
    entries, current = {}, None
    page = text("share/man/atelier.1")
    for line in page.splitlines():
        if line.startswith(".Sh "):
            current = "-" if line == ".Sh OPTIONS" else None
        elif line.startswith(".It Cm "):
            words = line.split()[2:]
            current = " ".join(word for word in words[:2] if re.fullmatch("[a-z-]+", word))
        elif line.startswith(".It Fl -") and current:
            entries.setdefault(current, set()).add("--" + line.split()[2][1:])
            continue
        else:
            shared = re.match(r"\.Cm ([a-z]+ [a-z-]+) \.$", line)
            if shared and current in entries and not entries[current]:
                entries[current] |= entries[shared[1]]
            continue
        if current:
            entries.setdefault(current, set())
    return entries


def manual():
    """the manual has every command and option of the program, and no others"""
    entries = manual_entries()
    for command in ["-"] + COMMANDS:
        if command not in entries:
            yield f"share/man/atelier.1: {command} is missing"
            continue
        for option in sorted(entries[command].symmetric_difference(options_of(command))):
            yield f"share/man/atelier.1: {command} {option} is missing, or too much"
    for command in entries:
        # The roles stand in a list of the same make.
        if command not in COMMANDS + ["-"] and " " in command:
            yield f"share/man/atelier.1: there is no {command}"


def manual_keys():
    """the manual has the keys that work everywhere"""
    page = text("share/man/atelier.1").replace("\\&", "")
    for screen, _, keys, label in rows("keys"):
        names = " , ".join(keys.split())
        if screen == "*" and f"{names and '.It Ic ' + names}\n{label}" not in page:
            yield f"share/man/atelier.1: {keys}: {label}"


# What a letter means, whatever the screen: the verbs of the actions that it may be.
LETTERS = {
    "+": "mark presence", "-": "annul absent", "=": "find", "/": "filter", "*": "mark_all",
    "a": "accept done", "b": "assign", "c": "state resume", "d": "remove withdraw leave_out drop",
    "e": "edit open settle mend", "f": "filter next", "g": "go next", "h": "history journal", "i": "import open", "j": "substitute", "k": "excuse",
    "l": "leave", "n": "add register walk_in creates rooms", "m": "group move", "o": "place", "p": "print", "q": "back", "r": "decline drop",
    "s": "sort", "t": "past all", "u": "undo", "v": "convene", "w": "why show",
    "x": "export export_all save", "y": "copy", "U": "redo",
    # A capital is the same thing of what is above the list, or the way to what belongs to it.
    "A": "statistics", "B": "backup wishes", "C": "categories", "D": "door", "E": "edit reading choices", "F": "facts data", "I": "import", "J": "scan", "K": "check",
    "L": "language", "M": "meetings make merge", "N": "add register", "O": "list organisation", "P": "list purge", "Q": "quotas quorums", "R": "staff",
    "S": "slot", "T": "colours", "V": "list", "W": "who", "X": "erase",
}

def letters():
    """a letter means the same thing on every screen"""
    for screen, action, keys, _ in rows("keys"):
        for key in keys.split():
            if len(key) > 1 or screen == "section" or key in "?:":
                continue
            verb = action.split(".")[1]
            means = verb in LETTERS.get(key, "").split()
            if not means:
                yield f"{screen}: {key} does {action}; it means: {LETTERS.get(key, 'nothing')}"


def pages():
    """the pages that say how something is done, in English"""
    done = subprocess.run([PROGRAM, "--language", "en", "docs", "howto", "--json"],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def howto_keys():
    """the pages and their translation name keys by actions that there are"""
    named = {row[1] for row in rows("keys") if row[2]}
    source = text("src/domain/howto_table.c")
    for name in sorted(set(re.findall(r"%K\{(\w+\.\w+)\}", source)) - named):
        yield f"src/domain/howto_table.c: no key does {name}"
    if len(pages()) < 15 or any("%K" in json.dumps(page) for page in pages()):
        yield "docs howto: pages or keys are missing"
    for entry in text("share/po/fr.po").split("\n\n"):
        if "\nmsgid_plural" in entry or "\nmsgstr" not in entry:
            continue
        ours, theirs = ("".join(re.findall(r'"(.*)"', part)) for part in entry.split("\nmsgstr", 1))
        keys = [sorted(re.findall(r"%K\{\w+\.\w+\}", part)) for part in (ours, theirs)]
        if keys[0] != keys[1] and theirs:
            yield f"share/po/fr.po: other keys than in: {ours}"


def howto_commands():
    """the commands of the pages are commands of the program"""
    for page in pages():
        for line in page["commands"].split("\n"):
            program, *words = shlex.split(line)
            known = [words[:count] for count in (2, 1) if " ".join(words[:count]) in COMMANDS]
            if program != "atelier" or not known:
                yield f"docs howto {page['name']}: no command: {line}"
                continue
            options = options_of(" ".join(known[0])) + GLOBALS
            for word in words:
                if word.startswith("--") and word not in options:
                    yield f"docs howto {page['name']}: no option {word}: {line}"


def mdoc(sentences):
    """text as lines of the manual: a sentence begins a line, none is long"""
    for sentence in re.split(r"(?<=[.?]) +(?=[A-Z])", sentences):
        for line in textwrap.wrap(sentence.replace("\\", "\\e").replace("“", "\\(lq").replace("”", "\\(rq"), 78, break_on_hyphens=False):
            yield "\\&" + line if line[0] in ".'" else line


def howto_section():
    """the pages as the manual has them"""
    for page in pages():
        yield f".Ss {page['title']}"
        yield from mdoc(page["want"])
        yield ".Bl -enum -compact"
        for step in page["steps"]:
            yield ".It"
            yield from mdoc(step)
        yield from (".El", ".Pp", "By a command:", ".Bd -literal -offset indent")
        yield from page["commands"].split("\n")
        yield from (".Ed", ".Pp", "To take it back:")
        yield from mdoc(page["undo"])


def manual_howto():
    """the manual has the pages of the help; BLESS=1 writes them into it"""
    page = text("share/man/atelier.1")
    before, rest = page.split(".Sh HOW TO\n")
    written, after = rest.split("\n.Sh ", 1)
    introduction, *_ = written.split("\n.Ss ", 1)
    expected = "\n".join([introduction, *howto_section()])
    if written == expected:
        return
    if os.environ.get("BLESS"):
        with open(os.path.join(TOP, "share/man/atelier.1"), "w", encoding="utf-8") as file:
            file.write(f"{before}.Sh HOW TO\n{expected}\n.Sh {after}")
        return
    differing = [pair for pair in zip(written.split("\n"), expected.split("\n"))
                 if pair[0] != pair[1]]
    told, meant = differing[0] if differing else ("its end", "another")
    yield f"share/man/atelier.1: “{told}” should be “{meant}”; BLESS=1 writes it"


def statuses():
    """manual and README explain the exit statuses as --help does"""
    told = dict(re.findall(r"^  (\d) +(.*)$", help_of([]).split("Exit status:")[1], re.M))
    if len(told) < 6:
        yield "--help: its exit statuses were not found"
    page = text("share/man/atelier.1").split(".Sh EXIT STATUS")[1].split("\n.Sh ")[0]
    manual = {number: words[0].lower() + words[1:]
              for number, words in re.findall(r"^\.It (\d)\n(.*)\.$", page, re.M)}
    readme = dict(re.findall(r"^\| (\d) \| (.*) \|$", text("README.md"), re.M))
    for name, said in (("share/man/atelier.1", manual), ("README.md", readme)):
        for number in sorted(set(told) | set(said)):
            if told.get(number) != said.get(number):
                yield f"{name}: {number}: {said.get(number)}; --help: {told.get(number)}"


def roles():
    """whoever lists the roles has all of them, in their order"""
    named = re.findall(r'\[ROLE_\w+\] = \{ "(\w+)"', text("src/domain/noun/staff.c"))
    if len(named) < 5:
        yield "src/domain/noun/staff.c: its roles were not found"
    between = r'[\s,"]+(?:and )?'
    for path in ("README.md", "include/atelier/domain/permissions.def",
                 "src/ui/screen/settings_screen.c"):
        if not re.search(between.join(named), text(path)):
            yield f"{path}: its roles are not {', '.join(named)}"


# What is said of files and databases is said here.
TELLERS = sorted(
    os.path.relpath(os.path.join(folder, name), TOP)
    for part in ("src/store/database", "src/store/maintenance")
    for folder, _, names in os.walk(os.path.join(TOP, part))
    for name in names if name.endswith(".c")) + [
        "src/base/new_file.c", "src/base/output_file.c", "src/base/real_path.c",
        "src/app/calendar/export_file.c",
        "src/app/meeting/instants_check.c", "src/app/session/warning.c",
        "src/app/session/session.c",
        "src/calendar/zone_file.c", "src/cli/cli.c", "src/domain/check_report.c",
        "src/store/journal/journal_before.c"]
# Of people and their work, not of the file; or a part of a sentence.
TOLD_ELSEWHERE = re.compile(r"^(Stopped\.|That is too long|the database in "
                            r"memory|it was closed or is full|Keep this file|.* is \d|%s: %s$)")


def messages():
    """the sentences of TELLERS, with %s and its like as they stand there"""
    for path in TELLERS:
        for call in re.findall(r'\b(?:_|ngettext)\(\s*((?:"(?:[^"\\]|\\.)*"\s*|PRI\w+\s*)+)',
                               text(path)):
            sentence = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', call))
            if sentence and not TOLD_ELSEWHERE.search(sentence):
                yield sentence


def manual_messages():
    """the manual explains what the program says of files and databases, in its words"""
    page = text("share/man/atelier.1").split(".Ss What an administrator can be told")[1]
    phrases = re.findall(r"^\.It Dq (.*)$", page.split("\n.Ss ")[0], re.M)
    told = set()
    for sentence in messages():
        fitting = [phrase for phrase in phrases
                   if re.search(".*".join(map(re.escape, phrase.split(" ... "))), sentence)]
        told.update(fitting)
        if not fitting:
            yield f"share/man/atelier.1 does not explain: {sentence}"
    for phrase in phrases:
        if phrase not in told:
            yield f"share/man/atelier.1: the program does not say: {phrase}"


def manual_form():
    """mandoc has nothing to say about the manual"""
    if not shutil.which("mandoc"):
        return
    done = subprocess.run(["mandoc", "-Tlint", "-Wstyle", os.path.join(TOP, "share/man/atelier.1")],
                          capture_output=True, text=True, check=False)
    yield from done.stdout.splitlines() + done.stderr.splitlines()


def readme_files():
    """the README names files and functions that are there, and variables that are read"""
    readme = text("README.md")
    for path in re.findall(r"`((?:src|include|share|tests)/[\w./-]+|COPYING|Makefile.am)`", readme):
        if path != "tests/LAYER/NAME_test.c" and not os.path.exists(os.path.join(TOP, path)):
            yield f"README.md: {path} is not there"
    sources = "".join(text(os.path.join(folder, name))
                      for part in ("src", "include")
                      for folder, _, names in os.walk(os.path.join(TOP, part))
                      for name in names if name.endswith((".c", ".h")))
    for name, mark in re.findall(r"`(\w+)(\(\)|\[\])`", readme):
        if not re.search(rf"\b{name}{re.escape(mark[0])}", sources):
            yield f"README.md: there is no {name}{mark}"
    for variable in sorted(set(re.findall(r"ATELIER_[A-Z]+|TZDIR", readme + text("share/man/atelier.1")))):
        if f'"{variable}"' not in sources:
            yield f"{variable} is read by nothing"


def readme_places():
    """what the README says to stand in a file stands there"""
    section = text("README.md").split("\n## Where is …?\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.*?) \| (.*) \|$", section, re.M)[1:]
    if len(rows) < 15:
        yield "README.md: its places were not found"
    for question, place in rows:
        paths = re.findall(r"`((?:src|include|share)/[\w./-]+)`", place)
        there = "".join(text(path) for path in paths if os.path.exists(os.path.join(TOP, path)))
        for name in re.findall(r"`(\w+)(?:\(\)|\[\])?`", question + place):
            if not re.search(rf"\b{name}\b", there):
                yield f"README.md: {name} does not stand in {' or '.join(paths) or 'a file'}"


def readme_steps():
    """the first steps of the README do what they say"""
    steps = text("README.md").split("## First steps by commands")[1].split("\n## ")[0]
    commands = re.sub(r"\\\n\s*", "", steps)
    script = "\n".join(re.findall(r"^    (atelier .*)", commands, re.M))
    if script.count("\n") < 10:
        yield "README.md: its first steps were not found"
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "bin/atelier")
        os.mkdir(os.path.dirname(program))
        os.symlink(os.path.abspath(PROGRAM), program)
        done = subprocess.run(
            ["sh", "-e", "-c", script], cwd=folder, capture_output=True, text=True, check=False,
            env={**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}",
                 "XDG_DATA_HOME": folder, "ATELIER_NOW": "2027-03-01T09:00:00Z",
                 "ATELIER_DATABASE": ""})
        if done.returncode or "All is well." not in done.stdout:
            yield f"README.md: {done.stdout[-200:]} {done.stderr}"


RULES = [tables, bash_completion, bash_values, shells, manual, manual_keys, letters, howto_keys,
         howto_commands, manual_howto, manual_messages, manual_form, statuses, roles, readme_files, readme_places, readme_steps]


def main():
    print(f"1..{len(RULES)}")
    for number, rule in enumerate(RULES, 1):
        faults = list(rule())
        print(f"{'not ok' if faults else 'ok'} {number} - {rule.__doc__}")
        for fault in faults:
            print(f"# {fault}")


main()
