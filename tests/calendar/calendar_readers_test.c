/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_readers_test.c - one calendar, read by programs that are not ours
 *
 * Two readers written in Python, independent of libical and of each other,
 * must find the instants and texts that were written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/calendar/calendar_event.h"
#include "atelier/calendar/calendar_feed.h"
#include "atelier/calendar/vtimezone.h"
#include "support/suite.h"

/* Two rules in the north and south, changes one by one, none at all, half an hour. */
static const char *const zones[] = {
    "Europe/Paris",      "America/New_York", "Europe/Dublin",  "Australia/Sydney",
    "Africa/Casablanca", "America/Nuuk",     "Africa/Cairo",   "Australia/Lord_Howe",
    "Asia/Tokyo",        "America/St_Johns", "Asia/Kathmandu", "Etc/UTC",
};

static const char *const texts[] = {
    "Réunion du groupe « Ville numérique »",
    "a, b; c: d \\ e \"f\" ^n ^^",
    "Œuvre à Łódź, O’Brien; une phrase assez longue pour deux lignes",
    "会議 اجتماع 👩‍👩‍👧 日本",
    "END:VEVENT",
    "ends with a backslash\\",
};

enum { ZONES = sizeof zones / sizeof *zones, TEXTS = sizeof texts / sizeof *texts };

static struct buffer expected;

/* ---- what is written, and what must be read ---- */

static void
expect_text(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\\')
            buffer_add(&expected, "\\\\");
        else if (*text == '\n')
            buffer_add(&expected, "\\n");
        else
            buffer_add_char(&expected, *text);
    }
}

static void
expect_event(const struct calendar_event *event)
{
    buffer_addf(&expected, "%s\t%lld\t%lld\t", event->uid, (long long)event->start_at,
                (long long)event->end_at);
    expect_text(event->summary);
    buffer_add(&expected, "\t");
    expect_text(event->location);
    buffer_add(&expected, "\t");
    expect_text(event->description);
    buffer_add(&expected, "\tURB|Ville numérique\tCONFIRMED\n");
}

static void
write_event(struct content_line *out, const struct zone *zone, struct local_time start,
            size_t number)
{
    /* without a comma: python-icalendar 4 splits at an escaped one too */
    static const char *const categories[] = { "URB", "Ville numérique" };
    char uid[40];
    char description[400];
    struct calendar_event event = {
        .uid = uid,
        .sequence = 1,
        .created = 1780000000,
        .last_modified = 1790000000,
        .start = start,
        .end = local_time_add_minutes(start, 195),
        .zone = zone_name(zone),
        .summary = texts[number % TEXTS],
        .location = texts[(number + 1) % TEXTS],
        .description = description,
        .place = { true, 45.184, 0.721 },
        .url = "https://example.org/m/1",
        .categories = categories,
        .category_count = 2,
        .organizer_name = "Exemple, \"Ada\"",
        .organizer_mail = "secretariat@example.org",
        .status = CALENDAR_CONFIRMED,
    };

    (void)snprintf(uid, sizeof uid, "%zu@example.org", number);
    (void)snprintf(description, sizeof description, "%s\n\n%s",
                   texts[(number + 2) % TEXTS], texts[(number + 3) % TEXTS]);
    ck_assert(zone_local_to_instant(zone, event.start, ZONE_LATER, &event.start_at));
    ck_assert(zone_local_to_instant(zone, event.end, ZONE_EARLIER, &event.end_at));
    calendar_event_settle(&event, zone, vtimezone_since(zone));
    ck_assert(calendar_event_write(out, &event));
    expect_event(&event);
}

/* Two years, every ninth day, at times that no zone skips; the days on which
 * clocks change among them. */
static void
write_events(struct content_line *out, const struct zone *zone, size_t *number)
{
    struct local_time start = { { 2027, 1, 4 }, 9, 30 };

    while (start.date.year < 2029) {
        write_event(out, zone, start, (*number)++);
        start.date = date_add_days(start.date, 9);
    }
    start = (struct local_time){ { 2027, 3, 28 }, 4, 0 };
    write_event(out, zone, start, (*number)++);
    start = (struct local_time){ { 2027, 10, 30 }, 22, 30 };
    write_event(out, zone, start, (*number)++);
    start = (struct local_time){ { 2027, 10, 31 }, 2, 30 }; /* twice in Paris */
    write_event(out, zone, start, (*number)++);
}

static bool
write_file(void *context, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, context) == length;
}

static void
write_calendar(FILE *file)
{
    struct content_line out;
    struct zone *loaded[ZONES];
    size_t number = 0;

    content_line_init(&out, (struct ics_sink){ write_file, file });
    calendar_feed_begin(&out, &(struct calendar_feed){ .name = "Villes, en réseau" });
    for (size_t i = 0; i < ZONES; i++) {
        loaded[i] = zone_load(zones[i], NULL);
        ck_assert_ptr_nonnull(loaded[i]);
        vtimezone_write(&out, loaded[i], (struct span){ 1798700000, 1861900000 });
    }
    for (size_t i = 0; i < ZONES; i++)
        write_events(&out, loaded[i], &number);
    ck_assert(calendar_feed_end(&out, NULL));
    content_line_clear(&out);
    for (size_t i = 0; i < ZONES; i++)
        zone_free(loaded[i]);
}

/* ---- the readers ---- */

static void
expect_reader(const char *script)
{
    const char *source = getenv("ATELIER_SRCDIR");
    char path[] = "/tmp/atelier-calendar-XXXXXX";
    int descriptor = mkstemp(path);
    FILE *file = fdopen(descriptor, "wb");
    struct buffer command = { 0 };
    struct buffer read = { 0 };
    char part[4096];
    size_t length;
    FILE *reader;

    ck_assert_ptr_nonnull(source);
    ck_assert_ptr_nonnull(file);
    write_calendar(file);
    ck_assert_int_eq(fclose(file), 0);

    buffer_addf(&command, "/usr/bin/python3 '%s/tests/readers/%s' %s", source, script,
                path);
    reader = popen(buffer_text(&command), "r"); /* NOLINT(cert-env33-c): our own words */
    ck_assert_ptr_nonnull(reader);
    while ((length = fread(part, 1, sizeof part, reader)) > 0)
        buffer_add_part(&read, part, length);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_int_eq(pclose(reader), 0);

    if (strcmp(buffer_text(&read), buffer_text(&expected)) != 0) {
        const char *is = buffer_text(&read);
        const char *should = buffer_text(&expected);
        size_t line = 0;

        for (size_t i = 0; is[i] != '\0' && is[i] == should[i]; i++)
            line = is[i] == '\n' ? i + 1 : line;
        ck_abort_msg("reads %.300s\nshould %.300s", is + line, should + line);
    }
    buffer_clear(&command);
    buffer_clear(&read);
    buffer_clear(&expected);
}

START_TEST(calendar__is_read__by_python_icalendar)
{
    expect_reader("read_with_icalendar.py");
}
END_TEST

START_TEST(calendar__is_read__by_vobject)
{
    expect_reader("read_with_vobject.py");
}
END_TEST

static void
add_tests(TCase *tests)
{
    /* NOLINTNEXTLINE(cert-env33-c): our own words */
    if (system("/usr/bin/python3 -c 'import icalendar, vobject' 2>/dev/null") != 0)
        suite_skip("needs python3-icalendar and python3-vobject");
    tcase_add_test(tests, calendar__is_read__by_python_icalendar);
    tcase_add_test(tests, calendar__is_read__by_vobject);
}

SUITE_MAIN("calendar_readers")
