/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_writer.c - hands on what a form of lists has written so far */
#include "export/list_writer.h"

bool
list_writer_pour(struct list_writer *w)
{
    bool ok =
        w->text.length == 0 || w->sink(w->context, buffer_text(&w->text), w->text.length);
    buffer_reset(&w->text);
    return ok;
}
