/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confined_test.c - a confined session reads, writes and runs nothing but what is its own
 *
 * All that it asks of the system is written down (watched.c), while somebody tries
 * everything, with an environment that would lead elsewhere.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/login.h"
#include "support/program.h"
#include "support/suite.h"

enum { NOT_ALLOWED = 77, LINE_MOST = 8192, ENVIRONMENT = 12 };

static char *login;
static char own[320];  /* the person's folder */
static char log_[128]; /* what was asked for */
static char base[128]; /* the folder of the confinement */

static const char *
own_path(const char *name)
{
    static char path[768];

    (void)snprintf(path, sizeof(path), "%s/%s", own, name);
    return path;
}

/* Beside the database lies what nobody may reach: a file to read, a program to be run in
 * the place of ours, a database of which the person would be the administrator. */
static void
begin(void)
{
    char command[4096];

    program_open_folder();
    login = login_of_process();
    (void)snprintf(base, sizeof(base), "%s", program_path("."));
    base[strlen(base) - 2] = '\0';
    (void)snprintf(own, sizeof(own), "%s/files/%.100s", base, login);
    (void)snprintf(log_, sizeof(log_), "%s", program_path("log"));
    (void)snprintf(command, sizeof(command),
                   "mkdir -p '%s/evil/x' && "
                   "printf '#!/bin/sh\\ntouch %s/ran\\n' >'%s/evil/atelier-workbook' && "
                   "chmod 755 '%s/evil/atelier-workbook' && "
                   "printf 'Name;Given name\\nSecret;Sam\\n' >'%s/secret.csv'",
                   base, base, base, base, base);
    ck_assert_int_eq(system(command), 0);
}

static void
end(void)
{
    free(login);
    program_remove_folder();
}

static const char *const *
environment(void)
{
    static char texts[ENVIRONMENT][600];
    static const char *env[ENVIRONMENT + 1];
    static const char *const names[] = { "ATELIER_DATABASE",
                                         "ATELIER_LIBEXECDIR",
                                         "ATELIER_LOCALEDIR",
                                         "ATELIER_ZONEINFO",
                                         "TZDIR",
                                         "TERMINFO",
                                         "HOME",
                                         "XDG_DATA_HOME",
                                         "TMPDIR",
                                         "NLSPATH",
                                         "LOCPATH",
                                         "EDITOR" };

    for (size_t i = 0; i < ENVIRONMENT; i++) {
        (void)snprintf(texts[i], sizeof(texts[i]), "%s=%s/evil%s", names[i], base,
                       i == 0 ? "/own.db" : "");
        env[i] = texts[i];
    }
    env[ENVIRONMENT] = NULL;
    return env;
}

/* --- what it may ask for */

static bool
begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool
is_database(const char *path)
{
    static const char *const ends[] = { "", "-wal", "-shm", "-journal", ".queue" };
    char name[600];

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        (void)snprintf(name, sizeof(name), "%s/atelier.db%s", base, ends[i]);
        if (strcmp(path, name) == 0)
            return true;
    }
    return false;
}

/* The folders themselves, the names of those of all logins, to clear them of what is old,
 * and names in the person's own. */
static bool
is_own(const char *path)
{
    char files[600];

    (void)snprintf(files, sizeof(files), "%s/files", base);
    if (strcmp(path, base) == 0 || strcmp(path, files) == 0 || strcmp(path, own) == 0)
        return true;
    if (begins(path, files) && strcmp(path + strlen(files), "/.") == 0)
        return true;
    return begins(path, own) && path[strlen(own)] == '/' &&
           !strchr(path + strlen(own) + 1, '/') && !strstr(path, "/..");
}

/* Files that are gone when they are closed. */
static bool
is_passing(const char *path)
{
    return strcmp(path, "/tmp") == 0 || begins(path, "/tmp/#") ||
           begins(path, "/tmp/tmp.") || begins(path, "/var/tmp/atelier-");
}

