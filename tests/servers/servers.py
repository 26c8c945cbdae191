#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""servers - all tests over a real sshd at once, each with accounts of its own

    servers.py PROGRAM

Prints what each says, in turn; the status is 1 when one of them failed.
"""
import os
import signal
import subprocess
import sys

SCRIPTS = ("ssh_gateway.py", "ssh_bad_lines.py", "ssh_session.py", "ssh_crowd.py")
PATIENCE = 300  # seconds for all


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    here = os.path.dirname(os.path.abspath(__file__))
    running = []
    failed = False
    try:
        for script in SCRIPTS:
            # pylint: disable=consider-using-with # each is waited for
            running.append(subprocess.Popen(
                [sys.executable, "-B", os.path.join(here, script), sys.argv[1]], text=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT))
        for script, process in zip(SCRIPTS, running):
            print(f"# {script}\n{process.communicate(timeout=PATIENCE)[0]}", end="", flush=True)
            failed = failed or process.returncode != 0
    finally:
        for process in running:
            if process.poll() is None:
                process.terminate()
                process.wait()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
