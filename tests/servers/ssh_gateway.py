#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ssh_gateway - a real sshd on loopback, real clients, and one account that is atelier alone

    ssh_gateway.py PROGRAM

Makes two accounts, keys and a configuration of its own, and takes all of it away again; needs
root, sshd and ssh.  Answers in TAP.
"""
import json
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import time

from office import PATIENCE, Screens, expect, run

SENTENCE = "Through this gateway ssh opens the screens"


# ---- what works ----

def the_account_of_a_person(office):
    """an account a person: the shape that needs no gateway"""
    os.chmod(office.path("data"), 0o755)
    os.chmod(office.database, 0o644)
    done = office.ssh("own_key", office.program, "--database", office.database, "--version",
                      account=office.person)
    yield from expect(done, 0, "atelier ", "")
    os.chmod(office.path("data"), 0o700)


def lists_come_to_the_caller(office):
    """lists and calendars come to the caller's standard output, and nothing else does"""
    yield from expect(office.ssh("claire", "meeting", "list", "--limit", "1"), 0, "NUM", "")
    yield from expect(office.ssh("claire", "atelier", "meeting", "list", "--limit", "1"), 0, "NUM")
    yield from expect(office.ssh("claire", "registration", "list", "1", "--csv"), 0, ";", "")
    yield from expect(office.ssh("claire", "attendance", "list", "1", "--csv"), 0, ";")
    done = office.ssh("claire", "calendar", "export", "--meeting", "1", "--output", "-")
    yield from expect(done, 0, "END:VCALENDAR\n")
    if not done.stdout.startswith("BEGIN:VCALENDAR"):
        yield "the calendar does not begin at once"
    done = office.ssh("claire", "--json", "group", "list")
    yield from expect(done, 0, '"code": "NUM"', "")
    json.loads(done.stdout)
    yield from expect(office.ssh("claire", "person list --search 'de la'"), 0, "de la")


def statuses_are_those_of_the_command(office):
    """statuses are those of the command line"""
    yield from expect(office.ssh("claire", "registration", "list", "99999"), 3)
    yield from expect(office.ssh("claire", "meeting", "list", "--limit", "x"), 2)
    yield from expect(office.ssh("claire", "meeting", "list", "one", "more"), 2)
    yield from expect(office.ssh("claire", "undo"), 1, "", SENTENCE)


def imports_read_a_pipe(office):
    """imports read a pipe, and the journal names the person and the gateway"""
    people = "Family name,Given name,E-mail\nWeiß,Anna,anna@example.org\n"
    done = office.ssh("claire", "person", "import", "-", "--group", "NUM", input=people)
    yield from expect(done, 0, "Added: 1")
    done = office.atelier("--database", office.database, "--json", "journal", "list",
                          "--limit", "1")
    entry = json.loads(done.stdout)[0]
    if (entry["staff"], entry["act"], entry["by_gateway"]) != ("c.lenoir", "person.import", True):
        yield f"the journal has {entry}"
    done = office.ssh("claire", "person", "import", "-", "--dry-run",
                      input="Family name,Given name,E-mail\nBraun,Bob,bob.braun.example.org\n")
    yield from expect(done, 1, "1 refused")
    calendar = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//EN\r\nBEGIN:VEVENT\r\n"
                "UID:1@example.org\r\nDTSTAMP:20300101T000000Z\r\nSUMMARY:A day\r\n"
                "DTSTART;TZID=Europe/Paris:20300311T090000\r\nDTEND;TZID=Europe/Paris:20300311T110000\r\nEND:VEVENT\r\n"
                "END:VCALENDAR\r\n")
    done = office.ssh("claire", "calendar", "import", "-", "--group", "NUM", "--dry-run",
                      "--until", "2031-01-01", input=calendar)
    yield from expect(done, 0, "A day")
    yield from expect(office.ssh("claire", "person", "import", "-"), 2, "", "standard input")


