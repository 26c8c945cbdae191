/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway_keys_command.c - who comes in by which ssh key: added, listed, removed */
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "gateway/gateway_option.h"
#include "gateway/gateway_staff.h"
#include "gateway/key_file.h"
#include "gateway/key_line.h"
#include "gateway/key_session.h"
#include "gateway/public_key.h"
#include "print.h"

enum { KEY_END = 12 }; /* so many last letters name a key */

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
    const char *path = gateway_option(inv, "keys", KEY_FILE_USUAL);
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
    if (!key_file_look(&file, gateway_option(inv, "keys", KEY_FILE_USUAL), err)) {
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
    const char *name = gateway_option(inv, "account", GATEWAY_ACCOUNT);
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
    bool ok = key_file_open(&file, gateway_option(inv, "keys", KEY_FILE_USUAL), err);
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

    if (!gateway_must_be_root(err))
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

static const struct command_option keys_options[] = {
    GATEWAY_ACCOUNT_OPTION,
    GATEWAY_KEYS_OPTION,
    { 0 },
};

const struct command gateway_keys_commands[] = {
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
    COMMAND_END,
};