static bool
is_of_the_system(const char *path)
{
    static const char *const folders[] = { "/usr/lib/",
                                           "/lib/",
                                           "/lib64/",
                                           "/usr/share/",
                                           "/usr/local/share/locale/",
                                           "/proc/",
                                           "/dev/pts/",
                                           "/etc/ld.so.",
                                           "/etc/terminfo",
                                           "/run/systemd/userdb" };
    static const char *const files[] = { "/etc/passwd",    "/etc/nsswitch.conf",
                                         "/etc/localtime", "/etc/locale.alias",
                                         "/dev/urandom",   "/dev/tty",
                                         "/dev/null" };

    if (strstr(path, "/.."))
        return false;
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
        if (begins(path, folders[i]))
            return true;
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
        if (strcmp(path, files[i]) == 0)
            return true;
    return false;
}

static bool
is_program(const char *path)
{
    const char *bin = getenv("ATELIER_BIN");
    char helper[600];

    (void)snprintf(helper, sizeof(helper), "%s-workbook", bin);
    return strcmp(path, bin) == 0 || strcmp(path, helper) == 0;
}

static bool
may(const char *line)
{
    if (begins(line, "run "))
        return is_program(line + 4);
    if (begins(line, "change "))
        return is_own(line + 7) || is_database(line + 7) || is_passing(line + 7);
    const char *path = strchr(line, ' ') + 1;
    return is_own(path) || is_database(path) || is_passing(path) ||
           is_of_the_system(path) || is_program(path);
}

/* Returns how many lines there were: none would tell nothing. */
static size_t
assert_kept_in(void)
{
    FILE *file = fopen(log_, "r");
    char line[LINE_MOST];
    size_t count = 0;

    ck_assert_ptr_nonnull(file);
    while (fgets(line, sizeof(line), file)) {
        line[strcspn(line, "\n")] = '\0';
        ck_assert_msg(may(line), "it asked for: %s", line);
        count++;
    }
    (void)fclose(file);
    return count;
}

/* --- running */

static char output[65536];

