using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Peers;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.Cluster.S3;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Hosting;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Backup;

/// <summary>
/// The steps of docs/operations.md, with PostgreSQL's own programs: a dump while a node sells, with the bucket copied
/// before it and after it, put into an empty database and an empty prefix, and a node started on that.
/// </summary>
[Collection(PostgresGroup.Name)]
public sealed class BackupTests(PostgresWorld postgres, S3World bucket) : IClassFixture<S3World>, IDisposable
{
    private const ushort PaidCount = 20;
    private readonly TemporaryFolder _first = new();
    private readonly TemporaryFolder _second = new();
    private readonly TemporaryFolder _backup = new();
    private readonly ManualClock _clock = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
        _backup.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_acknowledged_before_the_dump_began_is_there_again(bool hasBucket)
    {
        await postgres.StartAgainAsync();
        Dictionary<string, string?> settings = hasBucket ? bucket.Settings() : [];
        settings["Catalog:Postgres:ConnectionString"] = await postgres.CreateDatabaseAsync();
        var sold = new List<HoldResult>();
        HoldResult late;
        Dictionary<string, string?> restored;
        await using (BookingHost node = await BookingHost.StartAsync(_first.Path, _clock, settings: settings))
        {
            await node.OpenAsync(rows: 40, seats: 40);
            for (ushort seat = 0; seat < PaidCount; seat++) sold.Add(await SellAsync(node, seat));
            await node.Service<EngineHost>().Engine.CheckpointAsync();
            sold.Add(await SellAsync(node, PaidCount));
            using var enough = new CancellationTokenSource();
            Task selling = Task.Run(() => SellOnAsync(node, enough.Token));
            restored = await BackUpAndRestoreAsync(settings);
            await enough.CancelAsync();
            await selling;
            late = await node.HoldAsync(5, 1599);
        }

        // Ids are made of the time: it does not stand still for a restore.
        _clock.Advance(TimeSpan.FromSeconds(1));
        await using BookingHost again = await BookingHost.StartAsync(_second.Path, _clock, settings: restored);
        for (int i = 0; i < sold.Count; i++)
        {
            Assert.Equal(UserBookingStatus.Confirmed, (await again.FindAsync(sold[i].BookingId)).Status);
            ConfirmOutcome repeated =
                await again.ConfirmAsync(5, sold[i].BookingId, CardTokens.Ok, key: (ulong)i + 1);
            Assert.Equal(ReplyStatus.Repeated, repeated.Status);
        }

        // What came after the dump is lost: the seat is for sale.
        HoldResult anew = await again.HoldAsync(6, 1599);
        Assert.NotEqual(late.BookingId, anew.BookingId);
        Assert.True((await again.ConfirmAsync(6, anew.BookingId, CardTokens.Ok, key: 77)).IsConfirmed);
    }

    private static async Task<HoldResult> SellAsync(BookingHost node, ushort seat)
    {
        HoldResult hold = await node.HoldAsync(5, seat);
        ConfirmOutcome paid = await node.ConfirmAsync(5, hold.BookingId, CardTokens.Ok, key: (ulong)seat + 1);
        Assert.True(paid.IsConfirmed);
        return hold;
    }

    private static async Task SellOnAsync(BookingHost node, CancellationToken enough)
    {
        for (ushort seat = PaidCount + 1; seat < 1500 && !enough.IsCancellationRequested; seat++)
            await SellAsync(node, seat);
    }

    private async Task<Dictionary<string, string?>> BackUpAndRestoreAsync(Dictionary<string, string?> settings)
    {
        var from = new NpgsqlConnectionStringBuilder(settings["Catalog:Postgres:ConnectionString"]);
        string dump = Path.Combine(_backup.Path, "catalog.dump");
        string blobs = Path.Combine(_backup.Path, "blobs");
        string? prefix = settings.GetValueOrDefault("Catalog:S3:Prefix");
        if (prefix is not null) CopyObjects(ObjectsOf(prefix), blobs);
        await RunAsync("pg_dump", from, "-Fc", "-f", dump, from.Database!);
        if (prefix is not null) CopyObjects(ObjectsOf(prefix), blobs);

        string to = from.Database + "restored";
        await RunAsync("createdb", from, to);
        await RunAsync("pg_restore", from, "-d", to, dump);
        var restored = new Dictionary<string, string?>(settings)
        {
            ["Catalog:Postgres:ConnectionString"] =
                new NpgsqlConnectionStringBuilder(from.ConnectionString) { Database = to }.ConnectionString,
        };
        if (prefix is not null)
        {
            restored["Catalog:S3:Prefix"] = "restored-" + prefix;
            CopyObjects(blobs, ObjectsOf("restored-" + prefix));
        }

        return restored;
    }

    private Task RunAsync(string program, NpgsqlConnectionStringBuilder server, params string[] arguments) =>
        ChildProcess.RunAsync(
            Path.Combine(Programs.FindPostgres(), program),
            ["-h", server.Host!, "-U", server.Username!, .. arguments],
            _backup.Path);

    private string ObjectsOf(string prefix) => Path.Combine(bucket.Peer.Folder, S3Peer.Bucket, prefix);

    /// <summary>What <c>aws s3 sync</c> does: objects that are missing there; they never change.</summary>
    private static void CopyObjects(string from, string to)
    {
        foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, path));
            if (File.Exists(target)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
