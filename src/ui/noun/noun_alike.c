/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_alike.c - who, or what, is probably there already: shown before it is saved */
#include "noun/noun_alike.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/present.h"
#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/organisation.h"
#include "widget/choose.h"

enum { SHOWN = 6, HITS_MOST = 100 };

struct alike {
    struct buffer titles[SHOWN];
    int64_t ids[SHOWN];
    size_t count;
};

static void
add_alike(struct alike *alike, int64_t id, const char *title, const char *detail)
{
    struct buffer *text = &alike->titles[alike->count];

    if (alike->count == SHOWN)
        return;
    alike->ids[alike->count++] = id;
    buffer_add(text, title);
    if (detail != NULL && detail[0] != '\0')
        buffer_addf(text, "  %s", detail);
}

/* True: none of them is meant, or there are none; false with *existing 0: go back. */
static bool
ask(struct ui *ui, struct alike *alike, const char *known, const char *none,
    int64_t *existing)
{
    const char *answers[SHOWN + 1];
    int answer = (int)alike->count;

    *existing = 0;
    for (size_t i = 0; i < alike->count; i++)
        answers[i] = buffer_text(&alike->titles[i]);
    answers[alike->count] = none;
    if (alike->count > 0)
        answer =
            choose(ui, _("Is it one of these?"), known, answers, alike->count + 1, 0);
    if (answer >= 0 && (size_t)answer < alike->count)
        *existing = alike->ids[answer];
    for (size_t i = 0; i < alike->count; i++)
        buffer_clear(&alike->titles[i]);
    return answer == (int)alike->count;
}

bool
noun_check_alike(struct ui *ui, const void *person, int64_t *existing)
{
    struct alike alike = { 0 };
    struct person_list list = { 0 };
    struct error ignored = { 0 };

    (void)browse_alike(ui_atelier(ui), person, &list, &ignored);
    for (size_t i = 0; i < list.count; i++) {
        struct buffer title = { 0 };

        person_entity.title(&list.items[i], &title);
        add_alike(&alike, list.items[i].head.id, buffer_text(&title),
                  list.items[i].email);
        buffer_clear(&title);
    }
    person_list_clear(&list);
    return ask(ui, &alike, _("People who are known already and may be the same:"),
               _("None of these: add a new person"), existing);
}

/* Accents and case aside. */
static bool
reads_alike(const char *a, const char *b)
{
    char *one = fold_copy(a), *other = fold_copy(b);
    bool alike = strcmp(one, other) == 0;

    free(one);
    free(other);
    return alike;
}

bool
noun_check_namesake(struct ui *ui, const struct organisation *organisation,
                    int64_t *existing)
{
    struct alike alike = { 0 };
    struct search_hit_list hits = { 0 };
    struct error ignored = { 0 };

    (void)reference_find(ui_atelier(ui), ENTITY_ORGANISATION, organisation->name,
                         HITS_MOST, &hits, &ignored);
    for (size_t i = 0; i < hits.count; i++)
        if (reads_alike(hits.items[i].title, organisation->name))
            add_alike(&alike, hits.items[i].row, hits.items[i].title,
                      hits.items[i].detail);
    search_hit_list_clear(&hits);
    return ask(ui, &alike, _("There is an organisation of this name already:"),
               _("Another one of the same name: add it"), existing);
}
