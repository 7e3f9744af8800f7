/// The scripts of a store. Each is one step for every other client of the server.
enum StoreScripts {
    /// Returns the bytes of an entry, and the milliseconds for which it is still kept.
    static let read = RedisScript("return {redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])}")

    /// Writes an entry, and ends the claim of this process.
    ///
    /// An answer whose claim is over is not written while another process computes a newer one, nor over one.
    static let write = RedisScript(
        """
        local claim = redis.call('GET', KEYS[2])
        if ARGV[3] ~= '' then
          if claim == ARGV[3] then redis.call('DEL', KEYS[2])
          elseif claim or redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
        end
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
        return 1
        """)

    /// Claims an answer, unless another process has; returns whether it did, and the entry as `read` does.
    static let claim = RedisScript(
        """
        local claimed = 1
        if redis.call('GET', KEYS[2]) then claimed = 0
        else redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2]) end
        return {claimed, redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])}
        """)

    /// Ends a claim, if it is still that of this process.
    static let release = RedisScript(
        "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0")

    /// Deletes an entry and returns its bytes.
    static let remove = RedisScript(
        "local value = redis.call('GET', KEYS[1]) redis.call('DEL', KEYS[1]) return value")

    /// Begins the numbers of the invalidations where there are none: with the time, so that an entry that is older than
    /// lost numbers is never valid again.
    private static let begin = """
        if redis.call('EXISTS', KEYS[1]) == 0 then
          local time = redis.call('TIME')
          local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
          redis.call('HSET', KEYS[1], 'epoch', now, 'floor', now)
        end

        """

    /// Returns all fields of the invalidations.
    static let invalidations = RedisScript(begin + "return redis.call('HGETALL', KEYS[1])")

    /// Numbers the invalidation of a group, or of everything. Too many groups are replaced by everything: more than was
    /// asked for, never less.
    static let invalidate = RedisScript(
        begin + """
            local epoch = redis.call('HINCRBY', KEYS[1], 'epoch', 1)
            if ARGV[1] == 'all' or redis.call('HLEN', KEYS[1]) > tonumber(ARGV[2]) then
              redis.call('DEL', KEYS[1])
              redis.call('HSET', KEYS[1], 'epoch', epoch, 'floor', epoch)
            else
              redis.call('HSET', KEYS[1], ARGV[1], epoch)
            end
            return epoch
            """)

    /// Puts an answer at the end of a listing. The oldest tenth is forgotten when there are too many.
    static let list = RedisScript(
        """
        if redis.call('EXISTS', KEYS[2]) == 0 then
          local time = redis.call('TIME')
          local now = string.format('%.0f', time[1] * 1000000 + time[2])
          redis.call('HSET', KEYS[2], 'last', now, 'forgotten', now)
        end
        local number = redis.call('HINCRBY', KEYS[2], 'last', 1)
        redis.call('ZADD', KEYS[1], string.format('%.0f', number), ARGV[1])
        local most = tonumber(ARGV[2])
        local count = redis.call('ZCARD', KEYS[1])
        if count > most then
          local dropped = count - most + math.floor(most / 10)
          local last = redis.call('ZRANGE', KEYS[1], dropped - 1, dropped - 1, 'WITHSCORES')
          redis.call('ZREMRANGEBYRANK', KEYS[1], 0, dropped - 1)
          redis.call('HSET', KEYS[2], 'forgotten', string.format('%.0f', tonumber(last[2])))
        end
        return 1
        """)

    /// Returns up to which number a listing has been forgotten, and the answers behind a number with their own.
    static let page = RedisScript(
        """
        return {
          redis.call('HGET', KEYS[2], 'forgotten'),
          redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])
        }
        """)
}
