/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway_command.c - the gateway: what sshd has to know, and whether it does */
#include <stdio.h>

#include "atelier/base/language.h"
#include "atelier/domain/check_report.h"
#include "gateway/gateway_option.h"
#include "gateway/installation.h"
#include "gateway/key_check.h"
#include "gateway/key_file.h"
#include "gateway/key_line.h"
#include "print.h"

static struct installation
read_installation(const struct invocation *inv)
{
    return (struct installation){
        .account = gateway_option(inv, "account", GATEWAY_ACCOUNT),
        .keys = gateway_option(inv, "keys", KEY_FILE_USUAL),
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

static bool
check(struct invocation *inv, struct error *err)
{
    const struct installation installation = read_installation(inv);
    struct check_report report = { 0 };

    if (!gateway_must_be_root(err) || !check_words(&installation, err))
        return false;
    installation_check_account(&installation, &report);
    key_check(&installation, &report);
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

static const struct command_option snippet_options[] = { GATEWAY_ACCOUNT_OPTION,
                                                         GATEWAY_KEYS_OPTION,
                                                         { 0 } };
static const struct command_option check_options[] = {
    GATEWAY_ACCOUNT_OPTION,
    GATEWAY_KEYS_OPTION,
    { "config", "FILE", N_("the configuration of sshd, if not the usual one") },
    { 0 },
};
static const struct command_option gateway_options[] = {
    { "staff", "LOGIN", N_("who comes by this key; nothing that they send changes it") },
    { 0 },
};

const struct command gateway_commands[] = {
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
