using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Takes in many players at once; those who are known stay as they are.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Players">The players.</param>
public readonly record struct ImportPlayers(long TimeMs, IReadOnlyList<PlayerProfile> Players)
    : ICommand<BoardResult>, IWireCommand<ImportPlayers>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        WireList.Write(ref writer, Players);
    }

    /// <inheritdoc/>
    public static ImportPlayers Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ImportPlayers(
            reader.ReadInt64(),
            WireList.Read<PlayerProfile>(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
