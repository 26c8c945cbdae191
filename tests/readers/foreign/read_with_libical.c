/* SPDX-License-Identifier: GPL-3.0-or-later */
/* read_with_libical.c - what libical reads in a calendar
 *
 * Usage: read_with_libical FILE.  Prints the lines that calendar_readers.py
 * describes; times are told by the file's own VTIMEZONE.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <libical/ical.h>

static void
print_text(const char *text)
{
    for (; text && *text; text++) {
        if (*text == '\\')
            (void)fputs("\\\\", stdout);
        else if (*text == '\t')
            (void)fputs("\\t", stdout);
        else if (*text == '\n')
            (void)fputs("\\n", stdout);
        else
            (void)putchar(*text);
    }
}

static bool
print_time(icalcomponent *calendar, icalcomponent *event, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    if (!property)
        return false;
    icalparameter *parameter =
        icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    icaltimezone *zone = icaltimezone_get_utc_timezone();
    if (parameter)
        zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(parameter));
    if (!zone)
        return false;
    const struct icaltimetype time =
        icalvalue_get_datetime(icalproperty_get_value(property));
    (void)printf("\t%lld", (long long)icaltime_as_timet_with_zone(time, zone));
    return true;
}

static void
print_value(icalcomponent *event, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);

    (void)putchar('\t');
    if (property)
        print_text(icalvalue_get_text(icalproperty_get_value(property)));
}

static void
print_categories(icalcomponent *event)
{
    const char *mark = "\t";
    icalproperty *each =
        icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY);

    if (!each)
        (void)fputs(mark, stdout);
    for (; each;
         each = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY)) {
        (void)fputs(mark, stdout);
        print_text(icalproperty_get_categories(each));
        mark = "|";
    }
}

static bool
print_event(icalcomponent *calendar, icalcomponent *event)
{
    print_text(icalcomponent_get_uid(event));
    if (!print_time(calendar, event, ICAL_DTSTART_PROPERTY) ||
        !print_time(calendar, event, ICAL_DTEND_PROPERTY))
        return false;
    print_value(event, ICAL_SUMMARY_PROPERTY);
    print_value(event, ICAL_LOCATION_PROPERTY);
    print_value(event, ICAL_DESCRIPTION_PROPERTY);
    print_categories(event);
    (void)printf("\t%s\n",
                 icalproperty_status_to_string(icalcomponent_get_status(event)));
    return true;
}

static char *
read_line(char *line, size_t size, void *file)
{
    return fgets(line, (int)size, file);
}

int
main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file)
        return 2;
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, file);
    icalcomponent *calendar = icalparser_parse(parser, read_line);
    bool ok = calendar && icalcomponent_count_errors(calendar) == 0;
    for (icalcomponent *event =
             ok ? icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT)
                : NULL;
         ok && event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        ok = print_event(calendar, event);
    if (calendar)
        icalcomponent_free(calendar);
    icalparser_free(parser);
    return fclose(file) == 0 && ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
