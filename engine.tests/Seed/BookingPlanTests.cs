using Catalog.Engine.Booking;
using Catalog.Seed.Booking;
using Catalog.Seed.Shared;

namespace Catalog.Engine.Tests.Seed;

/// <summary>What is planned obeys the rules, and looks like people: seasons, tastes, favourites.</summary>
public sealed class BookingPlanTests
{
    private static readonly SeedRequest Request = new(0.02, 3, "", SeededFolder.Now);
    private static readonly Volumes Size = new(Request);
    private static readonly World Everything = World.Create(Request, Size);
    private static readonly int[] Spread = Demand.Spread(Everything, Size.Bookings, Request.ChanceFor(6));
    private static readonly Step[] Steps = new BookingPlanner(Everything, Request.ChanceFor(7)).Plan(Spread);
    private static readonly Step[] Paid =
        [.. Steps.Where(step => step.Kind is StepKind.Book or StepKind.BookAtSecondTry)];

    [Fact]
    public void StepsAreInOrderAndInThePast()
    {
        Assert.Equal(Size.Bookings, Paid.Length);
        Assert.True(Steps.Zip(Steps.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) < 0), "In order.");
        Assert.All(Steps, step =>
        {
            long startMs = Everything.Showtimes[step.Showtime].StartsAtMs;
            Assert.InRange(step.TimeMs, Everything.BeginMs, Math.Min(startMs, Everything.NowMs) - 1);
        });
        foreach (IGrouping<int, Step> each in Steps.Where(s => s.Kind != StepKind.Cancel).GroupBy(s => s.Showtime))
            Assert.Equal(Enumerable.Range(1, each.Count()), each.Select(s => s.Ordinal));
    }

    [Fact]
    public void NoShowtimeIsSoldBeyondItsSeats()
    {
        foreach (IGrouping<int, Step> each in Paid.GroupBy(step => step.Showtime))
        {
            Theater theater = Everything.TheaterOf(Everything.Showtimes[each.Key]);
            Assert.InRange(each.Sum(step => step.Party), 1, Demand.SeatsOf(theater));
        }
    }

    [Fact]
    public void EveningsAndWeekendsAreFuller()
    {
        double evening = AverageWhere(at => at.Hour is >= 18 and < 22);
        Assert.True(evening > 1.5 * AverageWhere(at => at.Hour < 17));
        double weekend = AverageWhere(at => at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.True(weekend > 1.3 * AverageWhere(at => at.DayOfWeek is > DayOfWeek.Sunday and < DayOfWeek.Friday));
    }

    [Fact]
    public void AFewFilmsAndPeopleMakeMuchOfIt()
    {
        Assert.InRange(TopQuarter(Paid.GroupBy(step => MovieOf(step).Id), Size.Movies), 0.4, 0.9);
        Assert.InRange(TopQuarter(Paid.GroupBy(step => step.Person), Size.Users), 0.5, 0.9);
    }

    [Fact]
    public void PeopleKeepToTheirGenresAndTheirCity()
    {
        double liked = Paid.Average(step => MovieMaker.GenreOf(MovieOf(step)) == PersonOf(step).Genres.First ? 1.0 : 0);
        double local = Paid.Average(step => TheaterCity(step) == PersonOf(step).City ? 1.0 : 0);
        Assert.InRange(liked, 2.5 / MovieMaker.GenreCount, 0.9);
        Assert.InRange(local, 0.85, 0.99);
    }

    private static Movie MovieOf(Step step) => Everything.MovieOf(Everything.Showtimes[step.Showtime]);

    private static Person PersonOf(Step step) => Everything.People[step.Person];

    private static int TheaterCity(Step step) =>
        (int)(Everything.Showtimes[step.Showtime].TheaterId - 1) % Everything.Cities;

    private static double AverageWhere(Func<DateTime, bool> when) => Everything.Showtimes
        .Select((showtime, i) => (At: DateTimeOffset.FromUnixTimeMilliseconds(showtime.StartsAtMs).UtcDateTime, i))
        .Where(each => each.At < SeededFolder.Now && when(each.At))
        .Average(each => Spread[each.i]);

    private static double TopQuarter<TKey>(IEnumerable<IGrouping<TKey, Step>> groups, int count) =>
        groups.Select(g => g.Count()).OrderDescending().Take(count / 4).Sum() / (double)Paid.Length;
}
