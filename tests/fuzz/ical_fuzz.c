/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ical_fuzz.c - libFuzzer: any calendar is read or refused with a sentence, and what
 * takes place does so in order, in the window that was asked for
 *
 * Bytes that do not begin as a calendar are the lines of one event.
 */
#include "fuzz.h"

#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include "atelier/base/text.h"
#include "atelier/calendar/calendar_source.h"

enum { EVENTS_READ = 60 };

static const struct day_window window = { { 2027, 1, 1 }, { 2028, 12, 31 } };

static void
write_all(int fd, const void *bytes, size_t size)
{
    fuzz_require(write(fd, bytes, size) == (ssize_t)size, "a file is made");
}

static struct calendar_source *
open_bytes(const unsigned char *bytes, size_t size, struct error *err)
{
    static const char before[] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n";
    static const char after[] = "\nEND:VEVENT\nEND:VCALENDAR\n";
    const struct calendar_source_options options = { .people = true };
    bool is_whole = size >= 6 && strncasecmp((const char *)bytes, "BEGIN:", 6) == 0;
    char path[64];
    int fd = memfd_create("calendar", MFD_CLOEXEC);
    fuzz_require(fd >= 0, "a file is opened");
    if (!is_whole)
        write_all(fd, before, sizeof(before) - 1);
    write_all(fd, bytes, size);
    if (!is_whole)
        write_all(fd, after, sizeof(after) - 1);
    (void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    struct calendar_source *source = calendar_source_open(path, &options, err);
    close(fd);
    return source;
}

static void
require_text(const char *text)
{
    fuzz_require(!text || text_is_valid(text, strlen(text)), "a text is UTF-8");
}

static void
require_event(const struct source_event *event)
{
    require_text(event->uid);
    require_text(event->summary);
    require_text(event->description);
    require_text(event->location);
    for (size_t i = 0; i < event->categories.count; i++)
        require_text(event->categories.items[i]);
    for (size_t i = 0; i < event->people_count; i++)
        require_text(event->people[i].name);
}

static void
require_occurrence(const struct occurrence *is, const struct occurrence *before)
{
    require_event(is->event);
    fuzz_require(local_time_is_valid(is->start.local), "a start is a time");
    fuzz_require(local_time_is_valid(is->end.local), "an end is a time");
    fuzz_require((is->start.kind == SOURCE_IN_ZONE) == (is->start.zone != NULL),
                 "a time in a zone has it");
    const struct local_time midnight = { .date = window.from };
    fuzz_require(date_compare(is->start.local.date, window.until) <= 0 &&
                     (date_compare(is->start.local.date, window.from) >= 0 ||
                      local_time_compare(is->end.local, midnight) > 0),
                 "it is in the window");
    fuzz_require(is->start_at <= is->end_at, "it does not end before it starts");
    fuzz_require(!before || local_time_compare(before->start.local, is->start.local) <= 0,
                 "they are in order");
}

static void
read_events(struct calendar_source *source)
{
    struct source_series series = { 0 };
    struct occurrence_list list = { 0 };
    struct error err = { 0 };
    for (size_t i = 0; i < calendar_source_count(source) && i < EVENTS_READ; i++) {
        bool ok = calendar_source_read(source, i, &series, &err) &&
                  calendar_source_expand(source, &series, window, &list, &err);
        fuzz_require(ok || err.kind == ERROR_INPUT || err.kind == ERROR_RULE,
                     "the file is to blame");
        fuzz_require(ok || err.message[0], "a sentence says why");
        for (size_t o = 0; ok && o < list.count; o++)
            require_occurrence(&list.items[o], o ? &list.items[o - 1] : NULL);
    }
    for (size_t i = 0; i < calendar_source_note_count(source); i++)
        require_text(calendar_source_note(source, i));
    occurrence_list_clear(&list);
    source_series_clear(&series);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct error err = { 0 };
    struct calendar_source *source = open_bytes(bytes, size, &err);
    fuzz_require(source || (err.kind == ERROR_INPUT && err.message[0]),
                 "a sentence says why");
    if (source)
        read_events(source);
    calendar_source_close(source);
    return 0;
}
