-- enqueue: puts one job in line, unless its id was seen within the window or the line is full.
-- KEYS[1] pending (LIST)   KEYS[2] scheduled (ZSET)   KEYS[3] job:<id> (HASH)
-- ARGV[1] id   ARGV[2] payload   ARGV[3] most pending jobs, 0: any number   ARGV[4] 1: first in line
-- ARGV[5] not before, ms since 1970, 0: at once   ARGV[6] window, ms
-- Returns 1 pending, 2 scheduled, -2 duplicate, -3 full.
local cap = tonumber(ARGV[3])
if cap > 0 and redis.call('LLEN', KEYS[1]) >= cap then return -3 end
local now = milliseconds()
local due = tonumber(ARGV[5])
local state = due > now and 'scheduled' or 'pending'
if redis.call('HSETNX', KEYS[3], 'state', 'pending') == 0 then return -2 end
redis.call('HSET', KEYS[3], 'enqueued_ms', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[3], math.max(tonumber(ARGV[6]), due - now))
local bytes = wrap({ enqueued_ms = now }, ARGV[1], 1, 0, nil, ARGV[2])
if state == 'scheduled' then
  redis.call('ZADD', KEYS[2], due, bytes)
  return 2
end
redis.call(ARGV[4] == '1' and 'RPUSH' or 'LPUSH', KEYS[1], bytes)
return 1
