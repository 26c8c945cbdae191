/* SPDX-License-Identifier: GPL-3.0-or-later */
/* css_colour.c - the colours that CSS3 has names for, which calendars know */
#include "atelier/domain/css_colour.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"

const struct css_colour css_colours[] = {
    { NC_("colour", "aliceblue"), "#F0F8FF" },
    { NC_("colour", "antiquewhite"), "#FAEBD7" },
    { NC_("colour", "aqua"), "#00FFFF" },
    { NC_("colour", "aquamarine"), "#7FFFD4" },
    { NC_("colour", "azure"), "#F0FFFF" },
    { NC_("colour", "beige"), "#F5F5DC" },
    { NC_("colour", "bisque"), "#FFE4C4" },
    { NC_("colour", "black"), "#000000" },
    { NC_("colour", "blanchedalmond"), "#FFEBCD" },
    { NC_("colour", "blue"), "#0000FF" },
    { NC_("colour", "blueviolet"), "#8A2BE2" },
    { NC_("colour", "brown"), "#A52A2A" },
    { NC_("colour", "burlywood"), "#DEB887" },
    { NC_("colour", "cadetblue"), "#5F9EA0" },
    { NC_("colour", "chartreuse"), "#7FFF00" },
    { NC_("colour", "chocolate"), "#D2691E" },
    { NC_("colour", "coral"), "#FF7F50" },
    { NC_("colour", "cornflowerblue"), "#6495ED" },
    { NC_("colour", "cornsilk"), "#FFF8DC" },
    { NC_("colour", "crimson"), "#DC143C" },
    { NC_("colour", "cyan"), "#00FFFF" },
    { NC_("colour", "darkblue"), "#00008B" },
    { NC_("colour", "darkcyan"), "#008B8B" },
    { NC_("colour", "darkgoldenrod"), "#B8860B" },
    { NC_("colour", "darkgray"), "#A9A9A9" },
    { NC_("colour", "darkgreen"), "#006400" },
    { NC_("colour", "darkgrey"), "#A9A9A9" },
    { NC_("colour", "darkkhaki"), "#BDB76B" },
    { NC_("colour", "darkmagenta"), "#8B008B" },
    { NC_("colour", "darkolivegreen"), "#556B2F" },
    { NC_("colour", "darkorange"), "#FF8C00" },
    { NC_("colour", "darkorchid"), "#9932CC" },
    { NC_("colour", "darkred"), "#8B0000" },
    { NC_("colour", "darksalmon"), "#E9967A" },
    { NC_("colour", "darkseagreen"), "#8FBC8F" },
    { NC_("colour", "darkslateblue"), "#483D8B" },
    { NC_("colour", "darkslategray"), "#2F4F4F" },
    { NC_("colour", "darkslategrey"), "#2F4F4F" },
    { NC_("colour", "darkturquoise"), "#00CED1" },
    { NC_("colour", "darkviolet"), "#9400D3" },
    { NC_("colour", "deeppink"), "#FF1493" },
    { NC_("colour", "deepskyblue"), "#00BFFF" },
    { NC_("colour", "dimgray"), "#696969" },
    { NC_("colour", "dimgrey"), "#696969" },
    { NC_("colour", "dodgerblue"), "#1E90FF" },
    { NC_("colour", "firebrick"), "#B22222" },
    { NC_("colour", "floralwhite"), "#FFFAF0" },
    { NC_("colour", "forestgreen"), "#228B22" },
    { NC_("colour", "fuchsia"), "#FF00FF" },
    { NC_("colour", "gainsboro"), "#DCDCDC" },
    { NC_("colour", "ghostwhite"), "#F8F8FF" },
    { NC_("colour", "gold"), "#FFD700" },
    { NC_("colour", "goldenrod"), "#DAA520" },
    { NC_("colour", "gray"), "#808080" },
    { NC_("colour", "green"), "#008000" },
    { NC_("colour", "greenyellow"), "#ADFF2F" },
    { NC_("colour", "grey"), "#808080" },
    { NC_("colour", "honeydew"), "#F0FFF0" },
    { NC_("colour", "hotpink"), "#FF69B4" },
    { NC_("colour", "indianred"), "#CD5C5C" },
    { NC_("colour", "indigo"), "#4B0082" },
    { NC_("colour", "ivory"), "#FFFFF0" },
    { NC_("colour", "khaki"), "#F0E68C" },
    { NC_("colour", "lavender"), "#E6E6FA" },
    { NC_("colour", "lavenderblush"), "#FFF0F5" },
    { NC_("colour", "lawngreen"), "#7CFC00" },
    { NC_("colour", "lemonchiffon"), "#FFFACD" },
    { NC_("colour", "lightblue"), "#ADD8E6" },
    { NC_("colour", "lightcoral"), "#F08080" },
    { NC_("colour", "lightcyan"), "#E0FFFF" },
    { NC_("colour", "lightgoldenrodyellow"), "#FAFAD2" },
    { NC_("colour", "lightgray"), "#D3D3D3" },
    { NC_("colour", "lightgreen"), "#90EE90" },
    { NC_("colour", "lightgrey"), "#D3D3D3" },
    { NC_("colour", "lightpink"), "#FFB6C1" },
    { NC_("colour", "lightsalmon"), "#FFA07A" },
    { NC_("colour", "lightseagreen"), "#20B2AA" },
    { NC_("colour", "lightskyblue"), "#87CEFA" },
    { NC_("colour", "lightslategray"), "#778899" },
    { NC_("colour", "lightslategrey"), "#778899" },
    { NC_("colour", "lightsteelblue"), "#B0C4DE" },
    { NC_("colour", "lightyellow"), "#FFFFE0" },
    { NC_("colour", "lime"), "#00FF00" },
    { NC_("colour", "limegreen"), "#32CD32" },
    { NC_("colour", "linen"), "#FAF0E6" },
    { NC_("colour", "magenta"), "#FF00FF" },
    { NC_("colour", "maroon"), "#800000" },
    { NC_("colour", "mediumaquamarine"), "#66CDAA" },
    { NC_("colour", "mediumblue"), "#0000CD" },
    { NC_("colour", "mediumorchid"), "#BA55D3" },
    { NC_("colour", "mediumpurple"), "#9370DB" },
    { NC_("colour", "mediumseagreen"), "#3CB371" },
    { NC_("colour", "mediumslateblue"), "#7B68EE" },
    { NC_("colour", "mediumspringgreen"), "#00FA9A" },
    { NC_("colour", "mediumturquoise"), "#48D1CC" },
    { NC_("colour", "mediumvioletred"), "#C71585" },
    { NC_("colour", "midnightblue"), "#191970" },
    { NC_("colour", "mintcream"), "#F5FFFA" },
    { NC_("colour", "mistyrose"), "#FFE4E1" },
    { NC_("colour", "moccasin"), "#FFE4B5" },
    { NC_("colour", "navajowhite"), "#FFDEAD" },
    { NC_("colour", "navy"), "#000080" },
    { NC_("colour", "oldlace"), "#FDF5E6" },
    { NC_("colour", "olive"), "#808000" },
    { NC_("colour", "olivedrab"), "#6B8E23" },
    { NC_("colour", "orange"), "#FFA500" },
    { NC_("colour", "orangered"), "#FF4500" },
    { NC_("colour", "orchid"), "#DA70D6" },
    { NC_("colour", "palegoldenrod"), "#EEE8AA" },
    { NC_("colour", "palegreen"), "#98FB98" },
    { NC_("colour", "paleturquoise"), "#AFEEEE" },
    { NC_("colour", "palevioletred"), "#DB7093" },
    { NC_("colour", "papayawhip"), "#FFEFD5" },
    { NC_("colour", "peachpuff"), "#FFDAB9" },
    { NC_("colour", "peru"), "#CD853F" },
    { NC_("colour", "pink"), "#FFC0CB" },
    { NC_("colour", "plum"), "#DDA0DD" },
    { NC_("colour", "powderblue"), "#B0E0E6" },
    { NC_("colour", "purple"), "#800080" },
    { NC_("colour", "red"), "#FF0000" },
    { NC_("colour", "rosybrown"), "#BC8F8F" },
    { NC_("colour", "royalblue"), "#4169E1" },
    { NC_("colour", "saddlebrown"), "#8B4513" },
    { NC_("colour", "salmon"), "#FA8072" },
    { NC_("colour", "sandybrown"), "#F4A460" },
    { NC_("colour", "seagreen"), "#2E8B57" },
    { NC_("colour", "seashell"), "#FFF5EE" },
    { NC_("colour", "sienna"), "#A0522D" },
    { NC_("colour", "silver"), "#C0C0C0" },
    { NC_("colour", "skyblue"), "#87CEEB" },
    { NC_("colour", "slateblue"), "#6A5ACD" },
    { NC_("colour", "slategray"), "#708090" },
    { NC_("colour", "slategrey"), "#708090" },
    { NC_("colour", "snow"), "#FFFAFA" },
    { NC_("colour", "springgreen"), "#00FF7F" },
    { NC_("colour", "steelblue"), "#4682B4" },
    { NC_("colour", "tan"), "#D2B48C" },
    { NC_("colour", "teal"), "#008080" },
    { NC_("colour", "thistle"), "#D8BFD8" },
    { NC_("colour", "tomato"), "#FF6347" },
    { NC_("colour", "turquoise"), "#40E0D0" },
    { NC_("colour", "violet"), "#EE82EE" },
    { NC_("colour", "wheat"), "#F5DEB3" },
    { NC_("colour", "white"), "#FFFFFF" },
    { NC_("colour", "whitesmoke"), "#F5F5F5" },
    { NC_("colour", "yellow"), "#FFFF00" },
    { NC_("colour", "yellowgreen"), "#9ACD32" },
    { NULL, NULL },
};

