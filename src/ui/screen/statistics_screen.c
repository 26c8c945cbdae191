/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_screen.c - how many people were asked to the meetings of a group, of all or
 * to one, and how many came; and below a figure, who they are
 */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/export_list.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "atelier/domain/working_group.h"
#include "screen.h"
#include "screen/statistics_figures.h"
#include "widget/ask.h"
#include "widget/choose.h"
#include "widget/file_ask.h"

/* The list shows the figures, or who is behind one; that one lies over the other. */
struct statistics_screen {
    struct list list;
    struct list below; /* the figures, while the people are shown */
    struct statistics_figures figures;
    struct statistics_part part;
    char *key; /* of the part */
    char *period;
    bool shows_people;
    bool has_people; /* they were read since they are shown */
    bool is_old;     /* the figures: something changed while people were shown */
    int head_rows;   /* as they were painted last */
};

enum { HEAD_LINES_MOST = 5 };

static bool
open_scope(struct statistics_screen *screen, struct statistics_scope scope)
{
    screen->figures.wish = (struct statistics_wish){ .scope = scope };
    statistics_figures_show(&screen->figures, &screen->list);
    return true;
}

static bool
statistics_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)id;
    (void)err;
    return open_scope(state, (struct statistics_scope){ 0 });
}

static bool
group_statistics_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return open_scope(state, (struct statistics_scope){ .group = id });
}

static bool
meeting_statistics_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    return open_scope(state, (struct statistics_scope){ .meeting = id });
}

static void
leave_people(struct statistics_screen *screen)
{
    if (!screen->shows_people)
        return;
    list_clear(&screen->list);
    screen->list = screen->below;
    screen->list.painted.valid = false;
    screen->shows_people = false;
    free(screen->key);
    free(screen->period);
    screen->key = NULL;
    screen->period = NULL;
}

static void
statistics_close(void *state)
{
    struct statistics_screen *screen = state;

    leave_people(screen);
    list_clear(&screen->list);
    statistics_figures_clear(&screen->figures);
}

static bool
statistics_reload(void *state, struct ui *ui, struct error *err)
{
    struct statistics_screen *screen = state;

    if (screen->shows_people) {
        screen->is_old = screen->is_old || screen->has_people;
        screen->has_people = true;
        screen->part.people = screen->is_old ? 0 : screen->part.people;
        return list_load(&screen->list, ui, err);
    }
    screen->is_old = false;
    return statistics_figures_read(&screen->figures, ui, err) &&
           list_load(&screen->list, ui, err);
}

/* The total and the curve under it, from the second column on, as the heads of other
 * screens; returns their rows and the empty one below. */
static int
draw_head(const struct statistics_screen *screen, struct area area)
{
    enum { TEXT_MOST = 2 };
    struct area inside = { area.top, area.left + 1, 0, area.columns - 2 };
    struct buffer total = { 0 }, curve = { 0 };

    statistics_figures_add_total(&screen->figures, &total);
    statistics_figures_add_curve(&screen->figures, inside.columns, &curve);
    const int lines = paint_wrapped_lines(inside.columns, buffer_text(&total));
    const int above = lines < TEXT_MOST ? lines : TEXT_MOST;
    const int below = curve.length == 0 ? 0 : paint_is_plain() ? TEXT_MOST : 1;

    area.rows = above + below + 1;
    paint_clear(area);
    inside.rows = above;
    paint_wrapped_top(inside, STYLE_PLAIN, buffer_text(&total));
    inside.top += above;
    inside.rows = below;
    paint_wrapped_top(inside, STYLE_PLAIN, buffer_text(&curve));
    buffer_clear(&total);
    buffer_clear(&curve);
    return area.rows;
}

static void
statistics_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct statistics_screen *screen = state;
    const bool has_head = !screen->shows_people && area.rows > 2 * HEAD_LINES_MOST;
    const int rows = has_head ? draw_head(screen, area) : 0;

    fresh = fresh || rows != screen->head_rows;
    screen->head_rows = rows;
    area.top += rows;
    area.rows -= rows;
    list_draw(&screen->list, ui, area, fresh);
}

static bool
statistics_key(void *state, struct ui *ui, const struct key *key)
{
    struct statistics_screen *screen = state;
    struct error err = { 0 };

    if (list_key(&screen->list, ui, key))
        return true;
    if (!screen->shows_people || !key_is(key, "Esc"))
        return false;
    leave_people(screen);
    if (screen->is_old && !statistics_reload(screen, ui, &err))
        ui_fail(ui, &err);
    ui_redraw(ui);
    return true;
}

