/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key.c - decodes the bytes of a terminal into whole presses */
#include "terminal/key.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"

static const char paste_end[] = "\033[201~";

/* A pasted text without an end would swallow every key. */
enum { PASTE_MOST = 1 << 20 };

/* No terminal is larger. */
enum { CELL_MOST = 0xffff };

/* As keyboards call them; the tables of actions hold the English words. */
static const char *const names[] = {
    [PRESS_ENTER] = NC_("key", "Enter"),
    [PRESS_TAB] = NC_("key", "Tab"),
    [PRESS_BACK_TAB] = NC_("key", "Shift-Tab"),
    [PRESS_ESCAPE] = NC_("key", "Esc"),
    [PRESS_BACKSPACE] = NC_("key", "Backspace"),
    [PRESS_DELETE] = NC_("key", "Del"),
    [PRESS_INSERT] = NC_("key", "Ins"),
    [PRESS_UP] = NC_("key", "Up"),
    [PRESS_DOWN] = NC_("key", "Down"),
    [PRESS_LEFT] = NC_("key", "Left"),
    [PRESS_RIGHT] = NC_("key", "Right"),
    [PRESS_HOME] = NC_("key", "Home"),
    [PRESS_END] = NC_("key", "End"),
    [PRESS_PAGE_UP] = NC_("key", "PgUp"),
    [PRESS_PAGE_DOWN] = NC_("key", "PgDn"),
    [PRESS_UNKNOWN] = NULL,
};

static const char *const space = NC_("key", "Space");

/* One of the words of a table, as this language's keyboards call it. */
static const char *
shown(const char *name)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (names[i] && strcmp(names[i], name) == 0)
            return language_in_context("key", name);
    return strcmp(name, space) == 0 ? language_in_context("key", name) : name;
}

void
key_add_shown(struct buffer *buffer, const char *keys)
{
    while (keys && *keys != '\0') {
        size_t length = strcspn(keys, " ");

        char name[KEY_NAME_SIZE];
        (void)snprintf(name, sizeof(name), "%.*s", (int)length, keys);
        buffer_add(buffer, shown(name));
        keys += length;
        if (*keys == ' ') {
            buffer_add_char(buffer, ' ');
            keys++;
        }
    }
}

void
key_name(const struct key *key, char name[KEY_NAME_SIZE])
{
    name[0] = '\0';
    switch (key->press) {
    case PRESS_TEXT:
        (void)snprintf(name, KEY_NAME_SIZE, "%s",
                       strcmp(key->text, " ") == 0 ? space : key->text);
        return;
    case PRESS_ALT:
        (void)snprintf(name, KEY_NAME_SIZE, "Alt-%s", key->text);
        return;
    case PRESS_CTRL:
        (void)snprintf(name, KEY_NAME_SIZE, "Ctrl-%c", key->number);
        return;
    case PRESS_FUNCTION:
        (void)snprintf(name, KEY_NAME_SIZE, "F%d", key->number);
        return;
    case PRESS_NONE:
    case PRESS_PASTE:
    case PRESS_CLICK:
    case PRESS_DOUBLE_CLICK:
    case PRESS_WHEEL_UP:
    case PRESS_WHEEL_DOWN:
    case PRESS_ANSWER:
    case PRESS_UNKNOWN:
        return;
    case PRESS_ENTER:
    case PRESS_TAB:
    case PRESS_BACK_TAB:
    case PRESS_ESCAPE:
    case PRESS_BACKSPACE:
    case PRESS_DELETE:
    case PRESS_INSERT:
    case PRESS_UP:
    case PRESS_DOWN:
    case PRESS_LEFT:
    case PRESS_RIGHT:
    case PRESS_HOME:
    case PRESS_END:
    case PRESS_PAGE_UP:
    case PRESS_PAGE_DOWN:
        (void)snprintf(name, KEY_NAME_SIZE, "%s", names[key->press]);
        return;
    }
}

bool
key_is(const struct key *key, const char *wanted)
{
    char name[KEY_NAME_SIZE];
    key_name(key, name);
    size_t length = strlen(name);
    if (length == 0 || !wanted)
        return false;
    while (*wanted != '\0') {
        size_t word = strcspn(wanted, " ");

        if (word == length && memcmp(wanted, name, length) == 0)
            return true;
        wanted += word;
        wanted += strspn(wanted, " ");
    }
    return false;
}

