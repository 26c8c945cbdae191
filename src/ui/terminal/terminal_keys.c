/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_keys.c - what the keys of the terminal in use send
 *
 * On a vt100 ESC O x is F10 and, in the keypad's own mode, its 8.  That mode is never
 * asked for, so that the keypad sends digits, and ESC O x is F10.
 */
#include "terminal/terminal_keys.h"

#include <stddef.h>
#include <stdio.h>

#include "terminal/terminal_type.h"

enum { FUNCTION_KEYS = 12 };

static const struct capability {
    const char *name; /* as terminfo(5) has it */
    enum press press;
} capabilities[] = {
    { "kcuu1", PRESS_UP },       { "kcud1", PRESS_DOWN },    { "kcuf1", PRESS_RIGHT },
    { "kcub1", PRESS_LEFT },     { "khome", PRESS_HOME },    { "kfnd", PRESS_HOME },
    { "kend", PRESS_END },       { "kslt", PRESS_END },      { "kll", PRESS_END },
    { "kpp", PRESS_PAGE_UP },    { "knp", PRESS_PAGE_DOWN }, { "kdch1", PRESS_DELETE },
    { "kich1", PRESS_INSERT },   { "kcbt", PRESS_BACK_TAB }, { "kent", PRESS_ENTER },
    { "kHOM", PRESS_HOME },      { "kEND", PRESS_END },      { "kPRV", PRESS_PAGE_UP },
    { "kNXT", PRESS_PAGE_DOWN }, { "kDC", PRESS_DELETE },
};

static void
learn(struct key_decoder *decoder, const char *name, enum press press, int number)
{
    const char *bytes = terminal_type_sends(name);

    if (bytes)
        key_decoder_learn(decoder, bytes, press, number);
}

void
terminal_keys_learn(struct key_decoder *decoder)
{
    for (int number = 1; number <= FUNCTION_KEYS; number++) {
        char name[KEY_NAME_SIZE];

        (void)snprintf(name, sizeof name, "kf%d", number);
        learn(decoder, name, PRESS_FUNCTION, number);
    }
    for (size_t i = 0; i < sizeof capabilities / sizeof capabilities[0]; i++)
        learn(decoder, capabilities[i].name, capabilities[i].press, 0);
}
