using System.Numerics;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>How scores of a mode grow with the games a player has played in it: by powers of two.</summary>
/// <remarks>O(1) a game. Not thread-safe.</remarks>
internal sealed class ModeCurve
{
    /// <summary>How many steps there are: the last holds everything from 2ⁿ games on.</summary>
    public const int Steps = 14;

    private readonly Slab<int> _games = new();
    private readonly long[] _counts = new long[Steps];
    private readonly long[] _scores = new long[Steps];
    private int _reached;

    /// <summary>Games played at a step, and what they brought together.</summary>
    public (long Count, long Score) At(int step) => (_counts[step], _scores[step]);

    /// <summary>How many games a player played. O(1).</summary>
    public int GamesOf(int slot) => slot < _reached ? _games[slot] : 0;

    /// <summary>Counts a player's next game.</summary>
    public void Count(int slot, int score)
    {
        if (slot >= _reached)
        {
            _games.Reach(slot);
            _reached = slot + 1;
        }

        int step = Math.Min(Steps - 1, BitOperations.Log2((uint)++_games[slot]));
        _counts[step]++;
        _scores[step] += score;
    }

    /// <summary>Has what <see cref="Count"/> changes of a player fetched into the cache. O(1).</summary>
    public void Fetch(int slot) => _games.Prefetch(slot);

    /// <summary>Players with a number below this one may have games.</summary>
    public int Reached => _reached;

    /// <summary>Encodes it, but for the games of so many players, which are to follow. O(1).</summary>
    public void WriteHead(MessagePackWriter writer)
    {
        foreach (long count in _counts) writer.Write(count);
        foreach (long score in _scores) writer.Write(score);
        writer.WriteArrayHeader(_reached);
    }

    /// <summary>Decodes what was encoded into an empty one. O(players).</summary>
    public void Read(ref MessagePackReader reader)
    {
        foreach (ref long count in _counts.AsSpan()) count = reader.ReadInt64();
        foreach (ref long score in _scores.AsSpan()) score = reader.ReadInt64();
        _reached = reader.ReadArrayHeader();
        if (_reached > 0) _games.Reach(_reached - 1);
        for (int slot = 0; slot < _reached; slot++) _games[slot] = reader.ReadInt32();
    }
}
