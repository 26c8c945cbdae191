/* SPDX-License-Identifier: GPL-3.0-or-later */
/* css_colour.h - the colours that CSS3 has names for, which calendars know (RFC 7986) */
#ifndef ATELIER_DOMAIN_CSS_COLOUR_H
#define ATELIER_DOMAIN_CSS_COLOUR_H

struct css_colour {
    const char *name;
    const char *code; /* "#008080", as Apple's programs read it */
};

/* In order of name; the last has none. */
extern const struct css_colour css_colours[];

/* "#008080" of "teal"; NULL when it is no name of CSS3. */
const char *css_colour_code(const char *name);

/* The word for it in the language of the screens; what is stored is the name. */
const char *css_colour_word(const struct css_colour *colour);

/* The same of a name; the text itself when it is no name of CSS3. */
const char *css_colour_shown(const char *name);

/* The colour that is called so, by its word or its name, however it is written: "Slate
 * Blue"; NULL when there is none. */
const struct css_colour *css_colour_called(const char *typed);

#endif
