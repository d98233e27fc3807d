using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.Core.Projections;

namespace Catalog.Engine.Tests.Leaderboards.Insight;

/// <summary>Figures about scores are what counting the facts by hand gives, also behind a snapshot.</summary>
public sealed class ScoreFiguresTests
{
    private const long HourMs = BoardCalendar.HourMs;
    private ScoreFigures _figures = new();

    [Fact]
    public void FiguresAreWhatTheFactsSay()
    {
        for (int score = 1; score <= 1000; score++) Count(score, score * HourMs / 100);
        Hold(10 * HourMs);
        Reload();
        ModeFigures mode = _figures.Find(7)!;
        Assert.Equal((1000, 1, 500_500), (mode.Counted, mode.Held, mode.ScoreSum));
        Assert.InRange(mode.ScoreAt(0.5), 490, 510);
        Assert.InRange(mode.ScoreAt(0.99), 980, 1000);
        Assert.Equal(600, mode.SecondsSum / mode.Counted);
        Assert.Equal(new HourFigures(9, 100, 0), mode.Hour(9));
        Assert.Equal(new HourFigures(10, 1, 1), mode.Hour(10));
        Assert.Equal(new HourFigures(11, 0, 0), mode.Hour(11));
        Assert.Null(_figures.Find(8));
    }

    [Fact]
    public void HoursThatAreOverGiveTheirPlaceToLaterOnes()
    {
        Count(1, HourMs);
        Count(1, (ScoreFigures.HourCount + 1) * HourMs);
        Count(1, HourMs);
        ModeFigures mode = _figures.Find(7)!;
        Assert.Equal(0, mode.Hour(1).Counted);
        Assert.Equal(1, mode.Hour(ScoreFigures.HourCount + 1).Counted);
        Assert.Equal(3, mode.Counted);
    }

    private void Count(int score, long timeMs) =>
        Apply(new ScoreCounted(1, 1, 1, score, score, 600, 0, 0, score, 1, 0, true, false), timeMs);

    private void Hold(long timeMs) => Apply(new ScoreHeld(1, 1, 1, 5, 6, 0, CheatReasons.TooShort, 1), timeMs);

    private void Apply<TEvent>(in TEvent fact, long timeMs)
        where TEvent : struct, IEvent<TEvent> =>
        _figures.Tell(new PartitionKey(LeaderboardMachine.Id, 7), in fact, timeMs);

    private void Reload() => _figures = new ScoreFigures().LoadedFrom(_figures);
}
