# SPDX-License-Identifier: GPL-3.0-or-later
"""office - a database, accounts, keys and a real sshd on loopback, and who comes to it

What needs root, sshd and ssh says office.run(TESTS): each test is a generator of what is wrong.
"""
import concurrent.futures
import contextlib
import os
import pwd
import pty
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SSHD = "/usr/sbin/sshd"
PATIENCE = 20  # seconds for one client


class Office:
    """the accounts, the database, the keys and sshd"""

    def __init__(self, program):
        self.folder = tempfile.mkdtemp(prefix="atelier-servers-", dir="/run")
        os.chmod(self.folder, 0o755)
        self.program = self.path("atelier")
        shutil.copy(program, self.program)
        os.chmod(self.program, 0o755)
        self.account = f"atelier-gate-{os.getpid() % 100000}"
        self.person = f"atelier-own-{os.getpid() % 100000}"
        self.accounts = []
        self.groups = []
        self.keys = self.path("etc/authorized_keys")
        self.database = self.path("data/a.db")
        self.server = None
        self.port = 0

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *words, **more):
        more.setdefault("stdin", subprocess.DEVNULL)
        if "input" in more:
            del more["stdin"]
        more.setdefault("text", True)
        return subprocess.run(words, capture_output=True, timeout=PATIENCE, check=False, **more)

    def atelier(self, *words, **more):
        return self.run(self.program, *words, **more)

    def make_account(self, name, home):
        os.mkdir(home, 0o755)
        subprocess.run(["useradd", "--system", "--shell", "/bin/sh", "--home-dir", home,
                        "--no-create-home", "--password", "*", name], check=True)
        self.accounts.append(name)
        return pwd.getpwnam(name)

    def make_key(self, name, *words):
        file = self.path(name)
        subprocess.run(["ssh-keygen", "-q", "-N", "", "-C", f"{name} at home", "-f", file,
                        *(words or ("-t", "ed25519"))], check=True)
        return file

    def public(self, name):
        with open(self.path(name + ".pub"), encoding="ascii") as file:
            return file.read()

    def gateway(self, *words, **more):
        return self.atelier("--database", self.database, "gateway", *words, "--keys",
                            self.keys, **more)

    def check(self):
        return self.gateway("check", "--account", self.account, "--config",
                            self.path("sshd_config"))

    def configure(self, before="", instead=("", "")):
        snippet = self.gateway("snippet", "--account", self.account).stdout.replace(*instead)
        with open(self.path("sshd_config"), "w", encoding="utf-8") as file:
            file.write(f"ListenAddress 127.0.0.1\nPort {self.port}\nPidFile none\nUsePAM no\n"
                       f"LogLevel VERBOSE\nHostKey {self.path('host')}\nSubsystem sftp "
                       f"/usr/lib/openssh/sftp-server\n{before}\n{snippet}")

    def let_in(self, account, home, key):
        """an account of one's own, as every computer has them"""
        at = pwd.getpwnam(account)
        os.mkdir(os.path.join(home, ".ssh"), 0o700)
        shutil.copy(self.path(key + ".pub"), os.path.join(home, ".ssh/authorized_keys"))
        for name in (".ssh", ".ssh/authorized_keys"):
            os.chown(os.path.join(home, name), at.pw_uid, at.pw_gid)

    def restart(self):
        """sshd reads its configuration anew, and answers again"""
        os.kill(self.server.pid, signal.SIGHUP)
        time.sleep(0.3)
        self.wait()

    def wait(self):
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(
                    ("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise SystemExit("sshd does not answer")

    def open(self):
        self.make_account(self.account, self.path("home"))
        self.make_account(self.person, self.path("own"))
        os.makedirs(self.path("data/files"), 0o700)
        done = self.atelier("--database", self.database, "init", "--sample")
        assert done.returncode == 0, done.stderr
        self.atelier("--database", self.database, "staff", "add", "--login", self.person,
                     "--role", "reader")
        at = pwd.getpwnam(self.account)
        for name in ["data", *(f"data/{file}" for file in os.listdir(self.path("data")))]:
            os.chown(self.path(name), at.pw_uid, at.pw_gid)
        for name in ("claire", "binta", "stranger", "own_key"):
            self.make_key(name)
        self.let_in(self.person, self.path("own"), "own_key")
        self.make_key("host")
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        os.makedirs("/run/sshd", 0o755, exist_ok=True)
        self.configure()
        with open(self.path("log"), "w", encoding="utf-8") as log:
            # pylint: disable=consider-using-with # it is ended in close()
            self.server = subprocess.Popen([SSHD, "-D", "-e", "-f", self.path("sshd_config")],
                                           stderr=log, stdin=subprocess.DEVNULL)
        self.wait()

    def say_log(self):
        """what sshd said of each login, when one was refused"""
        with open(self.path("log"), encoding="utf-8", errors="replace") as log:
            for line in log:
                print(f"# sshd: {line.rstrip()}")

    def close(self):
        if self.server:
            self.server.terminate()
            self.server.wait(PATIENCE)
        for name in self.accounts:
            subprocess.run(["userdel", name], check=False, capture_output=True)
        for name in self.groups:
            subprocess.run(["groupdel", name], check=False, capture_output=True)
        shutil.rmtree(self.folder)

    def words(self, key, *options, account=None):
        return ["-F", "none", "-i", self.path(key), "-o", "IdentitiesOnly=yes", "-o",
                "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o",
                f"UserKnownHostsFile={self.path('known')}", "-o", "LogLevel=ERROR", *options,
                f"{account or self.account}@127.0.0.1"]

    def ssh(self, key, *request, options=(), account=None, **more):
        return self.run("ssh", "-p", str(self.port), *self.words(key, *options, account=account),
                        *(("--",) if request else ()), *request, **more)


class Screens:
    """ssh -t on a terminal of its own"""

    def __init__(self, office, key, *request, options=(), environment=None):
        self.seen = b""
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.environ.update(environment or {"TERM": "xterm-256color"})
            os.execvp("ssh", ["ssh", "-p", str(office.port), *options, "-t",
                              *office.words(key), *request])

    def wait_for(self, text, seconds=PATIENCE):
        until = time.monotonic() + seconds
        while text.encode() not in self.seen and time.monotonic() < until:
            if not select.select([self.file], [], [], 0.2)[0]:
                continue
            try:
                part = os.read(self.file, 65536)
            except OSError:
                break
            if not part:
                break
            self.seen += part
        return text.encode() in self.seen

    def send(self, text):
        os.write(self.file, text.encode())

    def end(self, seconds=PATIENCE):
        """the status of the client, or None when it had to be killed"""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            done, status = os.waitpid(self.process, os.WNOHANG)
            if done:
                os.close(self.file)
                return os.waitstatus_to_exitcode(status)
            self.wait_for("\0", 0.1)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.file)
        return None


def expect(done, status, out=None, err=None):
    """what differs from what is expected"""
    if done.returncode != status:
        yield f"status {done.returncode}, not {status}: {done.stderr.strip()[-300:]}"
    for stream, text in ((done.stdout, out), (done.stderr, err)):
        if text == "" and stream:
            yield f"“{stream[:200]}” should be nothing"
        elif text and text not in stream:
            yield f"“{text}” is not in “{stream[:300]}”"


def is_possible():
    """whether this computer can have an office"""
    return os.geteuid() == 0 and os.path.exists(SSHD) and bool(shutil.which("ssh"))


def play(test, arguments):
    """what is wrong, and the seconds that it took to find out"""
    since = time.monotonic()
    wrong = []
    try:
        wrong.extend(test(*arguments))
    except (ValueError, LookupError, OSError, AssertionError,
            subprocess.TimeoutExpired) as error:
        wrong.append(repr(error))
    return wrong, time.monotonic() - since


def say(number, test, wrong, seconds):
    """one line of TAP, and what is wrong below it"""
    print(f"{'not ok' if wrong else 'ok'} {number} - {test.__doc__} ({seconds:.1f} s)")
    for line in wrong:
        print(f"#   {line}")
    sys.stdout.flush()


def run(tests, prepare=None, together=False):
    """plays the tests in an office, which is taken away again, and returns a status

    `together` plays them all at once, where each waits more than it works."""
    if not is_possible():
        print("1..0 # SKIP needs root, sshd and ssh")
        return 0
    for name in [name for name in os.environ if name.startswith(("ATELIER_", "SSH_"))]:
        del os.environ[name]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and what was begun is ended
    office = Office(sys.argv[1])
    failed = 0
    try:
        office.open()
        for key, login in (("claire", "c.lenoir"), ("binta", "b.tamba")):
            done = office.gateway("keys", "add", login, input=office.public(key))
            assert done.returncode == 0, done.stderr
        if prepare:
            prepare(office)
        print(f"1..{len(tests)}")
        with concurrent.futures.ThreadPoolExecutor(len(tests) if together else 1) as pool:
            plays = pool.map(lambda test: play(test, (office,)), tests)
            for number, (test, (wrong, seconds)) in enumerate(zip(tests, plays), 1):
                failed += bool(wrong)
                say(number, test, wrong, seconds)
        if failed:
            office.say_log()
    finally:
        office.close()
    return 1 if failed else 0
