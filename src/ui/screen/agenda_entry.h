/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_entry.h - an entry of the calendar in one line */
#ifndef ATELIER_UI_AGENDA_ENTRY_H
#define ATELIER_UI_AGENDA_ENTRY_H

#include "atelier/domain/agenda.h"
#include "terminal/paint.h"

/* The colour of its state.  What takes place as planned has none: a month is full of it,
 * and each change of colour costs a slow line as much as a word. */
enum style agenda_entry_style(const struct agenda_entry *entry);

/* Its sign and a blank, where there is room for one: that of a clash, else of its state.
 */
void agenda_entry_add_sign(const struct agenda_entry *entry, struct buffer *buffer);

/* "✓ 09:30–12:30 MOB Parking, Council chamber", as it is on that day; "✓ 09:30–12:30 ≠
 * clash MOB Parking, …" where it has one. */
void agenda_add_entry(const struct agenda_entry *entry, struct date day,
                      struct buffer *buffer);

/* The same of a workshop beside its meeting, whose title is said there: "14:00–16:00
 * MOB › Maps, Council chamber"; group may be NULL. */
void agenda_add_workshop(const struct agenda_entry *entry, struct date day,
                         const char *group, struct buffer *buffer);

#endif
