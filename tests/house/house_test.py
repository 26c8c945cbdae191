#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""house_test - the source keeps to its own rules: layers, names, licence

Reads every file of src, include and tests, and answers in TAP.
"""
import os
import re
import subprocess
import sys

TOP = os.environ.get("ATELIER_SRCDIR", ".")
BUILD = os.getcwd()

# What each layer may include of the others, downwards only.
LAYERS = {
    "base": {"base"},
    "domain": {"base", "domain"},
    "store": {"base", "domain", "store"},
    "calendar": {"base", "domain", "calendar"},
    "app": {"base", "domain", "store", "calendar", "app"},
    "ui": {"base", "domain", "app", "ui"},
    "cli": {"base", "domain", "app", "cli"},
    "print": {"base", "domain", "print"},
    "main": {"base", "domain", "store", "calendar", "app", "ui", "cli", "print"},
}
# Libraries that one layer alone knows.
LIBRARIES = {
    "utf8proc.h": "base",
    "sqlite3.h": "store",
    "csv.h": "app",
    "expat.h": "app",
    "xlsxwriter.h": "app",
    "zip.h": "app",
    "jansson.h": "cli",
    "curses.h": "ui",
    "ncurses.h": "ui",
    "term.h": "ui",
    "panel.h": "ui",
    "form.h": "ui",
    "menu.h": "ui",
    "cairo.h": "print",
    "cairo-pdf.h": "print",
    "pango/pango.h": "print",
    "pango/pangocairo.h": "print",
    "qrencode.h": "print",
}


# What each program is linked with, by the name before ".so".  atelier loads all of it at
# every start: what it needs now and then is a helper's.
PROGRAMS = {
    "atelier": {"c", "cmark", "csv", "jansson", "ncursesw", "sqlite3", "tinfo", "utf8proc"},
    "atelier-print": {"c", "cairo", "gobject-2.0", "pango-1.0", "pangocairo-1.0",
                      "qrencode", "utf8proc"},
    "atelier-workbook": {"c", "expat", "m", "utf8proc", "xlsxwriter", "zip"},
}


def files(*folders):
    for folder in folders:
        for path, _, names in os.walk(os.path.join(TOP, folder)):
            for name in sorted(names):
                if name.endswith((".c", ".h")):
                    yield os.path.relpath(os.path.join(path, name), TOP)


def build_files():
    for folder in ("src", "tests"):
        for path, _, names in os.walk(os.path.join(TOP, folder)):
            if "files.am" in names:
                yield os.path.relpath(os.path.join(path, "files.am"), TOP)


def text(path):
    with open(os.path.join(TOP, path), encoding="utf-8") as file:
        return file.read()


def layer_of(path):
    parts = path.split("/")
    if path in ("src/main.c", "src/print_main.c", "src/workbook_main.c"):
        return "main"
    return parts[1] if parts[0] == "src" else parts[2]


def includes(path):
    return re.findall(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', text(path), re.M)


def layers():
    """every file includes only what its layer may"""
    for path in files("src", "include"):
        layer = layer_of(path)
        for name in includes(path):
            shared = re.match(r"atelier/(\w+)/", name)
            if shared and shared[1] not in LAYERS[layer]:
                yield f"{path}: {layer} may not include {name}"
            owner = LIBRARIES.get(name.removeprefix("ncursesw/"))
            if owner and owner != layer:
                yield f"{path}: only {owner} may include {name}"
            if name.startswith("libical/") and path != "src/calendar/source/ical_library.h":
                yield f"{path}: only ical_library.h may include {name}"
            if name == "cmark.h" and not path.startswith("src/app/report/"):
                yield f"{path}: only src/app/report may include {name}"


def tests_of_layers():
    """a layer's tests include only what the layer may"""
    for path in files(*("tests/" + layer for layer in LAYERS if layer not in ("main", "cli"))):
        layer = path.split("/")[1]
        for name in includes(path):
            shared = re.match(r"atelier/(\w+)/", name)
            if shared and shared[1] not in LAYERS[layer]:
                yield f"{path}: tests of {layer} may not include {name}"


def resolve(path, name):
    for place in ("include/" + name, f"src/{layer_of(path)}/" + name):
        place = os.path.normpath(place)
        if os.path.exists(os.path.join(TOP, place)):
            return place
    return None


