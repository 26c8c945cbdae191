#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ssh_session - what becomes of a session: its window, its language, its end, its terminal

    ssh_session.py PROGRAM

A real client on a terminal of its own, through a line that can be held.  All tests at once,
each with a login of its own.  Answers in TAP.
"""
import contextlib
import fcntl
import os
import shutil
import signal
import struct
import sys
import termios
import time

from bad_line import Line
from client import DOWN, ENTER, ESC, LEAVE, SAVE, TAB, Client
from office import expect, run
from ssh_bad_lines import (FORM, LOCK, ByGateway, acts, begin, forgotten, leave, offered, prepare,
                           sessions, type_person)

CATALOGUES = os.environ.get("ATELIER_LOCALEDIR")
EACH_USUAL = 20  # sessions of one person, where the settings say nothing
IDLE = 3 * 60  # seconds after which a session may be another window's to take over


def size(client, rows, columns):
    """the window of the client gets another size, as a terminal tells its programs"""
    fcntl.ioctl(client.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    os.kill(client.process.pid, signal.SIGWINCH)


def modes_left(seen):
    """the modes of a terminal that were set and not taken back, by their numbers"""
    left = set()
    for part in seen.split(b"\x1b[?")[1:]:
        numbers = part[:24].split(b"h")[0].split(b"l")[0]
        if not numbers.replace(b";", b"").isdigit():
            continue
        for number in numbers.split(b";"):
            if part[len(numbers):len(numbers) + 1] == b"h":
                left.add(int(number))
            else:
                left.discard(int(number))
    return left - {7, 25}  # lines that wrap, and a cursor that is seen, are as they should be


def is_cooked(client):
    """whether the client's terminal echoes and takes lines again"""
    local = termios.tcgetattr(client.file)[3]
    return bool(local & termios.ECHO and local & termios.ICANON)


class Whole:
    """all that came to a client, though it forgets"""

    def __init__(self, client):
        self.seen = b""
        self.client = client
        self.forget, client.forget = client.forget, self.keep

    def keep(self):
        self.seen += self.client.seen
        self.forget()

    def all(self):
        return self.seen + self.client.seen


def restored(client, whole):
    """what is wrong with a terminal after the client has ended"""
    seen = whole.all()
    if modes_left(seen):
        yield f"the modes {modes_left(seen)} are left: {seen[-200:]}"
    if seen.rfind(b"\x1b[?1049l") < seen.rfind(b"\x1b[?1049h"):
        yield "the screen is still the other one"
    if not is_cooked(client):
        yield "the terminal does not echo"


# ---- while it is open ----

def another_size(office):
    """a window that gets another size is filled anew, and one that is too small says so"""
    shape = ByGateway(office, "window")
    with shape.come() as client:
        yield from begin(client, ("2", "Taken"))
        client.rest()
        client.forget()
        size(client, 40, 140)
        if not client.wait_for("\x1b[40;", "\x1b[39;"):
            yield f"nothing stands in the last rows: {client.says()}"
        client.rest()
        client.forget()
        size(client, 10, 40)
        if not client.wait_for("Too small"):
            yield f"nothing says that it is too small: {client.says()}"
        client.rest()
        client.forget()
        size(client, 24, 80)
        if not client.wait_for("F10"):
            yield f"the screen did not come back: {client.says()}"
        client.rest()
        yield from leave(client)


def put_aside(office):
    """Ctrl-Z puts nothing aside, and the session goes on"""
    shape = ByGateway(office, "aside")
    with shape.come() as client:
        yield from begin(client, ("5", "Family"))
        client.press("\x1a", "undo", "Nothing")
        client.rest()
        if client.process.poll() is not None:
            yield "the client has ended"
        found = sessions(shape)
        if len(found) != 1:
            yield f"who shows {found}"
        else:
            pid = found[0]["process"].split(":")[0]
            with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
                state = file.read().rsplit(")", 1)[1].split()[0]
            if state == "T":
                yield "the program is stopped"
        if not client.press("4", "Code"):
            yield f"it does not go on: {client.says()}"
        yield from leave(client)
    if acts(shape):
        yield f"the journal has {acts(shape)}"


