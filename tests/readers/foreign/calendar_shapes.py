# SPDX-License-Identifier: GPL-3.0-or-later
"""calendar_shapes.py - calendars by their shape, each with what atelier says is in it

What a reader should find comes from `atelier --json meeting show`; its instants are checked
against Python's own zones first, so that atelier is judged as well.
"""
import concurrent.futures
import datetime
import os
import re
import zoneinfo
from dataclasses import dataclass, field

from office import Office

FEED = 2000
LINK = "https://meet.example.org/a,b;c?room=1,2&x=%2C"
LONG = ("Réunion plénière élargie aux communes associées : œuvre commune à Łódź, Αθήνα et "
        "Київ, bilan d’étape et « feuille de route » ; ") * 4


ORGANISER = (("settings", "set", "--organiser-email", "office@example.org", "--organiser-name",
              "Réseau, “Ville” & bureau"),)
VENUE = (("venue", "add", "--name", "Hôtel de ville", "--address",
          "1, place de la Mairie; 24000 Périgueux", "--geo", "-45.184000;0.721000", "--access",
          "Par la cour,\nsonnette « Réseau »"),
         ("room", "add", "--venue", "Hôtel de ville", "--name", "Salle 2, \\ gauche"),
         ("person", "add", "--family", "Novák", "--given", "Jan"),
         ("group", "set", "NUM", "--chair", "1", "--colour", "teal"),
         ("settings", "set", "--calendar-language", "fr"))


@dataclass
class Plan:
    """A meeting as somebody types it, and the acts that follow."""
    title: str
    start: str
    end: str
    zone: str = "Europe/Paris"
    options: tuple = ()
    acts: tuple = (("confirm",),)
    later: bool = False  # the second of two hours
    location: str = ""  # where it should be, when not in words or behind a link


@dataclass
class Shape:
    name: str
    plans: list
    scope: str = "all"  # or group, meeting, person
    setup: tuple = ORGANISER  # commands, behind those that found the group
    words: tuple = ("Cancelled", "Postponed")
    about: tuple = ()  # the last lines of each description


@dataclass
class Truth:
    """What a calendar should say of a meeting."""
    uid: str
    days: list  # the span of each day
    start: int
    end: int
    summary: str
    location: str
    description: str
    status: str


@dataclass
class Calendar:
    path: str
    truths: list = field(default_factory=list)
    faults: list = field(default_factory=list)  # of atelier's own instants


def text_plans():
    """letters, signs and lengths that are easily lost"""
    texts = ["Über Köln, Straße; größer", "C:\\new\\notes \\; end\\", LONG[:300].strip(),
             "👩‍👩‍👧 会議 اجتماع 🇫🇷", "^n ^^ \"quoted\" ^'", "a: b, c; d \\, e \\n f",
             "END:VEVENT", "é" * 120]
    return [Plan(text, f"2027-04-{day:02} 09:30", f"2027-04-{day:02} 12:30",
                 options=("--place", text[:150], "--description", f"{text}\n\nline, two; {text}"))
            for day, text in enumerate(texts, 1)]