def private_headers():
    """a header beside its source is included by its own layer alone"""
    for path in files("src", "include"):
        for name in includes(path):
            found = resolve(path, name)
            if found and found.startswith("src/") and layer_of(found) != layer_of(path):
                yield f"{path}: {found} belongs to another layer"
            if found and found.startswith("src/") and path.startswith("include/"):
                yield f"{path}: a public header includes {found}"


def circles():
    """no file includes itself through others"""
    edges = {path: [found for name in includes(path) if (found := resolve(path, name))]
             for path in files("src", "include")}
    state = {}

    def visit(path, trail):
        if state.get(path) == "done":
            return
        if path in trail:
            yield " -> ".join(trail[trail.index(path):] + [path])
            return
        for other in edges.get(path, []):
            yield from visit(other, trail + [path])
        state[path] = "done"

    for path in edges:
        yield from visit(path, [])


def symbols(layer, *flags):
    """object of the layer's library -> names that nm lists with these flags"""
    out = subprocess.run(["nm", "-A", *flags, os.path.join(BUILD, f"lib{layer}.a")],
                         capture_output=True, text=True, check=True).stdout
    found = {}
    for line in out.splitlines():
        listed = re.match(rf"[^:]*:(?:lib{layer}_a-)?([^:]+)\.o:\s*\S* ?([A-Za-z]) (\S+)$", line)
        if listed and listed[2].isupper():
            found.setdefault(listed[1], set()).add(listed[3])
    return found


def strong_components(edges):
    """the circles of a graph: lists of two or more nodes that reach one another"""
    number, low, trail = {}, {}, []

    def visit(node):
        number[node] = low[node] = len(number)
        trail.append(node)
        for other in edges.get(node, ()):
            if other not in number:
                yield from visit(other)
            if other in trail:
                low[node] = min(low[node], low[other])
        if low[node] == number[node]:
            circle = trail[trail.index(node):]
            del trail[trail.index(node):]
            if len(circle) > 1:
                yield sorted(circle)

    for node in edges:
        if node not in number:
            yield from visit(node)


def objects():
    """no object needs itself through others, or one of a layer above"""
    layers_built = [layer for layer in LAYERS if layer != "main"]
    defined = {layer: symbols(layer, "--defined-only") for layer in layers_built}
    for layer in layers_built:
        owner = {symbol: name for name, found in defined[layer].items() for symbol in found}
        above = {symbol: f"{other}/{name}" for other in layers_built
                 if other not in LAYERS[layer]
                 for name, found in defined[other].items() for symbol in found}
        edges = {name: set() for name in defined[layer]}
        for name, needed in symbols(layer, "--undefined-only").items():
            edges.setdefault(name, set())
            for symbol in needed:
                if owner.get(symbol, name) != name:
                    edges[name].add(owner[symbol])
                elif symbol in above and symbol not in owner:
                    yield f"{layer}/{name} needs {symbol} of {above[symbol]}"
        for circle in strong_components(edges):
            yield f"{layer}: a circle of {', '.join(circle)}"


def names():
    """a file can be named without its path"""
    seen = {}
    for path in files("src", "include"):
        name = os.path.basename(path)
        if name in seen:
            yield f"{path} and {seen[name]} have one name"
        seen[name] = path


def first_lines():
    """each file says its licence, its name and what it is for"""
    for path in files("src", "include", "tests"):
        head = text(path).split("\n", 2)
        name = re.escape(os.path.basename(path))
        if head[0] != "/* SPDX-License-Identifier: GPL-3.0-or-later */":
            yield f"{path}: the first line is not its licence"
        elif not re.match(rf"/\* {name} - \S", head[1]):
            yield f"{path}: the second line does not say what it is for"


def guards():
    """each public header has the guard of its path"""
    for path in files("include"):
        guard = re.sub(r"\W", "_", path.removeprefix("include/")).upper()
        if f"#ifndef {guard}\n#define {guard}\n" not in text(path):
            yield f"{path}: its guard is not {guard}"


def built():
    """each file is named in the files.am of its part"""
    makefile = text("Makefile.am") + "".join(text(path) for path in build_files())
    for path in files("src", "include", "tests"):
        stem = path.removesuffix(".c")
        if not re.search(rf"(^|\s){re.escape(path)}($|\s)", makefile) and \
           not re.search(rf"(^|\s){re.escape(stem)}($|\s)", makefile):
            yield f"{path}: no files.am names it"