def a_language(office):
    """a language that is chosen is kept with the login, from wherever it comes next"""
    if not CATALOGUES:
        return
    shutil.copytree(CATALOGUES, office.path("po"))
    place = f"ATELIER_LOCALEDIR={office.path('po')}"

    def come():
        return Client(office, "own_key", "env", place, office.program, "--database",
                      office.shared, account=office.person)

    with come() as client:
        yield from begin(client)
        client.press(":", "What to do?")
        if not client.press("language", "Language of your screens"):
            yield f"no action is found: {client.says()}"
        client.rest()
        if not client.press(ENTER, "français"):
            yield f"no languages are offered: {client.says()}"
        client.rest()
        if not client.press("2", "Réunions"):
            yield f"the screens are not in French: {client.says()}"
        client.rest()
        yield from leave(client)
    with come() as client:
        if not client.wait_for("Réunions"):
            yield f"it was not kept: {client.says()}"
        client.rest()
        yield from leave(client)
    done = office.ssh("own_key", "env", place, office.program, "--database", office.shared,
                      "registration", "list", "99999", account=office.person)
    yield from expect(done, 3, "", "Aucune réunion")


TERMINALS = {"foot": "xterm-256color", "xterm-kitty": "xterm-256color", "putty": "putty",
             "linux": "linux", "tmux-256color": "tmux-256color", "screen": "screen",
             "vt220": "vt220"}


def words_of_a_terminal(office):
    """what is sent to a terminal stands in its description, but for what every one is asked"""
    shape = ByGateway(office, "words")
    here = os.path.dirname(os.path.abspath(__file__))
    for sent, taken in TERMINALS.items():
        with shape.come(terminal=sent) as client:
            whole = Whole(client)
            yield from begin(client, ("2", "Taken"), (DOWN, "\x1b"), ("n", FORM))
            for keys in ("x", ESC, "?", ESC, "5", "d", ESC, "4", ":", ESC):
                client.send(keys)
                client.rest(0.15)
            size(client, 40, 140)
            client.rest()
            yield from leave(client)
        done = office.run(sys.executable, "-B", os.path.join(here, "terminal_words.py"), taken,
                          input=whole.all(), text=False)
        if done.returncode != 0 or done.stdout:
            yield f"{sent}: {done.stdout.decode()[:300]}{done.stderr.decode()[-300:]}"


# ---- how it ends ----

CLOCK = """#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t clock, struct timespec *now)
{
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    int done = real(clock, now);
    if (clock == CLOCK_MONOTONIC && access(LATER, F_OK) == 0)
        now->tv_sec += 7260;
    return done;
}
"""


def with_a_clock(office, login):
    """makes the program of that key see two hours pass once the file `later` is there"""
    source = office.path("clock.c")
    with open(source, "w", encoding="ascii") as file:
        file.write(CLOCK)
    later = office.path("later")
    if not shutil.which("cc") or office.run(
            "cc", "-shared", "-fPIC", f'-DLATER="{later}"', "-o", office.path("clock.so"),
            source).returncode != 0:
        return False
    with LOCK:
        with open(office.keys, encoding="utf-8") as file:
            lines = file.read().splitlines(keepends=True)
        beside = office.keys + ".with-a-clock"  # others log in meanwhile: never a part of it
        with open(beside, "w", encoding="utf-8") as file:
            file.writelines(line.replace('command="', f'command="LD_PRELOAD={office.path("clock.so")} ')
                            if f"--staff {login} " in line else line for line in lines)
        os.replace(beside, office.keys)
    return True


def no_key_for_hours(office):
    """a session without a key ends after the hours of the settings: draft kept, all said"""
    shape = ByGateway(office, "sleeper")
    if not with_a_clock(office, "sleeper"):
        return  # without a compiler the hours cannot pass
    with shape.come() as client:
        whole = Whole(client)
        yield from type_person(client, "Dornröschen")
        time.sleep(2.2)
        yield from expect(shape.ask("settings", "set", "--idle-hours", "2"), 0)
        time.sleep(1.5)
        if client.process.poll() is not None:
            yield f"it ended before its time: {client.says()}"
        with open(office.path("later"), "w", encoding="ascii"):
            pass
        if client.end(6) is None:
            yield "the session lives on"
        if b"No key was pressed for 2 hours" not in whole.all():
            yield f"nothing says why: {client.says()}"
        yield from restored(client, whole)
    yield from offered(shape, "Dornröschen")


def killed_program(office):
    """a program that is killed leaves sshd's client with its own terminal, and no session"""
    shape = ByGateway(office, "slain")
    with shape.come() as client:
        yield from type_person(client, "Unstern")
        time.sleep(2.2)
        os.kill(int(sessions(shape)[0]["process"].split(":")[0]), signal.SIGKILL)
        if client.end(5) in (0, None):
            yield "the client does not say that it was killed"
        if not is_cooked(client):
            yield "the terminal does not echo"
        if not forgotten(shape, 2):
            yield "the session is still there"
    yield from offered(shape, "Unstern")


