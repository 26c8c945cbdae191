/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_wire_test.c - a table comes over as it was, and nothing else is taken for one */
#include "config.h"

#include "import/table_wire.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "support/suite.h"

/* What lies before the answer: the workbook. */
#define BEFORE "PK"

static struct spool *spool;
static struct table_wire wire;
static struct table_file sent;
static struct table_file file;
static struct error err;

static void
begin(void)
{
    spool = spool_open(&err);
    ck_assert_msg(spool && spool_add(spool, BEFORE, strlen(BEFORE), &err) &&
                      table_store_open(&sent.rows, &err) &&
                      table_store_open(&file.rows, &err),
                  "%s", err.message);
    table_wire_open(&wire, spool, &sent);
}

static void
end(void)
{
    spool_close(spool);
    table_wire_clear(&wire);
    table_file_clear(&sent);
    table_file_clear(&file);
}

static void
add_row(int64_t line, const char *first, const char *second)
{
    table_store_add_cell(&sent.rows, first, strlen(first));
    table_store_add_cell(&sent.rows, second, strlen(second));
    ck_assert_msg(table_store_end_row(&sent.rows, line, &err), "%s", err.message);
}

static void
fill(void)
{
    sent.encoding = memory_copy("XLSX");
    sent.sheets = memory_grow(NULL, &sent.sheet_capacity, 2, sizeof(*sent.sheets));
    sent.sheets[sent.sheet_count++] = memory_copy("Été");
    sent.sheets[sent.sheet_count++] = memory_copy("B");
    sent.sheet = memory_copy("B");
    sent.rows.width = 2;
}

static void
add_rows(void)
{
    add_row(1, "Nom", "Prénom");
    add_row(70000, "", "Zoé");
}

/* What is known once all rows are poured. */
static void
finish(void)
{
    sent.hidden_rows = 7;
    buffer_add(&sent.notes, "One.\nTwo.\n");
    ck_assert_msg(table_store_finish(&sent.rows, &err) && table_wire_end(&wire, &err),
                  "%s", err.message);
}

static void
send_table(void)
{
    fill();
    add_rows();
    finish();
}

static bool
receive(void)
{
    err = (struct error){ 0 };
    return table_wire_read(spool, strlen(BEFORE), NULL, NULL, &file, &err) &&
           table_store_finish(&file.rows, &err);
}

/* Each row as "line: cell|cell", behind one another. */
static void
expect_rows(const char *expected)
{
    struct buffer found = { 0 };
    struct table_row row = { 0 };
    for (size_t i = 0; i < file.rows.count; i++) {
        ck_assert_msg(table_store_row(&file.rows, i, &row, &err), "%s", err.message);
        buffer_addf(&found, "%s%d: ", i ? "; " : "", (int)row.line);
        for (size_t c = 0; c < row.count; c++)
            buffer_addf(&found, "%s%s", c ? "|" : "", row.cells[c]);
    }
    ck_assert_str_eq(buffer_text(&found), expected);
    table_row_clear(&row);
    buffer_clear(&found);
}

START_TEST(table__comes_over__as_it_was)
{
    send_table();
    ck_assert_msg(receive(), "%s", err.message);
    ck_assert_str_eq(file.encoding, "XLSX");
    ck_assert_uint_eq(file.sheet_count, 2);
    ck_assert_str_eq(file.sheets[0], "Été");
    ck_assert_str_eq(file.sheets[1], "B");
    ck_assert_str_eq(file.sheet, "B");
    ck_assert_int_eq(file.hidden_rows, 7);
    ck_assert_str_eq(buffer_text(&file.notes), "One.\nTwo.\n");
    ck_assert_uint_eq(file.rows.width, 2);
    expect_rows("1: Nom|Prénom; 70000: |Zoé");
}
END_TEST

/* More than is read at a time, and texts that lie across two readings. */
START_TEST(table__of_many_rows__comes_over)
{
    enum { ROWS = 3000, LENGTH = 40000 };
    char *text = memory_new(LENGTH + 1, 1);
    memset(text, 'x', LENGTH);
    fill();
    add_row(1, text, "end");
    for (int i = 2; i <= ROWS; i++)
        add_row(i, "Kérouan", "Maëlle");
    finish();
    ck_assert_msg(receive(), "%s", err.message);
    ck_assert_uint_eq(file.rows.count, ROWS);
    struct table_row row = { 0 };
    ck_assert(table_store_row(&file.rows, 0, &row, &err));
    ck_assert_str_eq(row.cells[0], text);
    ck_assert(table_store_row(&file.rows, ROWS - 1, &row, &err));
    ck_assert_str_eq(row.cells[1], "Maëlle");
    table_row_clear(&row);
    free(text);
}
END_TEST

