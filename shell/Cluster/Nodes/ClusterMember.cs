using System.IO.Hashing;
using System.Reflection;
using System.Text;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Cluster.Nodes.Link;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;
using Catalog.Shell.Hosting;
using Npgsql;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>
/// This server as one of several. Again and again it renews its row, looks who is there and who holds which shard's
/// lock, and does the next step of <see cref="ShardPlan"/>; commands for other nodes' shards go there.
/// <code>
/// beat:  renew my row, read everybody's and the locks ─► end the sessions of those that hang
///        ─► more than my share: release ─► unlock        less: lock ─► read the journal to its head ─► acquire
/// my session ends: every shard is gone, at once; the next beat under a new term takes what is free
/// </code>
/// A node that is killed loses its session with its connection, so its shards are free within a beat. One that hangs
/// keeps its connection; its row grows old, and after the lease its session is ended from outside.
/// </summary>
/// <remarks>
/// Locks decide, not rows: two nodes never hold one shard, because appends go through the session that holds its lock.
/// Thread-safe.
/// </remarks>
internal sealed partial class ClusterMember : ICluster, IAsyncDisposable, IDisposable
{
    /// <summary>
    /// A node whose session was heard of longer ago asks it before it answers what needs no writing. So long after a
    /// session was ended from outside its shards stay closed. An idle session is heard of every tenth of a second.
    /// </summary>
    internal static readonly TimeSpan Confirm = TimeSpan.FromMilliseconds(250);

    private const string LinkKey = "node-link";
    private const int LinkKeyBytes = 32;

    private readonly EngineHost _host;
    private readonly ClusterStorage _storage;
    private readonly ClusterOptions _options;
    private readonly PostgresDatabase _database;
    private readonly IServiceProvider _services;
    private readonly ILogger<ClusterMember> _log;
    private readonly NodeDirectory _directory;
    private readonly byte[] _key;
    private readonly NodeLinks _links;
    private readonly ILoggerFactory _logs;
    private readonly NodeLinkOptions _linkOptions;
    private readonly DateTime _startedAt;
    private readonly string _version;
    private readonly int _number;
    private readonly Lazy<Task> _leave;
    private NodeAddress _self;
    private ShardMap? _map;
    private NodeRouter? _router;
    private NodeListener? _listener;

    /// <summary>Makes it; nothing runs yet.</summary>
    public ClusterMember(
        EngineHost host,
        ClusterStorage storage,
        ClusterOptions options,
        PostgresDatabase database,
        SharedSecrets secrets,
        IServiceProvider services,
        TimeProvider clock,
        ILoggerFactory logs)
    {
        _host = host;
        _storage = storage;
        _options = options;
        _database = database;
        _services = services;
        _log = logs.CreateLogger<ClusterMember>();
        _directory = new NodeDirectory(database);
        NodeAddress.TryParse(options.Listen, out NodeAddress listen);
        _linkOptions = new NodeLinkOptions { Listen = listen };
        _key = secrets.GetOrCreate(LinkKey, LinkKeyBytes);
        _logs = logs;
        _links = new NodeLinks(_key, _linkOptions, logs.CreateLogger<NodeLinks>());
        _startedAt = clock.GetUtcNow().UtcDateTime;
        _version = typeof(ClusterMember).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "";
        _number = storage.Journal.Session.NodeNumber;
        _leave = new Lazy<Task>(EndMembershipAsync);
    }

    /// <inheritdoc/>
    public event Action? DutiesChanged;

    /// <inheritdoc/>
    public int NodeNumber => _number;

    /// <summary>What is known of the cluster; null before the first beat.</summary>
    internal ClusterPicture? Picture => _picture;

    /// <summary>What has gone to other nodes.</summary>
    internal RouterStatus Router => _router?.Status ?? default;

    /// <summary>The links to other nodes.</summary>
    internal LinkStatus[] ReadLinks() => _links.ReadStatus();

