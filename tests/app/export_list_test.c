/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_list_test.c - every list as a file, and what comes back of it */
#include "written_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/import_people.h"
#include "atelier/app/sample.h"
#include "atelier/base/csv_cell.h"
#include "atelier/base/text.h"
#include "atelier/domain/person.h"
#include "atelier/domain/statistics.h"
#include "atelier/domain/working_group.h"
#include "export/list_cell.h"
#include "support/paper.h"
#include "support/sheet.h"

/* A workbook is put together in a temporary file before any byte of it is written. */
START_TEST(workbook__without_a_temporary_folder__is_not_begun)
{
    const char *path = database_file_path("none.xlsx");
    const struct list_export list = { .query = people, .form = LIST_XLSX };
    struct list_outcome outcome;
    struct error err = { 0 };

    ck_assert_int_eq(setenv("TMPDIR", database_file_path("nowhere"), 1), 0);
    ck_assert(!export_list_file(at, &list, path, false, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_msg(strstr(err.message, "nowhere"), "%s", err.message);
    ck_assert_int_ne(access(path, F_OK), 0);
}
END_TEST

START_TEST(of_marked_rows_alone__no_other_is_written)
{
    int64_t ids[2];
    for (int i = 0; i < 4; i++) {
        const int64_t id = office_add_person(at, i % 2 ? "Odd" : "Even", "Ada");
        if (i % 2)
            ids[i / 2] = id;
    }
    const struct list_export list = { .query = people,
                                      .form = LIST_CSV,
                                      .only = { ids, 2 } };
    struct buffer text = { 0 };
    struct error err = { 0 };
    int64_t rows = 0;

    ck_assert_msg(export_list(at, &list, gather, &text, &rows, &err), "%s", err.message);
    ck_assert_int_eq(rows, 2);
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "Odd"));
    ck_assert_ptr_null(strstr(buffer_text(&text), "Even"));
    buffer_clear(&text);
}
END_TEST

/* --- every list */

/* Somebody who has meetings. */
static int64_t
guest(void)
{
    return database_file_number("SELECT coalesce(min(person), 1) FROM registration");
}

/* A meeting with workshops; the first workshop is the first of it. */
static int64_t
scope_of(int kind)
{
    switch (kind) {
    case LISTING_PERSON_MEETING:
        return guest();
    case LISTING_WORKSHOP:
    case LISTING_ITEM:
        return database_file_number("SELECT coalesce(min(meeting), 1) FROM item");
    case LISTING_SPEAKER:
        return database_file_number("SELECT coalesce(min(workshop), 1) FROM speaker");
    default:
        return 1;
    }
}

static struct listing_query
query_of(int kind)
{
    static const struct statistics_part came = { .figure = FIGURE_PRESENT,
                                                 .whole = true };

    return (struct listing_query){ .kind = (enum listing_kind)kind,
                                   .scope = scope_of(kind),
                                   .entity = ENTITY_PERSON,
                                   .from = INSTANT_NONE,
                                   .counted = &came };
}

/* What both files say of one cell: a day and a number are written as each form does. */
static void
expect_alike(enum field_kind kind, const char *csv, const char *xlsx)
{
    struct date date;
    struct local_time time;
    char text[LOCAL_TIME_TEXT_SIZE + 8];

    if (kind == FIELD_DATE && date_parse(csv, &date))
        (void)snprintf(text, sizeof(text), "%04d-%02d-%02d", date.year, date.month,
                       date.day);
    else if ((kind == FIELD_LOCAL_TIME || kind == FIELD_INSTANT) &&
             local_time_parse(csv, &time))
        local_time_format(time, text);
    else {
        ck_assert_str_eq(csv, xlsx);
        return;
    }
    ck_assert_msg(strcmp(xlsx, text) == 0 || strcmp(xlsx, csv) == 0, "%s: %s", csv, xlsx);
}

