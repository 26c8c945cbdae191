/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_screen.c - one person: how to reach them, posts, groups, the meetings that come
 * and those that were
 */
#include <inttypes.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/person.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_several.h"
#include "noun/noun_screen.h"
#include "person/person_actions.h"
#include "person/person_data_file.h"
#include "widget/list_states.h"
#include "widget/picker.h"

enum { MOST_POSTS = 6 };

struct person_screen {
    struct noun_screen base; /* first; its list: their meetings */
    struct person person;
    struct listing_page posts;
    instant now; /* of the last reading */
};

/* What is over is calm; what is to come, its presence says in a word. */
static enum style
look_of(const struct list *list, const struct listing_row *row, size_t column)
{
    const char *end = list_cell_of(list, row, "end_at");
    char now[INSTANT_TEXT_SIZE];
    (void)column;

    instant_format(((const struct person_screen *)list)->now, now);
    return end && strcmp(end, now) <= 0 ? STYLE_QUIET : STYLE_PLAIN;
}

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
    screen->base.list.look = look_of;
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

static bool
has_ended(struct ui *ui, const struct listing_row *post)
{
    const char *last = cell(post, LISTING_AFFILIATION, "to");
    char today[DATE_TEXT_SIZE];

    date_format(atelier_today(ui_atelier(ui)), today);
    return *last && strcmp(last, today) < 0;
}

/* "Chargée de mission, Ville d’Angers"; of one that ended, "… (until 31/12/2020)". */
static void
add_post(struct ui *ui, const struct listing_row *post, struct buffer *line)
{
    const struct listing *listing = listing_get(LISTING_AFFILIATION);
    const char *function = cell(post, LISTING_AFFILIATION, "function");

    buffer_addf(line, "%s%s%s", function, *function ? ", " : "",
                cell(post, LISTING_AFFILIATION, "organisation_name"));
    if (!has_ended(ui, post))
        return;
    for (size_t c = 0; c < listing->column_count; c++)
        if (strcmp(listing->columns[c].name, "to") == 0) {
            struct buffer day = { 0 };
            display_cell(ui_atelier(ui), &listing->columns[c], post->cells[c], &day);
            buffer_addf(line, _(" (until %s)"), buffer_text(&day));
            buffer_clear(&day);
        }
}

/* Those that hold a line each, then those that ended in one, behind "Before". */
static void
write_posts(struct person_screen *screen, struct ui *ui)
{
    struct record_summary *facts = &screen->base.facts;
    struct buffer line = { 0 };
    struct buffer past = { 0 };

    for (size_t p = 0; p < screen->posts.count; p++) {
        const struct listing_row *post = &screen->posts.rows[p];

        if (has_ended(ui, post)) {
            buffer_addf(&past, "%s", past.length > 0 ? "; " : _("Before: "));
            add_post(ui, post, &past);
            continue;
        }
        buffer_reset(&line);
        add_post(ui, post, &line);
        record_summary_add(facts, "");
        record_summary_add(facts, buffer_text(&line));
    }
    record_summary_add(facts, "");
    if (past.length > 0)
        record_summary_add(facts, buffer_text(&past));
    buffer_clear(&line);
    buffer_clear(&past);
}

/* "Groups: EVA (alternate), INC". */
static void
write_groups(struct record_summary *facts, const struct person_overview *overview)
{
    struct buffer line = { 0 };

    if (overview->count == 0)
        return;
    buffer_add(&line, _("Groups:"));
    for (size_t i = 0; i < overview->count; i++) {
        const struct overview_group *group = &overview->groups[i];

        buffer_addf(&line, "%s %s", i > 0 ? "," : "", group->code);
        if (group->role != MEMBERSHIP_MEMBER)
            buffer_addf(&line, " (%s)", _(membership_roles[group->role].label));
    }
    record_summary_add(facts, buffer_text(&line));
    buffer_clear(&line);
}

/* "2 meetings to come  ·  came to 5 of 8 past meetings". */
static void
write_meetings(struct record_summary *facts, const struct person_overview *overview)
{
    struct buffer line = { 0 };

    buffer_addf(&line,
                ngettext("%" PRId64 " meeting to come", "%" PRId64 " meetings to come",
                         (unsigned long)overview->coming),
                overview->coming);
    record_summary_add(facts, buffer_text(&line));
    buffer_reset(&line);
    buffer_addf(&line,
                ngettext("came to %" PRId64 " of %" PRId64 " past meeting",
                         "came to %" PRId64 " of %" PRId64 " past meetings",
                         (unsigned long)overview->marked),
                overview->came, overview->marked);
    if (overview->marked > 0)
        record_summary_add(facts, buffer_text(&line));
    buffer_clear(&line);
}