    private CatalogEngine Engine => _host.Engine;

    private PostgresJournal Journal => _storage.Journal;

    private NodeSession Session => Journal.Session;

    /// <inheritdoc/>
    public void Attach()
    {
        RemoteCommands commands = RemoteCommands.Of(_services);
        _listener = new NodeListener(Engine, commands, _key, _linkOptions, _logs.CreateLogger<NodeListener>());
        NodeAddress here = _listener.Start();
        _self = AdvertisedAt(here);
        _map = new ShardMap(_self, _storage.ShardCount);
        _listener.Map = _map;
        _router = new NodeRouter(Engine, commands, _map, _links, _linkOptions,
            (position, cancel) => new ValueTask(Journal.FetchUpToAsync(position, cancel)));
        Engine.Router = _router;
        Engine.HoldJournal(() => Volatile.Read(ref _needed));
        Session.Lost += OnLost;
        Session.Opened += OnOpened;
    }

    /// <inheritdoc/>
    public async Task JoinAsync(CancellationToken cancel)
    {
        _loop = Task.Run(RunAsync, CancellationToken.None);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.JoinSeconds));
        try
        {
            while (!IsWhole()) await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new IOException(
                $"Some shards belong to nobody after {_options.JoinSeconds} s: {_lastFailure?.Message ?? "no reason"}");
        }
    }

    /// <summary>
    /// Whoever calls it, first or again, waits until the node has left: the host may stop and dispose at once.
    /// </summary>
    public Task LeaveAsync() => _leave.Value;

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> EnterAsync(string section, CancellationToken cancel)
    {
        NpgsqlConnection connection = await _database.OpenSessionAsync(cancel);
        try
        {
            int number = unchecked((int)HashOf(section));
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1, $2)", connection);
            command.CommandTimeout = 0;
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _database.LockClass("section") });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool HasDuty(string duty) => Engine.Owns(ShardOfDuty(duty));

    /// <inheritdoc/>
    public bool IsRunning(int nodeNumber) => nodeNumber == _number
        || (_picture is { } picture && picture.Nodes.Any(node => node.Number == nodeNumber && node.HasSession));

    /// <inheritdoc/>
    public ServerPlace? HolderOf(string duty) =>
        !HasDuty(duty) && _picture?.HolderOf(ShardOfDuty(duty)) is { } node && node.Number != _number
            ? new ServerPlace(node.Name, node.Url)
            : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        await _stop.CancelAsync();
        await _loop;
        if (_listener is not null) await _listener.DisposeAsync();
        await _links.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task EndMembershipAsync()
    {
        _isLeaving = true;
        Wake();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            // The loop gives everything back; then others see that this node is gone on purpose.
            while (!_held.IsEmpty && Session.IsOpen) await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
            await _stop.CancelAsync();
            await _loop;
            Session.Lost -= OnLost;
            await _directory.RemoveAsync(_number, patience.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or NpgsqlException)
        {
            Troubled(_log, failure, "Leaving");
        }
    }

    private static ulong HashOf(string name) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(name));

    // Who has the shard has the duty: so duties are spread as shards are, and go with them.
    private int ShardOfDuty(string duty) => (int)(HashOf(duty) % (ulong)_storage.ShardCount);

    private bool IsWhole() => _picture is { } picture
        && Enumerable.Range(0, _storage.ShardCount).All(shard => Engine.Owns(shard) || IsElsewhere(picture, shard));

    private bool IsElsewhere(ClusterPicture picture, int shard) =>
        picture.HolderOf(shard) is { } holder && holder.Number != _number;

    private NodeAddress AdvertisedAt(NodeAddress here)
    {
        if (_options.Advertise is not { } advertise) return here;
        NodeAddress.TryParse(ClusterOptionsValidator.WithPort(advertise), out NodeAddress told);
        return told.Port == 0 ? told with { Port = here.Port } : told;
    }
}