def alone():
    """each header compiles alone"""
    compiler = os.environ.get("CC", "cc").split()
    flags = ["-std=c11", "-D_GNU_SOURCE", "-fsyntax-only", "-I" + BUILD, "-x", "c"]
    pango = subprocess.run(["pkg-config", "--cflags", "pangocairo"], capture_output=True,
                           text=True, check=True).stdout.split()
    for path in files("src", "include"):
        if not path.endswith(".h"):
            continue
        folders = [os.path.join(TOP, "include")]
        if path.startswith("src/"):
            folders.append(os.path.join(TOP, "src", layer_of(path)))
        own = pango if path.startswith("src/print/") else []
        done = subprocess.run(compiler + flags + ["-I" + f for f in folders] + own +
                              [os.path.join(TOP, path)], capture_output=True, text=True)
        if done.returncode != 0:
            yield f"{path}: {done.stderr.strip().splitlines()[0]}"


def programs():
    """each program is linked with its own libraries alone"""
    for program, allowed in PROGRAMS.items():
        out = subprocess.run(["readelf", "-d", os.path.join(BUILD, program)],
                             capture_output=True, text=True, check=True).stdout
        needed = set(re.findall(r"\(NEEDED\).*\[lib(.+)\.so", out))
        for library in sorted(needed - allowed - {"asan", "ubsan"}):
            yield f"{program}: is linked with {library}"
        for library in sorted(allowed - needed):
            yield f"{program}: is not linked with {library} any more"


def marks():
    """no mark of work left behind"""
    mark = "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3))
    for path in files("src", "include", "tests"):
        for number, line in enumerate(text(path).splitlines(), 1):
            if re.search(rf"\b({mark})\b", line):
                yield f"{path}:{number}: {line.strip()}"


# What asks the computer for the time, in C and in SQL.
CLOCK = re.compile(
    r"\b(time|clock)\s*\(\s*(NULL|0|&\w+)?\s*\)|\b(localtime|gmtime)(_r)?\s*\(|\bgettimeofday\b|\btimespec_get\b"
    r"|\bclock_gettime\b|'now'|\bCURRENT_(DATE|TIME|TIMESTAMP)\b"
    r"|\b(date|time|datetime|julianday|unixepoch)\(\s*\)", re.I)
# They measure how long a writer waits for another; no row depends on it.
WAITING = {"src/base/child.c", "src/store/database/queue.c", "src/store/database/write_behind.c"}


def sql_files():
    for path, _, names in os.walk(os.path.join(TOP, "share/migrations")):
        for name in sorted(names):
            if name.endswith(".sql"):
                yield os.path.relpath(os.path.join(path, name), TOP)


def clocks():
    """below app nothing asks what time it is: it is told"""
    layers_below = ("base", "domain", "store", "calendar")
    places = [f"{top}/{layer}" for layer in layers_below for top in ("src", "include/atelier")]
    for path in [*files(*places), *sql_files()]:
        if path in WAITING:
            continue
        for number, line in enumerate(text(path).splitlines(), 1):
            if CLOCK.search(line.split("--")[0] if path.endswith(".sql") else line):
                yield f"{path}:{number}: {line.strip()}"


# Rules of rule_sql.h, by what their SQL cannot do without.
RULE_SQL = "src/store/table/rule_sql.h"
SQL_RULES = {
    "CURRENT_POST": r"main DESC",
    "HAS_BEGUN": r'"from" IS NULL OR [^:)]*"from" <= ',
    "HAS_NOT_ENDED": r'"to" IS NULL OR [^:)]*"to" >= ',
    "IS_PERSON_LIVE": r"merged_into IS NULL",
    "IS_REGISTRATION_LIVE": r"\blive = 1",
    "IS_MEETING_UNDECIDED": r"undecided = 1",
    "NEEDS_ROOM": r"needs_room = 1",
    "PEOPLE_IN": r"coalesce\(sum\(people\), 0\) FROM head_count",
    "SEATS_TAKEN": r"seat_rule takes",
    "IS_MEETING_TO_COME": r"31 \* 86400",
}


