using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Counts the facts and chains them: one left out, doubled or out of order shows.</summary>
internal sealed class RecountProjection : IProjection
{
    public string Name => "recount";

    public int Version => 1;

    internal int Count { get; private set; }

    internal ulong Chain { get; private set; }

    internal static ulong Mix(ulong chain, in EventHeader header) =>
        ((chain ^ (ulong)header.Position) * 0x9E3779B97F4A7C15) + header.Type + header.Partition.Key;

    public bool Wants(in EventHeader header) => true;

    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        Count++;
        Chain = Mix(Chain, in header);
    }

    public void Save(ref MessagePackWriter writer)
    {
        writer.Write(Count);
        writer.Write(Chain);
    }

    public void Load(ref MessagePackReader reader)
    {
        Count = reader.ReadInt32();
        Chain = reader.ReadUInt64();
    }

    public void Reset() => (Count, Chain) = (0, 0);
}
