/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content_line_test.c - bytes of content lines, also for texts that mean harm */
#include "atelier/calendar/content_line.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/text.h"
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

/* What was written since the last time. */
static const char *
lines(void)
{
    static struct buffer copy;

    ck_assert(content_line_flush(&out));
    buffer_reset(&copy);
    buffer_add_part(&copy, buffer_text(&written), written.length);
    buffer_reset(&written);
    return buffer_text(&copy);
}

static const char *
summary(const char *text)
{
    content_line_start(&out, "SUMMARY");
    content_line_text(&out, text);
    content_line_end(&out);
    return lines();
}

static void
check_physical_lines(const char *text)
{
    ck_assert(text_is_valid(text, strlen(text)));
    for (const char *at = text; *at != '\0';) {
        const char *line_end = strstr(at, "\r\n");

        ck_assert_msg(line_end != NULL, "no CRLF: %s", at);
        ck_assert_msg(line_end - at <= 75, "%td octets: %.80s", line_end - at, at);
        ck_assert_msg(line_end > at, "empty line");
        for (const char *byte = at; byte < line_end; byte++)
            ck_assert_msg((unsigned char)*byte >= 0x20 || *byte == '\t', "control %d",
                          *byte);
        at = line_end + 2;
    }
}

static void
skip_fold(const char **at)
{
    while (strncmp(*at, "\r\n ", 3) == 0)
        *at += 3;
}

/* The logical text: folds undone, escapes undone, name and last CRLF gone. */
static char *
read_back(const char *text)
{
    struct buffer value = { 0 };
    const char *at = strchr(text, ':') + 1;

    for (skip_fold(&at); strcmp(at, "\r\n") != 0; skip_fold(&at)) {
        bool escaped = *at == '\\';

        if (escaped) {
            at++;
            skip_fold(&at);
        }
        if (escaped && *at == 'n')
            buffer_add(&value, "\n");
        else
            buffer_add_char(&value, *at);
        at++;
    }
    return buffer_take(&value);
}

START_TEST(content_line__escapes__what_parts_values)
{
    ck_assert_str_eq(summary("a, b; c\\d: \"e\""), "SUMMARY:a\\, b\\; c\\\\d: \"e\"\r\n");
    ck_assert_str_eq(summary("one\ntwo\r\nthree\rfour"),
                     "SUMMARY:one\\ntwo\\nthree\\nfour\r\n");
    ck_assert_str_eq(summary("tab\tstays"), "SUMMARY:tab\tstays\r\n");
    ck_assert_str_eq(summary("ends in a backslash\\"),
                     "SUMMARY:ends in a backslash\\\\\r\n");
}
END_TEST

START_TEST(content_line__strips__controls_and_outer_blanks)
{
    ck_assert_str_eq(summary("  \n a\x01\x1b[2Jb\x7f\xC2\x9B"
                             "c \n\t "),
                     "SUMMARY:a[2Jbc\r\n");
    ck_assert_str_eq(summary("END:VEVENT\r\nBEGIN:VEVENT"),
                     "SUMMARY:END:VEVENT\\nBEGIN:VEVENT\r\n");
    /* what else ends a line in some language */
    ck_assert_str_eq(summary("a\xC2\x85"
                             "b\xE2\x80\xA8"
                             "c\xE2\x80\xA9"
                             "d"),
                     "SUMMARY:a\\nb\\nc\\nd\r\n");
}
END_TEST

START_TEST(content_line__replaces__what_is_not_utf8)
{
    ck_assert_str_eq(summary("caf\xE9"), "SUMMARY:caf\xEF\xBF\xBD\r\n");
    ck_assert_str_eq(summary("\xC0\xAF"), "SUMMARY:\xEF\xBF\xBD\xEF\xBF\xBD\r\n");
    ck_assert_str_eq(summary("x\xED\xA0\x80"),
                     "SUMMARY:x\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\r\n");
    ck_assert_str_eq(summary("x\xF0\x9F\x98"),
                     "SUMMARY:x\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\r\n");
    ck_assert_str_eq(summary("\xF0\x9F\x98\x80"), "SUMMARY:\xF0\x9F\x98\x80\r\n");
}
END_TEST

