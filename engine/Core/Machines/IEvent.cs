using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Machines;

/// <summary>
/// A fact: something that happened to a partition, small, immutable, and encoded the same way for ever under its
/// type id and version. Implement it on a <c>readonly record struct</c>.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IEvent<TSelf>
    where TSelf : struct, IEvent<TSelf>
{
    /// <summary>The wire id of this fact, unique within its system; never reused.</summary>
    static abstract ushort TypeId { get; }

    /// <summary>The version of the encoding; a reader accepts its own and every earlier one.</summary>
    static abstract byte Version { get; }

    /// <summary>Encodes the fact. Allocates nothing.</summary>
    void Write(ref MessagePackWriter writer);

    /// <summary>Decodes the fact.</summary>
    /// <param name="reader">Stands at the first byte of the payload.</param>
    /// <param name="version">The version it was written with.</param>
    /// <exception cref="MessagePackFormatException">The bytes are not such a fact.</exception>
    static abstract TSelf Read(ref MessagePackReader reader, byte version);
}
