/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_screen.c - one person: how to reach them, their posts, the meetings they came to
 */
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "meeting/meeting_actions.h"
#include "noun/noun_screen.h"

enum { MOST_POSTS = 4 };

struct person_screen {
    struct noun_screen base; /* first; its list: their meetings */
    struct person person;
    struct listing_page posts;
};

static bool
person_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct person_screen *screen = state;
    record_init(&person_entity, &screen->person);
    list_screen_open(state, LISTING_PERSON_MEETING, id,
                     _("On the list of no meeting yet."));
    screen->base.list.query.history = true;
    return true;
}

static void
person_close(void *state)
{
    struct person_screen *screen = state;
    record_clear(&person_entity, &screen->person);
    listing_page_clear(&screen->posts);
    noun_screen_close(state);
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

/* How to reach them; "Chargée de mission, Ville d’Angers", one line a post; the rest. */
static void
write_facts(struct person_screen *screen, struct ui *ui)
{
    static const char *const reach[] = { "email", "phone" };
    static const char *const rest[] = { "needs", "note" };
    record_summary_clear(&screen->base.facts);
    record_summary_add_fields(&screen->base.facts, ui, &person_entity, &screen->person,
                              reach, 2);
    for (size_t p = 0; p < screen->posts.count; p++) {
        const struct listing_row *post = &screen->posts.rows[p];
        const char *function = cell(post, LISTING_AFFILIATION, "function");
        struct buffer line = { 0 };
        buffer_addf(&line, "%s%s%s", function, *function ? ", " : "",
                    cell(post, LISTING_AFFILIATION, "organisation_name"));
        record_summary_add(&screen->base.facts, "");
        record_summary_add(&screen->base.facts, buffer_text(&line));
        buffer_clear(&line);
    }
    record_summary_add(&screen->base.facts, "");
    record_summary_add_fields(&screen->base.facts, ui, &person_entity, &screen->person,
                              rest, 2);
}

static bool
person_reload(void *state, struct ui *ui, struct error *err)
{
    struct person_screen *screen = state;
    int64_t id = screen->base.list.query.scope;
    struct listing_query posts = { .kind = LISTING_AFFILIATION, .scope = id };
    listing_page_clear(&screen->posts);
    if (!edit_load(ui_atelier(ui), &person_entity, id, &screen->person, err) ||
        !listing_fetch(ui_atelier(ui), &posts, LISTING_FIRST, NULL, MOST_POSTS,
                       &screen->posts, err))
        return false;
    write_facts(screen, ui);
    return list_load(&screen->base.list, ui, err);
}

static void
person_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    struct person_screen *screen = state;
    person_entity.title(&screen->person, buffer);
}

static const struct action actions[] = {
    { .name = "person.meeting",
      .keys = "Enter",
      .menu = N_("Person"),
      .label = N_("Open the meeting"),
      .hint = N_("meeting"),
      .needs = NEEDS_ROW,
      .argument = ENTITY_MEETING,
      .run = list_open_reference },
    { .name = "person.edit",
      .keys = "e",
      .menu = N_("Person"),
      .label = N_("Change the person"),
      .hint = N_("change"),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_PERSON,
      .run = noun_edit_this },
    { .name = "affiliation.add",
      .keys = "n Ins",
      .menu = N_("Person"),
      .label = N_("Add a post"),
      .hint = N_("new post"),
      .help = N_("What they do now, and where; the post before keeps its dates."),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_AFFILIATION,
      .run = noun_add_to_this },
    { .name = "affiliation.list",
      .keys = "p",
      .menu = N_("Person"),
      .label = N_("Posts, past ones too"),
      .hint = N_("posts"),
      .argument = SCREEN_AFFILIATION_LIST,
      .run = ui_open_same },
    { .name = "person.history",
      .keys = "h",
      .menu = N_("Person"),
      .label = N_("History"),
      .hint = N_("history"),
      .argument = SCREEN_PERSON_HISTORY,
      .run = ui_open_same },
    MEETING_EXPORT("person.export", N_("Person"), N_("Export their calendar"),
                   N_("export"), EXPORT_PERSON),
    ACTION_END
};

const struct screen person_screen = {
    .name = "person",
    .title = N_("Person"),
    .shows = &person_entity,
    .size = sizeof(struct person_screen),
    .actions = actions,
    .open = person_open,
    .close = person_close,
    .reload = person_reload,
    .draw = noun_screen_draw,
    .add_title = person_add_title,
    LIST_SCREEN_KEYS,
};
