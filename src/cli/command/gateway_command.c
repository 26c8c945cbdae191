/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway_command.c - the gateway: whose key is whose, and what sshd has to know */
#include <errno.h>
#include <inttypes.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/confinement.h"
#include "atelier/base/language.h"
#include "atelier/base/left_files.h"
#include "atelier/base/memory.h"
#include "atelier/domain/check_report.h"
#include "gateway/account_reach.h"
#include "gateway/gateway_staff.h"
#include "gateway/installation.h"
#include "gateway/key_file.h"
#include "gateway/key_line.h"
#include "gateway/key_session.h"
#include "gateway/public_key.h"
#include "print.h"

#define ACCOUNT_USUAL "atelier"
enum { KEY_END = 12 }; /* so many last letters name a key */

static const char *
option_or(const struct invocation *inv, const char *name, const char *usual)
{
    const char *value = invocation_option(inv, name);
    return value && *value ? value : usual;
}

static bool
must_be_root(struct error *err)
{
    return geteuid() == 0 ||
           error_set(err, ERROR_RULE,
                     _("Who comes by which key is said by root alone: try “sudo atelier "
                       "gateway ...”."));
}

/* Both as they are whatever links lead there; the caller frees. */
static bool
read_places(const struct invocation *inv, struct key_line *line, struct error *err)
{
    char *path = atelier_database_path(&inv->options->atelier);

    line->database = realpath(path, NULL);
    if (!line->database)
        error_set_field(err, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM, "database",
                        _("%s cannot be opened: %s."), path, error_system_text(errno));
    free(path);
    if (!line->database)
        return false;
    line->program = realpath("/proc/self/exe", NULL);
    return line->program ? key_line_check_path(line->database, err) &&
                               key_line_check_path(line->program, err)
                         : error_set(err, ERROR_SYSTEM,
                                     _("/proc does not say where atelier is installed."));
}

static bool
read_key(struct public_key *key, struct error *err)
{
    char *bytes = memory_new(PUBLIC_KEY_BYTES_MOST + 2, 1);
    size_t length = 0;
    ssize_t got = 0;

    while (length <= PUBLIC_KEY_BYTES_MOST &&
           (got = read(STDIN_FILENO, bytes + length,
                       PUBLIC_KEY_BYTES_MOST + 1 - length)) > 0)
        length += (size_t)got;
    const bool ok = got >= 0 ? public_key_read(key, bytes, length, err)
                             : error_set(err, ERROR_SYSTEM, _("%s cannot be read: %s."),
                                         "-", error_system_text(errno));
    free(bytes);
    return ok;
}

/* A key is somebody's alone, whatever else stands on its line. */
static bool
check_free(const struct key_file *file, const struct key_line *wanted, struct error *err)
{
    for (size_t i = 0; i < file->count; i++) {
        if (!strstr(file->lines[i], wanted->base64))
            continue;
        struct key_line line;
        key_line_read(&line, file->lines[i]);
        error_set(err, ERROR_EXISTS,
                  line.login ? _("This key is that of %s already (line %zu of %s).")
                             : _("This key is already there, and %s did not write its "
                                 "line (line %zu of %s)."),
                  line.login ? line.login : "atelier", i + 1, file->path);
        key_line_clear(&line);
        return false;
    }
    return true;
}

static bool
write_key(struct invocation *inv, const struct key_line *line, struct error *err)
{
    const char *path = option_or(inv, "keys", KEY_FILE_USUAL);
    struct buffer text = { 0 };
    struct key_file file;

    key_line_add(line, &text);
    bool ok = key_file_open(&file, path, err) && check_free(&file, line, err);
    if (ok) {
        key_file_add(&file, buffer_text(&text));
        ok = key_file_save(&file, err);
    }
    key_file_close(&file);
    buffer_clear(&text);
    return ok;
}

static const char *
key_end(const char *base64)
{
    const size_t length = strlen(base64);
    return length > KEY_END ? base64 + length - KEY_END : base64;
}

