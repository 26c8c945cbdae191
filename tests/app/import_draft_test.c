/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_draft_test.c - an import that was left goes on where it was, or not at all */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_draft.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Wer;Vorne;Post;Zettel\n"
#define ROWS                                                                             \
    "AMSEL;Ida;ida.example.org;\n"                                                       \
    "Durand;Paul;p@example.org;\n"                                                       \
    "Dohle;Uwe;uwe;\n"

static const char kept[] = "SELECT count(*) FROM draft";

static struct atelier *at;
static struct atelier *colleague;
static struct error err;
static const char *path;

static void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "claire", ROLE_ORGANISER);
    office_add_person(at, "Durand", "Paul");
    path = NULL;
}

static void
end(void)
{
    atelier_close(colleague);
    office_expect_whole(at);
    office_end(at);
}

static void
keep(const struct import *import)
{
    ck_assert_msg(import_draft_keep(import, &err), "%s", err.message);
}

static struct import *
opened(const char *text)
{
    path = paper_write("list.csv", text);
    struct import *import = import_open(at, path, 0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    return import;
}

static void
say_columns(struct import *import)
{
    struct import_mapping *mapping = import_mapping(import);
    import_set_headless(import, false);
    mapping->targets[0] = IMPORT_FAMILY;
    mapping->targets[1] = IMPORT_GIVEN;
    mapping->targets[2] = IMPORT_EMAIL;
    mapping->targets[3] = IMPORT_NOTE;
}

/* All that can be done with a file: columns, capitals, a mended row with signs that the
 * text of a draft escapes, a row without what is wrong, and a decision. */
static void
leave(void)
{
    static const char *const right[] = { "Amsel", "Ida", "ida@example.org",
                                         "a\\n\tb\nc = d\\" };
    size_t column;
    bool done;
    struct import *import = opened(HEADER ROWS);
    say_columns(import);
    import_mapping(import)->keep_capitals = true;
    sheet_judge(import);
    ck_assert_msg(import_mend_row(import, 0, right, 4, &column, &err), "%s", err.message);
    ck_assert_msg(import_leave_out_wrong(import, 2, &done, &err), "%s", err.message);
    ck_assert(done);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_DOUBTFUL);
    ck_assert_msg(import_settle(import, 1, 0, &err), "%s", err.message);
    keep(import);
    import_free(import);
}

static bool
find(struct atelier *who, const struct import_goal *goal, struct import_draft *draft)
{
    ck_assert_msg(import_draft_find(who, path, goal, draft, &err), "%s", err.message);
    return draft->id != 0;
}

static struct import *
found(struct import_draft *draft)
{
    ck_assert_msg(find(at, &(struct import_goal){ 0 }, draft), "nothing was left");
    struct import *import =
        import_draft_open(at, path, &(struct import_goal){ 0 }, draft, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    return import;
}

static struct import *
taken_up(bool changed)
{
    struct import_draft draft = { 0 };
    struct import *import = found(&draft);
    ck_assert(draft.changed == changed);
    ck_assert_msg(import_draft_take_up(&draft, import, &err), "%s", err.message);
    import_draft_clear(&draft);
    return import;
}

START_TEST(import__that_was_left__goes_on_where_it_was)
{
    const char *const *cells;
    size_t count;
    leave();
    char *before = database_file_dump("SELECT fields FROM draft");
    struct import *import = taken_up(false);
    sheet_judge(import);
    ck_assert(!import_is_headless(import));
    ck_assert(import_mapping(import)->keep_capitals);
    ck_assert_int_eq(import_mapping(import)->targets[3], IMPORT_NOTE);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_NEW);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_NEW);
    ck_assert_int_eq(import_row_verdict(import, 2), IMPORT_NEW);
    sheet_expect_reason(import, 2, "without E-mail “uwe”");
    ck_assert_msg(import_row_cells(import, 0, &cells, &count, &err), "%s", err.message);
    ck_assert_str_eq(cells[3], "a\\n\tb\nc = d\\");
    keep(import);
    char *after = database_file_dump("SELECT fields FROM draft");
    ck_assert_str_eq(before, after);
    free(before);
    free(after);
    import_free(import);
}
END_TEST

/* What was left goes on although the same file came in by another way, or only in part:
 * whoever left it says when it is done. */
