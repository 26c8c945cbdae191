/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_several.c - people onto the lists of several meetings of a group, as a
 * conversation */
#include "meeting/meeting_several.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/app/register_meetings.h"
#include "atelier/base/language.h"
#include "widget/choose.h"
#include "widget/tick.h"

enum {
    MEETINGS_MOST = 12, /* that a box has room for: a year of them */
    NAMES_SHOWN = 3
};

/* Which of them: all are ticked.  Those that are meant stand in `ids` after it; false:
 * none. */
static bool
pick(struct ui *ui, int64_t *ids, size_t *count)
{
    struct buffer titles[MEETINGS_MOST] = { 0 };
    struct tick ticks[MEETINGS_MOST] = { 0 };
    const size_t shown = *count < MEETINGS_MOST ? *count : MEETINGS_MOST;
    size_t kept = 0;

    for (size_t i = 0; i < shown; i++) {
        display_title(ui_atelier(ui), ENTITY_MEETING, ids[i], &titles[i]);
        ticks[i] = (struct tick){ .label = buffer_text(&titles[i]), .taken = true };
    }
    const bool ok = tick_run(ui, _("Register for meetings of a group"),
                             *count > shown ? _("Which ones?  The next twelve are here.")
                                            : _("Which ones?"),
                             ticks, shown);
    for (size_t i = 0; i < shown; i++) {
        if (ok && ticks[i].taken)
            ids[kept++] = ids[i];
        buffer_clear(&titles[i]);
    }
    *count = kept;
    return kept > 0;
}

static bool
agree(struct ui *ui, const struct meetings_outcome *outcome)
{
    struct buffer text = { 0 };
    struct buffer yes = { 0 };

    meetings_outcome_say(ui_atelier(ui), outcome, NAMES_SHOWN, &text);
    buffer_addf(&yes,
                ngettext("Make %zu registration", "Make %zu registrations",
                         (unsigned long)outcome->done),
                outcome->done);
    const char *const answers[] = { buffer_text(&yes), _("Leave all as they are") };
    const size_t first = outcome->done == 0; /* nothing to agree to */
    const bool agreed = choose(ui, _("Register for meetings of a group"),
                               buffer_text(&text), answers + first, 2 - first, 0) == 0;
    buffer_clear(&yes);
    buffer_clear(&text);
    return agreed;
}

static void
say_done(struct ui *ui, const struct meetings_outcome *outcome)
{
    struct buffer text = { 0 };

    buffer_addf(&text,
                ngettext("%zu registration made.", "%zu registrations made.",
                         (unsigned long)outcome->done),
                outcome->done);
    if (outcome->refused > 0)
        buffer_addf(&text,
                    ngettext("  %zu left as it was.", "  %zu left as they were.",
                             (unsigned long)outcome->refused),
                    outcome->refused);
    ui_say(ui, _("%s  %%K{program.undo} takes it back."), buffer_text(&text));
    buffer_clear(&text);
}

/* Where nothing would happen there is nothing to agree to: why is shown all the same. */
static bool
do_it(struct ui *ui, struct meetings_request *request, struct error *err)
{
    struct meetings_outcome outcome = { 0 };

    request->dry_run = true;
    bool ok = register_meetings(ui_atelier(ui), request, &outcome, err);
    const bool agreed = ok && agree(ui, &outcome) && outcome.done > 0;
    request->dry_run = false;
    ok = ok && (!agreed || register_meetings(ui_atelier(ui), request, &outcome, err));
    if (ok && agreed)
        say_done(ui, &outcome);
    else if (ok)
        ui_say(ui, _("Nothing changed."));
    meetings_outcome_clear(&outcome);
    return ok && agreed;
}

bool
meeting_several(struct ui *ui, int64_t group, const int64_t *persons, size_t count)
{
    struct meetings_request request = { .persons = persons,
                                        .person_count = count,
                                        .source = SOURCE_DESK };
    struct error err = { 0 };
    int64_t *ids = NULL;
    bool done = false;

    if (!register_meetings_find(ui_atelier(ui), group, &ids, &request.meeting_count,
                                &err)) {
        ui_fail(ui, &err);
    } else if (request.meeting_count == 0) {
        ui_refuse(ui, "%s", _("No meeting of the group is to come: plan one first."));
    } else if (request.meeting_count == 1 || pick(ui, ids, &request.meeting_count)) {
        request.meetings = ids;
        done = do_it(ui, &request, &err);
        if (err.kind != ERROR_NONE)
            ui_fail(ui, &err);
        ui_refresh(ui);
    } else {
        ui_say(ui, _("Nothing changed."));
    }
    free(ids);
    return done;
}
