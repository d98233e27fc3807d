namespace Catalog.Engine.Tests.Leaderboards.SortedSets;

/// <summary>
/// Commands by chance over a few keys and members, right ones and wrong ones, of which the answers of Redis 7.0 and
/// ours are the same to the byte: scores are eighths, which both print alike, and never -0; keys named "x…" have
/// members of one score only, where ranges of names mean something; and nothing depends on chance, on the hour, or on
/// the order of a hash.
/// </summary>
internal sealed class RandomCommands(Random random)
{
    private static readonly string[] Bounds = ["-inf", "+inf", "(-inf", "(2", "2", "(3.5", "3.5", "-4", "1e1", "abc"];
    private static readonly string[] NameBounds = ["-", "+", "[a", "(a", "[m3", "(m3", "[m9", "[zz", "m3", ""];

    /// <summary>One command, as words.</summary>
    public string[] Next() => random.Next(30) switch
    {
        0 or 1 or 2 or 3 => Add(),
        4 => ["ZADD", NameKey(), "0", Member(), "0", Member()],
        5 or 6 => ["ZINCRBY", Key(), Score(), Member()],
        7 => ["ZREM", AnyKey(), Member(), Member()],
        8 => ["ZSCORE", AnyKey(), Member()],
        9 => ["ZMSCORE", AnyKey(), Member(), Member(), "nobody"],
        10 => [Pick("ZRANK", "ZREVRANK"), AnyKey(), Member()],
        11 => [Pick("ZCARD", "EXISTS", "TYPE", "PERSIST", "EXPIRETIME", "PEXPIRETIME", "GET"), MayBeKey()],
        12 => ["ZCOUNT", Key(), Bound(), Bound()],
        13 => ["ZLEXCOUNT", NameKey(), NameBound(), NameBound()],
        14 => [Pick("ZRANGE", "ZREVRANGE"), Key(), Rank(), Rank(), .. Maybe("WITHSCORES")],
        15 => ["ZRANGE", Key(), Bound(), Bound(), "BYSCORE", .. Maybe("REV"), .. Limit(), .. Maybe("WITHSCORES")],
        16 => ["ZRANGE", NameKey(), NameBound(), NameBound(), "BYLEX", .. Maybe("REV"), .. Limit()],
        17 => [Pick("ZRANGEBYSCORE", "ZREVRANGEBYSCORE"), Key(), Bound(), Bound(), .. Maybe("WITHSCORES"), .. Limit()],
        18 => [Pick("ZRANGEBYLEX", "ZREVRANGEBYLEX"), NameKey(), NameBound(), NameBound(), .. Limit()],
        19 => ["ZRANGESTORE", Key(), Key(), Rank(), Rank(), .. Maybe("REV")],
        20 => ["ZRANGESTORE", Key(), Key(), Bound(), Bound(), "BYSCORE", .. Maybe("REV"), .. Limit()],
        21 => [Pick("ZPOPMIN", "ZPOPMAX"), AnyKey(), .. Maybe(Count())],
        22 => ["ZMPOP", "2", Key(), Key(), Pick("MIN", "MAX", "SOME"), .. MaybeCount()],
        23 => ["ZREMRANGEBYRANK", AnyKey(), Rank(), Rank()],
        24 => ["ZREMRANGEBYSCORE", Key(), Bound(), Bound()],
        25 => ["ZREMRANGEBYLEX", NameKey(), NameBound(), NameBound()],
        26 => [Pick("ZUNION", "ZINTER"), "2", AnyKey(), AnyKey(), .. Weights(), .. Aggregate(), .. Maybe("WITHSCORES")],
        27 => [Pick("ZUNIONSTORE", "ZINTERSTORE"), Key(), "2", AnyKey(), AnyKey(), .. Weights(), .. Aggregate()],
        28 => Rare(),
        _ => Wrong(),
    };

    private static string[] None => [];

