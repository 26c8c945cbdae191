/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_event_test.c - events and feeds: their bytes, and what libical reads in them
 */
#include "atelier/calendar/calendar_event.h"

#include <libical/ical.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/calendar/calendar_feed.h"
#include "atelier/calendar/vtimezone.h"
#include "atelier/domain/field.h"
#include "support/suite.h"

static struct buffer written;
static struct content_line out;

static void
begin(void)
{
    content_line_init(&out, ics_sink_to_buffer(&written));
}

static void
end(void)
{
    content_line_clear(&out);
    buffer_clear(&written);
}

static struct calendar_event
meeting(void)
{
    static const char *const categories[] = { "URB", "Ville, numérique" };

    return (struct calendar_event){
        .uid = "9f0c2b1e-4d5a-4c3b-8a7d-1e2f3a4b5c6d@example.org",
        .sequence = 2,
        .created = 1780000000,
        .last_modified = 1790000000,
        .start = { { 2027, 3, 16 }, 9, 30 },
        .end = { { 2027, 3, 16 }, 12, 30 },
        .zone = "Europe/Paris",
        .start_at = 1805185800,
        .end_at = 1805196600,
        .summary = "Emplois créés par le numérique ; état des lieux",
        .description = "Ordre du jour :\n1. Accueil, tour de table\n2. \"Constats\"",
        .location = "Salle Rivière, 20 rue du Lac",
        .place = { true, 45.184, -0.721 },
        .categories = categories,
        .category_count = 2,
        .status = CALENDAR_CONFIRMED,
    };
}

static const char *
write_event(const struct calendar_event *event)
{
    buffer_reset(&written);
    ck_assert(calendar_event_write(&out, event));
    ck_assert(content_line_flush(&out));
    return buffer_text(&written);
}

static void
expect_line(const struct calendar_event *event, const char *line)
{
    const char *text = write_event(event);

    ck_assert_msg(strstr(text, line) != NULL, "no %s in %s", line, text);
}

static void
expect_no(const struct calendar_event *event, const char *name)
{
    const char *text = write_event(event);

    ck_assert_msg(strstr(text, name) == NULL, "%s in %s", name, text);
}

/* ---- bytes ---- */

START_TEST(calendar_event__has__these_bytes)
{
    struct calendar_event event = meeting();

    ck_assert_str_eq(
        write_event(&event),
        "BEGIN:VEVENT\r\n"
        "UID:9f0c2b1e-4d5a-4c3b-8a7d-1e2f3a4b5c6d@example.org\r\n"
        "DTSTAMP:20260921T141320Z\r\n"
        "CREATED:20260528T202640Z\r\n"
        "LAST-MODIFIED:20260921T141320Z\r\n"
        "SEQUENCE:2\r\n"
        "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"
        "DTEND;TZID=Europe/Paris:20270316T123000\r\n"
        "SUMMARY:Emplois créés par le numérique \\; état des lieux\r\n"
        "DESCRIPTION:Ordre du jour :\\n1. Accueil\\, tour de table\\n2. \"Constats\"\r\n"
        "STATUS:CONFIRMED\r\n"
        "TRANSP:OPAQUE\r\n"
        "CLASS:PUBLIC\r\n"
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n"
        "LOCATION:Salle Rivière\\, 20 rue du Lac\r\n"
        "GEO:45.184000;-0.721000\r\n"
        "CATEGORIES:URB,Ville\\, numérique\r\n"
        "END:VEVENT\r\n");
}
END_TEST

START_TEST(calendar_event__leaves_out__what_is_not_known)
{
    struct calendar_event event = {
        .uid = "1@example.org",
        .start = { { 2027, 3, 16 }, 9, 30 },
        .zone = "Europe/Paris",
        .summary = " ",
        .description = "",
    };

    ck_assert_str_eq(write_event(&event), "BEGIN:VEVENT\r\n"
                                          "UID:1@example.org\r\n"
                                          "DTSTAMP:19700101T000000Z\r\n"
                                          "CREATED:19700101T000000Z\r\n"
                                          "LAST-MODIFIED:19700101T000000Z\r\n"
                                          "SEQUENCE:0\r\n"
                                          "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"
                                          "STATUS:TENTATIVE\r\n"
                                          "TRANSP:OPAQUE\r\n"
                                          "CLASS:PUBLIC\r\n"
                                          "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n"
                                          "END:VEVENT\r\n");
}
END_TEST

