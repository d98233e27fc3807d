using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Looks up an account by its id.</summary>
public readonly record struct FindAccount(long TimeMs, ulong UserId) : IQuery<AccountAnswer>, IWireCommand<FindAccount>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
    }

    /// <inheritdoc/>
    public static FindAccount Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new FindAccount(reader.ReadInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