static int
compare(const void *name, const void *colour)
{
    return strcmp(name, ((const struct css_colour *)colour)->name);
}

static const struct css_colour *
find(const char *name)
{
    const size_t count = sizeof(css_colours) / sizeof(css_colours[0]) - 1;

    return name ? bsearch(name, css_colours, count, sizeof(css_colours[0]), compare)
                : NULL;
}

const char *
css_colour_code(const char *name)
{
    const struct css_colour *found = find(name);

    return found ? found->code : NULL;
}

const char *
css_colour_word(const struct css_colour *colour)
{
    return language_in_context("colour", colour->name);
}

const char *
css_colour_shown(const char *name)
{
    return css_colour_code(name) ? language_in_context("colour", name) : name;
}

static bool
is_word_of(const struct css_colour *colour, const char *folded)
{
    char *word = fold_copy(css_colour_word(colour));
    const bool is = strcmp(word, folded) == 0;

    free(word);
    return is;
}

const struct css_colour *
css_colour_called(const char *typed)
{
    char *folded = fold_copy(typed), *joined = fold_copy(typed);
    size_t length = 0;

    for (const char *c = folded; *c != '\0'; c++)
        if (*c != ' ')
            joined[length++] = *c;
    joined[length] = '\0';
    const struct css_colour *found = find(joined);
    for (const struct css_colour *colour = css_colours; !found && colour->name; colour++)
        if (is_word_of(colour, folded))
            found = colour;
    free(joined);
    free(folded);
    return found;
}
