using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Looks up an account, with its password hash, by its normalised email address.</summary>
public readonly record struct FindCredentials(long TimeMs, string Email)
    : IQuery<CredentialsAnswer>, IWireCommand<FindCredentials>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(Email);
    }

    /// <inheritdoc/>
    public static FindCredentials Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new FindCredentials(reader.ReadInt64(), reader.ReadString());
        WireFields.End(ref reader, further);
        return command;
    }
}
