using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Shell.Booking.Advice.Contracts;

namespace Catalog.Shell.Booking.Advice;

/// <summary>What models say, in sentences.</summary>
internal static class AdviceTexts
{
    /// <summary>Why a film is recommended.</summary>
    public static RecommendationReasonAnswer Reason(TasteReason reason) => new(
        reason.Kind,
        reason.Subject,
        reason.Kind switch
        {
            "genre" => $"You often book {reason.Subject.ToLowerInvariant()}.",
            "similar" => $"People who booked {reason.Subject} book this.",
            "near" => $"{reason.Subject} is near where you usually go.",
            "time" => $"It is on at a time you usually go, a {reason.Subject}.",
            "new" => "It has just come out.",
            _ when reason.Subject.Length > 0 => $"Many book it in {reason.Subject}.",
            _ => "Many book it.",
        });

    /// <summary>One of the things an expectation rests on.</summary>
    public static FactorAnswer Factor(DemandFactor factor)
    {
        double percent = Math.Round(100 * (factor.Ratio - 1), 1);
        string what = factor.Name switch
        {
            "slot" => "Showtimes at this time of the week sell",
            "theater" => "Showtimes in this theater sell",
            "film" => "Showtimes of this film, or of its genre while it is new, sell",
            "trend" => "Showtimes of the last days sold",
            "sales" => "What is sold already, so long before the start, says",
            _ => "What else was learned from showtimes like it says",
        };
        string by = percent switch
        {
            > 0 => string.Create(CultureInfo.InvariantCulture, $"{percent:0} % more."),
            < 0 => string.Create(CultureInfo.InvariantCulture, $"{-percent:0} % less."),
            _ => "as much as usual.",
        };
        return new FactorAnswer(factor.Name, percent, $"{what} {by}");
    }

    /// <summary>Why a price is suggested.</summary>
    public static IReadOnlyList<string> Reasons(in UpcomingShowtime show, PriceAdvice advice)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        ShowForecast forecast = advice.Forecast;
        double now = 100.0 * show.Sold / Math.Max(1, show.Capacity);
        var reasons = new List<string>
        {
            string.Create(culture, $"{now:0} % of the seats are sold; {100 * forecast.Occupancy:0} % are expected."),
        };
        int change = advice.Suggested.BaseCents - advice.Now.BaseCents;
        double percent = 100.0 * change / Math.Max(1, advice.Now.BaseCents);
        double elasticity = advice.Elasticity.Value;
        reasons.Add(change switch
        {
            < 0 => string.Create(
                culture, $"Lowering the price by {-percent:0} % brings more people than it costs revenue."),
            > 0 when forecast.HighSeats >= show.Capacity * 0.9 => string.Create(
                culture, $"More may want to come than there are seats, so {percent:0} % more can be asked."),
            > 0 => string.Create(culture, $"Asking {percent:0} % more costs fewer visitors than it brings revenue."),
            _ => "No other price is sure to bring more.",
        });
        reasons.Add(advice.Elasticity.IsKnown
            ? string.Create(
                culture, $"In the past, 1 % more on the price sold {-elasticity:0.0} % fewer seats here.")
            : string.Create(
                culture, $"Prices hardly varied: it is assumed that 1 % more sells {-elasticity:0.0} % fewer seats."));
        if (Math.Abs(advice.PriceRatio - 1) > 0.03)
            reasons.Add(string.Create(
                culture, $"It costs {100 * advice.PriceRatio:0} % of what this theater usually asks at such times."));
        return reasons;
    }

    /// <summary>What is to be thought of an unusual day.</summary>
    public static string Of(UnusualDay day) => string.Create(
        CultureInfo.InvariantCulture,
        $"{day.Bookings:#,0} bookings where {day.Expected:#,0} were to be expected.");

    /// <summary>What is to be thought of a time of the week.</summary>
    public static string Of(SlotAdvice slot) => string.Create(
        CultureInfo.InvariantCulture,
        $"{slot.Weekday} from {slot.FromHour:00}:00 sells {slot.Ratio:0.0} times as much as the average; "
        + $"{100 * slot.ShareOfShows:0} % of showtimes are then.");

    /// <summary>What is to be done about a film, and why.</summary>
    public static (string Recommendation, string Text) Of(FilmReview review)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string figures = string.Create(
            culture,
            $"{review.Seats} seats sold in {review.Shows} showtimes where other films would have sold about "
            + $"{review.ExpectedSeats:0}; in a week: {100 * (review.WeekChange - 1):+0;-0;0} % a showtime.");
        if (!review.IsUnderperforming) return ("keep", figures);
        return review.WeekChange <= 1.1 ? ("discontinue", figures) : ("fewer shows", figures);
    }
}
