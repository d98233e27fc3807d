using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Begins a game mode.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Terms">Its rules.</param>
public readonly record struct OpenMode(long TimeMs, ModeTerms Terms)
    : ICommand<BoardResult>, IWireCommand<OpenMode>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Terms.Write(ref writer);
    }

    /// <inheritdoc/>
    public static OpenMode Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new OpenMode(
            reader.ReadInt64(),
            ModeTerms.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
