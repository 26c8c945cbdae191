/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_part.c - one XML part of a workbook, read as a stream and within limits */
#include "import/xlsx_part.h"

#include <string.h>

#include "atelier/base/language.h"
#include "import/spool_zip.h"

/* A list of people is far below all of them.  What repeats itself is packed very small:
 * the ratio counts only in parts that are large. */
enum {
    DEPTH_MOST = 64,
    UNPACKED_MOST = 512 * 1024 * 1024,
    RATIO_FROM = 32 * 1024 * 1024,
    RATIO_MOST = 250
};

struct part {
    XML_Parser parser;
    const struct xlsx_reader *reader;
    void *context;
    int depth;
    bool too_deep;
    bool has_doctype;
};

/* Behind the prefix: which namespace it stands for tells nothing that the part does not.
 * Most names have one letter, for which no function of the library is called. */
static const char *
local_name(const char *name)
{
    for (const char *at = name; *at; at++)
        if (*at == ':')
            return at + 1;
    return name;
}

static bool
is_stopped(const struct part *part)
{
    return part->reader->stop && *part->reader->stop;
}

/* A reader that has stopped is told nothing more.  It is asked before it is told the
 * next, for it is told millions of elements: its own call is the last here. */
static void
on_start(void *context, const char *name, const char **attributes)
{
    struct part *part = context;
    part->too_deep = ++part->depth > DEPTH_MOST;
    if (part->too_deep || is_stopped(part))
        XML_StopParser(part->parser, XML_FALSE);
    else
        part->reader->start(part->context, local_name(name), attributes);
}

static void
on_end(void *context, const char *name)
{
    struct part *part = context;
    part->depth--;
    if (is_stopped(part))
        XML_StopParser(part->parser, XML_FALSE);
    else if (part->reader->end)
        part->reader->end(part->context, local_name(name));
}

static void
on_text(void *context, const char *text, int length)
{
    const struct part *part = context;
    part->reader->text(part->context, text, length);
}

/* No workbook has one, and entities come with it. */
static void
on_doctype(void *context, const char *name, const char *system, const char *public,
           int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    struct part *part = context;
    part->has_doctype = true;
    XML_StopParser(part->parser, XML_FALSE);
}

static bool
refuse_xml(const struct part *part, const char *name, struct error *err)
{
    if (is_stopped(part))
        return true; /* as its reader wished */
    if (part->too_deep)
        return error_set(err, ERROR_INPUT,
                         _("%s in this workbook is nested more than %d levels deep: that "
                           "is not a list of people."),
                         name, DEPTH_MOST);
    if (part->has_doctype)
        return error_set(err, ERROR_INPUT,
                         _("%s in this workbook defines a document type, which no "
                           "spreadsheet does; it is not read."),
                         name);
    return error_set(err, ERROR_INPUT,
                     _("%s in this workbook is damaged at line %lu (%s).  Open it in a "
                       "spreadsheet and save it as .xlsx again."),
                     name, XML_GetCurrentLineNumber(part->parser),
                     XML_ErrorString(XML_GetErrorCode(part->parser)));
}

static bool
check_size(const char *name, uint64_t unpacked, uint64_t packed, struct error *err)
{
    if (unpacked > UNPACKED_MOST)
        return error_set(err, ERROR_INPUT,
                         _("%s in this workbook is larger than %d MB: that is not a list "
                           "of people."),
                         name, UNPACKED_MOST / 1024 / 1024);
    if (unpacked > RATIO_FROM && unpacked / RATIO_MOST > packed)
        return error_set(err, ERROR_INPUT,
                         _("%s in this workbook unpacks to more than %d times its size: "
                           "that is not a list of people."),
                         name, RATIO_MOST);
    return true;
}

/* Behind every piece but the last the parser counts lines.  They are few: while it reads
 * one, several times as much is unpacked. */
static bool
feed(struct part *part, struct xlsx_unpack *unpack, zip_file_t *entry,
     const zip_stat_t *stat, const char *name, struct error *err)
{
    struct xlsx_piece piece = { 0 };
    for (uint64_t unpacked = 0; !piece.is_last;) {
        if (!xlsx_unpack_next(unpack, &piece))
            return spool_zip_refuse(zip_file_get_error(entry), err);
        unpacked += piece.length;
        if (!check_size(name, unpacked, stat->comp_size, err))
            return false;
        if (XML_Parse(part->parser, piece.bytes, (int)piece.length, piece.is_last) !=
            XML_STATUS_OK)
            return refuse_xml(part, name, err);
    }
    return true;
}

bool
xlsx_part_exists(const struct xlsx_archive *archive, const char *name)
{
    return zip_name_locate(archive->zip, name, ZIP_FL_NOCASE) >= 0;
}

bool
xlsx_part_read(const struct xlsx_archive *archive, const char *name,
               const struct xlsx_reader *reader, void *context, struct error *err)
{
    zip_int64_t index = zip_name_locate(archive->zip, name, ZIP_FL_NOCASE);
    if (index < 0)
        return error_set(err, ERROR_INPUT,
                         _("This workbook is incomplete: %s is missing.  Open it in a "
                           "spreadsheet and save it as .xlsx again."),
                         name);
    zip_stat_t stat;
    zip_file_t *entry = NULL;
    if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &stat) == 0)
        entry = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
    if (!entry)
        return spool_zip_refuse(zip_get_error(archive->zip), err);
    struct part part = { .reader = reader,
                         .context = context,
                         .parser = XML_ParserCreate(NULL) };
    XML_SetUserData(part.parser, &part);
    XML_SetElementHandler(part.parser, on_start, on_end);
    XML_SetCharacterDataHandler(part.parser, reader->text ? on_text : NULL);
    XML_SetStartDoctypeDeclHandler(part.parser, on_doctype);
    xlsx_unpack_begin(archive->unpack, entry);
    bool ok = feed(&part, archive->unpack, entry, &stat, name, err);
    xlsx_unpack_end(archive->unpack);
    XML_ParserFree(part.parser);
    (void)zip_fclose(entry);
    return ok;
}

/* xmlns:r declares a prefix, and is no r. */
const char *
xlsx_part_attribute_name(const char *attribute)
{
    const char *local = local_name(attribute);
    return local == attribute || strncmp(attribute, "xmlns:", 6) != 0 ? local : "";
}

const char *
xlsx_part_attribute(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (strcmp(xlsx_part_attribute_name(attributes[i]), name) == 0)
            return attributes[i + 1];
    return NULL;
}

bool
xlsx_part_flag(const char **attributes, const char *name)
{
    const char *value = xlsx_part_attribute(attributes, name);
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 ||
                     strcmp(value, "on") == 0);
}
