/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upkeep_test.c - backup, restore, check and upgrade, and the files that are refused
 *
 * How the program says it to a person is in tests/program/start_test.c.
 */
#include "atelier/app/change_settings.h"
#include "atelier/app/upkeep.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/base/memory.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/suite.h"

enum { NOBODY = 65534, APPLICATION_ID = 0x4154454c };

static struct atelier *at;

static void
begin(void)
{
    at = office_found();
    office_add_person(at, "Durand", "Paul");
}

static void
end(void)
{
    office_end(at);
}

static void
leave(void)
{
    atelier_close(at);
    at = NULL;
}

static struct atelier_options
options(const char *login)
{
    return (struct atelier_options){ .database = database_file_path("atelier.db"),
                                     .identity = OFFICE_IDENTITY,
                                     .as = login };
}

static void
back_up(const char *name)
{
    struct error err = { 0 };

    ck_assert_msg(upkeep_back_up(at, database_file_path(name), NULL, NULL, &err), "%s",
                  err.message);
}

static bool
restore(const struct atelier_options *own, const char *source, struct error *err)
{
    struct restore_report report;
    bool ok = upkeep_restore(own, source, &report, err);
    restore_report_clear(&report);
    return ok;
}

static void
expect_people(const char *families)
{
    office_expect("SELECT family FROM person ORDER BY id", families);
}

/* Everything of the file, to be compared with what it is later. */
static char *
bytes_of(const char *name, size_t *length)
{
    return paper_read(database_file_path(name), length);
}

static void
expect_untouched(const char *name, char *before, size_t length)
{
    size_t now;
    char *after = bytes_of(name, &now);

    ck_assert_uint_eq(now, length);
    ck_assert_mem_eq(after, before, length);
    free(after);
    free(before);
}

/* ---- backup and restore ---- */

START_TEST(backup__is_made_while_others_work_and_brings_their_work_back)
{
    struct error err = { 0 };
    struct atelier *colleague = office_hire(at, "claire", ROLE_ORGANISER);

    office_add_person(colleague, "Lefèvre", "Zoé");
    back_up("copy.db");
    office_add_person(colleague, "Petit", "Luc");
    expect_people("Durand\nLefèvre\nPetit\n");
    atelier_close(colleague);
    leave();

    struct atelier_options own = options(NULL);
    ck_assert_msg(restore(&own, database_file_path("copy.db"), &err), "%s", err.message);
    expect_people("Durand\nLefèvre\n");
    office_expect("SELECT act || ' ' || summary FROM journal ORDER BY id DESC LIMIT 1",
                  "database.restore copy.db\n");
    at = office_return(NULL, OFFICE_NOW);
    office_expect_whole(at);
    office_add_person(at, "Roux", "Eva");
}
END_TEST

START_TEST(backup__is_never_made_over_a_file)
{
    struct error err = { 0 };
    const char *path = paper_write("copy.db", "mine");

    ck_assert(!upkeep_back_up(at, path, NULL, NULL, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "copy.db"));
    char *text = paper_read(path, NULL);
    ck_assert_str_eq(text, "mine");
    free(text);
}
END_TEST

static bool
stop(void *context, int64_t done, int64_t total)
{
    (void)context;
    (void)done;
    (void)total;
    return true;
}

