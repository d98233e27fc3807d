using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Ends one session.</summary>
public readonly record struct CloseSession(long TimeMs, FamilyId Family)
    : ICommand<AccountAnswer>, IWireCommand<CloseSession>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Family.Write(ref writer);
    }

    /// <inheritdoc/>
    public static CloseSession Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new CloseSession(reader.ReadInt64(), FamilyId.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
