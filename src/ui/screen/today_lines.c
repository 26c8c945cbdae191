/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_lines.c - what the first screen says: next meetings and how full they are, what
 * waits, what was done */
#include "screen/today_lines.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/browse.h"
#include "atelier/app/browse_report.h"
#include "atelier/app/display.h"
#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/entry_plain.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"
#include "report/report_page.h"
#include "screen/today_decision.h"
#include "sentence.h"
#include "state_sign.h"

static struct today_line *
add_remark(struct today_lines *lines, char *text)
{
    if (lines->count == TODAY_LINES) {
        free(text);
        return &lines->items[TODAY_LINES - 1];
    }
    struct today_line *line = &lines->items[lines->count++];
    *line = (struct today_line){ .text = text };
    return line;
}

static struct today_line *
add_line(struct today_lines *lines, char *text, enum screen_id target, int64_t id)
{
    struct today_line *line = add_remark(lines, text);
    line->opens = true;
    line->target = target;
    line->id = id;
    return line;
}

/* What the line shows, for the order of its part. */
static void
show(const struct today_lines *lines, struct today_line *line, today_shown shown)
{
    line->order_key = today_order_key(&lines->order, shown);
}

/* The lines from `first` on, which are a part, or its last ones. */
static void
sort_from(struct today_lines *lines, size_t first)
{
    today_order_sort(&lines->order, lines->items + first, lines->count - first);
}

static void
add_head(struct today_lines *lines, const char *text)
{
    if (lines->count > 0)
        add_remark(lines, memory_copy(""));
    add_remark(lines, memory_copy(text))->head = true;
}

static const char *
cell(const struct listing_row *row, enum listing_kind kind, const char *name)
{
    const struct listing *listing = listing_get(kind);
    for (size_t c = 0; c < listing->column_count; c++)
        if (strcmp(listing->columns[c].name, name) == 0)
            return row->cells[c];
    return NULL;
}

static int64_t
cell_number(const struct listing_row *row, const char *name)
{
    const char *text = cell(row, LISTING_MEETING, name);
    return text ? strtoll(text, NULL, 10) : NUMBER_NONE;
}

static void
add_start(struct ui *ui, const struct listing_row *row, struct buffer *text)
{
    const char *when = cell(row, LISTING_MEETING, "start");
    struct local_time start;

    if (when && local_time_parse(when, &start))
        when_format_local_time(start, text);
    display_elsewhere(ui_atelier(ui), cell(row, LISTING_MEETING, "zone"), text);
}

/* Whether it is the day of a meeting that takes place. */
static bool
is_of_today(struct ui *ui, const struct listing_row *row)
{
    const char *when = cell(row, LISTING_MEETING, "start");
    const char *name = cell(row, LISTING_MEETING, "state");
    const int state = name ? choice_find(meeting_states, name) : -1;
    const struct meeting meeting = { .state = (enum meeting_state)state };
    struct local_time start;
    struct local_time now;
    struct error ignored;

    return state >= 0 && meeting_takes_place(&meeting) && when &&
           local_time_parse(when, &start) &&
           atelier_local_time(ui_atelier(ui), atelier_now(ui_atelier(ui)),
                              cell(row, LISTING_MEETING, "zone"), &now, &ignored) &&
           date_compare(now.date, start.date) >= 0;
}

/* "12 here · ", once anybody is. */
static void
add_here(struct ui *ui, int64_t meeting, struct buffer *text)
{
    struct presence_count count;
    struct error ignored = { 0 };

    if (attend_count(ui_atelier(ui), meeting, 0, &count, &ignored) && count.present > 0)
        buffer_addf(text,
                    ngettext("%" PRId64 " here · ", "%" PRId64 " here · ",
                             (unsigned long)count.present),
                    count.present);
}

