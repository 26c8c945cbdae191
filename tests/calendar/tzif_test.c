/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tzif_test.c - time zone files that are sound, cut short, or mean harm */
#include "atelier/calendar/tzif.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/calendar/zone.h"
#include "support/suite.h"

static unsigned char bytes[64 * 1024];
static size_t size;

static void
load(const char *name)
{
    struct buffer path = { 0 };
    FILE *file;

    buffer_addf(&path, "%s/%s", zone_directory(), name);
    file = fopen(buffer_text(&path), "rb");
    ck_assert_msg(file != NULL, "%s", buffer_text(&path));
    size = fread(bytes, 1, sizeof bytes, file);
    ck_assert_int_eq(fclose(file), 0);
    buffer_clear(&path);
}

/* From memory of just that size, so that a sanitizer sees one byte too far. */
static bool
reads(const unsigned char *from, size_t length, struct tzif *tzif)
{
    unsigned char *exact = malloc(length == 0 ? 1 : length);
    bool done;

    ck_assert_ptr_nonnull(exact);
    memcpy(exact, from, length);
    done = tzif_read(exact, length, tzif);
    free(exact);
    return done;
}

START_TEST(tzif__reads__paris)
{
    struct tzif tzif;

    load("Europe/Paris");
    ck_assert(reads(bytes, size, &tzif));
    ck_assert(tzif.has_rule);
    ck_assert_str_eq(tzif.rule.standard.abbreviation, "CET");
    ck_assert_int_eq(tzif.rule.daylight.offset, 7200);
    ck_assert_uint_gt(tzif.change_count, 50);
    ck_assert_str_eq(tzif.types[0].abbreviation, "LMT");
    tzif_clear(&tzif);
}
END_TEST

START_TEST(tzif__refuses__every_truncation)
{
    static const char *const names[] = { "Europe/Paris", "Africa/Casablanca", "Etc/UTC" };

    for (size_t i = 0; i < 3; i++) {
        load(names[i]);
        for (size_t length = 0; length < size; length++) {
            struct tzif tzif;

            ck_assert_msg(!reads(bytes, length, &tzif), "%s cut at %zu", names[i],
                          length);
            ck_assert_ptr_null(tzif.times);
        }
    }
}
END_TEST

/* Whatever it then says, indexes are in range and texts end. */
static void
check_soundness(const struct tzif *tzif)
{
    ck_assert_uint_ge(tzif->type_count, 1);
    for (size_t i = 0; i < tzif->change_count; i++) {
        ck_assert_uint_lt(tzif->kinds[i], tzif->type_count);
        ck_assert(i == 0 || tzif->times[i - 1] < tzif->times[i]);
    }
    for (size_t i = 0; i < tzif->type_count; i++) {
        ck_assert_uint_lt(strlen(tzif->types[i].abbreviation), TZ_ABBREVIATION_SIZE);
        ck_assert_int_le(abs(tzif->types[i].offset), 93600);
    }
}

START_TEST(tzif__survives__every_byte_changed)
{
    static const unsigned char masks[] = { 0x01, 0x80, 0xFF };
    size_t refused = 0;

    load("America/New_York");
    for (size_t at = 0; at < size; at++) {
        for (size_t i = 0; i < sizeof masks; i++) {
            struct tzif tzif;

            bytes[at] ^= masks[i];
            if (reads(bytes, size, &tzif)) {
                check_soundness(&tzif);
                tzif_clear(&tzif);
            } else {
                refused++;
            }
            bytes[at] ^= masks[i];
        }
    }
    ck_assert_uint_gt(refused, 100);
}
END_TEST

START_TEST(tzif__refuses__counts_beyond_the_file)
{
    static const unsigned char large[] = { 0x00, 0x0F, 0xFF, 0xFF };

    load("Europe/Paris");
    for (size_t count = 20; count < 44; count += 4) {
        unsigned char before[4];
        struct tzif tzif;

        memcpy(before, bytes + count, 4);
        memset(bytes + count, 0xFF, 4);
        ck_assert_msg(!reads(bytes, size, &tzif), "count at %zu", count);
        memcpy(bytes + count, large, sizeof large);
        ck_assert_msg(!reads(bytes, size, &tzif), "count at %zu", count);
        memcpy(bytes + count, before, 4);
    }
}
END_TEST

START_TEST(tzif__refuses__what_is_no_tzif)
{
    struct tzif tzif;

    ck_assert(!reads((const unsigned char *)"", 0, &tzif));
    ck_assert(
        !reads((const unsigned char *)"root:x:0:0:root:/root:/bin/sh\n", 30, &tzif));
    load("Europe/Paris");
    bytes[4] = 0; /* version 1 has no 64-bit part */
    ck_assert(!reads(bytes, size, &tzif));
}
END_TEST

/* The smallest file: one type, an hour east, no change; and a footer. */
static size_t
make_file(const char *abbreviation, const char *footer)
{
    static const unsigned char type[] = { 0, 0, 0x0E, 0x10, 0, 0 };
    size_t names = strlen(abbreviation) + 1;
    size_t at = 0;

    memset(bytes, 0, sizeof bytes);
    for (int part = 0; part < 2; part++) {
        (void)snprintf((char *)bytes + at, 6, "TZif2");
        bytes[at + 39] = 1;
        bytes[at + 43] = (unsigned char)names;
        memcpy(bytes + at + 44, type, sizeof type);
        (void)snprintf((char *)bytes + at + 50, names, "%s", abbreviation);
        at += 50 + names;
    }
    return at + (size_t)snprintf((char *)bytes + at, 100, "\n%s\n", footer);
}

START_TEST(tzif__refuses__leap_seconds)
{
    struct tzif tzif;
    size_t length = make_file("UTC", "UTC0");

    ck_assert(reads(bytes, length, &tzif));
    tzif_clear(&tzif);
    /* the second header counts one, its twelve bytes stand before the footer */
    bytes[54 + 31] = 1;
    memmove(bytes + 108 + 12, bytes + 108, length - 108);
    memset(bytes + 108, 0, 12);
    ck_assert(!reads(bytes, length + 12, &tzif));
}
END_TEST

START_TEST(tzif__takes__only_plain_abbreviations_and_sound_footers)
{
    struct tzif tzif;

    ck_assert(reads(bytes, make_file("CET", "CET-1"), &tzif));
    ck_assert_int_eq(tzif.types[0].offset, 3600);
    tzif_clear(&tzif);
    ck_assert(reads(bytes, make_file("CET", ""), &tzif));
    ck_assert(!tzif.has_rule);
    tzif_clear(&tzif);
    ck_assert(!reads(bytes, make_file("C\x1b[2J", "CET-1"), &tzif));
    ck_assert(!reads(bytes, make_file("C\r\nX:", "CET-1"), &tzif));
    ck_assert(!reads(bytes, make_file("CET", "CET-1CEST"), &tzif));
    ck_assert(!reads(bytes, make_file("CET", "nonsense!"), &tzif));
    ck_assert(!reads(bytes, make_file("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "CET-1"), &tzif));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, tzif__reads__paris);
    tcase_add_test(tests, tzif__refuses__every_truncation);
    tcase_add_test(tests, tzif__survives__every_byte_changed);
    tcase_add_test(tests, tzif__refuses__counts_beyond_the_file);
    tcase_add_test(tests, tzif__refuses__what_is_no_tzif);
    tcase_add_test(tests, tzif__refuses__leap_seconds);
    tcase_add_test(tests, tzif__takes__only_plain_abbreviations_and_sound_footers);
}

SUITE_MAIN("tzif")
