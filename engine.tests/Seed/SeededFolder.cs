using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Seed.Booking;
using Catalog.Seed.Shared;
using Catalog.Shell.Auth;

namespace Catalog.Engine.Tests.Seed;

/// <summary>A folder seeded once, small, and what is in it.</summary>
public sealed class SeededFolder : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("catalog-seed-");

    public string Path => _folder.FullName;

    internal IReadOnlyList<(string What, long Count)> Made { get; private set; } = [];

    /// <summary>Seeds another folder and gives what was made.</summary>
    internal static Task<IReadOnlyList<(string What, long Count)>> SeedAsync(string folder, int seed) =>
        new BookingSeeder().SeedAsync(new SeedRequest(0.0005, seed, folder, Now), new SilentProgress());

    public async Task InitializeAsync() => Made = await SeedAsync(Path, 1);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Opens a seeded folder and reads its models.</summary>
    internal static async Task<T> ReadAsync<T>(
        string folder, Func<CatalogueView, UserBookings, BookingInsight, T> read)
    {
        await using var engine = new SeedEngine(folder, 0);
        engine.Engine.Add(new AccountMachine());
        engine.Engine.Add(new ShowtimeMachine());
        engine.Engine.Add(new CatalogueMachine());
        ProjectionView<CatalogueView> catalogue = engine.Add(new CatalogueView());
        ProjectionView<UserBookings> bookings = engine.Add(new UserBookings());
        ProjectionView<BookingInsight> analytics = engine.Add(new BookingInsight());
        await engine.StartAsync();
        Assert.Equal(new RecoveryReport(0, 0, engine.Engine.Recovered.Elapsed), engine.Engine.Recovered);
        return catalogue.Read(c => bookings.Read(b => analytics.Read(a => read(c, b, a))));
    }
}
