/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_line.h - a line of the gateway's keys: which login a key is, and what it may
 *
 *     restrict,pty,command="PROGRAM gateway --staff LOGIN --database FILE" TYPE BASE64
 * LOGIN
 */
#ifndef ATELIER_CLI_KEY_LINE_H
#define ATELIER_CLI_KEY_LINE_H

#include <stdbool.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"

enum key_line_kind {
    KEY_LINE_OURS,
    KEY_LINE_EMPTY,        /* nothing, or a comment */
    KEY_LINE_UNRESTRICTED, /* for the gateway, but without restrict */
    KEY_LINE_FOREIGN
};

struct key_line {
    enum key_line_kind kind;
    char *program; /* these of ours alone */
    char *login;
    char *database;
    char *type;
    char *base64;
};

/* Tells what the text is.  Ours is what key_line_add() makes, byte for byte. */
void key_line_read(struct key_line *line, const char *text);
void key_line_clear(struct key_line *line);

void key_line_add(const struct key_line *line, struct buffer *buffer);

/* Whether they can stand there, where a shell reads the words. */
bool key_line_check_login(const char *login, struct error *err);
bool key_line_check_path(const char *path, struct error *err);

#endif
