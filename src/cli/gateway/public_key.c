/* SPDX-License-Identifier: GPL-3.0-or-later */
/* public_key.c - somebody's public key as it is handed in: `TYPE BASE64 [comment]` */
#include "gateway/public_key.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

enum { RSA_BYTES_LEAST = 256, RSA_BYTES_MOST = 2048, APPLICATION_MOST = 255 };

/* The fields of a key behind its type (RFC 4253, 5656, 8709 and PROTOCOL.u2f). */
static const struct key_type {
    const char *name;
    const char *curve; /* the first field, or NULL */
    size_t point; /* bytes of the field that is the key; 0: two numbers, as RSA has */
    bool has_application;
} types[] = {
    { "ssh-ed25519", NULL, 32, false },
    { "ecdsa-sha2-nistp256", "nistp256", 65, false },
    { "ecdsa-sha2-nistp384", "nistp384", 97, false },
    { "ecdsa-sha2-nistp521", "nistp521", 133, false },
    { "ssh-rsa", NULL, 0, false },
    { "sk-ssh-ed25519@openssh.com", NULL, 32, true },
    { "sk-ecdsa-sha2-nistp256@openssh.com", "nistp256", 65, true },
};

static const struct key_type *
find_type(const char *name)
{
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (strcmp(types[i].name, name) == 0)
            return &types[i];
    return NULL;
}

bool
public_key_knows_type(const char *type)
{
    return find_type(type);
}

/* ---- base64, in its one strict form ---- */

static int
value_of(char letter)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = letter ? strchr(letters, letter) : NULL;

    return found ? (int)(found - letters) : -1;
}

struct blob {
    unsigned char *bytes;
    size_t length;
    size_t read;
};

/* Four letters are three bytes; only the last four may end in = or ==, over zero bits. */
static bool
decode(const char *text, struct blob *blob)
{
    const size_t length = strlen(text);

    *blob = (struct blob){ 0 };
    if (length == 0 || length % 4 != 0)
        return false;
    blob->bytes = memory_new(length / 4 * 3, 1);
    for (size_t i = 0; i < length; i += 4) {
        const bool last = i + 4 == length;
        const int filled = !last || text[i + 3] != '=' ? 4 : text[i + 2] != '=' ? 3 : 2;
        uint32_t bits = 0;
        for (int k = 0; k < 4; k++) {
            const int value = k < filled ? value_of(text[i + (size_t)k]) : 0;
            if (value < 0)
                return false;
            bits = bits << 6 | (uint32_t)value;
        }
        if ((filled == 3 && bits & 0xffU) || (filled == 2 && bits & 0xffffU))
            return false;
        for (int k = 0; k < filled - 1; k++)
            blob->bytes[blob->length++] = (unsigned char)(bits >> (16 - 8 * k));
    }
    return true;
}

/* ---- the fields inside, each behind its length ---- */

static bool
take_field(struct blob *blob, const unsigned char **field, size_t *length)
{
    if (blob->length - blob->read < 4)
        return false;
    const unsigned char *at = blob->bytes + blob->read;
    *length = (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
    blob->read += 4;
    if (blob->length - blob->read < *length)
        return false;
    *field = blob->bytes + blob->read;
    blob->read += *length;
    return true;
}

static bool
take_text(struct blob *blob, const char *expected)
{
    const unsigned char *field = NULL;
    size_t length = 0;

    return take_field(blob, &field, &length) && length == strlen(expected) &&
           memcmp(field, expected, length) == 0;
}

static bool
take_between(struct blob *blob, size_t least, size_t most)
{
    const unsigned char *field = NULL;
    size_t length = 0;

    return take_field(blob, &field, &length) && length >= least && length <= most;
}

static bool
is_whole(const struct key_type *type, struct blob *blob)
{
    return take_text(blob, type->name) &&
           (!type->curve || take_text(blob, type->curve)) &&
           (type->point ? take_between(blob, type->point, type->point)
                        : take_between(blob, 1, 8) &&
                              take_between(blob, RSA_BYTES_LEAST, RSA_BYTES_MOST)) &&
           (!type->has_application || take_between(blob, 1, APPLICATION_MOST)) &&
           blob->read == blob->length;
}

bool
public_key_is_whole(const char *name, const char *base64)
{
    const struct key_type *type = find_type(name);
    struct blob blob = { 0 };
    const bool whole = type && decode(base64, &blob) && is_whole(type, &blob);

    free(blob.bytes);
    return whole;
}

/* ---- the file ---- */

/* Without its line end, which Windows writes as two. */
static bool
one_line(const char *bytes, size_t length, char **line)
{
    while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
        length--;
    for (size_t i = 0; i < length; i++)
        if (((unsigned char)bytes[i] < ' ' && bytes[i] != '\t') || bytes[i] == 0x7f)
            return false;
    *line = memory_copy_part(bytes, length);
    return true;
}

static bool
split(struct public_key *key, const char *line)
{
    static const char blanks[] = " \t";
    const size_t type = strcspn(line, blanks);
    const char *rest = line + type + strspn(line + type, blanks);
    const size_t base64 = strcspn(rest, blanks);

    key->type = memory_copy_part(line, type);
    key->base64 = memory_copy_part(rest, base64);
    return type > 0 && base64 > 0;
}

static bool
refuse_type(const char *type, struct error *err)
{
    if (strstr(type, "-cert-") || strcmp(type, "cert-authority") == 0)
        return error_set(err, ERROR_INPUT,
                         _("This is a certificate or its authority; a key is taken, "
                           "such as ~/.ssh/id_ed25519.pub."));
    return error_set(err, ERROR_INPUT,
                     _("“%.40s” is no type of key that is taken: the line begins with "
                       "one, such as ssh-ed25519, and with no option."),
                     type);
}

bool
public_key_read(struct public_key *key, const char *bytes, size_t length,
                struct error *err)
{
    char *line = NULL;

    *key = (struct public_key){ 0 };
    if (length >= 10 && memcmp(bytes, "-----BEGIN", 10) == 0)
        return error_set(
            err, ERROR_INPUT,
            _("This is a private key, or one in another form; the public one "
              "is wanted, as “ssh-keygen -y” prints it.  A private key is "
              "given to nobody."));
    if (length > PUBLIC_KEY_BYTES_MOST || !one_line(bytes, length, &line))
        return error_set(err, ERROR_INPUT,
                         _("One key is wanted, in one line, as in "
                           "~/.ssh/id_ed25519.pub."));
    bool ok = split(key, line) ||
              error_set(err, ERROR_INPUT,
                        _("No key came in on standard input: “TYPE BASE64” is wanted, as "
                          "in ~/.ssh/id_ed25519.pub."));
    ok = ok && (find_type(key->type) || refuse_type(key->type, err));
    ok = ok && (public_key_is_whole(key->type, key->base64) ||
                error_set(err, ERROR_INPUT,
                          _("What follows %s is no whole key of that type (of RSA, at "
                            "least 2048 bits).  Copy the file again."),
                          key->type));
    free(line);
    if (!ok)
        public_key_clear(key);
    return ok;
}

void
public_key_clear(struct public_key *key)
{
    free(key->type);
    free(key->base64);
    *key = (struct public_key){ 0 };
}
