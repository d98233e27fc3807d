using Catalog.Engine.Tests.Shell;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Postgres;

namespace Catalog.Engine.Tests.Cluster.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class SharedSecretsTests(PostgresWorld world)
{
    [Fact]
    public async Task NodesThatAskTogetherGetOneSecret()
    {
        PostgresOptions options = world.NewOptions();
        byte[][] all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
        {
            using PostgresDatabase database = world.NewDatabase(options);
            return new SharedSecrets(database).GetOrCreate("link", 32);
        })));
        Assert.All(all, secret => Assert.Equal(all[0], secret));
        Assert.Equal(32, all[0].Length);
        using PostgresDatabase again = world.NewDatabase(options);
        Assert.Equal(all[0], new SharedSecrets(again).GetOrCreate("link", 32));
        Assert.NotEqual(all[0], new SharedSecrets(again).GetOrCreate("other", 32));
    }

    [Fact]
    public async Task ATokenOfOneNodeIsGoodAtAnotherAndTheFirstNodesKeyIsKept()
    {
        (string, string)[] settings = world.Settings();
        await using var alone = new ShellHost();
        byte[] own = alone.Service<TokenKey>().Bytes;
        await using var first = new ShellHost(CopyKey(alone.Folder), null, settings);
        await using var second = new ShellHost(null, null, settings);
        Assert.Equal(own, first.Service<TokenKey>().Bytes);
        Assert.Equal(own, second.Service<TokenKey>().Bytes);
        Directory.Delete(first.Folder, recursive: true);
    }

    private static string CopyKey(string folder)
    {
        string copy = Directory.CreateTempSubdirectory("catalog-shell-").FullName;
        Directory.CreateDirectory(Path.Combine(copy, "keys"));
        File.Copy(Path.Combine(folder, "keys", "jwt.key"), Path.Combine(copy, "keys", "jwt.key"));
        return copy;
    }
}
