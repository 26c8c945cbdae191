/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_merge.c - two people who turn out to be one, side by side, and merged
 *
 * A row for each field that one of them has, with what stays of it, and one for each noun
 * whose rows refer to them.  What would come of it is tried anew after each key.
 */
#include "person/person_merge.h"

#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/merge.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "screen.h"
#include "sentence.h"
#include "widget/answer_bar.h"
#include "widget/list.h"
#include "widget/list_marks.h"
#include "widget/list_marks_ask.h"
#include "widget/picker.h"

enum { ROWS_MOST = 64, WIDTH_MOST = 132, LABEL_MOST = 22, DETAIL_LINES = 3 };

/* A line of the screen: a field, or the rows of a noun. */
struct merge_line {
    const struct field *field; /* NULL: a noun */
    enum entity_kind kind;
};

struct merge_view {
    struct merge_request request;
    struct merge_outcome outcome;
    struct error why; /* it cannot be */
    struct merge_line lines[ROWS_MOST];
    size_t count;
    size_t selected;
    bool merged;
};

static bool
can_be(const struct merge_view *view)
{
    return view->why.kind == ERROR_NONE;
}

/* --- what is shown */

static void
add_line(struct merge_view *view, const struct field *field, enum entity_kind kind)
{
    if (view->count < ROWS_MOST)
        view->lines[view->count++] = (struct merge_line){ field, kind };
}

static void
find_lines(struct merge_view *view)
{
    const struct merge_outcome *outcome = &view->outcome;

    view->count = 0;
    for (size_t i = 0; i < person_entity.field_count; i++) {
        const struct field *field = &person_entity.fields[i];
        if (!(field->flags & FIELD_DERIVED) && !(field_is_absent(field, &outcome->keep) &&
                                                 field_is_absent(field, &outcome->other)))
            add_line(view, field, ENTITY_PERSON);
    }
    for (int kind = 0; kind < ENTITY_COUNT && can_be(view); kind++)
        if (outcome->kept[kind] + outcome->moved[kind] + outcome->folded[kind] > 0)
            add_line(view, NULL, (enum entity_kind)kind);
    if (view->selected >= view->count)
        view->selected = 0;
}

static void
look_anew(struct merge_view *view, struct ui *ui)
{
    merge_outcome_clear(&view->outcome);
    merge_outcome_init(&view->outcome);
    view->why = (struct error){ 0 };
    (void)merge_try(ui_atelier(ui), &view->request, &view->outcome, &view->why);
    find_lines(view);
}

/* Lines of a note stand behind one another. */
static void
add_value(struct ui *ui, const struct field *field, const struct person *person,
          struct buffer *text)
{
    struct buffer value = { 0 };

    if (!field_is_absent(field, person))
        display_field(ui_atelier(ui), field, person, &value);
    for (const char *c = value.length > 0 ? buffer_text(&value) : "–"; *c; c++)
        if (*c == '\n')
            buffer_add(text, " / ");
        else
            buffer_add_char(text, *c);
    buffer_clear(&value);
}

enum side { SIDE_KEEP, SIDE_OTHER, SIDE_AFTER, SIDE_COUNT };

static void
add_cell(const struct merge_view *view, struct ui *ui, const struct merge_line *line,
         enum side side, struct buffer *text)
{
    const struct merge_outcome *outcome = &view->outcome;
    const struct person *const people[SIDE_COUNT] = { &outcome->keep, &outcome->other,
                                                      &outcome->after };
    if (line->field) {
        if (side != SIDE_AFTER || can_be(view))
            add_value(ui, line->field, people[side], text);
        return;
    }
    const size_t kept = outcome->kept[line->kind], moved = outcome->moved[line->kind];
    const size_t counts[SIDE_COUNT] = { kept, moved + outcome->folded[line->kind],
                                        kept + moved };
    buffer_addf(text, "%zu", counts[side]);
}

static const char *
label_of(const struct merge_line *line)
{
    return line->field ? _(line->field->label) : _(entity_get(line->kind)->plural);
}

static int
label_columns(const struct merge_view *view)
{
    size_t most = 0;

    for (size_t i = 0; i < view->count; i++)
        if (text_width(label_of(&view->lines[i])) > most)
            most = text_width(label_of(&view->lines[i]));
    return most > LABEL_MOST ? LABEL_MOST : (int)most;
}

static bool
differs(const struct merge_view *view, const struct merge_line *line)
{
    return line->field &&
           !field_equal(line->field, &view->outcome.keep, &view->outcome.other);
}

/* Before what differs stands "*". */
static void
draw_line(const struct merge_view *view, struct ui *ui, size_t index, int row,
          struct area inside)
{
    const struct merge_line *line = &view->lines[index];
    const bool here = index == view->selected;
    const int label = label_columns(view);
    const int width = (inside.columns - label - 4 - 2 * (SIDE_COUNT - 1)) / SIDE_COUNT;
    struct buffer text = { 0 };

