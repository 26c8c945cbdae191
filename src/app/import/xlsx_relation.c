/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_relation.c - which part of a workbook another part means */
#include "import/xlsx_relation.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/memory.h"

/* Adds the words between slashes to a path: "." stays, ".." goes up. */
static void
add_steps(struct buffer *path, const char *steps)
{
    while (*steps) {
        size_t length = strcspn(steps, "/");
        if (length == 2 && strncmp(steps, "..", 2) == 0) {
            const char *slash = path->length > 0 ? strrchr(path->text, '/') : NULL;
            size_t kept = slash ? (size_t)(slash - path->text) : 0;
            if (path->length > 0)
                path->text[kept] = '\0';
            path->length = kept;
        } else if (length > 0 && !(length == 1 && *steps == '.')) {
            if (path->length > 0)
                buffer_add_char(path, '/');
            buffer_add_part(path, steps, length);
        }
        steps += length + (steps[length] == '/');
    }
}

/* The part that a target means, seen from the folder of its source. */
static char *
resolve(const char *part, const char *target)
{
    struct buffer path = { 0 };
    const char *slash = strrchr(part, '/');
    if (target[0] != '/' && slash) {
        char *folder = memory_copy_part(part, (size_t)(slash - part));
        add_steps(&path, folder);
        free(folder);
    }
    add_steps(&path, target);
    buffer_add(&path, "");
    return path.text ? buffer_take(&path) : memory_copy("");
}

static void
on_start(void *context, const char *name, const char **attributes)
{
    struct xlsx_relation_list *list = context;
    const char *id = xlsx_part_attribute(attributes, "Id");
    const char *type = xlsx_part_attribute(attributes, "Type");
    const char *target = xlsx_part_attribute(attributes, "Target");
    const char *mode = xlsx_part_attribute(attributes, "TargetMode");
    if (strcmp(name, "Relationship") != 0 || !id || !type || !target ||
        (mode && strcmp(mode, "External") == 0))
        return;
    const char *word = strrchr(type, '/');
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = (struct xlsx_relation){
        .id = memory_copy(id),
        .type = memory_copy(word ? word + 1 : type),
        .target = resolve(list->part, target),
    };
}

bool
xlsx_relation_list_read(struct xlsx_relation_list *list,
                        const struct xlsx_archive *archive, const char *part,
                        struct error *err)
{
    static const struct xlsx_reader reader = { .start = on_start };
    const char *slash = strrchr(part, '/');
    int folder = slash ? (int)(slash - part) + 1 : 0;
    struct buffer name = { 0 };
    buffer_addf(&name, "%.*s_rels/%s.rels", folder, part, part + folder);
    list->part = part;
    bool ok = xlsx_part_read(archive, buffer_text(&name), &reader, list, err);
    buffer_clear(&name);
    return ok;
}

void
xlsx_relation_list_clear(struct xlsx_relation_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].id);
        free(list->items[i].type);
        free(list->items[i].target);
    }
    free(list->items);
    *list = (struct xlsx_relation_list){ 0 };
}

const char *
xlsx_relation_by_type(const struct xlsx_relation_list *list, const char *type)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].type, type) == 0)
            return list->items[i].target;
    return NULL;
}
