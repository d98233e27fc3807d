namespace Catalog.Engine.Booking;

/// <content>Places of general-admission areas that the box office keeps.</content>
public sealed partial class SeatMap
{
    /// <summary>What <see cref="BlockPlaces"/> would answer now, without doing it. O(1); 0 B.</summary>
    public SeatOutcome CanBlockPlaces(int area, int places)
    {
        if (places <= 0) return SeatOutcome.Of(SeatResult.Empty);
        if ((uint)area >= (uint)_areas.Length) return SeatOutcome.Of(SeatResult.NoSuchArea);
        return SeatOutcome.Of(_areas[area].Free < places ? SeatResult.AreaFull : SeatResult.Ok);
    }

    /// <summary>Takes free places of an area off sale: all or none. O(1); 0 B.</summary>
    public SeatOutcome BlockPlaces(int area, int places)
    {
        SeatOutcome outcome = CanBlockPlaces(area, places);
        if (outcome.IsOk) Keep(area, places);
        return outcome;
    }

    /// <summary>What <see cref="UnblockPlaces"/> would answer now, without doing it. O(1); 0 B.</summary>
    public SeatOutcome CanUnblockPlaces(int area, int places)
    {
        if (places <= 0) return SeatOutcome.Of(SeatResult.Empty);
        if ((uint)area >= (uint)_areas.Length) return SeatOutcome.Of(SeatResult.NoSuchArea);
        return SeatOutcome.Of(_areas[area].Blocked < places ? SeatResult.PlacesNotBlocked : SeatResult.Ok);
    }

    /// <summary>Puts blocked places of an area back on sale: all or none. O(1); 0 B.</summary>
    public SeatOutcome UnblockPlaces(int area, int places)
    {
        SeatOutcome outcome = CanUnblockPlaces(area, places);
        if (outcome.IsOk) Keep(area, -places);
        return outcome;
    }

    private void Keep(int area, int places)
    {
        _areas[area] = _areas[area] with { Blocked = _areas[area].Blocked + places };
        Header.Version++;
    }
}
