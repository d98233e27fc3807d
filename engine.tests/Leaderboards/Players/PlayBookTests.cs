using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Players;

/// <summary>Every counted game is in the book once, in order, whatever is saved and loaded in between.</summary>
public sealed class PlayBookTests
{
    private const int Players = 40;
    private const long StartMs = 20_000 * BoardCalendar.DayMs;
    private static readonly PlayBookOptions Options = new() { Modes = 3, MaxPlayers = 100, MaxGames = 1_500 };
    private readonly List<(EventHeader Header, byte[] Payload)> _facts = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AfterACrashItIsWhatObservingEveryGameOnceGives(int seed)
    {
        Play(seed, 3_000);
        var whole = new PlayBook(Options);
        foreach ((EventHeader header, byte[] payload) in _facts) Apply(whole, header, payload);
        var random = new Random(seed);
        var crashed = new PlayBook(Options);
        byte[] saved = Save(crashed);
        int savedAt = 0;
        for (int next = 0; next < _facts.Count; next++)
        {
            Apply(crashed, _facts[next].Header, _facts[next].Payload);
            if (random.Next(400) == 0) (saved, savedAt) = (Save(crashed), next + 1);
            if (random.Next(400) != 0) continue;
            // A new process: the latest snapshot, then what is behind it.
            crashed = new PlayBook(Options);
            var reader = new MessagePackReader(saved);
            crashed.Load(ref reader);
            Assert.True(reader.End);
            crashed.CheckInvariants();
            next = savedAt - 1;
        }

        whole.CheckInvariants();
        Assert.Equal(Save(whole), Save(crashed));
        Assert.Equal(CountedGames().Count, (int)whole.Games);
        CheckModels(whole);
    }

    [Fact]
    public void GamesOfThoseThereIsNoRoomForAreCounted()
    {
        Play(5, 2_000);
        var book = new PlayBook(Options with { MaxPlayers = Players / 2 });
        foreach ((EventHeader header, byte[] payload) in _facts) Apply(book, header, payload);
        book.CheckInvariants();
        Assert.Equal((Players / 2, Players / 2), (book.Models.Players, book.MaxPlayers));
        Assert.True(book.PassedGames > 100 && book.Games > 100);
        Assert.Equal(CountedGames().Count, book.Games + book.PassedGames);
        book.Reset();
        Assert.Equal(0, book.PassedGames);
    }

    [Fact]
    public void APlayersGamesAreTheLatestOfAll()
    {
        Play(3, 3_000);
        var book = new PlayBook(Options);
        foreach ((EventHeader header, byte[] payload) in _facts) Apply(book, header, payload);
        List<(ulong Player, PlayedGame Game)> games = CountedGames();
        var kept = games.TakeLast(Options.MaxGames).ToList();
        Assert.Equal(kept[0].Game.TimeMs, book.GamesSinceMs);
        var copy = new PlayedGame[25];
        for (ulong player = 1; player <= Players; player++)
        {
            var own = kept.Where(each => each.Player == player).Select(static each => each.Game).ToList();
            var all = new PlayedGame[Options.MaxGames];
            Assert.Equal(own, all[..book.CopyGames(player, all)]);
            Assert.Equal(own.TakeLast(copy.Length), copy[..book.CopyGames(player, copy)]);
        }
    }

    [Fact]
    public void WhoIsBannedIsHiddenUntilNoModeBans()
    {
        var book = new PlayBook(Options);
        Count(1, 1, 100, 100, StartMs);
        Add(1, new PlayerBanned(1, BanKind.Shadow, 0, 9), StartMs);
        Add(2, new PlayerBanned(1, BanKind.Permanent, 0, 9), StartMs);
        Add(1, new PlayerUnbanned(1, 9), StartMs);
        ApplyAll(book);
        Assert.True(book.IsBanned(1));
        book.CheckInvariants();
        Assert.Equal(1, book.TotalsOf(0).Players);
        Add(2, new PlayerUnbanned(1, 9), StartMs);
        ApplyAll(book);
        Assert.False(book.IsBanned(1));
    }

    [Fact]
    public void AFlagIsRememberedWithWhatBecameOfIt()
    {
        var book = new PlayBook(Options);
        Add(2, new AnomalyFlagged(5, 7, 0.9, CheatPattern.Bot, 30, []), StartMs);
        ApplyAll(book);
        Assert.Equal(new FlagNote(1, 7, CaseStatus.Open, 0.9, 30), book.FlagOf(5));
        Add(1, new CaseClosed(7, 5, true, 9), StartMs);
        Add(2, new CaseClosed(8, 5, true, 9), StartMs);
        ApplyAll(book);
        Assert.Equal(CaseStatus.Open, book.FlagOf(5)!.Value.Status);
        Add(2, new CaseClosed(7, 5, true, 9), StartMs);
        ApplyAll(book);
        Assert.Equal(CaseStatus.Cleared, book.FlagOf(5)!.Value.Status);
    }