void
key_decoder_clear(struct key_decoder *decoder)
{
    buffer_clear(&decoder->input);
    buffer_clear(&decoder->paste);
    *decoder = (struct key_decoder){ 0 };
}

void
key_decoder_add(struct key_decoder *decoder, const char *bytes, size_t length)
{
    buffer_add_part(&decoder->input, bytes, length);
}

bool
key_decoder_waits(const struct key_decoder *decoder)
{
    return decoder->input.length > 0 && !decoder->pasting;
}

size_t
key_decoder_letters(const struct key_decoder *decoder)
{
    const struct buffer *input = &decoder->input;
    size_t length = 0;

    while (!decoder->pasting && length < input->length &&
           (unsigned char)input->text[length] >= 0x20 && input->text[length] != 0x7f)
        length++;
    return length;
}

void
key_decoder_drop(struct key_decoder *decoder)
{
    buffer_reset(&decoder->input);
}

static void
consume(struct key_decoder *decoder, size_t length)
{
    struct buffer *input = &decoder->input;

    memmove(input->text, input->text + length, input->length - length + 1);
    input->length -= length;
}

/* What stands behind a zero byte would be cut off with it. */
static void
drop_zero_bytes(struct buffer *text)
{
    size_t kept = 0;

    for (size_t i = 0; i < text->length; i++)
        if (text->text[i] != '\0')
            text->text[kept++] = text->text[i];
    if (text->length > 0)
        text->text[text->length = kept] = '\0';
}

/* What arrived of a pasted text; true when its end did too. */
static bool
take_paste(struct key_decoder *decoder, struct key *key)
{
    struct buffer *input = &decoder->input;
    const char *end = input->length == 0 ? NULL
                                         : memmem(input->text, input->length, paste_end,
                                                  sizeof(paste_end) - 1);
    size_t length;

    if (!end && decoder->paste.length < PASTE_MOST) {
        /* The end may have been cut: keep what could be its beginning. */
        if (input->length < sizeof(paste_end))
            return false;
        length = input->length - (sizeof(paste_end) - 2);
        buffer_add_part(&decoder->paste, input->text, length);
        consume(decoder, length);
        return false;
    }
    length = !end ? input->length : (size_t)(end - input->text);
    buffer_add_part(&decoder->paste, input->text, length);
    consume(decoder, !end ? length : length + sizeof(paste_end) - 1);
    drop_zero_bytes(&decoder->paste);
    decoder->pasting = false;
    key->press = PRESS_PASTE;
    key->paste = buffer_text(&decoder->paste);
    return true;
}

/* Bytes of the UTF-8 character at the start: 0 when more must come, -1 when it is none.
 */
static int
character_length(const char *bytes, size_t available)
{
    unsigned char lead = (unsigned char)bytes[0];
    int length = lead < 0x80   ? 1
                 : lead < 0xc2 ? -1
                 : lead < 0xe0 ? 2
                 : lead < 0xf0 ? 3
                 : lead < 0xf5 ? 4
                               : -1;

    for (int i = 1; i < length; i++) {
        if ((size_t)i >= available)
            return 0;
        if (((unsigned char)bytes[i] & 0xc0) != 0x80)
            return -1;
    }
    if (length > 1 && !text_is_valid(bytes, (size_t)length))
        return -1;
    return length;
}

static void
set_text(struct key *key, enum press press, const char *bytes, size_t length)
{
    /* U+0080 to U+009F are commands to some terminals. */
    if (length == 2 && (unsigned char)bytes[0] == 0xc2 &&
        (unsigned char)bytes[1] < 0xa0) {
        key->press = PRESS_UNKNOWN;
        return;
    }
    key->press = press;
    memcpy(key->text, bytes, length);
    key->text[length] = '\0';
}

