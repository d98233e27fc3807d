using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A row of a seat plan; see <see cref="RowSpec"/>.</summary>
/// <param name="Label">The row's label.</param>
/// <param name="Blocks">The sizes of its blocks from left to right.</param>
/// <param name="FirstNumber">The number of the leftmost seat.</param>
/// <param name="NumberStep">From a seat's number to its right neighbour's.</param>
/// <param name="IndentHalfSeats">Half seats from the left edge; centred when absent.</param>
/// <param name="Zones">Which seats are in which zone.</param>
/// <param name="Accessible">The numbers of the seats for wheelchair users.</param>
/// <param name="Companion">The numbers of the seats for those who accompany them.</param>
public sealed record SeatRowRequest(
    string Label,
    IReadOnlyList<int> Blocks,
    int FirstNumber = 1,
    int NumberStep = 1,
    int? IndentHalfSeats = null,
    IReadOnlyList<ZoneRun>? Zones = null,
    IReadOnlyList<int>? Accessible = null,
    IReadOnlyList<int>? Companion = null)
{
    /// <summary>The row in the engine's terms.</summary>
    public RowSpec ToSpec() => new()
    {
        Label = Label,
        Blocks = Blocks,
        FirstNumber = FirstNumber,
        NumberStep = NumberStep,
        IndentHalfSeats = IndentHalfSeats,
        Zones = Zones ?? [],
        Accessible = Accessible ?? [],
        Companion = Companion ?? [],
    };
}
