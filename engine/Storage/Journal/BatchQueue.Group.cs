using System.Diagnostics;

namespace Catalog.Engine.Storage.Journal;

/// <content>Looking at what was gathered as one group.</content>
public sealed partial class BatchQueue
{
    /// <summary>
    /// How many of the oldest gathered batches make the next group: as many as fit, up to one with records of another
    /// <see cref="JournalBatch.Term"/>; a batch that is larger goes alone. Consumer only, O(batches).
    /// </summary>
    /// <param name="maxBytes">The largest group, in bytes.</param>
    /// <param name="sizeBytes">The bytes of their records.</param>
    /// <exception cref="InvalidOperationException">Nothing is gathered.</exception>
    public int MeasureGroup(int maxBytes, out int sizeBytes)
    {
        if (_first is null) throw new InvalidOperationException("Nothing is gathered.");
        int count = 0;
        sizeBytes = 0;
        for (JournalBatch? batch = _first; batch is not null; batch = batch.Next)
        {
            int length = batch.Records.Length;
            if (length > 0 && batch.Term != _first.Term) break;
            if (sizeBytes > 0 && sizeBytes + length > maxBytes) break;
            sizeBytes += length;
            count++;
        }

        Debug.Assert(count > 0, "a group has a batch");
        return count;
    }

    /// <summary>
    /// Copies the records of the oldest gathered batches one behind another and stamps them. Consumer only, O(bytes).
    /// </summary>
    /// <param name="count">How many batches.</param>
    /// <param name="group">Where to: as long as their records.</param>
    /// <param name="position">The position the first record has.</param>
    /// <returns>How many records there are.</returns>
    /// <exception cref="InvalidDataException">A batch holds bytes that are no records.</exception>
    public int CopyGroup(int count, Span<byte> group, long position)
    {
        int records = 0;
        int filled = 0;
        JournalBatch? batch = _first;
        for (int i = 0; i < count; i++, batch = batch.Next)
        {
            ReadOnlySpan<byte> bytes = batch!.Records.WrittenSpan;
            Span<byte> copy = group.Slice(filled, bytes.Length);
            bytes.CopyTo(copy);
            records += RecordHeader.StampAll(copy, position + filled);
            filled += bytes.Length;
        }

        Debug.Assert(filled == group.Length, "the group is as long as its records");
        return records;
    }
}
