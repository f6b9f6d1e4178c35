#!/usr/bin/env python3
"""Prints completion events from stream entry argv[1] on (default: all) with redis-py. REDIS_URL says where Redis is."""
import json, os, sys
import redis

stream = f"{os.environ.get('MARSAD_PREFIX', 'marsad')}:{{{os.environ.get('MARSAD_QUEUE', 'articles')}}}:events"
store = redis.Redis.from_url(os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"), decode_responses=True)
last = sys.argv[1] if len(sys.argv) > 1 else "0"
while True:
    for _, entries in store.xread({stream: last}, count=100, block=5000):
        for last, fields in entries:
            event = json.loads(fields["event"])
            print(event["type"], event["subject"], event["data"]["result_id"], flush=True)
