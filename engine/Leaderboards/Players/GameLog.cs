using System.Diagnostics;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// The latest games of everybody, each with the way to the same player's game before it.
/// <code>
/// games     … │ a │ b │ a │ c │ b │ a │      the next one takes the place of the oldest
///               └───2───┘           │
///                       └─────3─────┘        steps back to the game before; 0 for none
/// </code>
/// Invariants: (1) a step back leads to an earlier game; (2) there are no more games than the capacity; (3) while they
/// are being encoded, those that gave way to new ones are kept aside, in order.
/// </summary>
/// <remarks>
/// Adding is O(1), a player's games are O(games); 24 bytes a game, a page at a time. Bounded for all together: who
/// plays much has many games in it, and all that were played since <see cref="SinceMs"/> are there. Not thread-safe.
/// </remarks>
internal sealed class GameLog
{
    private const int Fields = 5;
    private readonly int _capacity;
    private readonly Slab<Entry> _entries = new();
    private readonly Slab<Entry> _aside = new();
    private long _savedFrom;
    private long _savedEnd;
    private int _asideCount;

    public GameLog(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <summary>How many games were ever added: the number of the next one.</summary>
    public long Added { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count => (int)Math.Min(Added, _capacity);

    /// <summary>Every game added since this moment is there; the beginning of time while nothing was dropped.</summary>
    public long SinceMs => Added <= _capacity ? long.MinValue : At(Added - _capacity).TimeMs;

    /// <summary>Adds a game. O(1).</summary>
    /// <param name="last">The number of the player's last game plus one, 0 for none; becomes that of this one.</param>
    /// <param name="game">The game.</param>
    public void Add(ref long last, in PlayedGame game)
    {
        int index = (int)(Added % _capacity);
        _entries.Reach(index);
        if (Added - _capacity >= _savedFrom && Added - _capacity < _savedEnd) KeepAside(_entries[index]);
        long back = last == 0 ? 0 : Added - (last - 1);
        _entries[index] = new Entry(
            game.TimeMs, game.Score, game.DurationSeconds, (int)(back < _capacity ? back : 0), (byte)game.Mode);
        last = ++Added;
    }

    /// <summary>Copies a player's latest games, the earliest of them first. O(copied).</summary>
    /// <param name="last">The number of the player's last game plus one, 0 for none.</param>
    /// <param name="games">Where they go.</param>
    /// <returns>How many.</returns>
    public int CopyLatest(long last, Span<PlayedGame> games)
    {
        int count = 0;
        for (long number = last - 1; count < games.Length && number >= Math.Max(0, Added - _capacity);)
        {
            ref readonly Entry entry = ref At(number);
            games[count++] = new PlayedGame(entry.TimeMs, entry.Mode, entry.Score, entry.DurationSeconds);
            if (entry.Back == 0) break;
            number -= entry.Back;
        }

        games[..count].Reverse();
        return count;
    }

    /// <summary>When a game was played; the beginning of time when it is no longer there. O(1).</summary>
    public long TimeOf(long last) =>
        last > Math.Max(0, Added - _capacity) ? At(last - 1).TimeMs : long.MinValue;

    /// <summary>Has a game of that number fetched into the cache, if it is there. O(1).</summary>
    public void Fetch(long last)
    {
        if (last > Math.Max(0, Added - _capacity)) _entries.Prefetch((int)((last - 1) % _capacity));
    }

    /// <summary>From now on games that give way to others are kept aside, until all are encoded as of now.</summary>
    public void BeginSave() => (_savedFrom, _savedEnd, _asideCount) = (Added - Count, Added, 0);

    /// <summary>Nothing is kept aside any more.</summary>
    public void EndSave() => (_savedFrom, _savedEnd, _asideCount) = (0, 0, 0);

    /// <summary>How many games are to be encoded.</summary>
    public int SavedCount => (int)(_savedEnd - _savedFrom);

    /// <summary>Encodes what comes before the games. O(1).</summary>
    public void SaveHead(MessagePackWriter writer)
    {
        writer.Write(_savedEnd);
        writer.WriteArrayHeader(SavedCount * Fields);
    }

    /// <summary>Encodes some of the games there were at the beginning, the oldest first. O(games).</summary>
    /// <param name="writer">Where they go.</param>
    /// <param name="first">The first, from 0.</param>
    /// <param name="end">Behind the last.</param>
    public void SaveGames(MessagePackWriter writer, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            ref readonly Entry entry = ref i < _asideCount ? ref _aside[i] : ref At(_savedFrom + i);
            writer.Write(entry.TimeMs);
            writer.Write(entry.Score);
            writer.Write(entry.DurationSeconds);
            writer.Write(entry.Back);
            writer.Write(entry.Mode);
        }
    }

    /// <summary>Replaces all by what was encoded, if need be without the oldest. O(games).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no games.</exception>
    public void Load(ref MessagePackReader reader)
    {
        Added = reader.ReadInt64();
        int count = reader.ReadArrayHeader() / Fields;
        ModelWire.Require(count <= Added, "More games than there ever were.");
        for (long number = Added - count; number < Added; number++)
        {
            int index = (int)(number % _capacity);
            _entries.Reach(index);
            _entries[index] = new Entry(
                reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadByte());
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Added = 0;

    // Those that give way are the oldest, in order: they are the first of those that are to be encoded.
    private void KeepAside(in Entry entry)
    {
        Debug.Assert(Added - _capacity == _savedFrom + _asideCount, "(3) Those aside are the oldest.");
        _aside.Reach(_asideCount);
        _aside[_asideCount++] = entry;
    }

    private ref Entry At(long number) => ref _entries[(int)(number % _capacity)];

    private readonly record struct Entry(long TimeMs, int Score, int DurationSeconds, int Back, byte Mode);
}