    buffer_addf(&text, "%s%s ", here ? ">" : " ", differs(view, line) ? "*" : " ");
    text_add_cut(&text, label_of(line), (size_t)label, true, false);
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct buffer cell = { 0 };
        add_cell(view, ui, line, (enum side)side, &cell);
        buffer_add(&text, side == 0 ? " " : "  ");
        text_add_cut(&text, buffer_text(&cell), (size_t)width, true, false);
        buffer_clear(&cell);
    }
    paint_text(row, inside.left, inside.columns, here ? STYLE_BAR : STYLE_PLAIN,
               buffer_text(&text));
    buffer_clear(&text);
    if (here)
        paint_cursor(row, inside.left);
}

static void
draw_heads(const struct merge_view *view, int row, struct area inside)
{
    const int label = label_columns(view);
    const int width = (inside.columns - label - 4 - 2 * (SIDE_COUNT - 1)) / SIDE_COUNT;
    struct buffer text = { 0 };
    struct buffer heads[SIDE_COUNT] = { { 0 } };

    buffer_addf(&heads[SIDE_KEEP], _("Kept: %lld"), (long long)view->request.keep);
    buffer_addf(&heads[SIDE_OTHER], _("Merged: %lld"), (long long)view->request.other);
    buffer_add(&heads[SIDE_AFTER], _("What stays"));
    text_add_cut(&text, "", (size_t)label + 3, true, false);
    for (int side = 0; side < SIDE_COUNT; side++) {
        buffer_add(&text, side == 0 ? " " : "  ");
        text_add_cut(&text, buffer_text(&heads[side]), (size_t)width, true, false);
        buffer_clear(&heads[side]);
    }
    paint_text(row, inside.left, inside.columns, STYLE_HEAD, buffer_text(&text));
    buffer_clear(&text);
}

/* Why it cannot be; else what stands cut in the line under the bar, whole. */
static void
draw_detail(const struct merge_view *view, struct ui *ui, struct area area)
{
    struct buffer text = { 0 };

    if (!can_be(view)) {
        buffer_add(&text, view->why.message);
    } else if (view->count > 0) {
        const struct merge_line *line = &view->lines[view->selected];
        buffer_addf(&text, _("%s: %s"), label_of(line), "");
        add_cell(view, ui, line, SIDE_KEEP, &text);
        buffer_add(&text, " | ");
        add_cell(view, ui, line, SIDE_OTHER, &text);
        buffer_add(&text, " → ");
        add_cell(view, ui, line, SIDE_AFTER, &text);
        if (!line->field && view->outcome.folded[line->kind] > 0)
            buffer_addf(&text,
                        ngettext(" (%zu becomes one with that of the kept person)",
                                 " (%zu become one with those of the kept person)",
                                 (unsigned long)view->outcome.folded[line->kind]),
                        view->outcome.folded[line->kind]);
    }
    paint_clear(area);
    (void)paint_wrapped_top(area, can_be(view) ? STYLE_PLAIN : STYLE_WARNING,
                            buffer_text(&text));
    buffer_clear(&text);
}

static void
merge_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    const struct merge_view *view = state;
    const int columns = body.columns > WIDTH_MOST ? WIDTH_MOST : body.columns;
    const int most = body.rows - 2 - 2 - DETAIL_LINES; /* the frame, heads, a gap */
    const int shown = (int)view->count < most ? (int)view->count : most;
    const struct area inside =
        paint_box(paint_middle(body, shown + 4 + DETAIL_LINES, columns),
                  _("The same person twice"));
    size_t i = answer_bar_first(view->selected, (size_t)(shown > 0 ? shown : 1));

    (void)fresh;
    draw_heads(view, inside.top, inside);
    for (int row = 1; row <= shown; row++, i++)
        draw_line(view, ui, i, inside.top + row, inside);
    draw_detail(view, ui,
                (struct area){ inside.top + shown + 2, inside.left, DETAIL_LINES,
                               inside.columns });
}

/* --- what can be chosen */

enum chosen { CHOSEN_KEEP, CHOSEN_OTHER, CHOSEN_BOTH };

static uint32_t
bit_here(const struct merge_view *view)
{
    const struct merge_line *line = view->count > 0 ? &view->lines[view->selected] : NULL;

    return line && differs(view, line) ? merge_field_bit(line->field->name) : 0;
}

static void
set_chosen(struct merge_view *view, struct ui *ui, enum chosen chosen)
{
    const uint32_t bit = bit_here(view);

    if (bit == 0) {
        ui_refuse(ui, "%s", _("Here both have the same, or all of it goes over."));
        return;
    }
    view->request.of_keep &= ~bit;
    view->request.of_other &= ~bit;
    if (chosen == CHOSEN_KEEP)
        view->request.of_keep |= bit;
    if (chosen == CHOSEN_OTHER)
        view->request.of_other |= bit;
    look_anew(view, ui);
}

