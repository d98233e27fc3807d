using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>
/// How players come and stay: active ones by day, week and month, sessions, those who are new and what became of them.
/// A model of the facts, each counted once, whose state is saved with the journal position it stands at.
/// <code>
/// counted ─┐          ┌─► the player: days played, latest session ─► day: active, in 7 days, in 30 days, sessions
/// late    ─┼─► game ──┼─► cohorts: of those who began on a day or in a week, how many played later
/// held    ─┴─► day    └─► the mode: what games bring, by how many the player had before
/// </code>
/// A player who plays on a new day enters the windows of 7 and 30 days that end with it and after it, except those
/// that already hold another of the player's days; so every figure is exact whatever order games come in, as long as
/// they are not more than 191 days older than the player's last. A game that ends less than 30 minutes before another
/// begins is of its session; one that comes behind one of a later session is a session of its own.
/// Invariants: (1) a day's new ones are no more than its active ones, nor these more than those of its week, nor these
/// more than those of its month; (2) sessions by length sum up to all; (3) nobody's first day lies behind the last.
/// </summary>
/// <remarks>
/// O(1) a game, O(30) for a player's first on a day; nothing is allocated but pages; some 80 bytes are kept a player
/// and 4 for each mode. When it comes to a journal that no longer has every fact, it begins with those that are left.
/// Not thread-safe: read it through its view.
/// </remarks>
public sealed partial class EngagementBook : IProjection, IFetchingProjection
{
    /// <summary>How many players are told apart; further ones are not counted.</summary>
    public const int MaxPlayers = 1 << 24;

    /// <summary>How many days are kept.</summary>
    public const int MaxDays = 1_200;

    /// <summary>A session is over when nothing was played for so long, in seconds.</summary>
    public const int SessionGapSeconds = 30 * 60;

    /// <summary>Steps experience is told apart by: the first game, the second and third, the next four, …</summary>
    public const int ExperienceSteps = ModeCurve.Steps;

    private const int Week = 7;
    private const int Month = 30;
    private const int DaysBeforeMonday = 3;

    private readonly SortedDictionary<ulong, ModeCurve> _curves = [];
    private readonly DayRows<DayRow> _days = new(MaxDays);
    private readonly DayRows<WeekRow> _weeks = new(MaxDays / Week);
    private MemberTable _players = new(MaxPlayers);
    private Slab<PlayerRow> _rows = new();

    /// <inheritdoc/>
    public string Name => "leaderboard-engagement";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public bool MayBeginLate => true;

