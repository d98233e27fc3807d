using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Machines;

/// <summary>
/// A command that can travel to the node that owns its partition. Every command of every machine is one.
/// </summary>
/// <remarks>
/// The encoding is an array of the command's fields in the order of its parameters, with its time and its idempotency
/// key. Fields are only ever added at the end, one MessagePack value each, so that nodes of neighbouring versions
/// understand each other (<see cref="WireFields"/>).
/// </remarks>
/// <typeparam name="TSelf">The implementing type, a <c>readonly record struct</c>.</typeparam>
public interface IWireCommand<TSelf>
    where TSelf : struct, IWireCommand<TSelf>
{
    /// <summary>Encodes the command.</summary>
    void Write(ref MessagePackWriter writer);

    /// <summary>Decodes the command; fields behind those it knows are passed over.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a command.</exception>
    static abstract TSelf Read(ref MessagePackReader reader);
}
