using System.Diagnostics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>Taking facts in.</summary>
public sealed partial class PlayBook : IProjection, IFetchingProjection
{
    private const long DayMs = BoardCalendar.DayMs;

    /// <inheritdoc/>
    public string Name => "leaderboard-play";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public bool MayBeginLate => true;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == LeaderboardMachine.Id && header.Partition.Key - 1 < (ulong)_options.Modes
        && header.Type is 10 or 12 or 30 or 31 or 32 or 33 or 34 or 36;

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        int mode = (int)(header.Partition.Key - 1);
        byte version = header.Version;
        switch (header.Type)
        {
            case 10: Count(mode, ScoreCounted.Read(ref reader, version), header.TimeMs); break;
            case 31: Count(mode, HeldScoreCounted.Read(ref reader, version)); break;
            case 12:
                ScoreAdjusted adjusted = ScoreAdjusted.Read(ref reader, version);
                SetTotal(mode, adjusted.PlayerId, adjusted.Total);
                break;
            case 34: SetTotal(mode, ScoresRemoved.Read(ref reader, version).PlayerId, 0); break;
            case 32: Ban(mode, PlayerBanned.Read(ref reader, version).PlayerId); break;
            case 33: Unban(mode, PlayerUnbanned.Read(ref reader, version).PlayerId); break;
            case 36: Flag(mode, AnomalyFlagged.Read(ref reader, version)); break;
            default: Close(mode, CaseClosed.Read(ref reader, version)); break;
        }
    }

    /// <inheritdoc/>
    void IFetchingProjection.Fetch(EventBatch batch, int first, int end)
    {
        Span<ulong> ids = stackalloc ulong[IFetchingProjection.GroupSize];
        Span<int> slots = stackalloc int[IFetchingProjection.GroupSize];
        while (CountedPlayers.Read(batch, ref first, end, ids, out ulong mode) is var count and > 0)
        {
            if (mode - 1 >= (ulong)_options.Modes) continue;
            Models.Slots.FindGroup(ids[..count], slots);
            foreach (int slot in slots[..count])
            {
                if (slot < 0) continue;
                _lastGames.Prefetch(slot);
                _plays[mode - 1].Prefetch(slot);
                Models.Fetch(slot);
            }

            foreach (int slot in slots[..count])
                if (slot >= 0 && slot < _reached) _games.Fetch(_lastGames[slot]);
        }
    }

    private void Count(int mode, in ScoreCounted fact, long timeMs) =>
        Count(fact.PlayerId, fact.Region, fact.Total, new PlayedGame(timeMs, mode, fact.Score, fact.DurationSeconds));

    private void Count(int mode, in HeldScoreCounted fact) => Count(
        fact.PlayerId, fact.Region, fact.Total,
        new PlayedGame(fact.PlayedMs, mode, fact.Score, fact.DurationSeconds));

    private void Count(ulong playerId, byte region, long total, PlayedGame game)
    {
        int slot = SlotOf(playerId);
        if (slot < 0)
        {
            PassedGames++;
            return;
        }

        ref long last = ref _lastGames[slot];
        game = game with { TimeMs = Math.Max(game.TimeMs, _games.TimeOf(last)) };
        Models.Add(playerId, region, game);
        _games.Add(ref last, game);
        int day = (int)(game.TimeMs / DayMs);
        foreach (TotalsTrend each in _totals) each.Reach(day);
        ref ModePlay play = ref _plays[game.Mode][slot];
        if (day > play.Day)
        {
            if (play.Games > 0) _days[game.Mode].Add(play.Games);
            (play.Day, play.Games) = (day, 0);
        }

        play.Games++;
        SetTotal(game.Mode, slot, total);
    }

    private void SetTotal(int mode, ulong playerId, long total)
    {
        int slot = SlotOf(playerId);
        if (slot >= 0) SetTotal(mode, slot, total);
    }

    private void SetTotal(int mode, int slot, long total)
    {
        ref ModePlay play = ref _plays[mode][slot];
        if (!IsBanned(mode, Models.Slots.IdOf(slot))) _totals[mode].Move(play.Total, total);
        play.Total = total;
    }

    private void Ban(int mode, ulong playerId)
    {
        int slot = SlotOf(playerId);
        if (IsBanned(mode, playerId)) return;
        if (slot >= 0) _totals[mode].Move(_plays[mode][slot].Total, 0);
        _bans[playerId] = (ushort)(_bans.GetValueOrDefault(playerId) | (1 << mode));
        Models.Hide(playerId, isHidden: true);
    }

    private void Unban(int mode, ulong playerId)
    {
        if (!IsBanned(mode, playerId)) return;
        int slot = SlotOf(playerId);
        if (slot >= 0) _totals[mode].Move(0, _plays[mode][slot].Total);
        ushort left = (ushort)(_bans[playerId] & ~(1 << mode));
        if (left != 0)
        {
            _bans[playerId] = left;
            return;
        }

        _bans.Remove(playerId);
        Models.Hide(playerId, isHidden: false);
    }

    private void Flag(int mode, in AnomalyFlagged fact)
    {
        // Those beyond are in the queue all the same; they are only asked for again with each of their games.
        if (_flags.Count >= MaxFlags && !_flags.ContainsKey(fact.PlayerId)) return;
        _flags[fact.PlayerId] = new FlagNote(mode, fact.CaseId, CaseStatus.Open, fact.Score, fact.Games);
    }

    private void Close(int mode, in CaseClosed fact)
    {
        if (!_flags.TryGetValue(fact.PlayerId, out FlagNote note) || note.Mode != mode || note.CaseId != fact.CaseId)
            return;
        _flags[fact.PlayerId] = note with { Status = fact.IsCleared ? CaseStatus.Cleared : CaseStatus.Upheld };
    }

    private bool IsBanned(int mode, ulong playerId) => (_bans.GetValueOrDefault(playerId) & (1 << mode)) != 0;

    private int SlotOf(ulong playerId)
    {
        int slot = Models.Slot(playerId);
        if (slot < 0) return slot;
        Reach(slot);
        KeepImage(slot);
        return slot;
    }

    private void Reach(int slot)
    {
        _lastGames.Reach(slot);
        foreach (Slab<ModePlay> plays in _plays) plays.Reach(slot);
        _reached = Math.Max(_reached, slot + 1);
        Debug.Assert(_reached <= Models.Players, "nobody is here whom the models do not know");
    }
}