static enum press
press_of_letter(char letter, int *number)
{
    static const char letters[] = "ABCDHFZ";
    static const enum press presses[] = { PRESS_UP,      PRESS_DOWN, PRESS_RIGHT,
                                          PRESS_LEFT,    PRESS_HOME, PRESS_END,
                                          PRESS_BACK_TAB };
    const char *found = strchr(letters, letter);

    if (letter >= 'P' && letter <= 'S') {
        *number = letter - 'P' + 1;
        return PRESS_FUNCTION;
    }
    if (letter == 'M')
        return PRESS_ENTER; /* the keypad's */
    return !found || letter == '\0' ? PRESS_UNKNOWN : presses[found - letters];
}

static enum press
press_of_number(int code, int *number)
{
    static const enum press presses[] = { PRESS_UNKNOWN,   PRESS_HOME, PRESS_INSERT,
                                          PRESS_DELETE,    PRESS_END,  PRESS_PAGE_UP,
                                          PRESS_PAGE_DOWN, PRESS_HOME, PRESS_END };
    /* 11 to 15 are F1 to F5; gaps follow: 16, 22, 27, 30 are nothing. */
    static const int gaps[] = { 16, 22, 27, 30 };

    if (code >= 0 && code <= 8)
        return presses[code];
    if (code < 11 || code > 34)
        return PRESS_UNKNOWN;
    *number = code - 10;
    for (size_t i = 0; i < sizeof(gaps) / sizeof(gaps[0]); i++) {
        if (code == gaps[i])
            return PRESS_UNKNOWN;
        if (code > gaps[i])
            (*number)--;
    }
    return PRESS_FUNCTION;
}

static void
set_mouse(struct key *key, const char *parameters, char last)
{
    key->press = PRESS_NONE;
    long numbers[3]; /* button, column, row */
    for (size_t i = 0; i < 3; i++) {
        char *end;

        /* Past the '<' or the ';'. */
        numbers[i] = strtol(++parameters, &end, 10);
        if (end == parameters || *end != (i < 2 ? ';' : last))
            return;
        parameters = end;
    }
    if (last != 'M' || numbers[1] < 1 || numbers[1] > CELL_MOST || numbers[2] < 1 ||
        numbers[2] > CELL_MOST)
        return;
    key->column = (int)numbers[1] - 1;
    key->row = (int)numbers[2] - 1;
    if (numbers[0] == 0)
        key->press = PRESS_CLICK;
    else if (numbers[0] == 64)
        key->press = PRESS_WHEEL_UP;
    else if (numbers[0] == 65)
        key->press = PRESS_WHEEL_DOWN;
}

/* ESC [ ...: bytes taken, 0 when more must come. */
static size_t
take_csi(struct key_decoder *decoder, struct key *key)
{
    const char *text = decoder->input.text;
    size_t length = decoder->input.length;

    if (length > 2 && text[2] == '[') { /* the Linux console's F1 to F5 */
        if (length < 4)
            return 0;
        key->number = text[3] - 'A' + 1;
        key->press =
            key->number >= 1 && key->number <= 5 ? PRESS_FUNCTION : PRESS_UNKNOWN;
        return 4;
    }
    size_t end = 2;
    while (end < length && (unsigned char)text[end] >= 0x20 &&
           (unsigned char)text[end] < 0x40)
        end++;
    if (end == length)
        return 0;
    if ((unsigned char)text[end] < 0x40 || (unsigned char)text[end] > 0x7e)
        return end; /* broken off by something else */

    if (text[2] == '<') {
        set_mouse(key, text + 2, text[end]);
    } else if (text[end] == 'M' &&
               end == 2) { /* the old mouse report: three bytes follow */
        key->press = PRESS_NONE;
        return length < 6 ? 0 : 6;
    } else if (text[end] == '~') {
        int code = (int)strtol(text + 2, NULL, 10);
        if (code == 200) {
            decoder->pasting = true;
            buffer_reset(&decoder->paste);
        } else {
            key->press = press_of_number(code, &key->number);
        }
    } else if (text[end] == 'n') {
        key->press = PRESS_ANSWER;
    } else {
        key->press = press_of_letter(text[end], &key->number);
    }
    return end + 1;
}

