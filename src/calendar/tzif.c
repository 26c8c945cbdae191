/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tzif.c - reads a time zone's file without trusting it */
#include "atelier/calendar/tzif.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

enum {
    HEADER_SIZE = 44,
    TYPE_SIZE = 6,
    TYPE_LIMIT = 256,        /* a type's index is one byte */
    OFFSET_LIMIT = 26 * 3600 /* RFC 8536 section 3.2: a little more than a day */
};

/* What is left to read; only take_bytes() moves on, and never past the end. */
struct reader {
    const unsigned char *at;
    size_t left;
};

struct header {
    unsigned char version;
    uint32_t utc_count;
    uint32_t wall_count;
    uint32_t leap_count;
    uint32_t time_count;
    uint32_t type_count;
    uint32_t char_count;
};

static const unsigned char *
take_bytes(struct reader *reader, size_t count)
{
    const unsigned char *bytes = reader->at;

    if (count > reader->left)
        return NULL;
    reader->at += count;
    reader->left -= count;
    return bytes;
}

static uint32_t
read_u32(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
           (uint32_t)bytes[3];
}

/* Two's complement, without relying on how the compiler converts. */
static int64_t
read_i64(const unsigned char *bytes)
{
    uint64_t value = (uint64_t)read_u32(bytes) << 32 | read_u32(bytes + 4);

    return value <= INT64_MAX ? (int64_t)value : -(int64_t)(UINT64_MAX - value) - 1;
}

static int32_t
read_i32(const unsigned char *bytes)
{
    uint32_t value = read_u32(bytes);

    return value <= INT32_MAX ? (int32_t)value : -(int32_t)(UINT32_MAX - value) - 1;
}

static bool
take_header(struct reader *reader, struct header *header)
{
    const unsigned char *bytes = take_bytes(reader, HEADER_SIZE);

    if (!bytes || memcmp(bytes, "TZif", 4) != 0)
        return false;
    *header = (struct header){
        .version = bytes[4],
        .utc_count = read_u32(bytes + 20),
        .wall_count = read_u32(bytes + 24),
        .leap_count = read_u32(bytes + 28),
        .time_count = read_u32(bytes + 32),
        .type_count = read_u32(bytes + 36),
        .char_count = read_u32(bytes + 40),
    };
    /* Within a size limit none of these can make a product overflow. */
    return header->utc_count <= TYPE_LIMIT && header->wall_count <= TYPE_LIMIT &&
           header->leap_count <= TZIF_SIZE_LIMIT &&
           header->time_count <= TZIF_SIZE_LIMIT && header->type_count <= TYPE_LIMIT &&
           header->char_count <= TZIF_SIZE_LIMIT;
}

/* The 32-bit part that old programs read. */
static bool
skip_first_part(struct reader *reader, const struct header *header)
{
    size_t size = (size_t)header->time_count * 5 +
                  (size_t)header->type_count * TYPE_SIZE + header->char_count +
                  (size_t)header->leap_count * 8 + header->wall_count + header->utc_count;

    return take_bytes(reader, size);
}

static bool
read_changes(struct reader *reader, const struct header *header, struct tzif *tzif)
{
    const unsigned char *times = take_bytes(reader, (size_t)header->time_count * 8);
    const unsigned char *kinds = take_bytes(reader, header->time_count);

    if (!times || !kinds)
        return false;
    tzif->change_count = header->time_count;
    tzif->times = memory_new(tzif->change_count + 1, sizeof *tzif->times);
    tzif->kinds = memory_new(tzif->change_count + 1, sizeof *tzif->kinds);
    for (size_t i = 0; i < tzif->change_count; i++) {
        tzif->times[i] = read_i64(times + i * 8);
        tzif->kinds[i] = kinds[i];
        if (kinds[i] >= header->type_count)
            return false;
        if (i > 0 && tzif->times[i] <= tzif->times[i - 1])
            return false;
    }
    return true;
}

/* What goes into TZNAME and onto screens: nothing but letters, digits, signs. */
static bool
abbreviation_is_plain(const char *text)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";

    return strlen(text) < TZ_ABBREVIATION_SIZE && text[strspn(text, letters)] == '\0';
}

static bool
read_types(struct reader *reader, const struct header *header, struct tzif *tzif)
{
    const unsigned char *types =
        take_bytes(reader, (size_t)header->type_count * TYPE_SIZE);
    const unsigned char *names = take_bytes(reader, header->char_count);

    if (!types || !names || header->type_count == 0 || header->char_count == 0)
        return false;
    tzif->abbreviations = memory_new((size_t)header->char_count + 1, 1);
    memcpy(tzif->abbreviations, names,
           header->char_count); /* zero bytes part the names */
    tzif->type_count = header->type_count;
    tzif->types = memory_new(tzif->type_count, sizeof *tzif->types);
    for (size_t i = 0; i < tzif->type_count; i++) {
        const unsigned char *bytes = types + i * TYPE_SIZE;
        struct tzif_type *type = &tzif->types[i];

        if (bytes[4] > 1 || bytes[5] >= header->char_count)
            return false;
        type->offset = read_i32(bytes);
        type->is_daylight = bytes[4] == 1;
        type->abbreviation = tzif->abbreviations + bytes[5];
        if (type->offset < -OFFSET_LIMIT || type->offset > OFFSET_LIMIT ||
            !abbreviation_is_plain(type->abbreviation))
            return false;
    }
    return true;
}

/* A line break, the rule or nothing, a line break. */
static bool
read_footer(const struct reader *reader, struct tzif *tzif)
{
    const char *text = (const char *)reader->at;

    if (reader->left < 2 || text[0] != '\n')
        return false;
    const char *end = memchr(text + 1, '\n', reader->left - 1);
    if (!end)
        return false;
    tzif->has_rule = end > text + 1;
    return !tzif->has_rule ||
           tz_rule_parse(text + 1, (size_t)(end - text - 1), &tzif->rule);
}

static bool
read_all(struct reader *reader, struct tzif *tzif)
{
    struct header header;

    if (!take_header(reader, &header) || header.version < '2' ||
        !skip_first_part(reader, &header))
        return false;
    if (!take_header(reader, &header) || header.version < '2' || header.leap_count != 0)
        return false;
    return read_changes(reader, &header, tzif) && read_types(reader, &header, tzif) &&
           take_bytes(reader, (size_t)header.wall_count + header.utc_count) &&
           read_footer(reader, tzif);
}

bool
tzif_read(const unsigned char *bytes, size_t size, struct tzif *tzif)
{
    struct reader reader = { .at = bytes, .left = size };

    *tzif = (struct tzif){ 0 };
    if (size <= TZIF_SIZE_LIMIT && read_all(&reader, tzif))
        return true;
    tzif_clear(tzif);
    return false;
}

void
tzif_clear(struct tzif *tzif)
{
    free(tzif->times);
    free(tzif->kinds);
    free(tzif->types);
    free(tzif->abbreviations);
    *tzif = (struct tzif){ 0 };
}
