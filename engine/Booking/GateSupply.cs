namespace Catalog.Engine.Booking;

/// <summary>What an <see cref="AdmissionGate"/> needs to know of a showtime: seats and places together.</summary>
/// <param name="Free">How many anyone may hold.</param>
/// <param name="ExpiringSoon">How many are in holds that lapse within the window.</param>
/// <param name="Held">How many are in holds at all.</param>
public readonly record struct GateSupply(int Free, int ExpiringSoon, int Held)
{
    /// <summary>Whether nothing is left and nothing can come back by itself.</summary>
    public bool IsSoldOut => Free + Held == 0;

    /// <summary>Reads a map. O(areas + holds that lapse within the window); 0 B.</summary>
    public static GateSupply Of(SeatMap map, long nowMs, long windowMs)
    {
        ArgumentNullException.ThrowIfNull(map);
        int free = map.FreeCount, held = map.HeldCount;
        for (int i = 0; i < map.AreaCount; i++)
        {
            AreaCounts area = map.Area(i);
            free += area.Free;
            held += area.Held;
        }

        return new GateSupply(free, map.ExpiringWithin(nowMs, windowMs), held);
    }
}
