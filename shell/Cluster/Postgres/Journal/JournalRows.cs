using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>Takes rows of the log off the wire: checks their bytes and gives the records their positions.</summary>
internal static class JournalRows
{
    /// <summary>The columns, in the order they are read in.</summary>
    internal const string Columns = "position, end_position, node, crc, data";

    private const int DataColumn = 4;

    /// <summary>The row the reader stands on. Its bytes come afterwards.</summary>
    internal static JournalRow Read(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), unchecked((uint)reader.GetInt32(3)));

    /// <summary>Reads, checks and stamps the row's bytes.</summary>
    /// <param name="reader">Stands on the row.</param>
    /// <param name="row">What the row says of itself.</param>
    /// <param name="bytes">Where to; exactly as long as the row.</param>
    /// <param name="log">The log's name, for the message.</param>
    /// <exception cref="JournalCorruptException">The bytes are not those that were written.</exception>
    internal static void ReadData(NpgsqlDataReader reader, in JournalRow row, ArraySegment<byte> bytes, string log)
    {
        int filled = 0;
        while (filled < bytes.Count)
        {
            long read = reader.GetBytes(
                DataColumn, filled, bytes.Array, bytes.Offset + filled, bytes.Count - filled);
            if (read == 0) throw Damaged(in row, log, $"it has {filled} of its {bytes.Count} bytes");
            filled += (int)read;
        }

        if (Crc32C.Of(bytes) != row.Crc) throw Damaged(in row, log, "the row's checksum does not fit");
        try
        {
            RecordHeader.StampAll(bytes, row.Position);
        }
        catch (InvalidDataException)
        {
            throw Damaged(in row, log, "the row holds bytes that are no records");
        }
    }

    /// <summary>Says what is wrong with a row.</summary>
    internal static JournalCorruptException Damaged(in JournalRow row, string log, string reason) =>
        new(log, row.Position, $"{reason} (row of node {row.NodeNumber}, to {row.EndPosition})");
}
