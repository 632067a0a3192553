#!/bin/sh
# Run by the database's image when its volume is empty: a database per service, each with an owner of
# the same name and a password of its own. Nobody else may connect.
set -eu
for name in account ordersync fapiao notification; do
  psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
    --set=name="$name" --set=password="$(cat "/run/secrets/database-$name")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
