using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// How the boards fare: rollups of games, and every mode's all-time board day by day. A model of the facts, each
/// counted once, whose state is saved with the journal position it stands at.
/// <code>
/// counted, counted late ─┐                     ┌─► rollups by mode, region, hour, score
/// held                  ─┼─► the mode's board ─┼─► days: the first hundred, mobility, how newcomers climb
/// adjusted, removed     ─┤                     └─► this moment: games a second, who plays now
/// banned, unbanned, day over ─┘
/// </code>
/// </summary>
/// <remarks>
/// A game counts for the day it was played on. O(log players) a fact. When it comes to a journal that no longer has
/// every fact, it begins with those that are left; totals come with the facts, so each board is whole again when
/// everybody has played once. Not thread-safe: read it through its view.
/// </remarks>
public sealed class BoardsInsight : IProjection, IFetchingProjection, ISlicedProjection
{
    /// <summary>How many players of a mode are told apart.</summary>
    public const int MaxPlayers = 1 << 24;

    private readonly SortedDictionary<ulong, ModeBoards> _modes = [];
    private readonly Rollup _players;
    private readonly Rollup _percentiles;
    private readonly Rollup _gameScores;
    private readonly Rollup _distribution;
    private readonly Rollup _gamesPerDay;
    private readonly Rollup _hours;

    /// <summary>Makes the model of no facts.</summary>
    public BoardsInsight()
    {
        _players = Rollups[BoardRollups.DailyPlayers];
        _percentiles = Rollups[BoardRollups.ScorePercentiles];
        _gameScores = Rollups[BoardRollups.GameScores];
        _distribution = Rollups[BoardRollups.ScoreDistribution];
        _gamesPerDay = Rollups[BoardRollups.GamesPerDay];
        _hours = Rollups[BoardRollups.ModeHours];
    }

    /// <inheritdoc/>
    public string Name => "leaderboard-boards";

    /// <inheritdoc/>
    public int Version => 4;

    /// <inheritdoc/>
    public bool MayBeginLate => true;

    /// <summary>The rollups of <see cref="BoardRollups"/>.</summary>
    public RollupSet Rollups { get; } = new(BoardRollups.All);

