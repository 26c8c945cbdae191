/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spool_zip.c - an archive that lies in a spool */
#include "import/spool_zip.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

struct reader {
    const struct spool *spool;
    uint64_t size; /* of the archive: what is read may be added behind it */
    uint64_t offset;
    zip_error_t problem;
};

static zip_int64_t
give_bytes(struct reader *reader, void *data, zip_uint64_t length)
{
    size_t got;
    if (length > reader->size - reader->offset)
        length = reader->size - reader->offset;
    if (!spool_read(reader->spool, reader->offset, data, length, &got, NULL)) {
        zip_error_set(&reader->problem, ZIP_ER_READ, 0);
        return -1;
    }
    reader->offset += got;
    return (zip_int64_t)got;
}

static zip_int64_t
seek(struct reader *reader, void *data, zip_uint64_t length)
{
    zip_int64_t to = zip_source_seek_compute_offset(reader->offset, reader->size, data,
                                                    length, &reader->problem);
    if (to < 0)
        return -1;
    reader->offset = (uint64_t)to;
    return 0;
}

static zip_int64_t
tell_size(const struct reader *reader, void *data)
{
    zip_stat_t *stat = data;
    zip_stat_init(stat);
    stat->size = reader->size;
    stat->valid |= ZIP_STAT_SIZE;
    return sizeof(*stat);
}

static zip_int64_t
answer(void *context, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    struct reader *reader = context;
    switch (command) {
    case ZIP_SOURCE_OPEN:
        reader->offset = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return give_bytes(reader, data, length);
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_STAT:
        return tell_size(reader, data);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&reader->problem, data, length);
    case ZIP_SOURCE_SEEK:
        return seek(reader, data, length);
    case ZIP_SOURCE_TELL:
        return (zip_int64_t)reader->offset;
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
            ZIP_SOURCE_ERROR, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_FREE:
        zip_error_fini(&reader->problem);
        free(reader);
        return 0;
    default:
        zip_error_set(&reader->problem, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

bool
spool_zip_refuse(zip_error_t *problem, struct error *err)
{
    switch (zip_error_code_zip(problem)) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
        return error_set(
            err, ERROR_INPUT,
            _("This workbook has a password.  Open it in a spreadsheet, save "
              "it without the password, and import that file."));
    case ZIP_ER_COMPNOTSUPP:
        return error_set(err, ERROR_INPUT,
                         _("This workbook is compressed in an unusual way.  Open it in a "
                           "spreadsheet and save it as .xlsx again."));
    default:
        return error_set(err, ERROR_INPUT,
                         _("This workbook is damaged or incomplete (%s).  Ask for it "
                           "again, or open it in a spreadsheet and save it as .xlsx."),
                         zip_error_strerror(problem));
    }
}

zip_t *
spool_zip_open(const struct spool *spool, struct error *err)
{
    struct reader *reader = memory_new(1, sizeof(*reader));
    reader->spool = spool;
    reader->size = spool_size(spool);
    zip_error_init(&reader->problem);
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t *source = zip_source_function_create(answer, reader, &problem);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &problem) : NULL;
    if (!archive) {
        spool_zip_refuse(&problem, err);
        if (source)
            zip_source_free(source);
        else
            free(reader);
    }
    zip_error_fini(&problem);
    return archive;
}
