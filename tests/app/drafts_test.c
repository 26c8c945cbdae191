/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drafts_test.c - drafts outlive a dropped line, each in the hands of its writer */
#include "atelier/app/drafts.h"

#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/edit.h"
#include "atelier/base/memory.h"
#include "atelier/domain/staff.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;
static struct atelier *colleague;

static void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "binta", ROLE_DESK);
}

static void
end(void)
{
    atelier_close(colleague);
    office_end(at);
}

static int64_t
keep(struct atelier *who, const char *screen, int64_t row, const char *fields)
{
    struct draft draft = {
        .screen = memory_copy(screen),
        .entity = memory_copy("person"),
        .row = row,
        .fields = memory_copy(fields),
    };
    struct error err = { 0 };

    ck_assert_msg(drafts_keep(who, &draft, &err), "%s", err.message);
    int64_t id = draft.id;
    draft_clear(&draft);
    return id;
}

/* The fields of the draft that is found, "" when there is none. */
static void
expect(struct atelier *who, const char *screen, const char *fields)
{
    struct draft draft = { 0 };
    struct error err = { 0 };

    ck_assert_msg(drafts_find(who, screen, 0, &draft, &err), "%s", err.message);
    ck_assert_str_eq(draft.fields != NULL ? draft.fields : "", fields);
    ck_assert((draft.id == 0) == (fields[0] == '\0'));
    draft_clear(&draft);
}

START_TEST(draft__is_found_again_after_the_line_dropped)
{
    keep(at, "person", 0, "family=Dur");
    atelier_close(at);
    at = office_return(NULL, OFFICE_NOW);
    expect(at, "person", "family=Dur");
    expect(at, NULL, "family=Dur");
}
END_TEST

START_TEST(draft__belongs_to_its_login_and_its_screen)
{
    keep(at, "person", 0, "family=Dur");
    expect(colleague, "person", "");
    expect(colleague, NULL, "");
    expect(at, "meeting", "");
    keep(colleague, "person", 0, "family=Lef");
    expect(at, "person", "family=Dur");
    expect(colleague, "person", "family=Lef");
}
END_TEST

START_TEST(draft__typed_on__replaces_itself)
{
    int64_t first = keep(at, "person", 0, "family=Dur");

    ck_assert_int_eq(keep(at, "person", 0, "family=Durand"), first);
    expect(at, "person", "family=Durand");
    office_expect("SELECT count(*) FROM draft", "1\n");
    keep(at, "person", 7, "family=Petit");
    office_expect("SELECT count(*) FROM draft", "2\n");
}
END_TEST

START_TEST(draft__that_is_newest__is_found_first)
{
    keep(at, "person", 0, "family=Dur");
    keep(at, "meeting", 0, "title=Em");
    struct atelier *later = office_return(NULL, "2027-03-01 09:05");
    keep(later, "person", 0, "family=Durand");
    expect(later, NULL, "family=Durand");
    expect(later, "meeting", "title=Em");
    atelier_close(later);
}
END_TEST

START_TEST(drafts__are_found_one_after_the_other__the_newest_first)
{
    struct draft newest = { 0 };
    struct draft older = { 0 };
    struct error err = { 0 };
    int64_t first = keep(at, "person", 0, "family=Dur");
    int64_t second = keep(at, "meeting", 0, "title=Em"); /* in the same second */
    keep(colleague, "person", 0, "family=Lef");

    ck_assert(drafts_find(at, NULL, 0, &newest, &err));
    ck_assert_int_eq(newest.id, second);
    ck_assert_msg(drafts_next(at, &newest, &older, &err), "%s", err.message);
    ck_assert_int_eq(older.id, first);
    ck_assert(drafts_next(at, &older, &newest, &err));
    ck_assert_int_eq(newest.id, 0);
    draft_clear(&newest);
    draft_clear(&older);
}
END_TEST

START_TEST(draft__that_is_dropped__is_gone)
{
    struct error err = { 0 };
    int64_t id = keep(at, "person", 0, "family=Dur");

    ck_assert(drafts_drop(at, 0, &err));
    expect(at, "person", "family=Dur");
    ck_assert_msg(drafts_drop(at, id, &err), "%s", err.message);
    expect(at, "person", "");
    ck_assert(drafts_drop(at, id, &err));
}
END_TEST

START_TEST(draft__of_somebody_else__is_not_dropped)
{
    struct error err = { 0 };

    int64_t id = keep(at, "person", 0, "family=Dur");
    drafts_drop(colleague, id, &err);
    expect(at, "person", "family=Dur");
}
END_TEST

START_TEST(draft__leaves_no_act_in_the_journal)
{
    int64_t before = database_file_number("SELECT count(*) FROM journal");

    keep(at, "person", 0, "family=Dur");
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM journal"), before);
    office_expect_whole(at);
}
END_TEST

START_TEST(draft__on_a_file_that_can_only_be_read__is_let_go_in_silence)
{
    struct atelier_options options = { .database = database_file_path("atelier.db"),
                                       .identity = OFFICE_IDENTITY,
                                       .read_only = true };
    struct error err = { 0 };
    struct atelier *reader = atelier_open(&options, &err);

    ck_assert_msg(reader != NULL, "%s", err.message);
    ck_assert_int_eq(keep(reader, "person", 0, "family=Dur"), 0);
    ck_assert(drafts_drop(reader, 1, &err));
    expect(reader, "person", "");
    atelier_close(reader);
}
END_TEST

