#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes configure from configure.ac.
cd "$(dirname "$0")" && exec autoreconf --install
