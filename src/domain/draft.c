/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft.c - frees a draft, which draft_table.c of the store keeps */
#include "atelier/domain/draft.h"

#include <stdlib.h>

void
draft_clear(struct draft *draft)
{
    free(draft->staff);
    free(draft->screen);
    free(draft->entity);
    free(draft->fields);
    free(draft->owner);
    *draft = (struct draft){ 0 };
}
