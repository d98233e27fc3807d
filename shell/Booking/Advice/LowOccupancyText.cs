using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Shell.Alerts;
using Catalog.Shell.Booking.Chatbot;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Advice;

/// <summary>What an alert about a showtime that is too empty says. Stateless.</summary>
internal static class LowOccupancyText
{
    private const string KeyPrefix = "low-occupancy-";

    /// <summary>The key of a showtime's alert.</summary>
    public static string KeyOf(ulong showtimeId) => KeyPrefix + IdText.Of(showtimeId);

    /// <summary>Whether it is the key of such an alert.</summary>
    public static bool IsKey(string key) => key.StartsWith(KeyPrefix, StringComparison.Ordinal);

    /// <summary>The alert about a showtime.</summary>
    public static Alert AlertOf(string key, in UpcomingShowtime show, PriceAdvice advice, string currency)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        int now = advice.Now.BaseCents, suggested = advice.Suggested.BaseCents;
        double occupancy = advice.Forecast.Occupancy;
        double gain = advice.Now.RevenueCents <= 0
            ? 0
            : 100 * ((advice.Suggested.RevenueCents / advice.Now.RevenueCents) - 1);
        string price = suggested == now
            ? "No other price would bring in more."
            : string.Create(culture, $"At {ChatbotText.Money(suggested, currency)} instead of {now / 100m:0.00} ")
                + string.Create(culture, $"it would bring in {gain:0.#} % more.");
        string id = IdText.Of(show.Id);
        return new Alert
        {
            Id = 0,
            System = "booking",
            Key = key,
            Title = $"Too empty: {show.Movie.Title}, {ChatbotText.Time(show.StartsAtMs)}",
            Text = string.Create(
                culture, $"{show.Theater.Name}: {100 * occupancy:0.#} % of {show.Capacity} seats are expected ")
                + string.Create(culture, $"to be sold, {show.Sold} are by now. {price}"),
            Severity = AlertSeverity.Warning,
            Value = Math.Round(occupancy, 3),
            Details = new Dictionary<string, string>
            {
                ["showtimeId"] = id,
                ["expectedOccupancy"] = occupancy.ToString("0.###", culture),
                ["currentPriceCents"] = now.ToString(culture),
                ["suggestedPriceCents"] = suggested.ToString(culture),
                ["gainPercent"] = gain.ToString("0.#", culture),
                ["currency"] = currency,
                ["confidence"] = AdviceAnswers.NameOf(advice.Confidence),
                [Alert.LinkDetail] = "/booking/admin/insight/outlook?show=" + id,
            },
        };
    }
}
