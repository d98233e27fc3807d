using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Peers;
using Catalog.Bench.Shared.Redis;

namespace Catalog.Bench.Leaderboards;

/// <summary>A server that speaks RESP, filled with a million members: ours or Redis. Stopped when disposed.</summary>
internal sealed class RespContestant : IAsyncDisposable
{
    /// <summary>A file system in memory, where there is one.</summary>
    public const string Memory = "/dev/shm";

    private const int Batch = 256;
    private const int ScoreRange = 10_000_000;

    private readonly IAsyncDisposable _server;
    private readonly Func<int> _processId;
    private readonly string? _folder;

    private RespContestant(string name, int port, IAsyncDisposable server, Func<int> processId, string? folder)
    {
        (Name, Port) = (name, port);
        (_server, _processId, _folder) = (server, processId, folder);
    }

    /// <summary>What it is called in rows.</summary>
    public string Name { get; }

    /// <summary>Whether it is not Redis.</summary>
    public bool IsOurs => _server is ServerProcess;

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Resident bytes a member, beyond what it took with none.</summary>
    public double BytesAMember { get; private set; }

    /// <summary>What it has used so far.</summary>
    public ProcessCost Cost => ProcessCost.Of(_processId());

    /// <summary>Ours, its data in a folder of a disk, or in memory where a sync costs nothing.</summary>
    public static async Task<RespContestant> StartOursAsync(BenchRun run, bool isInMemory)
    {
        string folder = isInMemory
            ? Directory.CreateDirectory(Path.Combine(Memory, Path.GetFileName(run.Folder))).FullName
            : run.NewFolder("data");
        int port = Loopback.FreePort();
        ServerProcess server = await ServerProcess.StartAsync(
            run, folder, "Catalog:Demo=false", "Catalog:Leaderboards:Resp:Enabled=true",
            $"Catalog:Leaderboards:Resp:Port={port}");
        string name = isInMemory ? "ours, folder in memory" : "ours, synced";
        var ours = new RespContestant(name, port, server, () => server.ProcessId, isInMemory ? folder : null);
        await ours.FillAsync();
        return ours;
    }

    /// <summary>Redis, keeping its writes as <paramref name="appendFsync"/> says, or not at all.</summary>
    public static async Task<RespContestant> StartRedisAsync(BenchRun run, string? appendFsync)
    {
        string[] keeping = appendFsync is null ? [] : ["--appendonly", "yes", "--appendfsync", appendFsync];
        RedisPeer peer = await RedisPeer.StartAsync(run, fsyncAlways: false, keeping);
        string name = appendFsync is null ? "Redis, nothing kept" : $"Redis, appendfsync {appendFsync}";
        var redis = new RespContestant(name, peer.Port, peer, () => peer.ProcessId, null);
        await redis.FillAsync();
        return redis;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Every member once, in an order that is none, with scores by chance: the same for all.</summary>
    private Task FillAsync() => Task.Run(() =>
    {
        // Odd and prime to the number of members, so that every one comes once.
        const long Stride = 618_033;
        long before = ResidentMemory.Of(_processId());
        var random = new Random(1);
        using var connection = new RespPipeline(Port);
        for (int sent = 0; sent < RespLoad.MemberCount;)
        {
            for (int i = 0; i < Batch && sent < RespLoad.MemberCount; i++, sent++)
                Add(connection, sent * Stride % RespLoad.MemberCount, random.Next(ScoreRange));
            connection.Send();
            connection.ReadFlags();
        }

        BytesAMember = (double)(ResidentMemory.Of(_processId()) - before) / RespLoad.MemberCount;
    });

    private static void Add(RespPipeline connection, long number, int score)
    {
        Span<byte> member = stackalloc byte[19];
        "member:"u8.CopyTo(member);
        for (int i = 18; i >= 7; i--, number /= 10) member[i] = (byte)('0' + (number % 10));
        connection.Begin(4);
        connection.Bulk("ZADD"u8);
        connection.Bulk("board"u8);
        connection.Bulk(default, score);
        connection.Bulk(member);
    }
}