static bool
has_period(const struct statistics_scope *scope)
{
    return !date_is_none(scope->first) || !date_is_none(scope->last);
}

/* "Statistics · 2027 · Present". */
static void
statistics_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct statistics_screen *screen = state;
    const struct row_ref row = ui_row(ui);

    if (row.id > 0) {
        display_title(ui_atelier(ui), row.entity, row.id, buffer);
        buffer_add(buffer, " · ");
    }
    buffer_add(buffer, _("Statistics"));
    if (has_period(&screen->figures.wish.scope)) {
        buffer_add(buffer, " · ");
        when_format_period(screen->figures.wish.scope.first,
                           screen->figures.wish.scope.last, buffer);
    }
    if (screen->shows_people)
        buffer_addf(buffer, " · %s", _(statistics_figures[screen->part.figure].label));
}

/* --- the people behind a figure */

static void
show_people(struct statistics_screen *screen, const struct statistics_row *row,
            enum figure figure)
{
    screen->key = row->key ? memory_copy(row->key) : NULL;
    screen->period = row->period ? memory_copy(row->period) : NULL;
    screen->part = (struct statistics_part){ .scope = screen->figures.wish.scope,
                                             .figure = figure,
                                             .by = screen->figures.wish.by,
                                             .key = screen->key,
                                             .period = screen->period,
                                             .people = row->figures[figure] };
    screen->below = screen->list;
    list_init(&screen->list, LISTING_COUNTED);
    screen->list.query.counted = &screen->part;
    screen->list.empty = _("Nobody is counted there.");
    screen->shows_people = true;
    screen->has_people = false;
}

static void
open_row(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct statistics_screen *screen = state;
    const struct statistics_row *row =
        statistics_figures_row(&screen->figures, &screen->list);
    struct buffer texts[FIGURE_COUNT] = { 0 };
    const char *answers[FIGURE_COUNT];

    if (screen->shows_people) {
        list_open_reference(ui, &screen->list, ENTITY_PERSON);
        return;
    }
    if (!row)
        return;
    for (int i = 0; i < FIGURE_COUNT; i++) {
        buffer_addf(&texts[i], "%s  %lld", _(statistics_figures[i].label),
                    (long long)row->figures[i]);
        answers[i] = buffer_text(&texts[i]);
    }
    const int chosen =
        choose(ui, row->label ? row->label : _("(none)"), _("Who is to be listed?"),
               answers, FIGURE_COUNT, FIGURE_PRESENT);
    if (chosen >= 0) {
        show_people(screen, row, (enum figure)chosen);
        ui_redraw(ui);
    }
    for (int i = 0; i < FIGURE_COUNT; i++)
        buffer_clear(&texts[i]);
}

static const char *
why_no_figures(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    return ((const struct statistics_screen *)state)->shows_people
               ? _("These are people behind a figure: go back to the figures first.")
               : NULL;
}

static void
show_anew(struct statistics_screen *screen, struct ui *ui)
{
    list_clear(&screen->list);
    statistics_figures_show(&screen->figures, &screen->list);
    ui_redraw(ui);
}

static void
choose_by(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct statistics_screen *screen = state;
    const char *answers[STATISTICS_BY_COUNT];

    for (int i = 0; i < STATISTICS_BY_COUNT; i++)
        answers[i] = _(statistics_bys[i].label);
    const int by = choose(ui, _("Statistics"), _("What is each row about?"), answers,
                          STATISTICS_BY_COUNT, screen->figures.wish.by);
    if (by < 0)
        return;
    screen->figures.wish.by = (enum statistics_by)by;
    show_anew(screen, ui);
}

/* A meeting has its time. */
static const char *
why_no_period(struct ui *ui, void *state, int64_t argument)
{
    const struct statistics_screen *screen = state;

    return screen->figures.wish.scope.meeting != 0
               ? _("These are the figures of one meeting: there is no time to choose.")
               : why_no_figures(ui, state, argument);
}

static void
go_to_period(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct statistics_screen *screen = state;
    struct statistics_scope *scope = &screen->figures.wish.scope;
    struct error err = { 0 };
    char *typed = ask(ui, _("Statistics"),
                      _("Of which time?  Like 2027, 1/2027-6/2027, last year, since "
                        "March; nothing: all the time."),
                      NULL, false);

    if (!typed)
        return;
    if (when_parse_period(typed, atelier_today(ui_atelier(ui)), &scope->first,
                          &scope->last, &err))
        show_anew(screen, ui);
    else
        ui_fail(ui, &err);
    free(typed);
}