/* Another window of the same login keeps a draft, and lives until it is let go. */
static pid_t
keep_elsewhere(const char *fields, int *let_go)
{
    int ready[2];
    int held[2];
    char byte;

    ck_assert_int_eq(pipe(ready), 0);
    ck_assert_int_eq(pipe(held), 0);
    const pid_t child = fork();
    if (child == 0) {
        (void)close(held[1]);
        struct atelier *other = office_return(NULL, OFFICE_NOW);
        keep(other, "person", 0, fields);
        (void)!write(ready[1], "x", 1);
        (void)!read(held[0], &byte, 1);
        _exit(0);
    }
    ck_assert_int_eq(read(ready[0], &byte, 1), 1);
    (void)close(ready[0]);
    (void)close(ready[1]);
    (void)close(held[0]);
    *let_go = held[1];
    return child;
}

START_TEST(drafts__go_along_with_a_login__and_to_nobody_who_gets_it_later)
{
    const int64_t binta =
        database_file_number("SELECT id FROM staff WHERE login = 'binta'");

    keep(colleague, "person", 0, "family=Lef");
    atelier_close(colleague);
    office_change(at, &staff_entity, binta, "login", "binta.b", NULL);
    colleague = office_return("binta.b", OFFICE_NOW);
    expect(colleague, "person", "family=Lef");
    struct atelier *later = office_hire(at, "binta", ROLE_DESK);
    expect(later, NULL, "");
    keep(later, "person", 0, "family=Mor");
    atelier_close(later);
    struct error err = { 0 };
    ck_assert_msg(
        edit_remove(at, &staff_entity,
                    database_file_number("SELECT id FROM staff WHERE login = 'binta'"),
                    database_file_number("SELECT rev FROM staff WHERE login = 'binta'"),
                    &err),
        "%s", err.message);
    later = office_hire(at, "binta", ROLE_DESK);
    expect(later, NULL, "");
    expect(colleague, "person", "family=Lef");
    atelier_close(later);
}
END_TEST

START_TEST(draft_of_another_window__is_written_over_only_once_that_is_gone)
{
    int let_go;
    const pid_t child = keep_elsewhere("family=Dur", &let_go);
    struct draft mine = { .screen = memory_copy("person"),
                          .entity = memory_copy("person"),
                          .fields = memory_copy("family=Hug") };
    struct error err = { 0 };

    ck_assert(!drafts_keep(at, &mine, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    expect(at, "person", "family=Dur");
    (void)close(let_go);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
    ck_assert_msg(drafts_keep(at, &mine, &err), "%s", err.message);
    expect(at, "person", "family=Hug");
    draft_clear(&mine);
}
END_TEST

START_TEST(draft_that_is_taken_up__may_be_written_and_dropped_there_alone)
{
    int let_go;
    const pid_t child = keep_elsewhere("family=Dur", &let_go);
    struct draft found = { 0 };
    struct draft again = { 0 };
    struct error err = { 0 };

    ck_assert(drafts_find(at, "person", 0, &found, &err));
    ck_assert(drafts_is_in_use(&found));
    ck_assert(drafts_drop(at, found.id, &err)); /* not ours */
    expect(at, "person", "family=Dur");
    ck_assert(drafts_find(at, "person", 0, &again, &err));
    ck_assert_msg(drafts_take(at, &found, &err), "%s", err.message);
    ck_assert(!drafts_is_in_use(&found));
    ck_assert(!drafts_take(at, &again, &err)); /* it is not as it was found */
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    memory_replace(&found.fields, "family=Durrer");
    ck_assert(drafts_keep(at, &found, &err));
    expect(at, "person", "family=Durrer");
    ck_assert(drafts_drop(at, found.id, &err));
    expect(at, "person", "");
    ck_assert(!drafts_keep(at, &found, &err)); /* nor is it made anew */
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    draft_clear(&found);
    draft_clear(&again);
    (void)close(let_go);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, drafts__go_along_with_a_login__and_to_nobody_who_gets_it_later);
    tcase_add_test(tests, draft__is_found_again_after_the_line_dropped);
    tcase_add_test(tests, draft__belongs_to_its_login_and_its_screen);
    tcase_add_test(tests, draft__typed_on__replaces_itself);
    tcase_add_test(tests, draft__that_is_newest__is_found_first);
    tcase_add_test(tests, drafts__are_found_one_after_the_other__the_newest_first);
    tcase_add_test(tests, draft__that_is_dropped__is_gone);
    tcase_add_test(tests, draft__of_somebody_else__is_not_dropped);
    tcase_add_test(tests, draft__leaves_no_act_in_the_journal);
    tcase_add_test(tests, draft__on_a_file_that_can_only_be_read__is_let_go_in_silence);
    tcase_add_test(tests,
                   draft_of_another_window__is_written_over_only_once_that_is_gone);
    tcase_add_test(tests, draft_that_is_taken_up__may_be_written_and_dropped_there_alone);
}

SUITE_MAIN("drafts")
