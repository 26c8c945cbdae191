/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_output.c - the file that an export fills: whole in its place, and never the
 * database's own */
#include "export/export_output.h"

#include "atelier/store/database.h"
#include "session/session.h"

static bool
is_allowed(void *context, const char *path, const struct stat *there, struct error *err)
{
    const char *own = database_path(((const struct atelier *)context)->db);

    return (!database_owns_name(path) && (!there || !database_has_file(own, there))) ||
           database_refuse_name(path, NULL, err);
}

bool
export_output_open(struct export_output *output, struct atelier *at, const char *path,
                   enum output_mode mode,
                   bool (*is_like)(const char *path, const char *begin, size_t length,
                                   struct error *err),
                   struct error *err)
{
    const struct output_rule rule = { .mode = mode,
                                      .is_like = is_like,
                                      .allows = is_allowed,
                                      .context = at,
                                      .within = at->folder };

    *output = (struct export_output){ .file = output_file_open(path, &rule, err) };
    return output->file;
}

bool
export_output_replace_any(const char *path, const char *begin, size_t length,
                          struct error *err)
{
    (void)path;
    (void)begin;
    (void)length;
    (void)err;
    return true;
}

bool
export_output_write(void *context, const char *bytes, size_t length)
{
    struct export_output *output = context;

    return output_file_write(output->file, bytes, length, &output->err);
}

bool
export_output_close(struct export_output *output, bool is_whole, bool *replaced,
                    struct error *err)
{
    if (is_whole)
        return output_file_finish(output->file, replaced, err);
    output_file_discard(output->file);
    return output->err.kind == ERROR_NONE ? false : error_pass(err, &output->err);
}
