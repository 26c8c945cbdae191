/* SPDX-License-Identifier: GPL-3.0-or-later */
/* code_print.c - a QR code on a page */
#include "code_print.h"

#include <qrencode.h>
#include <stddef.h>

/* The smallest of them with a mark by which a reader knows what belongs together: of many
 * smaller ones on a page some are not found. */
enum { VERSION_LEAST = 2 };

/* The modules of a row that lie side by side are one bar: a light line between two would
 * be read as one. */
static void
draw_row(struct canvas *canvas, const unsigned char *modules, int width, double x,
         double y, double module)
{
    int begin = 0;

    while (begin < width) {
        int end = begin;
        while (end < width && modules[end] & 1)
            end++;
        if (end > begin)
            canvas_add_bar(canvas, x + begin * module, y, (end - begin) * module, module);
        begin = end + 1;
    }
}

void
code_print_draw(struct canvas *canvas, const char *text, double x, double y, double side)
{
    if (canvas->measures || !text)
        return;
    QRcode *code = QRcode_encodeString(text, VERSION_LEAST, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code)
        return;
    const double module = side / code->width;
    for (int row = 0; row < code->width; row++)
        draw_row(canvas, code->data + (size_t)row * (size_t)code->width, code->width, x,
                 y + row * module, module);
    canvas_fill_bars(canvas);
    QRcode_free(code);
}