def told_to_end(office):
    """a program that is told to end restores the terminal of the person, and keeps the draft"""
    for number in (signal.SIGTERM, signal.SIGHUP):
        shape = ByGateway(office, f"told.{number.name.lower()}")
        with shape.come() as client:
            whole = Whole(client)
            yield from type_person(client, "Abendrot")
            os.kill(int(sessions(shape)[0]["process"].split(":")[0]), number)
            client.end(5)
            yield from restored(client, whole)
        yield from offered(shape, "Abendrot")


def silent_drop(office):
    """after a drop in silence ssh gives the terminal back, and what is left on, one knows"""
    shape = ByGateway(office, "hushed")
    with Line(office.port) as line, \
            shape.come(line, options=("-o", "ServerAliveInterval=1", "-o",
                                      "ServerAliveCountMax=2")) as client:
        whole = Whole(client)
        yield from type_person(client, "Nebel")
        time.sleep(2.2)
        line.held = True
        if client.end(10) != 255:
            yield "ssh does not say that the line broke"
        if not is_cooked(client):
            yield "the terminal does not echo"
        # What only the far end could take back: no mouse, or each move of it types letters.
        if modes_left(whole.all()) & {1000, 1002, 1003, 1006}:
            yield f"the mouse is left on: {modes_left(whole.all())}"
        forgotten(shape, 15)
    yield from offered(shape, "Nebel")


def from_another_window(office):
    """a draft of another window that has had no key is asked about, taken over, and saved"""
    shape = ByGateway(office, "elsewhere")
    with Line(office.port) as line, shape.come(line) as old:
        yield from type_person(old, "Ohnegleichen")
        time.sleep(2.2)
        page = sessions(shape)[0]
        line.held = True
        age(office, page, IDLE)
        with shape.come() as client:
            if not client.wait_for("Another session of yours is open"):
                yield f"nothing is asked: {client.says()}"
            client.rest()
            client.send("2")  # end it, and go on here
            if not client.wait_for(FORM, seconds=10):
                yield f"the form does not come: {client.says()}"
            if len(sessions(shape)) != 1:
                yield f"there are {sessions(shape)}"
            client.send(TAB, "Ida")
            client.rest()
            if not client.press(SAVE, "Added"):
                yield f"it was not added: {client.says()}"
            yield from leave(client)
        line.held = False
        old.end(5)
    if acts(shape) != ["person.add"]:
        yield f"the journal has {acts(shape)}"


def age(office, session, seconds):
    """makes the last key of a session older: its line in the book, which tests cannot wait for"""
    queue = office.database + ".queue"
    with open(queue, "r+b") as file:
        text = file.read()
        mark = session["process"].encode() + b"\t"
        at = text.index(mark)
        start = text.rindex(b"atelier\t", 0, at)
        line = text[start:text.index(b"\n", start)].split(b"\t")
        line[7] = str(int(line[7]) - seconds).encode()
        line = b"\t".join(line) + b"\n"
        assert len(line) == text.index(b"\n", start) + 1 - start
        file.seek(start)
        file.write(line)


def one_too_many(office):
    """who has as many open as allowed is told which, and ends one with what the sentence says"""
    shape = ByGateway(office, "many")
    with contextlib.ExitStack() as open_ones:
        clients = [open_ones.enter_context(shape.come()) for _ in range(EACH_USUAL)]
        for client in clients:
            yield from begin(client)
        number = sessions(shape)[0]["session"]
        with shape.come() as another:
            if not another.wait_for("may have no more"):
                yield f"one more came in: {another.says()}"
            if not another.wait_for("ssh HOST who --end NUMBER"):
                yield f"what to do is not said: {another.says()}"
            another.end(5)
        yield from expect(office.ssh(shape.key, "who", "--end", str(number)), 0, "has ended")
        with shape.come() as another:
            yield from begin(another)
            yield from leave(another)
        yield from expect(office.ssh(shape.key, "who", "--end", str(number)), 3, "",
                          "it has ended")
        for client in clients:
            client.send(LEAVE)
        for client in clients:
            client.end(5)


TESTS = (another_size, put_aside, a_language, no_key_for_hours, killed_program, told_to_end,
         silent_drop, from_another_window, one_too_many, words_of_a_terminal)

if __name__ == "__main__":
    sys.exit(run(TESTS, prepare, together=True))
