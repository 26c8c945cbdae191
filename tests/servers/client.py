# SPDX-License-Identifier: GPL-3.0-or-later
"""client - one person's ssh on a terminal of its own, which answers as terminals do"""
import fcntl
import os
import select
import struct
import subprocess
import termios
import time

PATIENCE = 6
QUESTION, ANSWER = b"\x1b[5n", b"\x1b[0n"
DOWN, ESC, TAB, ENTER, SAVE, LEAVE = "\x1bOB", "\x1b", "\t", "\r", "\x1b[12~", "\x11"


class Client:
    """ssh -t, through the line whose port it is given"""

    def __init__(self, office, key, *request, port=None, account=None, terminal="xterm-256color",
                 options=()):
        self.seen = b""
        self.answers = True
        self.asked = 0
        self.file, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = dict(os.environ, TERM=terminal, LANG="C.UTF-8")
        # pylint: disable=consider-using-with # it is ended in end() or kill()
        self.process = subprocess.Popen(
            ["ssh", "-p", str(port or office.port), "-tt", "-o", "SendEnv=LANG", *office.words(key, *options,
                                                                         account=account),
             *request], stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
            start_new_session=True)
        os.close(theirs)

    def read(self, seconds):
        """False when nothing came in the seconds, or nothing will any more"""
        if not select.select([self.file], [], [], max(0, seconds))[0]:
            return False
        try:
            part = os.read(self.file, 65536)
        except OSError:
            return False
        self.seen += part
        asked = self.seen.count(QUESTION)
        if self.answers and asked > self.asked:
            os.write(self.file, ANSWER * (asked - self.asked))
        self.asked = asked
        return bool(part)

    def wait_for(self, *texts, seconds=PATIENCE):
        """until one of the texts has come since forget()"""
        until = time.monotonic() + seconds
        while not any(text.encode() in self.seen for text in texts):
            left = until - time.monotonic()
            if left <= 0 or (not self.read(min(left, 0.2)) and self.process.poll() is not None):
                return any(text.encode() in self.seen for text in texts)
        return True

    def rest(self, quiet=0.2, seconds=PATIENCE):
        """until nothing has come for so long"""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.read(quiet):
            pass

    def forget(self):
        self.seen = b""
        self.asked = 0

    def send(self, *keys):
        os.write(self.file, "".join(keys).encode())

    def press(self, key, *texts, seconds=PATIENCE):
        """sends it, and waits for one of the texts"""
        self.forget()
        self.send(key)
        return self.wait_for(*texts, seconds=seconds)

    def says(self):
        """the end of what has come, for a complaint"""
        return repr(self.seen[-300:])

    def end(self, seconds=PATIENCE):
        """the status of ssh, or None where it had to be killed"""
        until = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < until:
            self.read(0.05)
        while self.read(0.05):  # what it said last
            pass
        return self.process.poll() if self.process.poll() is not None else self.kill()

    def kill(self):
        self.process.kill()
        self.process.wait(PATIENCE)
        return None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        os.close(self.file)
