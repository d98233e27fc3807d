using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Reads a game mode's rules and sizes.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
public readonly record struct ReadMode(long TimeMs)
    : IQuery<ModeReading>, IWireCommand<ReadMode>
{
    private const int FieldCount = 1;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
    }

    /// <inheritdoc/>
    public static ReadMode Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadMode(
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
