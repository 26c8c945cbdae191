/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_screen.c - a tab of a meeting: its report, written while people speak, and what
 * can be done with it
 */
#include "atelier/app/write_report.h"
#include "atelier/base/language.h"
#include "atelier/domain/act.h"
#include "meeting/meeting_actions.h"
#include "noun/noun.h"
#include "report/report_page.h"
#include "screen.h"
#include "widget/own_editor.h"

static bool
report_open(void *state, struct ui *ui, int64_t id, struct error *err)
{
    struct report_page *page = state;

    (void)ui;
    (void)err;
    page->meeting = id;
    page->after = ENTRY_AT_END;
    meeting_head_init(&page->head);
    page->head.state_is_away = true; /* the key says what becomes of the report */
    record_init(&report_entry_entity, &page->base);
    return true;
}

static void
report_close(void *state)
{
    report_page_clear(state);
}

static bool
report_reload(void *state, struct ui *ui, struct error *err)
{
    struct report_page *page = state;

    if (!report_page_load(page, ui, err))
        return false;
    if (page->mode == REPORT_MOVES)
        report_moving_arrange(page);
    report_news_note(page, ui);
    report_page_settle(page, ui);
    return true;
}

static void
report_screen_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    (void)fresh;
    report_draw(state, ui, area);
}

static void
report_add_title(void *state, struct ui *ui, struct buffer *buffer)
{
    const struct report_page *page = state;

    (void)ui;
    meeting_head_add_title(&page->head, buffer);
}

static void
report_begin(void *state, struct ui *ui)
{
    report_draft_resume(state, ui);
}

/* --- what outlives a dropped line */

static bool
is_typed(const struct report_page *page)
{
    return page->mode == REPORT_WRITES || page->mode == REPORT_EDITS;
}

static void
report_keep(void *state, struct ui *ui)
{
    const struct report_page *page = state;

    if (is_typed(page))
        report_draft_keep(state, ui);
}

static int
report_tick_in(void *state)
{
    const struct report_page *page = state;

    return is_typed(page) ? report_draft_due(page) : -1;
}

static void
report_tick(void *state, struct ui *ui)
{
    report_draft_keep(state, ui);
}

/* --- keys */

/* What the keys do while something is typed or moved, for the hints. */
static const struct action while_writing[] = {
    { .name = "writing.take", .keys = "Enter", .hint = N_("add") },
    { .name = "writing.deeper", .keys = "Tab", .hint = N_("deeper") },
    { .name = "writing.less", .keys = "Shift-Tab", .hint = N_("less deep") },
    { .name = "writing.walk", .keys = "Up", .hint = N_("where it goes") },
    { .name = "writing.last", .keys = "PgDn", .hint = N_("to the end") },
    { .name = "writing.editor",
      .keys = OWN_EDITOR_KEY,
      .needs = NEEDS_EDITOR,
      .hint = N_("editor") },
    { .name = "writing.end", .keys = "Esc", .hint = N_("end") },
    ACTION_END
};
static const struct action while_editing[] = {
    { .name = "editing.save", .keys = "F2", .hint = N_("save") },
    { .name = "editing.line", .keys = "Enter", .hint = N_("new line") },
    { .name = "editing.split", .keys = "Ctrl-N", .hint = N_("split here") },
    { .name = "editing.join", .keys = "Ctrl-O", .hint = N_("join above") },
    { .name = "editing.editor",
      .keys = OWN_EDITOR_KEY,
      .needs = NEEDS_EDITOR,
      .hint = N_("editor") },
    { .name = "editing.end", .keys = "Esc", .hint = N_("back") },
    ACTION_END
};
static const struct action while_moving[] = {
    { .name = "moving.take", .keys = "Enter", .hint = N_("keep it here") },
    { .name = "moving.higher", .keys = "Up", .hint = N_("higher") },
    { .name = "moving.lower", .keys = "Down", .hint = N_("lower") },
    { .name = "moving.deeper", .keys = "Right", .hint = N_("deeper") },
    { .name = "moving.less", .keys = "Left", .hint = N_("less deep") },
    { .name = "moving.end", .keys = "Esc", .hint = N_("put it back") },
    ACTION_END
};

static const struct action *
report_while_typing(const void *state)
{
    const struct report_page *page = state;

    switch (page->mode) {
    case REPORT_WRITES:
        return while_writing;
    case REPORT_EDITS:
        return while_editing;
    case REPORT_MOVES:
        return while_moving;
    case REPORT_READS:
        break;
    }
    return NULL;
}

static bool
walk(struct report_page *page, const struct key *key)
{
    enum { PAGE = 8 };
    const size_t last = page->count > 0 ? page->count - 1 : 0;

    if (key_is(key, "Up") || key->press == PRESS_WHEEL_UP)
        page->bar -= page->bar > 0;
    else if (key_is(key, "Down") || key->press == PRESS_WHEEL_DOWN)
        page->bar += page->bar < last;
    else if (key_is(key, "PgUp"))
        page->bar = page->bar > PAGE ? page->bar - PAGE : 0;
    else if (key_is(key, "PgDn"))
        page->bar = page->bar + PAGE < last ? page->bar + PAGE : last;
    else if (key_is(key, "Home"))
        page->bar = 0;
    else if (key_is(key, "End"))
        page->bar = last;
    else
        return false;
    return true;
}