static void
compare(const struct listing *listing, struct table_file *csv, struct table_file *xlsx)
{
    struct table_row one = { 0 };
    struct table_row other = { 0 };
    struct error err = { 0 };

    ck_assert_uint_eq(csv->rows.count, xlsx->rows.count);
    for (size_t r = 0; r < csv->rows.count; r++) {
        ck_assert(table_store_row(&csv->rows, r, &one, &err) &&
                  table_store_row(&xlsx->rows, r, &other, &err));
        size_t cell = 0;
        for (size_t c = 0; c < listing->column_count; c++) {
            const struct column *column = &listing->columns[c];
            if (!list_cell_is_shown(column, display_has_elsewhere(at)))
                continue;
            expect_alike(column->kind, cell < one.count ? one.cells[cell] : "",
                         cell < other.count ? other.cells[cell] : "");
            cell++;
        }
        ck_assert_uint_le(one.count, cell);
        ck_assert_uint_le(other.count, cell);
    }
    table_row_clear(&one);
    table_row_clear(&other);
}

/* All lists of the sample network, which has rows for nearly each. */
START_TEST(list__is_the_same__in_every_form)
{
    struct error err = { 0 };
    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing_query query = query_of(kind);
        struct table_file csv = { 0 };
        struct table_file xlsx = { 0 };
        int64_t count = 0;

        ck_assert(listing_count(at, &query, INT32_MAX, &count, &err));
        ck_assert_msg(count > 0 || kind == LISTING_QUORUM || kind == LISTING_SEAT_LIMIT ||
                          kind == LISTING_GRANT || kind == LISTING_MEETING_QUESTION ||
                          kind == LISTING_REPORT_ENTRY || kind == LISTING_OPEN_ENTRY,
                      "the sample has no rows of list %d", kind);
        read_back(save(query, "list.csv", true), &csv);
        read_back(save(query, "list.xlsx", true), &xlsx);
        ck_assert_uint_eq(csv.rows.count, (size_t)count + 1);
        compare(listing_get(query.kind), &csv, &xlsx);
        struct buffer json = written(query, LIST_JSON);
        size_t objects = 0;
        for (const char *c = buffer_text(&json); (c = strstr(c, "\n  {\"id\": ")); c++)
            objects++;
        ck_assert_uint_eq(objects, (size_t)count);
        buffer_clear(&json);
        table_file_clear(&csv);
        table_file_clear(&xlsx);
    }
}
END_TEST

START_TEST(csv__opens_in_a_french_spreadsheet)
{
    office_add(at, &person_entity, "family", "Périgueux; Anne", "given", "A \"B\"", NULL);
    struct buffer text = written(people, LIST_CSV);
    ck_assert_str_eq(
        buffer_text(&text),
        "\xef\xbb\xbf"
        "Family name;Given name;Organisation;Function;E-mail;Telephone;Category\r\n"
        "\"Périgueux; Anne\";\"A \"\"B\"\"\";;;;;\r\n");
    buffer_clear(&text);
}
END_TEST

static void
expect_meetings(const char *headings, const char *row)
{
    const struct listing_query meetings = { .kind = LISTING_MEETING,
                                            .from = INSTANT_NONE };
    struct buffer text = written(meetings, LIST_CSV);

    ck_assert_msg(strstr(buffer_text(&text), headings) && strstr(buffer_text(&text), row),
                  "%s", buffer_text(&text));
    buffer_clear(&text);
}

START_TEST(zone__has_a_column_of_its_own__where_one_is_not_the_offices)
{
    const int64_t group = office_add_group(at, "EVA");

    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    expect_meetings("Date;Group;", "16 09:30;EVA;");
    office_change(at, &working_group_entity, group, "zone", "Europe/Bucharest", NULL);
    office_add_meeting(at, group, "2027-05-16 09:30", 10);
    expect_meetings("Date;Zone;Group;", "16 09:30;;EVA;");
    expect_meetings("Date;Zone;Group;", "16 09:30;Europe/Bucharest;EVA;");
}
END_TEST

