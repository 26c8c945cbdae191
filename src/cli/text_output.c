/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_output.c - what a command says in words goes to a file */
#include "text_output.h"

#include <stdlib.h>

#include "atelier/app/export_text.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "paper_output.h"
#include "print.h"

struct text_output {
    struct export_text *file;
    const char *path; /* of the options */
};

bool
text_output_begin(struct invocation *inv, const char *path, struct error *err)
{
    const struct print_destination to = { .path = path,
                                          .replace = invocation_option(inv, "replace") };
    struct export_text *file = export_text_open(inv->at, path, to.replace, err);

    if (!file)
        return paper_output_refuse(&to, err);
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
text_output_end(struct invocation *inv, bool ok, struct error *err)
{
    struct text_output *text = inv->text;
    bool replaced = false;

    if (!text)
        return ok;
    inv->text = NULL;
    if (!ok)
        export_text_discard(text->file);
    else
        ok = export_text_finish(text->file, &replaced, err);
    if (ok) {
        print_line(inv, _("%s: written"), text->path);
        paper_output_say_replaced(inv, replaced);
        print_json(inv,
                   json_pack("{s:s,s:b}", "output", text->path, "replaced", replaced));
    }
    free(text);
    return ok;
}
