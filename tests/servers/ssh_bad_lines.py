#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ssh_bad_lines - people who come over lines that are slow, late, cut, held and dropped

    ssh_bad_lines.py PROGRAM

Both shapes: the key of the gateway, and an account of one's own in a shared group.  All tests
at once, each with a line and a login of its own.  Answers in TAP.
"""
import json
import os
import subprocess
import sys
import threading
import time

from bad_line import MODEM, Line
from client import DOWN, ENTER, ESC, LEAVE, SAVE, TAB, Client
from office import expect, run

GONE = 15  # seconds after which sshd, told to look every second, has dropped a dead client
FORM = "must be filled in"
LOCK = threading.Lock()


def newcomer(office, login):
    """an organiser of that login with a key of the same name"""
    with LOCK:
        office.make_key(login)
        done = office.atelier("--database", office.database, "staff", "add", "--login", login,
                              "--role", "organiser")
        assert done.returncode == 0, done.stderr
        done = office.gateway("keys", "add", login, input=office.public(login))
        assert done.returncode == 0, done.stderr
    return login


def prepare(office):
    """sshd looks for dead clients each second; people have a group and a database of its own"""
    # pylint: disable=attribute-defined-outside-init # the office of these tests
    office.configure(before="MaxStartups 100\nAcceptEnv LANG LC_*\nClientAliveInterval 1\nClientAliveCountMax 2",
                     instead=("ClientAliveInterval 10", "ClientAliveInterval 1"))
    office.restart()
    office.colleague = office.person + "b"
    home = office.path("colleague")
    office.make_account(office.colleague, home)
    office.let_in(office.colleague, home, "stranger")
    office.group = f"atelier-group-{os.getpid() % 100000}"
    subprocess.run(["groupadd", "--system", office.group], check=True)
    office.groups.append(office.group)
    for account in (office.person, office.colleague):
        subprocess.run(["usermod", "-aG", office.group, account], check=True)
    os.mkdir(office.path("shared"))
    subprocess.run(["chgrp", office.group, office.path("shared")], check=True)
    os.chmod(office.path("shared"), 0o2770)
    office.shared = office.path("shared/a.db")
    for words in (("init", "--shared", "--sample"), ("staff", "add", "--login", office.colleague, "--role",
                                         "administrator")):
        done = office.ssh("own_key", office.program, "--database", office.shared, *words,
                          account=office.person)
        assert done.returncode == 0, done.stderr


# ---- two shapes ----

class ByGateway:
    """one account for all; a key that says who comes"""

    def __init__(self, office, login):
        self.office, self.key, self.login = office, newcomer(office, login), login

    def come(self, line=None, **more):
        return Client(self.office, self.key, port=line.port if line else None, **more)

    def ask(self, *words):
        """as root, who is the administrator"""
        return self.office.atelier("--database", self.office.database, *words)


class ByAccount:
    """an account a person, in the group that has the database"""

    def __init__(self, office):
        self.office, self.key, self.login = office, "own_key", office.person

    def come(self, line=None, **more):
        return Client(self.office, self.key, self.office.program, "--database",
                      self.office.shared, account=self.office.person,
                      port=line.port if line else None, **more)

    def ask(self, *words):
        """as a colleague"""
        return self.office.ssh("stranger", self.office.program, "--database", self.office.shared,
                               *words, account=self.office.colleague)


def sessions(shape):
    done = shape.ask("--json", "who")
    return [session for session in json.loads(done.stdout) if session["login"] == shape.login]


def forgotten(shape, seconds):
    """whether no session of theirs is left within the seconds"""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not sessions(shape):
            return True
        time.sleep(0.2)
    return False


def acts(shape):
    """what the journal has of them"""
    done = shape.ask("--json", "journal", "list", "--limit", "200")
    return [entry["act"] for entry in json.loads(done.stdout) if entry["staff"] == shape.login]


def begin(client, *steps):
    """opens the screens, and presses keys that texts answer; what is wrong"""
    if not client.wait_for("F10"):
        yield f"no screen came: {client.says()}"
    for key, text in steps:
        if not client.press(key, text):
            yield f"{key}: “{text}” did not come: {client.says()}"


def type_person(client, name):
    """begins a new person, who is not saved"""
    yield from begin(client, ("5", "Family"), ("n", FORM))
    client.send(name)
    client.rest()


def leave(client):
    client.send(LEAVE)
    status = client.end()
    if status != 0:
        yield f"Ctrl-Q left with {status}: {client.says()}"


def offered(shape, name):
    """somebody who comes again is offered the form, and throws it away"""
    with shape.come() as client:
        if not client.wait_for("still here") or not client.wait_for(name):
            yield f"the draft “{name}” is not offered: {client.says()}"
        client.send("3")
        client.wait_for("F10")
        yield from leave(client)


# ---- keys ----

def pasted_letters(office):
    """where the terminal does not say what is pasted, many letters are no keys"""
    for terminal in ("screen", "linux", "vt220"):
        shape = ByGateway(office, f"paste.{terminal}")
        with Line(office.port, delay=0.01, joined=0.05) as line, \
                shape.come(line, terminal=terminal) as client:
            yield from begin(client, ("5", "Family"))
            for text in ("anne.weber@example.org", "ursula@example.org\r",
                         "quit@example.org\rupdate@example.org\r" * 40):
                client.press(DOWN, "\x1b")
                if not client.press(text, "came at once"):
                    yield f"{terminal}: {text[:20]}: {client.says()}"
                client.rest(0.3)
            yield from leave(client)
        if acts(shape):
            yield f"{terminal}: {acts(shape)}"


def keys_that_come_together(office):
    """an Esc and a digit that come together save nothing, and lose nothing"""
    shape = ByGateway(office, "together")
    with Line(office.port) as line, shape.come(line) as client:
        yield from type_person(client, "Zwingli")
        line.held = True
        client.send(ESC)
        time.sleep(0.1)
        client.send("2")
        time.sleep(0.3)
        client.forget()
        line.held = False
        client.rest(0.5)
        yield from leave(client)
    if acts(shape):
        yield f"it was saved: {acts(shape)}"
    yield from offered(shape, "Zwingli")


def half_a_sequence(office):
    """the rest of a key's sequence, late by half a second, is no letter and no key"""
    shape = ByGateway(office, "halves")
    with Line(office.port, delay=0.075) as line, shape.come(line) as client:
        yield from begin(client, ("5", "Family"))
        for half in ("OA", "[12~", "OQ", "[15~"):
            client.press(ESC, "\x1b", seconds=1)
            line.held = True
            client.send(half)
            time.sleep(0.5)
            line.held = False
            client.rest(0.4)
        client.send("n")
        client.rest()
        if not client.press("\x0c", "New meeting"):
            yield f"the screen is another one: {client.says()}"
        client.rest()
        yield from leave(client)
    if acts(shape):
        yield f"something was done: {acts(shape)}"


