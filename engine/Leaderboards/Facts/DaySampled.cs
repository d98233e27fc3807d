using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A day ended: the all-time standings of that moment are kept as history.</summary>
/// <param name="Day">The day's number.</param>
public readonly record struct DaySampled(int Day)
    : IEvent<DaySampled>
{
    /// <inheritdoc/>
    public static ushort TypeId => 23;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(Day);
    }

    /// <inheritdoc/>
    public static DaySampled Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new DaySampled(
            reader.ReadInt32());
    }
}
