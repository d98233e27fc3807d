using System.Globalization;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// Hears on a connection of its own of what other nodes committed. Nothing depends on it but how soon it is known here:
/// what it misses, the journal's poll finds.
/// </summary>
internal sealed class CommitListener : IAsyncDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly PostgresDatabase _database;
    private readonly Action<int, long> _heard;
    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    /// <param name="database">The database.</param>
    /// <param name="heard">Told which node committed up to which position.</param>
    internal CommitListener(PostgresDatabase database, Action<int, long> heard)
    {
        _database = database;
        _heard = heard;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stop.CancelAsync();
        }
        catch (AggregateException)
        {
            // The driver's own answer to the cancellation fails when the connection breaks at the same moment.
        }

        await _listening;
        _stop.Dispose();
    }

    /// <summary>Begins to listen.</summary>
    internal void Start() => _listening = Task.Run(RunAsync);

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(_stop.Token);
            }
            catch (Exception) when (!_stop.IsCancellationRequested)
            {
                // The session's own fate tells the operator that the server is away.
                await Task.Delay(Retry, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await _database.OpenSessionAsync(cancel);
        connection.Notification += OnNotification;
        string channel;
        await using (var ask = new NpgsqlCommand(_database.Sql("SELECT {schema}.journal_channel()"), connection))
            channel = (string)(await ask.ExecuteScalarAsync(cancel))!;
        await using (var listen = new NpgsqlCommand($"LISTEN {channel}", connection))
            await listen.ExecuteNonQueryAsync(cancel);
        while (true) await connection.WaitAsync(cancel);
    }

    private void OnNotification(object sender, NpgsqlNotificationEventArgs told)
    {
        ReadOnlySpan<char> text = told.Payload;
        int colon = text.IndexOf(':');
        if (colon > 0
            && int.TryParse(text[..colon], CultureInfo.InvariantCulture, out int node)
            && long.TryParse(text[(colon + 1)..], CultureInfo.InvariantCulture, out long end))
        {
            _heard(node, end);
        }
    }
}
