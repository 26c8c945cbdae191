// SPDX-License-Identifier: GPL-3.0-or-later
// read_with_icaljs.mjs - what ical.js, Thunderbird's library, reads in a calendar
//
// Usage: node read_with_icaljs.mjs FILE, from a folder where ical.js is installed.  Prints
// the lines that calendar_readers.py describes; times are told by the file's own VTIMEZONE.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const escaped = (text) =>
    text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
}
for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const categories = component.getFirstProperty("categories");
    const fields = [
        event.uid,
        String(event.startDate.toUnixTime()),
        String(event.endDate.toUnixTime()),
        event.summary ?? "",
        event.location ?? "",
        event.description ?? "",
        categories ? categories.getValues().join("|") : "",
        component.getFirstPropertyValue("status") ?? "",
    ];
    console.log(fields.map(escaped).join("\t"));
}
