using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Removes all scores of a player from every board.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="ModeratorId">Who does it.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct RemoveScores(
    long TimeMs, ulong PlayerId, ulong ModeratorId, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<RemoveScores>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlayerId);
        writer.Write(ModeratorId);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RemoveScores Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RemoveScores(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
