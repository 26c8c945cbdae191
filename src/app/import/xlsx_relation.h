/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_relation.h - which part of a workbook another part means */
#ifndef ATELIER_APP_XLSX_RELATION_H
#define ATELIER_APP_XLSX_RELATION_H

#include <stddef.h>

#include "atelier/base/error.h"
#include "import/xlsx_part.h"

struct xlsx_relation {
    char *id;
    char *type;   /* its last word: "worksheet" */
    char *target; /* the name of the part in the archive */
};

/* A zeroed struct is empty. */
struct xlsx_relation_list {
    struct xlsx_relation *items;
    size_t count;
    size_t capacity;
    const char *part; /* whose relations they are, while they are read */
};

/* The relations of a part, "" for those of the archive. */
bool xlsx_relation_list_read(struct xlsx_relation_list *list,
                             const struct xlsx_archive *archive, const char *part,
                             struct error *err);
void xlsx_relation_list_clear(struct xlsx_relation_list *list);

/* The target of the first of a type; NULL when there is none. */
const char *xlsx_relation_by_type(const struct xlsx_relation_list *list,
                                  const char *type);

#endif