SHAPES = [
    Shape("a day", [Plan("Winter", "2027-01-20 09:30", "2027-01-20 12:30"),
                    Plan("Summer", "2027-07-20 09:30", "2027-07-20 12:30"),
                    Plan("New York", "2027-07-21 09:30", "2027-07-21 12:30", "America/New_York"),
                    Plan("Sydney", "2027-07-22 09:30", "2027-07-22 12:30", "Australia/Sydney")]),
    Shape("one meeting", [Plan("To attach", "2027-06-16 09:30", "2027-06-16 12:30")],
          scope="meeting"),
    Shape("fold, gap", [
        Plan("First of two", "2027-10-31 02:30", "2027-10-31 02:45"),
        Plan("Second of two", "2027-10-31 02:30", "2027-10-31 03:30", later=True),
        Plan("Across the fold", "2027-10-31 01:30", "2027-10-31 05:00"),
        Plan("Before the gap", "2027-03-28 01:00", "2027-03-28 01:59"),
        Plan("Across the gap", "2027-03-28 01:30", "2027-03-28 03:30"),
        Plan("After the gap", "2027-03-28 03:00", "2027-03-28 04:00"),
        Plan("Half an hour", "2027-04-04 01:45", "2027-04-04 04:00", "Australia/Lord_Howe")]),
    Shape("old rules", [Plan("Paris 1985", "1985-07-10 09:30", "1985-07-10 12:30"),
                        Plan("Paris 1995", "1995-10-10 09:30", "1995-10-10 12:30"),
                        Plan("New York 2006", "2006-04-03 09:30", "2006-04-03 12:30",
                             "America/New_York"),
                        Plan("Paris 2027", "2027-07-10 09:30", "2027-07-10 12:30"),
                        Plan("Paris 2046", "2046-07-10 09:30", "2046-07-10 12:30")]),
    Shape("no plain rule", [Plan(f"{zone} {month}", f"2027-{month:02}-10 09:30",
                                 f"2027-{month:02}-10 12:30", zone)
                            for zone in ("Africa/Casablanca", "America/Nuuk", "Africa/Cairo",
                                         "Asia/Jerusalem", "Europe/Dublin", "America/Santiago")
                            for month in (2, 3, 7, 11)]),
    Shape("UTC", [Plan("UTC", "2027-07-20 09:30", "2027-07-20 12:30", "Etc/UTC"),
                  Plan("UTC too", "2027-07-21 09:30", "2027-07-21 12:30", "UTC")]),
    Shape("alias zone", [Plan(zone, f"2027-07-{day} 09:30", f"2027-07-{day} 12:30", zone)
                         for day, zone in enumerate(("Europe/Kiev", "Asia/Calcutta", "US/Eastern",
                                                     "Asia/Katmandu"), 10)]),
    Shape("states", [Plan("Draft", "2027-03-01 09:30", "2027-03-01 12:30", acts=()),
                     Plan("Confirmed", "2027-03-02 09:30", "2027-03-02 12:30"),
                     Plan("Cancelled", "2027-03-03 09:30", "2027-03-03 12:30",
                          acts=(("confirm",), ("cancel", "--reason", "Floods, again; sorry"))),
                     Plan("Postponed", "2027-03-04 09:30", "2027-03-04 12:30",
                          acts=(("confirm",), ("postpone", "--reason", "Strike")))]),
    Shape("French, room", [
        Plan(title, f"2027-03-{day} 09:30", f"2027-03-{day} 12:30",
             options=("--room", "Salle 2, \\ gauche"), acts=(("confirm",), *acts),
             location="Salle 2, \\ gauche, Hôtel de ville, 1, place de la Mairie; 24000 Périgueux")
        for day, title, acts in ((10, "Prévue", ()), (11, "Sans date", (("postpone", "--reason", "Grève"),)),
                                 (12, "Plus jamais", (("cancel", "--reason", "Crue"),)))],
          setup=VENUE, words=("Annulée", "Reportée"),
          about=("Présidence : Jan Novák", "Accès : Par la cour,\nsonnette « Réseau »")),
    Shape("held", [Plan("Held", "2026-12-01 09:30", "2026-12-01 12:30",
                        acts=(("confirm",), ("hold",))),
                   Plan("Closed", "2026-12-02 09:30", "2026-12-02 12:30",
                        acts=(("confirm",), ("hold",), ("close",)))]),
    Shape("a group", [Plan(f"On the {day}th", f"2027-05-{day} 09:30", f"2027-05-{day} 12:30")
                      for day in range(10, 14)], scope="group", setup=()),
    Shape("a person", [Plan("Invited", "2027-05-03 09:30", "2027-05-03 12:30"),
                       Plan("Accepted", "2027-05-04 09:30", "2027-05-04 12:30")],
          scope="person"),
    Shape("texts", text_plans()),
    Shape("links", [Plan("Link alone", "2027-04-20 09:30", "2027-04-20 12:30",
                         options=("--link", LINK)),
                    Plan("Link and place", "2027-04-21 09:30", "2027-04-21 12:30",
                         options=("--link", "https://meet.example.org/r/12?pwd=a,b", "--place",
                                  "Hôtel de ville, salle 2", "--description", "Ordre du jour")),
                    Plan("By telephone", "2027-04-22 09:30", "2027-04-22 12:30",
                         options=("--link", "tel:+33-1-02-03-04-05"))]),
    Shape("several days", [Plan("Three days", "2027-03-24 09:30", "2027-03-26 17:00"),
                           Plan("Across the gap", "2027-03-27 09:30", "2027-03-28 17:00"),
                           Plan("A night", "2027-06-10 20:00", "2027-06-11 02:00"),
                           Plan("In UTC", "2027-06-15 09:30", "2027-06-17 12:00", "Etc/UTC")]),
    Shape("long feed", [Plan(f"Meeting {n}", f"{2021 + n // 240}-{n // 20 % 12 + 1:02}-"
                             f"{n % 20 + 1:02} {8 + n % 9:02}:30",
                             f"{2021 + n // 240}-{n // 20 % 12 + 1:02}-{n % 20 + 1:02} "
                             f"{9 + n % 9:02}:30", acts=()) for n in range(FEED)]),
]

