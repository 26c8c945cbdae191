/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key.h - what a person pressed, as one whole
 *
 * The decoder turns the bytes of a terminal into presses: a character of
 * several bytes, an escape sequence or a whole pasted text is one of them,
 * however the line has cut it up.  It knows nothing of curses or files.
 */
#ifndef ATELIER_UI_KEY_H
#define ATELIER_UI_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"

enum press {
    PRESS_NONE,
    PRESS_TEXT,     /* a printable character: key.text */
    PRESS_PASTE,    /* key.paste, which may hold line breaks */
    PRESS_CTRL,     /* key.number is the letter: 'S' */
    PRESS_ALT,      /* Alt and a printable character: key.text */
    PRESS_FUNCTION, /* key.number: 1 to 24 */
    PRESS_ENTER,
    PRESS_TAB,
    PRESS_BACK_TAB,
    PRESS_ESCAPE,
    PRESS_BACKSPACE,
    PRESS_DELETE,
    PRESS_INSERT,
    PRESS_UP,
    PRESS_DOWN,
    PRESS_LEFT,
    PRESS_RIGHT,
    PRESS_HOME,
    PRESS_END,
    PRESS_PAGE_UP,
    PRESS_PAGE_DOWN,
    PRESS_CLICK, /* key.row and key.column */
    PRESS_DOUBLE_CLICK,
    PRESS_WHEEL_UP,
    PRESS_WHEEL_DOWN,
    PRESS_ANSWER, /* no key: the terminal says that it has got as far as it was asked */
    PRESS_UNKNOWN /* a sequence nobody knows; never taken for text */
};

enum { KEY_TEXT_SIZE = 5, KEY_NAME_SIZE = 24 };

struct key {
    enum press press;
    int number;
    char text[KEY_TEXT_SIZE];
    const char *paste; /* borrowed from the decoder until the next key */
    int row;
    int column;
};

/* The name of a key, as action tables and screens write it: "n", "/", "Space", "Enter",
 * "Ctrl-S", "Alt-m", "F10", "PgDn".  "" for what has none (a paste, a click). */
void key_name(const struct key *key, char name[KEY_NAME_SIZE]);

/* Adds names like "Del Ctrl-D" as the keyboards of the interface's language call them. */
void key_add_shown(struct buffer *buffer, const char *keys);

/* Whether the key is one of the names in `names`, which blanks part: "n Ins". */
bool key_is(const struct key *key, const char *names);

/* What a terminal sends for a key in a way of its own. */
enum { KEY_BYTES_SIZE = 8, KEYS_LEARNT_MOST = 32 };

struct key_learnt {
    char bytes[KEY_BYTES_SIZE];
    enum press press;
    int number;
};

struct key_decoder {
    struct buffer input; /* bytes not decoded yet */
    struct buffer paste;
    bool pasting;
    bool escaped; /* the last key was an Esc that nothing had followed for its time */
    /* The beginning of a sequence that nothing had followed, without its Esc; "": none.
     * What comes is its rest. */
    char torn[KEY_BYTES_SIZE];
    struct key_learnt learnt[KEYS_LEARNT_MOST];
    size_t learnt_count;
};

/* Takes the bytes for that key from now on, before it takes them for another; nothing is
 * learnt that is known already, or does not begin with an Esc. */
void key_decoder_learn(struct key_decoder *decoder, const char *bytes, enum press press,
                       int number);

void key_decoder_clear(struct key_decoder *decoder);
void key_decoder_add(struct key_decoder *decoder, const char *bytes, size_t length);

/*
 * Takes the next key.  False when there is none yet: the rest of a sequence
 * may still be on its way.  With `final` (nothing came for the time that an
 * Esc may take) what is there is taken for what it is, so a lone Esc byte is Esc.
 */
bool key_decoder_next(struct key_decoder *decoder, bool final, struct key *key);

/* Bytes of the letters that have come and stand before anything else. */
size_t key_decoder_letters(const struct key_decoder *decoder);
/* Gives a letter back that was taken: it comes once more, before the others. */
void key_decoder_give_back(struct key_decoder *decoder, const char *letter);
/* Forgets what has come. */
void key_decoder_drop(struct key_decoder *decoder);

/* Whether an incomplete sequence waits, so that the caller sets its timer. */
bool key_decoder_waits(const struct key_decoder *decoder);

/* Whether what waits is the beginning of a letter, which is no key by itself: its rest
 * comes, however late. */
bool key_decoder_waits_for_letter(const struct key_decoder *decoder);

#endif