static bool
add_key(struct invocation *inv, const char *login, struct error *err)
{
    struct key_line line = { .kind = KEY_LINE_OURS };
    struct public_key key = { 0 };
    bool ok = key_line_check_login(login, err) && read_places(inv, &line, err) &&
              gateway_staff_check(login, line.database, err) && read_key(&key, err);
    if (ok) {
        line.login = memory_copy(login);
        line.type = memory_copy(key.type);
        line.base64 = memory_copy(key.base64);
        ok = write_key(inv, &line, err);
    }
    if (ok) {
        print_line(inv, _("%s comes in by this key now: %s …%s"), login, line.type,
                   key_end(line.base64));
        print_json(inv, json_pack("{s:s,s:s,s:s,s:s}", "login", login, "type", line.type,
                                  "key", line.base64, "database", line.database));
    }
    public_key_clear(&key);
    key_line_clear(&line);
    return ok;
}

static bool
list_keys(struct invocation *inv, const char *login, struct error *err)
{
    struct key_file file;
    if (!key_file_look(&file, option_or(inv, "keys", KEY_FILE_USUAL), err)) {
        key_file_close(&file);
        return false;
    }
    json_t *array = json_array();
    for (size_t i = 0; i < file.count; i++) {
        struct key_line line;
        key_line_read(&line, file.lines[i]);
        if (line.kind == KEY_LINE_OURS && (!login || strcmp(login, line.login) == 0)) {
            print_line(inv, "%-16s  %s …%s  %s", line.login, line.type,
                       key_end(line.base64), line.database);
            json_array_append_new(array,
                                  json_pack("{s:s,s:s,s:s,s:s}", "login", line.login,
                                            "type", line.type, "key", line.base64,
                                            "database", line.database));
        }
        key_line_clear(&line);
    }
    key_file_close(&file);
    print_json(inv, array);
    return true;
}

/* The end of the base64, as the list shows it; NULL: any. */
static bool
is_key(const struct key_line *line, const char *login, const char *end)
{
    if (line->kind != KEY_LINE_OURS || strcmp(line->login, login) != 0)
        return false;
    const size_t whole = strlen(line->base64);
    const size_t length = end ? strlen(end) : 0;
    return !end || (length > 0 && length <= whole &&
                    strcmp(line->base64 + whole - length, end) == 0);
}

static size_t
remove_lines(struct key_file *file, const char *login, const char *end)
{
    size_t removed = 0;
    for (size_t i = 0; i < file->count; i++) {
        struct key_line line;
        key_line_read(&line, file->lines[i]);
        if (is_key(&line, login, end)) {
            key_file_remove(file, i);
            removed++;
        }
        key_line_clear(&line);
    }
    return removed;
}

/* A name that was mistyped would leave connections open, and nobody told. */
static bool
find_account(const struct invocation *inv, uid_t *id, struct error *err)
{
    const char *name = option_or(inv, "account", ACCOUNT_USUAL);
    const struct passwd *account = getpwnam(name);

    *id = account ? account->pw_uid : 0;
    return account || !invocation_option(inv, "account") ||
           error_set_field(err, ERROR_NOT_FOUND, "account",
                           _("There is no account %s: “atelier gateway snippet” says how "
                             "it is made."),
                           name);
}

static bool
remove_keys(struct invocation *inv, const char *login, const char *end, struct error *err)
{
    struct key_file file;
    size_t removed = 0;
    uid_t account;

    if (!find_account(inv, &account, err))
        return false;
    bool ok = key_file_open(&file, option_or(inv, "keys", KEY_FILE_USUAL), err);
    if (ok) {
        removed = remove_lines(&file, login, end);
        if (removed == 0)
            ok = error_set(err, ERROR_NOT_FOUND,
                           _("%s has no such key in %s.  “atelier gateway keys list” "
                             "shows them."),
                           login, file.path);
        else if (end && removed > 1)
            ok = error_set(err, ERROR_INPUT,
                           _("%zu keys of %s end in “%s”: give more of the end of one."),
                           removed, login, end);
        else
            ok = key_file_save(&file, err);
    }
    key_file_close(&file);
    if (!ok)
        return false;
    /* First, or the connections of sessions that end would be among them. */
    const size_t idle = key_session_end_idle(account);
    const size_t ended = key_session_end(login);
    print_line(inv, ngettext("%zu key removed.", "%zu keys removed.", removed), removed);
    if (ended > 0)
        print_line(inv,
                   ngettext("%zu open session ended.", "%zu open sessions ended.", ended),
                   ended);
    if (idle > 0)
        print_line(inv,
                   ngettext("%zu connection without a session ended, whoever it was of.",
                            "%zu connections without a session ended, whoever they were "
                            "of.",
                            idle),
                   idle);
    print_json(inv, json_pack("{s:s,s:I,s:I,s:I}", "login", login, "removed",
                              (json_int_t)removed, "ended", (json_int_t)ended, "idle",
                              (json_int_t)idle));
    return true;
}

