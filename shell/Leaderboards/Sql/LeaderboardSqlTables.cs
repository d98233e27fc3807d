using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Events;
using Catalog.Shell.Cluster.Sql;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Leaderboards.Sql;

/// <summary>
/// What leaderboards' facts, and those of accounts and players, make of <see cref="LeaderboardTables"/>. A fact says
/// what a score is afterwards, and how many games are added. That a window ended is all its fact says; the standings
/// come from the archive, where they stay.
/// </summary>
internal sealed partial class LeaderboardSqlTables(
    LeaderboardClient boards, Accounts accounts, EngineHost engine) : ISqlTables
{
    /// <inheritdoc/>
    public string Schema => LeaderboardTables.Schema;

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<SqlTable> Tables => LeaderboardTables.All;

    /// <inheritdoc/>
    public string MoreSql => LeaderboardSql.IndexesAndViews;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => header.Partition.System switch
    {
        LeaderboardMachine.Id =>
            header.Type is 1 or 2 or (>= 10 and <= 12) or 20 or 22 or 23 or (>= 31 and <= 35) or 42,
        PlayersMachine.Id => header.Type == 1,
        AccountMachine.Id => header.Type == 1,
        _ => false,
    };

    /// <inheritdoc/>
    public void Map(in EventHeader header, ReadOnlySpan<byte> payload, SqlBatch into)
    {
        var reader = new MessagePackReader(payload);
        switch (header.Partition.System)
        {
            case LeaderboardMachine.Id: MapMode(in header, ref reader, into); break;
            case PlayersMachine.Id: Put(PlayerSaved.Read(ref reader, header.Version).Profile, into); break;
            default: MapAccount(AccountRegistered.Read(ref reader, header.Version).Profile, into); break;
        }
    }

    private static void MapAccount(AccountProfile account, SqlBatch into) =>
        into.Put(LeaderboardTables.Profiles, account.UserId).Set("email", account.Email);

    private static void Put(PlayerProfile player, SqlBatch into) =>
        into.Put(LeaderboardTables.Profiles, player.PlayerId)
            .Set("username", player.Name)
            .Set("region", GameModes.RegionName(player.Region))
            .Set("created_at", SqlText.Time(player.CreatedMs));

    private static void Put(ulong mode, ModeTerms terms, SqlBatch into) => into.Put(LeaderboardTables.GameModes, mode)
        .Set("name", terms.Name)
        .Set("max_score_per_game", terms.MaxScorePerGame)
        .Set("avg_game_duration_minutes", terms.AverageGameSeconds / 60);

    private static void Put(ulong mode, RewardGranted reward, SqlBatch into) =>
        into.Patch(LeaderboardTables.ArchiveEntries, mode, BoardOf(reward.Board), reward.PlayerId)
            .Set("reward", reward.Reward);

    private static string BoardOf(BoardKey board) => $"{BoardTypes.NameOf(board.Kind)} {BoardTypes.WindowOf(board)}";

    private void MapMode(in EventHeader header, ref MessagePackReader reader, SqlBatch into)
    {
        ulong mode = header.Partition.Key;
        byte version = header.Version;
        switch (header.Type)
        {
            case 1: Put(mode, ModeOpened.Read(ref reader, version).Terms, into); break;
            case 2: Put(mode, ModeRevised.Read(ref reader, version).Terms, into); break;
            case 10: MapCounted(in header, ScoreCounted.Read(ref reader, version), into); break;
            case 11: MapHeld(in header, ScoreHeld.Read(ref reader, version), into); break;
            case 12: MapAdjusted(in header, ScoreAdjusted.Read(ref reader, version), into); break;
            case 22: Put(mode, RewardGranted.Read(ref reader, version), into); break;
            case 23: Sample(mode, DaySampled.Read(ref reader, version), into); break;
            case 31: MapLate(in header, HeldScoreCounted.Read(ref reader, version), into); break;
            case 32: MapBan(mode, PlayerBanned.Read(ref reader, version), into); break;
            case 33: MapUnban(mode, PlayerUnbanned.Read(ref reader, version), into); break;
            case 34: MapRemoved(in header, ScoresRemoved.Read(ref reader, version), into); break;
            default: PutArchive(mode, EndedBy(in header, ref reader), into); break;
        }
    }

    private static void Sample(ulong mode, DaySampled fact, SqlBatch into) =>
        into.Run(LeaderboardSql.SampleTop, DayOf(fact.Day), (int)mode);

    private static BoardKey EndedBy(in EventHeader header, ref MessagePackReader reader)
    {
        switch (header.Type)
        {
            case 20:
                WindowClosed closed = WindowClosed.Read(ref reader, header.Version);
                return new BoardKey(closed.Kind, 0, closed.Window);
            case 35:
                return new BoardKey(WindowKind.Seasonal, 0, SeasonReset.Read(ref reader, header.Version).Window);
            default:
                return new BoardKey(WindowKind.Contest, 0, ContestEnded.Read(ref reader, header.Version).ContestId);
        }
    }

    private static DateOnly DayOf(int day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(day);

    private static DateOnly DayOf(long timeMs) => DayOf((int)(timeMs / BoardCalendar.DayMs));
}
