using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;

namespace Catalog.Engine.Tests.Booking.Advice;

public sealed class TasteModelTests
{
    private static readonly PlantedSales Sales = new();
    private static readonly UpcomingShowtime[] Upcoming = Sales.Upcoming();
    private static readonly long Now = PlantedSales.NowMs;
    private static readonly TasteModel Model = BookingAdvisor.Train(Sales.Build(), Now).Taste;

    [Fact]
    public void WhoSawOneOfAGenreIsSuggestedTheOtherWithAReason()
    {
        foreach (int film in (int[])[0, 1, 2])
        {
            TasteVisit[] visits = [VisitTo(film, 0), VisitTo(film, 0), VisitTo(film, 2)];
            Suggestion first = Suggest(visits, null)[0];
            Assert.Equal(Sales.Movies[film].Genre, first.Movie.Genre);
            Assert.NotEqual(Sales.Movies[film].Id, first.Movie.Id);
            Assert.Contains(first.Reasons, reason => reason.Kind == "genre" && reason.Subject == first.Movie.Genre);
            Assert.InRange(first.Reasons.Count, 1, 3);
            Assert.All(first.Showtimes, show => Assert.Equal("Aldenport", show.Theater.City));
        }
    }

    [Fact]
    public void NothingSeenSoldOutOrStartedIsSuggested()
    {
        TasteVisit[] visits = [VisitTo(0, 0)];
        UpcomingShowtime[] shows =
            [.. Upcoming.Select(show => show.Movie.Id == 2 ? show with { Free = 0 } : show)];
        IReadOnlyList<Suggestion> all = Model.Suggest(visits, shows, new TasteRequest(Now, 50, null));
        Assert.Equal(
            Enumerable.Range(3, 16).Select(id => (ulong)id), all.Select(each => each.Movie.Id).Order().ToArray());
        Assert.All(all, each => Assert.NotEmpty(each.Showtimes));
        long last = Upcoming[^1].StartsAtMs;
        Assert.Empty(Model.Suggest(visits, shows, new TasteRequest(last, 50, null)));
        Assert.Equal(2, Model.Suggest(visits, shows, new TasteRequest(Now, 2, null)).Count);
    }

    [Fact]
    public void SomebodyNewGetsWhatIsPopularInTheCityAskedFor()
    {
        IReadOnlyList<Suggestion> best = Model.Suggest([], Upcoming, new TasteRequest(Now, 50, "Veldmere"));
        Assert.Contains(best.Take(4), each => each.Movie.Id == PlantedSales.Hit);
        Assert.Contains(best.Skip(best.Count - 4), each => each.Movie.Id == PlantedSales.Flop);
        Assert.All(best[0].Showtimes, show => Assert.Equal("Veldmere", show.Theater.City));
        Assert.Contains(best[0].Reasons, reason => reason == new TasteReason("popular", "Veldmere"));
    }

    [Fact]
    public void TheSameQuestionHasTheSameAnswer()
    {
        TasteVisit[] visits = [VisitTo(1, 1), VisitTo(4, 3)];
        Assert.Equal(
            Suggest(visits, null).Select(each => (each.Movie.Id, each.Score)),
            Suggest(visits, null).Select(each => (each.Movie.Id, each.Score)));
    }

    private static IReadOnlyList<Suggestion> Suggest(TasteVisit[] visits, string? city) =>
        Model.Suggest(visits, Upcoming, new TasteRequest(Now, 10, city));

    private static TasteVisit VisitTo(int film, int theater) =>
        new(Sales.Movies[film], Sales.Theaters[theater], Now - (30 * PlantedSales.DayMs) + (8 * PlantedSales.HourMs));
}
