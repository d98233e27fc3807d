using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Insights;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Projections;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// What the facts of all game modes say of how people play: a read model that models are learned from.
/// <code>
/// score counted ─┬► models    skill, traces of play, days of play (PlayModels)
///                ├► games     the latest of everybody (insights, a player's pace, the graph of a review)
///                ├► totals    what score each rank takes, day by day (projections)
///                └► days      how many games a day of play has (comparison with the population)
/// banned, unbanned ─► out of matches and off the ladder of totals as long as any mode bans
/// case raised, closed ─► what stands against whom
/// </code>
/// Each fact counts exactly once: state and position are saved as one. What was learned is in the snapshot, too, but is
/// no part of what the facts say: it may be learned again any time.
/// Invariants: those of its parts; (1) who is banned in a mode is hidden from matches.
/// </summary>
/// <remarks>
/// O(1) a fact, nothing allocated but pages. A game that comes late, from a case that was cleared or from elsewhere,
/// counts as if it were played right behind the player's last one. Not thread-safe: read through its view.
/// </remarks>
public sealed partial class PlayBook
{
    private const int MaxFlags = 1 << 17;
    private readonly PlayBookOptions _options;
    private readonly SortedDictionary<ulong, ushort> _bans = [];
    private readonly SortedDictionary<ulong, FlagNote> _flags = [];
    private Slab<ModePlay>[] _plays = [];
    private GamesADay[] _days = [];
    private TotalsTrend[] _totals = [];
    private ModeField[] _fields = [];
    private Slab<long> _lastGames = new();
    private GameLog _games;
    private int _reached;

    /// <summary>Makes it for no facts.</summary>
    /// <param name="options">What it has room for.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public PlayBook(PlayBookOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _games = new GameLog(options.MaxGames);
        Models = new PlayModels(options.Modes, options.MaxPlayers);
        Reset();
    }

    /// <summary>Skill, anomalies, churn. Only to be asked, and to be trained: not to be told of games.</summary>
    public PlayModels Models { get; private set; }

    /// <summary>Games it was told of.</summary>
    public long Games => _games.Added;

    /// <summary>
    /// Games that were not looked at since the book was made or loaded, because their players came when it had no more
    /// room.
    /// </summary>
    public long PassedGames { get; private set; }

    /// <summary>Players it has room for.</summary>
    public int MaxPlayers => _options.MaxPlayers;

    /// <summary>Game modes.</summary>
    public int Modes => _options.Modes;

    /// <summary>Every game since this moment is kept, milliseconds since 1970.</summary>
    public long GamesSinceMs => _games.SinceMs;

    /// <summary>What score each rank of a mode takes, day by day.</summary>
    /// <param name="mode">The mode, from 0.</param>
    public TotalsTrend TotalsOf(int mode) => _totals[mode];

    /// <summary>How many games a day of play has in a mode.</summary>
    /// <param name="mode">The mode, from 0.</param>
    public GamesADay DaysOf(int mode) => _days[mode];

    /// <summary>Copies a player's latest games of all modes, the earliest of them first. O(copied).</summary>
    /// <param name="playerId">The player.</param>
    /// <param name="games">Where they go.</param>
    /// <returns>How many.</returns>
    public int CopyGames(ulong playerId, Span<PlayedGame> games)
    {
        int slot = Models.Slots.Find(playerId);
        return slot < 0 ? 0 : _games.CopyLatest(_lastGames[slot], games);
    }

    /// <summary>What a player's scores depend on. O(games).</summary>
    /// <param name="games">The player's games, the earliest first.</param>
    /// <param name="offsetMinutes">How far the player's clock is ahead of UTC.</param>
    public InsightReport InsightsOf(ReadOnlySpan<PlayedGame> games, int offsetMinutes) =>
        PlayerInsights.Find(games, _options.Modes, offsetMinutes, _fields);

    /// <summary>A player's all-time total in a mode. O(1).</summary>
    public long TotalOf(ulong playerId, int mode)
    {
        int slot = Models.Slots.Find(playerId);
        return slot < 0 ? 0 : _plays[mode][slot].Total;
    }

    /// <summary>Whether any mode bans the player. O(1).</summary>
    public bool IsBanned(ulong playerId) => _bans.ContainsKey(playerId);

    /// <summary>What the analyzer last said of a player; null for nothing. O(1).</summary>
    public FlagNote? FlagOf(ulong playerId) => _flags.TryGetValue(playerId, out FlagNote note) ? note : null;

    /// <summary>How unusual a player plays, and how many games that rests on. O(trees).</summary>
    public (AnomalyVerdict Verdict, int Games) JudgementOf(ulong playerId)
    {
        int slot = Models.Slots.Find(playerId);
        return slot < 0 ? default : (Models.JudgeAt(slot), Models.JudgedGames(slot));
    }

    /// <summary>Looks for those who are flagged among some of the players. O(count × trees).</summary>
    /// <param name="from">The number of the first to be looked at, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="flagged">Who is flagged is added here.</param>
    /// <returns>Whether there are players behind.</returns>
    public bool FindFlagged(int from, int count, ICollection<ulong> flagged)
    {
        ArgumentNullException.ThrowIfNull(flagged);
        int end = (int)Math.Min((long)from + count, _reached);
        for (int slot = from; slot < end; slot++)
            if (Models.JudgeAt(slot).IsFlagged) flagged.Add(Models.Slots.IdOf(slot));
        return end < _reached;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(players).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        Models.CheckInvariants();
        foreach (TotalsTrend totals in _totals) totals.CheckInvariants();
        foreach (ulong playerId in _bans.Keys)
            if (Models.Slots.Find(playerId) is var slot and >= 0 && !Models.IsHidden(slot))
                throw new InvalidOperationException($"(1) {playerId}.");
    }
}
