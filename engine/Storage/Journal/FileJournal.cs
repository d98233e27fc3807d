using System.Diagnostics;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// The journal in segment files on a disk, with group commit: whatever was queued while the last group was being synced
/// becomes the next group, written with one write and made durable with one sync.
/// <code>
/// journal/0000000000000000.seg   |header|group …marker|group …marker| … |group …marker|
/// journal/0000000003ffe0a8.seg   |header|group …marker|group …marker|  prepared zeros …
///                                FirstPosition                     CommittedPosition
/// journal/spare                  the next segment, prepared ahead of need
/// journal/mark                   how far was acknowledged
/// </code>
/// Positions are bytes in the endless journal and have no gaps: a segment starts where the one before it ends.
/// </summary>
/// <remarks>
/// <para>Invariants: (1) every segment starts where its predecessor ends; (2) a group lies in one segment; (3) the
/// mark is at or before the committed position, which is durable; (4) behind the committed position of the last
/// segment no byte reads as a record of that position.</para>
/// <para>Guards: torn writes, lost tails, damaged bytes, missing segments and a full disk are recognised; a drive that
/// lies about its flushes is not, nor is damage to the very last group when a power cut also took the mark's newest
/// value. A failed write or sync ends the process, because what the system kept of it cannot be known
/// (A. Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020).</para>
/// <para><see cref="Append"/>, <see cref="OpenReader"/> and <see cref="Trim"/> are thread-safe. A group allocates
/// nothing. The caller holds <see cref="IDisk.Lock"/> as long as the journal is open.</para>
/// </remarks>
public sealed partial class FileJournal : IJournal
{
    private readonly IDisk _disk;
    private readonly FileJournalOptions _options;
    private readonly BatchQueue _queue = new();
    private readonly SegmentSupply _supply;
    private readonly DurableMark _mark;
    private byte[] _group;
    private IDiskFile _file;
    private Segment _segment;
    private long _fileLength;
    private long _committed;
    private bool _stopped;
    private bool _closing;
    private bool _closed;
    private Thread? _thread;

    private FileJournal(IDisk disk, FileJournalOptions options)
    {
        _disk = disk;
        _options = options;
        _group = GC.AllocateUninitializedArray<byte>(options.MaxGroupBytes + CommitMarker.SizeBytes);
        _segments = JournalRecovery.ReadChain(disk, options.Folder);
        _mark = DurableMark.Open(disk, options.Folder);
        _supply = new SegmentSupply(disk, options);
        if (_segments.Count == 0) AddFirstSegment();
        _segment = _segments[^1];
        _file = disk.Open(_segment.Path);
        _committed = JournalRecovery.RecoverEnd(_file, _segment, _mark);
        bool isSmall = _file.LengthBytes < options.SegmentBytes;
        if (isSmall && _committed == _segment.Start) JournalRecovery.ExtendEmpty(_file, options.SegmentBytes);
        _fileLength = _file.LengthBytes;
        _first = _segments[0].Start;
        _mark.Write(_committed);
        _mark.Sync();
        disk.SyncFolder(options.Folder);
        if (RoomBytes < options.SegmentBytes / 2) _supply.PrepareInline();
    }

    /// <inheritdoc/>
    public event Action<long>? Committed;

    /// <inheritdoc/>
    public long FirstPosition => Volatile.Read(ref _first);

    /// <inheritdoc/>
    public long CommittedPosition => Volatile.Read(ref _committed);

    /// <inheritdoc/>
    public bool AcceptsWrites => !_supply.HasFailed && !Volatile.Read(ref _stopped);

    /// <inheritdoc/>
    /// <remarks>Half a segment: a disk that fills up is noticed before the other half is written.</remarks>
    public int ReservedBytes => MaxBatchBytes / 2;

    /// <summary>The largest batch <see cref="Append"/> takes, in bytes: what fits in one segment.</summary>
    public int MaxBatchBytes => _options.SegmentBytes - SegmentFormat.HeaderBytes - CommitMarker.SizeBytes;

    /// <inheritdoc/>
    /// <remarks>The folder is this process's alone.</remarks>
    public bool IsAskedAboutReads => false;

    private long RoomBytes => _fileLength - SegmentFormat.HeaderBytes - (_committed - _segment.Start);

    /// <summary>
    /// Opens the journal in a disk's folder, creating it when it is not there, and recovers its end. O(last segment).
    /// Nothing is written until <see cref="Start"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The options are out of range.</exception>
    /// <exception cref="JournalCorruptException">
    /// Acknowledged records are damaged; see <c>JournalRepair</c>.
    /// </exception>
    /// <exception cref="DiskFullException">There is no room for the first segment.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static FileJournal Open(IDisk disk, FileJournalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(disk);
        options ??= new FileJournalOptions();
        options.Validate();
        return new FileJournal(disk, options);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch is larger than <see cref="MaxBatchBytes"/>.</exception>
    /// <exception cref="InvalidOperationException">The batch is queued already.</exception>
    public void Append(JournalBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Records.Length > MaxBatchBytes) ThrowTooLarge(batch.Records.Length);
        _queue.Push(batch);
    }

    /// <summary>Starts the journal's own thread, and the one that prepares segments.</summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    public void Start()
    {
        if (_thread is not null) throw new InvalidOperationException("The journal was started before.");
        _supply.Start();
        _thread = new Thread(Run) { IsBackground = true, Name = "journal" };
        _thread.Start();
    }

    /// <summary>
    /// Makes what is queued durable, notes that the journal was closed in order, and lets go of the files.
    /// </summary>
    public void Dispose()
    {
        if (_closed) return;
        _closed = true;
        Volatile.Write(ref _closing, true);
        _queue.Wake();
        if (_thread is null) Drain();
        else _thread.Join();
        _supply.Dispose();
        if (!_stopped) CloseMark();
        _mark.Dispose();
        _file.Dispose();
        _queue.Dispose();
    }

    /// <summary>Checks the invariants that memory can tell; for tests, between groups.</summary>
    internal void CheckInvariants()
    {
        lock (_segmentsLock)
        {
            for (int i = 1; i < _segments.Count; i++)
                Trace(_segments[i].Start == _segments[i - 1].End, "1: segments join");
            Trace(_segment.Start <= _committed && RoomBytes >= 0, "2: the group lies in the segment");
            Trace(_segments[0].Start == _first && _segments[^1].End == Segment.StillGrowing, "1: the catalog's ends");
        }
    }

    private static void Trace(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"Journal invariant broken: {invariant}");
    }

    private void ThrowTooLarge(int sizeBytes) => throw new ArgumentException(
        $"A batch of {sizeBytes} bytes does not fit in a segment; the largest is {MaxBatchBytes}.");

    private void AddFirstSegment()
    {
        if (_mark.Position > 0)
            throw new JournalCorruptException(_options.Folder, 0, "the segments are missing");
        string path = $"{_options.Folder}/{SegmentFormat.NameOf(0)}";
        Span<byte> header = stackalloc byte[SegmentFormat.HeaderBytes];
        SegmentFormat.WriteHeader(header, 0, SegmentFormat.NoPrevious);
        _supply.Take(path, header).Dispose();
        _segments.Add(new Segment(path, 0));
        Debug.Assert(_segments.Count == 1, "the first segment");
    }

    private void CloseMark()
    {
        try
        {
            _mark.Write(_committed, closedCleanly: true);
            _mark.Sync();
        }
        catch (IOException e)
        {
            // The next start scans as after a crash; nothing is lost by it.
            _options.Warn?.Invoke($"The journal's mark was not closed: {e.Message}");
        }
    }
}
