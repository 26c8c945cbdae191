# SPDX-License-Identifier: GPL-3.0-or-later
"""foreign_readers.py - what other programs read in atelier's calendars, and atelier in theirs

Usage: foreign_readers.py ATELIER, as `./dev test-readers` does.  Calendars of many shapes are
written by the command and read by programs that are not ours, and so are the statistics as
workbooks; lists that LibreOffice saves are imported, and its word processor opens reports.
Each is compared with the truth, never with another reader.  Prints a table; status 1 when
something differs that known_limits.tsv does not explain.
"""
import csv
import fnmatch
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field

import calendar_readers
import calendar_shapes
import figure_books
import list_files
import written_pages

READER_WIDTH = 10
LIST_WIDTH = 14
SAID_MOST = 12  # of one cell


@dataclass
class Report:
    """What was compared, what differs, and what of it was known."""
    limits: list
    compared: int = 0
    new: list = field(default_factory=list)
    known: set = field(default_factory=set)
    lacking: list = field(default_factory=list)

    def cell(self, reader, shape, differences):
        """what the table says of one reader and one shape"""
        self.compared += 1
        new, known = [], 0
        for name, sentence in differences:
            limit = self.find(reader, shape, name, sentence)
            if limit is None:
                new.append(f"{reader}, {shape}: {sentence}")
            else:
                known += 1
                self.known.add(limit)
        self.new += new[:SAID_MOST]
        if len(new) > SAID_MOST:
            self.new.append(f"{reader}, {shape}: and {len(new) - SAID_MOST} more like these")
        if new:
            return "DIFFERS"
        return f"known {known}" if known else "same"

    def find(self, reader, shape, name, sentence):
        for limit in self.limits:
            if limit[0] == reader and fnmatch.fnmatch(shape, limit[1]) and \
               re.fullmatch(limit[2], name) and re.search(limit[3], sentence, re.S):
                return limit
        return None


def known_limits():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "known_limits.tsv")
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [tuple(row) for row in rows if row and not row[0].startswith("#")]


def row(name, cells, width):
    print(f"{name:<14}" + "".join(f"{cell:<{width}}" for cell in cells).rstrip(), flush=True)


def compare_calendars(atelier, folder, report):
    """a table of shapes and readers"""
    asked = calendar_readers.readers(folder)
    report.lacking += [f"{each.name}: {each.lacks}" for each in asked if each.lacks]
    print("\nCalendars written by atelier\n")
    row("", ["atelier", *(each.name for each in asked)], READER_WIDTH)
    for shape in calendar_shapes.SHAPES:
        try:
            calendar = calendar_shapes.make(atelier, shape, folder)
        except (RuntimeError, subprocess.TimeoutExpired) as error:
            row(shape.name, [report.cell("atelier", shape.name, [("refused", str(error))])],
                READER_WIDTH)
            continue
        cells = [report.cell("atelier", shape.name, (("instants", each) for each in calendar.faults))]
        for each, found in zip(asked, calendar_readers.ask_all(asked, calendar.path)):
            if each.lacks:
                cells.append("-")
                continue
            differences = calendar_readers.judge(each, calendar, *found)
            cells.append(report.cell(each.name, shape.name, differences))
        row(shape.name, cells, READER_WIDTH)


def compare_lists(atelier, folder, report):
    """a table of encodings and separators"""
    lacks = list_files.lacking()
    if lacks:
        report.lacking.append(f"LibreOffice: {lacks}")
        return
    print("\nLists saved by LibreOffice, read by atelier\n")
    for name, cells in list_files.compare(atelier, folder, report.cell):
        row(name, cells, LIST_WIDTH)


def compare_pages(atelier, folder, report):
    """a table of pages and documents"""
    lacks = written_pages.lacking()
    if lacks:
        report.lacking.append(f"LibreOffice Writer: {lacks}")
        return
    print("\nPages written by atelier, opened by LibreOffice\n")
    for name, cells in written_pages.compare(atelier, folder, report.cell):
        row(name, cells, LIST_WIDTH)


def compare_figures(atelier, folder, report):
    """a table of what rows are about and of which meetings"""
    lacks = figure_books.lacking()
    if lacks:
        report.lacking.append(f"{figure_books.NAME}: {lacks}")
        return
    print("\nStatistics written by atelier, as workbook and CSV beside JSON\n")
    for name, cells in figure_books.compare(atelier, folder, report.cell):
        row(name, cells, LIST_WIDTH)


def conclude(report):
    print("\natelier: its own instants, beside those of Python's time zones.")
    for limit in report.limits:
        if limit in report.known:
            print(f"known: {limit[0]}, {limit[1]}, {limit[2]}: {limit[4]}")
    for limit in report.limits:
        if limit not in report.known and not any(limit[0] in each for each in report.lacking):
            print(f"gone: {limit[0]}, {limit[1]}, {limit[2]}: take it off known_limits.tsv")
    for each in report.lacking:
        print(f"not asked: {each}")
    for each in report.new:
        print(f"NEW: {each}")
    print(f"\n{report.compared} compared, {len(report.new)} new differences, "
          f"{len(report.known)} known limits, {len(report.lacking)} readers not asked")
    return 1 if report.new or not report.compared else 0


def main():
    report = Report(known_limits())
    with tempfile.TemporaryDirectory(prefix="atelier-readers-") as folder:
        compare_calendars(os.path.abspath(sys.argv[1]), folder, report)
        compare_lists(os.path.abspath(sys.argv[1]), folder, report)
        compare_pages(os.path.abspath(sys.argv[1]), folder, report)
        compare_figures(os.path.abspath(sys.argv[1]), folder, report)
    sys.exit(conclude(report))


if __name__ == "__main__":
    main()
