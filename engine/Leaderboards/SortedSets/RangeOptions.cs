namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>How a range of members is asked for.</summary>
// mutable: filled while options are read
internal struct RangeOptions
{
    /// <summary>What its ends are.</summary>
    internal RangeKind Kind;

    /// <summary>Whether it begins with the highest.</summary>
    internal bool IsReversed;

    /// <summary>Whether scores are told, too.</summary>
    internal bool WithScores;

    /// <summary>Whether only a part of it is wanted.</summary>
    internal bool HasLimit;

    /// <summary>How many to leave out.</summary>
    internal long Offset;

    /// <summary>How many at most; all when negative.</summary>
    internal long Limit;

    /// <summary>What a command says by its name.</summary>
    internal static RangeOptions Of(SortedSetCommand command) => new()
    {
        Kind = command switch
        {
            SortedSetCommand.ZRangeByScore or SortedSetCommand.ZRevRangeByScore => RangeKind.Score,
            SortedSetCommand.ZRangeByLex or SortedSetCommand.ZRevRangeByLex => RangeKind.Name,
            _ => RangeKind.Rank,
        },
        IsReversed = command
            is SortedSetCommand.ZRevRange or SortedSetCommand.ZRevRangeByScore or SortedSetCommand.ZRevRangeByLex,
    };
}
