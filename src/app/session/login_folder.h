/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login_folder.h - the folder of files goes along with a login that is renamed
 *
 * It moves once the new login is written: planned inside the transaction, done behind it.
 */
#ifndef ATELIER_APP_LOGIN_FOLDER_H
#define ATELIER_APP_LOGIN_FOLDER_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

struct atelier;

struct login_folder {
    char *from; /* the move that is planned; NULL: none */
    char *to;
    char *stays; /* a sentence about the last one, when it could not be; NULL */
};

void login_folder_plan(struct atelier *at, const char *from, const char *to);

/* After the transaction: does what was planned, or forgets it when nothing was written.
 */
void login_folder_settle(struct atelier *at, bool written);

/* Adds, once, where the folder stayed and what to do; false: it went along. */
bool login_folder_add_stay(struct atelier *at, struct buffer *text);

void login_folder_clear(struct login_folder *folder);

#endif
