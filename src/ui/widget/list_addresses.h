/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_addresses.h - the e-mail addresses of the rows that somebody chose */
#ifndef ATELIER_UI_LIST_ADDRESSES_H
#define ATELIER_UI_LIST_ADDRESSES_H

#include "atelier/base/buffer.h"
#include "widget/list.h"

enum { LIST_ADDRESSES_NAMED = 3 };

struct list_addresses {
    struct buffer text; /* "a@example.org, b@example.org", each once */
    size_t count;
    size_t without;       /* rows that have none */
    struct buffer nobody; /* the first few of them by name, "Noé Zuber, Ana Roe" */
    size_t again;         /* rows whose address is there already */
};

/* Of the marked rows, also those that a filter hides now, or of the one under the bar. */
bool list_addresses(struct list *list, struct ui *ui, struct list_addresses *found,
                    struct error *err);
void list_addresses_clear(struct list_addresses *found);

#endif
