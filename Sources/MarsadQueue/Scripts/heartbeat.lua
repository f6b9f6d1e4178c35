-- heartbeat: extends a life's lease, puts due jobs in line, and tells what a worker must know.
-- KEYS[1] workers (ZSET)   KEYS[2] scheduled (ZSET)   KEYS[3] pending (LIST)   KEYS[4] paused (STRING)
-- KEYS[5] ended (ZSET)
-- ARGV[1] life   ARGV[2] lease, ms   ARGV[3] 1: the life begins   ARGV[4] most jobs to promote
-- Returns {1 alive or -1 life ended, server time in ms, 1 paused or 0, when the next scheduled job is due in ms or 0,
--          {expired lives}, {ended lives to look after}}.
local now = milliseconds()
local alive = -1
if ARGV[3] == '1' or redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
  alive = 1
end
local due = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, tonumber(ARGV[4]))
-- The right end is taken first, so the one due first goes there last.
for index = #due, 1, -1 do
  redis.call('RPUSH', KEYS[3], due[index])
  redis.call('ZREM', KEYS[2], due[index])
end
local next = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
redis.call('ZREMRANGEBYSCORE', KEYS[5], '-inf', now)
-- A zombie moves a job into its old list soon after its end or never; the random ones are for the rest.
local watched = redis.call('ZREVRANGE', KEYS[5], 0, 15)
for _, life in ipairs(redis.call('ZRANDMEMBER', KEYS[5], 8)) do watched[#watched + 1] = life end
return {
  alive, now, redis.call('EXISTS', KEYS[4]), next[2] and math.floor(tonumber(next[2])) or 0,
  redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, 8), watched,
}
