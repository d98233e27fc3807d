using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Adds to a player's score on the boards of the moment, or takes from it.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Delta">What to add.</param>
/// <param name="Region">The region it was played in; 0 for none.</param>
/// <param name="ModeratorId">Who does it.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct AdjustScore(
    long TimeMs, ulong PlayerId, long Delta, byte Region, ulong ModeratorId, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<AdjustScore>
{
    private const int FieldCount = 6;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlayerId);
        writer.Write(Delta);
        writer.Write(Region);
        writer.Write(ModeratorId);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static AdjustScore Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new AdjustScore(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadInt64(),
            reader.ReadByte(),
            reader.ReadUInt64(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
