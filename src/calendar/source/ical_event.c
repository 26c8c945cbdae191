/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_event.c - one VEVENT, read by libical */
#include "source/ical_event.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/field.h"
#include "source/event_lines.h"
#include "source/quoted_line.h"
#include "source/vendor_line.h"

enum { PEOPLE_LIMIT = 2000 };

/* ---- what libical reads ---- */

static bool
is_for_libical(const struct ics_line *line, bool people)
{
    static const char *const names[] = { "CLASS",     "DESCRIPTION", "LOCATION",
                                         "ORGANIZER", "STATUS",      "SUMMARY",
                                         "TRANSP",    "UID",         "URL" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ics_line_is(line, names[i]))
            return true;
    return people && ics_line_is(line, "ATTENDEE");
}

/* Some programs write an address without its scheme. */
static char *
mail_copy(const char *address)
{
    enum { SCHEME = 7 };

    if (!address)
        return NULL;
    if (strncasecmp(address, "mailto:", SCHEME) == 0)
        return address[SCHEME] ? memory_copy(address + SCHEME) : NULL;
    return strchr(address, '@') && !strpbrk(address, ":/") ? memory_copy(address) : NULL;
}

static enum source_role
role_of(icalparameter_role role)
{
    switch (role) {
    case ICAL_ROLE_CHAIR:
        return SOURCE_CHAIR;
    case ICAL_ROLE_OPTPARTICIPANT:
        return SOURCE_OPTIONAL;
    case ICAL_ROLE_NONPARTICIPANT:
        return SOURCE_INFORMED;
    default:
        return SOURCE_REQUIRED;
    }
}

static enum source_answer
answer_of(icalparameter_partstat answer)
{
    switch (answer) {
    case ICAL_PARTSTAT_ACCEPTED:
        return SOURCE_ACCEPTED;
    case ICAL_PARTSTAT_DECLINED:
        return SOURCE_DECLINED;
    case ICAL_PARTSTAT_TENTATIVE:
        return SOURCE_UNSURE;
    case ICAL_PARTSTAT_DELEGATED:
        return SOURCE_DELEGATED;
    default:
        return SOURCE_UNANSWERED;
    }
}

static struct source_person
read_person(const struct ical_library *ical, icalproperty *property, const char *address)
{
    struct source_person person = { .mail = mail_copy(address) };
    icalparameter *is =
        ical->icalproperty_get_first_parameter(property, ICAL_EMAIL_PARAMETER);
    if (!person.mail && is)
        person.mail = mail_copy(ical->icalparameter_get_email(is));
    if (!person.mail && address)
        person.address = memory_copy(address);
    is = ical->icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER);
    if (is)
        person.name = memory_copy(ical->icalparameter_get_cn(is));
    is = ical->icalproperty_get_first_parameter(property, ICAL_ROLE_PARAMETER);
    if (is)
        person.role = role_of(ical->icalparameter_get_role(is));
    is = ical->icalproperty_get_first_parameter(property, ICAL_PARTSTAT_PARAMETER);
    if (is)
        person.answer = answer_of(ical->icalparameter_get_partstat(is));
    is = ical->icalproperty_get_first_parameter(property, ICAL_CUTYPE_PARAMETER);
    if (is) {
        icalparameter_cutype kind = ical->icalparameter_get_cutype(is);
        person.is_thing = kind == ICAL_CUTYPE_ROOM || kind == ICAL_CUTYPE_RESOURCE;
        person.is_group = kind == ICAL_CUTYPE_GROUP;
    }
    return person;
}

static void
add_person(struct source_event *event, struct source_person person)
{
    event->people = memory_grow(event->people, &event->people_capacity,
                                event->people_count + 1, sizeof(*event->people));
    event->people[event->people_count++] = person;
}

static void
read_status(struct source_event *event, icalproperty_status status)
{
    event->has_status = true;
    if (status == ICAL_STATUS_CANCELLED)
        event->status = CALENDAR_CANCELLED;
    else if (status == ICAL_STATUS_CONFIRMED)
        event->status = CALENDAR_CONFIRMED;
    else if (status == ICAL_STATUS_TENTATIVE)
        event->status = CALENDAR_TENTATIVE;
    else
        event->has_status = false;
}

/* The first of its kind stays: more are an error of the file. */
static void
keep_text(char **slot, const char *text)
{
    if (!*slot && text && *text)
        *slot = memory_copy(text);
}

static void
read_property(const struct ical_library *ical, icalproperty *property,
              struct source_event *event)
{
    switch (ical->icalproperty_isa(property)) {
    case ICAL_UID_PROPERTY:
        keep_text(&event->uid, ical->icalproperty_get_uid(property));
        break;
    case ICAL_SUMMARY_PROPERTY:
        keep_text(&event->summary, ical->icalproperty_get_summary(property));
        break;
    case ICAL_DESCRIPTION_PROPERTY:
        keep_text(&event->description, ical->icalproperty_get_description(property));
        break;
    case ICAL_LOCATION_PROPERTY:
        keep_text(&event->location, ical->icalproperty_get_location(property));
        break;
    case ICAL_URL_PROPERTY:
        keep_text(&event->url, ical->icalproperty_get_url(property));
        break;
    case ICAL_STATUS_PROPERTY:
        read_status(event, ical->icalproperty_get_status(property));
        break;
    case ICAL_CLASS_PROPERTY:
        event->access = ical->icalproperty_get_class(property) == ICAL_CLASS_PUBLIC
                            ? CALENDAR_PUBLIC
                            : CALENDAR_PRIVATE;
        break;
    case ICAL_TRANSP_PROPERTY:
        event->transparent =
            ical->icalproperty_get_transp(property) == ICAL_TRANSP_TRANSPARENT;
        break;
    case ICAL_ORGANIZER_PROPERTY:
        if (!event->organizer.mail && !event->organizer.name && !event->organizer.address)
            event->organizer =
                read_person(ical, property, ical->icalproperty_get_organizer(property));
        break;
    case ICAL_ATTENDEE_PROPERTY:
        add_person(event, read_person(ical, property,
                                      ical->icalproperty_get_attendee(property)));
        break;
    default:
        break;
    }
}

