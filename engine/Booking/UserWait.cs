using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>A waiting list somebody is on, as <see cref="UserWaits"/> knows it.</summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Wish">What they wait for.</param>
/// <param name="JoinedMs">Since when, milliseconds since 1970.</param>
public readonly record struct UserWait(ulong ShowtimeId, WaitingWish Wish, long JoinedMs)
{
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write(ShowtimeId);
        Wish.Write(ref writer);
        writer.Write(JoinedMs);
    }

    internal static UserWait Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new UserWait(reader.ReadUInt64(), WaitingWish.Read(ref reader), reader.ReadInt64());
    }
}
