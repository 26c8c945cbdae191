/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_file.c - a calendar of a test, as a file; and what it gives, as text */
#include "support/calendar_file.h"

#include <check.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct calendar_source *
calendar_file_open(const char *bytes, size_t size, bool people, struct error *err)
{
    const struct calendar_source_options options = { .people = people };
    char path[64];
    int fd = memfd_create("calendar", MFD_CLOEXEC);
    ck_assert(fd >= 0 && write(fd, bytes, size) == (ssize_t)size);
    (void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    struct calendar_source *source = calendar_source_open(path, &options, err);
    close(fd);
    return source;
}

void
calendar_file_wrap(struct buffer *text, const char *zones, const char *lines)
{
    bool is_whole = strstr(lines, "BEGIN:VEVENT");
    buffer_add(text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    buffer_add(text, zones);
    buffer_add(text, is_whole ? "" : "BEGIN:VEVENT\r\n");
    buffer_add(text, strstr(lines, "UID:") ? "" : "UID:one@example.org\r\n");
    buffer_add(text, lines);
    buffer_add(text, is_whole ? "" : "END:VEVENT\r\n");
    buffer_add(text, "END:VCALENDAR\r\n");
}

static void
tell_time(struct buffer *told, const struct source_time *time)
{
    char text[LOCAL_TIME_TEXT_SIZE];
    local_time_format(time->local, text);
    buffer_add_part(told, text, time->kind == SOURCE_DATE ? 10 : strlen(text));
    if (time->kind == SOURCE_IN_UTC)
        buffer_add(told, "Z");
    else if (time->kind == SOURCE_FLOATING)
        buffer_add(told, "?");
    else if (time->zone && strcmp(zone_name(time->zone), "Europe/Paris") != 0)
        buffer_addf(told, " %s", zone_name(time->zone));
}

static void
tell(struct buffer *told, const struct occurrence *is)
{
    static const char *const clocks[] = { "", " (gap)", " (fold)" };
    tell_time(told, &is->start);
    buffer_add(told, ">");
    tell_time(told, &is->end);
    if (is->original.kind != is->start.kind ||
        local_time_compare(is->original.local, is->start.local) != 0) {
        buffer_add(told, " [");
        tell_time(told, &is->original);
        buffer_add(told, "]");
    }
    buffer_add(told, clocks[is->clock]);
    buffer_add(told, local_time_is_none(is->first_by_rule) ? "" : " (outside its rule)");
    if (is->event->summary)
        buffer_addf(told, " %s", is->event->summary);
    buffer_add(told, "\n");
}

void
calendar_file_tell(struct buffer *told, const char *text, const char *from,
                   const char *until)
{
    struct error err = { 0 };
    struct source_series series = { 0 };
    struct occurrence_list list = { 0 };
    struct day_window window;
    ck_assert(date_parse(from, &window.from) && date_parse(until, &window.until));
    struct calendar_source *source = calendar_file_open(text, strlen(text), false, &err);
    if (!source)
        buffer_addf(told, "%s\n", err.message);
    for (size_t i = 0; source && i < calendar_source_count(source); i++) {
        if (!calendar_source_read(source, i, &series, &err) ||
            !calendar_source_expand(source, &series, window, &list, &err)) {
            buffer_addf(told, "%s\n", err.message);
            continue;
        }
        for (size_t o = 0; o < list.count; o++)
            tell(told, &list.items[o]);
    }
    occurrence_list_clear(&list);
    source_series_clear(&series);
    calendar_source_close(source);
}
