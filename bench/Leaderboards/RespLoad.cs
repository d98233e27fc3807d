namespace Catalog.Bench.Leaderboards;

/// <summary>One command that redis-benchmark sends again and again, from 50 connections.</summary>
/// <param name="Name">What it is called in rows.</param>
/// <param name="IsWrite">Whether it changes something, and so has to be kept.</param>
/// <param name="Count">How many are sent by a measurement of whole pipelines.</param>
/// <param name="Words">The command.</param>
internal sealed record RespLoad(string Name, bool IsWrite, int Count, params string[] Words)
{
    /// <summary>The key that holds the members.</summary>
    public const string Key = "board";

    /// <summary>How many members there are.</summary>
    public const int MemberCount = 1_000_000;

    private const string AnyMember = "member:__rand_int__";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RespLoad> All { get; } =
    [
        new("ZADD", true, 400_000, "ZADD", Key, "__rand_int__", AnyMember),
        new("ZINCRBY", true, 400_000, "ZINCRBY", Key, "1", AnyMember),
        new("ZREVRANK", false, 600_000, "ZREVRANK", Key, AnyMember),
        new("ZSCORE", false, 800_000, "ZSCORE", Key, AnyMember),
        new("top 100 WITHSCORES", false, 40_000, "ZREVRANGE", Key, "0", "99", "WITHSCORES"),
    ];

    /// <summary>How many are sent with so many at once on a connection.</summary>
    public int CountAt(int pipeline) => pipeline == 1 ? Math.Min(Count, 60_000) : Count;
}
