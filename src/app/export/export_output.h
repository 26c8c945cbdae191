/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_output.h - the file that an export fills: whole in its place, and never the
 * database's own */
#ifndef ATELIER_APP_EXPORT_OUTPUT_H
#define ATELIER_APP_EXPORT_OUTPUT_H

#include "atelier/app/atelier.h"
#include "atelier/base/output_file.h"

struct export_output {
    struct output_file *file;
    struct error err; /* why a part was not written: an export knows only that */
};

/* mode and is_like as in struct output_rule. */
bool export_output_open(struct export_output *output, struct atelier *at,
                        const char *path, enum output_mode mode,
                        bool (*is_like)(const char *path, const char *begin,
                                        size_t length, struct error *err),
                        struct error *err);

/* An is_like for who has asked to replace what is there, having seen its name: any is. */
bool export_output_replace_any(const char *path, const char *begin, size_t length,
                               struct error *err);

/* The sink of an export, with the output as its context. */
bool export_output_write(void *context, const char *bytes, size_t length);

/* Puts the file in its place if the export succeeded; else nothing of it stays, and err
 * tells why a part was not written where that is the reason.  Returns whether it is in
 * its place. */
bool export_output_close(struct export_output *output, bool is_whole, bool *replaced,
                         struct error *err);

#endif