/* What begins with ESC: bytes taken, 0 when more must come. */
static size_t
take_escape(struct key_decoder *decoder, bool final, struct key *key)
{
    const char *text = decoder->input.text;
    size_t length = decoder->input.length;

    key->press = PRESS_ESCAPE;
    if (length == 1)
        return final ? 1 : 0;
    if (text[1] == '[' || text[1] == 'O') {
        key->press = PRESS_UNKNOWN;
        size_t taken;
        if (text[1] == '[')
            taken = take_csi(decoder, key);
        else if (length < 3)
            taken = 0;
        else {
            key->press = press_of_letter(text[2], &key->number);
            taken = 3;
        }
        if (taken > 0 || !final)
            return taken;
        if (length == 2) {
            set_text(key, PRESS_ALT, text + 1, 1);
            return 2;
        }
        key->press = PRESS_UNKNOWN;
        return length;
    }
    /* For keyboards without F1 and F10, which do no harm.  Other digits are keys of their
     * own: on a bad line they come together with an Esc that was pressed before. */
    if (text[1] == '0' || text[1] == '1') {
        key->press = PRESS_FUNCTION;
        key->number = text[1] == '0' ? 10 : 1;
        return 2;
    }
    if (text[1] >= '2' && text[1] <= '9')
        return 1;
    if ((unsigned char)text[1] < 0x20 || text[1] == 0x7f)
        return 1;
    int character = character_length(text + 1, length - 1);
    if (character == 0 && !final)
        return 0;
    if (character <= 0)
        return 1;
    set_text(key, PRESS_ALT, text + 1, (size_t)character);
    return 1 + (size_t)character;
}

/* The rest of a sequence whose Esc came long before it: bytes taken, 0 when more must
 * come, -1 when it is none.  It is no text and no key any more. */
static int
take_rest(struct key_decoder *decoder)
{
    const char *text = decoder->input.text;
    const size_t length = decoder->input.length;
    int number = 0;

    if (text[0] == 'O')
        return length > 1 && press_of_letter(text[1], &number) != PRESS_UNKNOWN ? 2 : -1;
    if (text[0] != '[' || length < 2)
        return -1;
    size_t end = 1;
    while (end < length && strchr("0123456789;<[", text[end]))
        end++;
    if (end == length)
        return 0;
    return text[end] >= '@' && text[end] <= '~' ? (int)end + 1 : -1;
}

static void
set_control(struct key *key, unsigned char byte)
{
    if (byte == '\r' || byte == '\n')
        key->press = PRESS_ENTER;
    else if (byte == '\t')
        key->press = PRESS_TAB;
    else if (byte == '\b' || byte == 0x7f)
        key->press = PRESS_BACKSPACE;
    else if (byte >= 1 && byte <= 26) {
        key->press = PRESS_CTRL;
        key->number = 'A' + byte - 1;
    } else
        key->press = PRESS_UNKNOWN;
}

bool
key_decoder_next(struct key_decoder *decoder, bool final, struct key *key)
{
    for (;;) {
        struct buffer *input = &decoder->input;

        *key = (struct key){ 0 };
        if (decoder->pasting)
            return take_paste(decoder, key);
        if (input->length == 0)
            return false;

        const int rest = decoder->escaped ? take_rest(decoder) : -1;
        if (rest == 0 && !final)
            return false;
        decoder->escaped = false;
        if (rest > 0) {
            key->press = PRESS_UNKNOWN;
            consume(decoder, (size_t)rest);
            return true;
        }

        unsigned char byte = (unsigned char)input->text[0];
        size_t taken = 1;
        if (byte == '\033') {
            taken = take_escape(decoder, final, key);
            if (taken == 0)
                return false;
            decoder->escaped = key->press == PRESS_ESCAPE && input->length == 1;
        } else if (byte < 0x20 || byte == 0x7f) {
            set_control(key, byte);
        } else {
            int length = character_length(input->text, input->length);

            if (length == 0 && !final)
                return false;
            key->press = PRESS_UNKNOWN;
            if (length > 0) {
                set_text(key, PRESS_TEXT, input->text, (size_t)length);
                taken = (size_t)length;
            }
        }
        consume(decoder, taken);
        if (key->press != PRESS_NONE && !decoder->pasting)
            return true;
    }
}