/* "Wed 25/11/2026 09:30  URB  45 of 45  Title" and a bar; the group at `group_at`. */
static void
add_meeting(struct today_lines *lines, struct ui *ui, const struct listing_row *row,
            const char *start, size_t group_at)
{
    struct buffer text = { 0 };
    int64_t seats = cell_number(row, "seats");
    int64_t taken = cell_number(row, "taken");
    const char *state = cell(row, LISTING_MEETING, "state");
    int known = state ? choice_find(meeting_states, state) : -1;

    buffer_add(&text, start);
    size_t lead = text_width(start);
    for (size_t i = lead; i < group_at; i++)
        buffer_add_char(&text, ' ');
    buffer_addf(&text, "  %-5s ", cell(row, LISTING_MEETING, "group_code"));
    if (seats == NUMBER_NONE)
        buffer_addf(&text, "%4" PRId64 "/-   ", taken); /* as many as may come */
    else
        buffer_addf(&text, "%4" PRId64 "/%-4" PRId64, taken, seats);
    buffer_add(&text, "  ");
    const int title_at = (int)text_width(buffer_text(&text));
    const size_t title = text.length;
    /* Before the title, of which the end is cut off. */
    if (known >= 0 && known != MEETING_CONFIRMED) {
        buffer_add(&text, "(");
        state_sign_add(meeting_states, known, &text);
        buffer_addf(&text, "%s) ", _(meeting_states[known].label));
    }
    const bool here = is_of_today(ui, row);
    if (here)
        add_here(ui, row->id, &text);
    buffer_add(&text, cell(row, LISTING_MEETING, "title"));
    struct today_line *line =
        add_line(lines, buffer_take(&text),
                 lines->only_door ? SCREEN_DOOR : SCREEN_REGISTRATION_LIST, row->id);
    line->here = here;
    line->title_at = title_at;
    line->title = title;
    line->lead = (int)lead;
    line->taken = taken;
    line->seats = seats == NUMBER_NONE ? 0 : seats;
    line->warning = seats != NUMBER_NONE && taken > seats && known != MEETING_CANCELLED;
    show(lines, line,
         (today_shown){ [TODAY_BY_DATE] = cell(row, LISTING_MEETING, "start"),
                        [TODAY_BY_GROUP] = cell(row, LISTING_MEETING, "group_code"),
                        [TODAY_BY_TITLE] = cell(row, LISTING_MEETING, "title"),
                        [TODAY_BY_TAKEN] = cell(row, LISTING_MEETING, "taken") });
}

/* An empty list teaches: what to press. */
static void
add_invitation(struct today_lines *lines, struct ui *ui)
{
    struct buffer text = { 0 };

    sentence_add_permitted(
        ui,
        _("No meeting is planned.  Press %K{meeting.add} to plan one, its group "
          "on the way."),
        &text);
    add_remark(lines, buffer_take(&text));
}

static void
add_nothing(struct today_lines *lines, struct ui *ui)
{
    struct buffer text = { 0 };

    sentence_add(ui,
                 _("Nothing fits what is searched for.  %K{Esc} shows everything again."),
                 &text);
    add_remark(lines, buffer_take(&text));
}

/* The first of the meetings, their groups behind the longest start of all. */
static void
add_rows(struct today_lines *lines, struct ui *ui, const struct listing_page *page)
{
    char **starts = memory_new(page->count, sizeof *starts);
    const size_t first = lines->count;
    size_t widest = 0;

    for (size_t i = 0; i < page->count; i++) {
        struct buffer text = { 0 };
        add_start(ui, &page->rows[i], &text);
        const size_t width = text_width(buffer_text(&text));
        widest = width > widest ? width : widest;
        starts[i] = buffer_take(&text);
    }
    for (size_t i = 0; i < page->count && i < TODAY_MEETINGS; i++)
        add_meeting(lines, ui, &page->rows[i], starts[i], widest);
    sort_from(lines, first);
    for (size_t i = 0; i < page->count; i++)
        free(starts[i]);
    free(starts);
}

static bool
add_meetings(struct today_lines *lines, struct ui *ui, const char *search,
             struct error *err)
{
    struct listing_query query = { .kind = LISTING_MEETING_TO_COME,
                                   .brief = true,
                                   .search = search,
                                   .from = atelier_now(ui_atelier(ui)) - 3 * 60 * 60 };
    struct listing_page page = { 0 };
    bool ok = listing_fetch(ui_atelier(ui), &query, LISTING_FIRST, NULL, TODAY_MEETINGS,
                            &page, err);
    if (!search || page.count > 0)
        add_head(lines, _("Next meetings"));
    add_rows(lines, ui, &page);
    if (ok && page.count == 0 && !search)
        add_invitation(lines, ui);
    listing_page_clear(&page);
    return ok;
}

