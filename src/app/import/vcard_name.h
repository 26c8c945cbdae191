/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vcard_name.h - the name on an address card: N, and what FN has beyond it */
#ifndef ATELIER_APP_VCARD_NAME_H
#define ATELIER_APP_VCARD_NAME_H

#include "import/vcard_card.h"

/* Owned texts, "" where there is none. */
struct vcard_name {
    char *family, *given, *civility;
    char *beyond; /* words of FN and of the suffixes that are taken nowhere; or NULL */
};

void vcard_name_read(const struct vcard_card *card, struct vcard_name *name);
void vcard_name_clear(struct vcard_name *name);

/* A value of the card: as a whole; one of the parts that semicolons part; one of the
 * parts of N, where commas part several names.  The caller frees it. */
char *vcard_name_plain(const struct vcard_card *card, enum vcard_property property);
char *vcard_name_part(const struct vcard_card *card, enum vcard_property property,
                      size_t index);
char *vcard_name_names(const struct vcard_card *card, size_t index);

#endif