static bool
read_chosen(struct ical_event_reading *reading, struct source_event *event,
            struct error *err)
{
    const struct ical_library *ical = reading->library;
    buffer_add(&reading->chosen, "END:VEVENT\r\n");
    icalcomponent *component =
        ical->icalparser_parse_string(buffer_text(&reading->chosen));
    if (!component)
        return error_set(err, ERROR_INPUT, _("Line %lld: this event cannot be read."),
                         (long long)event->line);
    icalproperty *property =
        ical->icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY);
    while (property) {
        read_property(ical, property, event);
        property = ical->icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY);
    }
    ical->icalcomponent_free(component);
    return true;
}

/* ---- the event ---- */

static bool
refuse_people(const struct ics_line *line, struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("Line %lld: more than %d people come to this event; import it "
                       "without them."),
                     (long long)line->number, PEOPLE_LIMIT);
}

static bool
choose(struct ical_event_reading *reading, struct ics_line *line,
       struct source_event *event, struct error *err)
{
    struct error why = { 0 };

    if (quoted_line_is(line) && !quoted_line_decode(line, &why))
        return event_lines_do_without(event, line, &why, err);
    buffer_add_part(&reading->chosen, line->text, line->length);
    buffer_add(&reading->chosen, "\r\n");
    return true;
}

/* A list of pictures can be longer than the event: alarms and what else lies within it
 * are left out. */
static bool
read_lines(struct ical_event_reading *reading, struct ics_cursor *cursor,
           struct event_lines *lines, struct error *err)
{
    size_t depth = 0;
    size_t people = 0;
    struct ics_line line;
    bool ok = true;
    while (ok && ics_cursor_next(cursor, &line)) {
        if (ics_line_is(&line, "BEGIN"))
            depth++;
        else if (ics_line_is(&line, "END"))
            depth--;
        else if (depth == 1 && is_for_libical(&line, reading->people) && line.value) {
            ok = choose(reading, &line, lines->event, err);
            people += ics_line_is(&line, "ATTENDEE");
            ok = ok && (people <= PEOPLE_LIMIT || refuse_people(&line, err));
        } else if (depth == 1)
            ok = event_lines_take(lines, &line, err);
    }
    return ok;
}

bool
ical_event_read(struct ical_event_reading *reading, struct buffer *text, int64_t line,
                struct source_event *event, struct error *err)
{
    struct ics_cursor cursor = { .at = text->text,
                                 .end = text->text + text->length,
                                 .number = line };
    struct event_lines lines = { .zones = reading->zones, .event = event };
    event->line = line;
    event->stamp = INSTANT_NONE;
    buffer_reset(&reading->chosen);
    buffer_add(&reading->chosen, "BEGIN:VEVENT\r\n");
    bool ok = read_lines(reading, &cursor, &lines, err) &&
              event_lines_check(&lines, err) && read_chosen(reading, event, err);
    event_lines_clear(&lines);
    return ok;
}

static void
glimpse_line(struct ics_line *line, struct source_event *event, bool *is_repeated)
{
    const struct {
        const char *name;
        char **text;
    } texts[] = {
        { "SUMMARY", &event->summary },   { "UID", &event->uid },
        { "LOCATION", &event->location }, { "DESCRIPTION", &event->description },
        { "URL", &event->url },
    };
    char *value = line->text + line->value;
    struct source_time time = { 0 };

    if (ics_line_is(line, "RRULE") || ics_line_is(line, "RDATE") ||
        ics_line_is(line, "RECURRENCE-ID"))
        *is_repeated = true;
    if (ics_line_is(line, "DTSTART") && ics_time_parse(value, &time))
        event->start = time;
    if (ics_line_is(line, CALENDAR_EVENT_ORIGIN))
        (void)vendor_line_take(event, line);
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (!*texts[i].text && ics_line_is(line, texts[i].name)) {
            ics_text_unescape(value);
            keep_text(texts[i].text, value);
        }
}

void
ical_event_glimpse(struct buffer *text, struct source_event *event, bool *is_repeated)
{
    struct ics_cursor cursor = { .at = text->text, .end = text->text + text->length };
    size_t depth = 0;
    struct ics_line line;

    *is_repeated = false;
    while (ics_cursor_next(&cursor, &line)) {
        if (ics_line_is(&line, "BEGIN"))
            depth++;
        else if (ics_line_is(&line, "END") && depth > 0)
            depth--;
        else if (depth == 1 && line.value)
            glimpse_line(&line, event, is_repeated);
    }
}
