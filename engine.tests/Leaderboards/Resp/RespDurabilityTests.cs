using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Leaderboards.SortedSets;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

public sealed class RespDurabilityTests
{
    private static readonly string[] Questions =
        ["DBSIZE", .. Keys().SelectMany(static key => new[] { $"ZRANGE {key} 0 -1 WITHSCORES", $"PEXPIRETIME {key}" })];

    /// <summary>
    /// The folder is copied while the server runs, as a crash would leave it: a server on the copy gives the same
    /// answers. Then the first one stops, and one on its own folder gives them, too.
    /// </summary>
    [Fact]
    public async Task What_was_answered_is_there_after_a_crash_and_after_a_stop()
    {
        string folder = Directory.CreateTempSubdirectory("catalog-resp-").FullName;
        string crashed = Directory.CreateTempSubdirectory("catalog-resp-").FullName;
        try
        {
            string[] before;
            await using (var world = new RespWorld(folder))
            {
                before = Fill(world);
                Copy(folder, crashed);
            }

            await using (var world = new RespWorld(crashed)) Assert.Equal(before, Ask(world));
            await using (var world = new RespWorld(folder)) Assert.Equal(before, Ask(world));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(crashed, recursive: true);
        }
    }

    private static IEnumerable<string> Keys() => ["k0", "k1", "k2", "k3", "x0", "x1"];

    private static string[] Fill(RespWorld world)
    {
        var commands = new RandomCommands(Seeds.Random(5));
        using RespClient client = world.Connect();
        for (int round = 0; round < 100; round++)
        {
            List<string[]> chunk = [.. Enumerable.Range(0, 10).Select(_ => commands.Next())];
            client.Send([.. chunk.SelectMany(static words => RespClient.Encode(words))]);
            foreach (string[] _ in chunk) client.Read();
        }

        return Ask(world);
    }

    private static string[] Ask(RespWorld world)
    {
        using RespClient client = world.Connect();
        return [.. Questions.Select(client.Ask)];
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) == "lock") continue;
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
