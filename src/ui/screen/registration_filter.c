/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_filter.c - the list of a meeting by what people answered */
#include "screen/registration_filter.h"

#include "atelier/app/answering.h"
#include "atelier/app/atelier.h"
#include "atelier/base/language.h"
#include "atelier/domain/registration.h"

#define ONE(state) (1U << REGISTRATION_##state)

/* In the order in which f shows them; all come after the last. */
static const struct {
    unsigned states;
    const char *label;
} filters[] = {
    { ONE(INVITED), N_("no answer") },
    { ONE(ACCEPTED), N_("coming") },
    { ONE(WAITING) | ONE(OFFERED) | ONE(PENDING), N_("waiting") },
    { ONE(DECLINED) | ONE(EXCUSED) | ONE(REFUSED) | ONE(LAPSED) | ONE(WITHDRAWN) |
          ONE(SUBSTITUTED),
      N_("gone") },
    { LISTING_UNANSWERED, N_("something not answered") },
};

enum { FILTERS = sizeof(filters) / sizeof(filters[0]) };

/* FILTERS: all are shown. */
static size_t
filter_of(const struct list *list)
{
    size_t i = 0;

    while (i < FILTERS && filters[i].states != list->query.states)
        i++;
    return i;
}

static bool
asks(struct ui *ui, int64_t meeting)
{
    struct meeting_question_list questions = { 0 };
    struct error ignored = { 0 };
    bool required = false;

    (void)question_list(ui_atelier(ui), meeting, &questions, &ignored);
    for (size_t i = 0; i < questions.count; i++)
        required = required || questions.items[i].required;
    meeting_question_list_clear(&questions);
    return required;
}

/* Who did not answer is one of them where the meeting asks something. */
static size_t
filter_after(struct ui *ui, const struct list *list)
{
    const size_t next = (filter_of(list) + 1) % (FILTERS + 1);
    const bool is_idle = next < FILTERS && filters[next].states == LISTING_UNANSWERED &&
                         !asks(ui, list->query.scope);

    return is_idle ? FILTERS : next;
}

void
registration_filter_next(struct ui *ui, void *state, int64_t argument)
{
    struct list *list = state;
    const size_t next = filter_after(ui, list);
    const int64_t id = list_selected(list);

    (void)argument;
    list->query.states = next < FILTERS ? filters[next].states : 0;
    list->states = next < FILTERS ? _(filters[next].label) : NULL;
    list_reset(list);
    list_select(list, id);
}

bool
registration_filter_asks(struct ui *ui, int64_t meeting, bool *asks, struct error *err)
{
    struct meeting_question_list questions = { 0 };
    struct error ignored = { 0 };
    const bool ok = question_list(ui_atelier(ui), meeting, &questions, err);

    *asks = ok && questions.count > 0 &&
            atelier_may(ui_atelier(ui), MAY_READ_PRIVATE,
                        (struct row_ref){ ENTITY_MEETING, meeting }, &ignored);
    meeting_question_list_clear(&questions);
    error_clear(&ignored);
    return ok;
}

const char *
registration_filter_column(const struct list *list, bool has_room)
{
    const int64_t sort = list->query.sort;

    if (list->query.states == LISTING_UNANSWERED)
        return "unanswered";
    if (sort > 0)
        return list->listing->columns[sort - 1].name;
    return has_room ? "answers" : NULL;
}
