#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ssh_speed - what atelier adds to ssh: keys, memory and logins, beside cat by the same way

    ssh_speed.py PROGRAM DATABASE

Prints one line a figure for make bench, its columns parted by tabs: what, figure, floor, goal,
and whether it is met.  Nothing at all where there is no sshd, or who asks is not root.
"""
import glob
import os
import pwd
import shutil
import signal
import statistics
import sys
import time

from bad_line import MODEM, Line
from client import DOWN, Client
from office import Office, is_possible

COLLEAGUES = 20
KEYS = 60
LOGINS = 9
REPEAT = 1 / 30  # of a keyboard
UP = "\x1bOA"
FAR = 0.075  # seconds each way


def say(what, figure, floor, goal, met):
    print("\t".join((what, figure, floor, goal, "met" if met else "missed")), flush=True)


def press_often(client, keys):
    """the median of the seconds from a key to what answers it"""
    times = []
    for number in range(KEYS):
        client.rest(0.06)
        client.forget()
        since = time.monotonic()
        client.send(keys[number % len(keys)])
        if not client.read(2):
            raise ValueError("no answer came")
        times.append(time.monotonic() - since)
    return statistics.median(times)


def cat(office, port=None):
    """what answers with what it gets, by the account of a person"""
    client = Client(office, "own_key", "stty raw -echo; echo ready; exec cat",
                    account=office.person, port=port)
    client.wait_for("ready")
    return client


def screens(office, port=None):
    """the list of the people who come to a meeting"""
    client = Client(office, "claire", port=port)
    client.wait_for("F10")
    client.send("2")
    client.rest(0.5)
    return client


def compare_keys(office):
    for what, line in (("key to screen, ssh, 20 people in", None),
                       ("the same at 150 ms there and back", Line(office.port, delay=FAR))):
        port = line.port if line else None
        with cat(office, port) as floor, screens(office, port) as ours:
            least, took = press_often(floor, "x") * 1e3, press_often(ours, (DOWN, UP)) * 1e3
        most = 2 * FAR * 1e3 + 10 if line else least + 3
        say(what, f"{took:.1f} ms", f"cat {least:.1f} ms",
            "<= 160 ms" if line else "<= cat + 3 ms", took <= most)
        if line:
            line.close()


def hold(client):
    """seconds from the release of a key, when the next press would have come, to the end"""
    client.rest(0.5)
    pressed = time.monotonic()
    last = pressed
    for number in range(KEYS):
        until = pressed + number * REPEAT
        while time.monotonic() < until:
            if client.read(until - time.monotonic()):
                last = time.monotonic()
        client.send(DOWN)
    released = pressed + KEYS * REPEAT
    while client.read(0.6):
        last = time.monotonic()
    return max(0.0, last - released)


def hold_keys(office):
    for what, most, bad in (("key held, ssh at 56k: at rest after release", 150, {"rate": MODEM}),
                            ("the same at 150 ms there and back", 170, {"delay": FAR})):
        with Line(office.port) as line, screens(office, line.port) as client:
            vars(line).update(bad)
            times = [hold(client) * 1e3]
            for _ in range(2):
                client.send("\x1bOH")
                client.rest(0.6)
                times.append(hold(client) * 1e3)
            took = statistics.median(times)
            say(what, f"{took:.0f} ms", "", f"<= {most} ms", took <= most)


def memory_of_sessions(office):
    """KiB of each process of ours, its share of what is shared"""
    sizes = []
    for link in glob.glob("/proc/[0-9]*/exe"):
        try:
            if os.readlink(link) != office.program:
                continue
            with open(os.path.dirname(link) + "/smaps_rollup", encoding="ascii") as file:
                sizes += [int(line.split()[1]) for line in file if line.startswith("Pss:")]
        except OSError:
            continue
    return sizes


def compare_logins(office):
    """to the first byte of a screen, beside the first byte of anything"""
    ours, least = [], []
    for _ in range(LOGINS):
        for times, key, request, account in ((least, "own_key", ("echo ready",), office.person),
                                             (ours, "claire", (), None)):
            since = time.monotonic()
            with Client(office, key, *request, account=account) as client:
                client.read(5)
                times.append((time.monotonic() - since) * 1e3)
    took, floor = statistics.median(ours), statistics.median(least)
    say("login by the gateway to the first screen", f"{took:.1f} ms", f"ssh {floor:.1f} ms",
        "<= ssh + 15 ms", took <= floor + 15)


def take_database(office, database):
    """the office works on a copy of that one"""
    shutil.copy(database, office.database)
    at = pwd.getpwnam(office.account)
    for name in os.listdir(office.path("data")):
        os.chown(office.path("data/" + name), at.pw_uid, at.pw_gid)
    office.atelier("--database", office.database, "settings", "set", "--sessions-each", "0")
    for key, login in (("claire", "c.lenoir"), ("binta", "b.tamba")):
        office.atelier("--database", office.database, "staff", "add", "--login", login, "--role",
                       "organiser")
        done = office.gateway("keys", "add", login, input=office.public(key))
        if done.returncode != 0:
            raise ValueError(done.stderr)


def measure(office):
    compare_logins(office)
    colleagues = [Client(office, "binta") for _ in range(COLLEAGUES)]
    try:
        for client in colleagues:
            if not client.wait_for("F10"):
                raise ValueError(f"a colleague has no screen: {client.says()}")
            client.send("2")
            client.rest(0.1)
        sizes = memory_of_sessions(office)
        share = statistics.mean(sizes) / 1024
        say("proportional memory a session, 20 people in", f"{share:.1f} MiB", "", "<= 5 MiB",
            len(sizes) >= COLLEAGUES and share <= 5)
        compare_keys(office)
        hold_keys(office)
    finally:
        for client in colleagues:
            client.kill()
            os.close(client.file)


def main():
    if not is_possible():
        return
    for name in [name for name in os.environ if name.startswith(("ATELIER_", "SSH_"))]:
        del os.environ[name]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    office = Office(sys.argv[1])
    try:
        office.open()
        office.configure(before="MaxStartups 100\nAcceptEnv LANG LC_*")
        office.restart()
        take_database(office, sys.argv[2])
        measure(office)
    finally:
        office.close()


if __name__ == "__main__":
    main()
