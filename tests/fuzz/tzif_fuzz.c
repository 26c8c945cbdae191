/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tzif_fuzz.c - libFuzzer: a zone from any bytes answers every question and is written
 * soundly */
#include "fuzz.h"

#include <string.h>

#include "atelier/calendar/vtimezone.h"
#include "atelier/calendar/zone.h"

static void
ask(const struct zone *zone, instant at)
{
    struct local_time local = zone_instant_to_local(zone, at);
    struct zone_reading reading = zone_read_local(zone, local);

    fuzz_require(local_time_is_valid(local), "a zone answers with a time");
    fuzz_require(reading.earlier <= reading.later, "the earlier reading is not later");
    fuzz_require(reading.match != ZONE_EXACT || reading.earlier == reading.later,
                 "one reading is one");
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct zone *zone = zone_read("Fuzz/Zone", bytes, size);
    struct buffer text = { 0 };
    struct content_line out;
    instant at = INT64_MIN;

    if (zone == NULL)
        return 0;
    ask(zone, INT64_MIN);
    ask(zone, INT64_MAX);
    for (int i = 0; i < 100 && zone_next_change(zone, at, &at); i++) {
        ask(zone, at - 1);
        ask(zone, at);
    }
    content_line_init(&out, ics_sink_to_buffer(&text));
    vtimezone_write(&out, zone, (struct span){ 1500000000, 1900000000 });
    fuzz_require(content_line_flush(&out), "a zone is written");
    fuzz_require(strstr(buffer_text(&text), "BEGIN:STANDARD") != NULL,
                 "each zone has a standard time");
    content_line_clear(&out);
    buffer_clear(&text);
    zone_free(zone);
    return 0;
}
