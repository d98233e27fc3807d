using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>Reading what a mode keeps of its players, all of them in turn.</summary>
public sealed partial class LeaderboardMachine : IDecider<LeaderboardState, ReadRecords, RecordsReading>
{
    /// <inheritdoc/>
    public RecordsReading Decide(LeaderboardState state, in ReadRecords command, Decision decision)
    {
        if (state.Terms is null) return new RecordsReading(BoardCode.NotOpen, []);
        int from = Math.Clamp(command.From, 0, state.PlayerCount);
        int count = Math.Clamp(command.Limit, 0, Math.Min(ReadRecords.MaxLimit, state.PlayerCount - from));
        var records = new KeptRecord[count];
        for (int i = 0; i < count; i++) records[i] = RecordOf(state, from + i);
        return new RecordsReading(BoardCode.Ok, records);
    }

    private static KeptRecord RecordOf(LeaderboardState state, int slot)
    {
        ref readonly PlayerRecord player = ref state.Players[slot];
        bool isRanked = state.AllTime.TryGet(slot, out long total);
        state.Bans.TryFind(slot, out BanRecord ban);
        return new KeptRecord(
            state.Players.IdOf(slot),
            isRanked,
            total,
            player.GamesPlayed,
            player.DurationSeconds,
            Math.Max(0, player.LastSubmitMs),
            player.Region,
            ban.Kind,
            ban.UntilMs);
    }
}
