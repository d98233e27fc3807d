using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Ends the season now: archives it, rewards the top, begins another.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="ModeratorId">Who does it.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct ResetSeason(long TimeMs, ulong ModeratorId, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<ResetSeason>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(ModeratorId);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ResetSeason Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ResetSeason(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
