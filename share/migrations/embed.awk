# SPDX-License-Identifier: GPL-3.0-or-later
# Turns the migrations named on the command line into a C table of names and texts.
BEGIN {
    print "/* Made from share/migrations by embed.awk. */"
    print "#include \"database/migration.h\"\n"
    print "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
    print "const struct migration migration_table[] = {"
}
FNR == 1 {
    if (NR > 1)
        print "    },"
    name = FILENAME
    sub(/.*\//, "", name)
    print "    {\n        \"" name "\","
}
{
    gsub(/[\\"]/, "\\\\&")
    gsub(/\r/, "\\r")
    gsub(/[?]/, "\\?")
    print "        \"" $0 "\\n\""
}
END {
    print "    },\n    { NULL, NULL },\n};"
}
