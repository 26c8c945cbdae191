/* SPDX-License-Identifier: GPL-3.0-or-later */
/* howto.c - the pages of the help as text */
#include "atelier/domain/howto.h"

#include <string.h>

#include "atelier/base/language.h"

const struct howto *
howto_find(const char *name)
{
    for (const struct howto *howto = howtos; howto->name; howto++)
        if (strcmp(howto->name, name) == 0)
            return howto;
    return NULL;
}

static void
add_commands(const char *commands, struct buffer *buffer)
{
    while (*commands != '\0') {
        const size_t length = strcspn(commands, "\n");

        buffer_add(buffer, "    ");
        buffer_add_part(buffer, commands, length);
        buffer_add_char(buffer, '\n');
        commands += length + (commands[length] == '\n');
    }
}

/* Two blanks part a number from its step: whoever wraps the line lets the step hang. */
void
howto_add(const struct howto *howto, howto_say *say, const void *context,
          struct buffer *buffer)
{
    say(context, _(howto->want), buffer);
    buffer_add_char(buffer, '\n');
    for (size_t i = 0; howto->steps[i]; i++) {
        buffer_addf(buffer, "  %zu.  ", i + 1);
        say(context, _(howto->steps[i]), buffer);
        buffer_add_char(buffer, '\n');
    }
    buffer_addf(buffer, "%s\n", _("By a command:"));
    add_commands(howto->commands, buffer);
    buffer_addf(buffer, "%s ", _("To take it back:"));
    say(context, _(howto->undo), buffer);
    buffer_add_char(buffer, '\n');
}
