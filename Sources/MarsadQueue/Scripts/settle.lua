-- settle: ends leases of a life that still lives, any number at once, each with what becomes of its job.
-- A job is found by its offset from the right end of the lease list; what is settled out of turn leaves a tombstone.
-- KEYS[1] workers (ZSET)   KEYS[2] leased:<life> (LIST)   KEYS[3] running:<life> (STRING)   KEYS[4] events (STREAM)
-- KEYS[5] dead (STREAM)   KEYS[6] scheduled (ZSET)   KEYS[7] counters (HASH)   KEYS[8…] job:<id> (HASH), one a job
-- ARGV[1] life   ARGV[2] channel of results   ARGV[3] length of events, about   ARGV[4] life time of a job's state, ms
-- ARGV[5] entries to trim at the right end   ARGV[6] tombstone   ARGV[7] 1: the marked job is among these
-- ARGV[8] n, number of tombstones to set, then n offsets; then for each job one of
--   done id type outcome result attempt event
--   bury id type attempt event offset code message worker
--   retry id state attempt delay-ms offset code nonce
-- Returns the number of jobs settled, -1 life ended (nothing was done).
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return -1 end
local now = milliseconds()
local stamp = string.format('%.0f', now)
local index = 9 + tonumber(ARGV[8])
local counts = {}

local function announce(id, kind, outcome, result, event)
  redis.call('XADD', KEYS[4], 'MAXLEN', '~', ARGV[3], '*',
    'event', event, 'type', kind, 'job', id, 'result', result, 'outcome', outcome)
  redis.call('PUBLISH', ARGV[2], event)
  counts[outcome] = (counts[outcome] or 0) + 1
end

-- Nothing may stop the script half way: what was announced must leave the list. So what people only look at, and what
-- an operator may have tampered with, goes by pcall.
local function remember(key, life, ...)
  redis.pcall('HSET', key, ...)
  redis.pcall('PEXPIRE', key, life)
end

local function leased(offset)
  return redis.call('LINDEX', KEYS[2], -1 - tonumber(offset)) or ''
end

local settled = 0
while ARGV[index] do
  local kind, id = ARGV[index], ARGV[index + 1]
  local key = KEYS[8 + settled]
  if kind == 'done' then
    local _, name, outcome, result, attempt, event = unpack(ARGV, index + 1, index + 6)
    announce(id, name, outcome, result, event)
    remember(key, ARGV[4], 'state', 'done', 'outcome', outcome, 'result', result, 'attempts', attempt, 'finished_ms', stamp)
    index = index + 7
  elseif kind == 'bury' then
    local _, name, attempt, event, offset, code, message, worker = unpack(ARGV, index + 1, index + 8)
    local header, payload = split(leased(offset))
    redis.call('XADD', KEYS[5], '*', 'payload', payload, 'job', id, 'code', code, 'message', message,
      'attempts', attempt, 'worker', worker, 'enqueued_ms', string.format('%.0f', whole(header.enqueued_ms, 0)))
    announce(id, name, 'failed', '', event)
    remember(key, ARGV[4], 'state', 'dead', 'outcome', 'failed', 'code', code, 'attempts', attempt, 'finished_ms', stamp)
    index = index + 9
  else
    local _, state, attempt, delay, offset, code, nonce = unpack(ARGV, index + 1, index + 7)
    local header, payload = split(leased(offset))
    local again = wrap(header, id, tonumber(attempt), whole(header.deaths, 0), nonce, payload)
    local due = now + tonumber(delay)
    redis.call('ZADD', KEYS[6], due, again)
    remember(key, math.max(tonumber(ARGV[4]), 2 * tonumber(delay)),
      'state', state, 'attempts', attempt, 'code', code, 'due_ms', string.format('%.0f', due))
    local counter = state == 'retrying' and 'retried' or 'deferred'
    counts[counter] = (counts[counter] or 0) + 1
    index = index + 8
  end
  settled = settled + 1
end
for outcome, count in pairs(counts) do redis.pcall('HINCRBY', KEYS[7], outcome, count) end
for argument = 9, 8 + tonumber(ARGV[8]) do
  redis.pcall('LSET', KEYS[2], -1 - tonumber(ARGV[argument]), ARGV[6])
end
if ARGV[5] ~= '0' then redis.call('LTRIM', KEYS[2], 0, -1 - tonumber(ARGV[5])) end
if ARGV[7] == '1' then redis.call('DEL', KEYS[3]) end
return settled
