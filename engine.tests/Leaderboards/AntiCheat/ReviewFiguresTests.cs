using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Tests.Core.Projections;

namespace Catalog.Engine.Tests.Leaderboards.AntiCheat;

/// <summary>How good flags are is what humans made of them, also behind a snapshot.</summary>
public sealed class ReviewFiguresTests
{
    private ReviewFigures _figures = new();

    [Fact]
    public void FlagsAreCountedByKindAndPatternAndJudgedOnce()
    {
        Flag(1, caseId: 1, CheatPattern.Bot);
        Flag(1, caseId: 1, CheatPattern.Bot);
        Flag(2, caseId: 2, CheatPattern.SpeedHack);
        Hold(2, caseId: 2, CheatReasons.TooShort | CheatReasons.TooFrequent);
        Hold(3, caseId: 3, CheatReasons.TooShort);
        Reload();
        Assert.Equal(3, Mode.Open);
        Close(1, 1, isCleared: false);
        Close(2, 2, isCleared: true);
        Close(3, 3, isCleared: false);
        Close(3, 3, isCleared: false);
        Reload();
        Assert.Equal(0, Mode.Open);
        Assert.Equal(new FlagCounts(2, 1, 1), Mode.Analyzer);
        Assert.Equal(new FlagCounts(2, 1, 1), Mode.RulesFlags);
        Assert.Equal(0.5, Mode.Analyzer.Precision);
        Assert.Equal(new FlagCounts(1, 1, 0), Mode.Of(CheatPattern.Bot));
        Assert.Equal(new FlagCounts(1, 0, 1), Mode.Of(CheatPattern.SpeedHack));
        Assert.Equal((2, 1), (Mode.Of(CheatReasons.TooShort), Mode.Of(CheatReasons.TooFrequent)));
        Assert.Null(_figures.Find(8));
    }

    [Fact]
    public void WhoWasUpheldOrBannedIsACheaterUntilAHumanTakesItBack()
    {
        Flag(1, caseId: 1, CheatPattern.Bot);
        Close(1, 1, isCleared: false);
        Apply(new PlayerBanned(1, BanKind.Permanent, 0, 9));
        Apply(new PlayerBanned(2, BanKind.Shadow, 0, 9));
        Apply(new PlayerBanned(3, BanKind.Temporary, 5, 9));
        Reload();
        Assert.Equal((3, 1), (Mode.Cheaters, Mode.FoundByAnalyzer));
        Assert.Equal(1 / 3.0, Mode.Recall);
        Apply(new PlayerUnbanned(3, 0));
        Assert.Equal(3, Mode.Cheaters);
        Apply(new PlayerUnbanned(2, 9));
        Apply(new PlayerUnbanned(1, 9));
        Reload();
        Assert.Equal((2, 1), (Mode.Cheaters, Mode.FoundByAnalyzer));
    }

    private ModeReviews Mode => _figures.Find(7)!;

    private void Flag(ulong player, long caseId, CheatPattern pattern) =>
        Apply(new AnomalyFlagged(player, caseId, 0.9, pattern, 30, []));

    private void Hold(ulong player, long caseId, CheatReasons reasons) =>
        Apply(new ScoreHeld(player, 1, 1, 5, 6, 0, reasons, caseId));

    private void Close(ulong player, long caseId, bool isCleared) =>
        Apply(new CaseClosed(caseId, player, isCleared, 9));

    private void Apply<TEvent>(in TEvent fact)
        where TEvent : struct, IEvent<TEvent> =>
        _figures.Tell(new PartitionKey(LeaderboardMachine.Id, 7), in fact, 1);

    private void Reload() => _figures = new ReviewFigures().LoadedFrom(_figures);
}
