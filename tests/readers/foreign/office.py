# SPDX-License-Identifier: GPL-3.0-or-later
"""office.py - an office with a database of its own, which works by atelier's command

Nothing here knows how atelier is made: it does what the manual says, and reads JSON.
"""
import json
import os
import subprocess

NOW = "2027-01-04T08:00:00Z"
PATIENCE = 60  # seconds, for what takes less than one


class Office:
    """An office in a folder, at an instant that does not move."""

    def __init__(self, atelier, folder, begin=()):
        os.makedirs(folder)
        self.folder = folder
        self.command = [atelier, "--database", os.path.join(folder, "office.db")]
        self.environment = {**os.environ, "ATELIER_NOW": NOW, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        self.environment.pop("LANGUAGE", None)
        self.does("init", *begin)

    def tries(self, *arguments):
        """the status, what it printed, what it said"""
        done = subprocess.run([*self.command, *arguments], env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE,
                              check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def does(self, *arguments):
        status, printed, said = self.tries(*arguments)
        if status != 0:
            raise RuntimeError(f"atelier {' '.join(arguments)}: {said.strip() or printed}")
        return printed

    def tells(self, *arguments):
        return json.loads(self.does("--json", *arguments))
