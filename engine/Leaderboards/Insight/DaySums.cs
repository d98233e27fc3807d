namespace Catalog.Engine.Leaderboards;

/// <summary>What happened on a day that is not over.</summary>
// mutable: counted in place, once a game.
internal struct DaySums
{
    /// <summary>The day, since 1970; -1 before the first.</summary>
    public int Day;

    /// <summary>How many players were known when it began.</summary>
    public int FirstSlot;

    /// <summary>Games that counted.</summary>
    public long Games;

    /// <summary>What they brought.</summary>
    public long ScoreSum;

    /// <summary>Games of those who were among the first hundred the day before.</summary>
    public long TopGames;

    /// <summary>What those brought.</summary>
    public long TopScoreSum;

    /// <summary>Submissions that had a rank before and after.</summary>
    public long Ranked;

    /// <summary>Of these, how many changed it.</summary>
    public long RankChanges;

    /// <summary>By how many places.</summary>
    public long Places;
}
