using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <content>The read model as bytes.</content>
public sealed partial class CatalogueView
{
    private const int WireFieldCount = 4;
    private const int RowFieldCount = 3;

    /// <summary>
    /// Encodes everything: <c>[[theaters], [films], [plans], [[showtime, plan hash, seats] …]]</c>, by name
    /// and by time, so equal models have equal bytes. O(everything).
    /// </summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(WireFieldCount);
        writer.WriteArrayHeader(_theaters.Count);
        for (int i = 0; i < _theaters.Count; i++) _theaters.AtRank(i).Record.Write(ref writer);
        writer.WriteArrayHeader(_movies.Count);
        for (int i = 0; i < _movies.Count; i++) _movies.AtRank(i).Record.Write(ref writer);
        SavePlans(ref writer);
        writer.WriteArrayHeader(_showtimes.Count);
        foreach (int row in _showtimes.ByTime)
        {
            writer.WriteArrayHeader(RowFieldCount);
            _showtimes.Record(row).Write(ref writer);
            writer.Write(_showtimes.Seats(row).Plan.ContentHash);
            _showtimes.Seats(row).Write(ref writer);
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        CatalogueWire.ExpectArray(ref reader, WireFieldCount, nameof(CatalogueView));
        int theaters = reader.ReadArrayHeader();
        for (int i = 0; i < theaters; i++) Put(Theater.Read(ref reader));
        int movies = reader.ReadArrayHeader();
        for (int i = 0; i < movies; i++) Put(Movie.Read(ref reader));
        int plans = reader.ReadArrayHeader();
        for (int i = 0; i < plans; i++) MasksOf(SeatPlan.Read(ref reader));
        int rows = reader.ReadArrayHeader();
        for (int i = 0; i < rows; i++) LoadRow(ref reader);
    }

    private void SavePlans(ref MessagePackWriter writer)
    {
        ulong[] hashes = [.. _plans.Keys];
        Array.Sort(hashes);
        writer.WriteArrayHeader(hashes.Length);
        foreach (ulong hash in hashes) _plans[hash].Plan.Write(ref writer);
    }

    private void LoadRow(ref MessagePackReader reader)
    {
        CatalogueWire.ExpectArray(ref reader, RowFieldCount, nameof(CatalogueView));
        Showtime showtime = Showtime.Read(ref reader);
        bool isKnown = _plans.TryGetValue(reader.ReadUInt64(), out SeatPlanMasks? masks);
        int movieSlot = _movies.SlotOf(showtime.MovieId);
        int theaterSlot = _theaters.SlotOf(showtime.TheaterId);
        if (!isKnown || movieSlot < 0 || theaterSlot < 0 || _showtimes.RowOf(showtime.Id) >= 0)
        {
            throw new MessagePackFormatException($"Showtime {showtime.Id} stands twice, or on what is not there.");
        }

        _showtimes.Add(showtime, movieSlot, theaterSlot, ShowtimeSeats.Read(ref reader, masks!));
    }
}
