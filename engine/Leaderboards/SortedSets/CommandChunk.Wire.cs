using System.Buffers.Binary;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <content>The chunk as bytes, for a node that decides it for another.</content>
public sealed partial class CommandChunk
{
    private const int FieldCount = 6;

    /// <summary>
    /// Encodes the commands: <c>[commands, watches, protocol, transaction, seed, most answer bytes]</c>.
    /// </summary>
    internal void WriteCommands(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.WriteBinary(Commands);
        writer.WriteBinary(Watches);
        writer.Write(Protocol);
        writer.Write(IsTransaction);
        writer.Write(Seed);
        writer.Write(MaxAnswerBytes);
    }

    /// <summary>Decodes what <see cref="WriteCommands"/> wrote. O(bytes).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not commands.</exception>
    internal static CommandChunk ReadCommands(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var chunk = new CommandChunk();
        chunk._commands.Write(reader.ReadBinary());
        chunk._watches.Write(reader.ReadBinary());
        chunk.Protocol = reader.ReadInt32();
        chunk.IsTransaction = reader.ReadBoolean();
        chunk.Seed = reader.ReadUInt64();
        chunk.MaxAnswerBytes = reader.ReadInt32();
        WireFields.End(ref reader, further);
        chunk.Recount();
        return chunk;
    }

    /// <summary>Encodes the answers.</summary>
    internal void WriteAnswers(ref MessagePackWriter writer) => writer.WriteBinary(_answers.WrittenSpan);

    /// <summary>Decodes what <see cref="WriteAnswers"/> wrote into a chunk without commands.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not answers.</exception>
    internal static CommandChunk ReadAnswers(ref MessagePackReader reader)
    {
        var chunk = new CommandChunk();
        chunk._answers.Write(reader.ReadBinary());
        return chunk;
    }

    private void Recount()
    {
        ReadOnlySpan<byte> rest = Commands;
        while (!rest.IsEmpty)
        {
            if (rest.Length < HeaderBytes) throw new MessagePackFormatException("A command is cut short.");
            int length = BinaryPrimitives.ReadInt32LittleEndian(rest[5..]);
            if (length < 0 || length > rest.Length - HeaderBytes)
                throw new MessagePackFormatException("A command's arguments are cut short.");
            HasWrites |= CommandTable.Find((SortedSetCommand)rest[0]) is { IsWrite: true };
            Count++;
            rest = rest[(HeaderBytes + length)..];
        }
    }
}