START_TEST(content_line__drops__a_property_without_value)
{
    ck_assert_str_eq(summary(""), "");
    ck_assert_str_eq(summary(NULL), "");
    ck_assert_str_eq(summary(" \n\x01"), "");
    content_line_start(&out, "X");
    content_line_parameter(&out, "A", "b");
    content_line_end(&out);
    ck_assert_str_eq(lines(), "");
}
END_TEST

START_TEST(content_line__makes__a_comma_list_of_several_texts)
{
    content_line_start(&out, "CATEGORIES");
    content_line_text(&out, "a,b");
    content_line_text(&out, "");
    content_line_text(&out, " c ");
    content_line_text(&out, NULL);
    content_line_end(&out);
    ck_assert_str_eq(lines(), "CATEGORIES:a\\,b,c\r\n");
}
END_TEST

START_TEST(content_line__puts_on_one_line__what_must_be)
{
    content_line_start(&out, "LOCATION");
    content_line_one_line(&out, "Salle 3\n20, rue du Lac\n");
    content_line_end(&out);
    ck_assert_str_eq(lines(), "LOCATION:Salle 3 20\\, rue du Lac\r\n");
}
END_TEST

static const char *
parameter(const char *value)
{
    content_line_start(&out, "X");
    content_line_parameter(&out, "CN", value);
    content_line_word(&out, "v");
    content_line_end(&out);
    return lines();
}

START_TEST(content_line__quotes_parameters__as_rfc_6868_says)
{
    ck_assert_str_eq(parameter("Ada Exemple"), "X;CN=Ada Exemple:v\r\n");
    ck_assert_str_eq(parameter("Exemple, Ada"), "X;CN=\"Exemple, Ada\":v\r\n");
    ck_assert_str_eq(parameter("a:b"), "X;CN=\"a:b\":v\r\n");
    ck_assert_str_eq(parameter("a;b"), "X;CN=\"a;b\":v\r\n");
    ck_assert_str_eq(parameter("\"Ada\" ^\nx"), "X;CN=^'Ada^' ^^^nx:v\r\n");
    ck_assert_str_eq(parameter("a\x07\xFF\r\nb"), "X;CN=a\xEF\xBF\xBD^nb:v\r\n");
    ck_assert_str_eq(parameter(""), "X:v\r\n");
    ck_assert_str_eq(parameter(NULL), "X:v\r\n");
}
END_TEST

START_TEST(content_line__writes__times)
{
    content_line_start(&out, "A");
    content_line_local_time(&out, (struct local_time){ { 2027, 3, 6 }, 9, 5 });
    content_line_end(&out);
    ck_assert_str_eq(lines(), "A:20270306T090500\r\n");
    content_line_start(&out, "A");
    content_line_instant(&out, 1804840261);
    content_line_end(&out);
    ck_assert_str_eq(lines(), "A:20270312T083101Z\r\n");
    content_line_start(&out, "A");
    content_line_instant(&out, -1);
    content_line_end(&out);
    ck_assert_str_eq(lines(), "A:19691231T235959Z\r\n");
    content_line_start(&out, "A");
    content_line_date(&out, (struct date){ 33, 1, 2 });
    content_line_end(&out);
    ck_assert_str_eq(lines(), "A:00330102\r\n");
    content_line_start(&out, "A");
    content_line_instant(&out, INT64_MIN);
    content_line_end(&out);
    content_line_start(&out, "A");
    content_line_local_time(&out, (struct local_time){ { 2027, 2, 29 }, 9, 0 });
    content_line_end(&out);
    content_line_start(&out, "A");
    content_line_date(&out, (struct date){ 0 });
    content_line_end(&out);
    ck_assert_str_eq(lines(), "");
}
END_TEST

static const char *
uri(const char *text)
{
    content_line_start(&out, "URL");
    content_line_uri(&out, text);
    content_line_end(&out);
    return lines();
}

START_TEST(content_line__encodes__what_a_uri_may_not_hold)
{
    ck_assert_str_eq(uri("https://visio.example.org/r?a=1,2;b#c"),
                     "URL:https://visio.example.org/r?a=1,2;b#c\r\n");
    ck_assert_str_eq(uri(" https://example.org/é t\r\n\"<x>\n"),
                     "URL:https://example.org/%C3%A9%20t%0D%0A%22%3Cx%3E\r\n");
    ck_assert_str_eq(uri("https://example.org/?a=%2C%3A%3B%5C%2c%2F%E9\\%2"),
                     "URL:https://example.org/?a=%2c%3a%3b%5c%2c%2F%E9%5c%2\r\n");
    ck_assert_str_eq(uri("ask Ada for the link"), "");
    ck_assert_str_eq(uri("www.example.org"), "");
    ck_assert_str_eq(uri(":x"), "");
    ck_assert_str_eq(uri("https:"), "");
    ck_assert_str_eq(uri(NULL), "");
}
END_TEST