START_TEST(calendar_event__is_not_written__without_uid_zone_or_start)
{
    struct calendar_event no_uid = meeting();
    struct calendar_event no_zone = meeting();
    struct calendar_event no_start = meeting();
    struct calendar_event no_instant = meeting();

    no_uid.uid = "";
    no_zone.zone = NULL;
    no_start.start = (struct local_time){ { 2027, 2, 29 }, 9, 30 };
    no_instant.in_utc = true;
    no_instant.start_at = INSTANT_NONE;
    ck_assert(!calendar_event_write(&out, &no_uid));
    ck_assert(!calendar_event_write(&out, &no_zone));
    ck_assert(!calendar_event_write(&out, &no_start));
    ck_assert(!calendar_event_write(&out, &no_instant));
    ck_assert(content_line_flush(&out));
    ck_assert_uint_eq(written.length, 0);
}
END_TEST

START_TEST(calendar_event__has_a_stamp__also_when_its_changes_are_not_known)
{
    struct calendar_event event = meeting();

    event.last_modified = INSTANT_NONE;
    expect_line(&event, "\r\nDTSTAMP:20260528T202640Z\r\n");
    expect_no(&event, "LAST-MODIFIED");
    event.created = INSTANT_NONE;
    expect_line(&event, "\r\nDTSTAMP:19700101T000000Z\r\n");
    expect_no(&event, "CREATED");
}
END_TEST

START_TEST(calendar_event__is_written_in_utc__in_the_hour_that_comes_twice)
{
    struct calendar_event event = meeting();
    struct zone *paris = zone_load("Europe/Paris", NULL);

    ck_assert_ptr_nonnull(paris);
    calendar_event_settle(&event, paris, vtimezone_since(paris));
    ck_assert(!event.in_utc);

    event.start = (struct local_time){ { 2027, 10, 31 }, 1, 0 };
    event.end = (struct local_time){ { 2027, 10, 31 }, 2, 30 };
    ck_assert(zone_local_to_instant(paris, event.start, ZONE_ASK, &event.start_at));
    ck_assert(zone_local_to_instant(paris, event.end, ZONE_LATER, &event.end_at));
    calendar_event_settle(&event, paris, vtimezone_since(paris));
    ck_assert(event.in_utc);
    expect_line(&event, "\r\nDTSTART:20271030T230000Z\r\nDTEND:20271031T013000Z\r\n");
    zone_free(paris);
}
END_TEST

