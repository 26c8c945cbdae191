/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_page.h - the report of a meeting as its tab holds it: what is read, what is
 * under the bar, and what is typed or moved
 */
#ifndef ATELIER_UI_REPORT_PAGE_H
#define ATELIER_UI_REPORT_PAGE_H

#include "atelier/app/browse_report.h"
#include "meeting/meeting_head.h"
#include "terminal/key.h"
#include "terminal/paint.h"
#include "ui.h"
#include "widget/text_area.h"

/* Where the bar can stand. */
enum report_stop_kind { STOP_APPROVAL, STOP_BEFORE, STOP_CARRIED, STOP_ENTRY };

struct report_stop {
    enum report_stop_kind kind;
    size_t index; /* in the entries, or in those that come up from before */
    int64_t id;   /* of that entry; 0 */
};

/* What the letters are: keys; the text of new entries; that of the one under the bar. */
enum report_mode { REPORT_READS, REPORT_WRITES, REPORT_EDITS, REPORT_MOVES };

struct report_page {
    int64_t meeting;
    struct meeting_head head;
    struct report_view view;
    struct report_stop *stops;
    size_t count, capacity;
    size_t bar, top;
    struct report_stop before; /* what the bar is on while all is read again */
    bool had_stop;
    int64_t wanted;  /* the entry where the bar goes when all is read again; 0 */
    bool unfolded;   /* what comes up from before is shown one by one */
    bool was_loaded; /* the bar has had its first place */

    enum report_mode mode;
    struct text_area text;    /* also when it was left with something in it */
    int64_t after;            /* of new ones: behind that entry; ENTRY_AT_END */
    int64_t indent;           /* of new ones */
    struct report_entry base; /* the one that is edited, as it was loaded */

    /* The one that is moved stands there with what belongs to it, and nothing of it is
     * written yet. */
    struct {
        int64_t entry;
        int64_t above; /* 0: it is the first */
        int64_t indent;
        int64_t old_above, old_indent;
    } moving;

    struct { /* of colleagues, below what is seen */
        int64_t *items;
        size_t count, capacity;
        int64_t newest; /* the last entry that was read so far */
    } news;

    struct {
        int64_t id;
        char *name;
        int64_t unkept_since; /* terminal_clock(); 0: all is kept */
    } draft;
};

/* NULL: there is none. */
const struct report_stop *report_page_stop(const struct report_page *page);
/* The entry under the bar, of this report or from before; NULL: none is. */
const struct entry_shown *report_page_chosen(const struct report_page *page);
/* Where that entry of this report is in the view; the number of entries: nowhere. */
size_t report_page_find(const struct report_page *page, int64_t entry);
/* Reads all again. */
bool report_page_load(struct report_page *page, struct ui *ui, struct error *err);
/* After that: the bar stays on what it is on. */
void report_page_settle(struct report_page *page, struct ui *ui);
/* The stops anew, of what is in the view. */
void report_page_fill(struct report_page *page);
void report_page_go(struct report_page *page, int64_t entry);
void report_page_clear(struct report_page *page);

/* report_draw.c */
void report_draw(struct report_page *page, struct ui *ui, struct area area);
/* How much of the screen below its head is for what is typed. */
int report_box_rows(const struct report_page *page, int rows);

/* report_phrases.c: what is said of entries. */
void report_add_standing(const struct report_page *page, struct buffer *text);
void report_add_counts(const struct report_page *page, bool words, struct buffer *text);
void report_add_before(const struct report_page *page, struct buffer *text);
const char *report_kind_word(enum report_entry_kind kind);
const char *report_kind_sign(enum report_entry_kind kind);
enum style report_kind_style(enum report_entry_kind kind);
/* A text as it is read: without the signs of Markdown, with the reader's word for who is
 * erased. */
void report_add_words(const char *said, struct buffer *text);
void report_add_line(const char *said, struct buffer *text); /* in one line */
const char *report_state_word(const struct report_entry *entry);
/* "! until Sat 20/02/2027"; nothing without a day. */
void report_add_due(const struct entry_shown *shown, struct buffer *text);
/* "what became of it, until when, owner, about, where from"; nothing where it is none of
 * it.  What is overdue begins with its day. */
void report_add_tail(const struct entry_shown *shown, struct buffer *text);

/* report_write.c: the line that stays open, and the text of one entry. */
void report_write_begin(struct report_page *page, struct ui *ui);
void report_edit_begin(struct report_page *page, struct ui *ui, int64_t entry);
/* What is typed as one entry, be it of several lines.  False: it stays there. */
bool report_write_whole(struct report_page *page, struct ui *ui);
/* Saves the text of the one entry, if it is another.  False: it stays there. */
bool report_edit_end(struct report_page *page, struct ui *ui);
/* Back to reading, without a word; true when what was typed is kept. */
bool report_typing_leave(struct report_page *page, struct ui *ui);
bool report_write_key(struct report_page *page, struct ui *ui, const struct key *key);
bool report_edit_key(struct report_page *page, struct ui *ui, const struct key *key);
/* With the entry above. */
void report_join(struct report_page *page, struct ui *ui, int64_t entry, int64_t rev);

/* report_editor.c: in the person's own editor, the text of the entry under the bar, or
 * that of a new one; what is typed already. */
void report_editor_begin(struct ui *ui, void *state, int64_t argument);
void report_editor_go_on(struct report_page *page, struct ui *ui);

/* report_draft.c: what is typed outlives a dropped line. */
void report_draft_note(struct report_page *page);
int report_draft_due(const struct report_page *page);
void report_draft_keep(struct report_page *page, struct ui *ui);
void report_draft_drop(struct report_page *page, struct ui *ui);
/* It is kept for the next time; what is typed from now on is in another one. */
void report_draft_part(struct report_page *page, struct ui *ui);
/* report_resume.c: goes on with what was typed when the line dropped. */
void report_draft_resume(struct report_page *page, struct ui *ui);

/* report_news.c: what colleagues add where nobody looks.  After a reading; once the stops
 * before that one are on the screen; a word for it, or nothing. */
void report_news_note(struct report_page *page, struct ui *ui);
void report_news_see(struct report_page *page, size_t end);
void report_news_add(const struct report_page *page, struct buffer *text);

/* report_file.c: asks which file, in the form that its name ends with; a name with that
 * ending is proposed. */
void report_file_ask(struct ui *ui, int64_t meeting, const char *ending);
void report_file_this(struct ui *ui, void *state, int64_t argument);
/* report_round.c: to whom it is sent, and its text. */
void report_copy_addresses(struct ui *ui, void *state, int64_t argument);
void report_round_show(struct report_page *page, struct ui *ui);

/* report_moving.c */
void report_moving_begin(struct report_page *page, struct ui *ui);
bool report_moving_key(struct report_page *page, struct ui *ui, const struct key *key);
/* After all was read again: what is moved stands where it goes. */
void report_moving_arrange(struct report_page *page);

/* report_settle.c, to be run by actions: what becomes of what is to be done, and of the
 * report. */
void report_settle_done(struct ui *ui, void *state, int64_t argument);
void report_settle_drop(struct ui *ui, void *state, int64_t argument);
void report_settle_open(struct ui *ui, void *state, int64_t argument);
void report_state_choose(struct ui *ui, void *state, int64_t argument);

#endif
