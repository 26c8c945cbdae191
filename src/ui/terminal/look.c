/* SPDX-License-Identifier: GPL-3.0-or-later */
/* look.c - how each style looks: by what the terminal can do, and on which background
 *
 * One colour is the accent: where one is, and what is settled.  Another is for what
 * somebody still owes an answer to, a third for what is wrong; red and green are never a
 * pair.  A text in colour has a contrast of 4.4 and more with its background (sRGB, as
 * xterm has the colours), where the background is not known with both black and white.
 */
#include "terminal/look.h"

#include <stdlib.h>
#include <string.h>

enum { OWN = -1, BASIC = 8, RICH = 256 };

/* What stands on the terminal's own background; OWN: in the terminal's own colour. */
struct palette {
    short settled, open, ended;
};

static const struct palette basic[] = {
    [THEME_AUTOMATIC] = { OWN, COLOR_MAGENTA,
                          OWN }, /* cyan or blue: only on one of both */
    [THEME_DARK] = { COLOR_CYAN, COLOR_YELLOW, OWN },
    [THEME_LIGHT] = { COLOR_BLUE, COLOR_MAGENTA, OWN },
};

/* Of the 6x6x6 cube and the greys. */
static const struct palette rich[] = {
    [THEME_AUTOMATIC] = { 63, 130, 243 }, /* #5f5fff #af5f00 #767676 */
    [THEME_DARK] = { 75, 179, 246 },      /* #5fafff #d7af5f #949494 */
    [THEME_LIGHT] = { 25, 94, 241 },      /* #005faf #875f00 #626262 */
};

bool
look_has_colours(void)
{
    const char *no_colour = getenv("NO_COLOR");

    if ((no_colour && no_colour[0] != '\0') || !has_colors())
        return false;
    (void)start_color();
    (void)use_default_colors();
    return COLORS >= BASIC;
}

/* COLORFGBG is "15;0" or "0;default;15": the last number is the background. */
static enum theme
guess(void)
{
    const char *said = getenv("COLORFGBG");
    const char *last = said ? strrchr(said, ';') : NULL;
    char *end = NULL;
    const long colour = last ? strtol(last + 1, &end, 10) : -1;

    if (!last || end == last + 1 || *end != '\0' || colour < 0 || colour > 15)
        return THEME_AUTOMATIC;
    return colour == 7 || colour > 8 ? THEME_LIGHT : THEME_DARK;
}

static void
use_colour(struct look looks[], enum style style, short foreground, short background,
           attr_t attributes)
{
    const short pair = (short)(style + 1); /* pair 0 is the terminal's */

    if (foreground == OWN && background == OWN)
        return;
    (void)init_pair(pair, foreground, background);
    looks[style] = (struct look){ attributes, pair };
}

static void
fill_colours(enum theme theme, struct look looks[])
{
    const struct palette *palette = COLORS >= RICH ? &rich[theme] : &basic[theme];

    /* With their background, so that they are the same on every terminal. */
    use_colour(looks, STYLE_SECTION, COLOR_WHITE, COLOR_BLUE, A_NORMAL);
    use_colour(looks, STYLE_SECTION_HERE, COLOR_BLACK, COLOR_WHITE, A_NORMAL);
    use_colour(looks, STYLE_BAR, COLOR_WHITE, COLOR_BLUE, A_NORMAL);
    use_colour(looks, STYLE_WARNING, COLOR_WHITE, COLOR_RED, A_BOLD);
    use_colour(looks, STYLE_SETTLED, palette->settled, OWN, A_NORMAL);
    use_colour(looks, STYLE_OPEN, palette->open, OWN, A_NORMAL);
    use_colour(looks, STYLE_ENDED, palette->ended, OWN, A_NORMAL);
}

bool
look_fill(enum theme theme, struct look looks[STYLE_COUNT])
{
    static const attr_t attributes[STYLE_COUNT] = {
        [STYLE_STRONG] = A_BOLD,     [STYLE_BAR] = A_REVERSE,
        [STYLE_SECTION] = A_REVERSE, [STYLE_SECTION_HERE] = A_BOLD,
        [STYLE_KEY] = A_BOLD,        [STYLE_HEAD] = A_BOLD | A_UNDERLINE,
        [STYLE_INPUT] = A_UNDERLINE, [STYLE_WARNING] = A_BOLD,
    };

    for (size_t i = 0; i < STYLE_COUNT; i++)
        looks[i] = (struct look){ attributes[i], 0 };
    if (theme == THEME_NONE)
        return false;
    fill_colours(theme == THEME_AUTOMATIC ? guess() : theme, looks);
    return true;
}

/* --- samples: each of the 6x6x6 cube and the greys has a pair behind those of the
 * styles */

enum { CUBE = 16, GREYS = 232 };

/* Red, green and blue of one of the 256 colours, of those that terminals agree on. */
static void
parts_of(int colour, int parts[3])
{
    static const int levels[] = { 0, 95, 135, 175, 215, 255 };
    const int cube = colour - CUBE;

    for (int i = 0; i < 3; i++)
        parts[i] = colour >= GREYS ? 8 + 10 * (colour - GREYS)
                                   : levels[cube /
                                            (i == 0   ? 36
                                             : i == 1 ? 6
                                                      : 1) %
                                            6];
}

static int
nearest(const int wanted[3])
{
    int best = CUBE, least = -1;

    for (int colour = CUBE; colour < RICH; colour++) {
        int parts[3], distance = 0;

        parts_of(colour, parts);
        for (int i = 0; i < 3; i++)
            distance += (parts[i] - wanted[i]) * (parts[i] - wanted[i]);
        if (least < 0 || distance < least) {
            least = distance;
            best = colour;
        }
    }
    return best;
}

short
look_sample(const char *code)
{
    const long rgb = strtol(code + 1, NULL, 16); /* after its "#" */
    const int wanted[] = { (int)(rgb >> 16 & 255), (int)(rgb >> 8 & 255),
                           (int)(rgb & 255) };

    if (COLORS < RICH || COLOR_PAIRS <= STYLE_COUNT + RICH)
        return 0;
    const int colour = nearest(wanted);
    const short pair = (short)(STYLE_COUNT + 1 + colour);
    (void)init_pair(pair, (short)colour, OWN);
    return pair;
}