START_TEST(calendar_event__ends_the_day_after__when_it_lasts_all_day)
{
    struct calendar_event event = meeting();

    event.all_day = true;
    event.end.date.day = 17;
    expect_line(&event, "\r\nDTSTART;VALUE=DATE:20270316\r\nDTEND;VALUE=DATE:20270318\r\n"
                        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n");
}
END_TEST

START_TEST(calendar_event__says__how_it_stands)
{
    struct calendar_event event = meeting();

    event.status = CALENDAR_CANCELLED;
    expect_line(&event, "\r\nSTATUS:CANCELLED\r\n");
    expect_line(&event, "\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n");
    event.status = CALENDAR_TENTATIVE;
    expect_line(&event, "\r\nSTATUS:TENTATIVE\r\n");
    event.is_pencilled = true;
    expect_line(&event, "\r\nSTATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n"
                        "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n");
    event.transparent = true;
    event.access = CALENDAR_PRIVATE;
    expect_line(&event, "\r\nTRANSP:TRANSPARENT\r\nCLASS:PRIVATE\r\n"
                        "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n");
}
END_TEST

START_TEST(calendar_event__shows_the_conference__where_every_calendar_looks)
{
    struct calendar_event event = meeting();

    event.conference = "https://visio.example.org/urb";
    event.conference_label = "Visio";
    expect_line(&event, "\r\nCONFERENCE;VALUE=URI;FEATURE=VIDEO,AUDIO;LABEL=Visio:"
                        "https://visio.example.\r\n org/urb\r\n");
    expect_line(&event, "\r\nLOCATION:Salle Rivière");
    event.description = NULL;
    event.location = " ";
    expect_line(&event, "\r\nDESCRIPTION:https://visio.example.org/urb\r\n");
    expect_line(&event, "\r\nLOCATION:https://visio.example.org/urb\r\n");
    event.description = "Sur https://visio.example.org/urb, code 1234";
    expect_line(&event,
                "\r\nDESCRIPTION:Sur https://visio.example.org/urb\\, code 1234\r\n");
    event.description = "Avant : https://visio.example.org/urb2";
    expect_line(&event, "\r\nDESCRIPTION:Avant : https://visio.example.org/urb2\\n"
                        "https://visio.example.o\r\n rg/urb\r\n");
    event.description = "Tour de table";
    expect_line(&event,
                "\r\nDESCRIPTION:Tour de table\\nhttps://visio.example.org/urb\r\n");
    event.conference = "https://example.org/%2C%3A";
    event.location = NULL;
    expect_line(&event, "\r\nDESCRIPTION:Tour de table\\nhttps://example.org/%2c%3a\r\n");
    expect_line(&event, "\r\nLOCATION:https://example.org/%2c%3a\r\n");
    event.conference = "https://x.example/a,b;c";
    event.conference_label = NULL;
    expect_line(&event, "\r\nCONFERENCE;VALUE=URI;FEATURE=VIDEO,AUDIO:"
                        "https://x.example/a%2cb%3bc\r\n");
    event.conference_label = "Visio";
    event.conference = "tel:+33-5-53-00-00-00";
    expect_line(&event, "\r\nCONFERENCE;VALUE=URI;FEATURE=PHONE;LABEL=Visio:tel:");
    event.conference = "javascript:alert(1)";
    expect_no(&event, "CONFERENCE");
    event.conference = "demander le lien";
    expect_no(&event, "CONFERENCE");
    expect_line(&event, "\r\nDESCRIPTION:Tour de table\\ndemander le lien\r\n");
}
END_TEST

START_TEST(calendar_event__names_the_organizer__by_address_only)
{
    struct calendar_event event = meeting();

    event.organizer_name = "Secrétariat; \"réseau\"";
    expect_no(&event, "ORGANIZER");
    event.organizer_mail = "secretariat@example.org";
    expect_line(&event, "\r\nORGANIZER;CN=\"Secrétariat; ^'réseau^'\":mailto:"
                        "secretariat@example.org\r\n");
    event.organizer_mail = "a@example.org\r\nATTENDEE:mailto:b@example.org";
    expect_no(&event, "\r\nATTENDEE");
}
END_TEST

START_TEST(calendar_event__cannot_be_made__to_write_lines_of_its_own)
{
    static const char harm[] =
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:a@example.org";
    const char *const categories[] = { harm };
    struct calendar_event event = {
        .uid = harm,
        .zone = harm,
        .start = { { 2027, 3, 16 }, 9, 30 },
        .summary = harm,
        .description = harm,
        .location = harm,
        .url = harm,
        .conference = harm,
        .conference_label = harm,
        .categories = categories,
        .category_count = 1,
        .organizer_name = harm,
        .organizer_mail = harm,
    };

    expect_no(&event, "\r\nATTENDEE");
    expect_no(&event, "\r\nBEGIN");
}
END_TEST

START_TEST(calendar_event__writes_places__whatever_the_locale)
{
    struct calendar_event event = meeting();

    (void)setlocale(LC_ALL, "fr_FR.UTF-8"); /* where the system has it */
    event.place = (struct coordinates){ true, -0.0000004, 179.9999996 };
    expect_line(&event, "\r\nGEO:0.000000;180.000000\r\n");
    event.place = (struct coordinates){ true, -45.5, 0.05 };
    expect_line(&event, "\r\nGEO:-45.500000;0.050000\r\n");
}
END_TEST

START_TEST(calendar_feed__has__these_bytes)
{
    struct calendar_feed feed = {
        .has_organizer = true,
        .name = "Villes, en réseau",
        .description = "Réunions du groupe URB",
        .url = "https://example.org/urb",
        .colour = "teal",
    };

    calendar_feed_begin(&out, &feed);
    ck_assert(calendar_feed_end(&out, NULL));
    ck_assert_str_eq(buffer_text(&written), "BEGIN:VCALENDAR\r\n"
                                            "VERSION:2.0\r\n"
                                            "PRODID:-//atelier//atelier//EN\r\n"
                                            "CALSCALE:GREGORIAN\r\n"
                                            "METHOD:PUBLISH\r\n"
                                            "NAME:Villes\\, en réseau\r\n"
                                            "X-WR-CALNAME:Villes\\, en réseau\r\n"
                                            "DESCRIPTION:Réunions du groupe URB\r\n"
                                            "X-WR-CALDESC:Réunions du groupe URB\r\n"
                                            "URL:https://example.org/urb\r\n"
                                            "COLOR:teal\r\n"
                                            "X-APPLE-CALENDAR-COLOR:#008080\r\n"
                                            "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"
                                            "X-PUBLISHED-TTL:PT6H\r\n"
                                            "END:VCALENDAR\r\n");
    buffer_reset(&written);
    feed.is_one_event = true;
    feed.has_organizer = false;
    calendar_feed_begin(&out, &feed);
    ck_assert(calendar_feed_end(&out, NULL));
    ck_assert_str_eq(buffer_text(&written), "BEGIN:VCALENDAR\r\n"
                                            "VERSION:2.0\r\n"
                                            "PRODID:-//atelier//atelier//EN\r\n"
                                            "CALSCALE:GREGORIAN\r\n"
                                            "END:VCALENDAR\r\n");
    buffer_reset(&written);
    calendar_feed_begin(&out, &(struct calendar_feed){ .colour = "#123456" });
    ck_assert(calendar_feed_end(&out, NULL));
    ck_assert_ptr_null(strstr(buffer_text(&written), "COLOR"));
    ck_assert_ptr_null(strstr(buffer_text(&written), "NAME"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&written), "X-PUBLISHED-TTL:PT6H"));
}
END_TEST

