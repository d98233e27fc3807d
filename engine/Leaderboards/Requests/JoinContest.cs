using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Takes part in a tournament.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="ContestId">The tournament.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct JoinContest(
    long TimeMs, int ContestId, ulong PlayerId, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<JoinContest>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(ContestId);
        writer.Write(PlayerId);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static JoinContest Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new JoinContest(
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadUInt64(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
