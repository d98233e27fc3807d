using Catalog.Engine.Collections;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// A game mode: its players, its boards, and what goes with them.
/// <code>
/// players  id → slot → record                     boards   (kind, region, window) → order of slots
/// bans     slot → how a player is off the boards  recent   submission → first answer
/// cases    what waits for review                  contests events and tournaments
/// sliding  hour → slot → sum                      archives final standings
/// history  day → sample; slot → scores            leagues  this week's groups, last week's until decided
/// </code>
/// Invariants: (1) who is banned is hidden on every board, and nobody else is; (2) everybody on a regional or
/// windowed board is on the all-time board of all regions; (3) no board has more players than the mode; (4) no board is
/// kept longer than the rules say; (5) events are bounded.
/// </summary>
/// <remarks>Owned by its shard.</remarks>
public sealed partial class LeaderboardState
{
    private const ulong SnapshotVersion = 1;

    // What windows that are dropped leave to those that begin.
    private const long PooledBytes = 64L << 20;

    private readonly int[] _windows = new int[(int)WindowKind.Seasonal + 1];
    private readonly long[] _windowStartsMs = new long[(int)WindowKind.Seasonal + 1];
    private readonly List<long> _seasonResetsMs = [];

    internal LeaderboardState(ulong modeId, int maxPlayers)
    {
        ModeId = modeId;
        Players = new PlayerTable(maxPlayers);
        Boards = new BoardSet(new RankingOptions { Capacity = maxPlayers, Pool = new SlabPool(PooledBytes) });
    }

    /// <summary>The mode's id.</summary>
    public ulong ModeId { get; }

    /// <summary>Its rules; null until it is open.</summary>
    public ModeTerms? Terms { get; internal set; }

    /// <summary>How many players ever submitted.</summary>
    public int PlayerCount => Players.Count;

    /// <summary>How many submissions counted.</summary>
    public long CountedCount { get; internal set; }

    /// <summary>How many submissions were held.</summary>
    public long HeldCount { get; internal set; }

    /// <summary>How many rewards were granted.</summary>
    public long RewardCount { get; internal set; }

    /// <summary>When time next changes something by itself, milliseconds since 1970.</summary>
    internal long NextChangeMs { get; private set; } = long.MaxValue;

    /// <summary>When the last slice of upkeep was done; the next is not before the millisecond behind it.</summary>
    internal long LastSliceMs { get; set; }

    internal PlayerTable Players { get; }

    internal BoardSet Boards { get; }

    internal BanList Bans { get; } = new();

    internal RecentSubmissions Recent { get; } = new();

    internal CaseQueue Cases { get; } = new();

    internal ContestList Contests { get; } = new();

    internal SlidingHours Sliding { get; } = new();

    internal ArchiveShelf Archives { get; } = new();

    internal StandingHistory History { get; } = new();

    internal LeagueWeek? League { get; set; }

    internal LeagueWeek? LastLeague { get; set; }

    /// <summary>A hash of all of the state: equal for equal histories. O(size).</summary>
    public ulong StateHash()
    {
        var saved = new ByteBuffer(1 << 12);
        var writer = new MessagePackWriter(saved);
        Write(ref writer);
        var hash = new StateHasher();
        ReadOnlySpan<byte> bytes = saved.WrittenSpan;
        hash.Add((ulong)bytes.Length);
        foreach (byte value in bytes) hash.Add(value);
        return hash.Value;
    }

    /// <summary>The window of a kind as of the latest fact.</summary>
    internal int CurrentWindow(WindowKind kind) => kind <= WindowKind.Seasonal ? _windows[(int)kind] : 0;

    /// <summary>The window of a kind that a moment lies in. O(seasons ended early).</summary>
    internal int WindowOf(WindowKind kind, long timeMs)
    {
        int window = BoardCalendar.WindowOf(kind, timeMs);
        if (kind != WindowKind.Seasonal) return window;
        long startMs = BoardCalendar.StartMs(kind, window);
        int part = 0;
        foreach (long resetMs in _seasonResetsMs)
            if (resetMs >= startMs && resetMs <= timeMs) part++;
        return window + part;
    }

    /// <summary>Whether the season can be ended early once more before its quarter ends.</summary>
    internal bool CanResetSeason =>
        CurrentWindow(WindowKind.Seasonal) % BoardCalendar.SeasonsPerQuarter < BoardCalendar.SeasonsPerQuarter - 1;

