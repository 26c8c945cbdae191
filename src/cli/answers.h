/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answers.h - questions on the command line: an option answers each */
#ifndef ATELIER_CLI_ANSWERS_H
#define ATELIER_CLI_ANSWERS_H

#include "atelier/domain/question.h"
#include "invocation.h"

/* Fills the sheet from the options that were given; ERROR_INPUT for a word that is none
 * of the choices, and for a reason that says nothing. */
bool answers_read(const struct invocation *inv, struct questions *sheet,
                  struct error *err);

/* What an act asked and nobody answered, and the option that does; or, who else may.
 * Any other error stays as it is.  Returns false. */
bool answers_explain(const struct invocation *inv, const struct questions *sheet,
                     struct error *err);

#endif
