-- purge: drops all jobs that wait, due or not yet due; what workers hold goes on.
-- KEYS[1] pending (LIST)   KEYS[2] scheduled (ZSET)
-- Returns the number of jobs dropped.
local count = redis.call('LLEN', KEYS[1]) + redis.call('ZCARD', KEYS[2])
redis.call('UNLINK', KEYS[1], KEYS[2])
return count