START_TEST(refusal__comes_over__with_its_field)
{
    error_set_field(&err, ERROR_INPUT, "sheet", "There is no sheet “%s”.", "Été");
    struct error why = err;
    ck_assert(table_wire_refuse(&wire, &why, &err));
    ck_assert(!receive());
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.message, "There is no sheet “Été”.");
    ck_assert_str_eq(err.field, "sheet");
}
END_TEST

/* A sheet that is damaged behind its first rows. */
START_TEST(refusal__behind_rows__comes_over)
{
    fill();
    add_rows();
    const struct error why = { .kind = ERROR_INPUT, .message = "It is damaged." };
    ck_assert(table_wire_refuse(&wire, &why, &err));
    ck_assert(!receive());
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.message, "It is damaged.");
}
END_TEST

/* ---- while it is written ---- */

/* Pours another row whenever the reader finds no more. */
static bool
pour_more(void *context)
{
    int64_t *line = context;
    if (*line < 2000) {
        for (int i = 0; i < 100; i++)
            add_row(++*line, "Kérouan", "Maëlle");
        return true;
    }
    if (*line == 2000)
        finish();
    return ++*line == 2001;
}

START_TEST(rows__are_read__while_others_are_written)
{
    int64_t line = 0;
    fill();
    ck_assert_msg(table_wire_read(spool, strlen(BEFORE), pour_more, &line, &file, &err),
                  "%s", err.message);
    ck_assert(table_store_finish(&file.rows, &err));
    ck_assert_uint_eq(file.rows.count, 2000);
    ck_assert_int_eq(file.hidden_rows, 7);
}
END_TEST

/* It says that it is whole, and goes on. */
static bool
add_behind(void *context)
{
    int *calls = context;
    if (++*calls == 1)
        ck_assert(spool_add(spool, "x", 1, &err));
    return *calls == 1;
}

START_TEST(answer__that_goes_on_behind_its_end__is_refused)
{
    int calls = 0;
    send_table();
    err = (struct error){ 0 };
    ck_assert(!table_wire_read(spool, strlen(BEFORE), add_behind, &calls, &file, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "is not whole"));
}
END_TEST

/* Its last words come while it ends. */
static bool
end_at_once(void *context)
{
    bool *asked = context;
    if (!*asked)
        finish();
    *asked = true;
    return false;
}

START_TEST(last_words__of_who_ends__are_read)
{
    bool asked = false;
    fill();
    add_rows();
    err = (struct error){ 0 };
    ck_assert_msg(
        table_wire_read(spool, strlen(BEFORE), end_at_once, &asked, &file, &err), "%s",
        err.message);
}
END_TEST

/* ---- what is not an answer ---- */

static void
expect_damage(void)
{
    ck_assert(!receive());
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_msg(strstr(err.message, "is not whole") ||
                      strstr(err.message, "another version"),
                  "%s", err.message);
}

/* The answer as so many bytes, of which byte `changed` is another. */
static void
send_bytes(const char *bytes, size_t length, size_t changed, unsigned char mask)
{
    end();
    begin();
    ck_assert(spool_add(spool, bytes, length, &err));
    if (changed < length) {
        unsigned char byte = (unsigned char)bytes[changed] ^ mask;
        ck_assert_int_eq(
            pwrite(spool_descriptor(spool), &byte, 1, (off_t)(strlen(BEFORE) + changed)),
            1);
    }
}

static void
take_answer(char *bytes, size_t most, size_t *length)
{
    ck_assert(spool_read(spool, strlen(BEFORE), bytes, most, length, &err));
    ck_assert_uint_lt(*length, most);
}

START_TEST(answer__that_is_cut_anywhere__is_refused)
{
    char bytes[1024];
    size_t length;
    send_table();
    take_answer(bytes, sizeof(bytes), &length);
    for (size_t cut = 0; cut < length; cut++) {
        send_bytes(bytes, cut, length, 0);
        expect_damage();
    }
    bytes[length] = '.';
    send_bytes(bytes, length + 1, length + 1, 0);
    expect_damage();
}
END_TEST

