#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# postgres.sh - a PostgreSQL of the bench's own, which ends with the bench
#
# Usage: postgres.sh SCHEMA.  Says "ready" once the cluster holds what the schema makes;
# then each line of input, "CLIENTS SECONDS", is answered by the acts a second.  At the
# end of the input the cluster is stopped and removed.  Debian's package with its own
# settings, reached by a socket only.
set -eu

bin=/usr/lib/postgresql/15/bin
schema=$1
[ -x $bin/initdb ] && [ -x $bin/pgbench ] || exit 2
folder=$(mktemp -d /tmp/atelier-postgres-XXXXXX)

# It refuses to run as root.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd "$folder" && runuser -u postgres -- "$@")
    else
        (cd "$folder" && "$@")
    fi
}

remove() {
    trap - EXIT
    as_owner $bin/pg_ctl -s -D "$folder/data" -m immediate -w stop || true
    rm -rf "$folder"
}
trap remove EXIT
trap 'exit 1' HUP INT TERM

[ "$(id -u)" -ne 0 ] || chown postgres "$folder"
as_owner $bin/initdb -D "$folder/data" -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as_owner $bin/pg_ctl -s -D "$folder/data" -l "$folder/log" -w -t 60 \
    -o "-c listen_addresses= -c unix_socket_directories=$folder" start >/dev/null
as_owner $bin/psql -q -v ON_ERROR_STOP=1 -h "$folder" -d postgres <"$schema" >/dev/null
cat >"$folder/act" <<'ACT'
\set meeting random(1, 2000)
\set person random(1, 20000)
SELECT seat(:meeting, :person);
ACT
chmod 644 "$folder/act"
echo ready
while read -r clients seconds; do
    as_owner $bin/pgbench -n -M prepared -f "$folder/act" -c "$clients" -j "$clients" \
        -T "$seconds" -h "$folder" postgres </dev/null 2>"$folder/said" |
        sed -n 's/^tps = \([0-9.]*\).*/\1/p'
done