START_TEST(content_line__folds__at_75_octets)
{
    char text[101];
    const char *line;

    memset(text, 'x', sizeof text - 1);
    text[100] = '\0';
    text[67] = '\0'; /* with `SUMMARY:` 75 octets */
    ck_assert_uint_eq(strlen(summary(text)), 75 + 2);
    text[67] = 'x';
    text[68] = '\0';
    line = summary(text);
    ck_assert_ptr_eq(strstr(line, "\r\n x\r\n"), line + 75);
}
END_TEST

START_TEST(content_line__never_cuts__a_character_or_grapheme)
{
    /* a family of four is one grapheme of 25 octets; é may be two code points */
    static const char *const graphemes[] = {
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80"
        "\x8D"
        "\xF0\x9F\x91\xA6",
        "e\xCC\x81",
        "\xE4\xBC\x9A",
        "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7",
    };

    for (size_t which = 0; which < 4; which++) {
        for (size_t shift = 0; shift < 80; shift++) {
            struct buffer text = { 0 };
            const char *at;

            for (size_t i = 0; i < shift; i++)
                buffer_add_char(&text, 'x');
            for (size_t i = 0; i < 20; i++)
                buffer_add(&text, graphemes[which]);
            at = summary(buffer_text(&text));
            check_physical_lines(at);
            for (at = strstr(at, "\r\n "); at != NULL; at = strstr(at + 3, "\r\n ")) {
                const char *next = at + 3;

                ck_assert_msg(*next == 'x' || strncmp(next, graphemes[which],
                                                      strlen(graphemes[which])) == 0,
                              "cut inside grapheme %zu, shift %zu", which, shift);
            }
            buffer_clear(&text);
        }
    }
}
END_TEST

START_TEST(content_line__leaves_no_blank__at_the_end_of_a_line)
{
    for (size_t shift = 0; shift < 75; shift++) {
        struct buffer text = { 0 };
        const char *at;

        for (size_t i = 0; i < shift; i++)
            buffer_add_char(&text, 'x');
        buffer_add(
            &text,
            "   deux mots   trois mots et une phrase assez longue pour deux lignes, "
            "puis une autre encore");
        at = summary(buffer_text(&text));
        check_physical_lines(at);
        ck_assert_ptr_null(strstr(at, " \r\n"));
        buffer_clear(&text);
    }
}
END_TEST

/* What stands at the ends of physical lines, whatever stood before it. */
START_TEST(content_line__keeps_an_escape__on_one_line)
{
    static const char *const escapes[] = { ",", "\\", ";", "\n", ", ", "\\\\,\\" };

    for (size_t shift = 0; shift < 75; shift++) {
        for (size_t which = 0; which < sizeof escapes / sizeof *escapes; which++) {
            struct buffer text = { 0 };
            for (size_t i = 0; i < shift; i++)
                buffer_add_char(&text, 'x');
            for (size_t i = 0; i < 40; i++)
                buffer_addf(&text, "%sxyz", escapes[which]);
            const char *line = summary(buffer_text(&text));
            check_physical_lines(line);
            ck_assert_msg(!strstr(line, "\\\r\n"), "%s", line);
            buffer_clear(&text);
        }
        char link[200] = "https://example.org/";
        size_t length = strlen(link);
        memset(link + length, 'x', shift);
        strcpy(link + length + shift, "éééééééééééééééé");
        const char *line = uri(link);
        check_physical_lines(line);
        for (const char *at = line; (at = strstr(at, "\r\n ")); at += 3)
            ck_assert_msg(at[-1] != '%' && at[-2] != '%', "%s", line);
    }
}
END_TEST

