/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finder.h - a line to type in and what fits it: the picker, the palette and the search
 * use it */
#ifndef ATELIER_UI_FINDER_H
#define ATELIER_UI_FINDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui.h"

struct finding {
    char *title;
    char *detail; /* shown right of it; NULL */
    char *around; /* of a title longer than its place, what is around these words is
                   * shown, and they are marked; NULL */
    bool sample;  /* the detail is the code of a colour, which is shown too */
    int64_t id;
    int kind; /* the caller's business */
};

struct finding_list {
    struct finding *items;
    size_t count;
    size_t capacity;
    size_t shown;       /* how many of them are hits, */
    size_t found;       /* and of how many; 0: that is not said */
    bool has_uncounted; /* there may be more than found, which count() tells */
    bool only_offers;   /* none is a hit: what may be done instead of choosing one */
};

/* Copies the texts. */
void finding_list_add(struct finding_list *list, const char *title, const char *detail,
                      int64_t id, int kind);

/* A sentence in which the words typed were found. */
void finding_list_add_said(struct finding_list *list, const char *said, const char *typed,
                           const char *detail, int64_t id, int kind);

/* A colour: its code is the detail. */
void finding_list_add_sample(struct finding_list *list, const char *name,
                             const char *code, int64_t id);

struct finder_request {
    const char *title; /* translated */
    const char *empty; /* said when nothing was typed and nothing is found */
    const char *none;  /* said when nothing fits what was typed; NULL: just that */
    const char *typed; /* in the line already, or NULL */
    const char *lines; /* a sentence, translated: said when several are pasted, of which
                        * the first is taken; NULL: just that */
    /* Fills the list with what fits the text.  Cut off by the next key (ERROR_CANCELLED).
     */
    bool (*fill)(struct ui *ui, void *context, const char *text,
                 struct finding_list *list, struct error *err);
    /* Tells how many fit it, when nobody types any more, of a list that has uncounted.
     * Cut off as above.  NULL where nobody asks. */
    bool (*count)(struct ui *ui, void *context, const char *text, size_t *found,
                  struct error *err);
    void *context;
};

/* True when one was chosen: *chosen is then the caller's to clear, and *typed (may be
 * NULL) the text that stood in the line, to be freed. */
bool finder_run(struct ui *ui, const struct finder_request *request,
                struct finding *chosen, char **typed);
void finding_clear(struct finding *finding);

#endif