    /// <summary>The windows of all kinds become those of a moment.</summary>
    internal void BeginWindows(long timeMs)
    {
        // Deciding looks at these, and must not be what makes them.
        Boards.FindOrAdd(new BoardKey(WindowKind.AllTime, 0, 0));
        if (Terms!.DecayHalfLifeMs > 0) Boards.FindOrAdd(new BoardKey(WindowKind.Decaying, 0, 0));
        for (WindowKind kind = WindowKind.AllTime; kind <= WindowKind.Seasonal; kind++) BeginWindow(kind, timeMs);
    }

    /// <summary>The window of a kind becomes that of a moment.</summary>
    internal void BeginWindow(WindowKind kind, long timeMs)
    {
        int window = WindowOf(kind, timeMs);
        if (window == _windows[(int)kind] && _windowStartsMs[(int)kind] != 0) return;
        _windows[(int)kind] = window;
        long startMs = BoardCalendar.StartMs(kind, window);
        foreach (long resetMs in _seasonResetsMs)
            if (kind == WindowKind.Seasonal && resetMs <= timeMs) startMs = Math.Max(startMs, resetMs);
        _windowStartsMs[(int)kind] = startMs;
        Boards.EndCurrent(kind);
        Reschedule();
    }

    /// <summary>The season ended early, and another begins.</summary>
    internal void ResetSeason(long timeMs)
    {
        _seasonResetsMs.Add(timeMs);
        BeginWindow(WindowKind.Seasonal, timeMs);
    }

    /// <summary>Finds anew when time next changes something. O(events + temporary bans).</summary>
    internal void Reschedule()
    {
        long nextMs = long.MaxValue;
        if (Terms is not null) nextMs = BoardCalendar.EndMs(WindowKind.Daily, _windows[(int)WindowKind.Daily]);
        nextMs = Math.Min(nextMs, Contests.FirstEndMs);
        NextChangeMs = Math.Min(nextMs, Bans.FirstEndMs);
    }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(SnapshotVersion);
        WireList.WriteOrNil(ref writer, Terms);
        if (Terms is null) return;
        writer.Write(CountedCount);
        writer.Write(HeldCount);
        writer.Write(RewardCount);
        writer.Write(LastSliceMs);
        foreach (int window in _windows) writer.Write(window);
        foreach (long startMs in _windowStartsMs) writer.Write(startMs);
        writer.WriteArrayHeader(_seasonResetsMs.Count);
        foreach (long resetMs in _seasonResetsMs) writer.Write(resetMs);
        Players.Write(ref writer);
        Boards.Write(ref writer);
        Bans.Write(ref writer);
        Recent.Write(ref writer);
        Cases.Write(ref writer);
        Contests.Write(ref writer);
        Sliding.Write(ref writer);
        Archives.Write(ref writer);
        History.Write(ref writer);
        WriteLeague(League, ref writer);
        WriteLeague(LastLeague, ref writer);
    }

    internal void Read(ref MessagePackReader reader)
    {
        ulong version = reader.ReadUInt64();
        if (version != SnapshotVersion) throw new MessagePackFormatException($"Game mode snapshot version {version}.");
        Terms = WireList.ReadOrNull<ModeTerms>(ref reader);
        if (Terms is null) return;
        CountedCount = reader.ReadInt64();
        HeldCount = reader.ReadInt64();
        RewardCount = reader.ReadInt64();
        LastSliceMs = reader.ReadInt64();
        foreach (ref int window in _windows.AsSpan()) window = reader.ReadInt32();
        foreach (ref long startMs in _windowStartsMs.AsSpan()) startMs = reader.ReadInt64();
        int resets = reader.ReadArrayHeader();
        for (int i = 0; i < resets; i++) _seasonResetsMs.Add(reader.ReadInt64());
        Players.Read(ref reader);
        Boards.Read(ref reader);
        Bans.Read(ref reader);
        Recent.Read(ref reader);
        Cases.Read(ref reader);
        Contests.Read(ref reader);
        Sliding.Read(ref reader);
        Archives.Read(ref reader);
        History.Read(ref reader);
        League = ReadLeague(ref reader);
        LastLeague = ReadLeague(ref reader);
        Reschedule();
    }

    private static void WriteLeague(LeagueWeek? week, ref MessagePackWriter writer)
    {
        if (week is null) writer.WriteNil();
        else week.Write(ref writer);
    }

    private static LeagueWeek? ReadLeague(ref MessagePackReader reader) =>
        reader.TryReadNil() ? null : LeagueWeek.Read(ref reader);
}
