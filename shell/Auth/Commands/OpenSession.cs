using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Opens a session, unless the account's sessions were ended since its password was checked.</summary>
public readonly record struct OpenSession(long TimeMs, ulong UserId, int Epoch, NewSession Session)
    : ICommand<AccountAnswer>, IWireCommand<OpenSession>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
        writer.Write(Epoch);
        Session.Write(ref writer);
    }

    /// <inheritdoc/>
    public static OpenSession Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new OpenSession(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            NewSession.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
