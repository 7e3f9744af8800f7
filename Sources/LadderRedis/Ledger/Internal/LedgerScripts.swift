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

        -- Reads what an account has spent and holds, its maximum, and the steps of a rolling window with their amounts.
        local function load(e)
          local fields = redis.call('HGETALL', e.key)
          e.spent, e.held, e.steps = 0, 0, {}
          for index = 1, #fields, 2 do
            local field, amount = fields[index], tonumber(fields[index + 1])
            if field == 'held' then e.held = amount
            elseif field == 'spent' then e.spent = amount
            else
              local over = (tonumber(field) + 1) * e.step + e.length
              if over > now then
                e.spent = e.spent + amount
                e.steps[#e.steps + 1] = {over, amount}
              else
                redis.call('HDEL', e.key, field)
              end
            end
          end
          e.maximum = tonumber(redis.call('HGET', MAXIMA, e.account) or e.maximum)
          return e
        end

        -- Returns the maximum, what is spent and held, and when there is room for an amount; -1 for never.
        local function status(e, amount)
          local resets = -1
          if e.kind == '2' then resets = e.length
          elseif e.kind == '1' and #e.steps > 0 then
            local missing = math.max(1, amount - math.max(0, e.maximum - e.spent - e.held))
            table.sort(e.steps, function(left, right) return left[1] < right[1] end)
            local freed = 0
            for _, step in ipairs(e.steps) do
              freed = freed + step[2]
              if freed >= missing then resets = step[1] break end
            end
          end
          return {text(e.maximum), text(e.spent), text(e.held), text(resets)}
        end

        local function states()
          local found = {}
          for index = 1, count do found[index] = status(load(entry(index)), 1) end
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
            local entries, accounts, hold, found = {}, {}, {}, {}
            for index = 1, count do
              local e = entry(index)
              -- Two entries of one account see each other.
              local account = accounts[e.key] or load(e)
              accounts[e.key] = account
              if e.amount > math.max(0, account.maximum - account.spent - account.held) then
                return {'refused', index - 1, status(account, e.amount)}
              end
              account.held = account.held + e.amount
              entries[index] = {account, e.amount}
            end
            for index, e in ipairs(entries) do
              redis.call('HINCRBY', e[1].key, 'held', text(e[2]))
              keep(e[1])
              hold[#hold + 1] = e[1].key
              hold[#hold + 1] = e[2]
              found[index] = status(e[1], 1)
            end
            redis.call('HSET', HOLDS, ARGV[2], cmsgpack.pack(hold))
            redis.call('ZADD', ENDS, text(now + tonumber(ARGV[3])), ARGV[2])
            return {'held', found}
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
