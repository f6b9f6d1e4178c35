-- near_duplicate: names the job that an article was first seen in and the nearest other article that is near enough;
-- enters the article where it is new. All keys get the time to live when they are written, and nothing is ever scanned.
-- KEYS[1] near:<reference> (STRING), the article's entry   KEYS[2…] near:<band> (STRING), one for each band of its sketch
-- ARGV[1] job   ARGV[2] result id   ARGV[3] sketch, two bytes a value   ARGV[4] greatest distance   ARGV[5] time to live, ms
-- ARGV[6] references a band keeps   ARGV[7] entries that are compared at most   ARGV[8] prefix of entries' keys
-- An entry is the sketch, then lines: job, result id, and job, result id and distance of its near-duplicate, or nothing.
-- A band is a row of references of 16 bytes, the newest last.
-- Returns {job}, or {job, job of the near-duplicate, its result id, distance}.
local REFERENCE = 16
local sketch, width = ARGV[3], #ARGV[3]

local function read(entry)
  return string.match(string.sub(entry, width + 1), '^([^\n]*)\n([^\n]*)\n([^\n]*)\n([^\n]*)\n(%d*)$')
end

local function answer(job, near_job, near_result, distance)
  if near_job == '' then return { job } end
  return { job, near_job, near_result, tonumber(distance) }
end

local known = redis.call('MGET', KEYS[1])[1]
if known then
  local job, _, near_job, near_result, distance = read(known)
  if job then return answer(job, near_job, near_result, distance) end
end

-- References that share a band with the article, with how many they share. MGET gives nothing for keys of other types.
local reference = string.sub(ARGV[2], 1, REFERENCE)
local bands = redis.call('MGET', unpack(KEYS, 2))
local candidates, shared = {}, {}
for band = 1, #bands do
  bands[band] = bands[band] or ''
  for start = #bands[band] - REFERENCE + 1, 1, -REFERENCE do
    local other = string.sub(bands[band], start, start + REFERENCE - 1)
    if not shared[other] then candidates[#candidates + 1] = other end
    shared[other] = (shared[other] or 0) + 1
  end
end
local most = tonumber(ARGV[7])
if #candidates > most then
  table.sort(candidates, function(a, b) return shared[a] > shared[b] end)
end

-- The nearest of them; of equally near ones the one that was seen first. A job is not its own near-duplicate.
local near_job, near_result, nearest = '', '', ''
if #candidates > 0 then
  local own = { string.byte(sketch, 1, width) }
  local limit = tonumber(ARGV[4])
  local keys = {}
  for index = 1, math.min(#candidates, most) do keys[index] = ARGV[8] .. candidates[index] end
  for _, entry in ipairs(redis.call('MGET', unpack(keys))) do
    if entry and #entry > width then
      local other, distance = { string.byte(entry, 1, width) }, 0
      for index = 1, width, 2 do
        if own[index] ~= other[index] or own[index + 1] ~= other[index + 1] then distance = distance + 1 end
      end
      if distance <= limit then
        local job, result = read(entry)
        if job and job ~= ARGV[1] then
          near_job, near_result, nearest, limit = job, result, distance, distance
        end
      end
    end
  end
end

redis.call('SET', KEYS[1],
  sketch .. table.concat({ ARGV[1], ARGV[2], near_job, near_result, nearest }, '\n'), 'PX', ARGV[5])
local length = tonumber(ARGV[6]) * REFERENCE
for band = 1, #bands do
  redis.call('SET', KEYS[band + 1], string.sub(bands[band] .. reference, -length), 'PX', ARGV[5])
end
return answer(ARGV[1], near_job, near_result, nearest)