    /// <summary>A mode's board; null when nothing is known of it. O(log modes).</summary>
    public ModeBoards? Find(ulong modeId) => _modes.GetValueOrDefault(modeId);

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == LeaderboardMachine.Id
        && header.Type is 10 or 11 or 12 or 23 or 31 or 32 or 33 or 34 or 35;

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        ulong id = header.Partition.Key;
        if (!_modes.TryGetValue(id, out ModeBoards? mode)) _modes.Add(id, mode = new ModeBoards(MaxPlayers));
        var reader = new MessagePackReader(payload);
        switch (header.Type)
        {
            case 10:
                ScoreCounted counted = ScoreCounted.Read(ref reader, header.Version);
                Count(id, mode, new CountedGame(
                    counted.PlayerId, header.TimeMs, counted.Score, counted.DurationSeconds, counted.Region,
                    counted.Total));
                if (!counted.IsHidden) mode.Note(counted.OldRank, counted.Rank);
                mode.Pulse.Count(header.TimeMs, counted.PlayerId, counted.DurationSeconds, false);
                break;
            case 31:
                HeldScoreCounted late = HeldScoreCounted.Read(ref reader, header.Version);
                // What was held has been submitted before, and was counted as that; what comes from elsewhere has not.
                Count(id, mode, new CountedGame(
                    late.PlayerId, late.PlayedMs, late.Score, late.DurationSeconds, late.Region, late.Total),
                    isSubmitted: late.SubmissionId == 0);
                break;
            case 11:
                ScoreHeld held = ScoreHeld.Read(ref reader, header.Version);
                Hold(id, header.TimeMs, in held);
                mode.Pulse.Count(header.TimeMs, held.PlayerId, held.DurationSeconds, true);
                break;
            default:
                Move(id, mode, MoveOf(mode, in header, ref reader));
                break;
        }
    }

    /// <inheritdoc/>
    void IFetchingProjection.Fetch(EventBatch batch, int first, int end)
    {
        Span<ulong> ids = stackalloc ulong[IFetchingProjection.GroupSize];
        while (CountedPlayers.Read(batch, ref first, end, ids, out ulong mode) is var count and > 0)
            Find(mode)?.Fetch(ids[..count]);
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        SavedSlices.Finish(((ISlicedProjection)this).SaveSlices(writer.Buffer));
    }

    /// <inheritdoc/>
    IEnumerator<bool> ISlicedProjection.SaveSlices(ByteBuffer into)
    {
        (ulong Id, ModeBoards Mode)[] modes = [.. _modes.Select(static each => (each.Key, each.Value))];
        foreach ((_, ModeBoards mode) in modes) mode.BeginSave();
        try
        {
            SaveHead(new MessagePackWriter(into), modes.Length);
            foreach ((ulong id, ModeBoards mode) in modes)
            {
                new MessagePackWriter(into).Write(id);
                using IEnumerator<bool> slices = mode.SaveSlices(into);
                while (slices.MoveNext()) yield return true;
            }
        }
        finally
        {
            foreach ((_, ModeBoards mode) in modes) mode.EndSave();
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        Rollups.Load(ref reader);
        int modes = reader.ReadMapHeader();
        for (int i = 0; i < modes; i++)
        {
            var mode = new ModeBoards(MaxPlayers);
            _modes.Add(reader.ReadUInt64(), mode);
            mode.Load(ref reader);
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        Rollups.Clear();
        _modes.Clear();
    }

    /// <summary>Checks the invariants of its parts. O(everything).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        Rollups.CheckInvariants();
        foreach (ModeBoards mode in _modes.Values) mode.CheckInvariants();
    }

    private static ModeBoards.Step MoveOf(ModeBoards mode, in EventHeader header, ref MessagePackReader reader)
    {
        switch (header.Type)
        {
            case 12:
                ScoreAdjusted adjusted = ScoreAdjusted.Read(ref reader, header.Version);
                return mode.Set(adjusted.PlayerId, adjusted.Total);
            case 32: return mode.SetHidden(PlayerBanned.Read(ref reader, header.Version).PlayerId, true);
            case 33: return mode.SetHidden(PlayerUnbanned.Read(ref reader, header.Version).PlayerId, false);
            case 34: return mode.Remove(ScoresRemoved.Read(ref reader, header.Version).PlayerId);
            case 35:
                mode.NoteReset(header.TimeMs);
                return default;
            default:
                mode.EndDay(DaySampled.Read(ref reader, header.Version).Day);
                return default;
        }
    }

    private void SaveHead(MessagePackWriter writer, int modes)
    {
        Rollups.Save(ref writer);
        writer.WriteMapHeader(modes);
    }

    private void Count(ulong id, ModeBoards mode, in CountedGame game, bool isSubmitted = true)
    {
        ModeBoards.Step step = mode.Count(in game);
        long timeMs = game.PlayedMs;
        int submitted = isSubmitted ? 1 : 0;
        long durationMs = game.DurationSeconds * 1_000L;
        _players.Add(timeMs, [id, game.Region],
        [
            (long)game.PlayerId, submitted, 1, 0, step.DayGames == 0 ? 1 : 0, step.IsNew ? 1 : 0,
            game.Score, durationMs,
        ]);
        _percentiles.Add(timeMs, [id], [1, game.Score, durationMs]);
        _gameScores.Add(timeMs, [id, (ulong)(game.Score / BoardRollups.ScoreStep)], [1]);
        if (isSubmitted) AddHour(id, game.Region, timeMs, 0);
        if (step.DayGames >= 0) CountDay(id, timeMs, step.DayGames);
        Move(id, mode, in step);
    }

    private void Hold(ulong id, long timeMs, in ScoreHeld held)
    {
        _players.Add(timeMs, [id, held.Region], [(long)held.PlayerId, 1, 0, 1, 0, 0, 0, 0]);
        AddHour(id, held.Region, timeMs, 1);
    }

    private void AddHour(ulong id, byte region, long timeMs, int held)
    {
        // 1970 began on a Thursday; weeks begin on a Monday, as 0.
        ulong weekday = (ulong)(((timeMs / TimeBuckets.DayMs) + 3) % 7);
        ulong hour = (ulong)(timeMs % TimeBuckets.DayMs / TimeBuckets.HourMs);
        _hours.Add(timeMs, [id, region, weekday, hour], [1, held]);
    }

    private void CountDay(ulong id, long timeMs, int before)
    {
        ulong from = BoardRollups.GamesBucket(before), to = BoardRollups.GamesBucket(before + 1);
        if (from == to) return;
        if (before > 0) _gamesPerDay.Add(timeMs, [id, from], [-1]);
        _gamesPerDay.Add(timeMs, [id, to], [1]);
    }

    // Dated by the board's own day, so that no day ever has fewer than nobody.
    private void Move(ulong id, ModeBoards mode, in ModeBoards.Step step)
    {
        ulong? from = step.Before is { } before ? BoardRollups.TotalBucket(before) : null;
        ulong? to = step.After is { } after ? BoardRollups.TotalBucket(after) : null;
        if (from == to) return;
        long timeMs = Math.Max(0, mode.Today) * TimeBuckets.DayMs;
        if (from is { } left) _distribution.Add(timeMs, [id, left], [-1]);
        if (to is { } entered) _distribution.Add(timeMs, [id, entered], [1]);
    }
}
