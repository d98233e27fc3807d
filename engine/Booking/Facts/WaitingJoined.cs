using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Somebody waits for seats to come back.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="Wish">What they would take.</param>
public readonly record struct WaitingJoined(ulong UserId, WaitingWish Wish)
    : IEvent<WaitingJoined>
{
    /// <inheritdoc/>
    public static ushort TypeId => 40;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(UserId);
        Wish.Write(ref writer);
    }

    /// <inheritdoc/>
    public static WaitingJoined Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new WaitingJoined(
            reader.ReadUInt64(),
            WaitingWish.Read(ref reader));
    }
}
