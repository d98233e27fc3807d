using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Plans an event or tournament, or changes one that has not ended.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Terms">Its rules; a new one whose id is 0 gets the next id.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
/// <param name="ExpectedRevision">The revision the change was made from; 0 for a new one.</param>
public readonly record struct SaveContest(
    long TimeMs, ContestTerms Terms, IdempotencyKey Idempotency = default, int ExpectedRevision = 0)
    : ICommand<BoardResult>, IWireCommand<SaveContest>
{
    private const int FewestFields = 3;
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Terms.Write(ref writer);
        Idempotency.Write(ref writer);
        writer.Write(ExpectedRevision);
    }

    /// <inheritdoc/>
    public static SaveContest Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FewestFields);
        var command = new SaveContest(
            reader.ReadInt64(),
            ContestTerms.Read(ref reader),
            IdempotencyKey.Read(ref reader),
            further > 0 ? reader.ReadInt32() : 0);
        WireFields.End(ref reader, Math.Max(0, further - (FieldCount - FewestFields)));
        return command;
    }
}
