using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Catalog.Bench.Shared.Redis;

/// <summary>
/// A connection to Redis that does as little as can be done: commands are encoded into one buffer, sent together, and
/// the integer answers are added up. So what is measured is the server. Not thread-safe.
/// </summary>
internal sealed class RespPipeline : IDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _in = new byte[64 * 1024];
    private byte[] _out = new byte[64 * 1024];
    private int _outBytes;

    /// <summary>Connects to a server on this machine.</summary>
    public RespPipeline(int port)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Connect(IPAddress.Loopback, port);
    }

    /// <summary>Commands encoded and not yet answered.</summary>
    public int PendingCount { get; private set; }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _socket.Dispose();

    /// <summary>Loads a script; its name by hash.</summary>
    public string LoadScript(string source)
    {
        Begin(3);
        Bulk("SCRIPT"u8);
        Bulk("LOAD"u8);
        Bulk(Encoding.UTF8.GetBytes(source));
        Send();
        PendingCount = 0;
        int count = _socket.Receive(_in);
        string answer = Encoding.UTF8.GetString(_in, 0, count);
        if (!answer.StartsWith("$40\r\n", StringComparison.Ordinal)) throw new InvalidOperationException(answer);
        return answer.Substring(5, 40);
    }

    /// <summary>Begins a command of so many parts, its name included.</summary>
    public void Begin(int partCount)
    {
        if (_out.Length - _outBytes < 4096) Array.Resize(ref _out, _out.Length * 2);
        _out[_outBytes++] = (byte)'*';
        Digits(partCount);
        NewLine();
        PendingCount++;
    }

    /// <summary>Adds a part.</summary>
    public void Bulk(ReadOnlySpan<byte> part)
    {
        _out[_outBytes++] = (byte)'$';
        Digits(part.Length);
        NewLine();
        part.CopyTo(_out.AsSpan(_outBytes));
        _outBytes += part.Length;
        NewLine();
    }

    /// <summary>Adds a number, after a prefix, as a part.</summary>
    public void Bulk(ReadOnlySpan<byte> prefix, long number)
    {
        Span<byte> part = stackalloc byte[32];
        prefix.CopyTo(part);
        Utf8Formatter.TryFormat(number, part[prefix.Length..], out int digits);
        Bulk(part[..(prefix.Length + digits)]);
    }

    /// <summary>Sends what was encoded.</summary>
    public void Send()
    {
        for (int sent = 0; sent < _outBytes;) sent += _socket.Send(_out.AsSpan(sent, _outBytes - sent));
        _outBytes = 0;
    }

    /// <summary>Waits for all answers, each 0 or 1, and adds them up.</summary>
    /// <exception cref="InvalidOperationException">An answer is something else.</exception>
    public int ReadFlags()
    {
        const int FlagBytes = 4;
        int wanted = PendingCount * FlagBytes, count = 0, sum = 0;
        while (count < wanted)
        {
            int got = _socket.Receive(_in.AsSpan(count, _in.Length - count));
            if (got == 0) throw new InvalidOperationException("Redis closed the connection.");
            count += got;
            if (_in[0] == '-') throw new InvalidOperationException(Encoding.UTF8.GetString(_in, 0, count));
        }

        for (int i = 0; i < wanted; i += FlagBytes)
        {
            if (_in[i] != ':' || _in[i + 2] != '\r')
                throw new InvalidOperationException(Encoding.UTF8.GetString(_in, 0, count));
            sum += _in[i + 1] - '0';
        }

        PendingCount = 0;
        return sum;
    }

    private void Digits(int number)
    {
        Utf8Formatter.TryFormat(number, _out.AsSpan(_outBytes), out int digits);
        _outBytes += digits;
    }

    private void NewLine()
    {
        _out[_outBytes++] = (byte)'\r';
        _out[_outBytes++] = (byte)'\n';
    }
}
