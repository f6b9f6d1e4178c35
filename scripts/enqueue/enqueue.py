#!/usr/bin/env python3
"""Pushes article files as jobs with redis-py: enqueue.py FILE…  (REDIS_URL says where Redis is.)"""
import json
import os
import sys

import redis

pending = f"{os.environ.get('MARSAD_PREFIX', 'marsad')}:{{{os.environ.get('MARSAD_QUEUE', 'articles')}}}:pending"
store = redis.Redis.from_url(os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"))
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        job = {"text": file.read(), "id": os.path.basename(path), "source": path}
    print(store.lpush(pending, json.dumps(job, ensure_ascii=False)))