def a_list_that_breaks_off(office):
    """a list whose sender is gone before its end is not written"""
    sent = subprocess.Popen(  # pylint: disable=consider-using-with # it is killed
        ["ssh", "-p", str(office.port), *office.words("claire"), "--", "person", "import", "-",
         "--map", "1=family,2=given"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    sent.stdin.write(b"Nom;Pr\xc3\xa9nom\nBriseligne;Ada\nBriseli")
    sent.stdin.flush()
    time.sleep(2)
    sent.kill()
    sent.wait(PATIENCE)
    time.sleep(2)
    found = office.ssh("claire", "person", "list", "--search", "Briseli")
    if "Briseli" in found.stdout:
        yield f"it was written: {found.stdout}"


def the_screens_open(office):
    """the screens open by themselves, and Ctrl-Q leaves with 0"""
    for request in ((), ("atelier",), ("atelier", "--plain")):
        screens = Screens(office, "claire", *request)
        if not screens.wait_for("Next meetings"):
            yield f"{request}: no screen came: {screens.seen[-300:]}"
        screens.send("\x11")
        status = screens.end()
        if status != 0:
            yield f"{request}: Ctrl-Q left with {status}"
    yield from expect(office.ssh("claire", options=["-T"]), 2, "", "ssh -t HOST")


# ---- what a second person tries ----

def words_that_widen(office):
    """no word of the request makes it wider"""
    for request, err in (
            ("meeting list --as root", "--as does not count"),
            ("meeting list --as=c.lenoir", "--as does not count"),
            ("--as c.lenoir meeting list", SENTENCE),
            (f"meeting list --database {office.database}", "--database does not count"),
            ("meeting list --database=/etc/passwd", "--database does not count"),
            ("--database /x", SENTENCE),
            ("--confined=/tmp meeting list", SENTENCE),
            ("meeting list --confined", "--confined"),
            ("--staff root meeting list", SENTENCE),
            ("gateway --staff root", SENTENCE),
            ("atelier gateway --staff root", SENTENCE),
            ("gateway keys list", SENTENCE),
            ("staff add --login eve --role administrator", SENTENCE),
            ("staff list", SENTENCE),
            ("settings show", SENTENCE),
            ("init", SENTENCE), ("demo", SENTENCE), ("check", SENTENCE), ("docs keys", SENTENCE),
            ("backup -", SENTENCE), ("restore -", SENTENCE), ("undo", SENTENCE),
            ("help", SENTENCE), ("--help", SENTENCE)):
        done = office.ssh("binta", request)
        if done.returncode not in (1, 2) or done.stdout:
            yield f"{request}: {done.returncode}, {done.stdout[:100]}"
        yield from (f"{request}: {wrong}" for wrong in expect(done, done.returncode, "", err))


def files_of_the_computer(office):
    """no file of the computer is read or written"""
    for request in ("person import /etc/passwd", "calendar import /etc/passwd --group NUM",
                    "meeting list --output /tmp/x.csv", "meeting list --output x.csv",
                    "meeting list --output ../x.csv --output -x.csv",
                    "calendar export --all --output .", "person import - --refused left.csv",
                    "registration list 1 --output - --output y.csv"):
        done = office.ssh("binta", request)
        yield from (f"{request}: {wrong}" for wrong in
                    expect(done, 1, "", "No file of this computer"))


def shells(office):
    """no shell, whatever is asked for"""
    mark = office.path("home/mark")
    for request in ("sh", "bash -i", "/bin/sh -c id", f"; touch {mark}", f"$(touch {mark})",
                    f"`touch {mark}`", f"meeting list; touch {mark}",
                    f"meeting list && touch {mark}", f"meeting list > {mark}",
                    f"meeting list | tee {mark}", f"meeting list\ntouch {mark}",
                    f"meeting list --search $(touch {mark})", "exec sh", "-c id",
                    "env", "meeting list 'x", "meeting list \\", "x" * 9000):
        done = office.ssh("binta", request)
        if done.returncode not in (1, 2) or "uid=" in done.stdout + done.stderr:
            yield f"{request[:60]}: {done.returncode}, {done.stdout[:100]}"
    done = office.ssh("binta", input=f"touch {mark}\nid\n")
    yield from expect(done, 2, "", "need a terminal")
    if os.path.exists(mark) or os.path.exists("/tmp/x.csv"):
        yield "a shell ran"


def copying_programs(office):
    """scp, sftp and rsync get a sentence and take nothing"""
    target = f"{office.account}@127.0.0.1"
    options = office.words("binta")[:-1]
    port = str(office.port)
    here = office.path("binta.pub")
    for words in (["scp", "-O", "-P", port, *options, here, f"{target}:x"],
                  ["scp", "-O", "-P", port, *options, f"{target}:/etc/passwd", office.path("got")],
                  ["scp", "-P", port, *options, f"{target}:/etc/passwd", office.path("got")],
                  ["sftp", "-P", port, *options, target]):
        done = office.run(*words)
        if done.returncode == 0:
            yield f"{words[:2]} ended with 0"
        # sshd drops what a subsystem says on standard error; scp -O asks for a command.
        if words[1] == "-O" and SENTENCE not in done.stderr:
            yield f"{words[0]}: no sentence: {done.stderr[:200]}"
    done = office.ssh("binta", "rsync", "--server", "--sender", ".", "/etc/passwd")
    yield from expect(done, 1, "", SENTENCE)
    yield from expect(office.ssh("binta", "sftp", options=["-s"]), 1, "")
    if os.path.exists(office.path("got")) or os.path.exists(office.path("home/x")):
        yield "a file was copied"


def sent_environments(office):
    """no variable that is sent changes who, where or what"""
    fake = office.path("fake")
    os.mkdir(fake)
    os.chmod(fake, 0o777)
    with open(os.path.join(fake, "atelier-workbook"), "w", encoding="ascii") as file:
        file.write(f"#!/bin/sh\ntouch {fake}/mark\n")
    os.chmod(file.name, 0o755)
    names = {"ATELIER_DATABASE": "/nowhere", "ATELIER_NOW": "2001-01-01T00:00:00Z",
             "ATELIER_LIBEXECDIR": fake, "ATELIER_LOCALEDIR": "/tmp", "TERMINFO": "/tmp",
             "LD_PRELOAD": "/tmp/x.so", "LANGUAGE": "/tmp", "HOME": "/tmp", "TMPDIR": "/nowhere",
             "SSH_ORIGINAL_COMMAND": "undo", "LC_ALL": "../../../../tmp/x",
             "LC_MESSAGES": "/tmp/x", "LANG": "../x", "TZ": "/etc/passwd"}
    options = ["-o", "SetEnv " + " ".join(f"{name}={value}" for name, value in names.items())]
    done = office.ssh("binta", "meeting", "list", "--limit", "1", options=options)
    yield from expect(done, 0, "NUM", "")
    # Were sshd to take them all, it would make no difference.
    office.configure(instead=("AcceptEnv LANG LC_*", "AcceptEnv *"))
    os.kill(office.server.pid, signal.SIGHUP)
    time.sleep(0.5)
    del names["LD_PRELOAD"]  # what sshd hands to the loader is beyond any program
    options = ["-o", "SetEnv " + " ".join(f"{name}={value}" for name, value in names.items())]
    for _ in range(20):
        done = office.ssh("binta", "meeting", "list", "--limit", "1", options=options)
        if done.returncode != 255:
            break
        time.sleep(0.2)
    yield from expect(done, 0, "NUM", "")
    office.ssh("binta", "meeting", "list", "--format", "xlsx", "--output", "-",
               options=["-o", f"SetEnv ATELIER_LIBEXECDIR={fake}"], text=False)
    if os.path.exists(os.path.join(fake, "mark")):
        yield "a program of somebody else was started"
    office.configure()
    os.kill(office.server.pid, signal.SIGHUP)
    time.sleep(0.5)


def files_of_the_screens(office):
    """the screens know one folder of files, and no way to put the program aside"""
    screens = Screens(office, "claire")
    screens.wait_for("F10")
    screens.send("\x1a5")
    if not screens.wait_for("Family"):
        yield f"Ctrl-Z stopped the screens: {screens.seen[-200:]}"
    for name in ("/etc/passwd", "../a.db"):
        screens.send("i")
        screens.wait_for("File")
        screens.send(f"\x15{name}\r")
        if not screens.wait_for("your own folder"):
            yield f"{name} was not refused: {screens.seen[-400:]}"
        screens.send("\x1b")
        time.sleep(0.3)
        screens.send("\x1b")
        time.sleep(0.3)
        screens.seen = b""
    screens.send("\x11")
    if screens.end() != 0:
        yield "Ctrl-Q did not leave"
    own = os.stat(office.path("data/files/c.lenoir"))
    if own.st_mode & 0o777 != 0o700:
        yield f"the folder is open to others: {own.st_mode:o}"


def strange_terminals(office):
    """a terminal that names a file is none"""
    for name in ("/tmp/x", "../x", "x" * 200, "a\x1b[31mb"):
        screens = Screens(office, "binta", environment={"TERM": name})
        status = screens.end()
        if status in (0, None, 255):
            yield f"{name!r} ended with {status}: {screens.seen[-200:]}"
        if b"/tmp/x" in screens.seen or b"\x1b[31m" in screens.seen:
            yield f"{name!r} came back: {screens.seen[-200:]}"
    screens = Screens(office, "binta", "backup", "x", environment={"TERM": "xterm"})
    if screens.end() != 1 or SENTENCE.encode() not in screens.seen:
        yield f"-t with another request: {screens.seen[-200:]}"


def terminals_that_nobody_knows(office):
    """an unknown terminal opens the screens, with a line that says what it is taken for"""
    for name, like in (("foot", "xterm-256color"), ("xterm-kitty", "xterm-256color"),
                       ("wezterm", "xterm-256color"), ("ghostty", "xterm-256color"),
                       ("nobodys-own", "vt100"), ("", "vt100"), ("alacritty", None),
                       ("tmux-256color", None), ("screen", None), ("putty", None),
                       ("linux", None)):
        screens = Screens(office, "claire", environment={"TERM": name})
        if not screens.wait_for("F10"):
            yield f"{name!r}: no screen came: {screens.seen[-300:]}"
        if like and not screens.wait_for(f"taken for {like}.", 5):
            yield f"{name!r} is not taken for {like}: {screens.seen[-300:]}"
        screens.send("\x11")
        if screens.end() != 0:
            yield f"{name!r}: Ctrl-Q did not leave"
    screens = Screens(office, "claire", environment={"TERM": "dumb"})
    if screens.end() != 5 or "“meeting list”".encode() not in screens.seen:
        yield f"dumb: {screens.seen[-200:]}"


def lines_without_a_locale(office):
    """letters with accents come, whatever locale is sent and whether it is there or not"""
    for sent in ("", "LANG=C", "LANG=POSIX", "LC_ALL=C", "LANG=fr_FR.UTF-8", "LC_CTYPE=UTF-8",
                 "LANG=xx_XX", "LANG=../x"):
        screens = Screens(office, "claire", options=["-o", f"SetEnv {sent}"] if sent else [])
        screens.wait_for("F10")
        screens.send("4")
        if not screens.wait_for("européens"):
            yield f"{sent}: {screens.seen[-400:]}"
        screens.send("\x11")
        if screens.end() != 0:
            yield f"{sent}: Ctrl-Q did not leave"


def ways_on(office):
    """no connection goes on from here"""
    done = office.ssh("binta", options=["-W", f"127.0.0.1:{office.port}"])
    if done.returncode == 0 or "SSH-2.0" in done.stdout:
        yield "-W reached a port"
    for option in (["-R", "0:127.0.0.1:9"], ["-L", "0:127.0.0.1:9"], ["-w", "any"]):
        done = office.ssh("binta", "meeting", "list", "--limit", "1",
                          options=["-o", "ExitOnForwardFailure=yes", *option])
        if option[0] == "-R" and done.returncode == 0:
            yield f"{option} was granted"
    done = office.ssh("binta", "meeting", "list", "--limit", "1", options=["-A", "-X"])
    yield from expect(done, 0, "NUM")


def other_identities(office):
    """who has no key, another account or a login that is no staff does not come in"""
    yield from expect(office.ssh("stranger", "meeting", "list"), 255)
    yield from expect(office.ssh("own_key", "meeting", "list"), 255)
    line = (f'restrict,pty,command="{office.program} gateway --staff nobody.known --database '
            f'{office.database}" {office.public("stranger")}')
    with open(office.keys, "a", encoding="utf-8") as file:
        file.write(line)
    yield from expect(office.ssh("stranger", "meeting", "list"), 1, "", "is not staff")
    screens = Screens(office, "stranger")
    if screens.end() != 1 or b"Next meetings" in screens.seen:
        yield f"somebody who is not staff sees {screens.seen[-200:]}"
    with open(office.keys, encoding="utf-8") as file:
        kept = file.read().replace(line, "")
    with open(office.keys, "w", encoding="utf-8") as file:
        file.write(kept)


# ---- the keys, and what is installed ----

def keys_are_taken_strictly(office):
    """only root adds keys, only whole and plain ones, and each is somebody's alone"""
    yield from expect(office.gateway("keys", "add", "b.tamba", input=office.public("claire")), 1,
                      "", "of c.lenoir already")
    yield from expect(office.gateway("keys", "add", "nobody.known",
                                     input=office.public("stranger")), 1, "", "is not staff")
    for text in (f'command="sh" {office.public("stranger")}',
                 f'cert-authority {office.public("stranger")}',
                 office.public("stranger") + office.public("own_key"), "", "ssh-ed25519 AAAA\n"):
        yield from expect(office.gateway("keys", "add", "b.tamba", input=text), 2, "")
    done = office.run("setpriv", "--reuid", office.account, "--clear-groups", office.program,
                      "gateway", "keys", "add", "b.tamba", "--keys", office.keys,
                      input=office.public("stranger"))
    yield from expect(done, 1, "", "root alone")
    done = office.run("ssh-keygen", "-lf", office.keys)
    yield from expect(done, 0, "c.lenoir (ED25519)")
    if os.stat(office.keys).st_mode & 0o7777 != 0o644 or os.stat(office.keys).st_uid != 0:
        yield "the file does not belong to root alone"
    with open(office.keys, encoding="utf-8") as file:
        if not re.fullmatch(r'(restrict,pty,command="\S+ gateway --staff (\S+) --database \S+" '
                            r'ssh-ed25519 \S+ \2\n){2}', file.read()):
            yield "the lines are not as they should be"


def keys_go_where_root_alone_writes(office):
    """the file of the keys is no link, and stands where root alone may write"""
    os.symlink(office.path("elsewhere"), office.path("etc/link"))
    os.mkdir(office.path("open"))
    os.chmod(office.path("open"), 0o777)
    os.symlink(office.path("etc"), office.path("way"))
    for path in ("etc/link", "open/keys", "way/keys"):
        done = office.atelier("--database", office.database, "gateway", "keys", "add", "b.tamba",
                              "--keys", office.path(path), input=office.public("stranger"))
        if done.returncode == 0:
            yield f"{path} was written"
    if os.path.exists(office.path("elsewhere")) or os.listdir(office.path("open")):
        yield "something was written"
    done = office.atelier("--database", office.database, "gateway", "keys", "add", "b.tamba",
                          "--keys", "/tmp/keys", input=office.public("stranger"))
    yield from expect(done, 1, "", "/tmp")
    os.unlink(office.path("etc/link"))


def what_is_installed_is_checked(office):
    """what is installed is compared with what is needed, and each difference is named"""
    yield from expect(office.check(), 0, "All matches", "")

    def differs(name, text):
        done = office.check()
        yield from (f"{name}: {wrong}" for wrong in expect(done, 1, text))

    with open(office.keys, encoding="utf-8") as file:
        good = file.read()
    for name, text, said in (
            ("no restrict", good.replace("restrict,", "", 1), "lacks “restrict”"),
            ("a foreign line", good + office.public("stranger"), "line 3"),
            ("another program", good.replace(office.program, office.path("home/x"), 1), "home/x"),
            ("another option", good.replace("pty,", "pty,agent-forwarding,", 1), "did not write"),
            ("nobody", good.replace("c.lenoir", "nobody.known"), "is not staff")):
        with open(office.keys, "w", encoding="utf-8") as file:
            file.write(text)
        yield from differs(name, said)
    with open(office.keys, "w", encoding="utf-8") as file:
        file.write(good)
    os.chmod(office.keys, 0o666)
    yield from differs("a writable file", "Others than root may write")
    os.chmod(office.keys, 0o644)
    os.chown(office.path("home"), pwd.getpwnam(office.account).pw_uid, -1)
    yield from differs("a writable home", "home of")
    os.chown(office.path("home"), 0, -1)
    subprocess.run(["usermod", "--shell", "/bin/bash", office.account], check=True)
    yield from differs("bash", "/bin/bash is the login shell")
    subprocess.run(["usermod", "--shell", "/bin/sh", office.account], check=True)
    os.chmod(office.path("data"), 0o755)
    os.chown(office.path("data"), 0, 0)
    yield from differs("a folder that the account may not write", "may not read and write")
    os.chown(office.path("data"), pwd.getpwnam(office.account).pw_uid, -1)
    os.chmod(office.path("data"), 0o700)
    os.chown(office.path("data/files"), 0, -1)
    yield from differs("files that the account may not write", "may not write to")
    os.chown(office.path("data/files"), pwd.getpwnam(office.account).pw_uid, -1)
    for before, said in (("ForceCommand /bin/true", "ForceCommand"), ("StrictModes no", "Strict"),
                         ("PermitUserEnvironment yes", "PermitUserEnvironment")):
        office.configure(before=before)
        yield from differs(before, said)
    for instead, said in ((("LC_*", "LC_* X_*"), "X_*"), (("DisableForwarding yes", ""), "Disable"),
                          (("PasswordAuthentication no", "PasswordAuthentication yes"), "Password"),
                          ((office.keys, ".ssh/authorized_keys"), "AuthorizedKeysFile"),
                          (("Match User ", "Match User x"), "PermitUserRC")):
        office.configure(instead=instead)
        yield from differs(instead, said)
    office.configure()
    yield from expect(office.check(), 0, "All matches", "")


def files_of_who_is_taken_out(office):
    """the files of who is taken out are named, and root removes them"""
    office.atelier("--database", office.database, "staff", "add", "--login", "p.gone", "--role",
                   "reader")
    office.gateway("keys", "add", "p.gone", input=office.public("stranger"))
    yield from expect(office.ssh("stranger", "meeting", "list", "--limit", "1"), 0, "NUM")
    file = office.path("data/files/p.gone/people.csv")
    with open(file, "w", encoding="ascii") as left:
        left.write("Name\n")
    yield from expect(office.atelier("--database", office.database, "gateway", "files", "remove",
                                     "p.gone"), 1, "", "is staff")
    done = office.atelier("--database", office.database, "staff", "remove", "p.gone")
    yield from expect(done, 0, None, "gateway files remove p.gone")
    yield from expect(office.check(), 1, "1 file of p.gone")
    yield from expect(office.gateway("keys", "remove", "p.gone"), 0)
    done = office.atelier("--database", office.database, "gateway", "files")
    yield from expect(done, 0, "p.gone/people.csv  (not staff any more)")
    yield from expect(office.check(), 1, "1 file of p.gone")
    os.rename(office.database, office.path("away.db"))
    done = office.check()
    if "p.gone" in done.stdout + done.stderr:
        yield f"who is staff is not known without the database: {done.stdout}{done.stderr}"
    os.rename(office.path("away.db"), office.database)
    done = office.atelier("--database", office.database, "gateway", "files", "remove", "p.gone")
    yield from expect(done, 0, "1 file removed")
    if os.path.exists(os.path.dirname(file)):
        yield "the folder is still there"
    yield from expect(office.check(), 0, "All matches")
    # A folder that is no login's hides none of the others.
    os.mkdir(office.path("data/files/.odd"))
    os.makedirs(office.path("data/files/p.gone"))
    with open(office.path("data/files/p.gone/people.csv"), "w", encoding="ascii"):
        pass
    done = office.atelier("--database", office.database, "gateway", "files")
    yield from expect(done, 2, "p.gone/people.csv", "“.odd” cannot be")
    yield from expect(office.check(), 1, "“.odd” cannot be")
    shutil.rmtree(office.path("data/files/p.gone"))
    os.rmdir(office.path("data/files/.odd"))


def a_key_that_is_removed(office):
    """a key that is removed ends the person's sessions, and opens nothing more"""
    master = office.path("master")
    screens = Screens(office, "binta", options=["-M", "-S", master])
    other = Screens(office, "claire")
    idle = subprocess.Popen(  # pylint: disable=consider-using-with # it is ended from there
        ["ssh", "-N", "-p", str(office.port), *office.words("binta")], stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    time.sleep(2)
    if idle.poll() is not None:
        yield "no connection without a session came"
    if not screens.wait_for("F10") or not other.wait_for("F10"):
        yield "no screens came"
    yield from expect(office.gateway("keys", "remove", "b.tamba", "wrong"), 3)
    yield from expect(office.gateway("keys", "remove", "b.tamba", ""), 3)
    ends = [office.public("binta").split()[1][-1]]
    while len(ends) == len(set(ends)) and len(ends) < 70:
        office.make_key(f"more{len(ends)}")
        key = office.public(f"more{len(ends)}")
        office.gateway("keys", "add", "b.tamba", input=key)
        ends.append(key.split()[1][-1])
    yield from expect(office.gateway("keys", "remove", "b.tamba", ends[-1]), 2, "",
                      "2 keys of b.tamba end in")
    yield from expect(office.gateway("keys", "remove", "b.tamba", "--account", "nobody-such"), 3,
                      "", "There is no account nobody-such")
    done = office.gateway("keys", "remove", "b.tamba", "--account", office.account)
    yield from expect(done, 0, "1 open session ended")
    yield from expect(done, 0, "1 connection without a session ended")
    try:
        idle.wait(10)
    except subprocess.TimeoutExpired:
        yield "a connection without a session lives on"
        idle.kill()
        idle.wait(PATIENCE)
    if screens.end(10) is None:
        yield "the session lives on"
    yield from expect(office.ssh("binta", "meeting", "list", options=["-S", master]), 255)
    yield from expect(office.ssh("binta", "meeting", "list"), 255)
    if other.wait_for("\0", 0.5):
        yield "?"
    other.send("\x11")
    if other.end() != 0:
        yield "a colleague was put out too"
    yield from expect(office.gateway("keys", "list"), 0, "c.lenoir")
    yield from expect(office.gateway("keys", "add", "b.tamba", input=office.public("binta")), 0)
    yield from expect(office.ssh("binta", "meeting", "list", "--limit", "1"), 0, "NUM")


TESTS = (the_account_of_a_person, lists_come_to_the_caller, statuses_are_those_of_the_command,
         imports_read_a_pipe, a_list_that_breaks_off, the_screens_open, words_that_widen,
         files_of_the_computer, shells,
         copying_programs, sent_environments, files_of_the_screens, strange_terminals,
         terminals_that_nobody_knows, lines_without_a_locale, ways_on, other_identities,
         keys_are_taken_strictly, keys_go_where_root_alone_writes, what_is_installed_is_checked,
         files_of_who_is_taken_out, a_key_that_is_removed)

if __name__ == "__main__":
    sys.exit(run(TESTS))
