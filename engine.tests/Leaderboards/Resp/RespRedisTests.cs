using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Peers;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Leaderboards.SortedSets;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

/// <summary>The same commands go to a real Redis and to us: the answers are the same to the byte.</summary>
public sealed class RespRedisTests
{
    private const int Rounds = 400;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Answers_are_those_of_redis(int protocol)
    {
        using var run = new BenchRun();
        await using RedisPeer redis = await RedisPeer.StartAsync(run, fsyncAlways: false);
        await using var world = new RespWorld();
        using var theirs = new RespClient(redis.Port);
        using RespClient ours = world.Connect();
        if (protocol == 3)
        {
            theirs.Ask("HELLO 3");
            ours.Ask("HELLO 3");
        }

        Seeds.Run(() =>
        {
            Random random = Seeds.Random(protocol);
            var commands = new RandomCommands(random);
            for (int round = 0; round < Rounds; round++) Compare(theirs, ours, MakeChunk(random, commands));
        });
    }

    /// <summary>A pipeline, now and then with a transaction in it.</summary>
    private static List<string[]> MakeChunk(Random random, RandomCommands commands)
    {
        List<string[]> chunk = [.. Enumerable.Range(0, random.Next(1, 24)).Select(_ => commands.Next())];
        if (random.Next(4) > 0) return chunk;
        chunk.Insert(0, ["MULTI"]);
        chunk.Add(random.Next(8) == 0 ? ["DISCARD"] : ["EXEC"]);
        return chunk;
    }

    private static void Compare(RespClient theirs, RespClient ours, List<string[]> chunk)
    {
        byte[] bytes = [.. chunk.SelectMany(static words => RespClient.Encode(words))];
        theirs.Send(bytes);
        ours.Send(bytes);
        foreach (string[] words in chunk)
        {
            string said = string.Join(' ', words);
            string wanted = theirs.Read();
            string given = ours.Read();
            Assert.True(wanted == given, $"{said}\nRedis: {wanted}\nours:  {given}");
        }
    }
}