/* CSV goes to a terminal too. */
START_TEST(what_another_program_stored__leaves_as_text_that_moves_no_cursor)
{
    const int64_t person = office_add_person(at, "Aubry", "Léo");
    office_change_row_unseen(&person_entity, person, "given", "Zo\xc3\xa9\xff\x1b[2J");
    struct buffer text = written(people, _i == 0 ? LIST_CSV : LIST_JSON);
    const char *list = buffer_text(&text);
    ck_assert_ptr_null(strchr(list, '\x1b'));
    ck_assert(text_is_valid(list, strlen(list)));
    ck_assert_ptr_nonnull(strstr(list, "Zoé"));
    buffer_clear(&text);
}
END_TEST

START_TEST(list__of_several_pages__has_each_row_once__and_no_more_than_asked)
{
    char family[24];
    for (int i = 0; i < 1203; i++) {
        (void)snprintf(family, sizeof(family), "Dupont%d", i);
        office_add_person(at, family, "Léa");
    }
    struct list_export list = { .query = people, .form = LIST_CSV };
    struct buffer text = { 0 };
    struct error err = { 0 };
    int64_t rows = 0;
    ck_assert(export_list(at, &list, gather, &text, &rows, &err));
    ck_assert_int_eq(rows, 1203);
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "\r\nDupont1202;"));
    list.most = 501;
    ck_assert(export_list(at, &list, gather, &text, &rows, &err));
    ck_assert_int_eq(rows, 501);
    list.most = 0;
    list.query.search = "dupont7";
    ck_assert(export_list(at, &list, gather, &text, &rows, &err));
    ck_assert_int_eq(rows, 111);
    buffer_clear(&text);
}
END_TEST

/* --- formulas */

static const char *const dangers[] = {
    "=1+1",     "+Lea",     "-Lea",    "@Lea",        "'=1+1",        "''-Lea",
    "＝1+1",    "＋Lea",    "－Lea",   "＠Lea",       "=\"0612345\"", "+33 6 12 34 56 78",
    "'t Hooft", "O'-Brien", "_x0041_", "_x4_ _x41_y", "A;b\"c",       "Zoé"
};
enum { DANGERS = sizeof(dangers) / sizeof(dangers[0]) };

START_TEST(guard__stands_before_every_formula)
{
    struct buffer cell = { 0 };
    csv_cell_add(&cell, dangers[_i], ';');
    const char *text = buffer_text(&cell) + (buffer_text(&cell)[0] == '"');
    ck_assert_msg(!strchr("=+-@\t\r", *text) && strncmp(text, "\xef\xbc", 2) != 0, "%s",
                  buffer_text(&cell));
    buffer_clear(&cell);
}
END_TEST

START_TEST(blanks_around_a_text__are_kept__and_a_real_formula_is_none_of_ours)
{
    static const char formula[] = "=\"a\" & \"b\"";
    struct buffer cell = { 0 };
    size_t length = 0;

    csv_cell_add(&cell, " a", ';');
    csv_cell_add(&cell, "b ", ';');
    csv_cell_add(&cell, "c  d", ';'); /* no columns of fixed width */
    ck_assert_str_eq(buffer_text(&cell), "\" a\"\"b \"\"c  d\"");
    buffer_clear(&cell);
    ck_assert_ptr_eq(csv_cell_text(formula, &length), formula);
    ck_assert_uint_eq(length, strlen(formula));
}
END_TEST

START_TEST(name_and_telephone__come_back__as_they_were)
{
    static const char *const names[] = { "list.csv", "list.xlsx" };

    /* Others make a column of names of it, whatever this one is called. */
    office_add_person(at, "Abadie", "Ana");
    office_add_person(at, "Zuber", "Noé");
    office_add(at, &person_entity, "family", dangers[_i], "given", "Léa", "phone",
               "+33 6 12 34 56 78", NULL);
    for (size_t i = 0; i < 2; i++) {
        struct error err = { 0 };
        struct import *import = import_open(at, save(people, names[i], false), 0, &err);
        ck_assert_msg(import && import_judge(import, NULL, NULL, &err), "%s",
                      err.message);
        size_t row = 0;
        while (row < 2 &&
               strcmp(sheet_row(import, row)->values[IMPORT_GIVEN], "Léa") != 0)
            row++;
        ck_assert_str_eq(sheet_row(import, row)->values[IMPORT_FAMILY], dangers[_i]);
        ck_assert_str_eq(sheet_row(import, row)->values[IMPORT_PHONE],
                         "+33 6 12 34 56 78");
        import_free(import);
    }
}
END_TEST

