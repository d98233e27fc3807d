namespace Catalog.Engine.Leaderboards;

/// <summary>What figures keep of a player: 24 bytes.</summary>
// mutable: it is changed in place in its slab.
internal struct PlayerPulse
{
    /// <summary>How many days are told apart, the last one included.</summary>
    public const int Days = 8;

    private const int BitsPerDay = 8;

    /// <summary>The last day with a game.</summary>
    public int LastDay;

    /// <summary>Games counted.</summary>
    public int Games;

    /// <summary>Games of the last eight days that ended with <see cref="LastDay"/>, a byte each, at most 255.</summary>
    public ulong DayGames;

    /// <summary>Whether the player is off the boards.</summary>
    public bool IsHidden;

    /// <summary>Counts a game. O(1).</summary>
    /// <param name="day">The day it was played on.</param>
    /// <returns>How many games of that day were known before; -1 for a day too far back to be told.</returns>
    public int Count(int day)
    {
        Games++;
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
