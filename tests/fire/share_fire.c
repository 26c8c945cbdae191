/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_fire.c - a database in a folder for a group, and those who may not
 *
 * Who is kept out reads which file it is, whose, with what mode, and what to do.  Who is
 * let in cannot make root write where only root may.
 */
#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/app/register.h"
#include "fire/fire.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/old_system.h"
#include "support/paper.h"
#include "support/suite.h"

/* Numbers that nobody has. */
enum { ANNA = 54001, BERT = 54002, STRANGER = 54003, GROUP = 54100 };

static int64_t meeting;
static int64_t people[3];
static char database[256];

static bool
can_change_users(void)
{
    int status = 1;
    const pid_t pid = fork();

    if (pid == 0)
        _exit(setgroups(0, NULL) != 0 || setresgid(GROUP, GROUP, GROUP) != 0 ||
              setresuid(ANNA, ANNA, ANNA) != 0);
    return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
}

/* A meeting, three people, and the group's two members of staff. */
static void
set_up(void)
{
    struct atelier *at = office_found_by(office_self());
    static const char *const logins[] = { "54001", "54002" };

    const int64_t group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", 12);
    for (size_t i = 0; i < 3; i++)
        people[i] = office_add_person(at, "Müller",
                                      i == 0   ? "Anna"
                                      : i == 1 ? "Bo"
                                               : "Cy");
    for (size_t i = 0; i < 2; i++)
        office_add(at, &staff_entity, "login", logins[i], "role", "desk", NULL);
    atelier_close(at);
    (void)snprintf(database, sizeof(database), "%s", database_file_path("atelier.db"));
}

static void
tear_down(void)
{
    office_end(NULL);
}

/* The folder and the file, as an administrator has given them away. */
static void
give(uid_t owner, mode_t mode, mode_t folder_mode)
{
    const char *folder = database_file_path("");

    (void)unlink(database_file_path("atelier.db.queue"));
    ck_assert_int_eq(chown(folder, 0, GROUP), 0);
    ck_assert_int_eq(chmod(folder, folder_mode), 0);
    ck_assert_int_eq(chown(database, owner, GROUP), 0);
    ck_assert_int_eq(chmod(database, mode), 0);
}

struct visit {
    bool read, wrote;
    char said[600];
};

static void
become(uid_t who)
{
    const gid_t group = who == STRANGER ? STRANGER : GROUP;

    (void)umask(077);
    if (setgroups(0, NULL) != 0 || setresgid(group, group, group) != 0 ||
        setresuid(who, who, who) != 0)
        _exit(EXIT_FAILURE);
}

static void
try_all(size_t person, struct visit *visit)
{
    const struct atelier_options options = { .database = database,
                                             .identity = office_self(),
                                             .now = INSTANT_NONE };
    const struct register_request request = { .meeting = meeting,
                                              .person = people[person] };
    struct register_outcome outcome;
    struct error err = { 0 };
    struct atelier *at = atelier_open(&options, &err);
    visit->read = at != NULL;
    visit->wrote = at != NULL && register_add(at, &request, &outcome, &err);
    (void)snprintf(visit->said, sizeof(visit->said), "%s", err.message);
}

/* Somebody opens the database and puts a person on the list; the database is then closed
 * or, when killed, left as it is. */
static struct visit
come(uid_t who, size_t person, bool killed)
{
    struct visit visit = { 0 };
    int answer[2];

    ck_assert_int_eq(pipe(answer), 0);
    const pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        become(who);
        try_all(person, &visit);
        if (write(answer[1], &visit, sizeof(visit)) != (ssize_t)sizeof(visit))
            _exit(EXIT_FAILURE);
        (void)raise(killed ? SIGKILL : SIGTERM);
    }
    ck_assert_int_eq(read(answer[0], &visit, sizeof(visit)), (ssize_t)sizeof(visit));
    ck_assert_int_eq(waitpid(pid, NULL, 0), pid);
    (void)close(answer[0]);
    (void)close(answer[1]);
    if (*visit.said != '\0')
        fire_figure(who == STRANGER ? "a stranger reads"
                    : who == ANNA   ? "Anna reads"
                    : who == BERT   ? "Bert reads"
                                    : "root reads",
                    "%s", visit.said);
    return visit;
}

