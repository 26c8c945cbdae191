/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_text.c - what people read of a list or a document as a file */
#include "atelier/app/export_text.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/base/path.h"
#include "export/export_output.h"

struct export_text {
    struct export_output output;
    bool is_whole;
};

bool
export_text_of_path(const char *path)
{
    return path_ends_in(path, "txt") || path_ends_in(path, "text");
}

struct export_text *
export_text_open(struct atelier *at, const char *path, bool replace, struct error *err)
{
    struct export_text *text = memory_new(1, sizeof(*text));

    text->is_whole = export_output_open(&text->output, at, path, OUTPUT_FOR_OWNER,
                                        replace ? export_output_replace_any : NULL, err);
    if (text->is_whole)
        return text;
    free(text);
    return NULL;
}

void
export_text_add(struct export_text *text, const char *bytes, size_t length)
{
    text->is_whole = text->is_whole && export_output_write(&text->output, bytes, length);
}

bool
export_text_finish(struct export_text *text, bool *replaced, struct error *err)
{
    const bool ok = export_output_close(&text->output, text->is_whole, replaced, err);

    free(text);
    return ok;
}

void
export_text_discard(struct export_text *text)
{
    struct error ignored = { 0 };

    (void)export_output_close(&text->output, false, NULL, &ignored);
    error_clear(&ignored);
    free(text);
}
