using System.Buffers.Binary;
using Catalog.WsGateway.Topics;
using Microsoft.Win32.SafeHandles;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>
/// A durable topic's messages in a file: length, JSON, one after the other; a message's place is its offset. What was
/// written outlives the process. Thread-safe.
/// </summary>
internal sealed class FileHistory : ITopicHistory, IDisposable
{
    private const int LengthBytes = 4;

    private readonly Lock _gate = new();
    private readonly SafeFileHandle _file;
    private readonly List<long> _starts = [0];

    /// <summary>Opens the file; what is there is kept, an unfinished end is cut off.</summary>
    public FileHistory(string path)
    {
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        Span<byte> length = stackalloc byte[LengthBytes];
        long size = RandomAccess.GetLength(_file);
        while (RandomAccess.Read(_file, length, _starts[^1]) == LengthBytes)
        {
            long end = _starts[^1] + LengthBytes + BinaryPrimitives.ReadInt32LittleEndian(length);
            if (end > size) break;
            _starts.Add(end);
        }
    }

    /// <inheritdoc/>
    public string Epoch => "file-1";

    private long Last => _starts.Count - 1;

    /// <summary>Writes a message and has it published under its number, in the order of the file.</summary>
    public void Append(ReadOnlySpan<byte> json, Action<long> publish)
    {
        byte[] record = new byte[LengthBytes + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(record, json.Length);
        json.CopyTo(record.AsSpan(LengthBytes));
        lock (_gate)
        {
            RandomAccess.Write(_file, record, _starts[^1]);
            _starts.Add(_starts[^1] + record.Length);
            publish(Last);
        }
    }

    /// <inheritdoc/>
    public long LastOffset(string topic)
    {
        lock (_gate) return Last;
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReadAsync(string topic, HistoryPage page, CancellationToken cancel)
    {
        lock (_gate)
        {
            for (long i = page.LastOffset + 1; i <= Last && !page.IsFull; i++)
            {
                byte[] json = new byte[_starts[(int)i] - _starts[(int)i - 1] - LengthBytes];
                RandomAccess.Read(_file, json, _starts[(int)i - 1] + LengthBytes);
                page.Add(i, CatalogHost.Event, json);
            }
        }

        return new ValueTask<bool>(true);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
