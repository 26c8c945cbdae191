/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_facts.c - a tab of a meeting: its other facts, and what is to be looked at */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/meeting_quorums.h"
#include "atelier/app/plan.h"
#include "atelier/app/print_sheet.h"
#include "atelier/app/sheet_scan.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "meeting/meeting_actions.h"
#include "meeting/meeting_head.h"
#include "meeting/meeting_questions.h"
#include "screen.h"
#include "sentence.h"
#include "widget/pager.h"

struct meeting_facts {
    int64_t id;
    struct meeting_head head;
    struct pager facts;
};

static bool
facts_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    (void)ui;
    (void)err;
    struct meeting_facts *screen = state;
    screen->id = id;
    meeting_head_init(&screen->head);
    return true;
}

static void
facts_close(void *state)
{
    struct meeting_facts *screen = state;
    meeting_head_clear(&screen->head);
    pager_clear(&screen->facts);
}

/* What stands in the head already, or is not a fact of its own. */
static bool
is_told_elsewhere(const struct field *field)
{
    static const char *const told[] = { "group", "title", "start", "end",
                                        "room",  "seats", "series" };
    for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
        if (entity_field(&meeting_entity, told[i]) == field)
            return true;
    return (field->flags & FIELD_HIDDEN) != 0;
}

/* What a planner should know and may leave as it is. */
static void
write_warnings(struct ui *ui, const struct meeting *meeting,
               const struct quorum_tally_list *quorums, struct buffer *text)
{
    struct buffer warnings = { 0 };
    struct error ignored = { 0 };
    unsigned bits = 0;

    if (!meeting_is_open(meeting))
        return;
    bool planned = plan_warnings(ui_atelier(ui), meeting, &bits, &warnings, &ignored);
    bool few = meeting_quorums_warn(ui_atelier(ui), meeting, quorums, &warnings);
    if ((planned && bits) || few)
        buffer_addf(text, "# %s\n%s\n", _("To be looked at"), buffer_text(&warnings));
    buffer_clear(&warnings);
}

enum { LABEL_COLUMNS = 22 };

/* A line each, one below the other. */
static void
write_quorums(struct ui *ui, const struct quorum_tally_list *quorums, struct buffer *text)
{
    for (size_t i = 0; i < quorums->count; i++) {
        pager_add_label(text, i == 0 || paint_is_plain() ? _("Quorum") : "",
                        LABEL_COLUMNS);
        meeting_quorums_describe(ui_atelier(ui), &quorums->items[i], text);
        buffer_add(text, "\n");
    }
}

/* Where the room is; the lines of an address as one. */
static void
write_address(struct ui *ui, const struct meeting *meeting, struct buffer *text)
{
    struct room *room = record_new(&room_entity);
    struct venue *venue = record_new(&venue_entity);
    struct error ignored = { 0 };

    if (meeting->room &&
        edit_load(ui_atelier(ui), &room_entity, meeting->room, room, &ignored) &&
        room->venue &&
        edit_load(ui_atelier(ui), &venue_entity, room->venue, venue, &ignored) &&
        venue->address) {
        pager_add_label(text, _(entity_field(&venue_entity, "address")->label),
                        LABEL_COLUMNS);
        for (const char *c = venue->address; *c; c++)
            if (*c == '\n')
                buffer_add(text, ", ");
            else
                buffer_add_part(text, c, 1);
        buffer_add(text, "\n");
    }
    record_free(&room_entity, room);
    record_free(&venue_entity, venue);
    error_clear(&ignored);
}

/* Which sheet was printed last, and whether the list is still that. */
static void
write_sheet(struct ui *ui, const struct meeting *meeting, struct buffer *text)
{
    struct sheet_standing standing;

    if (!sheet_standing_load(ui_atelier(ui), meeting->head.id, -1, &standing, NULL) ||
        standing.version == 0)
        return;
    pager_add_label(text, _("Attendance sheet"), LABEL_COLUMNS);
    sheet_standing_add(ui_atelier(ui), &standing, text);
    buffer_add(text, "\n");
    int64_t version = 0;
    char *scan = NULL;
    const bool found =
        sheet_scan_find(ui_atelier(ui), meeting->head.id, &version, &scan, NULL);
    if (found && scan) {
        pager_add_label(text, _("Scan"), LABEL_COLUMNS);
        buffer_addf(text, _("%s (version %" PRId64 ")"), scan, version);
        buffer_add(text, "\n");
    } else if (found && meeting_takes_place(meeting) &&
               meeting->end_at <= atelier_now(ui_atelier(ui))) {
        pager_add_label(text, _("Scan"), LABEL_COLUMNS);
        sentence_add(ui, _("none noted; %K{meeting.scan} notes where it lies"), text);
        buffer_add(text, "\n");
    }
    free(scan);
}

/* When, by whom, what, and whom it was done to: the meeting itself is known here. */
static void
write_act(struct ui *ui, const struct meeting *meeting, const struct listing_row *act,
          struct buffer *text)
{
    static const char *const told[] = { "at", "staff", "act", "summary" };
    const struct listing *listing = listing_get(LISTING_ROW_JOURNAL);

    for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
        for (size_t c = 0; c < listing->column_count; c++) {
            const char *cell = act->cells[c];
            if (strcmp(listing->columns[c].name, told[i]) != 0 || !cell ||
                strcmp(cell, meeting->title) == 0)
                continue;
            const char *end = strstr(cell, " · ");
            buffer_add(text, i == 0 ? "" : "  ");
            if (end && strcmp(told[i], "summary") == 0)
                buffer_add_part(text, cell, (size_t)(end - cell));
            else
                display_cell(ui_atelier(ui), &listing->columns[c], cell, text);
        }
    buffer_add(text, "\n");
}

