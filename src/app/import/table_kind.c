/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_kind.c - what the readers of all kinds of files share */
#include "import/table_kind.h"

#include <stdarg.h>

void
table_kind_note(struct table_file *file, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_addv(&file->notes, format, arguments);
    va_end(arguments);
    buffer_add_char(&file->notes, '\n');
}