/* All that whoever may read nothing else has before them: at whose door they stand. */
static bool
add_doors(struct today_lines *lines, struct ui *ui, struct error *err)
{
    struct listing_page page = { 0 };
    const bool ok = browse_day(ui_atelier(ui), &page, err);

    add_head(lines, _("Meetings of today"));
    add_rows(lines, ui, &page);
    if (ok && page.count == 0)
        add_remark(lines,
                   memory_copy(_("No meeting of today has a door at which you stand.")));
    listing_page_clear(&page);
    lines->first_act = lines->count;
    return ok;
}

/* Whoever reads it first says it to whoever can make room. */
static bool
add_warning(struct today_lines *lines, struct ui *ui)
{
    const char *warning = atelier_warning(ui_atelier(ui));

    if (!warning)
        return false;
    struct buffer text = { 0 };
    buffer_addf(&text, "! %s", warning);
    add_remark(lines, buffer_take(&text))->warning = true;
    return true;
}

/* Whether the line has what is searched for, folded; without a search each line fits. */
static bool
fits_search(const char *text, const char *wanted)
{
    if (!wanted)
        return true;
    char *folded = fold_copy(text);
    const bool fits = fold_rank(folded, NULL, wanted) != FOLD_RANK_NONE;
    free(folded);
    return fits;
}

static void
add_decision(struct today_lines *lines, struct ui *ui, const struct today_item *item,
             const char *wanted)
{
    struct buffer text = { 0 };

    buffer_add(&text, "! ");
    when_format_date(item->start.date, WHEN_SHORT, &text);
    int lead = (int)text_width(buffer_text(&text));
    buffer_add(&text, "  "); /* the question first: a title may be cut */
    today_decision_add(ui, item, &text);
    buffer_addf(&text, " · %s", item->title ? item->title : "");
    if (!fits_search(buffer_text(&text), wanted)) {
        buffer_clear(&text);
        return;
    }
    struct today_line *line =
        item->workshop
            ? add_line(lines, buffer_take(&text), SCREEN_WORKSHOP, item->workshop)
            : add_line(lines, buffer_take(&text),
                       item->kind == TODAY_UNREPORTED ? SCREEN_REPORT
                                                      : SCREEN_REGISTRATION_LIST,
                       item->meeting);
    line->lead = lead;
    line->offered = item->kind == TODAY_OFFERED ? item->other : 0;
    line->row =
        line->offered || item->workshop || item->kind == TODAY_CAME_IN ? item->other : 0;
    char start[LOCAL_TIME_TEXT_SIZE];
    local_time_format(item->start, start);
    show(lines, line,
         (today_shown){ [TODAY_BY_DATE] = start, [TODAY_BY_TITLE] = item->title });
}

static bool
add_all_decisions(struct today_lines *lines, struct ui *ui, struct error *err)
{
    struct today_list list = { 0 };
    bool ok = lines->brief ? browse_today_beside(ui_atelier(ui), TODAY_DECISIONS,
                                                 &lines->clashes, &list, err)
                           : browse_today(ui_atelier(ui), TODAY_DECISIONS, &list, err);

    add_head(lines, _("To decide"));
    bool warned = add_warning(lines, ui);
    const size_t first = lines->count;
    for (size_t i = 0; ok && i < list.count; i++)
        add_decision(lines, ui, &list.items[i], NULL);
    sort_from(lines, first);
    if (ok && list.count == 0 && !warned)
        add_remark(lines, memory_copy(_("Nothing waits for a decision.")));
    today_list_clear(&list);
    return ok;
}

/* The head goes when nothing fits. */
static bool
add_found_decisions(struct today_lines *lines, struct ui *ui, const char *search,
                    struct error *err)
{
    struct today_list list = { 0 };
    bool ok = browse_today(ui_atelier(ui), TODAY_DECISIONS_SEARCHED, &list, err);
    char *wanted = fold_copy(search);
    const size_t before = lines->count;

