using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Peers;
using Catalog.Shell.Cluster.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Catalog.Engine.Tests.Cluster.Postgres;

/// <summary>
/// A private PostgreSQL for a class of tests (<c>IClassFixture&lt;PostgresWorld&gt;</c>), or for all that leave it
/// running (<see cref="PostgresGroup"/>). Every test takes a schema or a database of its own.
/// </summary>
public sealed class PostgresWorld : IAsyncLifetime
{
    private static int _names;
    private readonly BenchRun _run = new();
    private PostgresPeer? _peer;

    /// <summary>How to connect to the server's first database.</summary>
    public string ConnectionString => Peer.ConnectionString;

    private PostgresPeer Peer => _peer ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() =>
        _peer = await PostgresPeer.StartAsync(_run, new PostgresPeerOptions { BufferMiB = 64, MaxConnections = 200 });

    public async Task DisposeAsync()
    {
        if (_peer is not null) await _peer.DisposeAsync();
        _run.Dispose();
    }

    /// <summary>A name no other test has.</summary>
    public static string NewName() => $"t{Interlocked.Increment(ref _names)}";

    /// <summary>Options for a cluster of its own, in the first database.</summary>
    internal PostgresOptions NewOptions() => new()
    {
        ConnectionString = ConnectionString, Schema = NewName(), StartPatienceSeconds = 5,
    };

    /// <summary>A database with a schema of its own that is up to date; the caller disposes it.</summary>
    internal PostgresDatabase NewDatabase(PostgresOptions? options = null)
    {
        var database = new PostgresDatabase(options ?? NewOptions(), NullLogger<PostgresDatabase>.Instance);
        database.EnsureSchema();
        return database;
    }

    /// <summary>Creates a database and says how to connect to it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        string name = NewName();
        await RunAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>
    /// The settings of a server that uses it beside a journal in its folder, with a schema of its own unless one is
    /// given.
    /// </summary>
    public (string Key, string Value)[] Settings(string? connection = null, string? schema = null) =>
    [
        ("Catalog:Postgres:ConnectionString", connection ?? ConnectionString),
        ("Catalog:Postgres:Schema", schema ?? NewName()),
        ("Catalog:Postgres:Journal", "false"),
    ];

    /// <summary>Ends the server as a crash would.</summary>
    public Task StopImmediatelyAsync() => Peer.StopImmediatelyAsync();

    /// <summary>Starts it again on what it has.</summary>
    public Task StartAgainAsync() => Peer.IsRunning ? Task.CompletedTask : Peer.StartAgainAsync();

    /// <summary>Ends the session of one connection, as an operator or another node may.</summary>
    public Task TerminateAsync(int backend) => RunAsync($"SELECT pg_terminate_backend({backend})");

    /// <summary>Runs a statement on a connection of its own.</summary>
    public async Task RunAsync(string sql, string? connection = null)
    {
        await using NpgsqlConnection own = await OpenAsync(connection);
        await using var command = new NpgsqlCommand(sql, own);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks for one value on a connection of its own.</summary>
    public async Task<T> ScalarAsync<T>(string sql, string? connection = null)
    {
        await using NpgsqlConnection own = await OpenAsync(connection);
        await using var command = new NpgsqlCommand(sql, own);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task<NpgsqlConnection> OpenAsync(string? connection)
    {
        var own = new NpgsqlConnection((connection ?? ConnectionString) + ";Pooling=false");
        await own.OpenAsync();
        return own;
    }
}
