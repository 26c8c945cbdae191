/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confirm.c - a question before what undo cannot take back: No has the bar at first */
#include "widget/confirm.h"

#include <stdarg.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "widget/choose.h"

bool
confirm(struct ui *ui, const char *yes, const char *format, ...)
{
    const char *const answers[] = { _("No, go back"), yes };
    struct buffer text = { 0 };
    va_list arguments;
    va_start(arguments, format);
    buffer_addv(&text, format, arguments);
    va_end(arguments);
    int answer =
        choose_with_care(ui, _("Please confirm"), buffer_text(&text), answers, 2, 0);
    buffer_clear(&text);
    return answer == 1;
}
