using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

/// <summary>A connection that sends bytes as they are and hands back answers as they came.</summary>
internal sealed class RespClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly NetworkStream _stream;
    private readonly BufferedStream _in;

    public RespClient(int port)
    {
        _socket.Connect(IPAddress.Loopback, port);
        _socket.NoDelay = true;
        _socket.ReceiveTimeout = 60_000;
        _stream = new NetworkStream(_socket);
        _in = new BufferedStream(_stream);
    }

    public static byte[] Encode(params string[] words)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"*{words.Length}\r\n");
        foreach (string word in words) text.Append(CultureInfo.InvariantCulture, $"${word.Length}\r\n{word}\r\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public void Send(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    public void Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends a command of words between spaces and returns its answer.</summary>
    public string Ask(string command)
    {
        Send(Encode(command.Split(' ')));
        return Read();
    }

    /// <summary>One answer, whole, with everything in it; empty at the end of the connection.</summary>
    public string Read()
    {
        string line = ReadLine();
        if (line.Length == 0) return "";
        var answer = new StringBuilder(line);
        int count = int.TryParse(line.AsSpan(1).TrimEnd(), CultureInfo.InvariantCulture, out int value) ? value : -1;
        switch (line[0])
        {
            case '$' when count >= 0:
                byte[] bytes = new byte[count + 2];
                _in.ReadExactly(bytes);
                answer.Append(Encoding.Latin1.GetString(bytes));
                break;
            case '*' or '~':
                for (int i = 0; i < count; i++) answer.Append(Read());
                break;
            case '%':
                for (int i = 0; i < 2 * count; i++) answer.Append(Read());
                break;
            default:
                break;
        }

        return answer.ToString();
    }

    /// <summary>Whether the server has hung up.</summary>
    public bool IsAtEnd()
    {
        try
        {
            return _in.ReadByte() < 0;
        }
        catch (IOException e) when (e.InnerException is SocketException)
        {
            return true;
        }
    }

    public void Dispose()
    {
        _in.Dispose();
        _stream.Dispose();
        _socket.Dispose();
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        while (line.Length < 2 || line[^1] != '\n')
        {
            int one = _in.ReadByte();
            if (one < 0) return "";
            line.Append((char)one);
        }

        return line.ToString();
    }
}
