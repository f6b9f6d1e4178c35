-- dead_retry: puts a dead job back in line, as new.
-- KEYS[1] dead (STREAM)   KEYS[2] pending (LIST)   KEYS[3] job:<id> (HASH)
-- ARGV[1] entry   ARGV[2] id   ARGV[3] life time of the job's state, ms
-- Returns 1 pending, -5 gone (no such entry).
local entries = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if #entries == 0 then return -5 end
local fields = entries[1][2]
local now = milliseconds()
for index = 1, #fields, 2 do
  if fields[index] == 'payload' then
    redis.call('LPUSH', KEYS[2], wrap({ enqueued_ms = now }, ARGV[2], 1, 0, nil, fields[index + 1]))
  end
end
redis.call('XDEL', KEYS[1], ARGV[1])
redis.call('DEL', KEYS[3])
redis.call('HSET', KEYS[3], 'state', 'pending', 'enqueued_ms', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[3], ARGV[3])
return 1
