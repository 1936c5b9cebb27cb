#!/usr/bin/env bash
# Installs what the benchmark compares with besides the bare engine: Python with pandas and SQLite, as system packages. Needs apt-get and root.
set -euo pipefail
apt-get -qq update
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 python3-pandas >/dev/null
/usr/bin/python3 -c 'import pandas, sqlite3; print("pandas", pandas.__version__, "SQLite", sqlite3.sqlite_version)'
