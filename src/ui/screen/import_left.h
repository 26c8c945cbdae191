/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_left.h - an import that was left: offered when its file is opened again */
#ifndef ATELIER_UI_IMPORT_LEFT_H
#define ATELIER_UI_IMPORT_LEFT_H

#include "atelier/app/import_people.h"
#include "ui.h"

/* "You were at this file on …": does the person go on? */
enum import_left_answer { IMPORT_LEFT_BACK = -1, IMPORT_LEFT_GO_ON, IMPORT_LEFT_ANEW };
enum import_left_answer import_left_ask(struct ui *ui, const char *title, instant at);

/* Asks for the path of a file to import; `left` (may be NULL), which was left last, is
 * offered, and said when. */
char *import_left_ask_path(struct ui *ui, const char *title, const char *text,
                           const char *left, instant at);

/* On leaving a file of which nothing was written: where what was decided is found again,
 * if anything was. */
void import_left_say(struct ui *ui, bool kept);

/* The import as it was left, when a person goes on with it; of a file that has changed
 * its columns alone.  NULL: the file is opened anew, or not at all if they went *back.
 * The caller frees it. */
struct import *import_left_offer(struct ui *ui, const char *path,
                                 const struct import_goal *goal, bool *back);

#endif
