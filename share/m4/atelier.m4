# SPDX-License-Identifier: GPL-3.0-or-later
# atelier.m4 - packages, warnings and kinds of build

# ATELIER_PACKAGE(VARIABLE, MODULES, DEBIAN-PACKAGE)
# As PKG_CHECK_MODULES, and says what to install.
AC_DEFUN([ATELIER_PACKAGE],
  [PKG_CHECK_MODULES([$1], [$2], [],
    [AC_MSG_ERROR([$2 was not found: apt install $3])])])

# ATELIER_TRY(VARIABLE, FLAG)
# Appends the flag to the variable when it compiles and links without a warning.
# (A shell variable named f would be expanded by m4; flags hold commas: quote them.)
AC_DEFUN([ATELIER_TRY],
  [AC_MSG_CHECKING([whether $CC takes $2])
   at_cflags=$CFLAGS
   CFLAGS="$CFLAGS -Werror $2"
   AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])],
     [AC_MSG_RESULT([yes]); $1="$$1 $2"],
     [AC_MSG_RESULT([no])])
   CFLAGS=$at_cflags
])

# ATELIER_WARNINGS
# WARNING_CFLAGS; --enable-werror makes errors of them, for those who change the program.
AC_DEFUN([ATELIER_WARNINGS], [
  AC_ARG_ENABLE([werror],
    [AS_HELP_STRING([--enable-werror], [take every warning for an error])])
  WARNING_CFLAGS=
  m4_foreach_w([AT_flag], [
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    -Wstrict-prototypes -Wold-style-definition -Wmissing-prototypes
    -Wmissing-declarations -Wpointer-arith -Wcast-qual -Wcast-align
    -Wundef -Wformat=2 -Wvla -Wnull-dereference
    -Wdouble-promotion -Wimplicit-fallthrough -Wlogical-op
    -Wduplicated-cond -Wduplicated-branches -Wjump-misses-init -Walloca
    -Wtrampolines -Warith-conversion],
    [ATELIER_TRY([WARNING_CFLAGS], m4_defn([AT_flag]))])
  AS_IF([test "x$enable_werror" = xyes], [WARNING_CFLAGS="$WARNING_CFLAGS -Werror"])
  AC_SUBST([WARNING_CFLAGS])])

# ATELIER_KIND
# KIND_CFLAGS and KIND_LDFLAGS: hardened, or one of sanitizers, coverage, fuzzing.
AC_DEFUN([ATELIER_KIND], [
  AC_ARG_ENABLE([sanitizers],
    [AS_HELP_STRING([--enable-sanitizers], [find bad memory and undefined behaviour])])
  AC_ARG_ENABLE([coverage],
    [AS_HELP_STRING([--enable-coverage], [record which lines ran])])
  AC_ARG_ENABLE([fuzzing],
    [AS_HELP_STRING([--enable-fuzzing], [build the fuzz targets; needs CC=clang])])
  KIND_CFLAGS= KIND_LDFLAGS=
  at_kinds=
  AS_IF([test "x$enable_sanitizers" = xyes], [at_kinds="$at_kinds sanitizers"])
  AS_IF([test "x$enable_coverage" = xyes], [at_kinds="$at_kinds coverage"])
  AS_IF([test "x$enable_fuzzing" = xyes], [at_kinds="$at_kinds fuzzing"])
  AS_CASE([$at_kinds],
    [''], [ATELIER_HARDENED],
    [' sanitizers'], [
      dnl A program is started thousands of times by the tests.  At a fixed place 107,000
      dnl pointers need not be moved at each start; with dead stripping (of clang, which
      dnl needs a section a variable for it) the variables are registered once a program
      dnl instead of once an object file.
      KIND_CFLAGS="-fsanitize=address,undefined -fno-sanitize-recover=undefined"
      KIND_CFLAGS="$KIND_CFLAGS -fno-omit-frame-pointer -fno-pie -fdata-sections"
      KIND_LDFLAGS="-fsanitize=address,undefined -no-pie"
      ATELIER_TRY([KIND_CFLAGS],
        [-fsanitize=address -fsanitize-address-globals-dead-stripping])],
    [' coverage'], [KIND_CFLAGS="--coverage -O0" KIND_LDFLAGS="--coverage"],
    [' fuzzing'], [ATELIER_FUZZING],
    [AC_MSG_ERROR([choose one of sanitizers, coverage and fuzzing])])
  AM_CONDITIONAL([SANITIZERS], [test "x$enable_sanitizers" = xyes])
  AM_CONDITIONAL([FUZZING], [test "x$enable_fuzzing" = xyes])
  AC_SUBST([KIND_CFLAGS])
  AC_SUBST([KIND_LDFLAGS])])

# What a distribution would harden with; flags that the caller chose win.
AC_DEFUN([ATELIER_HARDENED], [
  AS_CASE(["$CPPFLAGS $CFLAGS"],
    [*_FORTIFY_SOURCE*|*-O0*], [],
    [KIND_CFLAGS="-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3"])
  m4_foreach_w([AT_flag],
    [-fstack-protector-strong -fstack-clash-protection -fcf-protection -fPIE],
    [ATELIER_TRY([KIND_CFLAGS], m4_defn([AT_flag]))])
  m4_foreach_w([AT_flag],
    [-pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack],
    [ATELIER_TRY([KIND_LDFLAGS], m4_defn([AT_flag]))])
  ATELIER_PACKED_RELOCATIONS])

# ATELIER_PACKED_RELOCATIONS
# The tables of names and functions are 11,700 pointers that move at each start.  Packed,
# the list of them takes 3 KB to read and to keep in memory instead of 280.  Only where
# the C library can unpack it, which a program that runs proves.
AC_DEFUN([ATELIER_PACKED_RELOCATIONS], [
  at_flag=-Wl,-z,pack-relative-relocs
  AC_MSG_CHECKING([whether programs start with $at_flag])
  at_cflags=$CFLAGS at_ldflags=$LDFLAGS
  CFLAGS="$CFLAGS -fPIE" LDFLAGS="$LDFLAGS -pie $at_flag"
  AC_RUN_IFELSE([AC_LANG_PROGRAM([[int place; int *volatile moved = &place;]],
                                 [[return moved != &place;]])],
    [AC_MSG_RESULT([yes]); KIND_LDFLAGS="$KIND_LDFLAGS $at_flag"],
    [AC_MSG_RESULT([no])],
    [AC_MSG_RESULT([not known])])
  CFLAGS=$at_cflags LDFLAGS=$at_ldflags
])

AC_DEFUN([ATELIER_FUZZING], [
  at_fuzz="-fsanitize=fuzzer-no-link,address,undefined"
  at_before=$KIND_CFLAGS
  ATELIER_TRY([KIND_CFLAGS], [$at_fuzz])
  AS_IF([test "x$KIND_CFLAGS" = "x$at_before"],
    [AC_MSG_ERROR([the compiler cannot fuzz: apt install clang libclang-rt-14-dev; ./configure CC=clang --enable-fuzzing])])
  KIND_LDFLAGS="-fsanitize=address,undefined"])
