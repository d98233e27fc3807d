using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>What stands in front of an answer on the wire.</summary>
/// <param name="Id">The request it answers.</param>
/// <param name="Status">What became of the command.</param>
/// <param name="Position">How far the owner's journal was committed: behind everything the answer rests on.</param>
/// <param name="Owner">Where the command belongs, when it was not decided and the node believes to know.</param>
internal readonly record struct AnswerHeader(ulong Id, ReplyStatus Status, long Position, NodeAddress? Owner)
{
    private const int FieldCount = 5;

    /// <summary>Encodes it.</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Id);
        writer.Write((byte)Status);
        writer.Write(Position);
        writer.WriteStringOrNil(Owner?.Host);
        writer.Write(Owner?.Port ?? 0);
    }

    /// <summary>Decodes it.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a header.</exception>
    internal static AnswerHeader Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        ulong id = reader.ReadUInt64();
        byte status = reader.ReadByte();
        if (status > (byte)ReplyStatus.Unconfirmed) throw new MessagePackFormatException($"No status {status}.");
        long position = reader.ReadInt64();
        string? host = reader.ReadStringOrNil();
        int port = reader.ReadUInt16();
        WireFields.End(ref reader, further);
        NodeAddress? owner = host is null ? null : new NodeAddress(host, port);
        return new AnswerHeader(id, (ReplyStatus)status, position, owner);
    }
}
