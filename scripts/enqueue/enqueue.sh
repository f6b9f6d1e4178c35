#!/usr/bin/env bash
# Pushes article files as jobs, with nothing but redis-cli and sed: scripts/enqueue/enqueue.sh FILE…
# REDIS_ARGS says where Redis is: REDIS_ARGS="-h host -p 6379", "-s /path/to/socket", "-u rediss://user:pass@host".
set -euo pipefail
pending="${MARSAD_PREFIX:-marsad}:{${MARSAD_QUEUE:-articles}}:pending"
for file in "$@"; do
  # JSON wants \ " and line ends escaped; other control characters do not belong in an article.
  text=$(tr -d '\000-\010\013\014\016-\037' <"$file" | sed -e ':a' -e '$!{N;ba' -e '}' -e 's/\\/\\\\/g;s/"/\\"/g;s/\t/\\t/g;s/\r/\\r/g;s/\n/\\n/g')
  # shellcheck disable=SC2086  # REDIS_ARGS holds several words
  printf '{"text":"%s"}' "$text" | redis-cli ${REDIS_ARGS:-} -x LPUSH "$pending"
done