/* The words as the shell takes them. */
static int
run(const char *words)
{
    struct buffer line = { 0 };
    const char *const *env = environment();

    buffer_add(&line, "env -i LC_ALL=C.UTF-8");
    for (size_t i = 0; env[i]; i++)
        buffer_addf(&line, " '%s'", env[i]);
    buffer_addf(&line, " tests/program/watched '%s' '%s' '--confined=%s' %s 2>&1", log_,
                getenv("ATELIER_BIN"), base, words);
    FILE *pipe = popen(buffer_text(&line), "r");
    ck_assert_ptr_nonnull(pipe);
    const size_t length = fread(output, 1, sizeof(output) - 1, pipe);
    output[length] = '\0';
    const int status = pclose(pipe);
    buffer_clear(&line);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
expect(const char *words, int status, const char *sentence)
{
    const int ended = run(words);

    ck_assert_msg(ended == status, "%s: %d, %s", words, ended, output);
    ck_assert_msg(strstr(output, sentence) != NULL, "%s: %s", words, output);
}

static struct term *
start(void)
{
    char confined[600];
    const char *const argv[] = { "tests/program/watched", log_, getenv("ATELIER_BIN"),
                                 confined, NULL };

    (void)snprintf(confined, sizeof(confined), "--confined=%s", base);
    return term_start(argv, environment(), 24, 80);
}

/* --- by commands */

START_TEST(files__come_and_go_by_their_names)
{
    expect("registration list 1 --output l.csv", 0, "l.csv: ");
    expect("registration list 1 --output l.xlsx", 0, "l.xlsx: ");
    expect("calendar export --meeting 1 --output m.ics", 0, "m.ics");
    expect("calendar export --meeting 1 --output m.ics", 0, "replaced");
    expect("backup b.db", 0, "b.db: backed up and verified");
    (void)run("person import l.xlsx --dry-run");
    ck_assert_msg(strstr(output, "Would be added") != NULL, "%s", output);
    expect("calendar import m.ics --group URB --dry-run", 0, "");
    expect("person import - --dry-run <'/dev/null'", 2, "Nothing came in");
    suite_put_file(own_path("n.csv"),
                   "Family name;Given name;E-mail\nNoor;Ana;ana@example.org\n"
                   "Noor;;noor at home\n");
    expect("person import n.csv --refused left.csv", 1, "Added: 1");
    ck_assert_int_eq(access(own_path("left.csv"), F_OK), 0);
    ck_assert_uint_gt(assert_kept_in(), 100);
    /* And nothing stays beside them. */
    DIR *files = opendir(own);
    size_t count = 0;
    ck_assert_ptr_nonnull(files);
    while (readdir(files))
        count++;
    (void)closedir(files);
    ck_assert_uint_eq(count, 2 + 6);
}
END_TEST

static const char *const ways_in[] = { "person import @ --dry-run",
                                       "calendar import @ --group URB --dry-run" };
static const char *const ways_out[] = {
    "person list --output @",
    "person list --replace --format csv --output @",
    "calendar export --all --output @",
    "backup @",
    "person import own.csv --refused @",
};

/* The name stands where the way has @. */
static void
try_name(const char *way, const char *name)
{
    char words[1024];

    (void)snprintf(words, sizeof(words), "%.*s%s%s", (int)strcspn(way, "@"), way, name,
                   strchr(way, '@') + 1);
    const int status = run(words);
    ck_assert_msg(status == 1 || status == 2 || status == 3, "%s: %d, %s", words, status,
                  output);
    ck_assert_msg(begins(strstr(output, "atelier: ") ? strstr(output, "atelier: ") : "",
                         "atelier: "),
                  "%s: %s", words, output);
    ck_assert_msg(!strstr(output, "Secret"), "%s: %s", words, output);
    ck_assert_msg(!strstr(output, own), "it names the folder: %s", output);
}

/* In the words of the shell. */
static const char *const leading_out[] = { "../../secret.csv",
                                           "\"$PWD/../x.csv\"",
                                           "/etc/hostname",
                                           "/etc/passwd",
                                           ".profile",
                                           ".csv",
                                           "a/b.csv",
                                           "./own.csv",
                                           "'~/x.csv'",
                                           "..",
                                           "/dev/stdin",
                                           "/proc/self/environ",
                                           "\"$(printf 'a\\377.csv')\"",
                                           "\"$(printf 'a\\033[2J.csv')\"",
                                           "../files/x.csv",
                                           "evil/x" };

START_TEST(names_that_lead_elsewhere__are_refused_with_a_sentence)
{
    expect("person list --output own.csv", 0, "own.csv");
    for (size_t i = 0; i < sizeof(leading_out) / sizeof(leading_out[0]); i++) {
        for (size_t w = 0; w < sizeof(ways_in) / sizeof(ways_in[0]); w++)
            try_name(ways_in[w], leading_out[i]);
        for (size_t w = 0; w < sizeof(ways_out) / sizeof(ways_out[0]); w++)
            try_name(ways_out[w], leading_out[i]);
    }
    for (size_t w = 0; w < sizeof(ways_out) / sizeof(ways_out[0]); w++) {
        try_name(ways_out[w], "authorized_keys");
        try_name(ways_out[w], "x.json");
    }
    ck_assert_uint_gt(assert_kept_in(), 100);
}
END_TEST

START_TEST(what_was_laid_into_the_folder__leads_nowhere)
{
    static const char *const laid[] = { "link.csv", "link.db",    "pipe.csv",
                                        "hard.csv", "folder.csv", "dangling.ics" };
    char command[4096];

    expect("person list --output own.csv", 0, "own.csv");
    (void)snprintf(command, sizeof(command),
                   "cd '%s' && ln -s '%s/secret.csv' link.csv && ln -s '%s/atelier.db' "
                   "link.db && mkfifo pipe.csv && ln '%s/secret.csv' hard.csv && "
                   "mkdir folder.csv && ln -s '%s/evil/new.ics' dangling.ics",
                   own, base, base, base, base);
    ck_assert_int_eq(system(command), 0);
    for (size_t i = 0; i < sizeof(laid) / sizeof(laid[0]); i++) {
        for (size_t w = 0; w < sizeof(ways_in) / sizeof(ways_in[0]); w++)
            try_name(ways_in[w], laid[i]);
        for (size_t w = 0; w < sizeof(ways_out) / sizeof(ways_out[0]); w++)
            try_name(ways_out[w], laid[i]);
    }
    assert_kept_in();
    (void)snprintf(command, sizeof(command),
                   "grep -q Secret '%s/secret.csv' && test ! -e '%s/evil/new.ics'", base,
                   base);
    ck_assert_int_eq(system(command), 0);
}
END_TEST

START_TEST(the_one_who_fixed_the_mode__names_the_database_alone)
{
    char words[1024];

    (void)snprintf(words, sizeof(words), "--database '%s/evil/own.db' person list", base);
    expect(words, 2, "--database does not count in a confined session");
    (void)snprintf(words, sizeof(words), "person list '--confined=%s/evil'", base);
    expect(words, 2, "--confined stands before all other words");
    expect("init", 1, "is not for a confined session");
    expect("demo", 1, "is not for a confined session");
    expect("restore b.db", 1, "is not for a confined session");
    expect("person list --search abadie", 0, "Abadie");
    (void)snprintf(words, sizeof(words), "%s/atelier.db", base);
    ck_assert_int_eq(rename(words, program_path("moved.db")), 0);
    expect("person list", 3, "There is no database");
    struct term *term = start();
    term_expect(term, "There is no database");
    program_ends(term, 3);
    ck_assert_int_ne(access(words, F_OK), 0);
    assert_kept_in();
}
END_TEST

static void
lose_the_post(void)
{
    char command[1024];

    expect("settings set --unknown-logins-read yes", 0, "");
    (void)snprintf(command, sizeof(command),
                   "UPDATE staff SET login = 'somebody' WHERE login = '%s'", login);
    program_sql(command);
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", own);
    ck_assert_int_eq(system(command), 0);
}

START_TEST(who_is_no_staff__reads_and_writes_nothing)
{
    lose_the_post();
    expect("person list", 1, "is not staff here");
    ck_assert_ptr_null(strstr(output, "Abadie"));
    expect("person list --output l.csv", 1, "is not staff here");
    expect("calendar export --all", 1, "is not staff here");
    expect("person add --family Noor", 1, "is not staff here");
    expect("--as somebody person list", 1, "is not staff here");
    struct term *term = start();
    term_expect(term, "is not staff here");
    program_ends(term, 1);
    ck_assert_int_ne(access(own, F_OK), 0);
    assert_kept_in();
}
END_TEST

START_TEST(an_unfinished_database__makes_nobody_its_administrator)
{
    program_sql("DELETE FROM staff");
    expect("person list", 1, "has no administrator yet");
    ck_assert_int_eq(program_number("SELECT count(*) FROM staff"), 0);
    assert_kept_in();
}
END_TEST

START_TEST(a_full_folder__takes_no_more__and_keeps_what_it_has)
{
    expect("person list --output own.csv", 0, "own.csv");
    suite_put_file(own_path("big.csv"), "");
    ck_assert_int_eq(truncate(own_path("big.csv"), 100 * 1024 * 1024 - 64 * 1024), 0);
    expect("person list --output l.csv", 1, "holds 100 MB at the most");
    expect("person list --output l.xlsx", 1, "holds 100 MB at the most");
    expect("backup b.db", 1, "holds 100 MB at the most");
    ck_assert_int_ne(access(own_path("l.csv"), F_OK), 0);
    ck_assert_int_ne(access(own_path("l.xlsx"), F_OK), 0);
    ck_assert_int_ne(access(own_path("b.db"), F_OK), 0);
    expect("person import own.csv --dry-run", 0, "Would be added: 0");
    assert_kept_in();
}
END_TEST

/* --- on the screens */

/* A name that is typed where a file is asked for is refused, and can be typed anew. */
static void
type_name(struct term *term, const char *name, const char *sentence)
{
    term_keys(term, "<Ctrl-U>");
    term_keys(term, name);
    term_keys(term, "<Enter>");
    term_expect(term, sentence);
    term_expect(term, "your own folder");
}

START_TEST(the_screens__ask_for_names_alone)
{
    struct term *term = start();

    term_expect(term, "F10 menu");
    term_keys(term, "5");
    term_expect(term, "> Abadie");
    term_keys(term, "x");
    term_expect(term, "your own folder, like list.csv");
    type_name(term, "../../evil/x.csv", "without “/”");
    type_name(term, "/tmp/x.csv", "without “/”");
    type_name(term, "~/x.csv", "without “/”");
    type_name(term, ".x.csv", "begin with a dot");
    type_name(term, "x.json", "end the name in");
    term_keys(term, "<Ctrl-U>people.csv<Enter>");
    term_expect(term, "rows written to people.csv.");
    ck_assert_ptr_null(strstr(term_screen(term), own));
    /* Tab knows that folder alone. */
    term_keys(term, "i");
    term_expect(term, "your own folder");
    term_keys(term, "../<Tab>");
    term_expect(term, "No file begins like that");
    term_keys(term, "<Ctrl-U>/e<Tab>");
    term_expect(term, "No file begins like that");
    type_name(term, "/etc/hostname", "without “/”");
    type_name(term, "../../secret.csv", "without “/”");
    term_keys(term, "<Ctrl-U>peo<Tab>");
    term_expect(term, "people.csv");
    term_keys(term, "<Esc>");
    term_expect(term, "Press i to open");
    term_keys(term, "<Esc>");
    term_expect(term, "> Abadie");
    /* Nothing leaves for a shell. */
    term_keys(term, "<Ctrl-Z>:suspend");
    term_expect(term, "Nothing fits");
    term_keys(term, "<Esc>");
    program_leave(term);
    ck_assert_uint_gt(assert_kept_in(), 50);
}
END_TEST

START_TEST(no_editor__is_offered_or_started)
{
    struct term *term = start();

    term_expect(term, "F10 menu");
    term_keys(term, "2");
    term_expect(term, "rows");
    term_keys(term, "<Enter>");
    term_expect(term, "Quotas");
    term_keys(term, "<Tab><Tab><Tab>");
    term_expect(term, "y addresses");
    term_keys(term, "<Ctrl-R>");
    term_expect(term, "This login runs no programs of its own");
    term_keys(term, "n");
    term_expect(term, "deeper");
    term_expect_gone(term, "Ctrl-R");
    term_keys(term, "Text<Ctrl-R>");
    term_expect(term, "This login runs no programs of its own");
    term_keys(term, "<Enter>");
    term_expect(term, "finding        Text");
    term_keys(term, "<Esc>");
    term_expect(term, "n write");
    term_keys(term, "x");
    term_expect(term, "your own folder");
    term_keys(term, "<Ctrl-U>r.html<Enter>");
    term_expect(term, "Only calendars, lists, sheets");
    term_keys(term, "<Esc>");
    term_expect_gone(term, "your own folder");
    program_leave(term);
    assert_kept_in();
}
END_TEST

START_TEST(from_a_shell__the_menu_offers_no_way_back_to_it)
{
    char script[2048];
    const char *const shell[] = { "/bin/sh", "-c", script, NULL };

    (void)snprintf(script, sizeof(script), "set -m; '%s' '--confined=%s'; echo put aside",
                   getenv("ATELIER_BIN"), base);
    struct term *term = term_start(shell, environment(), 24, 80);
    term_expect(term, "F10 menu");
    term_keys(term, "<F10><Left>pp");
    term_expect(term, "> Paint the screen again");
    term_expect_gone(term, "Suspend");
    term_keys(term, "<Esc><Ctrl-Z>");
    term_settle(term);
    ck_assert_ptr_null(strstr(term_screen(term), "put aside"));
    term_keys(term, "<Ctrl-Q>");
    term_expect(term, "put aside");
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
}
END_TEST

static void
prepare(void)
{
    program_prepare();
    /* LeakSanitizer ends a program that is watched; its settings do not get through. */
    if (suite_is_sanitized())
        suite_skip("a sanitized program cannot be watched");
    if (WEXITSTATUS(system("tests/program/watched /dev/null /bin/true")) == NOT_ALLOWED)
        suite_skip("no program may be watched here");
}

static void
add_tests(TCase *tests)
{
    prepare();
    tcase_set_timeout(tests, 120);
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, files__come_and_go_by_their_names);
    tcase_add_test(tests, names_that_lead_elsewhere__are_refused_with_a_sentence);
    tcase_add_test(tests, what_was_laid_into_the_folder__leads_nowhere);
    tcase_add_test(tests, the_one_who_fixed_the_mode__names_the_database_alone);
    tcase_add_test(tests, who_is_no_staff__reads_and_writes_nothing);
    tcase_add_test(tests, an_unfinished_database__makes_nobody_its_administrator);
    tcase_add_test(tests, a_full_folder__takes_no_more__and_keeps_what_it_has);
    tcase_add_test(tests, the_screens__ask_for_names_alone);
    tcase_add_test(tests, no_editor__is_offered_or_started);
    tcase_add_test(tests, from_a_shell__the_menu_offers_no_way_back_to_it);
}

SUITE_MAIN("confined")
