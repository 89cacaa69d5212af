#!/bin/sh
# A throw-away PostgreSQL with PostGIS on a unix socket, for tests: never for data anybody wants to keep.
#
#   scripts/postgres.sh start DIR PORT   make DIR (if new), start the server there, print its address
#   scripts/postgres.sh stop  DIR PORT   stop it; DIR stays, remove it yourself
#
# The socket lies in DIR itself and nothing listens on the network, so "trust" trusts only who can enter DIR.
# PostgreSQL refuses to run as root; as root everything runs as the account "postgres" instead.
# PG_BIN names the folder with initdb and pg_ctl when it is not Debian's.
set -eu

usage() {
  echo "usage: scripts/postgres.sh start|stop DIR PORT" >&2
  exit 2
}
[ $# -eq 3 ] || usage
action=$1
port=$3
case $port in '' | *[!0-9]*) usage ;; esac

find_binaries() {
  if [ -n "${PG_BIN:-}" ]; then
    echo "$PG_BIN"
    return
  fi
  # Newest first: Debian keeps every major version in a folder of its own.
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn); do
    if [ -x "$folder/initdb" ]; then
      echo "$folder"
      return
    fi
  done
  if command -v pg_ctl >/dev/null; then
    dirname "$(command -v pg_ctl)"
    return
  fi
  echo "postgres.sh: no PostgreSQL found (looked in /usr/lib/postgresql/*/bin and PATH); set PG_BIN" >&2
  exit 1
}
bin=$(find_binaries)

as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

mkdir -p "$2"
dir=$(cd "$2" && pwd)
data=$dir/data

case $action in
  start)
    # From a folder the other account may not enter, the server would complain about its working folder.
    cd /
    if [ "$(id -u)" -eq 0 ]; then
      chown postgres: "$dir"
      chmod 0700 "$dir"
    fi
    if [ ! -f "$data/PG_VERSION" ]; then
      # C.UTF-8 so that sorting is the same on every machine; every byte counts in a hash chain.
      as_owner "$bin/initdb" --pgdata="$data" --username=postgres --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
    fi
    if ! as_owner "$bin/pg_ctl" --pgdata="$data" status >/dev/null 2>&1; then
      # fsync stays on: the tests are about what survives.
      as_owner "$bin/pg_ctl" --pgdata="$data" --log="$dir/postgres.log" --wait --timeout=60 \
        -o "-p $port -k '$dir' -c listen_addresses='' -c fsync=on -c max_connections=200" start >/dev/null ||
        { tail -20 "$dir/postgres.log" >&2; exit 1; }
    fi
    echo "postgresql://postgres@/postgres?host=$dir&port=$port"
    ;;
  stop)
    cd /
    as_owner "$bin/pg_ctl" --pgdata="$data" --mode=fast --wait stop >/dev/null
    ;;
  *) usage ;;
esac
