/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hint_lines.c - the lines at the bottom that say which keys do what here */
#include "hint_lines.h"

#include <stdint.h>

#include "action_offer.h"
#include "atelier/base/language.h"
#include "terminal/paint.h"
#include "terminal/terminal.h"
#include "widget/list.h"

enum { HINTS_MOST = 8, TWO_LINES_FROM = 20, BETWEEN = 2 };

int
hint_lines_count(void)
{
    return terminal_rows() >= TWO_LINES_FROM ? 2 : 1;
}

/* What is offered now, a bit each: nobody is offered what is refused.  A table is shorter
 * than 64 actions. */
static uint64_t
offered(struct ui *ui, const struct action *table)
{
    const struct layer *top = ui_top(ui);
    uint64_t bits = 0, bit = 1;

    for (const struct action *action = table; action && action->name; action++, bit <<= 1)
        if ((action->hint || action->also) &&
            (!action->hinted || action->hinted(top->state)) &&
            action_can_run(ui, top, action, NULL))
            bits |= bit;
    return bits;
}

/* As a hint says it, where that differs: "new" beside a key is an act, not a state. */
static const char *
word_of(const char *hint)
{
    const char *own = language_in_context("hint", hint);

    return own != hint ? own : _(hint);
}

/* The key to press here; "" when all of them are letters, and letters are text. */
static void
key_of(const struct ui *ui, const struct action *action, char key[KEY_NAME_SIZE])
{
    const struct layer *top = ui->count > 0 ? &ui->layers[ui->count - 1] : NULL;

    if (top && top->screen->types)
        action_key_beside_text(action, key);
    else
        action_key(action, key);
}

struct hint {
    char key[KEY_NAME_SIZE]; /* "": none to press here */
    const char *word;        /* translated */
    int key_width, width;    /* of the key, of both with the blank between them */
};

static struct hint
hint_of(const struct ui *ui, const struct action *action, const char *words)
{
    struct hint hint = { .word = word_of(words) };

    key_of(ui, action, hint.key);
    hint.key_width = paint_width(hint.key);
    hint.width = hint.key_width + 1 + paint_width(hint.word);
    return hint;
}

/* A line while hints are put on it, from the left. */
struct line {
    int row, column, end, count;
};

/* False when it does not fit any more.  What is between stands there as blanks. */
static bool
put_hint(struct line *line, const struct hint *hint)
{
    const int word = line->column + hint->key_width + 1;

    if (!*hint->key || line->count == HINTS_MOST ||
        line->column + hint->width > line->end)
        return false;
    paint_text(line->row, line->column, hint->key_width, STYLE_KEY, hint->key);
    paint_text(line->row, word, hint->width - hint->key_width - 1, STYLE_PLAIN,
               hint->word);
    line->column += hint->width + BETWEEN;
    line->count++;
    return true;
}

static bool
put(const struct ui *ui, struct line *line, const struct action *action,
    const char *words)
{
    if (line->count == HINTS_MOST || line->column >= line->end)
        return false;
    const struct hint hint = hint_of(ui, action, words);

    return put_hint(line, &hint);
}

/* What is always there, up to the right end of a line; what is left of it comes before.
 */
static void
put_always(const struct ui *ui, struct line *line, const struct action *always)
{
    struct hint hints[HINTS_MOST];
    size_t count = 0;

    for (const struct action *action = always; action->name && count < HINTS_MOST;
         action++)
        if (action->hint) {
            hints[count] = hint_of(ui, action, action->hint);
            line->end -= hints[count++].width + BETWEEN;
        }
    struct line right = { line->row, line->end + BETWEEN, terminal_columns(), 0 };
    for (size_t i = 0; i < count; i++)
        (void)put_hint(&right, &hints[i]);
}

/* While words are typed over a list, letters are no keys: what ends it stands there
 * alone. */
static const struct action while_typing[] = {
    { .name = "typing.keep", .keys = "Enter", .hint = N_("keep these rows") },
    { .name = "typing.end", .keys = "Esc", .hint = N_("all rows") },
    { .name = "typing.walk", .keys = "Down", .hint = N_("next row") },
    ACTION_END
};
static const struct action while_typing_meetings[] = {
    { .name = "typing.keep", .keys = "Enter", .hint = N_("keep these meetings") },
    { .name = "typing.end", .keys = "Esc", .hint = N_("all meetings") },
    ACTION_END
};
static const struct action while_finding[] = {
    { .name = "finding.take", .keys = "Enter", .hint = N_("takes the row") },
    { .name = "finding.end", .keys = "Esc", .hint = N_("end") },
    { .name = "finding.walk", .keys = "Down", .hint = N_("next row") },
    ACTION_END
};

static const struct action while_moving[] = {
    { .name = "moving.put", .keys = "Enter", .hint = N_("put it there") },
    { .name = "moving.leave", .keys = "Esc", .hint = N_("leave it") },
    { .name = "moving.walk", .keys = "Right", .hint = N_("another place") },
    ACTION_END
};

/* A row among the others goes up and down alone. */
static const struct action while_moving_row[] = {
    { .name = "moving.put", .keys = "Enter", .hint = N_("put it there") },
    { .name = "moving.leave", .keys = "Esc", .hint = N_("leave it") },
    { .name = "moving.down", .keys = "Down", .hint = N_("lower") },
    { .name = "moving.up", .keys = "Up", .hint = N_("higher") },
    ACTION_END
};