static void
write_last_acts(struct ui *ui, const struct meeting *meeting, struct buffer *text)
{
    enum { ACTS = 3 };
    const struct listing_query query = { .kind = LISTING_ROW_JOURNAL,
                                         .scope = meeting->head.id,
                                         .entity = ENTITY_MEETING };
    struct listing_page page = { 0 };
    struct error ignored = { 0 };

    if (listing_fetch(ui_atelier(ui), &query, LISTING_FIRST, NULL, ACTS, &page,
                      &ignored) &&
        page.count > 0) {
        buffer_addf(text, "\n# %s\n", _("Done last"));
        for (size_t i = 0; i < page.count; i++)
            write_act(ui, meeting, &page.rows[i], text);
    }
    listing_page_clear(&page);
    error_clear(&ignored);
}

static void
write_facts(struct meeting_facts *screen, struct ui *ui,
            const struct quorum_tally_list *quorums,
            const struct meeting_questions *questions)
{
    const struct meeting *meeting = &screen->head.meeting;
    struct buffer text = { 0 };
    struct buffer value = { 0 };

    write_warnings(ui, meeting, quorums, &text);
    buffer_addf(&text, "# %s\n", _("Facts"));
    write_quorums(ui, quorums, &text);
    write_address(ui, meeting, &text);
    write_sheet(ui, meeting, &text);
    for (size_t i = 0; i < meeting_entity.field_count; i++) {
        const struct field *field = &meeting_entity.fields[i];
        if (is_told_elsewhere(field) || field_is_absent(field, meeting))
            continue;
        buffer_reset(&value);
        display_field(ui_atelier(ui), field, meeting, &value);
        pager_add_label(&text, _(field->label), LABEL_COLUMNS);
        pager_add_value(&text, buffer_text(&value), LABEL_COLUMNS);
    }
    buffer_clear(&value);
    meeting_questions_add_facts(questions, LABEL_COLUMNS, &text);
    write_last_acts(ui, meeting, &text);
    pager_set(&screen->facts, buffer_text(&text));
    buffer_clear(&text);
}

static bool
facts_reload(void *state, struct ui *ui, struct error *err)
{
    struct meeting_facts *screen = state;
    struct quorum_tally_list quorums = { 0 };
    struct meeting_questions questions = { 0 };
    bool ok =
        meeting_head_load(&screen->head, ui, screen->id, err) &&
        meeting_quorums_tally(ui_atelier(ui), &screen->head.meeting, &quorums, err) &&
        meeting_questions_load(&questions, ui, screen->id, err);
    screen->head.is_warned = false; /* here it is */
    if (ok)
        write_facts(screen, ui, &quorums, &questions);
    meeting_questions_clear(&questions);
    quorum_tally_list_clear(&quorums);
    return ok;
}

static void
facts_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    (void)fresh;
    struct meeting_facts *screen = state;
    area = meeting_head_draw(&screen->head, ui, area);
    if (area.rows > 1) {
        paint_fill(area.top, area.left, area.columns, STYLE_PLAIN);
        area.top++;
        area.rows--;
    }
    pager_draw_body(&screen->facts, area);
}

static bool
facts_key(void *state, struct ui *ui, const struct key *key)
{
    (void)ui;
    struct meeting_facts *screen = state;
    return pager_key(&screen->facts, key);
}

static void
facts_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    (void)ui;
    struct meeting_facts *screen = state;
    meeting_head_add_title(&screen->head, buffer);
}

static const char *
facts_lacks(const void *state, unsigned needs)
{
    const struct meeting_facts *screen = state;
    return needs & NEEDS_OPEN_MEETING && !meeting_is_open(&screen->head.meeting)
               ? _("The meeting is cancelled or closed: it does not change any more.")
               : NULL;
}

static const struct action actions[] = { { .name = "meeting.list",
                                           .keys = "Enter",
                                           .menu = N_("Meeting"),
                                           .label = N_("Registrations"),
                                           .hint = N_("list"),
                                           .help = N_(
                                               "Who comes, who is invited, who waits."),
                                           .argument = SCREEN_REGISTRATION_LIST,
                                           .run = ui_open_same },
                                         MEETING_REGISTER(N_("Meeting")),
                                         MEETING_CONVENE(N_("convene")),
                                         MEETING_EDIT_THIS("e E", N_("change")),
                                         MEETING_HISTORY,
                                         MEETING_EXPORT_THIS(N_("export")),
                                         MEETING_PRINT(meeting_print, NULL, NULL),
                                         MEETING_QUOTAS,
                                         MEETING_SLOTS,
                                         MEETING_QUESTIONS,
                                         MEETING_CLASHES_THIS,
                                         MEETING_STATE,
                                         ACTION_END };

const struct screen meeting_facts_screen = {
    .name = "meeting_facts",
    .title = N_("Facts"),
    .about = &meeting_entity,
    .size = sizeof(struct meeting_facts),
    .tabs = meeting_tabs,
    .actions = actions,
    .open = facts_open,
    .close = facts_close,
    .reload = facts_reload,
    .draw = facts_draw,
    .key = facts_key,
    .add_title = facts_add_title,
    .lacks = facts_lacks,
};