    add_head(lines, _("To decide"));
    const size_t first = lines->count;
    for (size_t i = 0; ok && i < list.count && lines->count < first + TODAY_DECISIONS;
         i++)
        add_decision(lines, ui, &list.items[i], wanted);
    sort_from(lines, first);
    if (lines->count == first)
        while (lines->count > before)
            free(lines->items[--lines->count].text);
    free(wanted);
    today_list_clear(&list);
    return ok;
}

/* --- what reports left to do */

/* "Sat 20/02/2027", as wide where there is no day. */
static void
add_due(const struct entry_shown *shown, struct buffer *text)
{
    enum { DAY_COLUMNS = 14 };
    struct buffer day = { 0 };

    if (!date_is_none(shown->entry.due))
        when_format_date(shown->entry.due, WHEN_SHORT, &day);
    buffer_add(text, buffer_text(&day));
    for (size_t i = text_width(buffer_text(&day)); i < DAY_COLUMNS; i++)
        buffer_add_char(text, ' ');
    buffer_clear(&day);
}

/* "! Sat 20/02/2027  NUM   Ask early · Müller, Anna · Jobs, Tue 16/02/2027": the end may
 * be cut off. */
static void
add_to_do(struct today_lines *lines, const struct entry_shown *shown, const char *wanted)
{
    struct buffer text = { 0 };
    struct buffer plain = { 0 };
    struct buffer what = { 0 };

    buffer_addf(&text, "%s ",
                shown->is_overdue ? "!" : report_kind_sign(shown->entry.kind));
    add_due(shown, &text);
    const int lead = (int)text_width(buffer_text(&text));
    buffer_addf(&text, "  %-5s ", shown->group ? shown->group : "");
    entry_plain_add(shown->entry.text, &plain);
    erased_mark_show(buffer_text(&plain), &what);
    buffer_clear(&plain);
    buffer_add(&text, buffer_text(&what)); /* first: the end may be cut */
    if (shown->owner)
        buffer_addf(&text, " · %s", shown->owner);
    buffer_addf(&text, " · %s", shown->from);
    if (!fits_search(buffer_text(&text), wanted)) {
        buffer_clear(&text);
        buffer_clear(&what);
        return;
    }
    struct today_line *line =
        add_line(lines, buffer_take(&text), SCREEN_REPORT, shown->entry.meeting);
    line->row = shown->entry.head.id;
    line->to_do = shown->entry.head.id;
    line->lead = lead;
    char due[DATE_TEXT_SIZE] = "";
    if (!date_is_none(shown->entry.due))
        date_format(shown->entry.due, due);
    show(lines, line,
         (today_shown){ [TODAY_BY_DATE] = due,
                        [TODAY_BY_GROUP] = shown->group,
                        [TODAY_BY_TITLE] = buffer_text(&what),
                        [TODAY_BY_WHO] = shown->owner });
    buffer_clear(&what);
}

/* The first of them, which are overdue if any is; the last line leads to the others. */
static bool
add_all_to_do(struct today_lines *lines, struct ui *ui, const char *search,
              struct error *err)
{
    const size_t most = search ? TODAY_DECISIONS_SEARCHED : TODAY_TO_DO + 1;
    struct entry_shown_list list = { 0 };
    const bool ok = report_open_entries(ui_atelier(ui), most, &list, err);
    char *wanted = search ? fold_copy(search) : NULL;
    const size_t before = lines->count;

    add_head(lines, _("To do, from reports"));
    const size_t first = lines->count;
    size_t next = 0;
    while (ok && next < list.count && lines->count < first + TODAY_TO_DO)
        add_to_do(lines, &list.items[next++], wanted);
    sort_from(lines, first);
    if (lines->count == first)
        while (lines->count > before)
            free(lines->items[--lines->count].text);
    else if (next < list.count)
        add_line(lines, memory_copy(_("… all that reports left to do")),
                 SCREEN_OPEN_ENTRY_LIST, 0);
    free(wanted);
    entry_shown_list_clear(&list);
    return ok;
}

