using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>What the box office takes off sale or puts back: seats, or places of an area.</summary>
/// <param name="Seats">The seats' labels.</param>
/// <param name="Area">A general-admission area's name.</param>
/// <param name="Places">How many of its places.</param>
public sealed record BlockRequest(IReadOnlyList<string>? Seats = null, string? Area = null, int? Places = null)
    : IExampled<BlockRequest>
{
    /// <inheritdoc/>
    public static BlockRequest Example => new(["C1", "C2", "C3"]);
}