static bool
keys(struct invocation *inv, struct error *err)
{
    const char *deed = inv->operands[0];
    const char *login = inv->operand_count > 1 ? inv->operands[1] : NULL;
    const char *key = inv->operand_count > 2 ? inv->operands[2] : NULL;

    if (!must_be_root(err))
        return false;
    if (strcmp(deed, "list") == 0 && !key)
        return list_keys(inv, login, err);
    if (strcmp(deed, "add") == 0 && login && !key)
        return add_key(inv, login, err);
    if (strcmp(deed, "remove") == 0 && login)
        return remove_keys(inv, login, key, err);
    return error_set(err, ERROR_INPUT,
                     _("Say “gateway keys add LOGIN < key.pub”, “gateway keys list” or "
                       "“gateway keys remove LOGIN”."));
}

static struct installation
read_installation(const struct invocation *inv)
{
    return (struct installation){
        .account = option_or(inv, "account", ACCOUNT_USUAL),
        .keys = option_or(inv, "keys", KEY_FILE_USUAL),
        .config = invocation_option(inv, "config"),
    };
}

static bool
check_words(const struct installation *installation, struct error *err)
{
    return key_line_check_login(installation->account, err) &&
           key_line_check_path(installation->keys, err);
}

static bool
snippet(struct invocation *inv, struct error *err)
{
    const struct installation installation = read_installation(inv);
    if (!check_words(&installation, err))
        return false;
    struct buffer text = { 0 };
    installation_add_snippet(&installation, &text);
    if (!inv->options->json)
        (void)fputs(buffer_text(&text), stdout);
    print_json(inv, json_pack("{s:s}", "snippet", buffer_text(&text)));
    buffer_clear(&text);
    return true;
}

static void
check_line(const struct key_file *file, size_t number, const struct key_line *line,
           struct check_report *report)
{
    struct error why = { 0 };

    if (line->kind == KEY_LINE_UNRESTRICTED)
        check_report_add(report,
                         _("%s, line %zu: it lacks “restrict”, so that connections go on "
                           "from here."),
                         file->path, number);
    else if (line->kind == KEY_LINE_FOREIGN)
        check_report_add(report,
                         _("%s, line %zu: “gateway keys add” did not write it; who comes "
                           "by it may do other things than atelier."),
                         file->path, number);
    else if (line->kind == KEY_LINE_OURS &&
             (!key_file_is_safe(line->program, &why) || access(line->program, X_OK) != 0))
        check_report_add(report,
                         _("%s, line %zu: %s is not a program that root alone "
                           "can change.  %s"),
                         file->path, number, line->program, why.message);
    else if (line->kind == KEY_LINE_OURS &&
             !gateway_staff_check(line->login, line->database, &why))
        check_report_add(report, _("%s, line %zu: %s"), file->path, number, why.message);
}

/* Of who was taken out lists of people may be left. */
static void
check_folders(const char *database, struct check_report *report)
{
    char *root = confinement_folder_of_files(database);
    struct left_files logins = { 0 }, left = { 0 };
    struct error why = { 0 };

    (void)left_files_read_logins(root, &logins, &why);
    for (size_t i = 0; i < logins.count; i++) {
        const char *login = logins.names[i];
        error_clear(&why);
        if (gateway_staff_check(login, database, &why) || why.kind != ERROR_RULE)
            continue;
        if (!left_files_read(root, login, &left, &why))
            check_report_add(report, "%s", why.message);
        else if (left.count > 0)
            check_report_add(
                report,
                ngettext("%zu file of %s, who is not staff any more, lies in "
                         "%s: “atelier --database %s gateway files remove "
                         "%s” removes it.",
                         "%zu files of %s, who is not staff any more, lie in "
                         "%s: “atelier --database %s gateway files remove "
                         "%s” removes them.",
                         left.count),
                left.count, login, root, database, login);
        left_files_clear(&left);
    }
    error_clear(&why);
    left_files_clear(&logins);
    free(root);
}

/* Looks at each database once that a line names, if lines of one stand together. */
static void
check_databases(const struct key_file *file, const char *account,
                struct check_report *report)
{
    char *last = NULL;

