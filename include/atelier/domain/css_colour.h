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

#endif