static bool
refuse(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

START_TEST(calendar_feed__tells__that_it_could_not_be_written)
{
    struct content_line refused;
    struct error err = { 0 };

    content_line_init(&refused, (struct ics_sink){ refuse, NULL });
    calendar_feed_begin(&refused, &(struct calendar_feed){ .name = "x" });
    ck_assert(!calendar_feed_end(&refused, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    content_line_clear(&refused);
}
END_TEST

/* ---- read back by libical ---- */

static icalcomponent *
write_and_read(const struct calendar_event *events, size_t count)
{
    struct zone *paris = zone_load("Europe/Paris", NULL);
    icalcomponent *calendar;

    ck_assert_ptr_nonnull(paris);
    calendar_feed_begin(
        &out, &(struct calendar_feed){ .has_organizer = true, .name = "Villes" });
    vtimezone_write(&out, paris, (struct span){ 1800000000, 1830000000 });
    for (size_t i = 0; i < count; i++)
        ck_assert(calendar_event_write(&out, &events[i]));
    ck_assert(calendar_feed_end(&out, NULL));
    zone_free(paris);

    calendar = icalparser_parse_string(buffer_text(&written));
    ck_assert_ptr_nonnull(calendar);
    ck_assert_int_eq(icalcomponent_count_errors(calendar), 0);
    ck_assert_int_eq((int)icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT),
                     (int)count);
    return calendar;
}

static void
expect_value(icalcomponent *event, icalproperty_kind kind, const char *value)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    const char *is =
        property == NULL ? NULL : icalvalue_get_text(icalproperty_get_value(property));

    ck_assert_msg(is != NULL, "%s is missing", icalproperty_kind_to_string(kind));
    ck_assert_str_eq(is, value);
    ck_assert_ptr_null(icalcomponent_get_next_property(event, kind));
}

START_TEST(calendar_event__comes_back__through_libical)
{
    struct calendar_event event = meeting();
    icalcomponent *calendar;
    icalcomponent *read;
    icalproperty *geo;
    struct icaltimetype start;

    event.conference = "https://visio.example.org/urb?a=1,2;b";
    event.conference_label = "Visio: \"salle\"";
    event.url = "https://example.org/m/1";
    event.organizer_name = "Exemple, Ada";
    event.organizer_mail = "secretariat@example.org";
    calendar = write_and_read(&event, 1);
    ck_assert_int_eq(icalcomponent_get_method(calendar), ICAL_METHOD_PUBLISH);
    ck_assert(icalrestriction_check(calendar));

    read = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    ck_assert_str_eq(icalcomponent_get_uid(read), event.uid);
    ck_assert_str_eq(icalcomponent_get_summary(read), event.summary);
    ck_assert_str_eq(icalcomponent_get_location(read), event.location);
    ck_assert_int_eq(icalcomponent_get_sequence(read), 2);
    ck_assert_int_eq(icalcomponent_get_status(read), ICAL_STATUS_CONFIRMED);
    ck_assert_ptr_eq(strstr(icalcomponent_get_description(read), event.description),
                     icalcomponent_get_description(read));
    start = icalcomponent_get_dtstart(read);
    ck_assert_str_eq(icaltime_get_tzid(start), "Europe/Paris");
    ck_assert_int_eq(icaltime_as_timet_with_zone(start, icaltime_get_timezone(start)),
                     event.start_at);
    start = icalcomponent_get_dtend(read);
    ck_assert_int_eq(icaltime_as_timet_with_zone(start, icaltime_get_timezone(start)),
                     event.end_at);
    expect_value(read, ICAL_URL_PROPERTY, event.url);
    expect_value(read, ICAL_CONFERENCE_PROPERTY,
                 "https://visio.example.org/urb?a=1%2c2%3bb");
    geo = icalcomponent_get_first_property(read, ICAL_GEO_PROPERTY);
    ck_assert_double_eq_tol(icalproperty_get_geo(geo).lat, 45.184, 1e-9);
    ck_assert_double_eq_tol(icalproperty_get_geo(geo).lon, -0.721, 1e-9);
    icalcomponent_free(calendar);
}
END_TEST

START_TEST(calendar_event__keeps_hostile_texts__in_their_place)
{
    static const char *const texts[] = {
        "\\n is not a break, \\; no \\, escape",
        "ends with a backslash\\",
        "BEGIN:VEVENT",
        "a;b,c:d\"e^n^^'f",
        "a\nEND:VEVENT\nEND:VCALENDAR",
        "👩‍👩‍👧 اجتماع 会議",
        "=?UTF-8?Q?x?= %s %n $(true) <b>",
    };
    enum { COUNT = sizeof texts / sizeof *texts };
    struct calendar_event events[COUNT];
    icalcomponent *calendar;
    icalcomponent *read;

    for (size_t i = 0; i < COUNT; i++) {
        events[i] = meeting();
        events[i].description = texts[i];
    }
    calendar = write_and_read(events, COUNT);
    read = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (size_t i = 0; i < COUNT; i++) {
        ck_assert_str_eq(icalcomponent_get_description(read), texts[i]);
        read = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
    }
    ck_assert_ptr_null(read);
    icalcomponent_free(calendar);
}
END_TEST

START_TEST(calendar_event__gives_the_same_bytes__for_the_same_facts)
{
    struct calendar_event event = meeting();
    struct buffer first = { 0 };

    buffer_add(&first, write_event(&event));
    ck_assert_str_eq(write_event(&event), buffer_text(&first));
    buffer_clear(&first);
}
END_TEST

static bool
note_largest(void *context, const char *bytes, size_t length)
{
    size_t *largest = context;

    (void)bytes;
    if (length > *largest)
        *largest = length;
    return true;
}

START_TEST(calendar_event__takes_no_more_memory__for_more_events)
{
    struct calendar_event event = meeting();
    struct content_line stream;
    size_t largest = 0;
    size_t held;

    content_line_init(&stream, (struct ics_sink){ note_largest, &largest });
    for (int i = 0; i < 1000; i++)
        ck_assert(calendar_event_write(&stream, &event));
    held = stream.line.capacity + stream.output.capacity;
    for (int i = 0; i < 20000; i++)
        ck_assert(calendar_event_write(&stream, &event));
    ck_assert_uint_eq(stream.line.capacity + stream.output.capacity, held);
    ck_assert_uint_gt(largest, 0);
    ck_assert_uint_lt(largest, 65536);
    content_line_clear(&stream);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, calendar_event__has__these_bytes);
    tcase_add_test(tests, calendar_event__leaves_out__what_is_not_known);
    tcase_add_test(tests, calendar_event__is_not_written__without_uid_zone_or_start);
    tcase_add_test(tests,
                   calendar_event__has_a_stamp__also_when_its_changes_are_not_known);
    tcase_add_test(tests,
                   calendar_event__is_written_in_utc__in_the_hour_that_comes_twice);
    tcase_add_test(tests, calendar_event__ends_the_day_after__when_it_lasts_all_day);
    tcase_add_test(tests, calendar_event__says__how_it_stands);
    tcase_add_test(tests,
                   calendar_event__shows_the_conference__where_every_calendar_looks);
    tcase_add_test(tests, calendar_event__names_the_organizer__by_address_only);
    tcase_add_test(tests, calendar_event__cannot_be_made__to_write_lines_of_its_own);
    tcase_add_test(tests, calendar_event__writes_places__whatever_the_locale);
    tcase_add_test(tests, calendar_feed__has__these_bytes);
    tcase_add_test(tests, calendar_feed__tells__that_it_could_not_be_written);
    tcase_add_test(tests, calendar_event__comes_back__through_libical);
    tcase_add_test(tests, calendar_event__keeps_hostile_texts__in_their_place);
    tcase_add_test(tests, calendar_event__gives_the_same_bytes__for_the_same_facts);
    tcase_add_test(tests, calendar_event__takes_no_more_memory__for_more_events);
}

SUITE_MAIN("calendar_event")
