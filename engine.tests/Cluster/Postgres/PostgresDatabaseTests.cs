using Catalog.Shell.Cluster.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class PostgresDatabaseTests(PostgresWorld world)
{
    [Fact]
    public void WithoutAConnectionStringThereIsNone()
    {
        using var database = new PostgresDatabase(new PostgresOptions(), NullLogger<PostgresDatabase>.Instance);
        Assert.False(database.IsConfigured);
        Assert.Throws<InvalidOperationException>(() => database.Pool);
        Assert.True(Validate(new PostgresOptions { Schema = "Not a name", MaxPoolSize = -1 }).Succeeded);
    }

    [Fact]
    public void WhatCannotWorkIsNamedWithoutItsSecrets()
    {
        var options = new PostgresOptions
        {
            ConnectionString = "Server=db;Hots=x;Password=sesame", Schema = "Drop Table", DeadPeerSeconds = 0,
        };
        string[] failures = [.. Validate(options).Failures!];
        Assert.Equal(3, failures.Length);
        Assert.Contains(failures, static f => f.Contains("ConnectionString cannot be read", StringComparison.Ordinal));
        Assert.Contains(failures, static f => f.Contains("Schema is 'Drop Table'", StringComparison.Ordinal));
        Assert.Contains(failures, static f => f.Contains("between 1 and 600", StringComparison.Ordinal));
        Assert.DoesNotContain(failures, static f => f.Contains("sesame", StringComparison.Ordinal));
        Assert.Contains(
            Validate(new PostgresOptions { ConnectionString = "Username=x" }).Failures!,
            static f => f.Contains("names no Host", StringComparison.Ordinal));
    }

    [Fact]
    public void TheConnectionStringGoesBeforeTheSettings()
    {
        var options = new PostgresOptions
        {
            ConnectionString = "Host=db;Maximum Pool Size=7;Options=-c work_mem=8MB;SSL Mode=VerifyFull",
            CommandTimeoutSeconds = 9,
        };
        NpgsqlConnectionStringBuilder built = PostgresConnection.Build(options);
        Assert.Equal(7, built.MaxPoolSize);
        Assert.Equal(9, built.CommandTimeout);
        Assert.Equal(SslMode.VerifyFull, built.SslMode);
        Assert.True(built.TcpKeepAlive);
        Assert.False(PostgresConnection.Build(new PostgresOptions { ConnectionString = "Host=/run" }).TcpKeepAlive);
        Assert.EndsWith("-c tcp_user_timeout=6000 -c work_mem=8MB", built.Options, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASessionIsInNoPoolAndItsLocksEndWithIt()
    {
        await using PostgresDatabase database = world.NewDatabase();
        int lockClass = database.LockClass("test");
        NpgsqlConnection session = await database.OpenSessionAsync(default);
        Assert.Equal(true, await ScalarAsync(session, $"SELECT pg_try_advisory_lock({lockClass}, 1)"));
        await using NpgsqlConnection other = await database.OpenSessionAsync(default);
        Assert.Equal(false, await ScalarAsync(other, $"SELECT pg_try_advisory_lock({lockClass}, 1)"));
        await world.TerminateAsync(session.ProcessID);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(session, "SELECT 1"));
        await session.DisposeAsync();

        // The server says that it ends a session before it has let go of what that held: wait for the lock.
        await ScalarAsync(other, $"SELECT pg_advisory_lock({lockClass}, 1)");
        Assert.NotEqual(lockClass, database.LockClass("another"));
    }

    [Fact]
    public async Task WhatPassesIsToldFromWhatStays()
    {
        await using PostgresDatabase database = world.NewDatabase();
        NpgsqlConnection session = await database.OpenSessionAsync(default);
        PostgresException wrong = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(session, "SELEC"));
        Assert.False(PostgresFailures.IsPassing(wrong));
        await world.TerminateAsync(session.ProcessID);
        NpgsqlException ended = await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(session, "SELECT 1"));
        Assert.True(PostgresFailures.IsPassing(ended));
        await session.DisposeAsync();
    }

    private static ValidateOptionsResult Validate(PostgresOptions options) =>
        new PostgresOptionsValidator().Validate(null, options);

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