    private string[] Rare() => random.Next(8) switch
    {
        0 => ["ZDIFF", "2", AnyKey(), AnyKey(), .. Maybe("WITHSCORES")],
        1 => ["ZDIFFSTORE", Key(), "2", AnyKey(), AnyKey()],
        2 => ["ZINTERCARD", "2", AnyKey(), AnyKey(), .. random.Next(2) == 0 ? ["LIMIT", Count()] : None],
        3 => ["DEL", AnyKey(), AnyKey()],
        4 => ["EXPIREAT", AnyKey(), Pick("4000000000", "5000000000", "12", "-5"), .. Condition()],
        5 => ["PEXPIREAT", AnyKey(), Pick("4000000000000", "4000000000001", "x"), .. Condition()],
        6 => ["DBSIZE"],
        _ => ["ECHO", Member()],
    };

    /// <summary>Something is wrong with each of these, or may be.</summary>
    private string[] Wrong() => random.Next(14) switch
    {
        0 => ["ZADD", Key(), "1"],
        1 => ["ZADD", Key(), "one", Member()],
        2 => ["ZADD", Key(), "1", Member(), "2"],
        3 => ["ZADD", Key(), "nan", Member()],
        4 => ["ZINCRBY", Key(), Pick("inf", "-inf"), Member()],
        5 => ["ZRANGE", Key(), "0", Pick("x", "1.5", "01", "")],
        6 => ["ZRANGE", Key(), "0", "-1", "LIMIT", "0", "1"],
        7 => ["ZRANGE", Key(), "0", "-1", Pick("SOMEHOW", "BYLEX", "LIMIT", "WITHSCORE")],
        8 => ["ZUNIONSTORE", Key(), Pick("0", "-1", "9", "x"), Key()],
        9 => ["ZUNION", "1", Key(), "WEIGHTS", Pick("x", "2", "inf")],
        10 => ["ZUNION", "1", Key(), "AGGREGATE", Pick("AVG", "max")],
        11 => ["ZINTERCARD", Pick("0", "5", "x"), Key(), Pick("LIMIT", "LIMITS"), "-1"],
        12 => ["ZPOPMIN", Key(), Pick("-1", "x", "0"), .. Maybe("y")],
        _ => [Pick("ZCARD", "zscore", "NOSUCH", "ZADD"), .. Maybe("a"), .. Maybe("b")],
    };

    private string[] Add()
    {
        string[] flags =
            [.. Maybe("NX"), .. Maybe("XX"), .. Maybe("GT"), .. Maybe("LT"), .. Maybe("CH"), .. Maybe("INCR")];
        if (random.Next(3) > 0) flags = [];
        return ["ZADD", Key(), .. flags, Score(), Member(), .. random.Next(2) == 0 ? [Score(), Member()] : None];
    }

    private string Key() => "k" + random.Next(4);

    private string NameKey() => "x" + random.Next(2);

    private string AnyKey() => random.Next(4) == 0 ? NameKey() : Key();

    private string MayBeKey() => random.Next(8) == 0 ? "nothing" : AnyKey();

    private string Member() => "m" + random.Next(12);

    private string Score() => random.Next(12) switch
    {
        0 => "inf",
        1 => "-inf",
        2 => "1e3",
        _ => (random.Next(-40, 40) / 8.0).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private string Rank() => random.Next(-6, 7).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Count() => random.Next(0, 5).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Bound() => random.Next(12) == 0 ? "abc" : Pick(Bounds[..^1]);

    private string NameBound() => random.Next(12) == 0 ? Pick(NameBounds[^2..]) : Pick(NameBounds[..^2]);

    private string[] Limit() => random.Next(2) == 0 ? ["LIMIT", Rank(), Rank()] : [];

    private string[] Weights() => random.Next(2) == 0 ? ["WEIGHTS", Pick("2", "3", "inf"), Pick("1", "0.5")] : [];

    private string[] Aggregate() => random.Next(2) == 0 ? ["AGGREGATE", Pick("sum", "MIN", "Max")] : [];

    private string[] Condition() => random.Next(2) == 0 ? [Pick("NX", "XX", "GT", "LT", "ZZ")] : [];

    private string[] MaybeCount() => random.Next(2) == 0 ? ["COUNT", Count()] : [];

    private string[] Maybe(string word) => random.Next(2) == 0 ? [word] : [];

    private string Pick(params string[] words) => words[random.Next(words.Length)];
}
