/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sentence.h - sentences that name a key by what it does
 *
 * `%K{room.add}` in a translated sentence stands for the key that is shown for that
 * action, `%K{Esc}` for a key that belongs to no action; keyboards here call them so.
 * ui_say() and ui_refuse() take a format, where the sign is doubled as any other:
 * `_("Removed: %s.  %%K{program.undo} takes it back.")`.  What a person typed is never
 * looked through.
 */
#ifndef ATELIER_UI_SENTENCE_H
#define ATELIER_UI_SENTENCE_H

#include "atelier/base/buffer.h"
#include "terminal/paint.h"
#include "ui.h"

/* Adds the sentence with its keys. */
void sentence_add(const struct ui *ui, const char *text, struct buffer *buffer);

/* The same of several sentences for whoever reads what an empty list is for: those that
 * name the key of what the role may not do are left out. */
void sentence_add_permitted(const struct ui *ui, const char *text, struct buffer *buffer);

/* The same for a sentence that leads from screen to screen: an action that several have
 * is that of the first of screens.def, whatever lies on top. */
struct ui_tables;
struct section_actions;
void sentence_add_anywhere(const struct ui_tables *tables,
                           const struct section_actions *sections, const char *text,
                           struct buffer *buffer);

/* The format with its keys, which stays a format for the same arguments; lies in the
 * buffer. */
const char *sentence_format(const struct ui *ui, const char *format,
                            struct buffer *buffer) __attribute__((format_arg(2)));

/* Paints the sentences, broken at words; those that name the key of what the role may not
 * do are left out. */
void sentence_paint(const struct ui *ui, struct area area, const char *text);

#endif
