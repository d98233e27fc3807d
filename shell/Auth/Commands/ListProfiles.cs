using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Lists the accounts by ascending id, a page at a time.</summary>
public readonly record struct ListProfiles(long TimeMs, ulong AfterUserId)
    : IQuery<ProfilesAnswer>, IWireCommand<ListProfiles>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(AfterUserId);
    }

    /// <inheritdoc/>
    public static ListProfiles Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ListProfiles(reader.ReadInt64(), reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
