using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Shell.Booking.Advice.Contracts;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Advice;

/// <summary>What models say, as clients see it.</summary>
internal static class AdviceAnswers
{
    /// <summary>A showtime and what will have been sold of it.</summary>
    public static ShowDemandAnswer Demand(in UpcomingShowtime show, ShowForecast forecast) => new()
    {
        ShowtimeId = IdText.Of(show.Id),
        MovieId = IdText.Of(show.Movie.Id),
        MovieTitle = show.Movie.Title,
        TheaterId = IdText.Of(show.Theater.Id),
        TheaterName = show.Theater.Name,
        StartsAt = BookingAnswers.TimeOf(show.StartsAtMs),
        PriceCents = show.BaseCents,
        Capacity = show.Capacity,
        Sold = show.Sold,
        Free = show.Free,
        ExpectedSeats = Math.Round(forecast.ExpectedSeats, 1),
        LowSeats = Math.Round(forecast.LowSeats, 1),
        HighSeats = Math.Round(forecast.HighSeats, 1),
        ExpectedOccupancy = Math.Round(forecast.Occupancy, 3),
        Demand = NameOf(forecast.Class),
        Confidence = NameOf(forecast.Confidence),
    };

    /// <summary>What a showtime should cost.</summary>
    public static PriceAdviceAnswer Price(
        in UpcomingShowtime show, PriceAdvice advice, string currency, AdviceBasisAnswer basis) => new()
        {
            Showtime = Demand(in show, advice.Forecast),
            Currency = currency,
            CurrentPriceCents = advice.Now.BaseCents,
            SuggestedPriceCents = advice.Suggested.BaseCents,
            ChangePercent = Percent(advice.Suggested.BaseCents, advice.Now.BaseCents),
            CurrentRevenueCents = (long)Math.Round(advice.Now.RevenueCents),
            ExpectedRevenueCents = (long)Math.Round(advice.Suggested.RevenueCents),
            GainPercent = Percent(advice.Suggested.RevenueCents, advice.Now.RevenueCents),
            PriceRatio = Math.Round(advice.PriceRatio, 3),
            Confidence = NameOf(advice.Confidence),
            Reasons = AdviceTexts.Reasons(in show, advice),
            Factors = [.. advice.Forecast.Factors.Select(AdviceTexts.Factor)],
            Elasticity = ElasticityAnswer.Of(advice.Elasticity),
            Candidates = [.. advice.Candidates.Select(static candidate => new PriceCandidateAnswer(
                candidate.BaseCents, Math.Round(candidate.Seats, 1), (long)Math.Round(candidate.RevenueCents)))],
            Basis = basis,
        };

    /// <summary>A class as a word.</summary>
    public static string NameOf(DemandClass demand) => demand switch
    {
        DemandClass.Low => "low", DemandClass.Medium => "medium", _ => "high",
    };

    /// <summary>A confidence as a word.</summary>
    public static string NameOf(Confidence confidence) => confidence switch
    {
        Confidence.Low => "low", Confidence.Medium => "medium", _ => "high",
    };

    private static double Percent(double to, double from) =>
        from <= 0 ? 0 : Math.Round(100 * ((to / from) - 1), 1);
}
