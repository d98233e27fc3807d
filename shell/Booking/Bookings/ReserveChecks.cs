using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>Looks at a reservation field by field and names everything that is wrong with it.</summary>
internal static class ReserveChecks
{
    private const int ShownLabelLength = 32;

    /// <summary>Resolves a request against the showtime's plan. O(what is asked for).</summary>
    /// <returns>What is wrong; empty when <paramref name="wish"/> can be tried.</returns>
    public static FieldErrors Resolve(ReserveRequest request, SeatPlan plan, out ReserveWish wish)
    {
        var errors = new FieldErrors();
        wish = new ReserveWish(request.ShowtimeId, plan, default) { NeedsAccess = request.NeedsAccess };
        bool hasSeats = request.Seats is { Count: > 0 };
        bool hasPlaces = request.Area is not null || request.Places is not null;
        if (request.Best is { } best)
        {
            errors.Check(!hasSeats && !hasPlaces && !request.NeedsAccess, "best", "Excludes every other choice.");
            wish = wish with { Best = ResolveBest(best, plan, errors) };
            return errors;
        }

        if (!hasSeats && !hasPlaces) errors.Add("seats", "Name seats, places in an area, or 'best'.");
        if (hasSeats) wish = wish with { Seats = ResolveSeats(request.Seats!, plan, errors) };
        if (hasPlaces) wish = ResolvePlaces(request, wish, errors);
        return errors;
    }

    /// <summary>The zones by name as a mask; 0 is any.</summary>
    public static ulong ResolveZones(
        IReadOnlyList<string>? zones, SeatPlan plan, string field, FieldErrors errors)
    {
        ulong mask = 0;
        if (zones is null) return mask;
        errors.Check(zones.Count is > 0 and <= SeatPlan.MaxZones, field, "Name a zone, or leave it out.");
        for (int i = 0; i < Math.Min(zones.Count, SeatPlan.MaxZones); i++)
        {
            int zone = zones[i] is { } name ? plan.FindZone(name) : -1;
            if (zone >= 0) mask |= 1UL << zone;
            else errors.Add(At(field, i), "There is no such zone.");
        }

        return mask;
    }

    /// <summary>The name of an array's element in a problem.</summary>
    public static string At(string field, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");

    /// <summary>A seat's label as a problem may repeat it.</summary>
    public static string Shown(string? label) => label switch
    {
        null => "null",
        { Length: > ShownLabelLength } => label[..ShownLabelLength] + "…",
        _ => label,
    };

    private static SeatList ResolveSeats(IReadOnlyList<string> labels, SeatPlan plan, FieldErrors errors)
    {
        if (labels.Count > SeatList.MaxCount)
        {
            errors.Add("seats", string.Create(CultureInfo.InvariantCulture,
                $"{labels.Count} seats; one booking has at most {SeatList.MaxCount}."));
            return default;
        }

        Span<ushort> seats = stackalloc ushort[labels.Count];
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i] is not { } label || !plan.TryFind(label, out seats[i]))
                errors.Add(At("seats", i), $"There is no seat {Shown(labels[i])}.");
            else if (seats[..i].Contains(seats[i]))
                errors.Add(At("seats", i), $"{Shown(label)} is named twice.");
        }

        return new SeatList(seats);
    }

    private static ReserveWish ResolvePlaces(ReserveRequest request, ReserveWish wish, FieldErrors errors)
    {
        int area = request.Area is { } name ? wish.Plan.FindArea(name) : -1;
        int places = request.Places ?? 0;
        errors.Check(area >= 0, "area", request.Area is null ? "Is required with 'places'." : "There is no such area.");
        errors.Check(places is > 0 and <= SeatList.MaxCount, "places", "Must be 1 to 10.");
        errors.Check(wish.Seats.Count + places <= SeatList.MaxCount, "places", "With the seats, at most 10.");
        return errors.IsEmpty ? wish with { Area = (byte)area, Places = (byte)places } : wish;
    }

    private static SeatWish ResolveBest(BestSeatsRequest best, SeatPlan plan, FieldErrors errors)
    {
        errors.Check(best.Count is > 0 and <= SeatList.MaxCount, "best.count", "Must be 1 to 10.");
        errors.Check(best.Accessible >= 0 && best.Accessible <= best.Count, "best.accessible", "Must be 0 to 'count'.");
        errors.Check(best.MaxPriceCents is null or > 0, "best.maxPriceCents", "Must be positive.");
        ulong zones = ResolveZones(best.Zones, plan, "best.zones", errors);
        return new SeatWish(
            best.Count, best.Accessible, zones, best.MaxPriceCents ?? 0, best.AllowOrphans, best.AllowSplit);
    }
}
