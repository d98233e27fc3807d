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

    /// <summary>What games brought of players who had played before.</summary>
    public long Compared;

    /// <summary>What their earlier averages made one expect of these games.</summary>
    public double Expected;

    /// <summary>As <see cref="Compared"/>, of those who were among the first hundred the day before.</summary>
    public long TopCompared;

    /// <summary>As <see cref="Expected"/>, of those.</summary>
    public double TopExpected;

    /// <summary>Submissions that had a rank before and after.</summary>
    public long Ranked;

    /// <summary>Of these, how many changed it.</summary>
    public long RankChanges;

    /// <summary>By how many places.</summary>
    public long Places;
}
