/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_clashes.c - says what a meeting clashes with, and what was accepted */
#include "meeting/meeting_clashes.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/clashes.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/domain/when.h"
#include "sentence.h"
#include "widget/ask.h"
#include "widget/choose.h"
#include "widget/list.h"
#include "widget/pager.h"

static void
write_acceptance(struct ui *ui, const struct clash *clash, struct buffer *text)
{
    struct local_time when;
    struct buffer day = { 0 };

    if (!atelier_local_time(ui_atelier(ui), clash->accepted_at, NULL, &when, NULL))
        when = local_time_from_instant(clash->accepted_at);
    when_format_local_time(when, &day);
    if (clash->reason)
        buffer_addf(text, _("    accepted by %s, %s: %s"), clash->accepted_by,
                    buffer_text(&day), clash->reason);
    else
        buffer_addf(text, _("    accepted by %s, %s"), clash->accepted_by,
                    buffer_text(&day));
    buffer_add(text, "\n");
    buffer_clear(&day);
}

static void
write_clash(struct ui *ui, const struct clash *clash, struct buffer *text)
{
    buffer_add(text, text->length > 0 ? "\n# " : "# ");
    clash_add_name(clash, text);
    buffer_add(text, "\n");
    clash_describe_part(ui_atelier(ui), clash, text);
    buffer_add(text, "\n");
    if (clash->is_accepted)
        write_acceptance(ui, clash, text);
}

static bool
find(struct ui *ui, int64_t id, struct buffer *title, struct clash_list *list,
     struct error *err)
{
    struct clash_side side = { 0 };
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    const bool ok = edit_load(ui_atelier(ui), &meeting_entity, id, &meeting, err) &&
                    (!meeting_takes_place(&meeting) ||
                     clashes_of_meeting(ui_atelier(ui), &meeting, CLASH_ANY, list, err));
    if (ok) {
        side = (struct clash_side){ .title = meeting.title,
                                    .start = meeting.start,
                                    .end = meeting.end,
                                    .zone = meeting.zone };
        clash_add_meeting(ui_atelier(ui), &side, title);
    }
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* --- a yes to one of them */

/* What the pager was left with. */
struct leaving {
    bool accepts;
};

static bool
is_yes(void *context, const struct key *key)
{
    struct leaving *leaving = context;

    leaving->accepts = key_is(key, "a");
    return leaving->accepts;
}

/* Those that nobody said yes to; their places in the list go to *places, which the caller
 * frees. */
static size_t
list_open(const struct clash_list *list, size_t **places)
{
    size_t count = 0;

    *places = memory_new(list->count + 1, sizeof **places);
    for (size_t i = 0; i < list->count; i++)
        if (!list->items[i].is_accepted)
            (*places)[count++] = i;
    return count;
}

static bool
ends_with(const char *line, const char *end)
{
    const size_t length = strlen(line), least = strlen(end);

    return length >= least && strcmp(line + length - least, end) == 0;
}

/* The only one, or which of them; NULL when left.  What tells them apart stands first: an
 * answer is one line, and may be cut. */
static const struct clash *
choose_clash(struct ui *ui, const struct clash_list *list, const size_t *places,
             size_t count, const char *line)
{
    char **texts = memory_new(count + 1, sizeof *texts);
    size_t first = 0;
    int chosen = 0;

    for (size_t i = 0; i < count; i++) {
        const struct clash *clash = &list->items[places[i]];
        struct buffer text = { 0 };

        clash_add_brief(clash, &text);
        if (clash->first.title)
            buffer_addf(&text, " · %s", clash->first.title);
        texts[i] = buffer_take(&text);
        if (line && ends_with(line, texts[i]))
            first = i;
    }
    if (count > 1)
        chosen = choose(ui, _("Which may stay?"), NULL, (const char *const *)texts, count,
                        first);
    for (size_t i = 0; i < count; i++)
        free(texts[i]);
    free(texts);
    return chosen < 0 ? NULL : &list->items[places[chosen]];
}

static void
accept_one(struct ui *ui, const struct clash *clash)
{
    struct buffer sentence = { 0 };
    struct buffer name = { 0 };
    struct error err = { 0 };

    clash_describe_part(ui_atelier(ui), clash, &sentence);
    clash_add_name(clash, &name);
    char *reason = ask(ui, _("Why may it stay?"), buffer_text(&sentence), NULL, true);
    if (reason && clash_accept(ui_atelier(ui), buffer_text(&name), reason, &err)) {
        ui_refresh(ui);
        ui_say(ui,
               _("Accepted; it is quiet until it changes.  %%K{program.undo} takes it "
                 "back."));
    } else if (reason) {
        ui_fail(ui, &err);
    }
    free(reason);
    buffer_clear(&sentence);
    buffer_clear(&name);
}

static void
accept_some(struct ui *ui, const struct clash_list *list, const size_t *places,
            size_t count, const char *line)
{
    const struct clash *clash = choose_clash(ui, list, places, count, line);

    if (clash)
        accept_one(ui, clash);
}

/* Reading them, and a yes where this login may say it. */
static void
show(struct ui *ui, const char *title, const struct clash_list *list, const char *line)
{
    struct leaving leaving = { 0 };
    struct error ignored = { 0 };
    struct buffer text = { 0 };
    size_t *places;
    const size_t count = list_open(list, &places);
    const bool may =
        count > 0 &&
        atelier_may(ui_atelier(ui), ACT_CLASH_ACCEPTANCE_ADD_NEEDS, ROW_NONE, &ignored);

    for (size_t i = 0; i < list->count; i++)
        write_clash(ui, &list->items[i], &text);
    if (may) {
        buffer_add(&text, "\n");
        sentence_add(ui, _("%K{a} says that one of them may stay, and why."), &text);
    }
    pager_run_until(ui, title, buffer_text(&text), may ? is_yes : NULL, &leaving);
    if (leaving.accepts)
        accept_some(ui, list, places, count, line);
    free(places);
    buffer_clear(&text);
}

void
meeting_clashes_tell(struct ui *ui, int64_t meeting)
{
    meeting_clashes_tell_at(ui, meeting, NULL);
}

void
meeting_clashes_tell_at(struct ui *ui, int64_t meeting, const char *line)
{
    struct clash_list list = { 0 };
    struct buffer title = { 0 };
    struct error err = { 0 };

    if (!find(ui, meeting, &title, &list, &err)) {
        ui_fail(ui, &err);
    } else if (list.count == 0) {
        ui_say(ui, _("%s clashes with nothing."), buffer_text(&title));
    } else {
        show(ui, buffer_text(&title), &list, line);
    }
    clash_list_clear(&list);
    buffer_clear(&title);
}

void
meeting_clashes_show(struct ui *ui, void *state, int64_t argument)
{
    (void)state;
    (void)argument;
    meeting_clashes_tell(ui, ui_id(ui));
}

void
meeting_clashes_show_row(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    meeting_clashes_tell(ui, list_selected(state));
}
