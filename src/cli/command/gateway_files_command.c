/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway_files_command.c - what lies in the folders of logins, and what nobody keeps */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/confinement.h"
#include "atelier/base/language.h"
#include "atelier/base/left_files.h"
#include "gateway/gateway_staff.h"
#include "print.h"

struct folders {
    char *database;
    char *root;
};

static struct folders
find_folders(const struct invocation *inv)
{
    char *database = atelier_database_path(&inv->options->atelier);

    return (struct folders){ database, confinement_folder_of_files(database) };
}

static void
clear_folders(struct folders *folders)
{
    free(folders->database);
    free(folders->root);
}

/* *staff is false for a login that is not let in any more. */
static bool
is_staff(const struct folders *folders, const char *login, bool *staff, struct error *err)
{
    struct error why = { 0 };

    *staff = gateway_staff_check(login, folders->database, &why);
    if (*staff || why.kind == ERROR_RULE) {
        error_clear(&why);
        return true;
    }
    return error_pass(err, &why);
}

static bool
list_folder(struct invocation *inv, const struct folders *folders, const char *login,
            json_t *array, struct error *err)
{
    struct left_files left;
    bool staff = false;

    if (!is_staff(folders, login, &staff, err) ||
        !left_files_read(folders->root, login, &left, err))
        return false;
    json_t *names = json_array();
    for (size_t i = 0; i < left.count; i++) {
        print_line(inv, staff ? "%s/%s" : _("%s/%s  (not staff any more)"), login,
                   left.names[i]);
        json_array_append_new(names, json_string(left.names[i]));
    }
    json_array_append_new(array,
                          json_pack("{s:s,s:b,s:I,s:o}", "login", login, "staff", staff,
                                    "bytes", (json_int_t)left.bytes, "files", names));
    left_files_clear(&left);
    return true;
}

static bool
list(struct invocation *inv, const struct folders *folders, const char *login,
     struct error *err)
{
    struct left_files logins = { 0 };
    struct error why = { 0 };
    json_t *array = json_array();
    bool ok = true;

    if (login)
        ok = list_folder(inv, folders, login, array, err);
    else if (!left_files_read_logins(folders->root, &logins, &why) &&
             why.kind != ERROR_NOT_FOUND) /* nobody came yet */
        ok = error_pass(err, &why);
    error_clear(&why);
    /* One that cannot be read hides none of the others. */
    for (size_t i = 0; ok && i < logins.count; i++) {
        struct error next = { 0 };
        if (list_folder(inv, folders, logins.names[i], array, &next))
            continue;
        if (why.kind == ERROR_NONE)
            why = next;
        else
            print_line(inv, "%s", next.message);
    }
    if (ok && why.kind != ERROR_NONE)
        ok = error_pass(err, &why);
    left_files_clear(&logins);
    print_json(inv, array);
    return ok;
}

/* Of who still comes, files may be in use. */
static bool
check_gone(const struct folders *folders, const char *login, struct error *err)
{
    bool staff = false;

    return is_staff(folders, login, &staff, err) &&
           (!staff ||
            error_set(err, ERROR_RULE,
                      _("%s is staff: their files go by themselves after 30 days.  Take "
                        "the login out first, or remove single files of %s/%s."),
                      login, folders->root, login));
}

static bool
remove_folder(struct invocation *inv, const struct folders *folders, const char *login,
              struct error *err)
{
    size_t count = 0;

    if (!check_gone(folders, login, err) ||
        !left_files_remove(folders->root, login, &count, err))
        return false;
    print_line(inv, ngettext("%zu file removed.", "%zu files removed.", count), count);
    print_json(inv, json_pack("{s:s,s:I}", "login", login, "removed", (json_int_t)count));
    return true;
}

static bool
files(struct invocation *inv, struct error *err)
{
    const char *deed = inv->operand_count > 0 ? inv->operands[0] : "list";
    const char *login = inv->operand_count > 1 ? inv->operands[1] : NULL;
    struct folders folders = find_folders(inv);
    bool ok;

    if (strcmp(deed, "list") == 0)
        ok = list(inv, &folders, login, err);
    else if (strcmp(deed, "remove") == 0 && login)
        ok = remove_folder(inv, &folders, login, err);
    else
        ok = error_set(err, ERROR_INPUT,
                       _("Say “gateway files list”, or “gateway files remove LOGIN” for "
                         "who is not staff any more."));
    clear_folders(&folders);
    return ok;
}

const struct command gateway_files_commands[] = {
    { .noun = "gateway",
      .verb = "files",
      .operands = "list|remove [LOGIN]",
      .least = 0,
      .most = 2,
      .summary = N_("list what lies in the folders of logins, or remove what is left of "
                    "who is not staff any more"),
      .without_database = true,
      .unconfined = true,
      .run = files },
    COMMAND_END,
};