START_TEST(backup__that_is_stopped__leaves_no_half_of_one)
{
    struct error err = { 0 };

    ck_assert(!upkeep_back_up(at, database_file_path("copy.db"), stop, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_uint_eq(paper_count("copy.db"), 0);
    ck_assert_uint_eq(paper_count(".part"), 0);
}
END_TEST

START_TEST(backup_and_restore__are_for_administrators)
{
    struct error err = { 0 };
    struct atelier *colleague = office_hire(at, "claire", ROLE_ORGANISER);
    struct atelier_options claire = options("claire");

    back_up("copy.db");
    ck_assert(
        !upkeep_back_up(colleague, database_file_path("other.db"), NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_uint_eq(paper_count("other.db"), 0);
    atelier_close(colleague);
    leave();

    ck_assert(!restore(&claire, database_file_path("copy.db"), &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_uint_eq(paper_count(".replaced"), 0);
}
END_TEST

START_TEST(restore__while_somebody_works__asks_them_to_leave)
{
    struct error err = { 0 };
    struct atelier_options own = options(NULL);

    back_up("copy.db");
    ck_assert(!restore(&own, database_file_path("copy.db"), &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    ck_assert_ptr_nonnull(strstr(err.message, "in use"));
    office_add_person(at, "Petit", "Luc");
    expect_people("Durand\nPetit\n");
}
END_TEST

/* What keeps the program from asking for the role is no permission. */
START_TEST(restore__is_refused__while_the_role_cannot_be_asked)
{
    enum { MOST = 40 };
    struct rlimit limit;
    struct rlimit few;
    struct error err = { 0 };

    atelier_close(office_hire(at, "claire", ROLE_ORGANISER));
    back_up("copy.db");
    leave();
    ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    for (few = limit, few.rlim_cur = 3; few.rlim_cur < MOST; few.rlim_cur++) {
        const struct atelier_options claire = options("claire");
        ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
        const bool done = restore(&claire, database_file_path("copy.db"), &err);
        ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
        ck_assert_msg(!done, "restored with %u descriptors", (unsigned)few.rlim_cur);
        if (err.kind == ERROR_RULE)
            break;
    }
    ck_assert_int_lt((int)few.rlim_cur, MOST);
    ck_assert(database_file_run("PRAGMA user_version = 9999"));
    const struct atelier_options claire = options("claire");
    ck_assert(!restore(&claire, database_file_path("copy.db"), &err));
    ck_assert_msg(strstr(err.message, "newer atelier") != NULL, "%s", err.message);
    ck_assert_uint_eq(paper_count(".replaced"), 0);
}
END_TEST

START_TEST(restore__of_a_file_that_is_no_backup__changes_nothing)
{
    struct error err = { 0 };
    struct atelier_options own = options(NULL);

    leave();
    ck_assert(!restore(&own, paper_write("copy.db", "Dear colleagues,\n"), &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    expect_people("Durand\n");
    ck_assert_uint_eq(paper_count(".replaced"), 0);
}
END_TEST

START_TEST(restore__saves_an_office_whose_file_was_damaged)
{
    struct error err = { 0 };
    struct atelier_options own = options(NULL);

    back_up("copy.db");
    leave();
    paper_write("atelier.db", "SQLite format 3");
    ck_assert_msg(restore(&own, database_file_path("copy.db"), &err), "%s", err.message);
    expect_people("Durand\n");
    ck_assert_uint_eq(paper_count(".replaced"), 1);
}
END_TEST

/* In the folder of a group everybody may lay one, to any file of whoever restores. */
START_TEST(restore__through_the_link_of_another__is_refused)
{
    struct error err = { 0 };
    struct atelier_options own = options(NULL);

    if (geteuid() != 0)
        return;
    back_up("copy.db");
    leave();
    paper_write("own", "mine");
    ck_assert_int_eq(unlink(database_file_path("atelier.db")), 0);
    ck_assert_int_eq(symlink("own", database_file_path("atelier.db")), 0);
    ck_assert_int_eq(lchown(database_file_path("atelier.db"), NOBODY, (gid_t)-1), 0);
    ck_assert(!restore(&own, database_file_path("copy.db"), &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    char *text = bytes_of("own", NULL);
    ck_assert_str_eq(text, "mine");
    free(text);
}
END_TEST

/* ---- check ---- */

START_TEST(check__finds_a_counter_that_somebody_broke)
{
    struct check_report report = { 0 };
    struct error err = { 0 };

    int64_t meeting =
        office_add_meeting(at, office_add_group(at, "URB"), "2027-03-16 09:30", 12);
    office_register(at, meeting, 1);
    office_expect_whole(at);

    ck_assert(database_file_run("UPDATE head_count SET people = 7"));
    ck_assert_msg(upkeep_check(at, false, &report, &err), "%s", err.message);
    ck_assert_uint_eq(report.count, 1);
    ck_assert_ptr_nonnull(strstr(report.problems[0], "7"));
    check_report_clear(&report);
}
END_TEST

/* ---- upgrade ---- */

/* The schema as it was when only some of the migrations were known. */
static void
make_older(const char *name, int version)
{
    static const char *const files[] = { "0001-nouns.sql", "0002-journal.sql",
                                         "0003-search.sql", "0004-open-meetings.sql" };
    const char *source = getenv("ATELIER_SRCDIR");
    char *login = memory_copy(atelier_login(at));
    char text[600];
    sqlite3 *sqlite = NULL;

    leave();
    ck_assert_int_eq(unlink(database_file_path(name)), 0);
    ck_assert_ptr_nonnull(source);
    ck_assert_int_eq(sqlite3_open(database_file_path(name), &sqlite), SQLITE_OK);
    for (int i = 0; i < version; i++) {
        (void)snprintf(text, sizeof text, "%s/share/migrations/%s", source, files[i]);
        char *sql = paper_read(text, NULL);
        ck_assert_msg(sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
                      sqlite3_errmsg(sqlite));
        free(sql);
    }
    (void)snprintf(text, sizeof text,
                   "PRAGMA application_id = %d; PRAGMA user_version = %d;"
                   "INSERT INTO category (rev, created_at, created_by, changed_at,"
                   " changed_by, name) VALUES (1, 0, 'anna', 0, 'anna', 'expert');"
                   "INSERT INTO person (rev, created_at, created_by, changed_at,"
                   " changed_by, family, given, consent, sort_key)"
                   " VALUES (1, 0, 'anna', 0, 'anna', 'Müller', 'Jan', 0, 'muller jan');"
                   "INSERT INTO staff (rev, created_at, created_by, changed_at,"
                   " changed_by, login, role)"
                   " VALUES (1, 0, 'anna', 0, 'anna', '%s', 'administrator')",
                   APPLICATION_ID, version, login);
    free(login);
    ck_assert_msg(sqlite3_exec(sqlite, text, NULL, NULL, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(sqlite));
    sqlite3_close(sqlite);
}

static int
version_of(const char *name)
{
    sqlite3 *sqlite = NULL;
    sqlite3_stmt *statement = NULL;

    ck_assert_int_eq(sqlite3_open(database_file_path(name), &sqlite), SQLITE_OK);
    ck_assert_int_eq(
        sqlite3_prepare_v2(sqlite, "PRAGMA user_version", -1, &statement, NULL),
        SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    int version = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(sqlite);
    return version;
}

static size_t
people_found(struct atelier *office, const char *words)
{
    struct listing_query query = { .kind = LISTING_PERSON, .search = words };
    struct listing_page page = { 0 };
    struct error err = { 0 };

    ck_assert_msg(listing_fetch(office, &query, LISTING_FIRST, NULL, 9, &page, &err),
                  "%s", err.message);
    const size_t count = page.count;
    listing_page_clear(&page);
    return count;
}

START_TEST(older_schema__is_copied_and_then_upgraded)
{
    struct error err = { 0 };
    int latest = version_of("atelier.db");
    char copy[40];
    struct stat status;

    make_older("atelier.db", _i);
    struct atelier_options own = options(NULL);
    struct atelier *upgraded = atelier_open(&own, &err);
    ck_assert_msg(upgraded != NULL, "%s", err.message);
    office_expect("SELECT name FROM category", "expert\n");
    office_expect_whole(upgraded);
    ck_assert_uint_eq(people_found(upgraded, "mul ja"), 1);
    ck_assert_uint_eq(people_found(upgraded, "uller"), 0);
    atelier_close(upgraded);

    ck_assert_int_eq(version_of("atelier.db"), latest);
    (void)snprintf(copy, sizeof copy, "atelier.db.before-%d", latest);
    ck_assert_int_eq(version_of(copy), _i);
    ck_assert_int_eq(stat(database_file_path(copy), &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0600);
}
END_TEST

/* As after a restore of an older backup: the copy that is there is not of this file. */
START_TEST(older_schema__is_copied_beside_an_earlier_copy)
{
    struct error err = { 0 };
    char copy[40];

    (void)snprintf(copy, sizeof copy, "atelier.db.before-%d", version_of("atelier.db"));
    make_older("atelier.db", 2);
    paper_write(copy, "an earlier copy");
    struct atelier_options own = options(NULL);
    struct atelier *upgraded = atelier_open(&own, &err);
    ck_assert_msg(upgraded != NULL, "%s", err.message);
    atelier_close(upgraded);

    char *earlier = bytes_of(copy, NULL);
    ck_assert_str_eq(earlier, "an earlier copy");
    free(earlier);
    (void)strcat(copy, "-2");
    ck_assert_int_eq(version_of(copy), 2);
}
END_TEST

/* As often as it is tried: no copy of it fills the disk. */
START_TEST(older_schema__that_cannot_be_upgraded__stays_as_it_was)
{
    struct error err = { 0 };
    struct atelier_options own = options(NULL);
    char kept[40];

    (void)snprintf(kept, sizeof kept, ".before-%d", version_of("atelier.db"));
    leave();
    ck_assert(database_file_run("PRAGMA user_version = 3"));
    for (int i = 0; i < 3; i++) {
        ck_assert_ptr_null(atelier_open(&own, &err));
        ck_assert_int_eq(err.kind, ERROR_DATABASE);
    }
    ck_assert_uint_eq(paper_count(kept), 0);
    ck_assert_uint_eq(paper_count(".part"), 0);
    expect_people("Durand\n");
}
END_TEST

START_TEST(older_schema__waits_for_nobody_and_names_who_is_in)
{
    struct error err = { 0 };
    sqlite3 *colleague = NULL;

    make_older("atelier.db", 2);
    struct atelier_options own = options(NULL);
    ck_assert_int_eq(sqlite3_open(database_file_path("atelier.db"), &colleague),
                     SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(colleague,
                                  "PRAGMA journal_mode = WAL; SELECT * FROM person", NULL,
                                  NULL, NULL),
                     SQLITE_OK);
    ck_assert_ptr_null(atelier_open(&own, &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    ck_assert_ptr_nonnull(strstr(err.message, "in use"));
    sqlite3_close(colleague);
    ck_assert_int_eq(version_of("atelier.db"), 2);
}
END_TEST

START_TEST(older_schema__that_may_only_be_read__is_not_upgraded)
{
    struct error err = { 0 };
    size_t length;

    make_older("atelier.db", 2);
    char *before = bytes_of("atelier.db", &length);
    struct atelier_options reader = options(NULL);
    reader.read_only = true;
    ck_assert_ptr_null(atelier_open(&reader, &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    expect_untouched("atelier.db", before, length);
}
END_TEST

/* ---- refused ---- */

static void
expect_refusal(const char *words)
{
    struct error err = { 0 };
    struct atelier_options own = options(NULL);
    size_t length;
    char *before = bytes_of("atelier.db", &length);

    ck_assert_ptr_null(atelier_open(&own, &err));
    ck_assert_int_eq(err.kind, ERROR_DATABASE);
    ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
    expect_untouched("atelier.db", before, length);
    ck_assert_uint_eq(paper_count("-wal"), 0);
    ck_assert_uint_eq(paper_count(".before-5"), 0);
}

START_TEST(newer_schema__is_refused)
{
    leave();
    ck_assert(database_file_run("PRAGMA user_version = 9999"));
    expect_refusal("newer atelier");
}
END_TEST

START_TEST(database_of_another_program__is_refused)
{
    leave();
    ck_assert(database_file_run("PRAGMA application_id = 7"));
    expect_refusal("not a database of atelier");
}
END_TEST

START_TEST(letter__is_refused)
{
    leave();
    paper_write("atelier.db", "Dear colleagues, this is not a database at all.\n");
    expect_refusal("atelier.db");
}
END_TEST

/* root reads and writes everything, so the test becomes nobody for a while. */
static bool
become_nobody(void)
{
    if (geteuid() != 0)
        return false;
    ck_assert_int_eq(chmod(database_file_path("."), 0755), 0);
    ck_assert_int_eq(seteuid(NOBODY), 0);
    return true;
}

START_TEST(file__that_can_only_be_read__is_read_and_not_written)
{
    struct error err = { 0 };
    struct settings *settings = record_new(&settings_entity);
    struct person *person = record_new(&person_entity);

    back_up("copy.db"); /* whole in itself: a -wal would want to be written */
    leave();
    ck_assert_int_eq(chmod(database_file_path("copy.db"), 0444), 0);
    if (!become_nobody())
        return;
    struct atelier_options reader = { .database = database_file_path("copy.db"),
                                      .identity = OFFICE_IDENTITY };
    struct atelier *nobody = atelier_open(&reader, &err);
    ck_assert_msg(nobody != NULL, "%s", err.message);
    ck_assert(atelier_is_read_only(nobody));
    ck_assert(edit_load(nobody, &person_entity, 1, person, &err));
    ck_assert_str_eq(person->family, "Durand");
    ck_assert(!edit_change(nobody, &person_entity, person, &err));
    ck_assert(!settings_change(nobody, settings, &err));
    atelier_close(nobody);
    ck_assert_int_eq(seteuid(0), 0);
    record_free(&person_entity, person);
    record_free(&settings_entity, settings);
}
END_TEST

START_TEST(folder__that_is_not_ones_own__gets_no_backup_and_no_database)
{
    struct error err = { 0 };
    struct atelier_options own = { .database = database_file_path("other.db"),
                                   .identity = OFFICE_IDENTITY };
    char *copy = memory_copy(database_file_path("copy.db"));

    if (become_nobody()) {
        bool made = upkeep_back_up(at, copy, NULL, NULL, &err);
        struct error other = { 0 };
        struct atelier *created = atelier_create(&own, &other);
        ck_assert_int_eq(seteuid(0), 0);
        ck_assert(!made && created == NULL);
        ck_assert_ptr_nonnull(strstr(err.message, "copy.db"));
        ck_assert_ptr_nonnull(strstr(other.message, "other.db"));
        ck_assert_uint_eq(paper_count("copy.db"), 0);
        ck_assert_uint_eq(paper_count("other.db"), 0);
    }
    free(copy);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, backup__is_made_while_others_work_and_brings_their_work_back);
    tcase_add_test(tests, backup__is_never_made_over_a_file);
    tcase_add_test(tests, backup__that_is_stopped__leaves_no_half_of_one);
    tcase_add_test(tests, backup_and_restore__are_for_administrators);
    tcase_add_test(tests, restore__while_somebody_works__asks_them_to_leave);
    tcase_add_test(tests, restore__is_refused__while_the_role_cannot_be_asked);
    tcase_add_test(tests, restore__of_a_file_that_is_no_backup__changes_nothing);
    tcase_add_test(tests, restore__saves_an_office_whose_file_was_damaged);
    tcase_add_test(tests, restore__through_the_link_of_another__is_refused);
    tcase_add_test(tests, check__finds_a_counter_that_somebody_broke);
    tcase_add_loop_test(tests, older_schema__is_copied_and_then_upgraded, 1, 5);
    tcase_add_test(tests, older_schema__is_copied_beside_an_earlier_copy);
    tcase_add_test(tests, older_schema__that_cannot_be_upgraded__stays_as_it_was);
    tcase_add_test(tests, older_schema__waits_for_nobody_and_names_who_is_in);
    tcase_add_test(tests, older_schema__that_may_only_be_read__is_not_upgraded);
    tcase_add_test(tests, newer_schema__is_refused);
    tcase_add_test(tests, database_of_another_program__is_refused);
    tcase_add_test(tests, letter__is_refused);
    tcase_add_test(tests, file__that_can_only_be_read__is_read_and_not_written);
    tcase_add_test(tests, folder__that_is_not_ones_own__gets_no_backup_and_no_database);
}

SUITE_MAIN("upkeep")
