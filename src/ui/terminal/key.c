/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key.c - decodes the bytes of a terminal into whole presses */
#include "terminal/key.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/text.h"

static const char paste_end[] = "\033[201~";

/* A pasted text without an end would swallow every key. */
enum { PASTE_MOST = 1 << 20 };

/* ESC [ 200 ~ */
enum { PASTE_BEGINS = 200 };

/* No terminal is larger. */
enum { CELL_MOST = 0xffff };

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

bool
key_decoder_waits_for_letter(const struct key_decoder *decoder)
{
    return key_decoder_waits(decoder) &&
           character_length(decoder->input.text, decoder->input.length) == 0;
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

void
key_decoder_give_back(struct key_decoder *decoder, const char *letter)
{
    struct buffer input = { 0 };

    buffer_add(&input, letter);
    buffer_add_part(&input, decoder->input.text, decoder->input.length);
    buffer_clear(&decoder->input);
    decoder->input = input;
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

static void
begin_paste(struct key_decoder *decoder)
{
    decoder->pasting = true;
    buffer_reset(&decoder->paste);
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
        if (code == PASTE_BEGINS)
            begin_paste(decoder);
        else
            key->press = press_of_number(code, &key->number);
    } else if (text[end] == 'n') {
        key->press = PRESS_ANSWER;
    } else {
        key->press = press_of_letter(text[end], &key->number);
    }
    return end + 1;
}

/* What the terminal in use sends in a way of its own: bytes taken, 0 when more must come,
 * -1 when it is none of that. */
static int
take_learnt(const struct key_decoder *decoder, bool final, struct key *key)
{
    const struct buffer *input = &decoder->input;
    bool begun = false;

    for (size_t i = 0; i < decoder->learnt_count; i++) {
        const struct key_learnt *learnt = &decoder->learnt[i];
        const size_t length = strlen(learnt->bytes);
        const size_t there = input->length < length ? input->length : length;

        if (memcmp(input->text, learnt->bytes, there) != 0)
            continue;
        if (there == length) {
            key->press = learnt->press;
            key->number = learnt->number;
            return (int)length;
        }
        begun = true;
    }
    return begun && !final ? 0 : -1;
}

/* Whether the bytes are one key that is known, and which. */
static bool
is_known_as(const char *bytes, enum press press, int number)
{
    struct key_decoder decoder = { 0 };
    struct key key;

    key_decoder_add(&decoder, bytes, strlen(bytes));
    const bool known = key_decoder_next(&decoder, true, &key) && key.press == press &&
                       key.number == number && decoder.input.length == 0;
    key_decoder_clear(&decoder);
    return known;
}

void
key_decoder_learn(struct key_decoder *decoder, const char *bytes, enum press press,
                  int number)
{
    const size_t length = strlen(bytes);

    if (length < 2 || length >= KEY_BYTES_SIZE || bytes[0] != '\033' ||
        decoder->learnt_count == KEYS_LEARNT_MOST || is_known_as(bytes, press, number))
        return;
    struct key_learnt *learnt = &decoder->learnt[decoder->learnt_count++];
    *learnt = (struct key_learnt){ .press = press, .number = number };
    memcpy(learnt->bytes, bytes, length + 1);
}

/* The digits and signs of a keypad that an earlier program left in its own mode; 0: none.
 */
static char
sign_of_keypad(char letter)
{
    static const char letters[] = "pqrstuvwxyjklmnoX";
    static const char signs[] = "0123456789*+,-./=";
    const char *found = letter == '\0' ? NULL : strchr(letters, letter);

    return found ? signs[found - letters] : '\0';
}

/* ESC O and a letter. */
static void
set_of_letter(struct key *key, char letter)
{
    const char sign = sign_of_keypad(letter);

    key->press = press_of_letter(letter, &key->number);
    if (key->press == PRESS_UNKNOWN && sign != '\0')
        set_text(key, PRESS_TEXT, &sign, 1);
}

/* Keeps what has come of a sequence that is broken off, as far as it tells anything. */
static void
tear(struct key_decoder *decoder, const char *bytes, size_t length)
{
    const size_t there = strlen(decoder->torn);
    const size_t room = sizeof(decoder->torn) - 1 - there;

    memcpy(decoder->torn + there, bytes, length < room ? length : room);
    decoder->torn[there + (length < room ? length : room)] = '\0';
}

/* Whether it is what a terminal says that an earlier program asked: ESC ] 11 ; ..., and
 * ESC P 1 $ ..., up to a bell or ESC \\.  A letter with Alt is followed by no such sign.
 */
static bool
is_saying(const char *text, size_t length)
{
    static const char signs[] = "0123456789$>!+|";

    return length > 2 && (text[1] == ']' || text[1] == 'P') && text[2] != '\0' &&
           strchr(signs, text[2]);
}

/* Bytes of it, 0 when more must come. */
static size_t
take_saying(const char *text, size_t length, bool final)
{
    for (size_t i = 2; i < length; i++)
        if (text[i] == '\a')
            return i + 1;
        else if (text[i] == '\033' && i + 1 < length)
            return text[i + 1] == '\\' ? i + 2 : i;
    return final ? length : 0;
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
    const int learnt = take_learnt(decoder, final, key);
    if (learnt >= 0)
        return (size_t)learnt;
    if (text[1] == '[' || text[1] == 'O') {
        key->press = PRESS_UNKNOWN;
        size_t taken;
        if (text[1] == '[')
            taken = take_csi(decoder, key);
        else if (length < 3)
            taken = 0;
        else {
            set_of_letter(key, text[2]);
            taken = 3;
        }
        if (taken > 0 || !final)
            return taken;
        tear(decoder, text + 1, length - 1);
        if (length == 2 && text[1] == 'O')
            set_text(key, PRESS_ALT, text + 1, 1);
        return length;
    }
    if (length == 2 && !final && (text[1] == ']' || text[1] == 'P'))
        return 0;
    if (is_saying(text, length)) {
        key->press = PRESS_UNKNOWN;
        return take_saying(text, length, final);
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

/* Whether ESC O and the letter were learnt. */
static bool
is_rest_of_learnt(const struct key_decoder *decoder, char letter)
{
    const char bytes[] = { '\033', 'O', letter, '\0' };

    for (size_t i = 0; i < decoder->learnt_count; i++)
        if (strcmp(decoder->learnt[i].bytes, bytes) == 0)
            return true;
    return false;
}

/* Whether it is what says that pasted text follows: `sequence` is "[200" and more. */
static bool
begins_paste(const char *sequence, char last)
{
    return last == '~' && sequence[0] == '[' &&
           strtol(sequence + 1, NULL, 10) == PASTE_BEGINS;
}

/* The rest of a sequence whose Esc came long before it: bytes taken, 0 when more must
 * come, -1 when it is none.  It is no text and no key any more. */
static int
take_rest(struct key_decoder *decoder)
{
    const char *text = decoder->input.text;
    const size_t length = decoder->input.length;
    int number = 0;

    if (text[0] == 'O') {
        const bool is_key =
            length > 1 && press_of_letter(text[1], &number) != PRESS_UNKNOWN;
        return is_key || (length > 1 && is_rest_of_learnt(decoder, text[1])) ? 2 : -1;
    }
    if (text[0] != '[' || length < 2)
        return -1;
    size_t end = 1;
    while (end < length && strchr("0123456789;<[", text[end]))
        end++;
    if (end == length)
        return 0;
    if (begins_paste(text, text[end]))
        begin_paste(decoder);
    return text[end] >= '@' && text[end] <= '~' ? (int)end + 1 : -1;
}

/* The rest of a sequence that was broken off: bytes taken, 0 when nothing of it has come.
 */
static size_t
take_torn(struct key_decoder *decoder)
{
    const char *text = decoder->input.text;
    const size_t length = decoder->input.length;
    size_t end = 0;

    if (decoder->torn[0] == 'O') {
        int number = 0;

        decoder->torn[0] = '\0';
        return press_of_letter(text[0], &number) != PRESS_UNKNOWN ||
               is_rest_of_learnt(decoder, text[0]);
    }
    while (end < length && (unsigned char)text[end] >= 0x20 &&
           (unsigned char)text[end] < 0x40)
        end++;
    tear(decoder, text, end);
    if (end == length)
        return end;
    if (begins_paste(decoder->torn, text[end]))
        begin_paste(decoder);
    decoder->torn[0] = '\0';
    return text[end] >= '@' && text[end] <= '~' ? end + 1 : end;
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
        const size_t late = rest > 0                   ? (size_t)rest
                            : decoder->torn[0] != '\0' ? take_torn(decoder)
                                                       : 0;
        if (late > 0) {
            key->press = PRESS_UNKNOWN;
            consume(decoder, late);
            if (decoder->pasting)
                continue;
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
