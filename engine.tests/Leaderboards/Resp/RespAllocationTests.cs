using System.Net;
using System.Net.Sockets;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

/// <summary>What a command costs on its way from the socket to the shard, the journal and back: no memory.</summary>
[Collection(AloneGroup.Name)]
public sealed class RespAllocationTests
{
    private const int Pipeline = 50;
    private const int Rounds = 100;

    // A number as a string: its length, and itself.
    private const int LinesAnAnswer = 2;

    // Anything that is made for each command has at least 24 bytes. What a commit wakes, models and consumers, makes
    // some; so many come at once that it does not count.
    private const int MostBytesACommand = 16;

    [Theory]
    [InlineData("ZSCORE", "board", "a")]
    [InlineData("ZINCRBY", "board", "1", "a")]
    public async Task A_command_allocates_nothing(params string[] words)
    {
        await using var world = new RespWorld();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, world.EndPoint.Port);
        socket.NoDelay = true;
        byte[] answers = new byte[64 * 1024];
        Ask(socket, RespClient.Encode("ZADD", "board", "1", "a"), answers, lineCount: 1);
        byte[] command = RespClient.Encode(words);
        byte[] commands = [.. Enumerable.Repeat(command, Pipeline).SelectMany(static each => each)];
        for (int i = 0; i < Rounds; i++) Ask(socket, commands, answers, LinesAnAnswer * Pipeline);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Rounds; i++) Ask(socket, commands, answers, LinesAnAnswer * Pipeline);
        long each = (GC.GetTotalAllocatedBytes(precise: true) - before) / (Rounds * Pipeline);
        Assert.True(each < MostBytesACommand, $"{each} bytes a {words[0]}");
    }

    private static void Ask(Socket socket, byte[] commands, byte[] answers, int lineCount)
    {
        socket.Send(commands);
        for (int lines = 0; lines < lineCount;)
        {
            int got = socket.Receive(answers);
            Assert.True(got > 0 && answers[0] != (byte)'-', "It is answered.");
            lines += answers.AsSpan(0, got).Count((byte)'\n');
        }
    }
}