def one_text():
    """a rule that several statements ask is one SQL text"""
    for path in files("src/store"):
        sql = re.sub(r'(?<!\\)"[\s\\]*"', "", text(path)).replace('\\"', '"')
        for name, pattern in SQL_RULES.items():
            found = re.search(pattern, sql)
            if path == RULE_SQL and not found:
                yield f"{path}: {name} is not what this test looks for"
            if path != RULE_SQL and found:
                yield f"{path}: {found[0]}: use {name}"


# A key as a person reads it in a sentence: Esc, F2, Ctrl-Q, or a letter alone that is no word.
TYPED_KEY = re.compile(r"\b(?:Esc|Échap|Enter|Entrée|Tab|Space|Espace|Pg(?:Up|Dn)|(?:Ctrl|Alt)-\w|F\d+)\b"
                       r"|(?<![\w’'%.-])[b-xzB-HJ-Z](?![\w’'-])"
                       r"|\b(?:[Pp]ress|[Tt]apez) (?!%)\S+ (?:to|pour)\b"
                       r"|; [?:/] \w+")
KEY_MARK = re.compile(r"%?%K\{([^}]*)\}")


def screen_source():
    """all of ui, its literals joined and its numbers as gettext has them"""
    source = "".join(text(path) for path in files("src/ui")).replace("\\\n", "\n")
    source = re.sub(r'"\s*(PRI[a-z]\d+)\s*"', r"<\1>", source)
    return re.sub(r'"\s*"', "", source)


def translations():
    """(message, French) of the catalogue, each form of a plural"""
    for block in text("share/po/fr.po").split("\n\n"):
        parts = [(name, "".join(re.findall(r'^(?:\S+ )?"(.*)"$', words, re.M)))
                 for name, words in re.findall(r'^(\S+) (".*"(?:\n".*")*)', block, re.M)]
        message = dict(parts).get("msgid")
        for name, words in parts:
            if name.startswith("msgstr"):
                yield message, words


def keys_by_action():
    """a sentence names a key by its action, and the action is there"""
    source = screen_source()
    known = set(re.findall(r'(?:\.name = |(?:MEETING_EXPORT|NOUN_LIST_\w+)\(\s*)"([\w.]+)"', source))
    said = re.findall(r'(?<!\w)(?:_|N_|ngettext)\(\s*"((?:[^"\\]|\\.)*)"'
                      r'(?:,\s*"((?:[^"\\]|\\.)*)")?', source)
    messages = {message for pair in said for message in pair if message}
    pairs = [(message, message) for message in messages]
    pairs += [(message, words) for message, words in translations() if message in messages]
    for message, words in pairs:
        plain = re.sub(r"%[-+ 0#.*\d]*(?:<\w+>|[a-z]+)", "", KEY_MARK.sub("%", words))
        if TYPED_KEY.search(plain):
            yield f"“{words}” types a key"
        for name in KEY_MARK.findall(words):
            if "." in name and name not in known:
                yield f"“{words}”: there is no action {name}"
        if set(KEY_MARK.findall(words)) != set(KEY_MARK.findall(message)):
            yield f"“{words}” has other keys than “{message}”"


def screens():
    """each screen is in screens.def, and says its own name"""
    listed = re.findall(r"^(?:SECTION|SCREEN)\(\w+, (\w+)\)", text("src/ui/screens.def"), re.M)
    defined = {}
    for path in files("src/ui"):
        for name, body in re.findall(r"^const struct screen (\w+)_screen = \{(.*?)^\};",
                                     text(path), re.M | re.S):
            defined[name] = path
            said = re.search(r'\.name = "(\w+)"', body)
            if said and said[1] != name:
                yield f"{path}: {name}_screen says that it is {said[1]}"
        for name in re.findall(r"^NOUN_LIST\((\w+),", text(path), re.M):
            defined[f"{name}_list"] = path
    for name in sorted(set(defined) - set(listed)):
        yield f"{defined[name]}: screens.def does not have {name}"
    for name in sorted(set(listed)):
        if listed.count(name) > 1:
            yield f"src/ui/screens.def: {name} stands there twice"


# Where a permission stands for no act of acts.def.
PERMISSIONS_WITHOUT_ACT = {
    "src/app/session/upkeep.c": "MAY_ADMINISTER",  # a backup leaves no act
    "src/ui/screen/settings_screen.c": "MAY_ADMINISTER",  # its action
    "src/app/undo/undo.c": "MAY_ADMINISTER",  # the strictest, until the act is known
}