static void
toggle_never(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct statistics_screen *screen = state;

    screen->figures.wish.never = !screen->figures.wish.never;
    show_anew(screen, ui);
    ui_say(ui, screen->figures.wish.never ? _("Only who was asked and never came.")
                                          : _("All again."));
}

static void
filter_rows(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    list_search(state, "");
}

static bool
write_rows(struct statistics_screen *screen, struct ui *ui, const char *path,
           struct list_outcome *outcome, struct error *err)
{
    struct list_export export = { .query = screen->list.query };
    struct listing_page page = { 0 };

    if (!list_form_of_path(path, &export.form))
        return error_set(err, ERROR_INPUT, _("End the name in .xlsx or .csv."));
    export.query.search = screen->list.search;
    if (!screen->shows_people) {
        export.listing = screen->list.listing;
        export.page = &page;
        statistics_fill_page(&screen->figures.statistics, export.listing, &page);
    }
    const bool ok = export_list_file(ui_atelier(ui), &export, path, false, outcome, err);
    listing_page_clear(&page);
    return ok;
}

/* The figures, or the people behind one: what the list shows. */
static void
export_rows(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct list_outcome outcome = { 0 };
    struct error err = { 0 };
    struct buffer title = { 0 };

    file_ask_add_title(ui, _("Export the list"), ui_row(ui), &title);
    char *path = file_ask(ui, buffer_text(&title),
                          _("File, like ~/list.xlsx or ~/list.csv for a "
                            "spreadsheet, ~/list.json for a program."),
                          NULL, true);
    buffer_clear(&title);
    if (!path)
        return;
    if (write_rows(state, ui, path, &outcome, &err))
        ui_say(ui,
               ngettext("%" PRId64 " row written to %s.",
                        "%" PRId64 " rows written to %s.", (unsigned long)outcome.rows),
               outcome.rows, path);
    else
        ui_fail(ui, &err);
    free(path);
}

static const struct action actions[] = {
    { .name = "statistics.open",
      .keys = "Enter",
      .menu = N_("Statistics"),
      .label = N_("List who is behind a figure, open one of them"),
      .hint = N_("who"),
      .needs = NEEDS_ROW,
      .run = open_row },
    { .name = "statistics.filter",
      .keys = "/",
      .menu = N_("Statistics"),
      .label = N_("Show only rows that hold some words"),
      .also = N_("filter"),
      .run = filter_rows },
    { .name = "statistics_by.filter",
      .keys = "f",
      .menu = N_("Statistics"),
      .label = N_("By category, organisation, territory, person, meeting or group"),
      .hint = N_("by what"),
      .blocked = why_no_figures,
      .run = choose_by },
    { .name = "statistics.go",
      .keys = "g",
      .menu = N_("Statistics"),
      .label = N_("Go to a time: a year, some months, since a day"),
      .hint = N_("when"),
      .help = N_("As people write it: 2027, 1/2027-6/2027, last year, since March."),
      .blocked = why_no_period,
      .run = go_to_period },
    { .name = "statistics.all",
      .keys = "t",
      .menu = N_("Statistics"),
      .label = N_("Only who never comes, or all"),
      .hint = N_("never came"),
      .blocked = why_no_figures,
      .run = toggle_never },
    { .name = "statistics.export",
      .keys = "x",
      .menu = N_("Statistics"),
      .label = N_("Export the list"),
      .also = N_("export"),
      .needs = NEEDS_FILES,
      .run = export_rows },
    ACTION_END
};

#define STATISTICS_SCREEN                                                                \
    .title = N_("Statistics"), .size = sizeof(struct statistics_screen),                 \
    .close = statistics_close, .reload = statistics_reload, .draw = statistics_draw,     \
    .actions = actions, .key = statistics_key, .add_info = list_screen_add_info,         \
    .tick_in = list_screen_tick_in, .tick = list_screen_tick,                            \
    .lacks = list_screen_lacks, .add_title = statistics_add_title

const struct screen statistics_screen = {
    .name = "statistics",
    .open = statistics_open,
    STATISTICS_SCREEN,
};

const struct screen group_statistics_screen = {
    .name = "group_statistics",
    .about = &working_group_entity,
    .open = group_statistics_open,
    STATISTICS_SCREEN,
};

const struct screen meeting_statistics_screen = {
    .name = "meeting_statistics",
    .about = &meeting_entity,
    .open = meeting_statistics_open,
    STATISTICS_SCREEN,
};
