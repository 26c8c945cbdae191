/* SPDX-License-Identifier: GPL-3.0-or-later */
/* installation.c - the account and the part of sshd that the gateway needs */
#include "gateway/installation.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/path.h"
#include "gateway/sshd_settings.h"

/* What a Match block says, and sshd answers to -T.  Of AcceptEnv there may be less. */
static const struct setting {
    const char *name;
    const char *value; /* NULL: the file of the keys */
    const char *why;   /* N_() */
} settings[] = {
    { "AuthorizedKeysFile", NULL, N_("keys elsewhere say who comes") },
    { "AuthorizedKeysCommand", "none", N_("a program says who comes") },
    { "TrustedUserCAKeys", "none", N_("certificates say who comes") },
    { "AuthenticationMethods", "publickey", N_("the key alone says who comes") },
    { "PasswordAuthentication", "no", N_("a password names nobody") },
    { "KbdInteractiveAuthentication", "no", N_("a password names nobody") },
    { "HostbasedAuthentication", "no", N_("a computer names nobody") },
    { "GSSAPIAuthentication", "no", N_("a ticket names nobody") },
    { "PermitUserRC", "no", N_("a file of the account would be run") },
    { "PermitTTY", "yes", N_("the screens need a terminal") },
    { "DisableForwarding", "yes", N_("connections would go on from here") },
    { "PermitTunnel", "no", N_("connections would go on from here") },
    { "ClientAliveInterval", "10", N_("lost lines are noticed late") },
    { "ClientAliveCountMax", "2", N_("lost lines are noticed late") },
};

/* What stands in no Match block, or must not. */
static const struct setting general[] = {
    { "ForceCommand", "none", N_("it takes the place of what the key's line says") },
    { "PermitUserEnvironment", "no", N_("a file of the account would be believed") },
    { "StrictModes", "yes", N_("files that others can change are believed") },
    { "ChrootDirectory", "none", N_("atelier is not found there") },
};

static const char *
value_of(const struct setting *setting, const struct installation *installation)
{
    return setting->value ? setting->value : installation->keys;
}

void
installation_add_snippet(const struct installation *installation, struct buffer *buffer)
{
    const char *account = installation->account;

    buffer_add(buffer,
               _("# The account, once: its home belongs to root and its shell, dash, "
                 "reads no file.\n"));
    buffer_addf(buffer,
                "#     useradd --system --shell /bin/sh --home-dir /var/empty/%s "
                "--no-create-home %s\n",
                account, account);
    buffer_addf(buffer,
                "#     install -d -m 755 -o root -g root /var/empty /var/empty/%s\n",
                account);
    buffer_addf(buffer, "#     usermod --password '*' %s\n", account);
    buffer_add(
        buffer,
        _("# At the end of /etc/ssh/sshd_config, without any ForceCommand: it would "
          "take\n"
          "# the place of what a key's line says.  Then “systemctl reload ssh”, and\n"
          "# “atelier gateway check” says whether all matches.\n"));
    buffer_addf(buffer, "Match User %s\n", account);
    for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
        buffer_addf(buffer, "    %s %s\n", settings[i].name,
                    value_of(&settings[i], installation));
    buffer_add(buffer, "    AcceptEnv LANG LC_*\n");
}

/* ---- sshd ---- */

/* Calls for each line of the answer that is about the setting. */
static size_t
find_line(const char *answer, const char *name, const char **value, size_t *length)
{
    const size_t is = strlen(name);

    for (const char *line = answer; *line;) {
        const size_t all = strcspn(line, "\n");
        if (all > is && strncasecmp(line, name, is) == 0 && line[is] == ' ') {
            *value = line + is + 1;
            *length = all - is - 1;
            return (size_t)(line - answer) + all;
        }
        line += all + (line[all] == '\n');
    }
    return 0;
}

static void
check_setting(const struct setting *setting, const char *answer, const char *wanted,
              struct check_report *report)
{
    const char *value = "";
    size_t length = 0;

    /* What this sshd does not know it does not do. */
    if (find_line(answer, setting->name, &value, &length) == 0)
        return;
    if (length != strlen(wanted) || strncmp(value, wanted, length) != 0)
        check_report_add(report, _("sshd: %s is “%.*s” and should be “%s”: %s."),
                         setting->name, (int)length, value, wanted, _(setting->why));
}

static void
check_environment(const char *answer, struct check_report *report)
{
    const char *value = "";
    size_t length = 0;
    size_t behind;

    while ((behind = find_line(answer, "AcceptEnv", &value, &length)) != 0) {
        if (strncmp(value, "LANG", length) != 0 && strncmp(value, "LC_", 3) != 0)
            check_report_add(
                report,
                _("sshd: AcceptEnv takes “%.*s” and should take no more than "
                  "LANG and LC_*."),
                (int)length, value);
        answer += behind;
    }
}

void
installation_check_sshd(const struct installation *installation,
                        struct check_report *report)
{
    struct buffer answer = { 0 };
    struct error why = { 0 };

    if (!sshd_settings_ask(installation->account, installation->config, &answer, &why)) {
        check_report_add(report,
                         _("sshd does not say its settings: “sshd -T” fails (%s).  Where "
                           "sshd does not run, start it first: “systemctl start ssh”."),
                         why.message);
        buffer_clear(&answer);
        return;
    }
    const char *text = buffer_text(&answer);
    for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
        check_setting(&settings[i], text, value_of(&settings[i], installation), report);
    for (size_t i = 0; i < sizeof(general) / sizeof(general[0]); i++)
        check_setting(&general[i], text, general[i].value, report);
    check_environment(text, report);
    buffer_clear(&answer);
}

/* ---- the account ---- */

static void
check_home(const struct passwd *user, struct check_report *report)
{
    struct stat home;

    if (stat(user->pw_dir, &home) != 0)
        check_report_add(report, _("%s, the home of %s, is not there."), user->pw_dir,
                         user->pw_name);
    else if (home.st_uid != 0 || home.st_mode & (S_IWGRP | S_IWOTH))
        check_report_add(report,
                         _("Others than root may write to %s, the home of %s: “chown "
                           "root %s; chmod go-w %s” ends that."),
                         user->pw_dir, user->pw_name, user->pw_dir, user->pw_dir);
}

/* dash reads no file before a command; others may read one of the home. */
static void
check_shell(const struct passwd *user, struct check_report *report)
{
    const char *shell = *user->pw_shell ? user->pw_shell : "/bin/sh";
    char *real = realpath(shell, NULL);

    if (!real || strcmp(path_name(real), "dash") != 0)
        check_report_add(report,
                         _("%s is the login shell of %s, and may read a file before the "
                           "command of a key, or run none: “usermod --shell /bin/dash "
                           "%s”."),
                         shell, user->pw_name, user->pw_name);
    free(real);
}

void
installation_check_account(const struct installation *installation,
                           struct check_report *report)
{
    const struct passwd *user = getpwnam(installation->account);

    if (!user) {
        check_report_add(report,
                         _("There is no account %s: “atelier gateway snippet” says how "
                           "it is made."),
                         installation->account);
        return;
    }
    if (user->pw_uid == 0)
        check_report_add(report, _("%s is root: make an account of its own."),
                         installation->account);
    check_home(user, report);
    check_shell(user, report);
}
