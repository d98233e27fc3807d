using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Shards;

internal readonly record struct TallyAdded(long Amount, long WakeAtMs) : IEvent<TallyAdded>
{
    public static ushort TypeId => 1;

    public static byte Version => 1;

    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(Amount);
        writer.Write(WakeAtMs);
    }

    public static TallyAdded Read(ref MessagePackReader reader, byte version) =>
        new(reader.ReadInt64(), reader.ReadInt64());
}
