/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_output.c - what a command says in words goes to a file */
#include "text_output.h"

#include <stdlib.h>

#include "atelier/app/export_text.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

struct text_output {
    struct export_text *file;
    const char *path; /* of the options */
};

bool
text_output_begin(struct invocation *inv, const char *path, struct error *err)
{
    const bool replace = invocation_option(inv, "replace");
    struct export_text *file = export_text_open(inv->at, path, replace, err);

    if (!file)
        return !replace && err->kind == ERROR_EXISTS
                   ? error_set(err, ERROR_EXISTS,
                               _("%s is there already; name another file, or add "
                                 "--replace."),
                               path)
                   : false;
    inv->text = memory_new(1, sizeof(*inv->text));
    *inv->text = (struct text_output){ file, path };
    return true;
}

bool
text_output_add(struct invocation *inv, const char *bytes, size_t length)
{
    if (!inv->text)
        return false;
    export_text_add(inv->text->file, bytes, length);
    return true;
}

bool
text_output_end(struct invocation *inv, bool ok, struct text_outcome *outcome,
                struct error *err)
{
    struct text_output *text = inv->text;

    *outcome = (struct text_outcome){ 0 };
    if (!text)
        return ok;
    inv->text = NULL;
    if (!ok)
        export_text_discard(text->file);
    else
        ok = export_text_finish(text->file, &outcome->replaced, err);
    if (ok)
        outcome->path = text->path;
    free(text);
    return ok;
}
