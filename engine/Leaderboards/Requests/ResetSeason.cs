using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Ends the season now: archives it, rewards the top, begins another.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="ModeratorId">Who does it.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
/// <param name="ExpectedSeason">The season that is meant, or 0 for the one of that moment.</param>
public readonly record struct ResetSeason(
    long TimeMs, ulong ModeratorId, IdempotencyKey Idempotency = default, int ExpectedSeason = 0)
    : ICommand<BoardResult>, IWireCommand<ResetSeason>
{
    private const int FewestFields = 3;
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(ModeratorId);
        Idempotency.Write(ref writer);
        writer.Write(ExpectedSeason);
    }

    /// <inheritdoc/>
    public static ResetSeason Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FewestFields);
        var command = new ResetSeason(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            IdempotencyKey.Read(ref reader),
            further > 0 ? reader.ReadInt32() : 0);
        WireFields.End(ref reader, Math.Max(0, further - (FieldCount - FewestFields)));
        return command;
    }
}
