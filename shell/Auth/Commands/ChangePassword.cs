using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>
/// Replaces a password and ends every session, unless they were ended since the old password was checked.
/// </summary>
public readonly record struct ChangePassword(long TimeMs, ulong UserId, int Epoch, string PasswordHash)
    : ICommand<AccountAnswer>, IWireCommand<ChangePassword>
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
        writer.Write(PasswordHash);
    }

    /// <inheritdoc/>
    public static ChangePassword Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ChangePassword(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadString());
        WireFields.End(ref reader, further);
        return command;
    }
}
