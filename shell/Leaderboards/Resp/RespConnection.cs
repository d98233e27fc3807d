using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>
/// A client of Redis. What it sent at once is gathered into one chunk, decided by the database's shard in one piece,
/// and answered, once that is durable, in one piece.
/// <code>
/// socket ─► buffer ─► requests ─► chunk ─► shard, journal ─► answers ─► socket
///                        └─► commands about the connection itself, between two chunks
/// </code>
/// Nothing is read while answers wait to be taken, so a client that does not read is not served.
/// </summary>
/// <remarks>
/// One loop, one thing at a time; only <see cref="Drain"/> and <see cref="Abort"/> come from elsewhere.
/// </remarks>
internal sealed partial class RespConnection
{
    private const int InitialBytes = 4 * 1024;
    private const int UsualBytes = 64 * 1024;

    /// <summary>A string of the largest size and what may stand before it.</summary>
    private const int MaxBytes = 2 * CommandChunk.MaxBytes;

    /// <summary>
    /// A chunk of this size goes, even if more has come: the answers of the first can be on their way.
    /// </summary>
    private const int FullChunkBytes = 64 * 1024;

    private readonly Socket _socket;
    private readonly RespServices _services;
    private readonly RespServer _server;
    private readonly RespRequestReader _reader = new();
    private readonly CommandChunk _chunk;
    private readonly long _connectedMs;
    private byte[] _buffer = new byte[InitialBytes];
    private int _start;
    private int _end;
    private bool _isClosing;

    internal RespConnection(long id, Socket socket, RespServices services, RespServer server)
    {
        Id = id;
        _socket = socket;
        _services = services;
        _server = server;
        _connectedMs = NowMs;
        _lastUsedMs = _connectedMs;
        Remote = socket.RemoteEndPoint as IPEndPoint;
        Local = socket.LocalEndPoint as IPEndPoint;
        _chunk = NewChunk();
        ApplyRights();
    }

    /// <summary>Its number.</summary>
    internal long Id { get; }

    /// <summary>Completes when it is over; never fails.</summary>
    internal Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>What went wrong with it, on this side.</summary>
    internal Exception? Trouble { get; private set; }

    private IPEndPoint? Remote { get; }

    private IPEndPoint? Local { get; }

    private long NowMs => _services.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Serves the client until it or the server goes.</summary>
    internal void Start() => Ended = Task.Run(RunAsync);

    /// <summary>Answers what has come, and ends it. Thread-safe.</summary>
    internal void Drain()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Receive);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is over already.
        }
    }

    /// <summary>Whether it has had so long to sign in and has not. Thread-safe.</summary>
    internal bool IsOverdue(long nowMs, long patienceMs) =>
        !Volatile.Read(ref _isSignedIn) && nowMs - Volatile.Read(ref _unknownSinceMs) > patienceMs;

    /// <summary>Ends it as it is. Thread-safe.</summary>
    internal void Abort() => _socket.Dispose();

    private CommandChunk NewChunk() =>
        new() { MaxAnswerBytes = _services.Options.MaxAnswerMegabytes * 1024 * 1024, Protocol = _protocol };

    private async Task RunAsync()
    {
        try
        {
            if (!await SecureAsync()) return;
            while (!_isClosing)
            {
                int count = await ReceiveAsync(_buffer.AsMemory(_end));
                if (count == 0) break;
                _end += count;
                await HandleAsync();
                await SendAsync();
            }
        }
        catch (Exception e) when (IsGone(e))
        {
            // The client is gone, or the server goes.
        }
        catch (Exception e)
        {
            Trouble = e;
        }
        finally
        {
            await CloseAsync();
        }
    }

    /// <summary>Decides everything that is there as a whole, and makes room for more.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask HandleAsync()
    {
        _lastUsedMs = NowMs;
        CheckStillSignedIn();
        while (true)
        {
            Gathered gathered = Gather();
            await FlushAsync();
            if (gathered == Gathered.Apart) await HandleApartAsync();
            if (gathered == Gathered.Broken) BreakOff(_reader.Problem);
            if (_isClosing || gathered == Gathered.All) break;
            if (_chunk.Answers.Length > UsualBytes) await SendAsync();
        }

        if (!_isClosing) MakeRoom();
    }

    /// <summary>Puts requests into the chunk as far as they belong there.</summary>
    private Gathered Gather()
    {
        while (_start < _end)
        {
            ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start, _end - _start);
            switch (_reader.TryRead(bytes))
            {
                case RespReadStatus.Incomplete:
                    return Gathered.All;
                case RespReadStatus.Broken:
                    return Gathered.Broken;
                case RespReadStatus.Empty:
                    break;
                default:
                    if (CommandTable.Find(_reader.Argument(bytes, 0)) is not { } spec || !MayQueue(spec)
                        || IsNextOfModeBoard(spec, bytes)) return Gathered.Apart;
                    if (!TryQueue(spec, bytes)) return _chunk.Count > 0 ? Gathered.Full : Gathered.Apart;
                    break;
            }

            _start += _reader.Consumed;
            if (_chunk.SizeBytes >= FullChunkBytes) return Gathered.Full;
        }

        return Gathered.All;
    }

    private bool MayQueue(CommandSpec spec) =>
        spec.Takes(_reader.ArgumentCount) && (spec.Flags & _forbidden) == 0 && _isSignedIn;

    private bool TryQueue(CommandSpec spec, ReadOnlySpan<byte> bytes)
    {
        CommandChunk chunk = _transaction is { } transaction && _isInTransaction ? transaction : _chunk;
        chunk.Begin(spec.Id);
        for (int i = 1; i < _reader.ArgumentCount; i++) chunk.Add(_reader.Argument(bytes, i));
        if (!chunk.TryEnd()) return false;
        if (_isInTransaction) _chunk.AnswerBuffer.Write("+QUEUED\r\n"u8);
        return true;
    }

    private void MakeRoom()
    {
        int length = _end - _start;
        int wanted = Math.Max(_reader.Wanted, length + 1);
        if (wanted > MaxBytes)
        {
            BreakOff("Protocol error: too big request");
            return;
        }

        byte[] from = _buffer;
        if (wanted > _buffer.Length) _buffer = new byte[Math.Min(MaxBytes, Math.Max(wanted, 2 * _buffer.Length))];
        else if (length == 0 && _buffer.Length > UsualBytes) _buffer = new byte[InitialBytes];
        else if (length == 0 && _end == _buffer.Length && _buffer.Length < UsualBytes)
            _buffer = new byte[2 * _buffer.Length];
        from.AsSpan(_start, length).CopyTo(_buffer);
        (_start, _end) = (0, length);
    }

    private void BreakOff(string problem)
    {
        Fail("ERR " + problem);
        _isClosing = true;
    }

    /// <summary>Why gathering ended.</summary>
    private enum Gathered
    {
        /// <summary>Everything that is there is gathered.</summary>
        All,

        /// <summary>The chunk is large enough.</summary>
        Full,

        /// <summary>A request that is not one for the chunk is next.</summary>
        Apart,

        /// <summary>What follows breaks the protocol.</summary>
        Broken,
    }
}