const struct action *
hint_lines_of_rows(void)
{
    return while_typing;
}

const struct action *
hint_lines_of_meetings(void)
{
    return while_typing_meetings;
}

/* Letters are keys still. */
static bool
is_moving(const struct layer *top)
{
    return top && top->screen->moves && top->screen->moves(top->state);
}

/* NULL when nothing is typed over the rows, and nothing moved. */
static const struct action *
typing(struct ui *ui)
{
    const struct layer *top = ui_top(ui);
    const struct list *list = top && action_of_list(ui, top) ? top->state : NULL;

    if (is_moving(top))
        return top->screen->moves_rows ? while_moving_row : while_moving;
    if (top && top->screen->while_typing)
        return top->screen->while_typing(top->state);
    if (!list || !list->filtering)
        return NULL;
    return list->prompt ? while_finding : while_typing;
}

/* All of such a table but what is withheld here. */
static uint64_t
typed_bits(const struct ui *ui, const struct action *typed)
{
    uint64_t bits = 0, bit = 1;

    for (; typed->name; typed++, bit <<= 1)
        bits |= (typed->needs & ui->withheld) == 0 ? bit : 0;
    return bits;
}

/* Returns the bits of those that there was room for. */
static uint64_t
paint_first(struct ui *ui, int row)
{
    const struct layer *top = ui_top(ui);
    const struct action *typed = typing(ui);
    const struct action *always = typed && !is_moving(top) ? ui->tables->dialog_actions
                                  : top                    ? action_always(ui, top)
                                                           : ui->tables->screen_actions;
    struct line line = { row, 1, terminal_columns() - 1, 0 };
    uint64_t put_bits = 0, bit = 1;

    if (!top || !top->screen->works)
        put_always(ui, &line, always);
    for (const struct action *action = typed ? typed
                                       : top ? top->screen->actions
                                             : NULL;
         action && action->name; action++, bit <<= 1) {
        if (!action->hint || (ui->hinted & bit) == 0)
            continue;
        if (!put(ui, &line, action, action->hint))
            break;
        put_bits |= bit;
    }
    return put_bits;
}

/* Those of a table that are on the second line; `lasting` says which. */
static void
put_table(const struct ui *ui, struct line *line, const struct action *table,
          uint64_t bits, bool lasting)
{
    uint64_t bit = 1;

    for (const struct action *action = table; action && action->name; action++, bit <<= 1)
        if (action->also && action->lasting == lasting && (bits & bit) != 0)
            (void)put(ui, line, action, action->also);
}

/* Those that are for the login, and whose key the screen does not answer itself. */
static uint64_t
uncovered_bits(const struct ui *ui, const struct layer *top, const struct action *table)
{
    uint64_t bits = 0, bit = 1;

    for (const struct action *action = table; action->name; action++, bit <<= 1)
        if (action_is_offered(ui, top, action) &&
            !action_is_covered(top->screen->actions, action))
            bits |= bit;
    return bits;
}

static void
paint_second(struct ui *ui, int row, uint64_t above)
{
    const struct layer *top = ui_top(ui);
    struct line line = { row, 1, terminal_columns() - 1, 0 };
    const struct action *of_list = action_of_list(ui, top);
    const struct action *always = action_always(ui, top);
    const uint64_t uncovered = uncovered_bits(ui, top, always);
    uint64_t bit = 1;

    put_table(ui, &line, top->screen->actions, ui->hinted, true);
    put_table(ui, &line, of_list, ui->hinted_of_list, true);
    put_table(ui, &line, always, uncovered, true);
    for (const struct action *action = top->screen->actions; action && action->name;
         action++, bit <<= 1) {
        if ((ui->hinted & bit) == 0 || (above & bit) != 0 || action->lasting)
            continue;
        (void)put(ui, &line, action, action->hint ? action->hint : action->also);
    }
    put_table(ui, &line, of_list, ui->hinted_of_list, false);
    put_table(ui, &line, always, uncovered, false);
}

/* Of what the keys do while something is typed: what had no room above. */
static void
paint_rest(const struct ui *ui, int row, const struct action *typed, uint64_t above)
{
    struct line line = { row, 1, terminal_columns() - 1, 0 };
    uint64_t bit = 1;

    for (const struct action *action = typed; action->name; action++, bit <<= 1)
        if ((ui->hinted & ~above & bit) != 0)
            (void)put(ui, &line, action, action->hint);
}

void
hint_lines_paint(struct ui *ui, bool fresh)
{
    const struct layer *top = ui_top(ui);
    const struct action *typed = typing(ui);
    const uint64_t own = typed ? typed_bits(ui, typed)
                         : top ? offered(ui, top->screen->actions)
                               : 0;
    const uint64_t of_list = top && !typed ? offered(ui, action_of_list(ui, top)) : 0;
    const int count = hint_lines_count(), first = terminal_rows() - count;

    if (!fresh && own == ui->hinted && of_list == ui->hinted_of_list &&
        typed == ui->hinted_typing)
        return;
    ui->hinted_typing = typed;
    ui->hinted = own;
    ui->hinted_of_list = of_list;
    for (int row = first; row < terminal_rows(); row++)
        paint_fill(row, 0, terminal_columns(), STYLE_PLAIN);
    const uint64_t above = paint_first(ui, first);
    if (count > 1 && top && typed)
        paint_rest(ui, first + 1, typed, above);
    else if (count > 1 && top)
        paint_second(ui, first + 1, above);
}
