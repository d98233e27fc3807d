using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Events;

/// <summary>All sessions of an account were ended, and every access token given out before is void.</summary>
public readonly record struct SignedOutEverywhere(ulong UserId, int Epoch) : IEvent<SignedOutEverywhere>
{
    /// <inheritdoc/>
    public static ushort TypeId => 6;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(UserId);
        writer.Write((long)Epoch);
    }

    /// <inheritdoc/>
    public static SignedOutEverywhere Read(ref MessagePackReader reader, byte version) =>
        new(reader.ReadUInt64(), reader.ReadInt32());
}
