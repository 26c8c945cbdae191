/* SPDX-License-Identifier: GPL-3.0-or-later */
/* installation.h - the account and the part of sshd that the gateway needs: shown, and
 * compared with what is there
 */
#ifndef ATELIER_CLI_INSTALLATION_H
#define ATELIER_CLI_INSTALLATION_H

#include "atelier/base/buffer.h"
#include "atelier/domain/check_report.h"

struct installation {
    const char *account; /* by which all come */
    const char *keys;    /* the file of their keys */
    const char *config;  /* of sshd; NULL: the usual one */
};

/* The account to make, as comments, and what belongs into sshd_config. */
void installation_add_snippet(const struct installation *installation,
                              struct buffer *buffer);

/* Adds a sentence for each thing that does not match: what, and what to do. */
void installation_check_sshd(const struct installation *installation,
                             struct check_report *report);
void installation_check_account(const struct installation *installation,
                                struct check_report *report);

#endif
