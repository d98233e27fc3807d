using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Events;

/// <summary>A session's refresh token was used and replaced.</summary>
public readonly record struct RefreshRotated(NewSession Session) : IEvent<RefreshRotated>
{
    /// <inheritdoc/>
    public static ushort TypeId => 4;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        Session.Family.Write(ref writer);
        Session.Token.Write(ref writer);
        writer.Write(Session.ExpiresMs);
    }

    /// <inheritdoc/>
    public static RefreshRotated Read(ref MessagePackReader reader, byte version) =>
        new(new NewSession(FamilyId.Read(ref reader), Digest.Read(ref reader), reader.ReadInt64()));
}
