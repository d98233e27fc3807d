using System.Collections.Concurrent;
using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// Templates made so far: showtimes with the same plan and prices share one. Bounded; thread-safe, finding one takes no
/// lock.
/// </summary>
public sealed class SeatTemplates
{
    /// <summary>Templates kept: at 100 KB for a thousand seats, 12 MB.</summary>
    private const int Capacity = 128;

    private readonly ConcurrentDictionary<(ulong PlanHash, ZonePrices Prices), SeatTemplate> _templates = new();

    /// <summary>Finds or makes the template of a plan at prices.</summary>
    internal SeatTemplate Of(SeatPlan plan, ZonePrices prices)
    {
        (ulong ContentHash, ZonePrices Prices) key = (plan.ContentHash, prices);
        if (_templates.TryGetValue(key, out SeatTemplate? known)) return known;

        // Forgetting all is rare, and cheaper than remembering which was used when.
        if (_templates.Count >= Capacity) _templates.Clear();
        return _templates.GetOrAdd(key, new SeatTemplate(plan, prices.Cents));
    }
}
