/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_check.c - whether what the file of the keys names is as the gateway needs it */
#include "gateway/key_check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/confinement.h"
#include "atelier/base/language.h"
#include "atelier/base/left_files.h"
#include "atelier/base/memory.h"
#include "gateway/account_reach.h"
#include "gateway/gateway_staff.h"
#include "gateway/key_file.h"
#include "gateway/key_line.h"

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

void
key_check(const struct installation *installation, struct check_report *report)
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
