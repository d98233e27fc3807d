using System.Diagnostics;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <content>The catalog of segments: rotation, trimming, and opening for readers.</content>
public sealed partial class FileJournal
{
    private readonly object _segmentsLock = new();
    private readonly List<Segment> _segments;
    private long _first;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the journal.</exception>
    public JournalReader OpenReader(long position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, CommittedPosition);
        ArgumentOutOfRangeException.ThrowIfLessThan(position, FirstPosition);
        return new FileJournalReader(this, position);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Oldest first and each made durable before the next, so a crash in between leaves no hole. The file is kept for
    /// reuse when nobody reads it and no other is kept. The segment that is written to always stays.
    /// </remarks>
    /// <exception cref="IOException">The disk failed; what was not let go of stays readable.</exception>
    public void Trim(long position)
    {
        lock (_segmentsLock)
        {
            while (_segments.Count > 1 && _segments[0].End <= position)
            {
                Segment oldest = _segments[0];
                if (oldest.Readers > 0 || !_supply.TryRecycle(oldest.Path))
                {
                    _disk.Delete(oldest.Path);
                    _disk.SyncFolder(_options.Folder);
                }

                _segments.RemoveAt(0);
                Volatile.Write(ref _first, _segments[0].Start);
            }
        }
    }

    /// <summary>How large the journal is. O(1), thread-safe.</summary>
    public JournalStatus ReadStatus()
    {
        lock (_segmentsLock)
        {
            long allocated = (long)_segments.Count * _options.SegmentBytes;
            return new JournalStatus(FirstPosition, CommittedPosition, _segments.Count, allocated, AcceptsWrites);
        }
    }

    /// <summary>Opens the segment that holds a position, for a reader.</summary>
    /// <exception cref="InvalidOperationException">The position was trimmed.</exception>
    internal Segment AcquireSegment(long position, out IDiskFile file)
    {
        lock (_segmentsLock)
        {
            for (int i = _segments.Count - 1; i >= 0; i--)
            {
                Segment segment = _segments[i];
                if (segment.Start > position) continue;
                file = _disk.Open(segment.Path);
                segment.Readers++;
                return segment;
            }
        }

        throw new InvalidOperationException($"Position {position} of the journal was trimmed.");
    }

    /// <summary>Gives back what <see cref="AcquireSegment"/> opened.</summary>
    internal void ReleaseSegment(Segment segment, IDiskFile file)
    {
        file.Dispose();
        lock (_segmentsLock)
        {
            Debug.Assert(segment.Readers > 0, "it was acquired");
            segment.Readers--;
        }
    }

    private void Rotate()
    {
        long start = _committed;
        Span<byte> header = stackalloc byte[SegmentFormat.HeaderBytes];
        SegmentFormat.WriteHeader(header, start, _segment.Start);
        string path = $"{_options.Folder}/{SegmentFormat.NameOf(start)}";
        IDiskFile file = _supply.Take(path, header);
        Segment next = new(path, start);
        lock (_segmentsLock)
        {
            _segment.End = start;
            _segments.Add(next);
        }

        _file.Dispose();
        _file = file;
        _fileLength = file.LengthBytes;
        _segment = next;
        Debug.Assert(RoomBytes > 0, "a new segment has room");
    }
}
