-- envelope: reads and writes the line before a job's payload. Put before the scripts that need it; not run alone.
-- Mirrors MarsadWire.Envelope: what is not a well-formed line is payload.
local MARK = 'marsad/1 '

local function whole(value, default)
  local number = tonumber(value)
  if not number or number ~= number or number < 0 or number > 9007199254740992 then return default end
  return math.floor(number)
end

-- Returns the header's fields, the payload, and the whole line ('' where there is none).
local function split(bytes)
  if string.sub(bytes, 1, #MARK) ~= MARK then return {}, bytes, '' end
  local head = string.sub(bytes, 1, 4096)
  local stop = string.find(head, '\n', #MARK + 1, true)
  if not stop then return {}, bytes, '' end
  local ok, header = pcall(cjson.decode, string.sub(head, #MARK + 1, stop - 1))
  if not ok or type(header) ~= 'table' then return {}, bytes, '' end
  return header, string.sub(bytes, stop + 1), string.sub(head, 1, stop)
end

-- `nonce` makes equal jobs differ where they are members of a set.
local function wrap(header, id, attempt, deaths, nonce, payload)
  local fields = { attempt = attempt, nonce = nonce }
  if type(header.id) == 'string' then fields.id = header.id else fields.id = id end
  local enqueued = whole(header.enqueued_ms, nil)
  if enqueued then fields.enqueued_ms = enqueued end
  if deaths > 0 then fields.deaths = deaths end
  return MARK .. cjson.encode(fields) .. '\n' .. payload
end

local function milliseconds()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