static void
expect_words(const struct visit *visit, const char *file, const char *owner,
             const char *mode)
{
    ck_assert_msg(strstr(visit->said, file) != NULL, "the file: %s", visit->said);
    ck_assert_msg(strstr(visit->said, owner) != NULL, "the owner: %s", visit->said);
    ck_assert_msg(strstr(visit->said, mode) != NULL, "the mode: %s", visit->said);
    ck_assert_msg(strstr(visit->said, "chmod") != NULL, "the remedy: %s", visit->said);
}

START_TEST(a_folder_of_the_group__lets_its_staff_work__whoever_came_first)
{
    give(0, 0660, 02770);
    ck_assert(come(ANNA, 0, true).wrote);
    ck_assert(come(BERT, 1, true).wrote);
    ck_assert(come(0, 2, true).wrote);
    ck_assert(come(ANNA, 0, false).read);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM registration"), 3);
}
END_TEST

START_TEST(a_stranger__reads_whose_folder_it_is)
{
    give(0, 0660, 02770);
    const struct visit visit = come(STRANGER, 0, true);
    ck_assert(!visit.read);
    expect_words(&visit, "atelier.db", "owner 0", "mode 2770");
}
END_TEST

START_TEST(a_member_without_rights__may_read__and_learns_who_grants_them)
{
    give(ANNA, 0660, 02750);
    const struct visit visit = come(BERT, 0, true);
    ck_assert(!visit.wrote);
    expect_words(&visit, "may not write to", "owner 0", "mode 2750");
    /* The remedy works. */
    ck_assert_int_eq(chmod(database_file_path(""), 02770), 0);
    ck_assert(come(BERT, 0, true).wrote);
}
END_TEST

START_TEST(a_file_that_root_made__says_so_to_the_group)
{
    give(0, 0600, 02770);
    ck_assert_int_eq(chown(database, 0, 0), 0);
    const struct visit visit = come(ANNA, 0, true);
    ck_assert(!visit.read);
    expect_words(&visit, "atelier.db", "owner 0", "mode 600");
    /* The remedy works. */
    ck_assert_int_eq(chown(database, 0, GROUP), 0);
    ck_assert_int_eq(chmod(database, 0660), 0);
    ck_assert(come(ANNA, 0, true).wrote);
}
END_TEST

START_TEST(a_reader_who_died__is_named__to_the_owner)
{
    give(ANNA, 0640, 02770);
    const struct visit reader = come(BERT, 0, true);
    ck_assert(reader.read);
    ck_assert(!reader.wrote);
    expect_words(&reader, "atelier.db", "owner 54001", "mode 640");
    const struct visit owner = come(ANNA, 0, true);
    if (owner.wrote)
        return;
    expect_words(&owner, "atelier.db-", "owner 54002", "mode 640");
    /* The remedy works. */
    (void)chmod(database_file_path("atelier.db-shm"), 0660);
    (void)chmod(database_file_path("atelier.db-wal"), 0660);
    ck_assert(come(ANNA, 0, true).wrote);
}
END_TEST

/* ---- links in the folder of the group ---- */

/* The database goes into another folder of the group's, and a link is in its place. */
static void
lay_link(uid_t owner, char elsewhere[300])
{
    (void)snprintf(elsewhere, 300, "%s", database_file_path("elsewhere"));
    ck_assert_int_eq(mkdir(elsewhere, 0770), 0);
    ck_assert_int_eq(chown(elsewhere, 0, GROUP), 0);
    ck_assert_int_eq(chmod(elsewhere, 02770), 0);
    (void)strcat(elsewhere, "/moved.db");
    ck_assert_int_eq(rename(database, elsewhere), 0);
    ck_assert_int_eq(symlink(elsewhere, database), 0);
    ck_assert_int_eq(lchown(database, owner, GROUP), 0);
}

