using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Gives an account another role and ends every session.</summary>
public readonly record struct ChangeRole(long TimeMs, ulong UserId, AccountRole Role)
    : ICommand<AccountAnswer>, IWireCommand<ChangeRole>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(UserId);
        writer.Write((byte)Role);
    }

    /// <inheritdoc/>
    public static ChangeRole Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ChangeRole(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            (AccountRole)reader.ReadByte());
        WireFields.End(ref reader, further);
        return command;
    }
}