START_TEST(run__by_itself__drops_nothing_that_was_left)
{
    struct import_draft draft = { 0 };
    leave();
    struct import *import = opened(HEADER ROWS);
    say_columns(import);
    sheet_judge(import);
    ck_assert_int_eq(sheet_run(import).added, 0);
    import_free(import);
    office_expect(kept, "1\n");

    import = taken_up(false);
    sheet_judge(import);
    ck_assert_int_eq(sheet_run(import).added, 3);
    office_expect(kept, "1\n");
    ck_assert_msg(import_draft_drop(import, &err), "%s", err.message);
    ck_assert(!find(at, &(struct import_goal){ 0 }, &draft));
    import_free(import);
}
END_TEST

/* The columns are guessed again, and the run that tells the next file so is to come. */
START_TEST(forgetting__that_was_left__is_done_by_the_run_that_follows)
{
    static const char remembered[] = "SELECT count(*) FROM import_heading";
    struct import *import = opened("Nom;Prénom;Post\nLang;Ina;Paris\n");
    import_mapping(import)->targets[2] = IMPORT_NOTE;
    sheet_judge(import);
    sheet_run(import);
    import_free(import);
    office_expect(remembered, "1\n");

    import = opened("Nom;Prénom;Post\nLang;Ina;\n");
    ck_assert_msg(import_forget_columns(import, &err), "%s", err.message);
    keep(import);
    import_free(import);
    office_expect(kept, "1\n");
    import = taken_up(false);
    ck_assert_int_eq(import_mapping(import)->targets[2], IMPORT_NOTHING);
    sheet_judge(import);
    office_expect(remembered, "1\n");
    ck_assert_int_eq(sheet_run(import).changed, 0);
    office_expect(remembered, "0\n");
    keep(import);
    office_expect(kept, "0\n");
    import_free(import);
}
END_TEST

START_TEST(import__is_left_for_its_login_its_file_and_its_goal)
{
    struct import_draft draft = { 0 };
    const int64_t group = office_add_group(at, "URB");
    leave();
    ck_assert(!find(colleague, &(struct import_goal){ 0 }, &draft));
    ck_assert(!find(at, &(struct import_goal){ .group = group }, &draft));
    ck_assert(!find(at, &(struct import_goal){ .meeting = group }, &draft));
    path = paper_write("other.csv", HEADER ROWS);
    ck_assert(!find(at, &(struct import_goal){ 0 }, &draft));
}
END_TEST

static bool
is_offered(struct atelier *who, const struct import_goal *goal)
{
    instant left_at;
    char *last = import_draft_last(who, goal, &left_at);
    const bool is = last && strstr(last, "list.csv");
    free(last);
    return is;
}

/* What a run left out is no reason to offer last week's file. */
START_TEST(file__that_was_left_last__is_offered_until_its_rows_are_written)
{
    const struct import_goal nobody = { 0 };
    ck_assert(!is_offered(at, &nobody));
    leave();
    ck_assert(is_offered(at, &nobody));
    ck_assert(!is_offered(colleague, &nobody));
    ck_assert(!is_offered(at, &(struct import_goal){ .group = 1 }));
    struct import *import = taken_up(false);
    sheet_judge(import);
    ck_assert_int_eq(sheet_run(import).added, 3);
    keep(import);
    office_expect(kept, "1\n");
    ck_assert(!is_offered(at, &nobody));
    import_free(import);
}
END_TEST

START_TEST(file__that_was_only_looked_at__leaves_nothing)
{
    struct import *import = opened("Nom;Prénom\nLang;Ina\n");
    sheet_judge(import);
    keep(import);
    office_expect(kept, "0\n");
    import_mapping(import)->targets[1] = IMPORT_NOTHING;
    keep(import);
    office_expect(kept, "1\n");
    import_mapping(import)->targets[1] = IMPORT_GIVEN;
    keep(import);
    office_expect(kept, "0\n");
    import_free(import);
}
END_TEST

START_TEST(file__that_was_written_anew_as_it_is__has_not_changed)
{
    leave();
    path = paper_write("list.csv", HEADER ROWS);
    import_free(taken_up(false));
}
END_TEST

START_TEST(file__that_has_changed__begins_anew_with_its_columns)
{
    leave();
    path = paper_write("list.csv", HEADER "Kurz;Uwe;u@example.org;\n" ROWS);
    struct import *import = taken_up(true);
    sheet_judge(import);
    ck_assert_uint_eq(import_row_count(import), 4);
    ck_assert_int_eq(import_mapping(import)->targets[2], IMPORT_EMAIL);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_NEW);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_REFUSED);
    ck_assert_int_eq(import_row_verdict(import, 2), IMPORT_DOUBTFUL);
    import_free(import);
}
END_TEST

