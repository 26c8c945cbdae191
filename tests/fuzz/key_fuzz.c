/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_fuzz.c - libFuzzer: any bytes of a terminal give the same keys however the line
 * cuts them up
 *
 * The first byte says into what pieces the rest is cut.
 */
#include "fuzz.h"

#include <string.h>

#include "atelier/base/text.h"
#include "terminal/key.h"

static void
write_key(struct buffer *keys, const struct key *key)
{
    char name[KEY_NAME_SIZE];

    key_name(key, name);
    fuzz_require(strlen(name) < sizeof(name), "a name fits");
    fuzz_require(text_is_valid(key->text, strnlen(key->text, KEY_TEXT_SIZE)),
                 "the text of a key is text");
    fuzz_require(key->press != PRESS_NONE && key->press <= PRESS_UNKNOWN,
                 "a key that was taken is one");
    buffer_addf(keys, "%d %d %d %d %s\n", (int)key->press, key->number, key->row,
                key->column, name);
    if (key->press == PRESS_PASTE)
        buffer_add(keys, key->paste);
    (void)key_is(key, "n Ins Ctrl-S F10 Space");
}

/* All keys in the bytes, fed in pieces; the rest is awaited in vain at the end. */
static void
read_keys(const char *bytes, size_t size, size_t piece, struct buffer *keys)
{
    struct key_decoder decoder = { 0 };
    struct key key = { 0 };

    for (size_t at = 0; at < size; at += piece) {
        key_decoder_add(&decoder, bytes + at, size - at < piece ? size - at : piece);
        while (key_decoder_next(&decoder, false, &key))
            write_key(keys, &key);
    }
    for (size_t i = 0; key_decoder_next(&decoder, true, &key); i++) {
        write_key(keys, &key);
        fuzz_require(i <= size, "the keys come to an end");
    }
    fuzz_require(decoder.pasting || !key_decoder_waits(&decoder),
                 "nothing waits when all was taken");
    key_decoder_clear(&decoder);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    struct buffer whole = { 0 };
    struct buffer cut = { 0 };

    if (size == 0)
        return 0;
    const char *text = (const char *)bytes + 1;
    read_keys(text, size - 1, size, &whole);
    read_keys(text, size - 1, 1U + bytes[0] % 16U, &cut);
    fuzz_require(strcmp(buffer_text(&whole), buffer_text(&cut)) == 0,
                 "keys do not depend on how the line cuts them");
    buffer_clear(&whole);
    buffer_clear(&cut);
    return 0;
}