static bool
report_key(void *state, struct ui *ui, const struct key *key)
{
    struct report_page *page = state;

    if (is_typed(page) && key_is(key, OWN_EDITOR_KEY)) {
        report_editor_go_on(page, ui);
        return true;
    }
    switch (page->mode) {
    case REPORT_WRITES:
        return report_write_key(page, ui, key);
    case REPORT_EDITS:
        return report_edit_key(page, ui, key);
    case REPORT_MOVES:
        return report_moving_key(page, ui, key);
    case REPORT_READS:
        break;
    }
    return walk(page, key);
}

/* --- what can be done */

static const char *
why_locked(struct ui *ui, void *state, int64_t argument)
{
    const struct report_page *page = state;

    (void)ui;
    (void)argument;
    if (!page->view.is_locked)
        return NULL;
    return page->view.report.state == REPORT_FINAL
               ? _("The report is final: reopen it, or say it in the next one.")
               : _("The meeting is cancelled: its report does not change any more.");
}

static const char *
why_no_entry(struct ui *ui, void *state, int64_t argument)
{
    const struct report_stop *stop = report_page_stop(state);

    if (!stop || stop->kind != STOP_ENTRY)
        return _("No entry of this report is under the bar.");
    return why_locked(ui, state, argument);
}

static void
write_new(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    report_write_begin(state, ui);
}

static void
open_chosen(struct ui *ui, void *state, int64_t argument)
{
    struct report_page *page = state;
    const struct report_stop *stop = report_page_stop(page);

    (void)argument;
    if (!stop && why_locked(ui, state, 0))
        ui_say(ui, "%s", why_locked(ui, state, 0));
    else if (!stop)
        report_write_begin(page, ui);
    else if (stop->kind == STOP_BEFORE)
        page->unfolded = !page->unfolded;
    else if (stop->kind == STOP_APPROVAL)
        ui_open(ui, SCREEN_REPORT, page->view.to_approve);
    else if (stop->kind == STOP_CARRIED)
        ui_open_at(ui, SCREEN_REPORT, page->view.carried.items[stop->index].entry.meeting,
                   stop->id);
    else if (noun_edit(ui, ENTITY_REPORT_ENTRY, stop->id))
        page->wanted = stop->id;
}

static void
edit_chosen(struct ui *ui, void *state, int64_t argument)
{
    struct report_page *page = state;

    (void)argument;
    report_edit_begin(page, ui, report_page_stop(page)->id);
}

static void
move_chosen(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    report_moving_begin(state, ui);
}

static void
remove_chosen(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    noun_remove(ui, ENTITY_REPORT_ENTRY, report_page_stop(state)->id);
}

static void
join_chosen(struct ui *ui, void *state, int64_t argument)
{
    const struct entry_shown *shown = report_page_chosen(state);

    (void)argument;
    report_join(state, ui, shown->entry.head.id, shown->entry.head.rev);
}

static bool
can_be_dropped(const void *state)
{
    const struct entry_shown *shown = report_page_chosen(state);

    return shown && report_entry_is_carried(shown->entry.kind) &&
           shown->entry.state == ENTRY_OPEN;
}

static bool
can_be_done(const void *state)
{
    const struct report_page *page = state;
    const struct report_stop *stop = report_page_stop(page);

    return can_be_dropped(state) ||
           (stop && stop->kind == STOP_APPROVAL && !page->view.is_approved);
}

/* Where nothing is written yet Enter opens no entry: it begins one, as the page says. */
static bool
has_something_below_bar(const void *state)
{
    return report_page_stop(state) != NULL;
}

static bool
is_open_remark(const void *state)
{
    const struct entry_shown *shown = report_page_chosen(state);

    return shown && shown->entry.kind == ENTRY_REMARK && shown->entry.state == ENTRY_OPEN;
}

#define IN_REPORT(KEYS, LABEL, HINT, HELP, PERMISSION, BLOCKED, RUN)                     \
    .keys = KEYS, .menu = N_("Report"), .label = (LABEL), .hint = (HINT),                \
    .help = (HELP), .permission = (PERMISSION), .blocked = (BLOCKED), .run = (RUN)