START_TEST(file__of_other_headings__begins_anew_altogether)
{
    leave();
    path = paper_write("list.csv", "Post;Wer;Vorne;Zettel\n" ROWS);
    struct import *import = taken_up(true);
    ck_assert(import_is_headless(import));
    import_free(import);
}
END_TEST

/* Another program, or somebody with the file in hand, wrote a part of the text. */
static void
spoil(const char *part, const char *by)
{
    struct buffer sql = { 0 };
    leave();
    buffer_addf(&sql, "UPDATE draft SET fields = replace(fields, %s, %s)", part, by);
    char *before = database_file_dump("SELECT fields FROM draft");
    ck_assert(database_file_run(buffer_text(&sql)));
    char *after = database_file_dump("SELECT fields FROM draft");
    ck_assert_msg(strcmp(before, after) != 0, "%s is not in %s", part, before);
    free(before);
    free(after);
    buffer_clear(&sql);
}

static void
expect_passed_over(const char *part, const char *by)
{
    struct import_draft draft = { 0 };
    spoil(part, by);
    ck_assert_msg(!find(at, &(struct import_goal){ 0 }, &draft), "%s by %s", part, by);
}

START_TEST(text__that_this_program_did_not_write__is_passed_over)
{
    expect_passed_over("'column'||char(9)||'email'", "'column'||char(9)||'password'");
    expect_passed_over("'head'||char(9)||'0'", "'head'||char(9)||'-1'");
    expect_passed_over("'head'||char(9)||'0'", "'head'||char(9)||'99999999999999999999'");
    expect_passed_over("'head'||char(9)||'0'", "'head'||char(9)||'0x1'");
    expect_passed_over("'head'||char(9)||'0'", "'tail'||char(9)||'0'");
    expect_passed_over("'head'||char(9)||'0'", "'head'");
    expect_passed_over("'headless'||char(9)||'0'", "'headless'||char(9)||'2'");
    expect_passed_over("'role'||char(9)||'member'", "'role'||char(9)||'king'");
    expect_passed_over("'list.csv'", "'else.csv'");
    expect_passed_over("'Ida'", "CAST(x'ff41' AS TEXT)");
    expect_passed_over("'Ida'", "'I\\da'");
    expect_passed_over("'Ida'", "'I\\'||char(10)||'da'");
    expect_passed_over("'decision'||char(9)", "'decision'||char(9)||'1'||char(9)");
    expect_passed_over("'decision'", "'path'");
}
END_TEST

static void
expect_no_fit(const char *part, const char *by)
{
    struct import_draft draft = { 0 };
    spoil(part, by);
    struct import *import = found(&draft);
    error_clear(&err);
    ck_assert_msg(!import_draft_take_up(&draft, import, &err), "%s by %s", part, by);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_msg(import_is_headless(import), "something was taken up");
    import_draft_clear(&draft);
    import_free(import);
}

START_TEST(text__that_does_not_fit_the_file__is_refused_whole)
{
    expect_no_fit("'mend'||char(9)||'1'", "'mend'||char(9)||'4'");
    expect_no_fit("'mend'||char(9)||'1'", "'mend'||char(9)||'4294967295'");
    expect_no_fit("'Ida'||char(9)", "'Ida'");
    expect_no_fit("'Ida'", "'Ida'||char(9)");
    expect_no_fit("'decision'||char(9)||'2'", "'decision'||char(9)||'77'");
    expect_no_fit("'head'||char(9)||'0'", "'head'||char(9)||'4'");
    expect_no_fit("'column'||char(9)||'email'||char(10)", "''");
    expect_no_fit("'column'||char(9)||'email'||char(10)",
                  "'column'||char(9)||'email'||char(10)||'column'||char(9)||'phone'||"
                  "char(10)");
}
END_TEST

/* A row is decided again only if it is judged as it was. */
START_TEST(decision__that_the_judgement_does_not_bear_out__is_forgotten)
{
    spoil("'decision'||char(9)||'2'||char(9)||'1'",
          "'decision'||char(9)||'2'||char(9)||'999'");
    struct import *import = taken_up(false);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_DOUBTFUL);
    import_free(import);
}
END_TEST