    /// <summary>How many players ever played.</summary>
    public int PlayerCount => _players.Count;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == LeaderboardMachine.Id && header.Type is 10 or 11 or 31;

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        ulong mode = header.Partition.Key;
        var reader = new MessagePackReader(payload);
        switch (header.Type)
        {
            case 10:
                ScoreCounted counted = ScoreCounted.Read(ref reader, header.Version);
                Play(mode, counted.PlayerId, header.TimeMs, counted.DurationSeconds, counted.Score);
                break;
            case 31:
                HeldScoreCounted late = HeldScoreCounted.Read(ref reader, header.Version);
                Play(mode, late.PlayerId, late.PlayedMs, late.DurationSeconds, late.Score);
                break;
            default:
                ulong player = ScoreHeld.Read(ref reader, header.Version).PlayerId;
                Come(player, (int)(header.TimeMs / BoardCalendar.DayMs));
                break;
        }
    }

    /// <inheritdoc/>
    void IFetchingProjection.Fetch(EventBatch batch, int first, int end)
    {
        Span<ulong> ids = stackalloc ulong[IFetchingProjection.GroupSize];
        Span<int> slots = stackalloc int[IFetchingProjection.GroupSize];
        while (CountedPlayers.Read(batch, ref first, end, ids, out ulong mode) is var count and > 0)
        {
            _players.FindGroup(ids[..count], slots, ranking: null);
            _curves.TryGetValue(mode, out ModeCurve? curve);
            foreach (int slot in slots[..count])
            {
                if (slot < 0) continue;
                _rows.Prefetch(slot);
                curve?.Fetch(slot);
            }
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        _days.Read(ref reader);
        _weeks.Read(ref reader);
        _players = MemberTable.Load(ref reader);
        for (int slot = 0; slot < _players.Count; slot++)
        {
            _rows.Reach(slot);
            _rows[slot] = PlayerRow.Read(ref reader);
        }

        int modes = reader.ReadMapHeader();
        for (int i = 0; i < modes; i++)
        {
            ulong mode = reader.ReadUInt64();
            CurveOf(mode).Read(ref reader);
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _days.Clear();
        _weeks.Clear();
        _curves.Clear();
        _players = new MemberTable(MaxPlayers);
        _rows = new Slab<PlayerRow>();
    }

    private static int WeekOf(int day) => (day + DaysBeforeMonday) / Week;

    private ModeCurve CurveOf(ulong mode)
    {
        if (!_curves.TryGetValue(mode, out ModeCurve? curve)) _curves.Add(mode, curve = new ModeCurve());
        return curve;
    }

    private void Play(ulong mode, ulong playerId, long timeMs, int seconds, int score)
    {
        int day = (int)(timeMs / BoardCalendar.DayMs);
        int slot = Come(playerId, day);
        if (slot < 0) return;
        ref PlayerRow player = ref _rows[slot];
        player.Games++;
        player.Seconds += (uint)seconds;
        DayRow row = _days.At(day);
        row.Games++;
        row.Seconds += seconds;
        long end = timeMs / 1_000;
        PlaySession(ref player, (uint)Math.Max(0, end - seconds), (uint)end);
        CurveOf(mode).Count(slot, score);
    }

    private void PlaySession(ref PlayerRow player, uint start, uint end)
    {
        bool isFirst = player.SessionEnd == 0;
        bool isBehind = isFirst || start >= player.SessionEnd + SessionGapSeconds;
        bool isBefore = !isFirst && end + SessionGapSeconds <= player.SessionStart;
        if (isBefore)
        {
            CountSession(start, end, 1);
            return;
        }

        if (!isBehind)
        {
            CountSession(player.SessionStart, player.SessionEnd, -1);
            start = Math.Min(start, player.SessionStart);
            end = Math.Max(end, player.SessionEnd);
        }

        (player.SessionStart, player.SessionEnd) = (start, end);
        CountSession(start, end, 1);
    }

    private void CountSession(uint start, uint end, int change)
    {
        DayRow row = _days.At((int)(start * 1_000L / BoardCalendar.DayMs));
        row.Sessions += change;
        row.SessionSeconds += change * (long)(end - start);
        row.Lengths[SessionLengths.Of(end - start)] += change;
    }

    /// <summary>A player was there on a day.</summary>
    /// <returns>The player's number; -1 when there is no room.</returns>
    private int Come(ulong playerId, int day)
    {
        int slot = _players.FindOrAdd(playerId, out bool isNew);
        if (slot < 0) return -1;
        if (isNew)
        {
            _rows.Reach(slot);
            _rows[slot] = new PlayerRow { FirstDay = day, LastDay = day };
        }

        KeepImage(slot);
        ref PlayerRow player = ref _rows[slot];
        int back = player.LastDay - day;
        bool isKnown = !isNew && (back >= DayBits.Count || player.PlayedOn(day));
        if (!isKnown) ComeSlow(ref player, day, isNew);
        return slot;
    }

    private void ComeSlow(ref PlayerRow player, int day, bool isNew)
    {
        bool isEarlier = !isNew && day < player.FirstDay;
        if (isEarlier) Follow(in player, -1);
        if (day > player.LastDay)
        {
            player.Days.Shift(day - player.LastDay);
            player.LastDay = day;
        }

        _days.At(day).Active++;
        EnterWindows(in player, day);
        if (!isNew && !isEarlier) FollowDay(in player, day);
        player.Days.Set(player.LastDay - day);
        if (!isNew && !isEarlier) return;
        player.FirstDay = day;
        Follow(in player, 1);
    }

    /// <summary>The windows that end with a day or after it and hold none of the player's other days.</summary>
    private void EnterWindows(in PlayerRow player, int day)
    {
        for (int length = Week; ; length = Month)
        {
            int from = day, until = day + length;
            for (int i = 1; i < length && from == day; i++)
                if (player.PlayedOn(day - i)) from = day - i + length;
            for (int i = 1; i < length && until == day + length; i++)
                if (player.PlayedOn(day + i)) until = day + i;
            for (int at = from; at < until; at++)
            {
                DayRow row = _days.At(at);
                if (length == Week) row.Weekly++;
                else row.Monthly++;
            }

            if (length == Month) return;
        }
    }

    /// <summary>Adds a further day, not among the player's yet, to what became of the cohorts.</summary>
    private void FollowDay(in PlayerRow player, int day)
    {
        _days.At(player.FirstDay).Retain(day - player.FirstDay, 1);
        int monday = (WeekOf(day) * Week) - DaysBeforeMonday;
        for (int other = monday; other < monday + Week; other++)
            if (player.PlayedOn(other)) return;
        int first = WeekOf(player.FirstDay);
        _weeks.At(first).Retain(WeekOf(day) - first, 1);
    }

    /// <summary>Adds all of a player's days to the cohorts of the first, or takes them off again. O(days).</summary>
    private void Follow(in PlayerRow player, int change)
    {
        DayRow row = _days.At(player.FirstDay);
        int first = WeekOf(player.FirstDay), counted = -1;
        WeekRow weeks = _weeks.At(first);
        for (int day = player.FirstDay; day <= player.LastDay; day++)
        {
            if (!player.PlayedOn(day)) continue;
            row.Retain(day - player.FirstDay, change);
            if (WeekOf(day) != counted) weeks.Retain(WeekOf(day) - first, change);
            counted = WeekOf(day);
        }
    }
}
