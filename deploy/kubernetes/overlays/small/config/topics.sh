#!/usr/bin/env bash
# topics.sh <topics.yaml> <bootstrap servers> <replication factor>: makes the topics of the list, adds
# partitions where it asks for more, sets their retention, and removes nothing.
set -euo pipefail
list=$1 servers=$2 replication=$3
tools=${KAFKA_TOOLS:-/opt/kafka/bin}

make() {
  local name=$1 partitions=$2 retention=$3 days now
  [[ $retention =~ ^P([0-9]+)D$ ]] || {
    echo "$name: retention must be in whole days (P7D), not $retention" >&2
    exit 1
  }
  days=${BASH_REMATCH[1]}
  "$tools/kafka-topics.sh" --bootstrap-server "$servers" --create --if-not-exists --topic "$name" \
    --partitions "$partitions" --replication-factor "$replication"
  now=$("$tools/kafka-topics.sh" --bootstrap-server "$servers" --describe --topic "$name" |
    sed -n 's/.*PartitionCount: *\([0-9]*\).*/\1/p')
  if [ "$now" -lt "$partitions" ]; then
    "$tools/kafka-topics.sh" --bootstrap-server "$servers" --alter --topic "$name" --partitions "$partitions"
  fi
  "$tools/kafka-configs.sh" --bootstrap-server "$servers" --alter --entity-type topics \
    --entity-name "$name" --add-config "retention.ms=$((days * 24 * 3600 * 1000))"
}

name='' partitions=''
while read -r key value; do
  case $key in
    -) name=${value#name: } ;; # "- name: account.events"
    partitions:) partitions=$value ;;
    retention:) make "$name" "$partitions" "$value" ;;
  esac
done < <(sed 's/#.*//' "$list")
