using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>What stands in front of a command on the wire.</summary>
/// <param name="Id">What the answer is matched by.</param>
/// <param name="Shard">The shard the sender counts the partition to.</param>
/// <param name="Key">The partition.</param>
/// <param name="Hops">How often the command was passed on, this time included.</param>
/// <param name="Trace">The trace it belongs to, as a header of W3C; null for none.</param>
internal readonly record struct RequestHeader(ulong Id, int Shard, ulong Key, byte Hops, string? Trace)
{
    private const int FieldCount = 7;

    /// <summary>Encodes it, with what the command is.</summary>
    internal void Write(ref MessagePackWriter writer, RemoteCommand command)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Id);
        writer.Write(command.SystemId);
        writer.Write(command.Name);
        writer.Write(Shard);
        writer.Write(Key);
        writer.Write(Hops);
        writer.WriteStringOrNil(Trace);
    }

    /// <summary>Decodes it, and says what the command is.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a header.</exception>
    internal static RequestHeader Read(
        ref MessagePackReader reader, out byte systemId, out ReadOnlySpan<byte> command)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        ulong id = reader.ReadUInt64();
        systemId = reader.ReadByte();
        command = reader.ReadUtf8();
        var header = new RequestHeader(
            id, reader.ReadInt32(), reader.ReadUInt64(), reader.ReadByte(), reader.ReadStringOrNil());
        WireFields.End(ref reader, further);
        return header;
    }
}
