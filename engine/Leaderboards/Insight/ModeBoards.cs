using Catalog.Engine.Analytics.Sketches;
using Catalog.Engine.Leaderboards.Players;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// The all-time board of one mode as its facts tell it, day by day, and what each player did lately.
/// <code>
/// members   player ─► slot, in the order they came
/// pulses    [last day, games, points, games of eight days, hidden]   32 bytes a slot
/// board     slot ─► total, rank                                the ranking the mode itself has, made of facts
/// days      BoardDay by day: the first hundred, sums, how newcomers climb
/// </code>
/// A day ends for the board with the first game of a later one, or when the mode says so; what counts late, because it
/// was held, counts with the day it is counted on and rewrites no day that is over.
/// <para>
/// Invariants: (1) every slot on the board is a member; (2) the sum of totals is that of everybody shown; (3) days are
/// in order and before today.
/// </para>
/// </summary>
/// <remarks>
/// O(log n) a game; the end of a day O(100 + newcomers of six days · log n). About 90 bytes a player. Beyond its
/// capacity players are not told apart: their games count, they do not.
/// </remarks>
public sealed partial class ModeBoards
{
    /// <summary>How many days are kept.</summary>
    public const int MaxDays = 800;

    private const int MaxResets = 64;
    private const double WorthAccuracy = 0.0025;

    private static readonly int[] Ages = [0, 1, 3, 7, 14, 28];
    private readonly RankingOptions _options;
    private readonly List<BoardDay> _days = [];
    private readonly List<long> _resets = [];
    private readonly HashSet<ulong> _topYesterday = [];
    private readonly DDSketch _worth = new(WorthAccuracy);
    private readonly DDSketch _topWorth = new(WorthAccuracy);
    private MemberTable _members;
    private Slab<PlayerPulse> _pulses = new();
    private RankedTree _board;
    private DaySums _today = new() { Day = -1 };
    private long _totalSum;

    internal ModeBoards(int maxPlayers)
    {
        _options = new RankingOptions { Capacity = maxPlayers };
        _members = new MemberTable(maxPlayers);
        _board = new RankedTree(_options);
    }

    /// <summary>The day that is not over, since 1970; -1 before the first game.</summary>
    public int Today => _today.Day;

    /// <summary>How many players are on the board.</summary>
    public int PlayerCount => _board.Count;

    /// <summary>How many players are known.</summary>
    public int KnownCount => _members.Count;

    /// <summary>When seasons were ended early, milliseconds since 1970, the earliest first; the latest 64.</summary>
    public IReadOnlyList<long> SeasonResets => _resets;

    /// <summary>What happens right now.</summary>
    public GamePulse Pulse { get; } = new();

    /// <summary>Games that counted by players there was no room for.</summary>
    public long UnknownGames { get; private set; }

    /// <summary>The days that are over, the earliest first.</summary>
    public IReadOnlyList<BoardDay> Days => _days;

    /// <summary>What a mode's player did when a game was counted.</summary>
    /// <param name="IsNew">Whether it is the first of the player.</param>
    /// <param name="DayGames">Games of the same day before; -1 when that cannot be told.</param>
    /// <param name="Before">The player's total before; <see langword="null"/> when not shown on the board.</param>
    /// <param name="After">The total after; <see langword="null"/> when not shown on the board.</param>
    internal readonly record struct Step(bool IsNew, int DayGames, long? Before, long? After);

    /// <summary>Counts a game.</summary>
    internal Step Count(in CountedGame game)
    {
        if (game.Day > _today.Day) BeginDay(game.Day);
        bool isTop = _topYesterday.Contains(game.PlayerId);
        _today.Games++;
        _today.ScoreSum += game.Score;
        if (isTop)
        {
            _today.TopGames++;
            _today.TopScoreSum += game.Score;
        }

        int slot = FindOrAdd(game.PlayerId, out bool isNew);
        if (slot < 0)
        {
            UnknownGames++;
            return new Step(false, -1, null, null);
        }

        Compare(game.Score, _pulses[slot].Expected, isTop);
        int before = _pulses[slot].Count(game.Day, game.Score);
        Step moved = SetTotal(slot, game.Total);
        return moved with { IsNew = isNew, DayGames = before };
    }

    /// <summary>Notes a rank before and after a game, from 1.</summary>
    internal void Note(long oldRank, long rank)
    {
        if (oldRank <= 0 || rank <= 0) return;
        long places = Math.Abs(oldRank - rank);
        _today.Ranked++;
        _today.Places += places;
        if (places > 0) _today.RankChanges++;
    }

    /// <summary>Sets a player's total.</summary>
    internal Step Set(ulong playerId, long total)
    {
        int slot = FindOrAdd(playerId, out _);
        return slot < 0 ? default : SetTotal(slot, total);
    }

    /// <summary>Takes a player's scores away.</summary>
    internal Step Remove(ulong playerId)
    {
        int slot = _members.Find(playerId);
        if (slot < 0 || !_board.TryGetScore(slot, out long total)) return default;
        bool isShown = !_pulses[slot].IsHidden;
        _board.Remove(slot);
        if (!isShown) return default;
        _totalSum -= total;
        return new Step(false, -1, total, null);
    }

    /// <summary>Hides a player or shows one again.</summary>
    internal Step SetHidden(ulong playerId, bool isHidden)
    {
        int slot = FindOrAdd(playerId, out _);
        if (slot < 0 || _pulses[slot].IsHidden == isHidden) return default;
        _pulses[slot].IsHidden = isHidden;
        if (!_board.TryGetScore(slot, out long total)) return default;
        _board.SetHidden(slot, isHidden);
        _totalSum += isHidden ? -total : total;
        return isHidden ? new Step(false, -1, total, null) : new Step(false, -1, null, total);
    }

    /// <summary>A day is over, whether or not anybody plays on the next.</summary>
    internal void EndDay(int day)
    {
        if (_today.Day < 0 || day < _today.Day) return;
        BeginDay(day + 1);
    }

    /// <summary>A season was ended early.</summary>
    internal void NoteReset(long timeMs)
    {
        _resets.Add(timeMs);
        if (_resets.Count > MaxResets) _resets.RemoveAt(0);
    }

    /// <summary>Has what games of some players change fetched into the cache; at most a group of them.</summary>
    internal void Fetch(ReadOnlySpan<ulong> players)
    {
        Span<int> slots = stackalloc int[players.Length];
        _members.FindGroup(players, slots, _board);
        foreach (int slot in slots)
        {
            if (slot < 0) continue;
            _pulses.Prefetch(slot);
            _board.FetchLeaf(slot);
        }
    }

    private int FindOrAdd(ulong playerId, out bool isNew)
    {
        int slot = _members.FindOrAdd(playerId, out isNew);
        if (isNew) _pulses.Reach(slot);
        if (slot >= 0) KeepImage(slot);
        return slot;
    }

    private void Compare(int score, double expected, bool isTop)
    {
        if (expected <= 0) return;
        _worth.Add(score / expected);
        if (isTop) _topWorth.Add(score / expected);
    }

    private Step SetTotal(int slot, long total)
    {
        bool isShown = !_pulses[slot].IsHidden;
        ScoreChange change = _board.Update(slot, total);
        bool wasThere = change.Result != ScoreResult.Added;
        if (!isShown)
        {
            if (!wasThere) _board.SetHidden(slot, true);
            return default;
        }

        _totalSum += change.After - change.Before;
        return new Step(false, -1, wasThere ? change.Before : null, change.After);
    }
}
