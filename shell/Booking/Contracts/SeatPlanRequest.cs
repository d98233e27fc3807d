using Catalog.Engine.Booking;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A seat plan as people write it down; see <see cref="SeatPlanSpec"/>.</summary>
/// <param name="Zones">The price zones' names.</param>
/// <param name="Rows">The rows, the one nearest to the screen first.</param>
/// <param name="Areas">The general-admission areas.</param>
/// <param name="Focal">Where one sits best.</param>
public sealed record SeatPlanRequest(
    IReadOnlyList<string> Zones,
    IReadOnlyList<SeatRowRequest>? Rows = null,
    IReadOnlyList<AreaSpec>? Areas = null,
    FocalSpec? Focal = null) : IExampled<SeatPlanRequest>
{
    /// <inheritdoc/>
    public static SeatPlanRequest Example => new(
        ["Standard", "Premium"], [new SeatRowRequest("A", [4, 4]), new SeatRowRequest("B", [4, 4])]);

    /// <summary>The plan in the engine's terms. O(rows).</summary>
    public SeatPlanSpec ToSpec() => new()
    {
        Zones = Zones,
        Rows = Rows is null ? [] : [.. Rows.Select(static row => row?.ToSpec()!)],
        Areas = Areas ?? [],
        Focal = Focal,
    };
}
