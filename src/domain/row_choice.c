/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row_choice.c - some rows of a list alone */
#include "atelier/domain/row_choice.h"

bool
row_choice_takes(const struct row_choice *choice, int64_t id)
{
    for (size_t i = 0; i < choice->count; i++)
        if (choice->ids[i] == id)
            return true;
    return choice->count == 0;
}
