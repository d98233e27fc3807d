namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Everybody of a game and half a year of their play. A player is a function of the seed and the player's number, so a
/// world of ten million is held as two small numbers each: when they come, and when they go.
/// </summary>
internal sealed class PlayWorld
{
    /// <summary>Days of history: six months.</summary>
    public const int Days = 182;

    /// <summary>Players at scale 1.</summary>
    public const int PlayersAtScaleOne = 10_000_000;

    /// <summary>Regions, numbered from 1.</summary>
    public const int Regions = 5;

    public const long DayMs = 86_400_000;

    private const ulong MakeProfile = 1;

    /// <summary>Makes it; nothing is drawn yet.</summary>
    /// <param name="players">How many players.</param>
    /// <param name="seed">What all chance comes from.</param>
    /// <param name="todayMs">Midnight after the last day of history, milliseconds since 1970.</param>
    public PlayWorld(int players, int seed, long todayMs)
    {
        Players = players;
        Seed = (ulong)seed;
        TodayMs = todayMs;
    }

    public int Players { get; }

    public ulong Seed { get; }

    /// <summary>Midnight after the last day of history.</summary>
    public long TodayMs { get; }

    /// <summary>Midnight before the first.</summary>
    public long BeginMs => TodayMs - (Days * DayMs);

    /// <summary>Who somebody is. O(1).</summary>
    public PlayerProfile ProfileOf(int player) =>
        PlayerMaker.Make(player, new Draw(Seed, (ulong)player, MakeProfile));

    /// <summary>The day of the history a moment is on.</summary>
    public int DayOf(long timeMs) => (int)Math.Floor((timeMs - BeginMs) / (double)DayMs);
}
