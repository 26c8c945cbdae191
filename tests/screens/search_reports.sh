# What was said at a meeting: search_reports.sh DATABASE
"$ATELIER_LIBEXECDIR/atelier" --database "$1" report add 2 <<'SAID'
? Who pays for the brownfields, and who is asked first
Nothing of it was known. The towns wait for years until somebody says whose the **brown**fields are, and then begin anew.
SAID