START_TEST(cells__that_were_typed_and_not_saved__are_left_too)
{
    static const char *const typed[] = { "Amsel", "Ida", "ida@", "x\ty" };
    size_t count;
    struct import *import = opened(HEADER ROWS);
    say_columns(import);
    sheet_judge(import);
    import_type_row(import, 0, typed, 4);
    keep(import);
    import_free(import);
    import = taken_up(false);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_REFUSED);
    ck_assert_str_eq(import_typed_cells(import, 0, &count)[2], "ida@");
    ck_assert_str_eq(import_typed_cells(import, 0, &count)[3], "x\ty");
    import_untype_row(import, 0);
    keep(import);
    import_free(import);
    import = taken_up(false);
    sheet_judge(import);
    ck_assert(!import_typed_cells(import, 0, &count));
    import_free(import);
}
END_TEST

/* Columns, mended rows and decisions; but what was typed since is nowhere else. */
START_TEST(file__that_goes_back__is_as_it_was_but_for_what_is_typed)
{
    static const char *const typed[] = { "Amsel", "Ida", "ida@", "" };
    size_t count;
    bool done;
    struct import *import = opened(HEADER ROWS);
    say_columns(import);
    sheet_judge(import);
    ck_assert_msg(import_settle(import, 1, 0, &err), "%s", err.message);
    char *before = import_draft_text(import);
    ck_assert_msg(import_leave_out_wrong(import, 0, &done, &err), "%s", err.message);
    ck_assert_msg(import_leave_out_wrong(import, 2, &done, &err), "%s", err.message);
    import_undecide(import, 1);
    import_mapping(import)->targets[3] = IMPORT_NEEDS;
    import_type_row(import, 0, typed, 4);
    sheet_judge(import);
    ck_assert_msg(import_draft_go_back(import, before, &err), "%s", err.message);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_REFUSED);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_NEW);
    ck_assert_int_eq(import_row_verdict(import, 2), IMPORT_REFUSED);
    ck_assert_int_eq(import_mapping(import)->targets[3], IMPORT_NOTE);
    ck_assert_str_eq(import_typed_cells(import, 0, &count)[2], "ida@");
    import_untype_row(import, 0);
    char *after = import_draft_text(import);
    ck_assert_str_eq(before, after);
    free(after);
    free(before);
    import_free(import);
}
END_TEST

/* A colleague wrote to the person in between: nothing is decided over their head. */
START_TEST(file__that_goes_back__does_not_settle_whom_a_colleague_changed)
{
    struct import *import = opened(HEADER ROWS);
    const int64_t paul = database_file_number("SELECT id FROM person");
    say_columns(import);
    sheet_judge(import);
    ck_assert_msg(import_settle(import, 1, paul, &err), "%s", err.message);
    char *before = import_draft_text(import);
    office_change(colleague, &person_entity, paul, "phone", "0999999999", NULL);
    sheet_judge(import);
    ck_assert_msg(import_draft_go_back(import, before, &err), "%s", err.message);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_DOUBTFUL);
    free(before);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, import__that_was_left__goes_on_where_it_was);
    tcase_add_test(tests, run__by_itself__drops_nothing_that_was_left);
    tcase_add_test(tests, forgetting__that_was_left__is_done_by_the_run_that_follows);
    tcase_add_test(tests, import__is_left_for_its_login_its_file_and_its_goal);
    tcase_add_test(tests,
                   file__that_was_left_last__is_offered_until_its_rows_are_written);
    tcase_add_test(tests, file__that_was_only_looked_at__leaves_nothing);
    tcase_add_test(tests, file__that_was_written_anew_as_it_is__has_not_changed);
    tcase_add_test(tests, file__that_has_changed__begins_anew_with_its_columns);
    tcase_add_test(tests, file__of_other_headings__begins_anew_altogether);
    tcase_add_test(tests, text__that_this_program_did_not_write__is_passed_over);
    tcase_add_test(tests, text__that_does_not_fit_the_file__is_refused_whole);
    tcase_add_test(tests, decision__that_the_judgement_does_not_bear_out__is_forgotten);
    tcase_add_test(tests, cells__that_were_typed_and_not_saved__are_left_too);
    tcase_add_test(tests, file__that_goes_back__is_as_it_was_but_for_what_is_typed);
    tcase_add_test(tests, file__that_goes_back__does_not_settle_whom_a_colleague_changed);
}

SUITE_MAIN("import_draft")
