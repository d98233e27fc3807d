using System.Text;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>A kind of command that can travel between nodes.</summary>
/// <param name="systemId">The system that decides it.</param>
/// <param name="name">Its name on the wire: the type's.</param>
/// <param name="isQuery">Whether it only looks, so that asking twice is harmless.</param>
internal abstract class RemoteCommand(byte systemId, string name, bool isQuery)
{
    /// <summary>The system that decides it.</summary>
    internal byte SystemId { get; } = systemId;

    /// <summary>Its name on the wire.</summary>
    internal string Name { get; } = name;

    /// <summary>The name's bytes.</summary>
    internal byte[] NameUtf8 { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Whether it only looks.</summary>
    internal bool IsQuery { get; } = isQuery;

    /// <summary>The shard a partition belongs to here.</summary>
    internal abstract int ShardOf(ulong key);

    /// <summary>Decodes a command and has it decided here; the answer goes to who asked.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a command.</exception>
    internal abstract void Execute(in RequestHeader header, ref MessagePackReader payload, LinkPeer asker);
}
