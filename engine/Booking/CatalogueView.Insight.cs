namespace Catalog.Engine.Booking;

/// <content>What a model that begins late takes over.</content>
public sealed partial class CatalogueView
{
    /// <summary>Copies what showtimes belong to. O(everything).</summary>
    internal void CopyTo(InsightCatalogue catalogue)
    {
        for (int slot = 0; slot < _theaters.SlotCount; slot++)
            if (_theaters.At(slot).Record is { } theater) catalogue.Put(theater);
        for (int slot = 0; slot < _movies.SlotCount; slot++)
            if (_movies.At(slot).Record is { } movie) catalogue.Put(movie);
        for (int row = 0; row < _showtimes.Count; row++) catalogue.Put(_showtimes.Record(row));
    }
}
