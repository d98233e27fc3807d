using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Tests.Storage.Snapshots;

/// <summary>
/// A disk in memory that stops at a chosen operation, as a machine that loses power does: what was not synced then
/// survives whole, torn or not at all, and folder changes survive up to some point, as the seed says.
/// </summary>
internal sealed class CrashDisk : IDisk
{
    private readonly Lock _gate = new();
    private readonly List<Action<Dictionary<string, Content>>> _pending = [];
    private Dictionary<string, Content> _durable = [];
    private Dictionary<string, Content> _current = [];
    private bool _down;

    /// <summary>How many changing operations there have been since the last restart.</summary>
    public int Operations { get; private set; }

    /// <summary>The changing operation the power fails at, before it happens; 0 for never.</summary>
    public int CrashAt { get; set; }

    /// <summary>Bytes that may still be written before the disk is full.</summary>
    public long RoomBytes { get; set; } = long.MaxValue;

    public IDiskFile Open(string path)
    {
        lock (_gate)
        {
            if (!_current.TryGetValue(path, out Content? content))
            {
                Change();
                content = new Content();
                ChangeFolder(files => files[path] = content);
            }

            return new OpenFile(this, content);
        }
    }

    public bool Exists(string path)
    {
        lock (_gate) return _current.ContainsKey(path);
    }

    public void Delete(string path)
    {
        lock (_gate)
        {
            if (!_current.ContainsKey(path)) return;
            Change();
            ChangeFolder(files => files.Remove(path));
        }
    }

    public void Rename(string from, string to)
    {
        lock (_gate)
        {
            Change();
            Content content = _current[from];
            ChangeFolder(files =>
            {
                files.Remove(from);
                files[to] = content;
            });
        }
    }

    public IReadOnlyList<string> List(string folder)
    {
        lock (_gate)
        {
            return _current.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))
                .Select(path => path[(folder.Length + 1)..]).Order(StringComparer.Ordinal).ToList();
        }
    }

    public void SyncFolder(string folder)
    {
        lock (_gate)
        {
            Change();
            _durable = new Dictionary<string, Content>(_current);
            _pending.Clear();
        }
    }

    public IDisposable Lock() => throw new NotSupportedException("One process only.");

    /// <summary>Flips one bit of a file.</summary>
    public void Flip(string path, long offset) => _current[path].Bytes[(int)offset] ^= 1;

    /// <summary>Cuts a file.</summary>
    public void Cut(string path, int length) => _current[path].Cut(length);

    /// <summary>The bytes of a file.</summary>
    public int LengthOf(string path) => _current[path].Bytes.Count;

    /// <summary>Starts again with what survived.</summary>
    public void Restart(Random random)
    {
        int kept = random.Next(_pending.Count + 1);
        for (int i = 0; i < kept; i++) _pending[i](_durable);
        foreach (Content content in _durable.Values) content.Tear(random);
        _current = new Dictionary<string, Content>(_durable);
        _pending.Clear();
        _down = false;
        Operations = 0;
        CrashAt = 0;
    }

    private void Change()
    {
        if (_down || ++Operations == CrashAt)
        {
            _down = true;
            throw new IOException("The power is out.");
        }
    }

    private void ChangeFolder(Action<Dictionary<string, Content>> change)
    {
        change(_current);
        _pending.Add(change);
    }

    private sealed class Content
    {
        private byte[] _synced = [];

        public List<byte> Bytes { get; private set; } = [];

        public void Sync() => _synced = [.. Bytes];

        public void Cut(int length)
        {
            Bytes.RemoveRange(length, Bytes.Count - length);
            Sync();
        }

        public void Tear(Random random)
        {
            bool keepsNew = random.Next(2) == 0;
            int kept = keepsNew ? random.Next(Bytes.Count + 1) : 0;
            List<byte> torn = Bytes.SequenceEqual(_synced) || !keepsNew ? [.. _synced] : Bytes[..kept];
            Bytes = torn;
            Sync();
        }
    }

    private sealed class OpenFile(CrashDisk disk, Content content) : IDiskFile
    {
        public long LengthBytes => content.Bytes.Count;

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            lock (disk._gate)
            {
                disk.Change();
                if (disk.RoomBytes < bytes.Length) throw new DiskFullException("full");
                disk.RoomBytes -= bytes.Length;
                while (content.Bytes.Count < offset + bytes.Length) content.Bytes.Add(0);
                for (int i = 0; i < bytes.Length; i++) content.Bytes[(int)offset + i] = bytes[i];
            }
        }

        public int Read(long offset, Span<byte> buffer)
        {
            lock (disk._gate)
            {
                int count = (int)Math.Clamp(content.Bytes.Count - offset, 0, buffer.Length);
                for (int i = 0; i < count; i++) buffer[i] = content.Bytes[(int)offset + i];
                return count;
            }
        }

        public void Sync()
        {
            lock (disk._gate)
            {
                disk.Change();
                content.Sync();
            }
        }

        public void SetLength(long lengthBytes) => throw new NotSupportedException("Packs only grow.");

        public void Dispose()
        {
        }
    }
}
