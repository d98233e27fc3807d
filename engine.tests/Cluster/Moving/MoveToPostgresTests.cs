using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Cluster.Nodes;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Cluster.Moving;

[Collection(PostgresGroup.Name)]
public sealed class MoveToPostgresTests(PostgresWorld postgres) : IAsyncLifetime, IDisposable
{
    private const int BookingCount = 30;
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly StringWriter _output = new();
    private readonly FactWatch _watch = new();
    private Dictionary<string, string?> _settings = [];

    public async Task InitializeAsync()
    {
        await postgres.StartAgainAsync();
        _settings = NewSettings(await postgres.CreateDatabaseAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_that_was_alone_goes_on_as_a_node_as_if_nothing_had_happened()
    {
        ulong user;
        HoldResult held;
        HoldResult bought;
        ConfirmOutcome paid;
        string journal;
        byte[] key;
        await using (BookingHost alone = await StartAsync([]))
        {
            await alone.OpenAsync();
            user = await alone.RegisterAsync("ada@example.org");
            held = await alone.HoldAsync(user, 1, 2);
            bought = await alone.HoldAsync(user, 3);
            paid = await alone.ConfirmAsync(user, bought.BookingId, CardTokens.Ok, key: 1);
            Assert.True(paid.IsConfirmed);
            journal = alone.Service<FolderId>().Text;
            key = alone.Service<TokenKey>().Bytes;
            await alone.SettleAsync();
        }

        int seen = _watch.Positions.Count;
        Assert.True(seen > 3, "a consumer was told");

        string mails = Mails();
        Assert.Contains("Your booking is confirmed", mails, StringComparison.Ordinal);
        Assert.Equal(0, await MoveAsync());
        Assert.Contains("1 payments", _output.ToString(), StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await using (BookingHost node = await StartAsync(_settings))
        {
            Assert.Equal(journal, node.Service<FolderId>().Text);
            Assert.Equal(key, node.Service<TokenKey>().Bytes);
            await node.Service<ClusterStorage>().MeasureAsync(default);
            Assert.True(node.Service<ClusterStorage>().ReadJournal().AllocatedBytes > 0, "the log takes room");
            SnapshotFigures states = node.Service<ClusterStorage>().ReadSnapshots();
            Assert.True(states.PackCount > 0 && states.LiveBytes > 0 && states.Count > 0, "states were moved");
            Assert.Equal(UserBookingStatus.Held, (await node.FindAsync(held.BookingId)).Status);
            Assert.Equal(UserBookingStatus.Confirmed, (await node.FindAsync(bought.BookingId)).Status);
            ConfirmOutcome again = await node.ConfirmAsync(user, bought.BookingId, CardTokens.Ok, key: 1);
            Assert.Equal((ReplyStatus.Repeated, paid.Result), (again.Status, again.Result));
            Reply<HoldResult> taken = await node.Booking.HoldAsync(BookingHost.Showtime, user, new SeatList(1));
            Assert.Equal(BookingCode.SeatTaken, taken.Value.Code);
            await node.SettleAsync();
            Assert.Equal(mails, Mails());
            Assert.True((await node.ConfirmAsync(user, held.BookingId, CardTokens.Ok, key: 2)).IsConfirmed);
            await node.SettleAsync();
            Assert.NotEqual(mails, Mails());
            Assert.True(_watch.Positions.Count > seen, "the consumer goes on");
            Assert.Equal(_watch.Positions.Order().Distinct(), _watch.Positions);
        }

        Assert.Equal(0, await MoveAsync());
        Assert.Contains("was moved there before", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_state_has_saved_yet_is_moved_with_the_journal()
    {
        var bookings = new List<ulong>();
        string image;
        await using (BookingHost alone = await StartAsync([]))
        {
            await alone.OpenAsync(rows: 10, seats: 10);
            for (ushort seat = 0; seat < BookingCount; seat++)
                bookings.Add((await alone.HoldAsync(5, seat)).BookingId);
            Assert.True((await alone.ConfirmAsync(5, bookings[0], CardTokens.Ok, key: 1)).IsConfirmed);
            image = CrashImage.Take(_folder.Path);
        }

        try
        {
            _settings["Catalog:DataPath"] = image;
            Assert.Equal(0, await MoveAsync());
            await using BookingHost node = await StartAsync(_settings);
            foreach (ulong booking in bookings)
            {
                UserBookingStatus status =
                    booking == bookings[0] ? UserBookingStatus.Confirmed : UserBookingStatus.Held;
                Assert.Equal(status, (await node.FindAsync(booking)).Status);
            }

            ConfirmOutcome again = await node.ConfirmAsync(5, bookings[0], CardTokens.Ok, key: 1);
            Assert.Equal(ReplyStatus.Repeated, again.Status);
        }
        finally
        {
            Directory.Delete(image, recursive: true);
        }
    }

    [Fact]
    public async Task A_moved_folder_is_not_gone_on_with_by_mistake_and_two_journals_do_not_become_one()
    {
        await using (BookingHost alone = await StartAsync([])) await alone.OpenAsync();
        IOException refused = await Assert.ThrowsAsync<IOException>(() => StartAsync(_settings));
        Assert.Contains(MoveToPostgresCommand.Name, refused.Message, StringComparison.Ordinal);

        // What a crash before the commit leaves.
        MovedFolder.Mark(new LocalDisk(_folder.Path), "half", "nowhere");
        refused = await Assert.ThrowsAsync<IOException>(() => StartAsync([]));
        Assert.Contains("run it again", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await MoveAsync());
        refused = await Assert.ThrowsAsync<IOException>(() => StartAsync([]));
        Assert.Contains("was moved to PostgreSQL", refused.Message, StringComparison.Ordinal);

        Dictionary<string, string?> elsewhere = NewSettings(await postgres.CreateDatabaseAsync());
        refused = await Assert.ThrowsAsync<IOException>(() => StartAsync(elsewhere));
        Assert.Contains("would be missing", refused.Message, StringComparison.Ordinal);

        using var other = new TemporaryFolder();
        await using (BookingHost alone = await StartAsync(new() { ["Catalog:DataPath"] = other.Path }))
            await alone.OpenAsync();
        _settings["Catalog:DataPath"] = other.Path;
        Assert.Equal(2, await MoveAsync());
        Assert.Contains("holds a journal already", _output.ToString(), StringComparison.Ordinal);
        await using (await StartAsync(new() { ["Catalog:DataPath"] = other.Path }))
        {
            // It is as it was.
        }
    }

    [Fact]
    public async Task It_says_what_it_needs()
    {
        Assert.Equal(2, await MoveAsync());
        Assert.Contains("has no journal", _output.ToString(), StringComparison.Ordinal);
        _settings["Catalog:Postgres:Journal"] = "false";
        Assert.Equal(2, await MoveAsync());
        Assert.Contains("Catalog:Postgres:Journal must be true", _output.ToString(), StringComparison.Ordinal);
        _settings["Catalog:Postgres:Journal"] = "true";
        await using BookingHost alone = await StartAsync([]);
        Assert.Equal(2, await MoveAsync());
        Assert.Contains("in use", _output.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string?> NewSettings(string connection) => new()
    {
        ["Catalog:Postgres:ConnectionString"] = connection,
        ["Catalog:Cluster:Shards"] = "5",
    };

    private Task<BookingHost> StartAsync(Dictionary<string, string?> settings) =>
        BookingHost.StartAsync(
            _folder.Path,
            _clock,
            services => services.AddConsumer<FactWatch>().AddSingleton(_watch),
            settings: settings);

    private Task<int> MoveAsync()
    {
        Dictionary<string, string?> all = new(_settings);
        all.TryAdd("Catalog:DataPath", _folder.Path);
        string[] args = [MoveToPostgresCommand.Name, .. all.Select(static each => $"--{each.Key}={each.Value}")];
        return MoveToPostgresCommand.RunAsync(args, [new TestBookingSystem()], _output);
    }

    private string Mails()
    {
        string outbox = Path.Combine(_folder.Path, "outbox");
        return string.Concat(Directory.GetFiles(outbox, "*.mbox").Order().Select(File.ReadAllText));
    }
}
