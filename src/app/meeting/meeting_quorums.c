/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_quorums.c - whether enough people come to a meeting: the quorums of its group
 */
#include "atelier/app/meeting_quorums.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/quorum_table.h"
#include "session/session.h"

static bool
measure(struct atelier *at, const struct meeting *meeting,
        const struct quorum_list *quorums, struct quorum_tally_list *list,
        struct error *err)
{
    struct quorum_count_list coming = { 0 };
    struct quorum_count_list present = { 0 };
    struct presence_count marks;
    const int64_t id = meeting->head.id;
    bool ok = quorum_table_count_coming(at->db, id, &coming, err) &&
              quorum_table_count_present(at->db, id, &present, err) &&
              presence_table_count(at->db, id, 0, &marks, err);
    if (ok)
        quorum_tally_list_fill(list, quorums, &coming, &present,
                               quorum_tally_goes_by_presence(meeting->state, &marks));
    quorum_count_list_clear(&coming);
    quorum_count_list_clear(&present);
    return ok;
}

bool
meeting_quorums_tally(struct atelier *at, const struct meeting *meeting,
                      struct quorum_tally_list *list, struct error *err)
{
    quorum_tally_list_clear(list);
    if (!atelier_may(at, MAY_READ, record_subject(&meeting_entity, meeting), err))
        return false;
    struct quorum_list quorums = { 0 };
    bool ok = quorum_table_list(at->db, meeting->group, &quorums, err) &&
              (quorums.count == 0 || measure(at, meeting, &quorums, list, err));
    quorum_list_clear(&quorums);
    return ok;
}

static void
add_name(struct atelier *at, const struct quorum_tally *tally, struct buffer *name)
{
    if (tally->category)
        display_title(at, ENTITY_CATEGORY, tally->category, name);
    else
        buffer_add(name, _("everybody"));
}

void
meeting_quorums_describe(struct atelier *at, const struct quorum_tally *tally,
                         struct buffer *text)
{
    struct buffer name = { 0 };
    add_name(at, tally, &name);
    /* TRANSLATORS: a category or "everybody": 3 of the 4 people asked for */
    buffer_addf(text, _("%s %lld/%lld coming, %lld/%lld present"), buffer_text(&name),
                (long long)tally->coming, (long long)tally->wanted,
                (long long)tally->present, (long long)tally->wanted);
    buffer_clear(&name);
}

static void
add_sentence(struct atelier *at, const struct quorum_tally *tally, bool held,
             struct buffer *text)
{
    struct buffer name = { 0 };
    add_name(at, tally, &name);
    const char *who = buffer_text(&name);
    const long long coming = tally->coming;
    const long long present = tally->present;
    const long long wanted = tally->wanted;
    if (held && tally->by_presence)
        buffer_addf(text, _("The quorum was not reached: %s, %lld of %lld were there."),
                    who, present, wanted);
    else if (held)
        buffer_addf(text,
                    _("The quorum was not reached: %s, %lld of %lld were to come.  Mark "
                      "who was there."),
                    who, coming, wanted);
    else if (tally->by_presence)
        buffer_addf(text, _("The quorum is not reached: %s, %lld of %lld are there."),
                    who, present, wanted);
    else
        buffer_addf(
            text,
            _("The quorum is not reached: %s, %lld of %lld are coming.  Ask others to "
              "come, or postpone the meeting."),
            who, coming, wanted);
    buffer_add(text, "\n");
    buffer_clear(&name);
}

bool
meeting_quorums_warn(struct atelier *at, const struct meeting *meeting,
                     const struct quorum_tally_list *list, struct buffer *text)
{
    if (!quorum_tally_matters(meeting, atelier_now(at)))
        return false;
    bool said = false;
    for (size_t i = 0; i < list->count; i++)
        if (!list->items[i].reached) {
            add_sentence(at, &list->items[i], meeting->state == MEETING_HELD, text);
            said = true;
        }
    return said;
}