def letters_in_pieces(office):
    """what is typed over a line that cuts, joins and holds arrives whole"""
    for number, bad in enumerate(({"delay": 0.15, "piece": 1}, {"delay": 0.15, "joined": 0.4},
                                  {"rate": MODEM, "piece": 7})):
        shape = ByGateway(office, f"pieces{number}")
        family, given = f"Zwölfer-東京-{number}", f"Agnès {number}"
        with Line(office.port) as line, shape.come(line) as client:
            yield from type_person(client, "")
            vars(line).update(bad)
            for letter in family + TAB:
                client.send(letter)
                client.read(0.01)
            line.held = True
            client.send(given[:4])
            time.sleep(0.7)
            client.send(given[4:])
            line.held = False
            client.rest(0.8)
            if not client.press(SAVE, "Added"):
                yield f"{number}: nothing was added: {client.says()}"
            yield from leave(client)
        done = shape.ask("--json", "person", "list", "--search", family)
        if family not in done.stdout or given not in done.stdout:
            yield f"{number}: {done.stdout[:300]}{done.stderr}"


def a_long_paste(office):
    """a paste that is too long is answered with how much fits, and one that fits is taken"""
    shape = ByGateway(office, "longpaste")
    with Line(office.port, rate=100000, piece=900) as line, shape.come(line) as client:
        yield from begin(client, ("2", "Taken"), ("e", FORM))
        client.send(TAB * 7)  # from the start to the description
        client.rest()
        if not client.press("\x1b[200~" + "word " * 900 + "\x1b[201~", " letters, and "):
            yield f"nothing said how much fits: {client.says()}"
        client.press("\x1b[200~" + "Xenia " * 200 + "\x1b[201~", "Xenia")
        if not client.press(SAVE, "Saved"):
            yield f"it was not saved: {client.says()}"
        yield from leave(client)


def an_answer_that_is_late(office):
    """an Esc waits for an answer of the terminal no longer than the line has made probable"""
    shape = ByGateway(office, "late")
    with Line(office.port, delay=0.01) as line, shape.come(line) as client:
        yield from begin(client, ("5", "Family"))
        for presses in range(45):
            client.answers = presses < 30
            client.send(DOWN)
            until = time.monotonic() + 0.033
            while time.monotonic() < until:
                client.read(until - time.monotonic())
        client.rest(0.15)
        if client.asked == 0:
            yield "the terminal was not asked"
        client.send("n")
        client.wait_for(FORM)
        client.forget()
        since = time.monotonic()
        client.send(ESC)
        client.wait_for("Family", "Age", "e-mail", "Nothing", "\x1b", seconds=5)
        took = time.monotonic() - since
        if took > 0.6:
            yield f"Esc took {took:.2f} s"
        yield from leave(client)