STATUSES = {"draft": "TENTATIVE", "postponed": "TENTATIVE", "confirmed": "CONFIRMED",
            "held": "CONFIRMED", "closed": "CONFIRMED", "cancelled": "CANCELLED"}


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def instant(text, zone, later=False):
    """what Python's own zones say of an hour on the wall"""
    at = datetime.datetime.fromisoformat(text).replace(tzinfo=zoneinfo.ZoneInfo(zone),
                                                       fold=1 if later else 0)
    return int(at.timestamp())


def days_of(shown):
    """the span of each day of a meeting: every day has the hours of its start and its end,
    unless it lasts less than 24 hours"""
    first, last = (datetime.datetime.fromisoformat(shown[end]) for end in ("start", "end"))
    count = (last.date() - first.date()).days
    if count == 0 or last - first < datetime.timedelta(hours=24) or first.time() >= last.time():
        return [(seconds(shown["start_at"]), seconds(shown["end_at"]))]
    days = [first.date() + datetime.timedelta(days=n) for n in range(count + 1)]
    return [(instant(f"{day} {first.time()}", shown["zone"]),
             instant(f"{day} {last.time()}", shown["zone"])) for day in days]


def truth_of(shape, plan, shown, status):
    link = re.sub(r"%(2C|3A|3B|5C)", lambda found: found[0].lower(), shown["link"] or "")
    texts = [shown["reason"], shown["description"], *shape.about]
    if link and shown["link"] not in (shown["description"] or ""):
        texts.append(link)
    word = dict(zip(("cancelled", "postponed"), shape.words)).get(shown["state"])
    return Truth(uid=shown["ics_uid"], days=days_of(shown), start=seconds(shown["start_at"]),
                 end=seconds(shown["end_at"]),
                 summary=f"{f'[{word}] ' if word else ''}NUM: {shown['title']}",
                 location=plan.location or shown["place"] or link,
                 description="\n".join(text for text in texts if text),
                 status=status or STATUSES[shown["state"]])


def plan_meeting(office, plan, number):
    clock = ("--clock", "later" if plan.later else "earlier")
    arguments = ["meeting", "add", "--group", "NUM", "--title", plan.title, "--start", plan.start,
                 "--end", plan.end, "--zone", plan.zone, *plan.options]
    status, _, said = office.tries(*arguments)
    if status != 0 and "--clock" in said:
        office.does(*arguments, *clock)
    elif status != 0:
        raise RuntimeError(f"{plan.title}: {said.strip()}")
    for act, *more in plan.acts:
        office.does("meeting", act, str(number), *more)


def faults_of(plan, shown):
    """where atelier and Python's zones part"""
    for end in ("start", "end"):
        asked = instant(getattr(plan, end), plan.zone, plan.later)
        if seconds(shown[f"{end}_at"]) != asked:
            yield f"“{plan.title}”: atelier's {end} is {shown[f'{end}_at']}"


def scope_of(shape, office):
    """the options of the export, and the status of each meeting for a person"""
    if shape.scope == "all":
        return ["--all"], {}
    if shape.scope == "group":
        return ["--group", "NUM"], {}
    if shape.scope == "meeting":
        return ["--meeting", "1"], {}
    office.does("person", "add", "--family", "Novák", "--given", "Jan", "--email",
                "jan@example.org")
    office.does("group", "join", "NUM", "jan@example.org")
    for number in ("1", "2"):
        office.does("meeting", "convene", number)
    office.does("registration", "accept", "2", "jan@example.org")
    return ["--person", "jan@example.org"], {1: "TENTATIVE", 2: "CONFIRMED"}


def show_all(office, shape):
    """what atelier says of each meeting"""
    numbers = map(str, range(1, len(shape.plans) + 1))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda number: office.tells("meeting", "show", number), numbers))


def make(atelier, shape, folder):
    """the calendar of a shape, written by atelier's command"""
    office = Office(atelier, os.path.join(folder, shape.name.replace(" ", "-").replace(",", "")))
    office.does("group", "add", "NUM", "--name", "Digital cities")
    for command in shape.setup:
        office.does(*command)
    for number, plan in enumerate(shape.plans, 1):
        plan_meeting(office, plan, number)
    options, statuses = scope_of(shape, office)
    calendar = Calendar(os.path.join(office.folder, "calendar.ics"))
    office.does("calendar", "export", *options, "--output", calendar.path)
    for number, (plan, shown) in enumerate(zip(shape.plans, show_all(office, shape)), 1):
        calendar.truths.append(truth_of(shape, plan, shown, statuses.get(number)))
        calendar.faults.extend(faults_of(plan, shown))
    return calendar