static void
remove_linked(const char *file)
{
    static const char *const endings[] = { "", "-wal", "-shm", ".queue" };
    char name[320];

    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        (void)snprintf(name, sizeof(name), "%s%s", file, endings[i]);
        (void)unlink(name);
    }
    (void)rmdir(database_file_path("elsewhere"));
}

static void
expect_link_refused(uid_t who)
{
    const struct visit visit = come(who, 0, true);

    ck_assert(!visit.read);
    ck_assert_msg(strstr(visit.said, "is a link that the user 54001") != NULL, "%s",
                  visit.said);
}

/* Laid by a member, by root, and by the member whose file it is. */
START_TEST(a_link_in_the_place_of_the_database__leads_to_what_its_maker_owns)
{
    char elsewhere[300];

    give(0, 0660, 02770);
    lay_link(_i == 1 ? 0 : ANNA, elsewhere);
    if (_i == 2)
        ck_assert_int_eq(chown(elsewhere, ANNA, GROUP), 0);
    if (_i == 0) {
        expect_link_refused(0);
        expect_link_refused(BERT);
        ck_assert_uint_eq(paper_count(".queue"), 0);
        ck_assert(come(ANNA, 0, true).wrote);
    } else {
        ck_assert(come(0, 0, true).wrote);
        ck_assert(come(BERT, 1, true).wrote);
    }
    remove_linked(elsewhere);
}
END_TEST

/* ---- a member of the group who means harm ---- */

static char secret[300];
static const char secret_words[] = "what only root may read\n";

/* Wherever a half-made file gets a name, puts a link to what is root's in its place.
 * Until it is killed. */
static _Noreturn void
exchange_parts(const char *folder)
{
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    become(ANNA);
    if (chdir(folder) != 0)
        _exit(EXIT_FAILURE);
    for (;;) {
        DIR *entries = opendir(".");
        struct dirent *entry;
        while (entries && (entry = readdir(entries)))
            if (strstr(entry->d_name, ".part") && unlink(entry->d_name) == 0)
                (void)!symlink(secret, entry->d_name);
        if (entries)
            (void)closedir(entries);
    }
}

/* Never rests: under the name stands now a calendar, now a link to what is root's, now a
 * pipe.  Until it is killed. */
static _Noreturn void
exchange_target(const char *folder)
{
    static const char calendar[] = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    become(ANNA);
    if (chdir(folder) != 0)
        _exit(EXIT_FAILURE);
    for (unsigned i = 0;; i++) {
        if (i % 2 == 0) {
            const int file = open("turn", O_CREAT | O_TRUNC | O_WRONLY, 0644);
            (void)!write(file, calendar, sizeof(calendar) - 1);
            (void)close(file);
        } else if (i % 8 == 7) {
            (void)!mkfifo("turn", 0644);
        } else {
            (void)!symlink(secret, "turn");
        }
        (void)rename("turn", "calendar.ics");
    }
}

/* Never rests: the name of the database is now a link to what is root's, now the
 * database.  Until it is killed. */
static _Noreturn void
exchange_database(const char *folder)
{
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    become(ANNA);
    if (chdir(folder) != 0)
        _exit(EXIT_FAILURE);
    for (;;) {
        (void)!rename("atelier.db", "aside");
        (void)!symlink(secret, "atelier.db");
        (void)rename("aside", "atelier.db");
    }
}

/* The exit status of the program, run by root; at most five words, then NULL. */
static int
run_words(const char *const words[], bool named)
{
    int status = 0;
    const pid_t pid = fork();

    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        if (named)
            old_system_forbid_nameless_files();
        (void)!freopen(database_file_path("said"), "w", stdout);
        (void)dup2(STDOUT_FILENO, STDERR_FILENO);
        (void)alarm(30); /* it may not be held up for ever */
        (void)execl(getenv("ATELIER_BIN"), "atelier", "--database", database, words[0],
                    words[1], words[2], words[3], words[4], (char *)NULL);
        _exit(EXIT_FAILURE);
    }
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int
run(const char *command, const char *file, bool named)
{
    return run_words((const char *const[]){ command, file, NULL, NULL, NULL }, named);
}

