/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_option.h - what a command line says of the file that it imports */
#ifndef ATELIER_CLI_IMPORT_OPTION_H
#define ATELIER_CLI_IMPORT_OPTION_H

#include "atelier/app/import_people.h"
#include "invocation.h"

/* Refuses to write what came on standard input when nobody awaits the answer any more:
 * the end of a list that is sent by ssh and breaks off looks like any other.
 * ERROR_SYSTEM. */
bool import_option_check_sender(struct invocation *inv, struct error *err);

/* Onto the list of a meeting, or into a group, or neither. */
bool import_option_goal(struct invocation *inv, struct import_goal *goal,
                        struct error *err);

/* Whether hidden rows are left out, and whether anything was said of them. */
bool import_option_hidden(struct invocation *inv, bool *said, bool *leave,
                          struct error *err);

/* Standard output tells what becomes of each row; a file is looked at before all else. */
bool import_option_check_refused(struct invocation *inv, struct error *err);

/* Refuses an option that does nothing of such a file, or without a meeting or a group. */
bool import_option_check_idle(struct invocation *inv, const struct import *import,
                              struct error *err);

/* Which of several lists is meant is not guessed. */
bool import_option_check_choice(struct invocation *inv, struct import *import,
                                bool hidden_said, struct error *err);

/* Refuses a file in which letters look wrong: nothing is written in letters that nobody
 * looked at. */
bool import_option_ask_encoding(const struct import *import, struct error *err);

/* --map 1=family,3=email: the columns that it names; the others keep their guess. */
bool import_option_mapping(struct invocation *inv, struct import *import,
                           struct error *err);

/* Which line holds the headings; before the mapping. */
bool import_option_headings_in(struct invocation *inv, struct import *import,
                               struct error *err);

/* What --headings says of the first row; before the mapping. */
bool import_option_headings(struct invocation *inv, struct import *import,
                            struct error *err);

/* Refuses a file of which neither its first row nor the command line says whether it has
 * headings. */
bool import_option_ask_headings(struct invocation *inv, const struct import *import,
                                struct error *err);

/* --new, --known and --leave-out: what the screen asks of each row. */
bool import_option_decisions(struct invocation *inv, struct import *import,
                             struct error *err);

bool import_option_create(struct invocation *inv, struct import *import,
                          struct error *err);

#endif