def permissions():
    """who needs the permission of an act takes it from acts.def"""
    of_acts = set(re.findall(r"\bMAY_\w+", text("include/atelier/domain/acts.def")))
    if len(of_acts) < 3:
        yield "include/atelier/domain/acts.def: its permissions were not found"
    for path in [*files("src/app", "src/ui", "src/cli", "include/atelier/app"),
                 "include/atelier/domain/questions.def"]:
        typed = of_acts & set(re.findall(r"\bMAY_\w+", text(path)))
        allowed = {PERMISSIONS_WITHOUT_ACT.get(path)} - {None}
        for name in sorted(typed - allowed):
            yield f"{path}: {name}: name the act instead, as in ACT_ROOM_ADD_NEEDS"
        for name in allowed - typed:
            yield f"{path}: {name} is not typed there any more"


# What holds for every noun.  What only some have is a hook: src/app/noun/noun_hook.h.
OF_EVERY_NOUN = ["src/app/record/edit.c", "src/cli/command/noun_command.c",
                 "src/store/journal/journal_table.c", "src/store/table/row_table.c", "src/ui/noun/noun.c",
                 "src/ui/noun/noun_form.c", "src/ui/noun/noun_save.c", "src/ui/noun/noun_screen.c"]


def every_noun():
    """what holds for every noun compares with none"""
    for path in OF_EVERY_NOUN:
        for number, line in enumerate(text(path).splitlines(), 1):
            if re.search(r"[!=]= ENTITY_(?!COUNT)|case ENTITY_|\bENTITY_(?!COUNT)\w+ [!=]=", line):
                yield f"{path}:{number}: {line.strip()}"


# As one hand writes it.
HANDS = {r"[^=!]== NULL|NULL [!=]=|\b(if|while) \([\w>.-]+ != NULL": "ask for a pointer as if (!p)",
         r"\(void\)\s*ui_fail\(": "ui_fail() needs no (void)"}


def one_hand():
    """pointers and failures are written in one way"""
    for path in files("src", "include"):
        for number, line in enumerate(text(path).splitlines(), 1):
            for pattern, advice in HANDS.items():
                if re.search(pattern, line):
                    yield f"{path}:{number}: {advice}: {line.strip()}"


def cited_rules(source):
    """numbers that a text cites: rule 9, rules 1 and 2, rules 1 to 4"""
    for cited in re.findall(r"\b[Rr]ules? (\d+(?:(?:, | and | to |, and )\d+)*)",
                            re.sub(r"\s+(?:\*|//|--|#)? *", " ", source)):
        for first, last in re.findall(r"(\d+)(?: to (\d+))?", cited):
            yield from range(int(first), int(last or first) + 1)


def papers():
    """a rule or page that the source cites is in the tree"""
    section = text("README.md").split("## The rules\n")[1].split("\n## ")[0]
    numbers = [int(number) for number in re.findall(r"^- \*\*(\d+)\.\*\* \w", section, re.M)]
    if len(numbers) < 10 or numbers != sorted(set(numbers)):
        yield f"README.md: its rules are numbered {numbers}"
    for path in [*files("src", "include", "tests"), *sql_files(), *build_files(),
                 "Makefile.am", "configure.ac"]:
        source = text(path)
        for number in sorted(set(cited_rules(source)) - set(numbers)):
            yield f"{path}: README.md has no rule {number}"
        if path.endswith(".sql"):
            continue  # one that was published never changes
        for page in set(re.findall(r"\b[\w-]+\.md\b", source)):
            if not os.path.exists(os.path.join(TOP, page)):
                yield f"{path}: {page} is not in the tree"


RULES = [layers, tests_of_layers, private_headers, circles, objects, names, first_lines,
         guards, built, screens, alone, programs, marks, clocks, one_text, keys_by_action,
         permissions, every_noun, one_hand, papers]


def main():
    print(f"1..{len(RULES)}")
    if sum(1 for _ in files("src", "include")) < 100:
        print("Bail out! the source was not found")
        sys.exit(1)
    for number, rule in enumerate(RULES, 1):
        faults = list(rule())
        print(f"{'not ok' if faults else 'ok'} {number} - {rule.__doc__}")
        for fault in faults:
            print(f"# {fault}")


main()
