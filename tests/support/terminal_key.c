/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_key.c - what a keyboard sends for a key that a play names */
#include "support/terminal_key.h"

#include <stdio.h>
#include <string.h>

const char *
terminal_key_bytes(const char *name, char made[static TERMINAL_KEY_MOST])
{
    static const struct {
        const char *name, *bytes;
    } keys[] = {
        { "Enter", "\r" },
        { "Tab", "\t" },
        { "Shift-Tab", "\033[Z" },
        { "Esc", "\033" },
        { "Space", " " },
        { "Backspace", "\177" },
        { "Up", "\033OA" },
        { "Down", "\033OB" },
        { "Right", "\033OC" },
        { "Left", "\033OD" },
        { "Home", "\033OH" },
        { "End", "\033OF" },
        { "PgUp", "\033[5~" },
        { "PgDn", "\033[6~" },
        { "Ins", "\033[2~" },
        { "Del", "\033[3~" },
        { "F1", "\033OP" },
        { "F2", "\033OQ" },
        { "F3", "\033OR" },
        { "F4", "\033OS" },
        { "F5", "\033[15~" },
        { "F6", "\033[17~" },
        { "F7", "\033[18~" },
        { "F8", "\033[19~" },
        { "F9", "\033[20~" },
        { "F10", "\033[21~" },
        { "lt", "<" },
        { "vt100-F5", "\033Ot" },
        { "vt100-F10", "\033Ox" },
        { "linux-Shift-Tab", "\033\t" },
    };

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        if (strcmp(keys[i].name, name) == 0)
            return keys[i].bytes;
    if (strncmp(name, "Ctrl-", 5) == 0 && name[5] != '\0') {
        made[0] = (char)(name[5] & 0x1f);
        made[1] = '\0';
        return made;
    }
    if (strncmp(name, "Click-", 6) == 0) { /* in that line of the screen, from 1 on */
        (void)snprintf(made, TERMINAL_KEY_MOST, "\033[<0;5;%sM", name + 6);
        return made;
    }
    if (strncmp(name, "Alt-", 4) == 0) {
        (void)snprintf(made, TERMINAL_KEY_MOST, "\033%s", name + 4);
        return made;
    }
    return NULL;
}
