using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Events;

/// <summary>A session was opened.</summary>
public readonly record struct RefreshIssued(ulong UserId, NewSession Session) : IEvent<RefreshIssued>
{
    /// <inheritdoc/>
    public static ushort TypeId => 3;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(UserId);
        Session.Family.Write(ref writer);
        Session.Token.Write(ref writer);
        writer.Write(Session.ExpiresMs);
    }

    /// <inheritdoc/>
    public static RefreshIssued Read(ref MessagePackReader reader, byte version) =>
        new(
            reader.ReadUInt64(),
            new NewSession(FamilyId.Read(ref reader), Digest.Read(ref reader), reader.ReadInt64()));
}
