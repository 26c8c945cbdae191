/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_answer.c - what atelier-workbook does: reads a workbook for atelier */
#include "atelier/app/workbook_answer.h"

#include "import/table_wire.h"
#include "import/xlsx_file.h"

bool
workbook_answer(int descriptor, const char *sheet, bool leave_hidden, struct error *err)
{
    struct spool *bytes = spool_adopt(descriptor, err);
    if (!bytes)
        return false;
    struct table_file file = { .choice = { .sheet = sheet,
                                           .leave_hidden = leave_hidden } };
    struct table_wire wire;
    table_wire_open(&wire, bytes, &file);
    struct error why = { 0 };
    bool is_read = table_store_open(&file.rows, &why) &&
                   xlsx_file_read(&file, &bytes, &why) &&
                   table_store_finish(&file.rows, &why);
    bool ok = is_read ? table_wire_end(&wire, err) : table_wire_refuse(&wire, &why, err);
    table_wire_clear(&wire);
    table_file_clear(&file);
    spool_close(bytes);
    return ok;
}