/* How many stand below what is there; those that are found are counted. */
static size_t
acts_that_fit(const struct today_lines *lines, const char *search, size_t rows)
{
    const size_t room = rows > lines->count ? rows - lines->count : 0;

    if (search || room > TODAY_ACTS_MOST)
        return TODAY_ACTS_MOST;
    return room > TODAY_ACTS ? room : TODAY_ACTS;
}

static bool
add_acts(struct today_lines *lines, struct ui *ui, const char *search, size_t rows,
         struct error *err)
{
    struct listing_query query = {
        .kind = LISTING_JOURNAL,
        .search = search,
        .brief = true,
    };
    struct listing_page page = { 0 };
    bool ok = listing_fetch(ui_atelier(ui), &query, LISTING_FIRST, NULL,
                            acts_that_fit(lines, search, rows), &page, err);
    if (!search || page.count > 0)
        add_head(lines, _("Last acts"));
    lines->first_act = lines->count;
    for (size_t i = 0; ok && i < page.count; i++) {
        const struct listing_row *row = &page.rows[i];
        const struct listing *listing = listing_get(LISTING_JOURNAL);
        struct buffer summary = { 0 };
        struct buffer text = { 0 };
        journal_add_summary(cell(row, LISTING_JOURNAL, "summary"), &summary);
        display_cell(ui_atelier(ui), &listing->columns[0], row->cells[0], &text);
        int lead = (int)text_width(buffer_text(&text));
        buffer_addf(&text, "  %-10s ", cell(row, LISTING_JOURNAL, "staff"));
        const size_t what = text.length;
        const char *act = journal_act_label(cell(row, LISTING_JOURNAL, "act"));
        if (summary.length > 0) /* the settings have no name */
            /* TRANSLATORS: what was done, and to what; a blank before : in French */
            buffer_addf(&text, _("%s: %s"), act, buffer_text(&summary));
        else
            buffer_add(&text, act);
        buffer_clear(&summary);
        struct today_line *line =
            add_line(lines, buffer_take(&text), SCREEN_JOURNAL_LIST, 0);
        line->lead = lead;
        line->row = row->id;
        show(lines, line,
             (today_shown){ [TODAY_BY_DATE] = cell(row, LISTING_JOURNAL, "at"),
                            [TODAY_BY_TITLE] = line->text + what,
                            [TODAY_BY_WHO] = cell(row, LISTING_JOURNAL, "staff") });
    }
    sort_from(lines, lines->first_act);
    listing_page_clear(&page);
    return ok;
}

static bool
add_all(struct today_lines *lines, struct ui *ui, const char *search, size_t rows,
        struct error *err)
{
    return add_meetings(lines, ui, search, err) &&
           (search ? add_found_decisions(lines, ui, search, err)
                   : add_all_decisions(lines, ui, err)) &&
           add_all_to_do(lines, ui, search, err) &&
           add_acts(lines, ui, search, rows, err);
}

bool
today_lines_load(struct today_lines *lines, struct ui *ui, const char *search,
                 size_t rows, struct error *err)
{
    struct atelier *at = ui_atelier(ui);

    today_lines_clear(lines);
    lines->only_door = !atelier_role_may(at, MAY_READ, NULL);
    if (lines->only_door)
        return add_doors(lines, ui, err);
    if (!atelier_read_begin(at, err))
        return false;
    const bool ok = add_all(lines, ui, search, rows, err);
    atelier_read_end(at);
    if (ok && lines->count == 0)
        add_nothing(lines, ui);
    return ok;
}

bool
today_lines_find_clashes(struct today_lines *lines, struct ui *ui, struct error *err)
{
    bool ok = true;

    while (ok && lines->parts < TODAY_CLASH_PARTS) {
        ok = browse_today_clashes(ui_atelier(ui), lines->parts, &lines->clashes, err);
        lines->parts += ok;
    }
    return ok;
}

void
today_lines_clear(struct today_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        free(lines->items[i].text);
        free(lines->items[i].order_key);
    }
    lines->count = 0;
}
