/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_view.c - what is under the bar in a programme */
#include "screen/programme_view.h"

const struct programme_row *
programme_chosen_row(const struct programme_view *view)
{
    return view->row < view->grid.row_count ? &view->grid.rows[view->row] : NULL;
}

const struct programme_part *
programme_chosen(const struct programme_view *view)
{
    const struct programme_row *row = programme_chosen_row(view);

    if (!row)
        return NULL;
    if (row->item != PROGRAMME_NONE)
        return &view->programme.parts[row->item];
    const size_t cell =
        programme_grid_cell(&view->grid, view->row, view->column, view->lane);
    return cell == PROGRAMME_NONE ? NULL
                                  : &view->programme.parts[view->grid.cells[cell].part];
}

int
programme_lanes(const struct programme_view *view, size_t row, size_t column)
{
    int lanes = 1;

    for (int lane = 1; lane < view->grid.rows[row].lanes; lane++)
        if (programme_grid_cell(&view->grid, row, column, lane) != PROGRAMME_NONE)
            lanes = lane + 1;
    return lanes;
}
