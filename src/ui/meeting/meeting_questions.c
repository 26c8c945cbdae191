/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_questions.c - what a meeting asks, and how many take each answer */
#include "meeting/meeting_questions.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/seats.h"
#include "meeting/meeting_head.h"
#include "widget/pager.h"

enum { BAR_COLUMNS = 24, LABEL_MOST = 24, LIST_LEAST = 6 };

bool
meeting_questions_load(struct meeting_questions *questions, struct ui *ui,
                       int64_t meeting, struct error *err)
{
    meeting_questions_clear(questions);
    if (!question_list(ui_atelier(ui), meeting, &questions->list, err))
        return false;
    questions->counts = memory_new(questions->list.count, sizeof(*questions->counts));
    bool ok = true;
    for (size_t i = 0; ok && i < questions->list.count; i++)
        ok = answer_counts(ui_atelier(ui), &questions->list.items[i],
                           &questions->counts[i], err);
    return ok;
}

void
meeting_questions_clear(struct meeting_questions *questions)
{
    for (size_t i = 0; questions->counts && i < questions->list.count; i++)
        answer_count_list_clear(&questions->counts[i]);
    free(questions->counts);
    meeting_question_list_clear(&questions->list);
    *questions = (struct meeting_questions){ 0 };
}

void
meeting_questions_add_taken(const struct meeting_question *question, int64_t takers,
                            struct buffer *text)
{
    const struct seats seats = { .seats = question->seats, .taken = takers };

    if (question->seats == NUMBER_NONE)
        buffer_addf(text, "%" PRId64, takers);
    else
        meeting_head_add_taken(&seats, text);
}

void
meeting_questions_add_facts(const struct meeting_questions *questions, size_t columns,
                            struct buffer *text)
{
    if (questions->list.count > 0)
        buffer_addf(text, "\n# %s\n", _("Questions"));
    for (size_t i = 0; i < questions->list.count; i++) {
        const struct meeting_question *question = &questions->list.items[i];
        const struct answer_count_list *counts = &questions->counts[i];
        pager_add_label(text, question->text, columns);
        for (size_t c = 0; c < counts->count; c++) {
            buffer_add(text, c > 0 ? "; " : "");
            meeting_question_show(question, counts->items[c].choice, text);
            buffer_addf(text, _(": %s"), "");
            meeting_questions_add_taken(question, counts->items[c].takers, text);
        }
        if (counts->count == 0)
            buffer_add(text, _(meeting_question_kinds[question->kind].label));
        buffer_add(text, "\n");
    }
}

/* --- the choices of one question */

/* What the bar is measured by: the seats, else the choice that most take. */
static int64_t
measure(const struct meeting_question *question, const struct answer_count_list *counts)
{
    int64_t most = question->seats == NUMBER_NONE ? 1 : question->seats;

    for (size_t i = 0; question->seats == NUMBER_NONE && i < counts->count; i++)
        most = counts->items[i].takers > most ? counts->items[i].takers : most;
    return most;
}

static int
label_columns(const struct meeting_question *question,
              const struct answer_count_list *counts)
{
    size_t width = 1;

    for (size_t i = 0; i < counts->count; i++) {
        struct buffer label = { 0 };
        meeting_question_show(question, counts->items[i].choice, &label);
        const size_t own = text_width(buffer_text(&label));
        width = own > width ? own : width;
        buffer_clear(&label);
    }
    return width < LABEL_MOST ? (int)width : LABEL_MOST;
}

static void
draw_choice(const struct meeting_question *question, const struct answer_count *count,
            struct area line, int label, int64_t most)
{
    const bool has_bar = !paint_is_plain();
    const int lead = 2 + label + 2 + (has_bar ? BAR_COLUMNS + 2 : 0);
    struct buffer words = { 0 };
    const bool is_full =
        question->seats != NUMBER_NONE && count->takers >= question->seats;

    meeting_question_show(question, count->choice, &words);
    paint_fill(line.top, line.left, line.columns, STYLE_PLAIN);
    paint_text(line.top, line.left + 2, label, STYLE_PLAIN, buffer_text(&words));
    if (has_bar)
        paint_bar(line.top, line.left + label + 4, BAR_COLUMNS,
                  count->takers < most ? count->takers : most, most > 0 ? most : 1);
    buffer_reset(&words);
    meeting_questions_add_taken(question, count->takers, &words);
    paint_text(line.top, line.left + lead, line.columns - lead,
               is_full ? STYLE_STRONG : STYLE_PLAIN, buffer_text(&words));
    buffer_clear(&words);
}

static size_t
find(const struct meeting_questions *questions, int64_t question)
{
    size_t i = 0;

    while (i < questions->list.count && questions->list.items[i].head.id != question)
        i++;
    return i;
}

/* The head and as many choices as leave the list its first rows. */
static int
rows_for(const struct answer_count_list *counts, struct area area)
{
    const int wanted = (int)counts->count + 2;
    const int most = area.rows - LIST_LEAST;

    return counts->count == 0 || most < 3 ? 0 : wanted < most ? wanted : most;
}

struct area
meeting_questions_draw(const struct meeting_questions *questions, int64_t question,
                       struct area area)
{
    const size_t at = find(questions, question);

    if (at == questions->list.count)
        return area;
    const struct meeting_question *asked = &questions->list.items[at];
    const struct answer_count_list *counts = &questions->counts[at];
    const int rows = rows_for(counts, area);
    const int label = label_columns(asked, counts);
    struct area line = { area.top + area.rows - rows, area.left, 1, area.columns };
    if (rows == 0)
        return area;
    paint_fill(line.top++, line.left, line.columns, STYLE_PLAIN);
    paint_text(line.top, line.left, 2, STYLE_HEAD, "");
    paint_text(line.top++, line.left + 2, line.columns - 2, STYLE_HEAD, asked->text);
    for (size_t i = 0; i < counts->count && line.top < area.top + area.rows; i++) {
        draw_choice(asked, &counts->items[i], line, label, measure(asked, counts));
        line.top++;
    }
    area.rows -= rows;
    return area;
}
