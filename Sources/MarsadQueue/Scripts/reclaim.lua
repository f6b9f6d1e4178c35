-- reclaim: ends a life and puts what it held back in line, in the old order, first.
-- After a death each job that may have caused it is counted: the one that ran alone where there is one, else all that
-- had not been suspected before (a suspect only ever runs alone, marked).
-- KEYS[1] workers (ZSET)   KEYS[2] leased:<life> (LIST)   KEYS[3] running:<life> (STRING)   KEYS[4] pending (LIST)
-- KEYS[5] ended (ZSET)   KEYS[6] counters (HASH)
-- ARGV[1] life   ARGV[2] expired: only if its lease is over, counted as a death; retire: at once, not counted;
-- late: what a life that has ended moved afterwards, not counted   ARGV[3] watch over the ended life's list, ms
-- ARGV[4] tombstone
-- Returns the number of jobs put back, -4 the life is not expired (expired), or is not ended (late).
local now = milliseconds()
local deadline = redis.call('ZSCORE', KEYS[1], ARGV[1])
if ARGV[2] == 'expired' and (not deadline or tonumber(deadline) > now) then return -4 end
if ARGV[2] == 'late' and deadline then return -4 end
local died = ARGV[2] == 'expired'
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[5], now + tonumber(ARGV[3]), ARGV[1])
local marked = redis.call('GET', KEYS[3])
local moved = 0
while true do
  local bytes = redis.call('LPOP', KEYS[2])
  if not bytes then break end
  if bytes ~= ARGV[4] then
    moved = moved + 1
    if died then
      local header, payload, line = split(bytes)
      local deaths = whole(header.deaths, 0)
      local counted
      if marked then counted = line == marked else counted = deaths == 0 end
      if counted then
        local nonce = ARGV[1] .. '/' .. moved
        bytes = wrap(header, nonce, whole(header.attempt, 1) + 1, deaths + 1, nonce, payload)
      end
    end
    redis.call('RPUSH', KEYS[4], bytes)
  end
end
redis.call('DEL', KEYS[3])
if died then redis.call('HINCRBY', KEYS[6], 'lives_lost', 1) end
if moved > 0 then redis.call('HINCRBY', KEYS[6], 'reclaimed', moved) end
return moved
