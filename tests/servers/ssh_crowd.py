#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ssh_crowd - many people at work at once over ssh, by keys, and what is left of it

    ssh_crowd.py PROGRAM [USERS SECONDS]

Each registers somebody new, marks who is there and searches, again and again: six of them for
eight seconds, or as many as are asked for.  Answers in TAP.
"""
import concurrent.futures
import contextlib
import json
import random
import sqlite3
import sys
import time

from client import DOWN, ENTER, ESC, LEAVE, SAVE, TAB, Client
from office import expect, run

USERS, SECONDS = 6, 8
PATIENCE = 10  # seconds for one answer of the screen
LIST = "withdraw"  # among the keys of a list of who comes, when nothing lies over it


class User:
    """one person, and what the screens have told them is done"""

    def __init__(self, office, number):
        self.office, self.number = office, number
        self.login = f"user{number:02}"
        self.people = []  # whose registration was said to be written
        self.marked = 0
        self.searches = 0
        self.wrong = []
        self.slowest = 0.0

    def enter(self):
        """root lets them in: a key and a role"""
        self.office.make_key(self.login)
        for done in (self.office.atelier("--database", self.office.database, "staff", "add",
                                         "--login", self.login, "--role", "organiser"),
                     self.office.gateway("keys", "add", self.login,
                                         input=self.office.public(self.login))):
            assert done.returncode == 0, done.stderr

    def press(self, client, key, *texts):
        since = time.monotonic()
        if not client.press(key, *texts, seconds=PATIENCE):
            raise ValueError(f"{self.login}: {key!r}: none of {texts} came: {client.says()}")
        self.slowest = max(self.slowest, time.monotonic() - since)

    def register(self, client):
        """a new person, on the list of a meeting"""
        family = f"Q{self.number:02}x{len(self.people):03}"
        self.press(client, "n", "Add a new one")
        self.press(client, family, f"“{family}”")
        self.press(client, ENTER, "filled in")
        said = family + ", Given: "
        self.press(client, TAB + "Given" + SAVE, said)
        self.people.append(family)
        self.press(client, ESC, LIST)

    def search(self, client):
        """what was just typed is found among the others"""
        self.press(client, "/\x15" + self.people[-1], self.people[-1])
        self.press(client, ENTER, LIST)
        self.searches += 1

    def mark(self, client):
        """the one that was found is here, the day before as well"""
        marked = self.people[-1] + ", Given: present"
        self.press(client, "+", "choose", marked)
        if b"is only on" in client.seen:  # it is another day
            self.press(client, DOWN + ENTER, marked, "all the same")
        if b"all the same" in client.seen:  # who waits is left waiting
            self.press(client, ESC, "without a seat")
        self.marked += marked.encode() in client.seen

    def work(self, seconds):
        with Client(self.office, self.login) as client:
            try:
                if not client.wait_for("F10", seconds=PATIENCE):
                    raise ValueError(f"{self.login}: no screen came: {client.says()}")
                self.press(client, DOWN * (2 + self.number % 5) + ENTER, LIST)
                until = time.monotonic() + seconds
                while time.monotonic() < until:
                    for step in (self.register, self.search, self.mark):
                        step(client)
                        time.sleep(random.uniform(0.02, 0.2))
                client.send(LEAVE)
                if client.end() != 0:
                    self.wrong.append(f"{self.login}: Ctrl-Q did not leave")
            except (ValueError, OSError) as error:
                self.wrong.append(str(error))


def what_is_lost(office, users):
    """what the screens said was done, and is not in the database"""
    with contextlib.closing(sqlite3.connect(office.database)) as database:
        rows = database.execute("SELECT p.family, EXISTS (SELECT 1 FROM presence WHERE registration"
                                " = r.id) FROM person p JOIN registration r ON r.person = p.id"
                                " WHERE p.given = 'Given'").fetchall()
    there = {family for family, _ in rows}
    lost = [family for user in users for family in user.people if family not in there]
    if lost:
        yield f"{len(lost)} acknowledged registrations are lost: {lost[:10]}"
    marks = sum(marked for _, marked in rows)
    said = sum(user.marked for user in users)
    if marks < said:
        yield f"{said} marks were acknowledged, and {marks} are there"


def many_at_once(office):
    """many people at once: each acknowledged act is there, all is well, and nobody is left"""
    count, seconds = (int(word) for word in sys.argv[2:4] or (USERS, SECONDS))
    users = [User(office, number) for number in range(count)]
    for user in users:
        user.enter()
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        list(pool.map(lambda user: user.work(seconds), users))
    for user in users:
        yield from user.wrong
    yield from what_is_lost(office, users)
    yield from expect(office.atelier("--database", office.database, "check", "--thorough"), 0)
    time.sleep(0.3)
    done = office.atelier("--database", office.database, "--json", "who")
    if json.loads(done.stdout):
        yield f"somebody is left: {done.stdout}"
    acts = sum(len(user.people) for user in users)
    print(f"# {count} users, {seconds} s: {acts} registrations, {sum(u.marked for u in users)} "
          f"marks, {sum(u.searches for u in users)} searches; the slowest answer "
          f"{max(user.slowest for user in users) * 1000:.0f} ms")


TESTS = (many_at_once,)


def prepare(office):
    """so many may knock at once, and every meeting that comes has a seat for each"""
    office.configure(before="MaxStartups 100")
    office.restart()
    done = office.atelier("--database", office.database, "--json", "meeting", "list")
    for meeting in json.loads(done.stdout):
        if meeting["state"] in ("planned", "confirmed", "postponed"):
            office.atelier("--database", office.database, "meeting", "set", str(meeting["id"]),
                           "--seats", "9000")


if __name__ == "__main__":
    sys.exit(run(TESTS, prepare))
