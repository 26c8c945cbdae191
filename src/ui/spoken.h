/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spoken.h - which language the screens speak, and how to have the other */
#ifndef ATELIER_UI_SPOKEN_H
#define ATELIER_UI_SPOKEN_H

/* A sentence that somebody understands who cannot read the language of the screens;
 * translated. */
const char *spoken_word(void);

#endif