    [Fact]
    public void RanksTakeWhatTheirPlayersHave()
    {
        var book = new PlayBook(Options);
        for (int day = 0; day < 12; day++)
            for (ulong player = 1; player <= 60; player++)
                Count(1, player, 100, (day + 1) * 1_000 * (long)player, StartMs + (day * BoardCalendar.DayMs));
        ApplyAll(book);
        // The fiftieth of sixty has 11 times the day's 1,000.
        var fiftieth = book.TotalsOf(0).Of(3);
        Assert.InRange(fiftieth.Now, 131_000, 133_000);
        Assert.Equal(10, fiftieth.Gains.Length);
        foreach (double gain in fiftieth.Gains.ToArray()) Assert.InRange(gain, 10_000, 12_000);
        Assert.Equal(132_500, book.TotalsOf(0).Of(3, 132_500).Now);
        Assert.Equal((1, 60 * 11), (book.DaysOf(0).Mean, (int)book.DaysOf(0).Days));
    }

    private void Play(int seed, int count)
    {
        var random = new Random(seed);
        long[] totals = new long[(Players + 1) * 4];
        long timeMs = StartMs;
        for (int i = 0; i < count; i++)
        {
            timeMs += random.Next(10 * 60_000);
            ulong player = 1 + (ulong)random.Next(Players), mode = 1 + (ulong)random.Next(3);
            ref long total = ref totals[(player * 4) + mode];
            int score = random.Next(5_000);
            switch (random.Next(40))
            {
                case 0: Add(mode, new PlayerBanned(player, BanKind.Shadow, 0, 9), timeMs); break;
                case 1: Add(mode, new PlayerUnbanned(player, 9), timeMs); break;
                case 2: Add(mode, new ScoreAdjusted(player, 50, 0, total += 50, 9), timeMs); break;
                case 3: Add(mode, new ScoresRemoved(player, total, 1, 9), timeMs); total = 0; break;
                case 4: Add(mode, new AnomalyFlagged(player, i, 0.9, CheatPattern.Bot, i, []), timeMs); break;
                case 5: Add(mode, new CaseClosed(i - 20, player, true, 9), timeMs); break;
                case 6:
                    long playedMs = timeMs - random.Next((int)BoardCalendar.DayMs);
                    total += score;
                    Add(mode, new HeldScoreCounted(player, 1, score, score, 600, 1, playedMs, 0, total), timeMs);
                    break;
                default: Count(mode, player, score, total += score, timeMs); break;
            }
        }
    }

    // The same as the book, said again in the simplest way.
    private List<(ulong Player, PlayedGame Game)> CountedGames()
    {
        var games = new List<(ulong, PlayedGame)>();
        var last = new Dictionary<ulong, long>();
        foreach ((EventHeader header, byte[] payload) in _facts)
        {
            var reader = new MessagePackReader(payload);
            int mode = (int)header.Partition.Key - 1;
            (ulong Player, PlayedGame Game) played;
            if (header.Type == ScoreCounted.TypeId)
            {
                ScoreCounted fact = ScoreCounted.Read(ref reader, 1);
                played = (fact.PlayerId, new PlayedGame(header.TimeMs, mode, fact.Score, fact.DurationSeconds));
            }
            else if (header.Type == HeldScoreCounted.TypeId)
            {
                HeldScoreCounted fact = HeldScoreCounted.Read(ref reader, 1);
                played = (fact.PlayerId, new PlayedGame(fact.PlayedMs, mode, fact.Score, fact.DurationSeconds));
            }
            else
            {
                continue;
            }

            long timeMs = Math.Max(played.Game.TimeMs, last.GetValueOrDefault(played.Player));
            last[played.Player] = timeMs;
            games.Add((played.Player, played.Game with { TimeMs = timeMs }));
        }

        return games;
    }

    private void CheckModels(PlayBook book)
    {
        var models = new PlayModels(Options.Modes, Options.MaxPlayers);
        foreach ((ulong player, PlayedGame game) in CountedGames()) models.Observe(player, 1, game);
        long nowMs = _facts[^1].Header.TimeMs;
        for (ulong player = 1; player <= Players; player++)
            Assert.Equal(models.SkillOf(player, nowMs), book.Models.SkillOf(player, nowMs));
        Assert.Contains(Enumerable.Range(1, Players), player => models.SkillOf((ulong)player, nowMs) is not null);
    }

    private void Count(ulong mode, ulong player, int score, long total, long timeMs) =>
        Add(mode, new ScoreCounted(player, 1, 1, score, score, 600, 1, 0, total, 1, 0, true, false), timeMs);

    private void Add<TEvent>(ulong mode, in TEvent fact, long timeMs)
        where TEvent : struct, IEvent<TEvent>
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        fact.Write(ref writer);
        var partition = new PartitionKey(LeaderboardMachine.Id, mode);
        _facts.Add((
            new EventHeader(_facts.Count, partition, TEvent.TypeId, TEvent.Version, timeMs),
            buffer.WrittenSpan.ToArray()));
    }

    private void ApplyAll(PlayBook book)
    {
        foreach ((EventHeader header, byte[] payload) in _facts) Apply(book, header, payload);
        _facts.Clear();
    }

    private static void Apply(PlayBook book, in EventHeader header, byte[] payload)
    {
        Assert.True(book.Wants(in header));
        book.Apply(in header, payload);
    }

    private static byte[] Save(PlayBook book)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        book.Save(ref writer);
        return buffer.WrittenSpan.ToArray();
    }
}
