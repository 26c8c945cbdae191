/* SPDX-License-Identifier: GPL-3.0-or-later */
/* working_group_form.c - a group of which a picker was told the name: its code */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/text.h"
#include "atelier/domain/working_group.h"
#include "noun/noun_form.h"

enum { SHORT_CODE = 4, CODE_MOST = 12 };

static bool
is_code(const char *text)
{
    size_t length = 0;

    while (isalnum((unsigned char)text[length]))
        length++;
    return length > 0 && length <= SHORT_CODE && !text[length];
}

/* FORETS of Forêts et bois; nothing of a name in other letters. */
static void
add_code(const char *name, struct buffer *code)
{
    char *folded = fold_copy(name);

    for (const char *at = folded; isalnum((unsigned char)*at) && code->length < CODE_MOST;
         at++)
        buffer_add_char(code, (char)toupper((unsigned char)*at));
    free(folded);
}

/* Few letters are the code itself. */
static const char *
working_group_put_typed(struct ui *ui, void *record, const char *typed, char **sought)
{
    struct error ignored = { 0 };
    struct buffer code = { 0 };
    char *tidy = text_tidy(typed);
    const bool is_one = is_code(tidy);

    (void)ui;
    (void)sought;
    if (is_one)
        buffer_add(&code, tidy);
    else
        add_code(tidy, &code);
    if (!is_one)
        (void)field_parse(entity_field(&working_group_entity, "name"), record, tidy,
                          &ignored);
    if (code.length > 0)
        (void)field_parse(entity_field(&working_group_entity, "code"), record,
                          buffer_text(&code), &ignored);
    buffer_clear(&code);
    free(tidy);
    return "code";
}

const struct noun_form working_group_form = {
    .put_typed = working_group_put_typed,
};
