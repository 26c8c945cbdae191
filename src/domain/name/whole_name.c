/* SPDX-License-Identifier: GPL-3.0-or-later */
/* whole_name.c - somebody's name as it is written, of its two parts */
#include "atelier/domain/whole_name.h"

#include "atelier/domain/erased_mark.h"

static bool
is_given(const char *part)
{
    return part && *part;
}

void
whole_name_add_listed(const char *family, const char *given, struct buffer *buffer)
{
    erased_mark_show(family, buffer);
    if (is_given(family) && is_given(given))
        buffer_add(buffer, ", ");
    buffer_add(buffer, given);
}

void
whole_name_add_said(const char *family, const char *given, struct buffer *buffer)
{
    buffer_add(buffer, given);
    if (is_given(family) && is_given(given))
        buffer_add_char(buffer, ' ');
    buffer_add(buffer, family);
}
