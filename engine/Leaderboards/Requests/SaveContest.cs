using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Plans an event or tournament, or changes one that has not ended.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Terms">Its rules.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct SaveContest(long TimeMs, ContestTerms Terms, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<SaveContest>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Terms.Write(ref writer);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static SaveContest Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SaveContest(
            reader.ReadInt64(),
            ContestTerms.Read(ref reader),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
