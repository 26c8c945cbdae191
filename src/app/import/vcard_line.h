/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_line.h - one content line of an address card: `item1.EMAIL;TYPE=work:a@b.example`
 *
 * As RFC 2426 (3.0), RFC 6350 (4.0) and the older vCard 2.1 write it.
 */
#ifndef ATELIER_APP_VCARD_LINE_H
#define ATELIER_APP_VCARD_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"

/* The properties that an import reads. */
enum vcard_property {
    VCARD_BEGIN,
    VCARD_END,
    VCARD_VERSION,
    VCARD_KIND,
    VCARD_SHOW_AS,
    VCARD_AGENT, /* of 2.1, whose value is a card of its own */
    VCARD_N,
    VCARD_FN,
    VCARD_ORG,
    VCARD_TITLE,
    VCARD_ROLE,
    VCARD_EMAIL,
    VCARD_TEL,
    VCARD_LANG,
    VCARD_NOTE,
    VCARD_ADR,        /* not taken, but named */
    VCARD_CATEGORIES, /* likewise */
    VCARD_NICKNAME,   /* likewise */
    VCARD_URL,        /* likewise */
    VCARD_BDAY,       /* likewise */
    VCARD_OTHER
};

enum { VCARD_NOT_PREFERRED = 101 };

struct vcard_line {
    enum vcard_property property;
    const char *value; /* as it stands there */
    const char *charset;
    unsigned preference; /* 1 is the most preferred one */
    bool is_quoted;      /* in QUOTED-PRINTABLE */
    bool is_base64;
    bool work, home, cell; /* what it is for */
    bool no_voice;         /* a fax or a pager */
};

/* Whether a line that begins so is to be kept: its property is read, or it is no line of
 * a card at all, of which a person should hear. */
bool vcard_line_is_wanted(const char *text, size_t length);

/* Parts the text, which it writes into and borrows.  False when it is no content line. */
bool vcard_line_read(struct vcard_line *line, char *text);

/* Adds the value as UTF-8; `encoding` is that of bytes whose line does not name it. */
void vcard_line_add_value(const struct vcard_line *line, const char *encoding,
                          struct buffer *text);

/*
 * Adds the next part of a value, up to one of `stops` that no backslash escapes, and
 * returns what follows that, or NULL at the end.  In 2.1 a backslash hides only what
 * would part a value.
 */
const char *vcard_value_add_part(const char *value, const char *stops, bool is_old,
                                 struct buffer *text);

#endif
