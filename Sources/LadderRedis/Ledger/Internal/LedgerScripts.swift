/// The scripts of a ledger. Each is one step for every other client of the server, and takes the time from the server.
///
/// Keys: the holds, their ends, the maxima, the mark of the settled id, then one account for each entry. Arguments: a shift
/// of the time for tests, the id, a time in milliseconds, then six for each entry: account, maximum, amount, the kind of the
/// window (0 unlimited, 1 rolling, 2 fixed), the length of its steps, and its length or its end.
enum LedgerScripts {
    private static let common = """
        local HOLDS, ENDS, MAXIMA, SETTLED = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])
        local function text(number) return string.format('%.0f', number) end
        local function entry(index)
          local at = 4 + (index - 1) * 6
          return {
            key = KEYS[4 + index], account = ARGV[at], maximum = tonumber(ARGV[at + 1]),
            amount = tonumber(ARGV[at + 2]), kind = ARGV[at + 3], step = tonumber(ARGV[at + 4]),
            length = tonumber(ARGV[at + 5])
          }
        end
        local count = (#ARGV - 3) / 6

        -- Gives back the amounts of a hold. An account may be gone by now.
        local function release(id, hold)
          for index = 1, #hold, 2 do
            if redis.call('EXISTS', hold[index]) == 1 then
              redis.call('HINCRBY', hold[index], 'held', text(0 - hold[index + 1]))
            end
          end
          redis.call('HDEL', HOLDS, id)
          redis.call('ZREM', ENDS, id)
        end

        local function endExpired()
          for _, id in ipairs(redis.call('ZRANGEBYSCORE', ENDS, '-inf', text(now), 'LIMIT', 0, 1000)) do
            local hold = redis.call('HGET', HOLDS, id)
            if hold then release(id, cmsgpack.unpack(hold)) else redis.call('ZREM', ENDS, id) end
          end
        end

        -- Returns what an account has spent and holds, and the steps of a rolling window with their amounts.
        local function sums(e)
          local fields = redis.call('HGETALL', e.key)
          local spent, held, steps = 0, 0, {}
          for index = 1, #fields, 2 do
            local amount = tonumber(fields[index + 1])
            if fields[index] == 'held' then held = amount
            elseif fields[index] == 'spent' then spent = amount
            else
              local number = tonumber(fields[index])
              local over = (number + 1) * e.step + e.length
              if over > now then
                spent = spent + amount
                steps[#steps + 1] = {over, amount}
              else
                redis.call('HDEL', e.key, fields[index])
              end
            end
          end
          return spent, held, steps
        end

        -- Returns the maximum, what is spent and held, and when there is room for an amount; -1 for never.
        local function status(e, amount)
          local maximum = tonumber(redis.call('HGET', MAXIMA, e.account) or e.maximum)
          local spent, held, steps = sums(e)
          local resets = -1
          if e.kind == '2' then resets = e.length
          elseif e.kind == '1' then
            local missing = math.max(1, amount - math.max(0, maximum - spent - held))
            table.sort(steps, function(left, right) return left[1] < right[1] end)
            local freed = 0
            for _, step in ipairs(steps) do
              freed = freed + step[2]
              if freed >= missing then resets = step[1] break end
            end
          end
          return {text(maximum), text(spent), text(held), text(resets)}
        end

        local function states()
          local found = {}
          for index = 1, count do found[index] = status(entry(index), 1) end
          return found
        end

        -- An account that is used no longer leaves the server by itself, a day after its window.
        local function keep(e)
          if e.kind == '1' then redis.call('PEXPIRE', e.key, text(2 * e.length + 86400000))
          elseif e.kind == '2' then redis.call('PEXPIRE', e.key, text(math.max(0, e.length - now) + 86400000)) end
        end

        endExpired()

        """

    /// Holds all amounts or none. Returns `{'held', states}`, `{'refused', index, state}` or `{'settled'}`.
    static let reserve = RedisScript(
        common + """
            if redis.call('EXISTS', SETTLED) == 1 then return {'settled'} end
            if redis.call('HEXISTS', HOLDS, ARGV[2]) == 1 then return {'held', states()} end
            local held = {}
            for index = 1, count do
              local e = entry(index)
              local state = status(e, 1)
              local free = tonumber(state[1]) - tonumber(state[2]) - tonumber(state[3]) - (held[e.key] or 0)
              if e.amount > math.max(0, free) then return {'refused', index - 1, status(e, e.amount)} end
              held[e.key] = (held[e.key] or 0) + e.amount
            end
            local hold = {}
            for index = 1, count do
              local e = entry(index)
              redis.call('HINCRBY', e.key, 'held', text(e.amount))
              keep(e)
              hold[#hold + 1] = e.key
              hold[#hold + 1] = e.amount
            end
            redis.call('HSET', HOLDS, ARGV[2], cmsgpack.pack(hold))
            redis.call('ZADD', ENDS, text(now + tonumber(ARGV[3])), ARGV[2])
            return {'held', states()}
            """)

    /// Ends a hold and charges the amounts. Returns `settled`, `late` or `repeated`.
    static let settle = RedisScript(
        common + """
            if redis.call('EXISTS', SETTLED) == 1 then return 'repeated' end
            local hold = redis.call('HGET', HOLDS, ARGV[2])
            if hold then release(ARGV[2], cmsgpack.unpack(hold)) end
            for index = 1, count do
              local e = entry(index)
              if e.amount > 0 then
                local field = 'spent'
                if e.kind == '1' then field = text(math.floor(now / e.step)) end
                redis.call('HINCRBY', e.key, field, text(e.amount))
                keep(e)
              end
            end
            redis.call('SET', SETTLED, '1', 'PX', ARGV[3])
            return hold and 'settled' or 'late'
            """)

    /// Returns the states of the accounts.
    static let status = RedisScript(common + "return states()")
}