# ---- lines that end ----

def drop_in_silence(shape):
    """what is wrong when a line of theirs is lost in silence"""
    with Line(shape.office.port) as line, shape.come(line) as client:
        yield from type_person(client, "Quillfeather")
        time.sleep(2)  # a draft is kept two seconds after the last key
        line.held = True
        since = time.monotonic()
        found = sessions(shape)
        if len(found) != 1 or found[0]["from"] != "127.0.0.1" or not found[0]["screens"]:
            yield f"who shows {found}"
        before = time.monotonic()
        yield from expect(shape.ask("person", "add", "--family", f"By-{shape.login}",
                                    "--given", "Colleague"), 0)
        if time.monotonic() - before > 3:
            yield f"the colleague waited {time.monotonic() - before:.1f} s"
        if not forgotten(shape, GONE):
            yield f"the session lives on after {GONE} s"
        if time.monotonic() - since < 1:
            yield "it was not the silence that ended it"
    yield from offered(shape, "Quillfeather")


def dropped_in_silence(office):
    """a line that is lost in silence: the draft is kept, nobody waits, and it is forgotten"""
    yield from drop_in_silence(ByGateway(office, "silent"))


def dropped_in_silence_by_account(office):
    """the same of a person with an account of their own"""
    yield from drop_in_silence(ByAccount(office))


def killed(office):
    """a client that is killed is gone at once, and who comes again is offered the form"""
    shape = ByGateway(office, "killed")
    with shape.come() as client:
        yield from type_person(client, "Umberto")
        client.kill()
        if not forgotten(shape, 2):
            yield "the session lives on"
    yield from offered(shape, "Umberto")


def broken_off(office):
    """a connection that breaks off is gone at once, and who comes again goes on and saves"""
    shape = ByGateway(office, "broken")
    with Line(office.port) as line:
        with shape.come(line) as client:
            yield from type_person(client, "Quastel")
            line.drop()
            if client.end(5) != 255:
                yield "ssh does not say that the line broke"
        if not forgotten(shape, 2):
            yield "the session lives on"
        with shape.come(line) as client:
            client.wait_for("still here")
            client.press(ENTER, FORM, "Quastel")
            client.send(TAB, "Ida")
            client.rest()
            if not client.press(SAVE, "Added"):
                yield f"it was not added: {client.says()}"
            yield from leave(client)
    if acts(shape) != ["person.add"]:
        yield f"the journal has {acts(shape)}"


def two_windows(office):
    """two windows whose lines drop leave two drafts"""
    shape = ByGateway(office, "windows")
    with Line(office.port) as line:
        with shape.come(line) as one, shape.come(line) as other:
            yield from type_person(one, "Eins")
            yield from type_person(other, "Zwei")
            line.drop()
            one.end(5)
            other.end(5)
        forgotten(shape, 2)
    with shape.come() as client:
        for number in range(2):
            if not client.wait_for("Eins", "Zwei"):
                yield f"draft {number + 1} is not offered: {client.says()}"
            client.rest()
            client.forget()
            client.send("3")
        client.wait_for("F10")
        client.rest()
        if b"still here" in client.seen:
            yield f"there is another one: {client.says()}"
        yield from leave(client)


def taken_over(office):
    """a session that hangs is ended by its person, who saves, and nothing comes back"""
    shape = ByGateway(office, "takeover")
    with Line(office.port) as line, shape.come(line) as old:
        yield from type_person(old, "Ohnesorg")
        time.sleep(2)
        line.held = True
        found = sessions(shape)
        number = found[0]["session"] if found else 0
        yield from expect(office.ssh(shape.key, "who", "--end", str(number)), 0, "has ended")
        if not forgotten(shape, 2):
            yield "it was not ended"
        with shape.come() as client:
            client.wait_for("still here")
            client.press(ENTER, FORM, "Ohnesorg")
            client.send(TAB, "Ida")
            client.rest()
            if not client.press(SAVE, "Added"):
                yield f"it was not added: {client.says()}"
            yield from leave(client)
        line.held = False
        old.end(5)
    with shape.come() as client:
        client.wait_for("F10")
        client.rest(0.4)
        if b"still here" in client.seen:
            yield "the draft came back"
        yield from leave(client)


TESTS = (pasted_letters, keys_that_come_together, half_a_sequence, letters_in_pieces,
         a_long_paste, an_answer_that_is_late, dropped_in_silence,
         dropped_in_silence_by_account, killed, broken_off, two_windows, taken_over)

if __name__ == "__main__":
    sys.exit(run(TESTS, prepare, together=True))
