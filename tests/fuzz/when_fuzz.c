/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_fuzz.c - libFuzzer: days and times from anything typed are valid, and are read
 * again as they are written */
#include "fuzz.h"

#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/when.h"

static const struct date today = { 2027, 3, 1 };

static void
require_sentence(const struct error *err)
{
    fuzz_require(err->kind == ERROR_INPUT, "what cannot be read is an input error");
    fuzz_require(err->message[0] && text_is_valid(err->message, strlen(err->message)),
                 "the message is text");
}

static void
read_date(const char *text)
{
    struct error err = { 0 };
    struct date date = { 0 };
    struct date again = { 0 };
    struct buffer written = { 0 };

    if (!when_parse_date(text, today, &date, &err)) {
        require_sentence(&err);
        return;
    }
    fuzz_require(date_is_valid(date), "a date is valid");
    for (int style = WHEN_SHORT; style <= WHEN_LONG; style++) {
        buffer_reset(&written);
        when_format_date(date, (enum when_style)style, &written);
        fuzz_require(when_parse_date(buffer_text(&written), today, &again, &err) &&
                         date_compare(date, again) == 0,
                     "a date is read as it is written");
    }
    buffer_clear(&written);
}

static void
read_local_time(const char *text, struct local_time base)
{
    struct error err = { 0 };
    struct local_time time = { 0 };
    struct local_time again = { 0 };
    struct buffer written = { 0 };

    if (!when_parse_local_time(text, today, base, &time, &err)) {
        require_sentence(&err);
        return;
    }
    fuzz_require(local_time_is_valid(time), "a local time is valid");
    when_format_local_time(time, &written);
    fuzz_require(when_parse_local_time(buffer_text(&written), today,
                                       (struct local_time){ 0 }, &again, &err) &&
                     local_time_compare(time, again) == 0,
                 "a local time is read as it is written");
    buffer_clear(&written);
}

static void
read_span(const char *text, struct local_time base)
{
    struct error err = { 0 };
    struct local_time start = { 0 };
    struct local_time end = { 0 };
    bool next_day;

    if (!when_parse_span(text, today, base, &start, &end, &next_day, &err)) {
        require_sentence(&err);
        return;
    }
    fuzz_require(local_time_is_valid(start), "a start is valid");
    fuzz_require(local_time_is_none(end) || local_time_is_valid(end), "an end is valid");
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    char *text = memory_copy_part((const char *)bytes, size);
    struct error err = { 0 };
    int64_t minutes = 0;

    read_date(text);
    read_local_time(text, (struct local_time){ 0 });
    read_local_time(text, (struct local_time){ { 2027, 3, 16 }, 9, 30 });
    read_span(text, (struct local_time){ 0 });
    read_span(text, (struct local_time){ { 2027, 3, 16 }, 9, 30 });
    if (when_parse_duration(text, &minutes, &err))
        fuzz_require(minutes >= 0, "no duration is negative");
    else
        require_sentence(&err);
    free(text);
    return 0;
}
