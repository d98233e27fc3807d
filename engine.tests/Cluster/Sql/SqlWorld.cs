using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Shell;
using Catalog.Shell.Cluster.Sql;
using Catalog.Shell.Hosting;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Sql;

/// <summary>A database of its own, a server that projects into it, and a look at the tables.</summary>
internal sealed class SqlWorld(PostgresWorld postgres, string connection)
{
    private readonly (string Key, string Value)[] _settings = postgres.Settings(connection);

    /// <summary>How to connect to the database.</summary>
    public string Connection => connection;

    public static async Task<SqlWorld> CreateAsync(PostgresWorld postgres)
    {
        await postgres.StartAgainAsync();
        return new SqlWorld(postgres, await postgres.CreateDatabaseAsync());
    }

    public Task<BookingHost> StartAsync(string folder, ManualClock? clock = null, ICatalogSystem? system = null) =>
        BookingHost.StartAsync(
            system ?? new TestBookingSystem(),
            folder,
            clock,
            _settings.ToDictionary(s => s.Key, s => (string?)s.Value));

    /// <summary>Has everything that is durable now written to the tables.</summary>
    public static async Task SettleAsync(BookingHost host)
    {
        await host.SettleAsync();
        await host.Service<SqlProjector>().BeginAsync(default);
        await host.Service<SqlProjector>().FlushAsync(default);
    }

    /// <summary>Compares the tables with a recount of the journal.</summary>
    public async Task AssertEqualAsync(BookingHost host)
    {
        IJournal journal = host.Service<EngineHost>().Engine.Storage.Journal;
        SqlRecount recount;
        long position;
        do
        {
            // Holds lapse by themselves: what is compared is a moment nothing has followed.
            position = journal.CommittedPosition;
            await SettleAsync(host);
            recount = SqlRecount.Of(journal);
        }
        while (journal.CommittedPosition != position);

        Assert.Equal(recount.Bookings, await ReadAsync("""
            SELECT id, concat_ws(' ', status, user_id, amount, array_to_string(seats, ',')) FROM booking.bookings
            """));
        Assert.Equal(recount.Seats, await ReadAsync(
            "SELECT showtime_id || '/' || seat_number, status FROM booking.seats"));
        Assert.Equal(recount.Sold, await ReadAsync(
            "SELECT showtime_id || '/' || seat_number, booking_id FROM booking.sold_seats"));
    }

    /// <summary>Reads two columns of text.</summary>
    public async Task<SortedDictionary<string, string>> ReadAsync(string sql)
    {
        await using var own = new NpgsqlConnection(connection + ";Pooling=false");
        await own.OpenAsync();
        await using var command = new NpgsqlCommand(sql, own);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (await row.ReadAsync()) all.Add(row.GetString(0), row.GetString(1));
        return all;
    }

    public Task RunAsync(string sql) => postgres.RunAsync(sql, connection);

    public Task<T> ScalarAsync<T>(string sql) => postgres.ScalarAsync<T>(sql, connection);
}
