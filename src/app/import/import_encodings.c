/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_encodings.c - the accents of a file, as other encodings would read them */
#include <string.h>

#include "import/csv_sign.h"
#include "import/import_state.h"
#include "import/text_encoding.h"

const char *const import_encodings[IMPORT_ENCODING_COUNT] = {
    "UTF-8", "Windows-1252", "ISO-8859-15", "CP1250", "CP850", "Mac",
};

enum { PART = 32768, WORDS_MOST = 4, WORD_MOST = 80 };

/* A few words that have more than ASCII, as the bytes that they are. */
struct words {
    struct buffer text[WORDS_MOST];
    size_t count;
};

/* Those that look wrong tell the encodings apart, and the first others stand beside them.
 */
struct choice_of_words {
    const char *encoding; /* as which the file is read */
    struct words wrong;
    struct words others;
};

static bool
looks_wrong(const char *encoding, const char *word, size_t length)
{
    struct buffer read = { 0 };
    size_t sign_length;
    text_encoding_add(encoding, word, length, &read);
    (void)csv_sign_find(buffer_text(&read), read.length, &sign_length);
    buffer_clear(&read);
    return sign_length > 0;
}

static void
add_word(struct choice_of_words *words, const char *word, size_t length)
{
    const bool is_wrong = looks_wrong(words->encoding, word, length);
    struct words *to = is_wrong ? &words->wrong : &words->others;
    if (to->count < WORDS_MOST)
        buffer_add_part(&to->text[to->count++], word, length);
}

static bool
is_between_words(char c)
{
    return memchr(" \t\r\n;,|:\"", c, sizeof(" \t\r\n;,|:\""));
}

/* A word that the end of the part cuts is passed over: there are others. */
static void
find_words(struct choice_of_words *words, const char *part, size_t length)
{
    size_t begun = 0;
    bool plain = true;
    for (size_t i = 0; i < length && words->wrong.count < WORDS_MOST; i++) {
        plain = plain && (unsigned char)part[i] < 0x80;
        if (!is_between_words(part[i]))
            continue;
        if (!plain && i - begun <= WORD_MOST)
            add_word(words, part + begun, i - begun);
        begun = i + 1;
        plain = true;
    }
}

static void
read_words(struct choice_of_words *words, const struct spool *bytes)
{
    char part[PART];
    size_t got = 0;
    uint64_t start = spool_read(bytes, 0, part, 3, &got, NULL) && got == 3 &&
                             memcmp(part, "\xef\xbb\xbf", 3) == 0
                         ? 3
                         : 0;
    got = sizeof(part);
    for (uint64_t at = start; got > 0 && words->wrong.count < WORDS_MOST; at += got)
        if (spool_read(bytes, at, part, sizeof(part), &got, NULL))
            find_words(words, part, got);
        else
            got = 0;
}

/* The letters of UTF-16 lie otherwise: no other encoding reads anything in it. */
static void
load_words(const struct import *import, struct choice_of_words *words)
{
    struct spool *bytes = spool_open(NULL);
    struct stat ignored;
    if (bytes &&
        table_file_load(import->at->folder, import->path, &ignored, bytes, NULL) &&
        !text_encoding_is_wide(import->file, bytes))
        read_words(words, bytes);
    spool_close(bytes);
}

void
import_add_previews(const struct import *import, const char *const encodings[],
                    size_t count, struct buffer texts[])
{
    struct choice_of_words found = { .encoding = import->file->encoding };
    load_words(import, &found);
    struct words words = found.wrong;
    for (size_t w = 0; w < found.others.count; w++)
        if (words.count < WORDS_MOST)
            words.text[words.count++] = found.others.text[w];
        else
            buffer_clear(&found.others.text[w]);
    for (size_t i = 0; i < count; i++)
        for (size_t w = 0; w < words.count && text_encoding_is_known(encodings[i]); w++) {
            buffer_add(&texts[i], w ? " " : "");
            text_encoding_add(encodings[i], buffer_text(&words.text[w]),
                              words.text[w].length, &texts[i]);
        }
    for (size_t w = 0; w < words.count; w++)
        buffer_clear(&words.text[w]);
}
