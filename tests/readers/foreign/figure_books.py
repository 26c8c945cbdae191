# SPDX-License-Identifier: GPL-3.0-or-later
"""figure_books.py - the statistics of the sample as workbooks, read by openpyxl

Each question is asked three times, as JSON, as CSV and as a workbook.  The JSON is the
truth, because programs have it from the command alone; figures are numbers in the
workbook, and neither form has a row more.
"""
import csv
import importlib.util
import io
import os

from office import Office

NAME = "openpyxl"
FIGURES = ("invited", "accepted", "present", "in_room", "remote", "excused", "absent", "rate")
BY = ("category", "organisation", "territory", "person", "meeting", "group")
# name, the options behind --by
ASKED = [("all", ()), ("years", ("--each", "year")), ("months", ("--each", "month")),
         ("a group", ("--group", "URB")),
         ("a time", ("--from", "2026-01-01", "--to", "2026-06-30"))]


def lacking():
    return "" if importlib.util.find_spec(NAME) else "install python3-openpyxl"


def book_rows(path):
    """the rows of the only sheet, below its heads"""
    import openpyxl  # it may not be there
    book = openpyxl.load_workbook(path, read_only=True)
    sheet, = book.worksheets
    return [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]


def csv_rows(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))[1:]


def as_text(value):
    return "" if value is None else str(value)


def figures_of(row):
    """the end of a row; what stands before them are its words"""
    return row[-len(FIGURES):]


def differences(office, path, options):
    """(field, sentence) for each that a form has otherwise than the JSON"""
    asked = ("statistics", *options)
    truth = office.tells(*asked)
    office.does(*asked, "--output", path, "--replace")
    if not truth:
        yield "rows", "there is nothing to compare"
    forms = {"workbook": book_rows(path), "CSV": csv_rows(office.does(*asked, "--csv"))}
    for form, rows in forms.items():
        if len(rows) != len(truth):
            yield "rows", f"{form}: {len(rows)} rows of {len(truth)}"
        for row, should in zip(rows, truth):
            if should["label"] is not None and should["label"] not in [as_text(cell) for cell in row]:
                yield "label", f"{form}: “{should['label']}” is not in {row}"
            for name, cell in zip(FIGURES, figures_of(row)):
                if as_text(cell) != as_text(should[name]):
                    yield name, f"{form}, {should['label']}: {cell}, not {should[name]}"
                if form == "workbook" and not isinstance(cell, (int, float, type(None))):
                    yield name, f"{should['label']}: “{cell}” is a text"


def compare(atelier, folder, cell):
    """yields the rows of the table"""
    office = Office(atelier, os.path.join(folder, "figures"), "--sample")
    path = os.path.join(office.folder, "figures.xlsx")
    yield "", [name for name, _ in ASKED]
    for by in BY:
        yield by, [cell(NAME, f"{by} {name}", differences(office, path, ("--by", by, *options)))
                   for name, options in ASKED]