/* How to reach them, what they do and did, where they belong, how often they came. */
static void
write_facts(struct person_screen *screen, struct ui *ui,
            const struct person_overview *overview)
{
    static const char *const reach[] = { "email", "phone" };
    static const char *const rest[] = { "merged_into", "needs", "note" };
    struct record_summary *facts = &screen->base.facts;

    record_summary_clear(facts);
    record_summary_add_fields(facts, ui, &person_entity, &screen->person, reach, 2);
    write_posts(screen, ui);
    record_summary_add(facts, "");
    write_groups(facts, overview);
    write_meetings(facts, overview);
    record_summary_add(facts, "");
    record_summary_add_fields(facts, ui, &person_entity, &screen->person, rest, 3);
}

static bool
person_reload(void *state, struct ui *ui, struct error *err)
{
    struct person_screen *screen = state;
    int64_t id = screen->base.list.query.scope;
    struct listing_query posts = { .kind = LISTING_AFFILIATION,
                                   .scope = id,
                                   .history = true };
    struct person_overview overview = { 0 };
    screen->now = atelier_now(ui_atelier(ui));
    listing_page_clear(&screen->posts);
    bool ok = edit_load(ui_atelier(ui), &person_entity, id, &screen->person, err) &&
              listing_fetch(ui_atelier(ui), &posts, LISTING_FIRST, NULL, MOST_POSTS,
                            &screen->posts, err) &&
              browse_person(ui_atelier(ui), id, &overview, err);
    if (ok)
        write_facts(screen, ui, &overview);
    person_overview_clear(&overview);
    return ok && list_load(&screen->base.list, ui, err);
}

static void
person_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    struct person_screen *screen = state;
    person_entity.title(&screen->person, buffer);
}

/* Of one group, the meetings that come. */
static void
register_person(struct ui *ui, void *state, int64_t argument)
{
    const struct person_screen *screen = state;
    const int64_t person = screen->person.head.id;

    (void)argument;
    const int64_t group =
        picker_run(ui, _("Meetings of which group"), ENTITY_WORKING_GROUP, NULL, NULL);
    if (group)
        (void)meeting_several(ui, group, &person, 1);
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
      .sought = PERSON_EDIT_SOUGHT,
      .needs = NEEDS_WRITING,
      .argument = ENTITY_PERSON,
      .run = noun_edit_this },
    { .name = "affiliation.add",
      .keys = "n Ins",
      .menu = N_("Person"),
      .label = N_("Add a post"),
      .hint = N_("new post"),
      .sought = N_("new employer, job, organisation, leaves"),
      .help = N_("What they do now, and where; the post before keeps its dates."),
      .needs = NEEDS_WRITING,
      .argument = ENTITY_AFFILIATION,
      .run = noun_add_to_this },
    { .name = "affiliation.list",
      .keys = "P",
      .menu = N_("Person"),
      .label = N_("Posts, past ones too"),
      .hint = N_("posts"),
      .argument = SCREEN_AFFILIATION_LIST,
      .run = ui_open_same },
    { .name = "person.register",
      .keys = "N",
      .menu = N_("Person"),
      .label = N_("Register for meetings of a group"),
      .help = N_("At the meetings to come that you choose: what will happen is shown "
                 "first, and one undo takes it back."),
      .permission = ACT_REGISTRATION_ADD_NEEDS,
      .run = register_person },
    { .name = "person.history",
      .keys = "h",
      .menu = N_("Person"),
      .label = N_("History"),
      .hint = N_("history"),
      .argument = SCREEN_PERSON_HISTORY,
      .run = ui_open_same },
    { .name = "person.data",
      .keys = "F",
      .menu = N_("Person"),
      .label = N_("All that is stored on them, as a file"),
      .help = N_("For whoever asks what is known of them."),
      .needs = NEEDS_FILES,
      .run = person_data_this },
    LIST_STATES("person.filter"),
    PERSON_MERGE(0, person_merge_this),
    PERSON_ERASE(0, person_erase_this),
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
