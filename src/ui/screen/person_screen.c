/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_screen.c - one person: how to reach them, their posts, the meetings they came to
 */
#include <string.h>

#include "../meeting_deed.h"
#include "../noun.h"
#include "../screen.h"
#include "../widget/list.h"
#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/app/present.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"

enum { HEAD_ROWS = 8, MOST_POSTS = 4 };

struct person_screen {
    struct list list; /* first: their meetings */
    int64_t id;
    struct person person;
    struct listing_page posts;
};

static bool
person_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct person_screen *screen = state;
    screen->id = id;
    record_init(&person_entity, &screen->person);
    list_init(&screen->list, LISTING_PERSON_MEETING);
    screen->list.query.scope = id;
    screen->list.query.history = true;
    screen->list.empty = _("On the list of no meeting yet.");
    return true;
}

static void
person_close(void *state)
{
    struct person_screen *screen = state;
    record_clear(&person_entity, &screen->person);
    listing_page_clear(&screen->posts);
    list_clear(&screen->list);
}

static bool
person_reload(void *state, struct ui *ui, struct error *err)
{
    struct person_screen *screen = state;
    struct listing_query posts = { .kind = LISTING_AFFILIATION, .scope = screen->id };
    listing_page_clear(&screen->posts);
    return edit_load(ui_atelier(ui), &person_entity, screen->id, &screen->person, err) &&
           listing_fetch(ui_atelier(ui), &posts, LISTING_FIRST, NULL, MOST_POSTS,
                         &screen->posts, err) &&
           list_load(&screen->list, ui, err);
}

static const char *
cell(const struct listing_row *row, enum listing_kind kind, const char *name)
{
    const struct listing *listing = listing_get(kind);
    for (size_t c = 0; c < listing->column_count; c++)
        if (strcmp(listing->columns[c].name, name) == 0)
            return row->cells[c] ? row->cells[c] : "";
    return "";
}

static void
add_fact(struct buffer *line, const char *label, const char *value)
{
    if (value)
        buffer_addf(line, "%s%s %s", line->length ? "  ·  " : "", label, value);
}

/* What does not fit on one line goes on on the next. */
static void
add_facts(struct buffer *text, int columns, const char *const facts[2][2])
{
    struct buffer line = { 0 };
    add_fact(&line, facts[0][0], facts[0][1]);
    add_fact(&line, facts[1][0], facts[1][1]);
    if ((int)text_width(buffer_text(&line)) <= columns || !facts[0][1]) {
        if (line.length > 0)
            buffer_addf(text, "%s\n", buffer_text(&line));
    } else {
        buffer_addf(text, "%s %s\n", facts[0][0], facts[0][1]);
        if (facts[1][1])
            buffer_addf(text, "%s %s\n", facts[1][0], facts[1][1]);
    }
    buffer_clear(&line);
}

/* How to reach them; "Chargée de mission, Ville d’Angers", one line a post; the rest. */
static void
write_head(const struct person_screen *screen, int columns, struct buffer *text)
{
    const struct person *person = &screen->person;
    const char *const reach[2][2] = { { _("E-mail"), person->email },
                                      { _("Telephone"), person->phone } };
    const char *const rest[2][2] = { { _("Needs"), person->needs },
                                     { _("Note"), person->note } };
    add_facts(text, columns, reach);
    for (size_t p = 0; p < screen->posts.count; p++) {
        const struct listing_row *post = &screen->posts.rows[p];
        const char *function = cell(post, LISTING_AFFILIATION, "function");
        buffer_addf(text, "%s%s%s\n", function, *function ? ", " : "",
                    cell(post, LISTING_AFFILIATION, "organisation_name"));
    }
    add_facts(text, columns, rest);
}

/* Above the list: as many rows as there is to say, and one that is empty. */
static int
draw_head(const struct person_screen *screen, struct area area)
{
    struct area inside = { area.top, area.left + 1, HEAD_ROWS - 1, area.columns - 1 };
    struct buffer text = { 0 };
    write_head(screen, inside.columns, &text);
    if (text.length > 0)
        text.text[--text.length] = '\0';
    int rows = paint_wrapped_lines(inside.columns, buffer_text(&text));
    if (rows > HEAD_ROWS - 1)
        rows = HEAD_ROWS - 1;
    paint_clear((struct area){ area.top, area.left, rows + 1, area.columns });
    (void)paint_wrapped(inside, 0, STYLE_PLAIN, buffer_text(&text));
    buffer_clear(&text);
    return rows + 1;
}

static void
person_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    struct person_screen *screen = state;
    int rows = area.rows < HEAD_ROWS + 4 ? 0 : draw_head(screen, area);
    struct area below = { area.top + rows, area.left, area.rows - rows, area.columns };
    list_draw(&screen->list, ui, below, fresh);
}

static void
person_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    struct person_screen *screen = state;
    person_entity.title(&screen->person, buffer);
}

static void
open_meeting(struct ui *ui, void *state)
{
    ui_open(ui, "meeting", list_cell_number(state, "meeting"));
}

static void
edit(struct ui *ui, void *state)
{
    noun_edit(ui, ENTITY_PERSON, ((struct person_screen *)state)->id);
}

static void
open_posts(struct ui *ui, void *state)
{
    ui_open(ui, "affiliation_list", ((struct person_screen *)state)->id);
}

static void
add_post(struct ui *ui, void *state)
{
    noun_add(ui, ENTITY_AFFILIATION, "person", ((struct person_screen *)state)->id);
}

static void
open_history(struct ui *ui, void *state)
{
    ui_open(ui, "person_history", ((struct person_screen *)state)->id);
}

static void
export_person(struct ui *ui, void *state)
{
    struct export_scope scope = { .person = ((struct person_screen *)state)->id };
    meeting_deed_export(ui, &scope);
}

static const struct action actions[] = {
    { .name = "person.meeting",
      .keys = "Enter",
      .menu = N_("Person"),
      .label = N_("Open the meeting"),
      .hint = N_("meeting"),
      .blocked = list_is_empty,
      .run = open_meeting },
    { .name = "person.edit",
      .keys = "e",
      .menu = N_("Person"),
      .label = N_("Change the person"),
      .hint = N_("change"),
      .run = edit },
    { .name = "affiliation.add",
      .keys = "n Ins",
      .menu = N_("Person"),
      .label = N_("Add a post"),
      .hint = N_("new post"),
      .help = N_("What they do now, and where; the post before keeps its dates."),
      .run = add_post },
    { .name = "affiliation.list",
      .keys = "p",
      .menu = N_("Person"),
      .label = N_("Posts, past ones too"),
      .hint = N_("posts"),
      .run = open_posts },
    { .name = "person.history",
      .keys = "h",
      .menu = N_("Person"),
      .label = N_("History"),
      .hint = N_("history"),
      .run = open_history },
    { .name = "person.export",
      .keys = "x",
      .menu = N_("Person"),
      .label = N_("Export their calendar"),
      .hint = N_("export"),
      .run = export_person },
    ACTION_END
};

const struct screen person_screen = {
    .name = "person",
    .title = N_("Person"),
    .size = sizeof(struct person_screen),
    .actions = actions,
    .open = person_open,
    .close = person_close,
    .reload = person_reload,
    .draw = person_draw,
    .add_title = person_add_title,
    LIST_SCREEN_KEYS,
};
