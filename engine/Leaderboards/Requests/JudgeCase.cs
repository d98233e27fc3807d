using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Decides on a case: its held scores count, or they do not.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="CaseId">The case.</param>
/// <param name="IsCleared">Whether they count.</param>
/// <param name="ModeratorId">Who does it.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct JudgeCase(
    long TimeMs, long CaseId, bool IsCleared, ulong ModeratorId, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<JudgeCase>
{
    private const int FieldCount = 5;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(CaseId);
        writer.Write(IsCleared);
        writer.Write(ModeratorId);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static JudgeCase Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new JudgeCase(
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadBoolean(),
            reader.ReadUInt64(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
