using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Keeps the same password under a newer hash; sessions go on.</summary>
public readonly record struct RehashPassword(long TimeMs, ulong UserId, int Epoch, string PasswordHash)
    : ICommand<AccountAnswer>, IWireCommand<RehashPassword>
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
    public static RehashPassword Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RehashPassword(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadString());
        WireFields.End(ref reader, further);
        return command;
    }
}
