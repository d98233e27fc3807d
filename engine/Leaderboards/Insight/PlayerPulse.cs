namespace Catalog.Engine.Leaderboards;

/// <summary>What figures keep of a player: 32 bytes.</summary>
// mutable: it is changed in place in its slab.
internal struct PlayerPulse
{
    /// <summary>How many days are told apart, the last one included.</summary>
    public const int Days = 8;

    // With fewer games an average says little about the next.
    private const int FewestGames = 3;
    private const int BitsPerDay = 8;

    /// <summary>The last day with a game.</summary>
    public int LastDay;

    /// <summary>Games counted.</summary>
    public int Games;

    /// <summary>What they brought.</summary>
    public long ScoreSum;

    /// <summary>Games of the last eight days that ended with <see cref="LastDay"/>, a byte each, at most 255.</summary>
    public ulong DayGames;

    /// <summary>Whether the player is off the boards.</summary>
    public bool IsHidden;

    /// <summary>What a game of the player brings by what is known; 0 while too little is.</summary>
    public readonly double Expected => Games < FewestGames ? 0 : (double)ScoreSum / Games;

    /// <summary>Counts a game. O(1).</summary>
    /// <param name="day">The day it was played on.</param>
    /// <param name="score">What it brought.</param>
    /// <returns>How many games of that day were known before; -1 for a day too far back to be told.</returns>
    public int Count(int day, int score)
    {
        Games++;
        ScoreSum += score;
        int back = LastDay - day;
        if (back < 0)
        {
            DayGames = -back >= Days ? 0 : DayGames << (-back * BitsPerDay);
            LastDay = day;
            back = 0;
        }

        if (back >= Days) return -1;
        int before = (int)(DayGames >> (back * BitsPerDay)) & byte.MaxValue;
        if (before < byte.MaxValue) DayGames += 1UL << (back * BitsPerDay);
        return before;
    }
}