/* An upgrade while the program runs. */
START_TEST(answer__of_another_version__is_refused)
{
    char bytes[1024];
    size_t length;
    send_table();
    take_answer(bytes, sizeof(bytes), &length);
    send_bytes(bytes, length, strlen("v1234"), 1);
    ck_assert(!receive());
    ck_assert_ptr_nonnull(strstr(err.message, "of another version"));
}
END_TEST

/* It is refused, or read as a table of texts. */
START_TEST(answer__with_a_changed_byte__does_no_harm)
{
    static const unsigned char masks[] = { 0x01, 0x80, 0xff };
    char bytes[1024];
    size_t length;
    struct table_row row = { 0 };
    send_table();
    take_answer(bytes, sizeof(bytes), &length);
    size_t refused = 0;
    for (size_t changed = 0; changed < length * 3; changed++) {
        send_bytes(bytes, length, changed / 3, masks[changed % 3]);
        if (!receive()) {
            ck_assert_int_eq(err.kind, ERROR_SYSTEM);
            refused++;
            continue;
        }
        ck_assert_uint_eq(file.rows.width, 2);
        for (size_t i = 0; i < file.rows.count; i++) {
            ck_assert(table_store_row(&file.rows, i, &row, &err));
            for (size_t c = 0; c < row.count; c++)
                ck_assert(text_is_valid(row.cells[c], strlen(row.cells[c])));
        }
    }
    ck_assert_uint_gt(refused, length);
    table_row_clear(&row);
}
END_TEST

#define TEXT(letter, length, text) letter length "\0\0\0" text
#define NUMBER(letter, low) letter "\x08\0\0\0" low "\0\0\0\0\0\0\0"
#define UNTIL_ROWS TEXT("e", "\x04", "XLSX") TEXT("s", "\x01", "A") TEXT("c", "\x01", "A")
#define END(rows) NUMBER("h", "\0") TEXT("n", "\0", "") NUMBER(".", rows)
#define ANSWER(bytes)                                                                    \
    {                                                                                    \
        bytes, sizeof(bytes) - 1                                                         \
    }

static const struct {
    const char *bytes;
    size_t length;
} odd[] = {
    /* The sheet that was read is none of them; no sheet at all. */
    ANSWER(TEXT("e", "\x04", "XLSX") TEXT("s", "\x01", "A") TEXT("c", "\x01", "B")
               END("\0")),
    ANSWER(TEXT("e", "\x04", "XLSX") END("\0")),
    /* None that was read, and no others to choose from. */
    ANSWER(TEXT("e", "\x04", "XLSX") TEXT("s", "\x01", "A") TEXT("c", "\0", "")
               END("\0")),
    /* Texts that stand where others should. */
    ANSWER(TEXT("n", "\x04", "XLSX") TEXT("s", "\x01", "A") TEXT("c", "\x01", "A")
               END("\0")),
    ANSWER(TEXT("e", "\x04", "XLSX") TEXT("s", "\x01", "A") TEXT("n", "\x01", "A")
               END("\0")),
    ANSWER(UNTIL_ROWS NUMBER("h", "\0") TEXT("m", "\0", "") NUMBER(".", "\0")),
    ANSWER(UNTIL_ROWS TEXT("n", "\0", "") NUMBER("h", "\0") NUMBER(".", "\0")),
    ANSWER(NUMBER("k", "\x02") TEXT("f", "\0", "") TEXT("n", "\x01", "x")
               NUMBER(".", "\0")),
    /* Nothing behind the rows, or a row behind what stands there. */
    ANSWER(UNTIL_ROWS TEXT("t", "\x01", "a") NUMBER("r", "\x01") NUMBER(".", "\x01")),
    ANSWER(UNTIL_ROWS NUMBER("h", "\0") TEXT("n", "\0", "") TEXT("t", "\x01", "a")
               NUMBER("r", "\x01") NUMBER(".", "\x01")),
    /* Lines that do not rise; line 0; a row without a text. */
    ANSWER(UNTIL_ROWS TEXT("t", "\x01", "a") NUMBER("r", "\x02") TEXT("t", "\x01", "b")
               NUMBER("r", "\x02") END("\x02")),
    ANSWER(UNTIL_ROWS TEXT("t", "\x01", "a") NUMBER("r", "\0") END("\x01")),
    ANSWER(UNTIL_ROWS NUMBER("r", "\x01") END("\x01")),
    /* A zero byte in a text; bytes that are no text. */
    ANSWER(UNTIL_ROWS TEXT("t", "\x03", "a\0b") NUMBER("r", "\x01") END("\x01")),
    ANSWER(UNTIL_ROWS TEXT("t", "\x01", "\xff") NUMBER("r", "\x01") END("\x01")),
    /* Other than so many rows; something behind the end. */
    ANSWER(UNTIL_ROWS TEXT("t", "\x01", "a") NUMBER("r", "\x01") END("\x02")),
    ANSWER(UNTIL_ROWS END("\0") "x"),
    /* A text of four thousand million bytes. */
    ANSWER(UNTIL_ROWS "t\xff\xff\xff\xff"),
    /* A refusal that says nothing; one of a kind that a file cannot cause; one that takes
     * rows back by their number. */
    ANSWER(NUMBER("k", "\x02") TEXT("f", "\0", "") TEXT("m", "\0", "") NUMBER(".", "\0")),
    ANSWER(NUMBER("k", "\x07") TEXT("f", "\0", "") TEXT("m", "\x01", "x")
               NUMBER(".", "\0")),
    ANSWER(UNTIL_ROWS TEXT("t", "\x01", "a") NUMBER("r", "\x01") NUMBER("k", "\x02")
               TEXT("f", "\0", "") TEXT("m", "\x01", "x") NUMBER(".", "\x01")),
};

