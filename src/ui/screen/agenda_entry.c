/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_entry.c - an entry of the calendar in one line */
#include "screen/agenda_entry.h"

#include "atelier/base/language.h"
#include "state_sign.h"

enum style
agenda_entry_style(const struct agenda_entry *entry)
{
    if (entry->has_clash)
        return STYLE_OPEN;
    return entry->state == MEETING_CONFIRMED || meeting_state_took_place(entry->state)
               ? STYLE_PLAIN
               : state_sign_style(meeting_states, (int)entry->state);
}

void
agenda_entry_add_sign(const struct agenda_entry *entry, struct buffer *buffer)
{
    if (entry->has_clash)
        state_sign_add_clash(buffer);
    else
        state_sign_add(meeting_states, (int)entry->state, buffer);
}

/* Between what is whole and what is within it. */
static const char *
trail_sign(void)
{
    return paint_is_ascii() ? " > " : " › ";
}

/* Before what may be cut; who listens hears it at the end. */
static void
add_clash(const struct agenda_entry *entry, struct buffer *buffer)
{
    if (!entry->has_clash || paint_is_plain())
        return;
    buffer_add(buffer, " ");
    state_sign_add_clash(buffer);
    buffer_add(buffer, _("clash"));
}

/* Before the title, which may be cut: why it is found. */
static void
add_person(const struct agenda_entry *entry, struct buffer *buffer)
{
    if (entry->of_person)
        buffer_addf(buffer, "(%s) ", entry->of_person);
}

void
agenda_add_workshop(const struct agenda_entry *entry, struct date day, const char *group,
                    struct buffer *buffer)
{
    state_sign_add(meeting_states, (int)entry->state, buffer);
    agenda_entry_add_hours(entry, day, buffer);
    add_clash(entry, buffer);
    buffer_add(buffer, " ");
    add_person(entry, buffer);
    buffer_addf(buffer, "%s%s%s", group ? group : "", group ? trail_sign() : "",
                entry->title);
    if (entry->place)
        buffer_addf(buffer, ", %s", entry->place);
}

void
agenda_add_entry(const struct agenda_entry *entry, struct date day, struct buffer *buffer)
{
    state_sign_add(meeting_states, (int)entry->state, buffer);
    agenda_entry_add_hours(entry, day, buffer);
    add_clash(entry, buffer);
    buffer_addf(buffer, " %s ", entry->group ? entry->group : "");
    add_person(entry, buffer);
    buffer_addf(buffer, "%s%s%s", entry->whole ? entry->whole : "",
                entry->whole ? trail_sign() : "", entry->title);
    if (entry->place)
        buffer_addf(buffer, ", %s", entry->place);
    if (paint_is_plain())
        buffer_addf(buffer, ", %s%s%s", _(meeting_states[entry->state].label),
                    entry->has_clash ? ", " : "", entry->has_clash ? _("clash") : "");
}
