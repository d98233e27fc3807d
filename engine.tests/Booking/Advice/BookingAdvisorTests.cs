using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;

namespace Catalog.Engine.Tests.Booking.Advice;

/// <summary>What the models say of a house whose truth is known.</summary>
public sealed class BookingAdvisorTests
{
    private static readonly PlantedSales Sales = new();
    private static readonly UpcomingShowtime[] Upcoming = Sales.Upcoming();
    private static readonly BookingAdvisor Advisor = BookingAdvisor.Train(Sales.Build(), PlantedSales.NowMs);
    private static readonly long Now = PlantedSales.NowMs;

    [Fact]
    public void WhatComesLaterIsNotLookedAt()
    {
        BookingAdvisor blind = BookingAdvisor.Train(Sales.Build(Now), Now);
        foreach (UpcomingShowtime show in Upcoming.Take(20))
            Assert.Equal(blind.Forecast(in show, Now).MedianSeats, Advisor.Forecast(in show, Now).MedianSeats);
        Assert.Equal(blind.Summary, Advisor.Summary);
        Assert.Equal(blind.Films, Advisor.Films);
        Assert.Equal(
            blind.Days.ForecastOf(SalesMeasure.Revenue)!.Points, Advisor.Days.ForecastOf(SalesMeasure.Revenue)!.Points);
    }

    [Fact]
    public void DemandIsNearTheTruthAndClassesAreMostlyRight()
    {
        double miss = 0, seats = 0;
        foreach (UpcomingShowtime show in Upcoming)
        {
            ShowForecast forecast = Advisor.Forecast(in show, Now);
            int percent = show.BaseCents / 10;
            double truth = PlantedSales.Truth(in show, percent);
            miss += Math.Abs(forecast.ExpectedSeats - truth);
            seats += truth;
            Assert.InRange(forecast.LowSeats, show.Sold, forecast.MedianSeats);
            Assert.InRange(forecast.HighSeats, forecast.MedianSeats, show.Capacity);
            Assert.InRange(forecast.ExpectedSeats, show.Sold, show.Capacity);
        }

        Assert.True(miss / seats < 0.25, $"{miss / seats:P0}");
        DemandScore score = Advisor.Summary.Demand;
        Assert.True(score.ClassAccuracy > 0.8 && score.ClassAccuracy > score.BaselineAccuracy + 0.2, $"{score}");
        Assert.True(score.Count > 100);
    }

    [Fact]
    public void FactorsMultiplyToTheMedian()
    {
        UpcomingShowtime show = Upcoming[5];
        ShowForecast forecast = Advisor.Forecast(in show, Now);
        double product = forecast.Factors.Aggregate(forecast.UsualSeats + 1, (all, factor) => all * factor.Ratio) - 1;
        Assert.Equal(product, forecast.MedianSeats, 3);
        Assert.Equal(["slot", "theater", "film", "trend", "sales", "learned"], forecast.Factors.Select(f => f.Name));
    }

    [Fact]
    public void PricesFollowThePlantedElasticity()
    {
        PriceElasticity learned = Advisor.Summary.Elasticity;
        Assert.True(learned.IsKnown, $"{learned}");
        Assert.Equal(PlantedSales.Elasticity, learned.Value, 0.25);
        // Below -1 a lower price brings more while seats are free.
        UpcomingShowtime empty = Upcoming.First(show => show.Movie.Id == PlantedSales.Flop) with { BaseCents = 1000 };
        PriceAdvice advice = Advisor.Advise(in empty, Now);
        Assert.True(advice.Suggested.BaseCents < 1000, string.Join('\n', advice.Candidates));
        Assert.True(advice.Suggested.RevenueCents > advice.Now.RevenueCents);
        // Nearly sold out: what is left goes for more.
        UpcomingShowtime full = Upcoming.First(
            show => show.Movie.Id == PlantedSales.Hit && show.StartsAtMs > Now + (5 * PlantedSales.DayMs));
        full = full with { BaseCents = 1000, Sold = 310, Free = 10 };
        Assert.True(Advisor.Advise(in full, Now).Suggested.BaseCents > 1000);
        Assert.All(advice.Candidates, candidate => Assert.InRange(candidate.BaseCents, 700, 1300));
        full = full with { Sold = 320, Free = 0 };
        Assert.Equal(1000, Advisor.Advise(in full, Now).Suggested.BaseCents);
    }

    [Fact]
    public void TheOutageIsFoundAndDaysAreForecast()
    {
        UnusualDay day = Assert.Single(Advisor.Days.Unusual, day => day.Day == PlantedSales.Outage);
        Assert.True(day.Bookings < day.Expected / 2 && day.Score < 0);
        // Before the first showtimes bookings only began.
        Assert.All(Advisor.Days.Unusual.Where(each => each.Day > new DateOnly(2026, 1, 8)),
            each => Assert.InRange(each.Day.DayNumber - PlantedSales.Outage.DayNumber, -1, 1));
        var forecast = Advisor.Days.ForecastOf(SalesMeasure.Bookings)!;
        Assert.Equal(new DateOnly(2026, 5, 1), Advisor.Days.ForecastFrom);
        Assert.True(forecast.Error.MeanPercent < 0.15 && forecast.Error.MeanPercent <= forecast.Baseline.MeanPercent);
    }

    [Fact]
    public void TheFlopIsToGoAndTheHitToStay()
    {
        Assert.Equal(PlantedSales.Flop, Advisor.Films[0].MovieId);
        Assert.Equal(PlantedSales.Flop, Assert.Single(Advisor.Films, film => film.IsUnderperforming).MovieId);
        Assert.Equal(PlantedSales.Hit, Advisor.Films[^1].MovieId);
        Assert.Equal(18, Advisor.Films.Count);
    }

    [Fact]
    public void SaturdayEveningsAreBestInAllAndForAGenreInATheater()
    {
        foreach ((ulong? theater, string? genre) in new (ulong?, string?)[] { (null, null), (2, "Comedy") })
        {
            IReadOnlyList<SlotAdvice> slots = Advisor.RankSlots(theater, genre)!;
            Assert.Equal((DayOfWeek.Saturday, 20), (slots[0].Weekday, slots[0].FromHour));
            Assert.Equal(21, slots.Count);
            Assert.True(slots[0].Ratio > 1.8 && slots[^1].Ratio < 0.7);
        }

        Assert.Null(Advisor.RankSlots(99, null));
        Assert.Null(Advisor.RankSlots(null, "Western"));
    }

    [Fact]
    public void WithoutAnyHistoryEverythingIsAnsweredFromWhatIsUsual()
    {
        BookingAdvisor empty = BookingAdvisor.Train(new SalesHistoryBuilder().Build(), Now);
        UpcomingShowtime show = Upcoming[0] with { Sold = 200, Free = 120 };
        ShowForecast busy = empty.Forecast(in show, Now);
        Assert.True(busy.ExpectedSeats > 200 && busy.Confidence == Confidence.Low);
        show = show with { Sold = 0, Free = 320 };
        Assert.True(empty.Forecast(in show, Now).ExpectedSeats < 60);
        Assert.Equal(PriceElasticity.Usual.Value, empty.Advise(in show, Now).Elasticity.Value);
        Assert.Empty(empty.Films);
        Assert.Empty(empty.RankSlots(null, null)!);
        Assert.Null(empty.Days.ForecastOf(SalesMeasure.Bookings));
        Assert.NotEmpty(empty.Taste.Suggest([], Upcoming, new TasteRequest(Now, 3, null)));
    }
}
