using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Engine.Tests.Core.Projections;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.Engagement;

/// <summary>Random lives of players: figures are what the plain list of games says, also behind a snapshot.</summary>
public sealed class EngagementProperties
{
    private const int FirstDay = 20_000;
    private const int Span = 150;
    private const int Games = 90;
    private EngagementBook _book = new();
    private EngagementRecount _recount = new();
    private long _position;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FiguresAreWhatTheListOfGamesSays(bool comesLate) => Seeds.Run(() =>
    {
        for (int run = 0; run < 25; run++)
        {
            Random random = Seeds.Random(8_500 + run);
            (_book, _recount) = (new EngagementBook(), new EngagementRecount());
            for (int i = 0; i < Games; i++)
            {
                Play(random, comesLate ? random.Next(Span * 24) : i * Span * 24 / Games);
                if (i == Games / 2) Reload();
            }

            AssertEqual(comesLate);
        }
    });

    [Fact]
    public void AGameJustInsideTheGapIsOfTheSessionAndOneAtItIsNot()
    {
        long startMs = FirstDay * BoardCalendar.DayMs + BoardCalendar.HourMs;
        Apply(1, startMs, 600, 10);
        Apply(1, startMs + ((1_799 + 60) * 1_000), 60, 10);
        Apply(1, startMs + ((1_799 + 60 + 1_800 + 60) * 1_000), 60, 10);
        EngagementDay day = _book.Days(FirstDay, FirstDay + 1)[0];
        Assert.Equal((2L, 2_519L), (day.Sessions, day.SessionSeconds));
        long[] lengths = _book.Sessions(FirstDay, FirstDay + 1);
        Assert.Equal((1L, 1L), (lengths[SessionLengths.Of(60)], lengths[SessionLengths.Of(2_459)]));
    }

    [Fact]
    public void WhatComesBehindALaterSessionIsASessionOfItsOwn()
    {
        long startMs = (FirstDay + 1) * BoardCalendar.DayMs;
        Apply(1, startMs, 60, 10);
        Apply(1, startMs - (3 * BoardCalendar.HourMs), 60, 10);
        Assert.Equal([2, 0], _book.Days(FirstDay, FirstDay + 2).Select(static day => day.Sessions));
        _book.CheckInvariants();
    }

    [Fact]
    public void ExperienceIsCountedByTheModesOwnGames()
    {
        for (int game = 1; game <= 5; game++) 
            Apply(1, FirstDay * BoardCalendar.DayMs + (game * 60_000), 60, game * 10);
        Apply(2, FirstDay * BoardCalendar.DayMs, 60, 100);
        Assert.Equal([(2L, 110L), (2L, 50L), (2L, 90L)], _book.Experience(7));
        Assert.Empty(_book.Experience(8));
    }

    private void AssertEqual(bool comesLate)
    {
        _book.CheckInvariants();
        foreach (EngagementDay day in _book.Days(FirstDay, FirstDay + Span))
        {
            EngagementDay wanted = _recount.Day(day.Day);

            // Games that come in any order are not merged into sessions that are over.
            if (comesLate) wanted = wanted with { Sessions = day.Sessions, SessionSeconds = day.SessionSeconds };
            Assert.Equal(wanted, day);
        }

        foreach (bool isByWeek in new[] { false, true })
            foreach (EngagementCohort cohort in _book.Cohorts(FirstDay, FirstDay + Span, FirstDay + Span, isByWeek))
                Assert.Equal(_recount.Cohort(cohort.FirstDay, cohort.Active.Count, isByWeek), cohort.Active);
        foreach (PlayerChoice choice in Enum.GetValues<PlayerChoice>())
            Assert.Equal(_recount.Players(FirstDay + 30, FirstDay + 45, choice), List(choice));
    }

    private ulong[] List(PlayerChoice choice)
    {
        var found = new List<EngagementPlayer>();
        int next = 0;
        while (next >= 0) next = _book.List((FirstDay + 30, FirstDay + 45), choice, next, 2, found);
        return [.. found.Select(static each => each.PlayerId).Order()];
    }

    private void Play(Random random, int hour)
    {
        ulong player = (ulong)random.Next(1, 7);
        long timeMs = FirstDay * BoardCalendar.DayMs + (hour * BoardCalendar.HourMs) + random.Next(1_000_000);
        int seconds = random.Next(30, 1_500);
        bool counts = random.Next(10) > 0;
        _recount.Add(player, timeMs, seconds, counts);
        if (counts) Apply(player, timeMs, seconds, 10);
        else Apply(new ScoreHeld(player, 1, 1, 5, seconds, 0, CheatReasons.TooShort, 1), timeMs);

        // Half of the time there is another one right behind.
        if (random.Next(2) == 0) return;
        timeMs += random.Next(60, 3_600) * 1_000;
        _recount.Add(player, timeMs, 60, true);
        Apply(player, timeMs, 60, 10);
    }

    private void Apply(ulong player, long timeMs, int seconds, int score) =>
        Apply(new HeldScoreCounted(player, 0, score, score, seconds, 0, timeMs, 0, score), timeMs + 1_000_000_000);

    private void Apply<TEvent>(in TEvent fact, long timeMs)
        where TEvent : struct, IEvent<TEvent> =>
        _book.Tell(new PartitionKey(LeaderboardMachine.Id, 7), in fact, timeMs, _position++);

    private void Reload() => _book = new EngagementBook().LoadedFrom(_book);
}
