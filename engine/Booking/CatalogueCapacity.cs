namespace Catalog.Engine.Booking;

/// <summary>How much a catalogue holds; beyond it "full" is the answer.</summary>
public sealed record CatalogueCapacity
{
    /// <summary>Theaters.</summary>
    public int Theaters { get; init; } = 2_000;

    /// <summary>Films.</summary>
    public int Movies { get; init; } = 20_000;

    /// <summary>Showtimes, past and cancelled ones included.</summary>
    public int Showtimes { get; init; } = 100_000;
}