/* Of a note there is a third way: both. */
static enum chosen
next_chosen(const struct merge_view *view)
{
    const struct field *field = view->lines[view->selected].field;
    const struct merge_outcome *outcome = &view->outcome;

    if (field_equal(field, &outcome->after, &outcome->keep))
        return CHOSEN_OTHER;
    if (field_equal(field, &outcome->after, &outcome->other) &&
        strcmp(field->name, "note") == 0)
        return CHOSEN_BOTH;
    return CHOSEN_KEEP;
}

static void
choose_next(struct ui *ui, void *state, int64_t argument)
{
    struct merge_view *view = state;

    (void)argument;
    set_chosen(view, ui, bit_here(view) ? next_chosen(view) : CHOSEN_KEEP);
}

/* What was chosen of each of them stays with them. */
static void
exchange(struct ui *ui, void *state, int64_t argument)
{
    struct merge_view *view = state;
    const struct merge_request was = view->request;

    (void)argument;
    view->request = (struct merge_request){ .keep = was.other,
                                            .other = was.keep,
                                            .of_keep = was.of_other,
                                            .of_other = was.of_keep };
    look_anew(view, ui);
}

static void
merge_them(struct ui *ui, void *state, int64_t argument)
{
    struct merge_view *view = state;
    struct buffer other = { 0 };
    struct buffer keep = { 0 };
    struct error err = { 0 };

    (void)argument;
    person_entity.title(&view->outcome.other, &other);
    person_entity.title(&view->outcome.keep, &keep);
    merge_outcome_clear(&view->outcome);
    merge_outcome_init(&view->outcome);
    view->merged = merge_people(ui_atelier(ui), &view->request, &view->outcome, &err);
    if (view->merged) {
        /* TRANSLATORS: two names */
        ui_say(ui, _("%s is merged into %s.  %%K{program.undo} takes it back."),
               buffer_text(&other), buffer_text(&keep));
        ui_back(ui);
    } else {
        ui_fail(ui, &err);
        look_anew(view, ui);
    }
    buffer_clear(&other);
    buffer_clear(&keep);
}

static bool
merge_key(void *state, struct ui *ui, const struct key *key)
{
    struct merge_view *view = state;

    if (key_is(key, "Left"))
        set_chosen(view, ui, CHOSEN_KEEP);
    else if (key_is(key, "Right"))
        set_chosen(view, ui, CHOSEN_OTHER);
    else
        return !key_is(key, "Tab") && view->count > 0 &&
               answer_bar_key(&view->selected, view->count, key);
    return true;
}

static const struct action actions[] = {
    { .name = "merge.take",
      .keys = "Enter F2",
      .label = N_("Merge the two"),
      .hint = N_("merge"),
      .run = merge_them },
    { .name = "merge.exchange",
      .keys = "Tab",
      .label = N_("Keep the other one"),
      .hint = N_("keep the other"),
      .run = exchange },
    { .name = "merge.choose",
      .keys = "Space",
      .label = N_("Of what differs, take the other's"),
      .hint = N_("take the other's"),
      .help = N_("Left takes what the kept one has, Right what the other has; of notes "
                 "both stay unless one is chosen."),
      .run = choose_next },
    { .name = "merge.leave",
      .keys = "Esc",
      .label = N_("Leave them two"),
      .hint = N_("back"),
      .run = ui_leave },
    ACTION_END
};

static const struct screen merge_screen = {
    .name = "merge",
    .dialog = true,
    .actions = actions,
    .draw = merge_draw,
    .key = merge_key,
    .letters_act = true,
};

/* Whether they were merged. */
static bool
run(struct ui *ui, int64_t keep, int64_t other)
{
    struct merge_view view = { .request = { .keep = keep, .other = other } };

    merge_outcome_init(&view.outcome);
    look_anew(&view, ui);
    if (view.outcome.other.head.id == 0)
        ui_fail(ui, &view.why); /* one of them is gone, or they are the same */
    else
        (void)ui_dialog(ui, &merge_screen, &view);
    merge_outcome_clear(&view.outcome);
    return view.merged;
}

static int64_t
pick_other(struct ui *ui)
{
    return picker_run(ui, _("Who is the same person: type three letters of the name"),
                      ENTITY_PERSON, NULL, NULL);
}

void
person_merge_marked(struct ui *ui, void *state, int64_t argument)
{
    struct list *list = state;
    const int64_t *ids;
    const size_t count = list_marked(list, &ids);

    (void)argument;
    if (count > 2) {
        ui_refuse(ui, "%s", _("Two people are merged at a time; mark two."));
        return;
    }
    if (count == 0 || !list_may_take_hidden(list, ui))
        return;
    const int64_t keep = ids[0];
    const int64_t other = count == 2 ? ids[1] : pick_other(ui);
    if (other != 0 && run(ui, keep, other))
        list_unmark(list);
}

void
person_merge_this(struct ui *ui, void *state, int64_t argument)
{
    const int64_t other = pick_other(ui);

    (void)state;
    (void)argument;
    if (other != 0)
        (void)run(ui, ui_id(ui), other);
}
