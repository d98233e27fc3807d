using System.Buffers.Binary;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// Keeps each consumer in one small file that is replaced as a whole: written under a temporary name, synced, renamed.
/// <code>
/// consumers/&lt;name&gt;.state =  0  u32  CRC32C of what follows      4  MessagePack:
/// [ 1, name, offset, [ [ position, system, key, type, version, timeMs, payload, attempts, error, parkedAtMs ] … ] ]
/// </code>
/// </summary>
/// <remarks>
/// Thread-safe; calls complete before they return. Every save costs O(parked facts and their payloads) and two syncs,
/// so offsets are saved now and then, not for every fact.
/// </remarks>
public sealed class DiskConsumerStore : IConsumerStore
{
    private const string Folder = "consumers";
    private const string Suffix = ".state";
    private const int Version = 1;
    private const int FieldCount = 4;
    private const int ParkedFieldCount = 10;
    private const int MaxNameLength = 100;

    private readonly IDisk _disk;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly ByteBuffer _buffer = new(4 * 1024);

    /// <summary>Keeps consumers on a disk.</summary>
    /// <param name="disk">The disk; not disposed.</param>
    public DiskConsumerStore(IDisk disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        _disk = disk;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name cannot be a file's.</exception>
    public ValueTask<ConsumerState?> LoadAsync(string name, CancellationToken cancel)
    {
        lock (_gate)
        {
            Entry? entry = Find(name);
            ConsumerState? state = entry is null ? null : new ConsumerState(entry.Offset, [.. entry.Parked.Values]);
            return ValueTask.FromResult(state);
        }
    }

    /// <summary>The names of the consumers that are kept, in ordinal order.</summary>
    public IReadOnlyList<string> List() =>
    [
        .. _disk.List(Folder)
            .Where(static file => file.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(static file => file[..^Suffix.Length]),
    ];

    /// <inheritdoc/>
    public ValueTask SaveOffsetAsync(string name, long offset, CancellationToken cancel)
    {
        lock (_gate) Save(name, new Entry(offset, Find(name)?.Parked ?? []));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ParkAsync(string name, ParkedEvent parked, long offset, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(parked);
        lock (_gate)
        {
            var all = new SortedList<long, ParkedEvent>(Find(name)?.Parked ?? []) { [parked.Header.Position] = parked };
            Save(name, new Entry(offset, all));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask UpdateParkedAsync(string name, ParkedEvent parked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(parked);
        lock (_gate)
        {
            if (Find(name) is not { } entry || !entry.Parked.ContainsKey(parked.Header.Position)) return default;
            var all = new SortedList<long, ParkedEvent>(entry.Parked) { [parked.Header.Position] = parked };
            Save(name, entry with { Parked = all });
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask UnparkAsync(string name, long position, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (Find(name) is not { } entry || !entry.Parked.ContainsKey(position)) return default;
            var rest = new SortedList<long, ParkedEvent>(entry.Parked);
            rest.Remove(position);
            Save(name, entry with { Parked = rest });
        }

        return ValueTask.CompletedTask;
    }

    private static string PathOf(string name, string suffix) => $"{Folder}/{name}{suffix}";

    private static void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        bool fits = name.Length <= MaxNameLength && name[0] != '.';
        foreach (char c in name) fits &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.';
        if (!fits) throw new ArgumentException($"'{name}' cannot be a consumer's name.", nameof(name));
    }

    private Entry? Find(string name)
    {
        if (_entries.TryGetValue(name, out Entry? entry)) return entry;
        CheckName(name);
        string path = PathOf(name, Suffix);
        if (!_disk.Exists(path)) return null;
        entry = Read(name, path);
        _entries.Add(name, entry);
        return entry;
    }

    private Entry Read(string name, string path)
    {
        using IDiskFile file = _disk.Open(path);
        if (file.LengthBytes is < sizeof(uint) or > int.MaxValue) throw Damage(path, "it has an impossible size");
        int length = (int)file.LengthBytes;
        _buffer.Clear();
        _buffer.Advance(file.Read(0, _buffer.GetSpan(length)[..length]));
        ReadOnlySpan<byte> bytes = _buffer.WrittenSpan;
        if (bytes.Length < sizeof(uint)) throw Damage(path, "it has an impossible size");
        ReadOnlySpan<byte> body = bytes[sizeof(uint)..];
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != RecordHeader.Crc32C(body))
            throw Damage(path, "it does not have its checksum");
        try
        {
            return Decode(name, path, body);
        }
        catch (MessagePackFormatException e)
        {
            throw Damage(path, e.Message);
        }
    }

    private static InvalidDataException Damage(string path, string reason) => new($"{path}: damaged: {reason}.");

    private static Entry Decode(string name, string path, ReadOnlySpan<byte> body)
    {
        var reader = new MessagePackReader(body);
        if (reader.ReadArrayHeader() != FieldCount || reader.ReadInt32() != Version)
            throw Damage(path, "it was written by another version");
        if (reader.ReadString() != name) throw Damage(path, "it belongs to another consumer");
        long offset = reader.ReadInt64();
        var parked = new SortedList<long, ParkedEvent>();
        for (int count = reader.ReadArrayHeader(); count > 0; count--)
        {
            if (reader.ReadArrayHeader() != ParkedFieldCount) throw Damage(path, "a parked fact lacks a field");
            ParkedEvent one = DecodeParked(ref reader);
            parked[one.Header.Position] = one;
        }

        return new Entry(offset, parked);
    }

    private static ParkedEvent DecodeParked(ref MessagePackReader reader)
    {
        long position = reader.ReadInt64();
        var partition = new PartitionKey(reader.ReadByte(), reader.ReadUInt64());
        var header = new EventHeader(position, partition, reader.ReadUInt16(), reader.ReadByte(), reader.ReadInt64());
        byte[] payload = reader.ReadBinary().ToArray();
        return new ParkedEvent(header, payload, reader.ReadInt32(), reader.ReadString(), reader.ReadInt64());
    }

    private void Save(string name, Entry entry)
    {
        _buffer.Clear();
        _buffer.Advance(Reserve(_buffer));
        Encode(name, entry);
        Span<byte> bytes = _buffer.WrittenSpan;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, RecordHeader.Crc32C(bytes[sizeof(uint)..]));

        string temporary = PathOf(name, ".tmp");
        _disk.Delete(temporary);
        using (IDiskFile file = _disk.Open(temporary))
        {
            file.Write(0, bytes);
            file.Sync();
        }

        _disk.Rename(temporary, PathOf(name, Suffix));
        _disk.SyncFolder(Folder);
        _entries[name] = entry;
    }

    private static int Reserve(ByteBuffer buffer)
    {
        buffer.GetSpan(sizeof(uint))[..sizeof(uint)].Clear();
        return sizeof(uint);
    }

    private void Encode(string name, Entry entry)
    {
        var writer = new MessagePackWriter(_buffer);
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Version);
        writer.Write(name);
        writer.Write(entry.Offset);
        writer.WriteArrayHeader(entry.Parked.Count);
        foreach (ParkedEvent parked in entry.Parked.Values)
        {
            writer.WriteArrayHeader(ParkedFieldCount);
            writer.Write(parked.Header.Position);
            writer.Write(parked.Header.Partition.System);
            writer.Write(parked.Header.Partition.Key);
            writer.Write(parked.Header.Type);
            writer.Write(parked.Header.Version);
            writer.Write(parked.Header.TimeMs);
            writer.WriteBinary(parked.Payload.Span);
            writer.Write(parked.Attempts);
            writer.Write(parked.Error);
            writer.Write(parked.ParkedAtMs);
        }

        writer.Flush();
    }

    private sealed record Entry(long Offset, SortedList<long, ParkedEvent> Parked);
}