/* Nothing but backslashes leaves no other place: an escape is whole all the same. */
START_TEST(content_line__parts_a_run_of_backslashes__between_two_escapes)
{
    char run[201];

    memset(run, '\\', 200);
    for (size_t length = 100; length <= 200; length++) {
        run[length] = '\0';
        const char *at = strchr(summary(run), ':') + 1;
        for (const char *end = at; (end = strstr(end, "\r\n")); at = end + 3, end += 2)
            ck_assert_uint_eq((size_t)(end - at) % 2, 0);
        run[length] = '\\';
    }
}
END_TEST

/* A generator of our own, so that a failure comes back with its number. */
static uint32_t
next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static void
add_random_character(struct buffer *text, uint32_t *state)
{
    static const char *const odd[] = { "\\", ";", ",",  "\n", ":", "\"",           "^",
                                       " ",  "é", "会", "😀",  "́",  "\xE2\x80\x8D", "ا",
                                       "न",  "्" };
    uint32_t pick = next_random(state) % 24;

    if (pick < 16)
        buffer_add(text, odd[pick]);
    else
        buffer_add_char(text, "abcdefgh"[pick - 16]);
}

START_TEST(content_line__comes_back__whatever_the_text)
{
    for (uint32_t seed = 1; seed <= 3000; seed++) {
        uint32_t state = seed;
        size_t length = next_random(&state) % 200;
        struct buffer text = { 0 };
        const char *line;
        char *back;

        buffer_add_char(&text, 'a');
        for (size_t i = 0; i < length; i++)
            add_random_character(&text, &state);
        buffer_add_char(&text, 'z');
        line = summary(buffer_text(&text));
        check_physical_lines(line);
        back = read_back(line);
        ck_assert_msg(strcmp(back, buffer_text(&text)) == 0, "seed %u: %s", seed, back);
        free(back);
        buffer_clear(&text);
    }
}
END_TEST

START_TEST(content_line__stays_sound__whatever_the_bytes)
{
    for (uint32_t seed = 1; seed <= 3000; seed++) {
        uint32_t state = seed;
        char bytes[300];
        size_t length = 1 + next_random(&state) % (sizeof bytes - 1);

        for (size_t i = 0; i < length; i++)
            bytes[i] = (char)(next_random(&state) & 0xFF);
        bytes[length - 1] = '\0';
        check_physical_lines(summary(bytes));
        check_physical_lines(parameter(bytes));
        check_physical_lines(uri(bytes));
    }
}
END_TEST

static bool
refuse(void *context, const char *bytes, size_t length)
{
    int *calls = context;

    (void)bytes;
    (void)length;
    (*calls)++;
    return false;
}

START_TEST(content_line__stops_sending__to_a_sink_that_refused)
{
    int calls = 0;
    struct content_line refused;

    content_line_init(&refused, (struct ics_sink){ refuse, &calls });
    for (int i = 0; i < 100000; i++)
        content_line_put(&refused, "SUMMARY", "again and again");
    ck_assert(!content_line_flush(&refused));
    ck_assert_int_eq(calls, 1);
    ck_assert_uint_lt(refused.output.capacity, 100000);
    content_line_clear(&refused);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, content_line__escapes__what_parts_values);
    tcase_add_test(tests, content_line__strips__controls_and_outer_blanks);
    tcase_add_test(tests, content_line__replaces__what_is_not_utf8);
    tcase_add_test(tests, content_line__drops__a_property_without_value);
    tcase_add_test(tests, content_line__makes__a_comma_list_of_several_texts);
    tcase_add_test(tests, content_line__puts_on_one_line__what_must_be);
    tcase_add_test(tests, content_line__quotes_parameters__as_rfc_6868_says);
    tcase_add_test(tests, content_line__writes__times);
    tcase_add_test(tests, content_line__encodes__what_a_uri_may_not_hold);
    tcase_add_test(tests, content_line__folds__at_75_octets);
    tcase_add_test(tests, content_line__never_cuts__a_character_or_grapheme);
    tcase_add_test(tests, content_line__leaves_no_blank__at_the_end_of_a_line);
    tcase_add_test(tests, content_line__keeps_an_escape__on_one_line);
    tcase_add_test(tests, content_line__parts_a_run_of_backslashes__between_two_escapes);
    tcase_add_test(tests, content_line__comes_back__whatever_the_text);
    tcase_add_test(tests, content_line__stays_sound__whatever_the_bytes);
    tcase_add_test(tests, content_line__stops_sending__to_a_sink_that_refused);
}

SUITE_MAIN("content_line")