/* --- the file */

static enum error_kind
refused(const char *path, bool replace)
{
    const struct list_export list = { .query = people, .form = LIST_CSV };
    struct list_outcome outcome;
    struct error err = { 0 };

    ck_assert(!export_list_file(at, &list, path, replace, &outcome, &err));
    return err.kind;
}

START_TEST(file__that_is_there__stays_unless_it_is_to_be_replaced)
{
    const char *path = paper_write("list.csv", "mine");
    ck_assert_int_eq(refused(path, false), ERROR_EXISTS);
    char *text = paper_read(path, NULL);
    ck_assert_str_eq(text, "mine");
    free(text);
    save(people, "list.csv", true);
    text = paper_read(path, NULL);
    ck_assert_ptr_nonnull(strstr(text, "Family name"));
    free(text);
}
END_TEST

START_TEST(file__of_people__is_for_its_owner_alone)
{
    struct stat is;
    ck_assert_int_eq(stat(save(people, "list.xlsx", false), &is), 0);
    ck_assert_int_eq(is.st_mode & 0777, 0600);
}
END_TEST

START_TEST(database__is_never_written_over)
{
    ck_assert_int_eq(refused(atelier_path(at), true), ERROR_INPUT);
}
END_TEST

START_TEST(workbook__without_its_program__is_refused_and_leaves_nothing)
{
    const struct list_export list = { .query = people, .form = LIST_XLSX };
    struct list_outcome outcome;
    struct error err = { 0 };

    ck_assert_int_eq(setenv("ATELIER_LIBEXECDIR", "/nowhere", 1), 0);
    ck_assert(!export_list_file(at, &list, database_file_path("list.xlsx"), false,
                                &outcome, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "or choose CSV."));
    ck_assert_uint_eq(paper_count(".xlsx"), 0);
}
END_TEST

static bool
refuse_bytes(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    ++*(int *)context;
    return false;
}

START_TEST(sink__that_takes_no_more__ends_the_writing)
{
    const struct list_export list = { .query = people, .form = (enum list_form)_i };
    struct error err = { 0 };
    int64_t rows;
    int calls = 0;

    office_add_person(at, "Un", "Ana");
    ck_assert(!export_list(at, &list, refuse_bytes, &calls, &rows, &err));
    ck_assert_int_eq(calls, 1);
    ck_assert_int_eq(err.kind, ERROR_NONE);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, of_marked_rows_alone__no_other_is_written);
    tcase_add_test(tests, workbook__without_a_temporary_folder__is_not_begun);
    tcase_add_test(tests, list__is_the_same__in_every_form);
    tcase_add_test(tests, csv__opens_in_a_french_spreadsheet);
    tcase_add_test(tests, zone__has_a_column_of_its_own__where_one_is_not_the_offices);
    tcase_add_test(tests,
                   list__of_several_pages__has_each_row_once__and_no_more_than_asked);
    tcase_add_loop_test(tests, guard__stands_before_every_formula, 0, DANGERS);
    tcase_add_test(tests,
                   blanks_around_a_text__are_kept__and_a_real_formula_is_none_of_ours);
    tcase_add_loop_test(tests, name_and_telephone__come_back__as_they_were, 0, DANGERS);
    tcase_add_loop_test(
        tests, what_another_program_stored__leaves_as_text_that_moves_no_cursor, 0, 2);
    tcase_add_test(tests, file__that_is_there__stays_unless_it_is_to_be_replaced);
    tcase_add_test(tests, file__of_people__is_for_its_owner_alone);
    tcase_add_test(tests, database__is_never_written_over);
    tcase_add_test(tests, workbook__without_its_program__is_refused_and_leaves_nothing);
    tcase_add_loop_test(tests, sink__that_takes_no_more__ends_the_writing, 0,
                        LIST_FORM_COUNT);
}

SUITE_MAIN("export_list")
