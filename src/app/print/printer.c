/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printer.c - a document to the printer of the office, by the system's own lp
 */
#include "atelier/app/printer.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/program_path.h"
#include "session/session.h"

bool
printer_is_there(const struct atelier *at)
{
    char *program = at->is_confined ? NULL : program_path_find("lp");
    const bool found = program != NULL;

    free(program);
    return found;
}

struct child *
printer_start(const struct atelier *at, const char *name, const struct buffer *document,
              struct error *err)
{
    char *program = at->is_confined ? NULL : program_path_find("lp");
    if (!program) {
        error_set(err, ERROR_SYSTEM, _("There is no lp here that prints."));
        return NULL;
    }
    const char *const arguments[] = { program, "-t", name, NULL };
    const struct child_request request = {
        .arguments = arguments,
        .input = buffer_text(document),
        .input_length = document->length,
        .document = -1,
        .if_silent = _("lp did not print it and does not say why."),
    };
    struct child *child = child_start(&request, err);
    free(program);
    return child;
}
