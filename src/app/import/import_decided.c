/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_decided.c - what was decided of a row */
#include "import/import_decided.h"

struct import_decision *
import_decision_find(const struct import *import, size_t row)
{
    for (size_t i = 0; i < import->decision_count; i++)
        if (import->decisions[i].row == row)
            return &import->decisions[i];
    return NULL;
}