static const struct action actions[] = {
    { .name = "entry.add",
      IN_REPORT(
          "n Ins", N_("Write entries"), N_("write"),
          N_("A line that stays open: %K{Enter} adds what is typed behind the "
             "entry under "
             "the bar.  ? before it makes a question, ! a point of attention, > a "
             "quote, + a recommendation, = a decision, . a conclusion, ~ a remark.  "
             "Before anything is typed %K{Enter} asks for more of the entry "
             "above: whose words it is, who is to do it, until when."),
          ACT_REPORT_ENTRY_ADD_NEEDS, why_locked, write_new) },
    { .name = "entry.open",
      IN_REPORT(
          "Enter", N_("Open"), N_("open"),
          N_("The form of an entry: kind, what it is about, owner, due date; of what "
             "comes up from before, its report."),
          MAY_READ, NULL, open_chosen),
      .hinted = has_something_below_bar },
    { .name = "entry.edit",
      IN_REPORT(
          "e", N_("Change the text"), N_("text"),
          N_("In several lines; there it is split at the caret, and joined with the "
             "one above."),
          ACT_REPORT_ENTRY_CHANGE_NEEDS, why_no_entry, edit_chosen) },
    { .name = "entry.move",
      IN_REPORT("m", N_("Move by keys"), N_("move"),
                N_("With what belongs to it: up, down, deeper, less deep."),
                ACT_REPORT_ENTRY_MOVE_NEEDS, why_no_entry, move_chosen) },
    { .name = "entry.done",
      IN_REPORT("a", N_("Done, approved"), N_("done"),
                N_("Of what is to be done; on the proposed approval: the last report is "
                   "approved."),
                ACT_REPORT_ENTRY_SETTLE_NEEDS, NULL, report_settle_done),
      .hinted = can_be_done,
      .guarded = true },
    { .name = "entry.drop",
      IN_REPORT("r", N_("Drop, with a reason"), N_("drop"), NULL,
                ACT_REPORT_ENTRY_SETTLE_NEEDS, NULL, report_settle_drop),
      .hinted = can_be_dropped,
      .guarded = true },
    { .name = "remark.accept",
      IN_REPORT("a", N_("Take a remark up"), N_("take up"),
                N_("Of what came back when the report was sent round."),
                ACT_REPORT_ENTRY_SETTLE_NEEDS, NULL, report_settle_done),
      .hinted = is_open_remark,
      .guarded = true },
    { .name = "remark.decline",
      IN_REPORT("r", N_("Leave a remark out, with a reason"), N_("leave out"), NULL,
                ACT_REPORT_ENTRY_SETTLE_NEEDS, NULL, report_settle_drop),
      .hinted = is_open_remark,
      .guarded = true },
    { .name = "entry.remove",
      IN_REPORT("d Del", N_("Remove"), N_("remove"), N_("What belongs to it stays."),
                ACT_REPORT_ENTRY_REMOVE_NEEDS, why_no_entry, remove_chosen),
      .guarded = true },
    { .name = "report.state",
      IN_REPORT("c", N_("Send round, make final, reopen"), N_("state"),
                N_("Asks what becomes of the report."), ACT_REPORT_CIRCULATE_NEEDS, NULL,
                report_state_choose),
      .guarded = true },
    { .name = "report.copy",
      IN_REPORT("y", N_("Copy the addresses"), N_("addresses"),
                N_("Of who was there and who was excused, to send it to them."), MAY_READ,
                NULL, report_copy_addresses) },
    { .name = "report.export",
      IN_REPORT("x", N_("Write the report to a file"), N_("export"),
                N_("For paper, for the web, or as text: as the name of the file ends.  A "
                   "final one as it was kept."),
                MAY_READ, NULL, report_file_this),
      .needs = NEEDS_FILES },
    { .name = "entry.editor",
      IN_REPORT(OWN_EDITOR_KEY, N_("Write the text in your own editor"), N_("editor"),
                N_("The one that VISUAL or EDITOR names: the text of the entry under the "
                   "bar, or that of a new one.  What it leaves is saved when it ends."),
                ACT_REPORT_ENTRY_CHANGE_NEEDS, why_locked, report_editor_begin),
      .needs = NEEDS_EDITOR },
    { .name = "entry.join",
      IN_REPORT(NULL, N_("Join with the entry above"), NULL, NULL,
                ACT_REPORT_ENTRY_JOIN_NEEDS, why_no_entry, join_chosen) },
    { .name = "entry.open_again",
      IN_REPORT(NULL, N_("Open again"), NULL,
                N_("What was done or dropped comes up again."),
                ACT_REPORT_ENTRY_SETTLE_NEEDS, NULL, report_settle_open) },
    MEETING_EDIT_THIS("E", NULL),
    MEETING_HISTORY,
    MEETING_FACTS,
    ACTION_END
};

const struct screen report_screen = {
    .name = "report",
    .title = N_("Report"),
    .about = &meeting_entity,
    .size = sizeof(struct report_page),
    .tabs = meeting_tabs,
    .actions = actions,
    .open = report_open,
    .close = report_close,
    .begin = report_begin,
    .reload = report_reload,
    .draw = report_screen_draw,
    .key = report_key,
    .while_typing = report_while_typing,
    .add_title = report_add_title,
    .keep = report_keep,
    .tick_in = report_tick_in,
    .tick = report_tick,
};
