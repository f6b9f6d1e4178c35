#!/usr/bin/env bash
# Prints completion events as JSON lines, from stream entry $1 on (default: all), with nothing but redis-cli.
# REDIS_ARGS says where Redis is: "-h host -p 6379", "-s /path/to/socket", "-u rediss://user:pass@host".
events="${MARSAD_PREFIX:-marsad}:{${MARSAD_QUEUE:-articles}}:events" last=${1:-0}
# shellcheck disable=SC2086  # REDIS_ARGS holds several words
while reply=$(redis-cli ${REDIS_ARGS:-} XREAD COUNT 100 BLOCK 5000 STREAMS "$events" "$last"); do
  while IFS= read -r line; do # an entry is: its id, "event", the JSON, then flat fields, one a line
    [[ $field == event && $id =~ ^[0-9]+-[0-9]+$ ]] && echo "$line" && last=$id
    id=$field field=$line
  done <<<"$reply"
done
