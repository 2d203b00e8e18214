#!/bin/sh
# -I and -S: no setting and no folder of the account changes what this program is.
here=$(dirname "$(readlink -f "$0")")/../lib/dsl-desk
exec "$here/python/bin/python3" -I -S -X utf8 "$here/start.py" "$@"
