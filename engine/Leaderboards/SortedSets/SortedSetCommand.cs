namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// The commands a database of sorted sets decides. The numbers travel between nodes and are never reused.
/// </summary>
public enum SortedSetCommand : byte
{
    /// <summary>None of them; its first argument is the name that was asked for.</summary>
    Unknown = 0,

    /// <summary>PING [message].</summary>
    Ping = 1,

    /// <summary>ECHO message.</summary>
    Echo = 2,

    /// <summary>GET key: there are no strings, so what exists is of the wrong type.</summary>
    Get = 3,

    /// <summary>DBSIZE.</summary>
    DbSize = 4,

    /// <summary>FLUSHDB [ASYNC | SYNC].</summary>
    FlushDb = 5,

    /// <summary>DEL key [key …].</summary>
    Del = 6,

    /// <summary>UNLINK key [key …].</summary>
    Unlink = 7,

    /// <summary>EXISTS key [key …].</summary>
    Exists = 8,

    /// <summary>TYPE key.</summary>
    Type = 9,

    /// <summary>EXPIRE key seconds [NX | XX | GT | LT].</summary>
    Expire = 10,

    /// <summary>PEXPIRE key milliseconds [NX | XX | GT | LT].</summary>
    PExpire = 11,

    /// <summary>EXPIREAT key seconds-since-1970 [NX | XX | GT | LT].</summary>
    ExpireAt = 12,

    /// <summary>PEXPIREAT key milliseconds-since-1970 [NX | XX | GT | LT].</summary>
    PExpireAt = 13,

    /// <summary>PERSIST key.</summary>
    Persist = 14,

    /// <summary>TTL key.</summary>
    Ttl = 15,

    /// <summary>PTTL key.</summary>
    PTtl = 16,

    /// <summary>EXPIRETIME key.</summary>
    ExpireTime = 17,

    /// <summary>PEXPIRETIME key.</summary>
    PExpireTime = 18,

    /// <summary>SCAN cursor [MATCH pattern] [COUNT count] [TYPE type].</summary>
    Scan = 19,

    /// <summary>KEYS pattern.</summary>
    Keys = 20,

    /// <summary>ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member [score member …].</summary>
    ZAdd = 32,

    /// <summary>ZINCRBY key increment member.</summary>
    ZIncrBy = 33,

    /// <summary>ZREM key member [member …].</summary>
    ZRem = 34,

    /// <summary>ZSCORE key member.</summary>
    ZScore = 35,

    /// <summary>ZMSCORE key member [member …].</summary>
    ZMScore = 36,

    /// <summary>ZCARD key.</summary>
    ZCard = 37,

    /// <summary>ZCOUNT key min max.</summary>
    ZCount = 38,

    /// <summary>ZLEXCOUNT key min max.</summary>
    ZLexCount = 39,

    /// <summary>ZRANK key member [WITHSCORE].</summary>
    ZRank = 40,

    /// <summary>ZREVRANK key member [WITHSCORE].</summary>
    ZRevRank = 41,

    /// <summary>ZRANGE key start stop [BYSCORE | BYLEX] [REV] [LIMIT offset count] [WITHSCORES].</summary>
    ZRange = 42,

    /// <summary>ZREVRANGE key start stop [WITHSCORES].</summary>
    ZRevRange = 43,

    /// <summary>ZRANGEBYSCORE key min max [WITHSCORES] [LIMIT offset count].</summary>
    ZRangeByScore = 44,

    /// <summary>ZREVRANGEBYSCORE key max min [WITHSCORES] [LIMIT offset count].</summary>
    ZRevRangeByScore = 45,

    /// <summary>ZRANGEBYLEX key min max [LIMIT offset count].</summary>
    ZRangeByLex = 46,

    /// <summary>ZREVRANGEBYLEX key max min [LIMIT offset count].</summary>
    ZRevRangeByLex = 47,

    /// <summary>ZRANGESTORE destination source min max [BYSCORE | BYLEX] [REV] [LIMIT offset count].</summary>
    ZRangeStore = 48,

    /// <summary>ZPOPMIN key [count].</summary>
    ZPopMin = 49,

    /// <summary>ZPOPMAX key [count].</summary>
    ZPopMax = 50,

    /// <summary>ZMPOP numkeys key [key …] MIN | MAX [COUNT count].</summary>
    ZMPop = 51,

    /// <summary>ZRANDMEMBER key [count [WITHSCORES]].</summary>
    ZRandMember = 52,

    /// <summary>ZREMRANGEBYRANK key start stop.</summary>
    ZRemRangeByRank = 53,

    /// <summary>ZREMRANGEBYSCORE key min max.</summary>
    ZRemRangeByScore = 54,

    /// <summary>ZREMRANGEBYLEX key min max.</summary>
    ZRemRangeByLex = 55,

    /// <summary>ZSCAN key cursor [MATCH pattern] [COUNT count].</summary>
    ZScan = 56,

    /// <summary>ZUNION numkeys key [key …] [WEIGHTS …] [AGGREGATE SUM | MIN | MAX] [WITHSCORES].</summary>
    ZUnion = 57,

    /// <summary>ZINTER numkeys key [key …] [WEIGHTS …] [AGGREGATE SUM | MIN | MAX] [WITHSCORES].</summary>
    ZInter = 58,

    /// <summary>ZDIFF numkeys key [key …] [WITHSCORES].</summary>
    ZDiff = 59,

    /// <summary>ZINTERCARD numkeys key [key …] [LIMIT limit].</summary>
    ZInterCard = 60,

    /// <summary>ZUNIONSTORE destination numkeys key [key …] [WEIGHTS …] [AGGREGATE SUM | MIN | MAX].</summary>
    ZUnionStore = 61,

    /// <summary>ZINTERSTORE destination numkeys key [key …] [WEIGHTS …] [AGGREGATE SUM | MIN | MAX].</summary>
    ZInterStore = 62,

    /// <summary>ZDIFFSTORE destination numkeys key [key …].</summary>
    ZDiffStore = 63,

    /// <summary>
    /// Not a command of clients: for each key, what <see cref="CommandChunk.Watch"/> compares, as an integer.
    /// </summary>
    KeyVersion = 100,
}