    for (size_t i = 0; i < file->count; i++) {
        struct key_line line;
        key_line_read(&line, file->lines[i]);
        if (line.kind == KEY_LINE_OURS && (!last || strcmp(last, line.database) != 0)) {
            account_reach_check(account, line.database, report);
            check_folders(line.database, report);
            memory_replace(&last, line.database);
        }
        key_line_clear(&line);
    }
    free(last);
}

static void
check_keys(const struct installation *installation, struct check_report *report)
{
    struct key_file file;
    struct error why = { 0 };

    if (!key_file_look(&file, installation->keys, &why))
        check_report_add(report, "%s", why.message);
    for (size_t i = 0; i < file.count; i++) {
        struct key_line line;
        key_line_read(&line, file.lines[i]);
        check_line(&file, i + 1, &line, report);
        key_line_clear(&line);
    }
    check_databases(&file, installation->account, report);
    key_file_close(&file);
}

static bool
check(struct invocation *inv, struct error *err)
{
    const struct installation installation = read_installation(inv);
    struct check_report report = { 0 };

    if (!must_be_root(err) || !check_words(&installation, err))
        return false;
    installation_check_account(&installation, &report);
    check_keys(&installation, &report);
    installation_check_sshd(&installation, &report);

    json_t *problems = json_array();
    for (size_t i = 0; i < report.count; i++) {
        print_line(inv, "%s", report.problems[i]);
        json_array_append_new(problems, json_string(report.problems[i]));
    }
    const size_t count = report.count;
    check_report_clear(&report);
    print_json(inv, json_pack("{s:o}", "problems", problems));
    if (count == 0) {
        print_line(inv, _("All matches what the gateway needs."));
        return true;
    }
    return error_set(err, ERROR_RULE,
                     ngettext("%zu thing does not match what the gateway needs.",
                              "%zu things do not match what the gateway needs.", count),
                     count);
}

/* What a key's line says is read before all else: see gateway.h. */
static bool
enter(struct invocation *inv, struct error *err)
{
    (void)inv;
    return error_set(err, ERROR_INPUT,
                     _("“gateway” stands first on the line of a key: atelier gateway "
                       "--staff LOGIN --database FILE.  “atelier gateway --help” lists "
                       "what else there is."));
}

#define KEYS_OPTION                                                                      \
    {                                                                                    \
        "keys", "FILE", N_("the file of the keys, if not /etc/atelier/authorized_keys")  \
    }
#define ACCOUNT_OPTION                                                                   \
    {                                                                                    \
        "account", "NAME", N_("the account by which all come, if not atelier")           \
    }

static const struct command_option keys_options[] = { ACCOUNT_OPTION,
                                                      KEYS_OPTION,
                                                      { 0 } };
static const struct command_option snippet_options[] = { ACCOUNT_OPTION,
                                                         KEYS_OPTION,
                                                         { 0 } };
static const struct command_option check_options[] = {
    ACCOUNT_OPTION,
    KEYS_OPTION,
    { "config", "FILE", N_("the configuration of sshd, if not the usual one") },
    { 0 },
};
static const struct command_option gateway_options[] = {
    { "staff", "LOGIN", N_("who comes by this key; nothing that they send changes it") },
    { 0 },
};

const struct command gateway_commands[] = {
    { .noun = "gateway",
      .verb = "keys",
      .operands = "add|list|remove [LOGIN [KEY]]",
      .least = 1,
      .most = 3,
      .options = keys_options,
      .summary = N_("say who comes in by which ssh key (root alone); add reads the key "
                    "from standard input"),
      .without_database = true,
      .run = keys },
    { .noun = "gateway",
      .verb = "snippet",
      .options = snippet_options,
      .summary = N_("print the account to make and what belongs into sshd_config"),
      .without_database = true,
      .run = snippet },
    { .noun = "gateway",
      .verb = "check",
      .options = check_options,
      .summary = N_("check that account, keys and sshd are as the gateway needs them "
                    "(root alone)"),
      .without_database = true,
      .run = check },
    { .noun = "gateway", /* the noun alone; last, so that its verbs come first */
      .options = gateway_options,
      .summary = N_("the whole login of who comes by ssh: stands on the line of a key"),
      .without_database = true,
      .run = enter },
    COMMAND_END,
};
