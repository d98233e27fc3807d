using Catalog.Shell.Leaderboards;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>
/// Who plays next: one mode after the other, and in each of them everybody in turn, in an order that is none, so that
/// boards are met at random and nobody plays twice within a minute. For one thread.
/// </summary>
internal sealed class GameOrder
{
    // Prime to the number of players, so that each comes once.
    private const long Stride = 247_007;
    private const uint Mixer = 2_654_435_761;

    private readonly long[] _played = new long[GameModes.All.Count];
    private int _mode;

    /// <summary>Goes on with the next mode.</summary>
    public GameMode NextMode() => GameModes.All[_mode = (_mode + 1) % GameModes.All.Count];

    /// <summary>The next player's number in the mode, and the score.</summary>
    public (int Player, int Score) Next() => Draw(_played[_mode]++);

    /// <summary>Who plays a mode's game of a number, and the score.</summary>
    public static (int Player, int Score) Draw(long game)
    {
        int player = (int)(game % GamePopulation.PlayerCount * Stride % GamePopulation.PlayerCount);
        uint spread = GamePopulation.MostScore - GamePopulation.LeastScore;
        return (player, GamePopulation.LeastScore + (int)((uint)game * Mixer % spread));
    }
}
