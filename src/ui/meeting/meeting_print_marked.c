/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_print_marked.c - what is printed of the marked people of a meeting alone */
#include "meeting/meeting_print_marked.h"

#include <stdlib.h>

#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "meeting/meeting_print.h"
#include "widget/choose.h"
#include "widget/list_marks_ask.h"

/* The sheet has a row for everybody: what is printed of some is asked.  False when left.
 */
static bool
choose_document(struct ui *ui, size_t count, enum meeting_document *what)
{
    static const enum meeting_document documents[] = {
        MEETING_BADGES, MEETING_PLACE_CARDS, MEETING_CERTIFICATES, MEETING_SHEET
    };
    const char *const answers[] = { _("Their badges"), _("Their place cards"),
                                    _("Their certificates of attendance"),
                                    _("The attendance sheet, of everybody") };
    struct buffer title = { 0 };

    buffer_addf(&title,
                ngettext("Print: %zu marked person", "Print: %zu marked people",
                         (unsigned long)count),
                count);
    const int answer = choose(ui, buffer_text(&title), NULL, answers, 4, 0);
    buffer_clear(&title);
    if (answer >= 0)
        *what = documents[answer];
    return answer >= 0;
}

static void
print_marked(struct ui *ui, const struct list *list, struct print_wish *wanted)
{
    const size_t count = list->mark_count;
    int64_t *marked = memory_new(count, sizeof(*marked));
    int64_t *persons = memory_new(count, sizeof(*persons));
    size_t known = 0;

    for (size_t i = 0; i < count; i++) {
        struct registration *registration = record_new(&registration_entity);
        struct error ignored = { 0 };
        marked[i] = list->marks[i];
        if (edit_load(ui_atelier(ui), &registration_entity, marked[i], registration,
                      &ignored))
            persons[known++] = registration->person;
        record_free(&registration_entity, registration);
    }
    if (wanted->what != MEETING_SHEET || choose_document(ui, count, &wanted->what)) {
        if (wanted->what != MEETING_SHEET && wanted->what != MEETING_PROGRAMME) {
            wanted->marked = (struct row_choice){ marked, count };
            wanted->persons = (struct row_choice){ persons, known };
        }
        meeting_print_wish(ui, wanted);
    }
    free(persons);
    free(marked);
}

void
meeting_print_marked(struct ui *ui, void *state, int64_t argument)
{
    struct print_wish wanted = { .what = (enum meeting_document)argument };
    struct list *list = state;

    if (list->mark_count == 0 || wanted.what == MEETING_PROGRAMME)
        meeting_print_wish(ui, &wanted);
    else if (list_may_take_hidden(list, ui))
        print_marked(ui, list, &wanted);
}
