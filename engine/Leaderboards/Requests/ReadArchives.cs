using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Lists which final standings there are, the latest first.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Kind">Of which windows.</param>
/// <param name="Region">Of which region; 0 for all.</param>
/// <param name="Limit">The most it lists.</param>
public readonly record struct ReadArchives(long TimeMs, WindowKind Kind, byte Region, int Limit)
    : IQuery<ArchivesReading>, IWireCommand<ReadArchives>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write((byte)Kind);
        writer.Write(Region);
        writer.Write(Limit);
    }

    /// <inheritdoc/>
    public static ReadArchives Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadArchives(
            reader.ReadInt64(),
            (WindowKind)reader.ReadByte(),
            reader.ReadByte(),
            reader.ReadInt32());
        WireFields.End(ref reader, further);
        return command;
    }
}