/* Behind the version that is this one's. */
static void
send_by_hand(const char *bytes, size_t length)
{
    struct buffer answer = { 0 };
    buffer_add_char(&answer, 'v');
    buffer_add_char(&answer, (char)strlen(PACKAGE_VERSION));
    buffer_add_part(&answer, "\0\0\0", 3);
    buffer_add(&answer, PACKAGE_VERSION);
    buffer_add_part(&answer, bytes, length);
    send_bytes(answer.text, answer.length, answer.length, 0);
    buffer_clear(&answer);
}

START_TEST(answer__that_is_odd__is_refused)
{
    send_by_hand(odd[_i].bytes, odd[_i].length);
    expect_damage();
}
END_TEST

/* So that the table above says what it means. */
START_TEST(answer__by_hand__is_read)
{
    static const char bytes[] =
        UNTIL_ROWS TEXT("t", "\x01", "a") NUMBER("r", "\x01") END("\x01");
    send_by_hand(bytes, sizeof(bytes) - 1);
    ck_assert_msg(receive(), "%s", err.message);
    expect_rows("1: a");
}
END_TEST

START_TEST(answer__of_too_many_columns__is_refused)
{
    struct buffer bytes = { 0 };
    buffer_add_part(&bytes, UNTIL_ROWS, sizeof(UNTIL_ROWS) - 1);
    for (int i = 0; i <= TABLE_COLUMNS_MOST; i++)
        buffer_add_part(&bytes, "t\x01\0\0\0x", 6);
    static const char tail[] = NUMBER("r", "\x01") END("\x01");
    buffer_add_part(&bytes, tail, sizeof(tail) - 1);
    send_by_hand(bytes.text, bytes.length);
    expect_damage();
    buffer_clear(&bytes);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, table__comes_over__as_it_was);
    tcase_add_test(tests, table__of_many_rows__comes_over);
    tcase_add_test(tests, refusal__comes_over__with_its_field);
    tcase_add_test(tests, refusal__behind_rows__comes_over);
    tcase_add_test(tests, rows__are_read__while_others_are_written);
    tcase_add_test(tests, answer__that_goes_on_behind_its_end__is_refused);
    tcase_add_test(tests, last_words__of_who_ends__are_read);
    tcase_add_test(tests, answer__that_is_cut_anywhere__is_refused);
    tcase_add_test(tests, answer__of_another_version__is_refused);
    tcase_add_test(tests, answer__with_a_changed_byte__does_no_harm);
    tcase_add_loop_test(tests, answer__that_is_odd__is_refused, 0,
                        (int)(sizeof odd / sizeof odd[0]));
    tcase_add_test(tests, answer__by_hand__is_read);
    tcase_add_test(tests, answer__of_too_many_columns__is_refused);
}

SUITE_MAIN("table_wire")