static int
run_export(const char *file, bool named)
{
    return run_words(
        (const char *const[]){ "calendar", "export", "--all", "--output", file }, named);
}

static void
expect_secret_untouched(void)
{
    char text[sizeof(secret_words) + 8] = { 0 };
    struct stat found;
    FILE *file = fopen(secret, "r");

    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fread(text, 1, sizeof(text) - 1, file), sizeof(secret_words) - 1);
    (void)fclose(file);
    ck_assert_str_eq(text, secret_words);
    ck_assert_int_eq(stat(secret, &found), 0);
    ck_assert_uint_eq(found.st_uid, 0);
    ck_assert_uint_eq(found.st_gid, 0);
    ck_assert_uint_eq(found.st_mode & 07777, 0600);
}

static void
expect_database(const char *path)
{
    struct stat found;

    ck_assert_int_eq(lstat(path, &found), 0);
    ck_assert(S_ISREG(found.st_mode));
}

/* One backup and one restore of it; refused or whole, and nobody else's file is touched.
 */
static unsigned
back_up_and_restore(unsigned number, const char *good, bool named)
{
    char copy[300];
    char name[40];
    unsigned refused = 0;

    (void)snprintf(name, sizeof(name), "copy-%u.db", number);
    (void)snprintf(copy, sizeof(copy), "%s", database_file_path(name));
    if (run("backup", copy, named) == 0) {
        expect_database(copy);
        (void)unlink(copy);
    } else {
        refused++;
    }
    refused += run("restore", good, named) != 0;
    expect_database(database);
    expect_secret_untouched();
    return refused;
}

static char roots_folder[sizeof("/tmp/atelier-share-XXXXXX")];

/* A folder of root's own, like that of its backups, and what is in it. */
static void
hide_secret(void)
{
    (void)strcpy(roots_folder, "/tmp/atelier-share-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(roots_folder));
    (void)snprintf(secret, sizeof(secret), "%s/secret", roots_folder);
    FILE *file = fopen(secret, "w");
    ck_assert_ptr_nonnull(file);
    (void)fputs(secret_words, file);
    (void)fclose(file);
    ck_assert_int_eq(chmod(secret, 0600), 0);
}

static void
remove_secret(void)
{
    (void)unlink(secret);
    (void)rmdir(roots_folder);
}

/* What lies beside the database is a link to what is root's. */
START_TEST(a_member_who_links_what_lies_beside__reaches_nothing_of_roots)
{
    static const char *const names[] = { "atelier.db-wal", "atelier.db-shm",
                                         "atelier.db-journal", "atelier.db.queue" };
    static const char *const commands[] = { "check", "backup", "restore" };
    char copy[60];

    give(ANNA, 0660, 02770);
    hide_secret();
    (void)snprintf(copy, sizeof(copy), "%s/good.db", roots_folder);
    ck_assert_int_eq(run("backup", copy, false), 0);
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        const char *link = database_file_path(names[_i]);
        (void)unlink(link);
        ck_assert_int_eq(symlink(secret, link), 0);
        ck_assert_int_eq(lchown(link, ANNA, GROUP), 0);
        const int status = run(commands[i],
                               i == 0   ? NULL
                               : i == 1 ? database_file_path("copy.db")
                                        : copy,
                               false);
        char *said = paper_read(database_file_path("said"), NULL);
        ck_assert_int_eq(status, 4);
        ck_assert_msg(strstr(said, "that the user 54001 laid") != NULL, "%s", said);
        free(said);
        expect_secret_untouched();
        (void)unlink(database_file_path("copy.db"));
        (void)unlink(link);
    }
    (void)unlink(copy);
    remove_secret();
}
END_TEST

START_TEST(a_member_who_exchanges_files__reaches_nothing_of_roots)
{
    const unsigned tries = fire_rounds(200, 10);
    char copy[60];
    unsigned refused = 0;

    give(ANNA, 0660, 02770);
    hide_secret();
    (void)snprintf(copy, sizeof(copy), "%s/good.db", roots_folder);
    ck_assert_int_eq(run("backup", copy, false), 0);

    (void)fflush(stdout);
    const pid_t member = fork();
    if (member == 0)
        exchange_parts(database_file_path(""));
    for (unsigned i = 0; i < tries; i++)
        refused += back_up_and_restore(i, copy, i % 2 == 0);
    ck_assert_int_eq(kill(member, SIGKILL), 0);
    ck_assert_int_eq(waitpid(member, NULL, 0), member);
    fire_figure("backups and restores beside a member who means harm", "%u, %u refused",
                2 * tries, refused);
    ck_assert_int_eq(run("check", "--thorough", false), 0);
    (void)unlink(copy);
    remove_secret();
}
END_TEST

/* What root's restore was led to it would put aside, and a database in its place. */
START_TEST(a_member_who_exchanges_the_database__reaches_nothing_of_roots)
{
    const unsigned tries = fire_rounds(200, 20);
    char copy[60];
    char kept[320];
    struct stat found;
    unsigned refused = 0;

    give(ANNA, 0660, 02770);
    hide_secret();
    (void)snprintf(copy, sizeof(copy), "%s/good.db", roots_folder);
    (void)snprintf(kept, sizeof(kept), "%s.replaced", secret);
    ck_assert_int_eq(run("backup", copy, false), 0);
    (void)fflush(stdout);
    const pid_t member = fork();
    if (member == 0)
        exchange_database(database_file_path(""));
    for (unsigned i = 0; i < tries; i++) {
        refused += run("restore", copy, i % 2 == 0) != 0;
        expect_secret_untouched();
        ck_assert_int_ne(lstat(kept, &found), 0);
    }
    ck_assert_int_eq(kill(member, SIGKILL), 0);
    ck_assert_int_eq(waitpid(member, NULL, 0), member);
    fire_figure("restores beside a member who exchanges the database", "%u, %u refused",
                tries, refused);
    (void)unlink(copy);
    remove_secret();
}
END_TEST

START_TEST(a_member_who_exchanges_the_calendar__reaches_nothing_of_roots)
{
    const unsigned tries = fire_rounds(200, 20);
    unsigned refused = 0;

    give(ANNA, 0660, 02770);
    hide_secret();
    (void)fflush(stdout);
    const pid_t member = fork();
    if (member == 0)
        exchange_target(database_file_path(""));
    for (unsigned i = 0; i < tries; i++) {
        refused += run_export(database_file_path("calendar.ics"), i % 2 == 0) != 0;
        expect_secret_untouched();
    }
    ck_assert_int_eq(kill(member, SIGKILL), 0);
    ck_assert_int_eq(waitpid(member, NULL, 0), member);
    fire_figure("calendars beside a member who means harm", "%u, %u refused", tries,
                refused);
    remove_secret();
}
END_TEST

static void
add_tests(TCase *tests)
{
    if (geteuid() != 0 || !can_change_users())
        suite_skip("only root may act as several people");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_folder_of_the_group__lets_its_staff_work__whoever_came_first);
    tcase_add_test(tests, a_stranger__reads_whose_folder_it_is);
    tcase_add_test(tests, a_member_without_rights__may_read__and_learns_who_grants_them);
    tcase_add_test(tests, a_file_that_root_made__says_so_to_the_group);
    tcase_add_test(tests, a_reader_who_died__is_named__to_the_owner);
    tcase_add_loop_test(
        tests, a_link_in_the_place_of_the_database__leads_to_what_its_maker_owns, 0, 3);
    if (getenv("ATELIER_BIN"))
        tcase_add_loop_test(
            tests, a_member_who_links_what_lies_beside__reaches_nothing_of_roots, 0, 4);
    if (getenv("ATELIER_BIN"))
        tcase_add_test(tests, a_member_who_exchanges_files__reaches_nothing_of_roots);
    if (getenv("ATELIER_BIN"))
        tcase_add_test(tests,
                       a_member_who_exchanges_the_database__reaches_nothing_of_roots);
    tcase_add_test(tests, a_member_who_exchanges_the_calendar__reaches_nothing_of_roots);
    tcase_set_timeout(tests, FIRE_SECONDS);
}

SUITE_MAIN("share")
